/** Something that a reply may say, by the name that a template calls it. A fact without text is not known yet. */
export type Fact = {
  readonly id: string;
  readonly label: string;
  readonly text: string | null;
  /** Where it comes from, for the reader. */
  readonly source: string;
};

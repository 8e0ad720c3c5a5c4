/** A figure behind a proposal: in how many rows of how many something was seen. */
export type InputFigure = { readonly label: string; readonly rows: number; readonly of: number };

/** A value that the machine proposes for an input of the severity, with sentences that say why, and the figures. */
export type ProposedInput = {
  readonly value: number;
  readonly reasons: readonly string[];
  readonly figures: readonly InputFigure[];
};

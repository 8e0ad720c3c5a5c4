/** Names that columns go by, by field type; names stand apart by blanks, and `_` inside one counts for nothing. */
export type AliasLists = Readonly<Record<string, string>>;

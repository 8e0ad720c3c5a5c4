/*
 * What stands where the header of delimited text is expected. The guess and the reader must agree on it, because a dialect
 * says only whether there is a header.
 */

/** Whether a record with so many filled cells above a table is its title: `客户数据,,,` names no columns. */
export function isTitle(filledCells: number, columns: number): boolean {
  return columns > 2 && filledCells === 1;
}

/** Whether a record with so many cells may be the header all the same: rows that end with a separator have one cell more. */
export function isShortHeader(cells: number, columns: number): boolean {
  return columns > 3 && cells === columns - 1;
}

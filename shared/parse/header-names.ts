/**
 * Names of columns for display, each different: an empty header becomes `column 3` (counted from 1), a repeated one
 * `name (2)`. What is stored stays as found.
 */
export function displayHeaders(headers: readonly string[]): readonly string[] {
  const taken = new Set(headers);
  const shown = new Set<string>();
  return headers.map((header, index) => {
    const plain = header.trim() === '' ? `column ${index + 1}` : header;
    let name = plain;
    for (let count = 2; shown.has(name) || (name !== header && taken.has(name)); count++) {
      name = `${plain} (${count})`;
    }
    shown.add(name);
    return name;
  });
}

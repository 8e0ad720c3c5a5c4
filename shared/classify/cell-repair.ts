const fullWidthSign = /[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/;
const nothing =
  /^(?:null|\(null\)|\\n|n\/a|#n\/a|nan|none|nil|undefined|-{1,3}|—|\?{1,3}|无|暂无|空|没有|不详|未填写?)$/i;

/** True for a cell whose writer had nothing to say: NULL, n/a, a dash, 无. */
function saysNothing(value: string): boolean {
  return value.length <= 9 && nothing.test(value);
}

/**
 * A cell as it stood before spreadsheets and exports wore it: trimmed, full-width letters and digits as ASCII, without the
 * apostrophe or `="…"` that keeps a number text and without the `.0` that a number got. '' for a cell that says nothing.
 */
export function repairedCell(cell: string): string {
  const value = cell.trim();
  if (value === '' || saysNothing(value)) {
    return '';
  }
  const plain = fullWidthSign.test(value) ? value.normalize('NFKC') : value;
  const first = plain.charCodeAt(0);
  if (first === 39 || first === 61) {
    return plain.replace(/^'(?=[\d+A-Za-z])|^="(?=.*"$)/, '').replace(/^([^"]+)"$/, '$1');
  }
  return plain.endsWith('.0') ? plain.replace(/^(\d{6,})\.0$/, '$1') : plain;
}

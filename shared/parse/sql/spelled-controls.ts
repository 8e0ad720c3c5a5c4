const replaceHead = 'replace(';
const replaceTail = /,'([^']+)',\s*char\((\d{1,7})\)\)$/;
const unistrCall = /^unistr\((.*)\)$/s;
const unistrEscape = /\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|\+([0-9a-f]{6})|([0-9a-f]{4})|(\\))/gi;
/** SQLite writes one `replace` for each kind of line break. */
const maxDepth = 8;

/** The text of a string as it is written, its quotes halved; null when it is anything else. */
function stringValue(written: string): string | null {
  const isEnclosed = written.length > 1 && written.startsWith("'") && written.endsWith("'");
  const inside = written.slice(1, -1);
  return isEnclosed && !inside.replaceAll("''", '').includes("'") ? inside.replaceAll("''", "'") : null;
}

function characterOf(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
}

function unistrValue(written: string): string | null {
  const inner = stringValue(unistrCall.exec(written)?.[1] ?? '');
  if (inner === null) {
    return null;
  }
  return inner.replace(unistrEscape, (_, ...groups: (string | undefined)[]) => {
    const digits = groups.slice(0, 4).find((group) => group !== undefined);
    return digits === undefined ? '\\' : characterOf(Number.parseInt(digits, 16));
  });
}

/**
 * The text that SQLite's own dumps spell as `replace('a\nb','\n',char(10))` or `unistr('a\u000ab')`, because a line break
 * or another control character stands in it; null for any other expression.
 */
export function plainValue(written: string): string | null {
  const changes: { readonly from: string; readonly to: string }[] = [];
  let inner = written;
  while (inner.startsWith(replaceHead) && changes.length < maxDepth) {
    const tail = replaceTail.exec(inner.slice(-80));
    if (tail === null) {
      return null;
    }
    changes.unshift({ from: tail[1] ?? '', to: characterOf(Number(tail[2])) });
    inner = inner.slice(replaceHead.length, inner.length - tail[0].length);
  }
  const value = stringValue(inner) ?? unistrValue(inner);
  return value === null ? null : changes.reduce((text, { from, to }) => text.replaceAll(from, () => to), value);
}

import { labelled } from './labels.ts';

type Words = { readonly words: string };

const opensCode = /^\s{0,8}(?:```|\[code\]|<pre>)/i;
const closesCode = /(?:```|\[\/code\]|<\/pre>)\s{0,8}$/i;

/** Where the run of sample rows ends that a label opens: at a blank line after rows, or at the next label. */
function endOfRows(lines: readonly Words[], label: number, rowsBeginInLabel: boolean): number {
  let seen = rowsBeginInLabel;
  for (let index = label + 1; index < lines.length; index++) {
    const words = lines[index]?.words ?? '';
    const blank = words.trim() === '';
    if ((blank && seen) || (!blank && labelled(words) !== null)) {
      return index;
    }
    if (!blank) {
      seen = true;
    }
  }
  return lines.length;
}

/** The indexes of the lines that show sample rows: what follows a `Sample:` line, and code blocks. Ascending. */
export function sampleLines(lines: readonly Words[]): Set<number> {
  const hidden = new Set<number>();
  const closers = lines.flatMap(({ words }, index) => (closesCode.test(words) ? [index] : []));
  let closer = 0;
  for (let index = 0; index < lines.length; index++) {
    const words = lines[index]?.words ?? '';
    while ((closers[closer] ?? lines.length) <= index) {
      closer++;
    }
    const label = labelled(words);
    let end = index;
    if (label?.kind === 'sample') {
      end = endOfRows(lines, index, words.slice(label.contentAt).trim() !== '');
    } else if (opensCode.test(words)) {
      end = (closers[closer] ?? index) + 1;
    }
    for (let at = index; at < end; at++) {
      hidden.add(at);
    }
    index = Math.max(index, end - 1);
  }
  return hidden;
}

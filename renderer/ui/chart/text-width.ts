const wide = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/;

/** About how wide a text is in pixels. It errs to the wide side, as the face that a file is opened with is not known. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 1 : 0.58), 0) * size;
}

/** The beginning of a text that fits into a width, with an ellipsis where something was cut off. */
export function fitted(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) {
    return text;
  }
  const signs = [...text];
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > width) {
    signs.pop();
  }
  return `${signs.join('')}…`;
}

/** As many signs from the beginning of a text as fit into a width, but at least one. */
function beginning(text: string, size: number, width: number): string {
  let fitting = '';
  for (const sign of text) {
    if (fitting !== '' && textWidth(fitting + sign, size) > width) {
      break;
    }
    fitting += sign;
  }
  return fitting;
}

/**
 * A text in lines that fit into a width: broken at spaces, and a longer word, such as a sentence in Chinese, where the line
 * ends. Nothing but spaces is left out.
 */
export function wrapped(text: string, size: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') {
      lines.push(line);
    }
    line = word;
    for (let head = beginning(line, size, width); head !== line; head = beginning(line, size, width)) {
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  return line === '' ? lines : [...lines, line];
}

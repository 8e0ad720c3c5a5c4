export const lf = 0x0a;
export const space = 0x20;
export const doubleQuote = 0x22;
export const hash = 0x23;
export const dollar = 0x24;
export const apostrophe = 0x27;
export const openParen = 0x28;
export const closeParen = 0x29;
export const asterisk = 0x2a;
export const comma = 0x2c;
export const dash = 0x2d;
export const dot = 0x2e;
export const slash = 0x2f;
export const semicolon = 0x3b;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const backtick = 0x60;

const wordBytes = Uint8Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 || /[\w$@]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** Whether a byte may stand inside a word: a letter, a digit, `_`, `$`, `@`, or part of a character beyond ASCII. */
export function isWordByte(byte: number | undefined): boolean {
  return byte !== undefined && wordBytes[byte] === 1;
}

/** The bytes in [start, end) as text, for words and names that are known to be ASCII where it matters. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) {
    text += String.fromCharCode(bytes[at] ?? 0);
  }
  return text;
}

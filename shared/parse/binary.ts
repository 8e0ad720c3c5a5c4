type Signature = { readonly what: string; readonly bytes: readonly number[]; readonly at?: number };

function characterCodes(text: string): readonly number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

/** What tells files that are often mistaken for samples (from the formats' own specifications); the first that fits counts. */
const signatures: readonly Signature[] = [
  { what: 'text in UTF-32', bytes: [0xff, 0xfe, 0, 0] },
  { what: 'text in UTF-32', bytes: [0, 0, 0xfe, 0xff] },
  { what: 'a ZIP archive', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { what: 'a gzip archive', bytes: [0x1f, 0x8b, 0x08] },
  { what: 'a 7-Zip archive', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { what: 'a RAR archive', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { what: 'an XZ archive', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { what: 'a bzip2 archive', bytes: characterCodes('1AY&SY'), at: 4 },
  { what: 'a Zstandard archive', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: 'a tar archive', bytes: characterCodes('ustar'), at: 257 },
  { what: 'a SQLite database', bytes: characterCodes('SQLite format 3\0') },
  { what: 'a PDF document', bytes: characterCodes('%PDF-') },
  { what: 'a PNG picture', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { what: 'a JPEG picture', bytes: [0xff, 0xd8, 0xff] },
  { what: 'a Linux program', bytes: [0x7f, 0x45, 0x4c, 0x46] },
];
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** The stream that holds an encrypted workbook, as its directory names it: in UTF-16. */
const encryptedPackage = Array.from('EncryptedPackage').join('\0');
/** More control characters than one in this many bytes, and the file is no text. */
const bytesPerControl = 100;
const endOfText = 0x1a;
/** Control characters that text holds: tab, line feed, vertical tab, form feed, carriage return, and the escape of terminals. */
const controlsOfText: readonly number[] = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1b];
/** A control character that stands equally often on this share of the lines, and of so many lines at least, is data. */
const regularShare = 0.9;
const leastLines = 3;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function hasBytes(head: Uint8Array, bytes: readonly number[], from = 0): boolean {
  return bytes.every((byte, index) => head[from + index] === byte);
}

/** `MZ` alone can open a text; a program has a NUL within its first header. */
function isProgram(head: Uint8Array): boolean {
  return hasBytes(head, [0x4d, 0x5a]) && head.subarray(2, 64).includes(0);
}

/** The kind of a binary file by its first bytes, with its article (`a ZIP archive`), or null. */
export function nameBinary(head: Uint8Array): string | null {
  if (isProgram(head)) {
    return 'a Windows program';
  }
  if (hasBytes(head, compoundFile)) {
    const isEncrypted = new TextDecoder('latin1').decode(head).includes(encryptedPackage);
    return isEncrypted ? 'a workbook or document under a password' : 'an old Office document (.xls or .doc)';
  }
  return signatures.find(({ bytes, at }) => hasBytes(head, bytes, at))?.what ?? null;
}

function isControl(byte: number): boolean {
  return (byte < 0x20 && !controlsOfText.includes(byte)) || byte === 0x7f;
}

/** The control character that occurs most, or -1. */
function commonestControl(head: Uint8Array): number {
  const counts = new Uint32Array(0x80);
  let best = -1;
  for (const byte of head) {
    if (byte < 0x80 && isControl(byte)) {
      counts[byte] = (counts[byte] ?? 0) + 1;
      best = (counts[byte] ?? 0) > (counts[best] ?? 0) ? byte : best;
    }
  }
  return best;
}

/** Whether a control character stands equally often on nearly all lines: a separator, or the cells of a column. */
function isRegular(head: Uint8Array, control: number): boolean {
  const lineEnd = head.includes(lineFeed) ? lineFeed : carriageReturn;
  const linesByCount = new Map<number, number>();
  let lines = 0;
  for (let start = 0; start < head.length; ) {
    const found = head.indexOf(lineEnd, start);
    const end = found < 0 ? head.length : found;
    let count = 0;
    for (let at = head.indexOf(control, start); at >= 0 && at < end; at = head.indexOf(control, at + 1)) {
      count++;
    }
    linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
    lines++;
    start = end + 1;
  }
  linesByCount.delete(0);
  return lines >= leastLines && Math.max(0, ...linesByCount.values()) >= lines * regularShare;
}

/**
 * The first byte that tells that a file's first bytes are no text, or -1. A few stray control characters or NULs, as
 * database dumps hold them, are let through, and one that stands on every line as a separator or a cell does.
 */
export function findNonText(bytes: Uint8Array): number {
  // Programs of DOS end a text with this mark.
  const head = bytes.at(-1) === endOfText ? bytes.subarray(0, -1) : bytes;
  const isStrange = (byte: number): boolean => isControl(byte) && byte !== regular;
  const commonest = commonestControl(head);
  const regular = commonest >= 0 && isRegular(head, commonest) ? commonest : -1;
  let controls = 0;
  for (const byte of head) {
    controls += isStrange(byte) ? 1 : 0;
  }
  return controls * bytesPerControl > head.length ? head.findIndex(isStrange) : -1;
}

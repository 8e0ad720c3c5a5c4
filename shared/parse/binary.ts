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
/** More control characters than one in this many bytes, and the file is no text; NULs are judged more sharply. */
const bytesPerControl = 100;
const bytesPerNul = 200;
const endOfText = 0x1a;

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
  return (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) || byte === 0x7f;
}

/**
 * The first byte that tells that a file's first bytes are no text, or -1. A few stray control characters or NULs, as
 * database dumps hold them, are let through.
 */
export function findNonText(bytes: Uint8Array): number {
  // Programs of DOS end a text with this mark.
  const head = bytes.at(-1) === endOfText ? bytes.subarray(0, -1) : bytes;
  let controls = 0;
  let nuls = 0;
  for (const byte of head) {
    if (!isControl(byte)) {
      continue;
    }
    controls++;
    if (byte === 0) {
      nuls++;
    }
  }
  if (nuls * bytesPerNul > head.length) {
    return head.indexOf(0);
  }
  if (controls * bytesPerControl > head.length) {
    return head.findIndex(isControl);
  }
  return -1;
}

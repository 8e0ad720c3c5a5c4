const multiplierA = 0x01000193;
const multiplierB = 0x85ebca6b;
const topBits = 0x1fffff;

/** Whether a character counts: blanks, ASCII punctuation and the punctuation blocks of Chinese and of full width do not. */
function counts(code: number): boolean {
  if (code < 0x80) {
    return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
  }
  return !(
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff0f) ||
    code === 0xa0 ||
    code === 0xfeff
  );
}

/**
 * Hashes texts piece by piece (FNV-1a of two widths), blind to case in ASCII, blanks and punctuation, so that rows that
 * differ in nothing else hash alike. No string is made. Not for secrets.
 */
export class LooseHash {
  low = 0;
  top = 0;

  /** Forgets all pieces. */
  clear(): void {
    this.low = 0x811c9dc5;
    this.top = 0x9747b28c;
  }

  /** Takes in the next piece; where one ends and the next begins counts. */
  add(text: string): void {
    let { low, top } = this;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const lower = code >= 65 && code <= 90 ? code + 32 : code;
      if (counts(lower)) {
        low = Math.imul(low ^ lower, multiplierA);
        top = Math.imul(top ^ lower, multiplierB);
        top ^= top >>> 15;
      }
    }
    this.low = Math.imul(low ^ 0x1f, multiplierA) >>> 0;
    this.top = Math.imul(top ^ 0x1f, multiplierB);
  }

  /** The upper bits, as `SeenValues` takes them. */
  get upper(): number {
    return (this.top >>> 0) & topBits;
  }
}

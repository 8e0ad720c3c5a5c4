const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Text under construction as UTF-8. Its memory is used again after `clear`. */
export class ByteText {
  bytes = new Uint8Array(256);
  length = 0;

  clear(): void {
    this.length = 0;
  }

  /** Adds one byte. */
  put(byte: number): void {
    this.makeRoom(1);
    this.bytes[this.length++] = byte;
  }

  /** Adds the bytes in [start, end) of `source`. */
  putBytes(source: Uint8Array, start: number, end: number): void {
    this.makeRoom(end - start);
    if (end - start < 32) {
      // A view costs more than a few bytes copied one by one.
      for (let at = start; at < end; at++) {
        this.bytes[this.length++] = source[at] ?? 0;
      }
      return;
    }
    this.bytes.set(source.subarray(start, end), this.length);
    this.length += end - start;
  }

  /** Adds a text. */
  putText(text: string): void {
    this.makeRoom(text.length * 3);
    this.length += encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  /** Adds a Unicode code point; a surrogate, which has no form in UTF-8, becomes U+FFFD. */
  putCodePoint(code: number): void {
    if (code < 0x80) {
      this.put(code);
    } else {
      this.putText(code >= 0xd800 && code <= 0xdfff ? '\uFFFD' : String.fromCodePoint(code));
    }
  }

  /** The text so far. Malformed bytes become U+FFFD. */
  toString(): string {
    return decoder.decode(this.bytes.subarray(0, this.length));
  }

  private makeRoom(more: number): void {
    if (this.length + more > this.bytes.length) {
      const grown = new Uint8Array((this.length + more) * 2);
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
  }
}

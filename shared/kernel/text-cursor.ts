import { textIn, utf16Length } from './utf8.ts';

/** Once this part of the bytes was asked for it is cheaper to decode all of them at once. */
const fewBytes = 1 / 16;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The text of stretches of well-formed UTF-8 that are asked for from the first to the last. */
export class TextCursor {
  private readonly bytes: Uint8Array;
  /** Bytes asked for before all was decoded. */
  private asked = 0;
  private text: string | null = null;
  /** How far the text was counted: the byte, and the UTF-16 code unit that stands there. */
  private byte = 0;
  private unit = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The text in [start, end), which must not begin before the stretch asked for last ended. */
  textIn(start: number, end: number): string {
    if (this.text === null) {
      this.asked += end - start;
      if (this.asked < this.bytes.length * fewBytes) {
        return textIn(this.bytes, start, end);
      }
      this.text = decoder.decode(this.bytes);
    }
    // Every other character takes more bytes than code units.
    if (this.text.length === this.bytes.length) {
      return this.text.slice(start, end);
    }
    const first = this.unit + utf16Length(this.bytes, this.byte, start);
    this.unit = first + utf16Length(this.bytes, start, end);
    this.byte = end;
    return this.text.slice(first, this.unit);
  }
}

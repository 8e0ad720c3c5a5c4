import type { ColumnProfile } from '../domain/column-profile.ts';
import { hashBytes } from '../kernel/shapes.ts';
import { bytesOfCharacter } from '../kernel/utf8.ts';

/** A longer value shows its beginning only. */
const longestShaped = 48;
/** So many different shapes are told apart; a column of texts has one for every cell. */
const mostShapes = 2_000;
const shownShapes = 8;

const digit = 0x39;
const upper = 0x41;
const lower = 0x61;
/** Above ASCII, so that no byte of a value is taken for one. */
const han = 0x80;
const otherLetter = 0x81;
const cut = 0x82;

/** The kind of the character that begins with this byte; a sign is its own. */
function classOf(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) {
    return digit;
  }
  if (byte >= 0x41 && byte <= 0x5a) {
    return upper;
  }
  if (byte >= 0x61 && byte <= 0x7a) {
    return lower;
  }
  if (byte >= 0x80) {
    return byte >= 0xe4 && byte <= 0xe9 ? han : otherLetter;
  }
  return byte;
}

function signOf(kind: number): string {
  switch (kind) {
    case han:
      return '汉';
    case otherLetter:
      return 'ж';
    case cut:
      return '…';
    default:
      return String.fromCharCode(kind);
  }
}

/** Counts which forms the values of a column take; see `ColumnProfile`. */
export class ValueShapes {
  private readonly counts = new Map<number, { readonly shape: string; count: number }>();
  /** Kinds and lengths of the runs of one value, side by side. */
  private readonly runs = new Uint8Array(2 * (longestShaped + 1));

  /** Adds the value in [start, end) of well-formed UTF-8. */
  add(bytes: Uint8Array, start: number, end: number): void {
    const used = this.shape(bytes, start, end);
    const hash = hashBytes(this.runs, 0, used);
    const known = this.counts.get(hash);
    if (known !== undefined) {
      known.count++;
    } else if (this.counts.size < mostShapes) {
      this.counts.set(hash, { shape: this.text(used), count: 1 });
    }
  }

  /** The commonest forms, the commonest first. */
  top(): ColumnProfile['shapes'] {
    return [...this.counts.values()].sort((a, b) => b.count - a.count).slice(0, shownShapes);
  }

  /** Writes the runs of a value; gives the bytes they take. */
  private shape(bytes: Uint8Array, start: number, end: number): number {
    const { runs } = this;
    let used = 0;
    let characters = 0;
    for (let at = start; at < end; characters++) {
      const lead = bytes[at] ?? 0;
      const kind = classOf(lead);
      at += bytesOfCharacter(lead);
      if (characters === longestShaped) {
        runs[used++] = cut;
        runs[used++] = 1;
        return used;
      }
      if (used > 0 && runs[used - 2] === kind) {
        runs[used - 1] = (runs[used - 1] ?? 0) + 1;
      } else {
        runs[used++] = kind;
        runs[used++] = 1;
      }
    }
    return used;
  }

  private text(used: number): string {
    let text = '';
    for (let at = 0; at < used; at += 2) {
      const length = this.runs[at + 1] ?? 1;
      text += signOf(this.runs[at] ?? 0) + (length === 1 ? '' : `{${length}}`);
    }
    return text;
  }
}

import type { Script } from '../domain/column-profile.ts';
import { bytesOfCharacter, codeAt } from '../kernel/utf8.ts';

type Range = readonly [from: number, to: number, script: Script];

/** Letters of the scripts told apart, by the blocks of the Unicode Standard; Han counts as Japanese or Korean beside those. */
const ranges: readonly Range[] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0x24f, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x590, 0x5ff, 'Hebr'],
  [0x600, 0x6ff, 'Arab'],
  [0x900, 0x97f, 'Deva'],
  [0xe00, 0xe7f, 'Thai'],
  [0x3040, 0x30ff, 'Jpan'],
  [0x3400, 0x9fff, 'Hani'],
  [0xac00, 0xd7af, 'Kore'],
];

const kinds: readonly Script[] = [...new Set(ranges.map(([, , script]) => script))];
/** The place in `kinds` of each code unit's script, or `noLetter`. */
const noLetter = 255;
const kindOf = new Uint8Array(0x10000).fill(noLetter);
for (const [from, to, script] of ranges) {
  kindOf.fill(kinds.indexOf(script), from, to + 1);
}

/** So large a share of kana or hangul makes a text Japanese or Korean, however many Han characters stand beside them. */
const mixedShare = 0.05;

/** The code unit at `at`; 0 for a character beyond the first plane. */
function unitAt(bytes: Uint8Array, at: number, lead: number): number {
  switch (bytesOfCharacter(lead)) {
    case 1:
      return lead;
    case 2:
      return ((lead & 0x1f) << 6) | ((bytes[at + 1] ?? 0) & 0x3f);
    case 3:
      return codeAt(bytes, at);
    default:
      return 0;
  }
}

/** Counts which writing the letters of a column are. */
export class Scripts {
  private readonly counts = new Float64Array(kinds.length);

  /** Adds the value in [start, end) of well-formed UTF-8. */
  add(bytes: Uint8Array, start: number, end: number): void {
    for (let at = start; at < end; ) {
      const lead = bytes[at] ?? 0;
      const kind = kindOf[unitAt(bytes, at, lead)] ?? noLetter;
      if (kind !== noLetter) {
        this.counts[kind] = (this.counts[kind] ?? 0) + 1;
      }
      at += bytesOfCharacter(lead);
    }
  }

  private countOf(script: Script): number {
    return this.counts[kinds.indexOf(script)] ?? 0;
  }

  /** The script of most letters. */
  get most(): Script {
    const letters = this.counts.reduce((sum, count) => sum + count, 0);
    if (letters === 0) {
      return 'Zyyy';
    }
    const mixed = (['Jpan', 'Kore'] as const).find((script) => this.countOf(script) >= letters * mixedShare);
    return mixed ?? kinds.reduce((best, script) => (this.countOf(script) > this.countOf(best) ? script : best));
  }
}

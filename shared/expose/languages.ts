import type { ColumnProfile, Script } from '../domain/column-profile.ts';
import { textIn } from '../kernel/utf8.ts';
import { languageOfHan, languagesOfWord } from '../packs/language-words.ts';

/** More texts say no more. */
const mostCells = 4_096;
/** Fewer signs of a language are chance. */
const fewestSigns = 12;
/** Of the words of running text some two fifths are small ones; names of people and streets have a few by chance. */
const leastShare = 0.1;
/** How much stronger the best language must speak than the next. */
const lead = 1.5;

/** Scripts that one language of today is written in, nearly always. */
const byScript: Readonly<Partial<Record<Script, string>>> = {
  Jpan: 'ja',
  Kore: 'ko',
  Grek: 'el',
  Hebr: 'he',
  Thai: 'th',
};

/** Gathers what tells the language of a column: small words, and characters that one language alone has. */
export class Languages {
  private cells = 0;
  private words = 0;
  private signs = 0;
  private readonly weights = new Map<string, number>();

  /** Adds the value in [start, end) of well-formed UTF-8. */
  add(bytes: Uint8Array, start: number, end: number): void {
    if (this.cells === mostCells) {
      return;
    }
    this.cells++;
    for (const [word] of textIn(bytes, start, end)
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}]+/gu)) {
      if (/^[\u3400-\u9fff々]/.test(word)) {
        this.addHan(word);
      } else {
        this.addWord(word);
      }
    }
  }

  /**
   * The language of a column whose letters are mostly of a script, as an ISO 639 code: `zxx` where there are no words, `und`
   * where they do not tell. `signs`: how many small words or characters were met that tell; `words`: of how many.
   */
  of(script: Script): ColumnProfile['language'] {
    const { words, signs } = this;
    if (script === 'Zyyy') {
      return { code: 'zxx', words, signs };
    }
    return { code: byScript[script] ?? this.strongest(script === 'Hani'), words, signs };
  }

  private addWord(word: string): void {
    const languages = languagesOfWord(word);
    this.words++;
    this.signs += languages.length > 0 ? 1 : 0;
    this.speak(languages);
  }

  /** Chinese and Japanese have no blanks between words; each character counts as one. */
  private addHan(run: string): void {
    for (const character of run) {
      const language = languageOfHan(character);
      this.words++;
      this.signs += language === null ? 0 : 1;
      this.speak(language === null ? [] : [language]);
    }
  }

  private speak(languages: readonly string[]): void {
    for (const language of languages) {
      this.weights.set(language, (this.weights.get(language) ?? 0) + 1 / languages.length);
    }
  }

  private strongest(isHan: boolean): string {
    const [best, next] = [...this.weights].sort(([, a], [, b]) => b - a);
    if (best === undefined || best[1] < fewestSigns || (!isHan && best[1] < this.words * leastShare)) {
      return 'und';
    }
    return best[1] >= (next?.[1] ?? 0) * lead ? best[0] : 'und';
  }
}

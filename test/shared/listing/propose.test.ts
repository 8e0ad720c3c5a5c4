import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimContentSchema, quoteSchema } from '#shared/domain/claim.ts';
import { proposeClaims } from '#shared/listing/propose.ts';

/** Words that the proposers look for, so that arbitrary texts reach deep into them. */
const bait = fc.constantFrom(
  ...[
    'Price: ',
    '$3,500',
    '1.2 BTC',
    '8亿',
    '1,240万条',
    'Seller: ',
    'posted by ',
    '"x"',
    'includes ',
    'names',
    ', ',
    'IDs',
    ' and ',
  ],
  ...[
    'Sample:',
    '```',
    '[code]',
    '[/code]',
    '\n',
    '\r\n',
    '2026-13-40',
    '2026年3月14日',
    '03/04/2026',
    'Chinese',
    '身份证号',
    '、',
    '字段：',
  ],
  ...[
    '【',
    '】：',
    'alleged',
    '99999999999999999',
    ' million ',
    'records',
    '\ud800',
    '\u0000',
    '💥',
    'hacker forum',
    ' '.repeat(40),
  ],
);
const listing = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(fc.oneof(bait, fc.string({ maxLength: 8 })), { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('proposeClaims', () => {
  it('quotes exactly, proposes one of each kind at most, and only valid claims, whatever the text', () => {
    fc.assert(
      fc.property(listing, (text) => {
        const proposals = proposeClaims(text);
        const kinds = proposals.map(({ content }) => content.kind).filter((kind) => kind !== 'field');
        expect(new Set(kinds).size).toBe(kinds.length);
        const types = proposals.flatMap(({ content }) => (content.kind === 'field' ? [content.fieldType] : []));
        expect(new Set(types).size).toBe(types.length);
        for (const { content, quote } of proposals) {
          expect(text.slice(quote.start, quote.end)).toBe(quote.words);
          expect(quote.words).not.toBe('');
          expect(quoteSchema.safeParse(quote).success).toBe(true);
          expect(claimContentSchema.safeParse(content).success).toBe(true);
        }
      }),
      { numRuns: 1500 },
    );
  });

  it('proposes nothing for an empty text', () => {
    expect(proposeClaims('')).toEqual([]);
    expect(proposeClaims(' \r\n\t\n')).toEqual([]);
  });

  it.each([
    'a',
    ' ',
    '\n',
    '1',
    '1,',
    '$',
    'names, ',
    'includes ',
    '[code]\n',
    'Sample:\n',
    '万',
    '【',
    '- a\n',
    'Price: $1\n',
    'China ',
    'posted by ',
    '中国',
    '(',
    '2026-',
    'fields:\n',
  ])('stays quick on 200 kB of %j', (unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length));
    const begin = performance.now();
    proposeClaims(text);
    // Far above what a linear reading takes, far below what a backtracking pattern would.
    expect(performance.now() - begin).toBeLessThan(4000);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proposeClaims } from '#shared/listing/propose.ts';

const seed = readFileSync(new URL('../../../shared/packs/demo/seed-listing.txt', import.meta.url), 'utf8');
const proposals = proposeClaims(seed);
const of = (kind: string) => proposals.filter(({ content }) => content.kind === kind);

describe('the bundled listing', () => {
  it('is the advisory that the project starts from', () => {
    expect(seed.startsWith('Dark Web News Analysis: Alleged Database of Chinese E-Commerce')).toBe(true);
    expect(seed.length).toBeGreaterThan(4900);
  });

  it('yields its title, status, source, sector and country, each with its words', () => {
    expect(
      proposals
        .filter(({ content }) => content.kind !== 'field')
        .map(({ content, quote }) => [content.kind, content.text, quote.words]),
    ).toEqual([
      ['title', seed.slice(0, seed.indexOf('\n')), seed.slice(0, seed.indexOf('\n'))],
      ['status', 'Alleged', 'Alleged'],
      ['source', 'Hacker forum', 'hacker forum'],
      ['sector', 'E-commerce', 'E-Commerce'],
      ['country', 'China', 'Chinese'],
    ]);
    expect(of('status')[0]?.content).toMatchObject({ status: 'alleged' });
    expect(of('country')[0]?.content).toMatchObject({ country: 'CN' });
  });

  it('yields the five claimed fields and no others', () => {
    expect(
      of('field').map(({ content, quote }) => [quote.words, content.kind === 'field' ? content.fieldType : '']),
    ).toEqual([
      ['names', 'full-name'],
      ['IDs', 'cn-resident-id'],
      ['mobile numbers', 'mobile'],
      ['prices', 'price'],
      ['transaction details', 'order-id'],
    ]);
  });

  it.each(['price', 'record-count', 'seller', 'date'])('takes nothing in it for a %s', (kind) => {
    expect(of(kind)).toEqual([]);
  });
});

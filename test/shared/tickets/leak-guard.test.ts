import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replyTemplates } from '#shared/packs/templates.ts';
import { fillTemplate } from '#shared/tickets/fill.ts';
import { createLeakGuard } from '#shared/tickets/leak-guard.ts';
import { generateEcommerceSample } from '../../fixtures/ecommerce-sample.ts';
import { factsWith } from './sources.ts';

const replies = replyTemplates.map(({ source }) => {
  const filled = fillTemplate(source, factsWith());
  return filled.ok ? filled.value.text : '';
});

describe('a value that stands in the text', () => {
  it.each([
    ['13812345678', 'call 138-1234-5678 now'],
    ['13812345678', 'call +86 138 1234 5678'],
    ['+86 13812345678', 'call 13812345678'],
    ['0086-138-1234-5678', 'call (138)1234.5678'],
    ['330106199001011234', 'ID 330106 19900101 1234'],
    ['33010619900101123X', 'ID 33010619900101123x.'],
    ['13812345678', '１３８１２３４５６７８'],
    ['13812345678', 'on 2026-03-20 13812345678'],
    ['482913', 'the code is 482913, sorry'],
    ['Ann@Mail.Example', 'write to ann@mail.example.'],
    ['https://shop.example/U/1', '(HTTPS://shop.example/u/1)'],
    ['王伟', '客户王伟的订单'],
    ['欧阳娜娜', 'a row for 欧阳 娜娜'],
    ['浙江省杭州市文三路 12号', '地址：浙江省杭州市文三路12号'],
    ['John  Smith', 'dear JOHN\nSMITH,'],
    ['DD2026-AB', 'order dd2026-ab'],
    ['a\u200bnn@mail.example', 'ann@mail.example'],
  ])('%j is found in %j', (value, text) => {
    expect(createLeakGuard(text).contains(value)).toBe(true);
  });
});

describe('a value that does not stand in the text', () => {
  it.each([
    ['', 'anything'],
    ['   ', 'a   b'],
    ['13812345679', '13812345678'],
    ['12345', 'the number 12345'],
    ['202603', '2026-03-20'],
    ['2026-03-20', 'on 2026-03-20'],
    ['single', 'singled out'],
    ['data', 'the data'],
    ['王', '王伟'],
    ['138****1234', '138****1234'],
    ['张**', '张**'],
    ['123456', 'of 1,123,456 rows'],
  ])('%j is not found in %j', (value, text) => {
    expect(createLeakGuard(text).contains(value)).toBe(false);
  });

  it('is not found where the template itself says it', () => {
    expect(createLeakGuard('Dear John Smith, what we suggest', 'what we suggest').contains('suggest')).toBe(false);
    expect(createLeakGuard('Dear John Smith, what we suggest', 'what we suggest').contains('John Smith')).toBe(true);
  });
});

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const separated = (value: string) =>
  fc
    .array(fc.constantFrom('', '', ' ', '-', '.', ' - '), { minLength: value.length, maxLength: value.length })
    .map((gaps) => [...value].map((char, at) => (at === 0 ? '' : gaps[at]) + char).join(''));
const number = fc
  .constantFrom(8, 11, 15, 16, 18, 20)
  .chain(digits)
  .filter((value) => !/^(?:19|20)\d{6}$/.test(value));
const planted = fc.oneof(
  number.chain((value) => separated(value).map((written) => [value, written] as const)),
  digits(10).map((rest) => [`1${rest}`, `+86 1${rest}`] as const),
  // Three stars in a row are taken for a mask, and masked values are not looked for.
  fc
    .emailAddress()
    .filter((value) => !value.includes('***'))
    .map((value) => [value, value.toUpperCase()] as const),
  fc
    .array(fc.constantFrom(...'王李张伟芳娜秀英敏静杭州浙江'), { minLength: 2, maxLength: 12 })
    .map((all) => [all.join(''), all.join('')] as const),
  fc.stringMatching(/^[a-z]{3,8} [a-z]{3,8}$/).map((value) => [value, value.replace(' ', ' \n ')] as const),
);

describe('the guard', () => {
  it('finds every value planted in a text, however it is written', () => {
    fc.assert(
      fc.property(planted, fc.constantFrom(...replies), fc.nat(), ([value, written], reply, seed) => {
        const at = seed % (reply.length + 1);
        const text = `${reply.slice(0, at)} <${written}> ${reply.slice(at)}`;
        expect(createLeakGuard(text).contains(value)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('finds no value of a generated sample in the bundled replies', () => {
    const decoder = new TextDecoder();
    const parts = [...generateEcommerceSample({ rows: 3000, seed: 7, quirks: true })].map((bytes) =>
      decoder.decode(bytes),
    );
    const cells = parts.join('').split(/[,\n]/).slice(8);
    expect(cells.length).toBeGreaterThan(20_000);
    for (const reply of replies) {
      const guard = createLeakGuard(reply);
      expect(cells.filter((cell) => guard.contains(cell))).toEqual([]);
    }
  });

  it('is cheap for millions of values', () => {
    const guard = createLeakGuard(replies.join('\n'), replies[0]);
    const begin = performance.now();
    for (let n = 0; n < 1_000_000; n++) {
      guard.contains(n % 2 === 0 ? `1${3_000_000_000 + n}` : `user${n}@mail.example`);
    }
    // A scan of the text for each value would take minutes.
    expect(performance.now() - begin).toBeLessThan(20_000);
    console.log(`leak guard: ${Math.round(1e6 / (performance.now() - begin))} values per ms`);
  });

  it('survives any text and any value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, value) => {
        expect(typeof createLeakGuard(text).contains(value)).toBe('boolean');
      }),
    );
  });
});

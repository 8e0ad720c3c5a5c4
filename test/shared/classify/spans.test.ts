import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import { findSpans } from '#shared/classify/spans.ts';
import { type Person, person } from '../../fixtures/china.ts';
import { createRandom } from '../../fixtures/random.ts';

type Planted = { readonly type: string; readonly value: string };

function found(text: string): Planted[] {
  return findSpans(text).map(({ start, end, fieldType }) => ({ type: fieldType, value: text.slice(start, end) }));
}

const people = fc.integer().map((seed) => person(createRandom(seed)));

function of(type: string, value: (from: Person) => string): fc.Arbitrary<Planted> {
  return people.map((from) => ({ type, value: value(from) }));
}

function fixed(type: string, ...values: readonly string[]): fc.Arbitrary<Planted> {
  return fc.constantFrom(...values).map((value) => ({ type, value }));
}

const planted: fc.Arbitrary<Planted> = fc.oneof(
  of('mobile', ({ mobile }) => mobile),
  of('mobile', ({ mobile }) => mobile.replace(/^(...)(....)/, '$1-$2-')),
  of('mobile', ({ mobile }) => mobile.replace(/^(...)(....)/, '+86 $1 $2 ')),
  of('email', ({ email }) => email),
  of('cn-resident-id', ({ residentId }) => residentId),
  of('address', ({ address }) => address),
  fixed('mobile', '+447911123456', '+1 (415) 555-2671', '0049 30 901820'),
  fixed('landline', '0571-88888888', '(010)62781234', '+86-571-8888-8888'),
  fixed('bank-card', '4111111111111111', '4111 1111 1111 1111', '3782-822463-10005'),
  fixed('ip', '203.0.113.7', '2001:db8::8a2e:370:7334'),
  fixed('url', 'https://www.example.com/a?b=c%20d&e=1', 'www.example.org'),
  fixed('mac', '00:1a:2b:3c:4d:5e'),
  fixed('iban', 'GB82WEST12345698765432', 'DE89 3704 0044 0532 0130 00'),
  fixed('uscc', '91350211M000100Y46'),
  fixed('hk-id', 'D288754(2)'),
  fixed('tw-id', 'A123456789'),
  fixed('plate', '粤B12345', '京A·12345'),
  fixed('tron-address', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t'),
  fixed('br-cpf', '390.533.447-05'),
  fixed('us-ssn', '219-09-9998'),
  fixed('in-aadhaar', '2341 2341 2346'),
  fixed('address', '221B Baker Street', '12 rue de la Paix', 'Hauptstraße 12a', '北京朝阳区建国路88号'),
);

/** Words that hold no value, and begin and end with what belongs to none. */
const talk = fc
  .array(
    fc.constantFrom(
      '客户要求尽快发货',
      '请联系',
      '多谢',
      'please call',
      'after six',
      'спасибо',
      '（急）',
      '3件',
      ' 5 ',
    ),
    {
      maxLength: 5,
    },
  )
  .map((words) => words.join('，'));
const gap = fc.constantFrom('，', ', ', '。', '：', ': ', '；', '\n', ' / ', '"', ' “');

describe('spans in a text', () => {
  it('finds what is planted, at its place, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(talk, gap, planted, gap), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts.map(([words, before, { value }, after]) => words + before + value + after).join('');
        expect(found(text)).toEqual(parts.map(([, , one]) => one));
      }),
    );
  });

  it('finds what touches Chinese text', () => {
    const touching = planted.filter(({ type }) => type !== 'address' && type !== 'plate');
    fc.assert(
      fc.property(touching, ({ type, value }) => {
        expect(found(`联系方式${value}找老王`)).toEqual([{ type, value }]);
      }),
    );
  });

  it('finds none where there is none', () => {
    for (const text of [
      '',
      '客户要求2024-03-05 12:30前送达，共3件，金额1299.00元，快递柜15号',
      'Delivered on 2024-03-05 at 12:30:15, order 20240305123015123456, 3 x 12.90 = 38.70',
      '订单202403051230151234567已发货，运单SF1234567890123，版本1.2.3',
      'md5 5f4dcc3b5aa765d61d8327deb882cf99 uuid 550e8400-e29b-41d4-a716-446655440000',
      'ratio 16:9, std::vector, a::b, me @home, x@y, 1.13812345678.2',
      '杭州市的天气很好，西湖区也不错，他在路上',
      '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20',
    ]) {
      expect([text, found(text)]).toEqual([text, []]);
    }
    fc.assert(
      fc.property(talk, (text) => {
        expect(found(text)).toEqual([]);
      }),
    );
  });

  it('never cuts a number out of a longer one, and holds only values that pass, in order, without overlaps', () => {
    const pieces = fc.constantFrom(
      ...[
        '13812345678',
        '138',
        '1234',
        '5678',
        '0571',
        '-',
        ' ',
        '+',
        '(',
        ')',
        '.',
        '@',
        ':',
        '/',
        'x',
        'a',
        'X',
        '汉',
      ],
      ...['4111111111111111', '11010519491231002X', 'a@b.cn', '203.0.113.7', '浙江省杭州市', '文三路', '9号', 'www.'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, fieldType } of findSpans(text)) {
          const value = text.slice(start, end);
          expect([value, start >= last, detectorFor(fieldType).accepts(value)]).toEqual([value, true, true]);
          last = end;
          if (fieldType !== 'address') {
            const isCutBefore = /\d$/.test(text.slice(0, start)) && /^\d/.test(value);
            const isCutBehind = /\d$/.test(value) && /^\d/.test(text.slice(end));
            expect([text, value, isCutBefore, isCutBehind]).toEqual([text, value, false, false]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('lets the surer type win where two would do', () => {
    expect(found('13812345678@163.com')).toEqual([{ type: 'email', value: '13812345678@163.com' }]);
    expect(found('https://x.example/?m=a@b.cn')).toEqual([{ type: 'url', value: 'https://x.example/?m=a@b.cn' }]);
    expect(found('vx13812345678')).toEqual([{ type: 'mobile', value: '13812345678' }]);
  });

  it('reads full-width digits in their place', () => {
    expect(findSpans('电话：１３８１２３４５６７８。')).toEqual([{ start: 3, end: 14, fieldType: 'mobile' }]);
  });

  it('takes in texts that would make a backtracking pattern hang', () => {
    for (const sign of [
      '1',
      'a',
      'A',
      '-',
      '.',
      ':',
      '@',
      '(',
      ' ',
      '区',
      '路',
      'a.',
      '1-',
      '1 ',
      ':a',
      'w',
      '0a-',
      'A b ',
    ]) {
      expect(findSpans(sign.repeat(50_000)).length).toBeLessThan(50_000);
    }
  });
});

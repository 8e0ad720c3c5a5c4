import fc from 'fast-check';
import examples from 'libphonenumber-js/examples.mobile.json';
import { type CountryCode, getCountries, getExampleNumber, isValidPhoneNumber } from 'libphonenumber-js/min';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { clean } from '#shared/classify/clean.ts';
import { isResidentId } from '#shared/classify/detectors/cn-resident-id.ts';
import { allDetectors, detectorFor } from '#shared/classify/detectors.ts';
import { isInternationalNumber } from '#shared/classify/phone-plan.ts';
import { unknownFieldType } from '#shared/domain/field-type-id.ts';
import { packId } from '#shared/packs/field-types.ts';

function accepts(id: string, value: string): boolean {
  return detectorFor(packId(id)).accepts(value);
}

const valid: Readonly<Record<string, readonly string[]>> = {
  'cn-resident-id': ['360426199101010071', '11010519491231002x', '110105491231002'],
  mobile: ['13812345678', '+86 138-1234-5678', '008613812345678', '+447911123456', '19912345678'],
  landline: ['0571-88886666', '010-65551234', '(021)55556666', '0571-88886666-802', '+86-571-88886666'],
  email: ['a@d.com', 'first.last+tag@sub.example.co.uk', '张三@例子.中国'],
  'full-name': ['张三', '欧阳娜娜', '阿不都·热依木', 'John Smith', 'Ludwig van Beethoven'],
  price: ['0', '12.50', '¥1,299.00', '99元', 'USD 12.5'],
  timestamp: [
    '2024-03-01',
    '2024/3/1 8:05',
    '2024年3月1日',
    '20240301123000',
    '1709251200',
    '1709251200000',
    '2024-03-01T10:00:00.123Z',
  ],
  'birth-date': ['1987-03-02', '19870302', '1987年3月2日'],
  ip: ['192.0.2.1', '2001:db8::1', '::1', '::ffff:192.0.2.1'],
  url: ['https://example.org/a?b=1', 'www.example.org'],
  'password-hash': [
    '5f4dcc3b5aa765d61d8327deb882cf99',
    `$2y$10$${'a'.repeat(53)}`,
    '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA',
  ],
  'bank-card': ['4111111111111111', '4111 1111 1111 1111', '6222020000000000000'],
  passport: ['E12345678', 'EA1234567'],
  qq: ['10001'],
  postcode: ['310000'],
  plate: ['浙A12345', '粤BD12345', '京AF12345'],
  gps: ['30.27408,120.15507', '120.155'],
  'tracking-number': ['SF1234567890123', 'RR123456789CN'],
  address: ['浙江省杭州市西湖区文三路90号', '12 Baker Street, London'],
  region: ['浙江', '浙江省杭州市', '西湖区'],
  gender: ['男', 'F'],
  'payment-method': ['支付宝', 'WeChat Pay'],
  'row-id': ['1', '0190b5a2-7c1e-7def-8abc-1234567890ab'],
};

const invalid: Readonly<Record<string, readonly string[]>> = {
  'cn-resident-id': [
    '360426199101010072',
    '360426199102300071',
    '990426199101010071',
    '3604261991',
    '3301**********1234',
  ],
  mobile: ['12812345678', '1381234567', '138****5678', '+861281234567', '2024-03-01', '15412345678'],
  landline: ['13812345678', '88886666', '2024-03-01'],
  email: ['a@b', '@d.com', 'a..b@d.com', 'a***@d.com', 'https://x.example/@a'],
  'full-name': ['周一', '江苏', '李宁旗舰店', '星期五', 'john', '北京市', '张**'],
  price: ['-1', '1.2.3', '13812345678', 'abc', '12,34'],
  timestamp: ['2024-02-30', '20241301', '9999999999', '2024-03-01 25:00:00', '1.5'],
  'birth-date': ['2024-03-01 10:11:12', '1709251200'],
  ip: ['256.1.1.1', '1.2.3', '1.2.3.4.5', '10:30:00', ':::1'],
  url: ['a@d.com', 'ftp', 'httpd'],
  'password-hash': ['12345678901234567890123456789012', 'password'],
  'bank-card': ['4111111111111112', '360426199101010071', '12.50'],
  plate: ['浙AI2345', '浙12345'],
  region: ['浙江省杭州市文三路90号', '张三'],
};

describe('detectors', () => {
  it.each(Object.entries(valid))('%s accepts valid values', (id, values) => {
    expect(values.filter((value) => !accepts(id, value))).toEqual([]);
  });

  it.each(Object.entries(invalid))('%s refuses others', (id, values) => {
    expect(values.filter((value) => accepts(id, value))).toEqual([]);
  });

  it('know masked values of their type, which are not valid', () => {
    for (const [id, value] of [
      ['mobile', '138****1234'],
      ['cn-resident-id', '3301**********1234'],
      ['full-name', '张**'],
      ['email', 'a***@d.com'],
      ['bank-card', '622202******0004'],
      ['bank-card', '**** 1234'],
    ] as const) {
      expect(detectorFor(packId(id)).isMasked(value)).toBe(true);
      expect(accepts(id, value)).toBe(false);
    }
  });

  it('refuse blanks, take any string, judge it cleaned as they judge it whole, and normalise twice as once', () => {
    for (const detector of allDetectors()) {
      expect(detector.accepts('  ')).toBe(false);
      fc.assert(
        fc.property(fc.string({ unit: 'binary' }), (value) => {
          expect(detector.fits(clean(value))).toBe(detector.accepts(value) || detector.isMasked(value));
          const once = detector.normalise(value);
          expect(detector.normalise(once)).toBe(once);
        }),
        { numRuns: 200 },
      );
    }
  });

  it('bring spellings of one value together', () => {
    const same = (id: string, ...values: string[]) =>
      expect(new Set(values.map((value) => detectorFor(packId(id)).normalise(value))).size).toBe(1);
    same('mobile', '13812345678', '+8613812345678', ' 138 1234 5678', '86-138-1234-5678');
    same('cn-resident-id', '11010519491231002x', '11010519491231002X');
    same('email', 'a@D.com', 'a@d.COM');
    same('price', '12.5', '¥12.50', '12.50元');
  });

  it('answer for every type, known or not', () => {
    expect(detectorFor(unknownFieldType).accepts('x')).toBe(true);
    expect(detectorFor(packId('item'))).toMatchObject({ fieldType: 'item', chance: 1 });
  });
});

describe('against the libraries', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

  it('judges resident ids as stdnum does', () => {
    const front = fc
      .tuple(
        fc.constantFrom('11', '33', '44', '65'),
        digits(4),
        fc.integer({ min: 1930, max: 2010 }),
        digits(4),
        digits(3),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(front, fc.constantFrom(...'0123456789X'), (seventeen, check) => {
        expect(isResidentId(seventeen + check)).toBe(stdnum['CN']?.['ric']?.validate(seventeen + check).isValid);
      }),
      { numRuns: 3000 },
    );
  });

  it('judges credit codes as stdnum does, save that 0 is a check character', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const organisation = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(digits(6), organisation, (region, rest) => {
        const codes = [...alphabet].map((check) => `91${region}${rest}${check}`);
        const own = codes.filter((code) => detectorFor(packId('uscc')).accepts(code));
        expect(own).toHaveLength(1);
        if (own[0]?.endsWith('0') === false) {
          expect(codes.filter((code) => stdnum['CN']?.['uscc']?.validate(code).isValid)).toEqual(own);
        }
      }),
    );
  });

  it('judges international numbers as libphonenumber-js does', () => {
    for (const country of getCountries()) {
      const number = getExampleNumber(country, examples)?.number;
      if (number !== undefined) {
        expect(isInternationalNumber(number), number).toBe(true);
      }
    }
    const countries: CountryCode[] = ['US', 'GB', 'DE', 'JP', 'SG', 'BR'];
    fc.assert(
      fc.property(fc.constantFrom(...countries), digits(3), (country, tail) => {
        const number = `${getExampleNumber(country, examples)?.number.slice(0, -3) ?? ''}${tail}`;
        expect(isInternationalNumber(number)).toBe(isValidPhoneNumber(number));
      }),
    );
  });
});

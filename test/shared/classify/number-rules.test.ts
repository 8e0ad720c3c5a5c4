import { isIPv4, isIPv6 } from 'node:net';
import fc from 'fast-check';
import { isValidIBAN } from 'ibantools';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { detectorFor } from '#shared/classify/detectors.ts';
import { packId } from '#shared/packs/field-types.ts';

function detector(id: string) {
  return detectorFor(packId(id));
}

/** Published examples, and the numbers of tests and documentation: nobody's. */
const valid: Readonly<Record<string, readonly (readonly [value: string, normalised: string])[]>> = {
  'hk-id': [
    ['D288754(2)', 'D2887542'],
    ['d2887542', 'D2887542'],
    ['A123456(3)', 'A1234563'],
  ],
  'tw-id': [['A123456789', 'A123456789']],
  'sg-nric': [
    ['S1234567D', 'S1234567D'],
    ['m5012345j', 'M5012345J'],
    ['F1234567N', 'F1234567N'],
    ['G1234567X', 'G1234567X'],
  ],
  'us-ssn': [
    ['536-90-4399', '536904399'],
    ['536904399', '536904399'],
  ],
  'uk-nino': [['HH 01 01 99 D', 'HH010199D']],
  'br-cpf': [['390.533.447-05', '39053344705']],
  'tr-tckn': [['17291716060', '17291716060']],
  'in-aadhaar': [['2341 2341 2346', '234123412346']],
  'in-pan': [['ACUPA7085R', 'ACUPA7085R']],
  iban: [
    ['GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['de89370400440532013000', 'DE89370400440532013000'],
    ['SA0380000000608010167519', 'SA0380000000608010167519'],
  ],
  'btc-address': [
    ['1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa'],
    ['3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy', '3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy'],
    ['BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4', 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
    [
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
      'bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0',
    ],
  ],
  'eth-address': [
    ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
    ['0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed', '0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
  ],
  'tron-address': [['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t', 'TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t']],
  vin: [
    ['1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
    ['wvwzzz1jz3w386752', 'WVWZZZ1JZ3W386752'],
  ],
  imei: [
    ['490154203237518', '490154203237518'],
    ['49-015420-323751-8', '490154203237518'],
  ],
  imsi: [
    ['460001234567890', '460001234567890'],
    ['8986012345678901234A', '8986012345678901234A'],
  ],
  mac: [
    ['00-1A-2B-3C-4D-5E', '00:1a:2b:3c:4d:5e'],
    ['001a.2b3c.4d5e', '00:1a:2b:3c:4d:5e'],
  ],
  'cn-resident-id': [
    ['11010519491231002x', '11010519491231002X'],
    ['１１０１０５ 19491231 002X', '11010519491231002X'],
    ['110105-491231-002', '110105491231002'],
  ],
  mobile: [
    ['(+86) 138-1234-5678', '13812345678'],
    ['0086 138 1234 5678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['+44 (7911) 123456', '+447911123456'],
  ],
  landline: [
    ['0571-88886666转802', '057188886666-802'],
    ['(010) 6555 1234', '01065551234'],
  ],
  ip: [
    ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::FFFF:192.0.2.1', '::ffff:c000:201'],
  ],
  'bank-card': [['4111-1111-1111-1111', '4111111111111111']],
  alipay: [
    ['2088123456789012', '2088123456789012'],
    ['+8613812345678', '13812345678'],
  ],
  wechat: [['wxid_a1b2c3d4e5f6g7', 'wxid_a1b2c3d4e5f6g7']],
  plate: [['粤b·d12345', '粤BD12345']],
  age: [['35岁', '35']],
  uscc: [['91350211M000100Y46'.toLowerCase(), '91350211M000100Y46']],
};

const invalid: Readonly<Record<string, readonly string[]>> = {
  'hk-id': ['D288754(3)', 'D288755(2)', 'D288754'],
  'tw-id': ['A123456788', 'A323456789', 'A000000000'],
  'sg-nric': ['S1234567E', 'X1234567D', 'M5012345M'],
  'us-ssn': [
    '078-05-1120',
    '219-09-9999',
    '457-55-5462',
    '000-12-3456',
    '666-12-3456',
    '912-12-3456',
    '123-00-4567',
    '123-45 6789',
  ],
  'uk-nino': ['DA123456A', 'GB123456A', 'AO123456A', 'AA123456E'],
  'br-cpf': ['390.533.447-06', '111.111.111-11'],
  'tr-tckn': ['17291716061', '07291716060'],
  'in-aadhaar': ['234123412347', '134123412346', '2341-234123466'],
  'in-pan': ['ACUDA7085R', 'ACUPA0000R'],
  'kr-rrn': ['9701010123456', '971301-9019902'],
  iban: ['GB82WEST12345698765433', 'XX82WEST12345698765432', 'DE8937040044053201300'],
  'btc-address': [
    '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb',
    'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5',
    'Bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4',
  ],
  'eth-address': ['0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD', '5aaeb6053f3e94c9b9a09f33669435e7ef1beaed'],
  'tron-address': ['TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u'],
  vin: ['1M8GDM9A1KP042788', '1M8GDM9AXKP04278', '1M8GDM9AXIP042788'],
  imei: ['490154203237519', '1700000000000', '4901542032375'],
  imsi: ['999991234567890', '46000123456789012'],
  mac: ['00:1A:2B-3C-4D-5E', '00:1A:2B:3C:4D', '001122334455'],
  mobile: ['(86)12812345678', '138--12345678', '1700000000'],
  landline: ['026-88886666', '0571-18886666'],
  ip: ['01.2.3.4', '1::2::3', '1:2:3:4:5:6:7:8:9', 'fe80::1%'],
  'bank-card': ['4111111111111112', '353333333333333', '1111111111111117', '0000000000000000'],
  wechat: ['1abcdef', 'abcde', '张三丰张三丰'],
  alipay: ['2089123456789012'],
  passport: ['E1234567', 'G123456789'],
  'password-hash': [`$2y$10$${'a'.repeat(52)}`, `$6$salt$${'a'.repeat(85)}`],
  'auth-token': ['a.b.c', 'eyJhbGciOiJIUzI1NiJ9.e30', 'short'],
  username: ['a@d.com', '13812345678', 'two words'],
};

const jwt =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U';

describe('rules for numbers', () => {
  it.each(Object.entries(valid))('%s takes valid values in one spelling', (id, values) => {
    expect(values.map(([value]) => [value, detector(id).accepts(value), detector(id).normalise(value)])).toEqual(
      values.map(([value, normalised]) => [value, true, normalised]),
    );
  });

  it.each(Object.entries(invalid))('%s refuses near misses', (id, values) => {
    expect(values.filter((value) => detector(id).accepts(value))).toEqual([]);
  });

  it('judges a signed token by what it decodes to', () => {
    expect(detector('auth-token').accepts(jwt)).toBe(true);
    expect(detector('auth-token').accepts(jwt.replace('eyJhbGci', 'eyJhbGcj'.replace('J', '_')))).toBe(false);
    expect(detector('auth-token').accepts(jwt.replace('.', ''))).toBe(false);
  });

  it('refuses resident ids as cards, though one in eleven passes Luhn', () => {
    const ids = fc
      .tuple(fc.integer({ min: 1940, max: 2005 }), fc.integer({ min: 0, max: 999 }))
      .map(([year, serial]) => {
        const body = `110105${year}0312${String(serial).padStart(3, '0')}`;
        return (
          [...'0123456789X'].map((check) => body + check).find((id) => detector('cn-resident-id').accepts(id)) ?? ''
        );
      });
    fc.assert(fc.property(ids, (id) => id !== '' && !detector('bank-card').accepts(id)));
  });
});

describe('against the libraries', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  /** All values that differ in the last character, so that one of about ten is valid. */
  const lasts = (front: fc.Arbitrary<string>, alphabet: string) =>
    front.map((value) => [...alphabet].map((last) => value + last));

  it.each([
    ['in-aadhaar', 'IN', 'aadhaar', lasts(digits(11), '0123456789')],
    [
      'br-cpf',
      'BR',
      'cpf',
      lasts(digits(9), '0123456789').map((all) => all.flatMap((v) => [...'0123456789'].map((d) => v + d))),
    ],
    [
      'hk-id',
      'HK',
      'hkid',
      lasts(
        fc.tuple(fc.constantFrom('A', 'D', 'XE', 'WX'), digits(6)).map(([a, b]) => a + b),
        '0123456789A',
      ),
    ],
    [
      'tw-id',
      'TW',
      'natid',
      lasts(
        fc.tuple(fc.constantFrom(...'ABIOWXZ'), fc.constantFrom(...'1289'), digits(7)).map((parts) => parts.join('')),
        '0123456789',
      ),
    ],
    [
      'uk-nino',
      'GB',
      'nino',
      lasts(
        fc.tuple(fc.constantFrom('AB', 'BG', 'QA', 'HO', 'JZ'), digits(6)).map((p) => p.join('')),
        'ABCDEF',
      ),
    ],
  ] as const)('judges %s as stdnum does', (id, country, name, values) => {
    const oracle = stdnum[country]?.[name];
    fc.assert(
      fc.property(values, (all) => {
        for (const value of all) {
          expect([value, detector(id).accepts(value)]).toEqual([value, oracle?.validate(value).isValid]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('judges addresses of hosts as Node does', () => {
    const group = fc.oneof(fc.constantFrom('', '0', '1', 'ffff', '10000', '01', 'g'), fc.nat(300).map(String));
    const v6 = fc.array(group, { minLength: 2, maxLength: 9 }).map((groups) => groups.join(':'));
    const v4 = fc
      .array(fc.oneof(fc.nat(300).map(String), fc.constantFrom('', '01')), { minLength: 3, maxLength: 5 })
      .map((parts) => parts.join('.'));
    const mixed = fc.tuple(v6, v4).map(([a, b]) => `${a}:${b}`);
    fc.assert(
      fc.property(fc.oneof(v6, v4, mixed), (value) => {
        expect([value, detector('ip').accepts(value)]).toEqual([value, isIPv4(value) || isIPv6(value)]);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes every IBAN that ibantools takes', () => {
    for (const value of [
      'NL91ABNA0417164300',
      'FR1420041010050500013M02606',
      'NO9386011117947',
      'CH9300762011623852957',
      'XK051212012345678906',
      'MT84MALT011000012345MTLCAST001S',
    ]) {
      expect([value, isValidIBAN(value)]).toEqual([value, detector('iban').accepts(value)]);
      expect(detector('iban').accepts(value)).toBe(true);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskValue } from '#shared/classify/mask.ts';
import { isPlain } from '#shared/classify/plain-types.ts';
import { fieldTypes, packId } from '#shared/packs/field-types.ts';

function text(id: string, value: string): string {
  return maskValue(packId(id), value).text;
}

// Characters of the original that a mask may show, where it is more than the first one.
const allowance: Readonly<Record<string, number>> = {
  'cn-resident-id': 7,
  mobile: 7,
  landline: 5,
  'bank-card': 10,
  uscc: 7,
  passport: 4,
  'order-id': 7,
  'tracking-number': 6,
  plate: 3,
  qq: 4,
  postcode: 2,
  'full-name': 2,
  'birth-date': 6,
  ip: 9,
  url: 8,
  address: 30,
  'hk-id': 3,
  'tw-id': 4,
  'sg-nric': 5,
  'jp-my-number': 4,
  'in-aadhaar': 4,
  'in-pan': 4,
  'us-ssn': 4,
  'uk-nino': 3,
  'br-cpf': 5,
  'tr-tckn': 4,
  'travel-permit': 4,
  'driver-licence': 4,
  'social-insurance': 4,
  iban: 8,
  'bank-account': 6,
  alipay: 7,
  'payment-record': 7,
  'btc-address': 8,
  'eth-address': 10,
  'tron-address': 8,
  mac: 8,
  imei: 6,
  imsi: 7,
  vin: 7,
  wechat: 4,
  'student-id': 4,
  'medical-record-no': 3,
};
const secrets = [
  'password-plain',
  'password-hash',
  'security-qa',
  'pin',
  'auth-token',
  'api-key',
  'private-key',
  'card-cvv',
  'card-expiry',
];

const shaped = fc.constantFrom(
  '张三',
  '欧阳娜娜',
  '13812345678',
  '360426199101010071',
  '4111111111111111',
  'ab@d.com',
  'a@d.com',
  '12.50',
  '1',
  '2024-03-01 10:00:00',
  '浙江省杭州市西湖区文三路90号',
  'https://example.org/u/1',
  '192.0.2.1',
  '支付宝',
  '5f4dcc3b5aa765d61d8327deb882cf99',
  '202403010000012345',
  'E12345678',
  '0571-88886666',
);

function hidesEnough(id: string, value: string, shown: string): boolean {
  if (value.length > 1 && shown.includes(value)) {
    return false;
  }
  const visible = shown.replaceAll(/[*•-]/g, '').length;
  if (secrets.includes(id)) {
    return visible === 0;
  }
  const domain = value.slice(Math.max(0, value.lastIndexOf('@')));
  if (id === 'email' && shown.endsWith(domain)) {
    return visible <= 2 + domain.length;
  }
  return visible <= Math.max(2, allowance[id] ?? 0);
}

describe('maskValue', () => {
  it.each([
    ['full-name', '张三丰', '张**'],
    ['full-name', '欧阳娜娜', '欧阳**'],
    ['cn-resident-id', '330102199003071234', '3••••••'],
    ['cn-resident-id', '360426199101010071', '360***********0071'],
    ['mobile', '13812341234', '138****1234'],
    ['email', 'abc@d.com', 'a***@d.com'],
    ['email', 'a@d.com', '•***@d.com'],
    ['bank-card', '4111111111111111', '411111******1111'],
    ['address', '浙江省杭州市西湖区文三路90号', '浙江省杭州市••••••'],
    ['address', '上海市浦东新区世纪大道1号', '上海市••••••'],
    ['password-plain', 'hunter2', '••••••'],
    ['birth-date', '1987-03-02', '1987-**-**'],
    ['mobile', '138****1234', '138•••••1234'],
    ['nickname', 'x', '•'],
    ['nickname', 'blue horse', 'b••••••'],
    ['unknown', '13812345678', '1••••••'],
  ])('%s: %s → %s', (id, value, masked) => {
    const fieldType = id === 'unknown' ? packId('remark') : packId(id);
    expect(maskValue(fieldType, value)).toEqual({ text: masked, masked: true });
  });

  it('shows what says nothing of a person, in its strict form only', () => {
    expect(maskValue(packId('price'), '199.00')).toEqual({ text: '199.00', masked: false });
    expect(maskValue(packId('order-time'), '2024-03-01 10:00:00').masked).toBe(false);
    expect(maskValue(packId('payment-method'), '支付宝').masked).toBe(false);
    for (const [id, value] of [
      ['price', '13812345678'],
      ['price', '360426199101010071'],
      ['price', '88886666'],
      ['order-time', '1987-03-02'],
      ['order-time', '2065551234'],
      ['region', '张三'],
      ['gender', '13812345678'],
      ['row-id', '13812345678'],
      ['item', '张三'],
    ] as const) {
      expect(text(id, value), `${id} ${value}`).not.toBe(value);
    }
  });

  it('never shows the whole value nor more of it than its type allows, whatever the value', () => {
    const anyValue = fc.oneof(shaped, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
    for (const { id } of fieldTypes) {
      fc.assert(
        fc.property(anyValue, (raw) => {
          // Signs that hide are not characters of a value.
          const value = raw.trim().replaceAll(/[*＊●•]/g, '');
          const { text: shown, masked } = maskValue(id, value);
          return masked ? hidesEnough(id, value, shown) : value === '' || isPlain(id, value);
        }),
        { numRuns: 150 },
      );
    }
  });

  it('leaves blanks blank', () => {
    expect(maskValue(packId('mobile'), '  ')).toEqual({ text: '', masked: false });
  });
});

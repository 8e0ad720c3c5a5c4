import { describe, expect, it } from 'vitest';
import { detectTable } from '#shared/classify/table.ts';
import type { Detection } from '#shared/domain/detection.ts';
import { chineseName, mailAddress, mobileNumber } from '../../fixtures/china.ts';
import { createRandom, type Random } from '../../fixtures/random.ts';

// Every value here is synthetic.

function column(seed: number, make: (random: Random, index: number) => string, count = 200): string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => make(random, index));
}

function alone(header: string | null, values: readonly string[]): Detection {
  const [detection] = detectTable(header === null ? null : [header], [values]);
  if (detection === undefined) {
    throw new Error('A table of one column has one detection.');
  }
  return detection;
}

function typeOf(header: string | null, values: readonly string[]): string {
  return alone(header, values).fieldType;
}

const words = (text: string) => (random: Random) => {
  const [first = '', ...rest] = text.split(' ');
  return random.pick([first, ...rest]);
};

describe('columns of numbers', () => {
  it('calls an auto-increment column row-id, never phone, card, time or QQ', () => {
    for (const start of [1, 10_001, 1_700_000_000, 13_800_000_000]) {
      const values = column(1, (_, index) => String(start + index));
      expect(typeOf('id', values)).toBe('row-id');
      expect(typeOf(null, values)).toBe('row-id');
    }
  });

  it('does not call 18-digit order numbers resident ids', () => {
    const values = column(2, (random) => `202403${10 + random.below(20)}${random.digits(10)}`);
    expect(typeOf('订单编号', values)).toBe('order-id');
    expect(typeOf(null, values)).toBe('order-id');
  });

  it('tells 11-digit order numbers from mobiles', () => {
    const values = column(3, (random) => `18091${random.digits(6)}`);
    expect(typeOf('order_no', values)).toBe('order-id');
    expect(typeOf(null, values)).toBe('unknown');
    expect(typeOf(null, column(3, mobileNumber))).toBe('mobile');
  });

  it('does not call prices cards, coordinates or identifiers', () => {
    const values = column(4, (random) => (random.below(500_000) / 100).toFixed(2));
    expect(typeOf('price', values)).toBe('price');
    expect(typeOf(null, values)).toBe('price');
  });

  it('leaves plain numbers unknown', () => {
    expect(
      typeOf(
        null,
        column(5, (random) => random.digits(1 + random.below(6))),
      ),
    ).toBe('unknown');
    expect(
      typeOf(
        'qty',
        column(5, (random) => String(random.below(9))),
      ),
    ).toBe('unknown');
  });

  it('reads epochs of 10 and 13 digits as times', () => {
    const seconds = column(6, (random) => String(1_690_000_000 + random.below(30_000_000)));
    expect(typeOf(null, seconds)).toBe('timestamp');
    expect(typeOf('regtime', seconds)).toBe('timestamp');
    expect(
      typeOf(
        'pay_time',
        seconds.map((value) => `${value}123`),
      ),
    ).toBe('order-time');
  });

  it('does not call numbers that fail Luhn cards', () => {
    expect(
      typeOf(
        null,
        column(7, (random) => `62${random.digits(17)}`),
      ),
    ).not.toBe('bank-card');
    expect(
      alone(
        '卡号',
        column(7, (random) => `62${random.digits(17)}`),
      ).confidence,
    ).toBeLessThan(0.8);
  });
});

describe('columns of words', () => {
  it.each([
    ['weekdays', '周一 周二 周三 周四 周五 周六 周日'],
    ['provinces', '江苏 安徽 江西 云南 海南 甘肃 广东 贵州'],
    ['cities', '成都 常州 温州 苏州 徐州 杭州 金华 宁波 郑州'],
    ['colours', '黄色 白色 红色 青色 金色 米色 蓝色'],
    ['levels', '高级 普通 黄金 白金 钻石'],
    ['shops', '王记面馆 李宁旗舰店 周黑鸭食品店 高远数码专营店 马大姐食品 张小泉刀剪'],
    ['products', '毛衣 牛奶 花生 石榴 白菜 羽绒服 充电器 水杯 雨伞 键盘 鼠标 毛巾'],
    ['companies', '王牌电器有限公司 杨氏贸易有限公司 李氏集团股份有限公司'],
  ])('does not take %s for names', (_, text) => {
    expect(typeOf(null, column(8, words(text)))).not.toBe('full-name');
  });

  it('finds names, also without a header', () => {
    expect(typeOf(null, column(9, chineseName))).toBe('full-name');
    expect(alone('xm', column(9, chineseName)).confidence).toBeGreaterThanOrEqual(0.95);
  });

  it('takes Latin names only with a header', () => {
    const values = column(10, words('John_Smith Mary_Jones Anna_Lee Peter_Brown')).map((name) =>
      name.replace('_', ' '),
    );
    expect(typeOf('full_name', values)).toBe('full-name');
    expect(typeOf(null, values)).toBe('unknown');
  });

  it('calls sentences a remark and codes unknown', () => {
    expect(
      typeOf(null, [
        '请在下午三点以后送货，谢谢',
        '门口没人就放在快递柜里面，别打电话',
        '发票抬头写公司名称，不要写个人。',
      ]),
    ).toBe('remark');
    expect(alone(null, ['A1', 'B7', 'C9'])).toMatchObject({ fieldType: 'unknown', confidence: 0 });
  });

  it('keeps e-mail addresses apart from web addresses', () => {
    expect(typeOf(null, column(11, mailAddress))).toBe('email');
    expect(typeOf(null, ['https://a.example/x', 'http://b.example', 'www.c.example/y'])).toBe('url');
  });
});

describe('headers', () => {
  it('lets values decide ambiguous ones', () => {
    expect(typeOf('jg', ['12.50', '8.00', '199.00'])).toBe('price');
    expect(typeOf('jg', ['浙江杭州', '江苏南京', '山东济南'])).toBe('birth-place');
    expect(typeOf('xh', ['1', '2', '3', '4'])).toBe('row-id');
    expect(
      typeOf(
        'xh',
        column(12, (random) => `2019${random.digits(6)}`),
      ),
    ).toBe('student-id');
    expect(typeOf('dw', ['杭州市第一中学', '浙江某某有限公司', '某某贸易公司'])).toBe('employer');
    expect(typeOf('dw', ['件', '盒', 'kg', '件'])).toBe('unknown');
    expect(typeOf('tel', ['0571-88886666', '010-65551234', '021-55556666'])).toBe('landline');
    expect(typeOf('pwd', ['5f4dcc3b5aa765d61d8327deb882cf99', 'e10adc3949ba59abbe56e057f20f883e'])).toBe(
      'password-hash',
    );
    expect(typeOf('pwd', ['letmein', 'qwerty12', 'secret!'])).toBe('password-plain');
  });

  it('believes values over a misleading one, less surely, and names both', () => {
    const verdict = alone('phone', column(13, mailAddress));
    expect(verdict).toMatchObject({ fieldType: 'email', runnerUp: 'mobile', confidence: 0.6 });
    expect(alone('name', column(13, mailAddress))).toMatchObject({ fieldType: 'email', runnerUp: 'full-name' });
    expect(alone('order_no', column(13, mailAddress))).toMatchObject({ fieldType: 'email', runnerUp: 'order-id' });
  });

  it('lets accounts be phone numbers where that is how the service works', () => {
    expect(typeOf('微信号', column(14, mobileNumber))).toBe('wechat');
    expect(typeOf('账号', column(14, mobileNumber))).toBe('mobile');
  });

  it.each([
    ['Mobile_Phone', 'mobile'],
    ['buyerMobile', 'mobile'],
    ['收货人手机号码', 'mobile'],
    ['手机号1', 'mobile'],
    ['SJHM', 'mobile'],
  ])('reads %s', (header, fieldType) => {
    const verdict = alone(header, column(15, mobileNumber));
    expect(verdict.fieldType).toBe(fieldType);
    expect(verdict.confidence).toBeGreaterThanOrEqual(0.95);
  });

  it.each(['shop_name', 'goods_name', 'file_name', 'stock_level', 'pay_type', 'error_code', 'branch_no'])(
    'does not take %s for a name or a number of a person',
    (header) => expect(['full-name', 'row-id', 'loyalty']).not.toContain(typeOf(header, ['alpha', 'beta', 'gamma'])),
  );

  it('keeps the type of masked values', () => {
    const values = column(16, mobileNumber).map((value) => `${value.slice(0, 3)}****${value.slice(7)}`);
    expect(alone('手机号', values)).toMatchObject({ fieldType: 'mobile' });
    expect(alone(null, values)).toMatchObject({ fieldType: 'mobile' });
  });

  it('says what it rests on for a column without values', () => {
    expect(alone('身份证号', ['', '  '])).toMatchObject({
      fieldType: 'cn-resident-id',
      confidence: 0.6,
      evidence: { headerAlias: '身份证号', examined: 2, filled: 0, accepted: 0 },
    });
  });
});

describe('tables about nobody', () => {
  const numbers = (places: number) => column(20, (random) => (random.below(1_000_000) / 1000).toFixed(places));

  it.each([
    ['a log', 'level', column(21, words('INFO WARN ERROR'))],
    ['a log', 'status', column(21, words('200 404 500'))],
    ['a log', 'path', column(21, words('/a/b /index.html'))],
    ['a measurement', 'humidity', numbers(1)],
    ['a measurement', 'voltage', numbers(3)],
    ['a release list', 'version', column(21, words('1.2.3 1.10.0 2.0.1'))],
    ['a catalogue', 'brand', column(21, words('李宁 安踏 华为 康师傅 王老吉 张小泉 老干妈'))],
    ['a catalogue', 'stock', column(21, (random) => random.digits(2))],
  ])('leave %s: %s unknown', (_, header, values) => {
    expect(typeOf(header, values)).toBe('unknown');
    expect(typeOf(null, values)).toBe('unknown');
  });

  it('leave amounts and long numbers unknown under a header that names something else', () => {
    expect(typeOf('value', numbers(2))).toBe('unknown');
    const long = column(22, (random) => random.digits(20));
    expect(typeOf('trace', long)).toBe('unknown');
    expect(typeOf(null, long)).toBe('order-id');
  });

  it('keep a card header over plain numbers', () => {
    const verdict = alone(
      '银行卡号',
      column(23, (random) => `62${random.digits(17)}`),
    );
    expect(verdict).toMatchObject({ fieldType: 'bank-card', runnerUp: 'order-id', confidence: 0.5 });
  });

  it('do not take student numbers for epochs', () => {
    expect(
      typeOf(
        '学号',
        column(24, (random) => `2019${random.digits(6)}`),
      ),
    ).toBe('student-id');
    expect(
      typeOf(
        null,
        column(24, (random) => `2019${random.digits(6)}`),
      ),
    ).toBe('unknown');
  });
});

describe('neighbours', () => {
  const times = column(17, (random) => `2024-0${1 + random.below(9)}-1${random.below(9)} 10:00:0${random.below(9)}`);
  const prices = column(18, (random) => (random.below(90_000) / 100).toFixed(2));
  const mails = column(19, mailAddress);

  it('make a time the time of an order', () => {
    expect(detectTable(['create_time', 'price'], [times, prices]).map(({ fieldType }) => fieldType)).toEqual([
      'order-time',
      'price',
    ]);
    expect(detectTable(['create_time', 'email'], [times, mails]).map(({ fieldType }) => fieldType)).toEqual([
      'timestamp',
      'email',
    ]);
    expect(detectTable(null, [times, mails])[0]?.fieldType).toBe('timestamp');
    expect(detectTable(['date', 'value'], [times, prices])[0]?.fieldType).toBe('timestamp');
  });
});

import { describe, expect, it } from 'vitest';
import { proposeClaims } from '#shared/listing/propose.ts';

/** A synthetic listing: nobody, no seller and no victim in it exists. Fields as `words=type`. */
type Case = {
  readonly name: string;
  readonly text: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
  readonly absent?: readonly string[];
};

const cases: readonly Case[] = [
  {
    name: 'an English forum post with headers',
    text: 'SELLING Mapleshop.example database\nSeller: n1ghtowl\nDate: 2026-03-14\nCountry: Canada\nPrice: $3,500\nRecords: 12.4M\nFields: id, name, phone, email, password(md5)\nSample:\n1,Ann Synthetic,4165550100,ann@mail.example,5f4dcc3b5aa765d61d8327deb882cf99\n',
    claims: {
      seller: 'n1ghtowl',
      date: '2026-03-14',
      country: 'CA',
      price: [3500, 'USD'],
      'record-count': 12_400_000,
      status: 'alleged',
    },
    fields: ['id=row-id', 'name=full-name', 'phone=mobile', 'email=email', 'password(md5)=password-hash'],
  },
  {
    name: 'a Chinese forum post with headers',
    text: '出售某电商平台订单数据\n卖家：夜行者\n价格：3000元\n数量：1,240万条\n发布时间：2026年3月14日\n字段：姓名、身份证号、手机号、收货地址、订单号、金额\n样本：\n张合成,330106199001011234,13800000000,杭州,DD1,99\n',
    claims: {
      seller: '夜行者',
      date: '2026-03-14',
      price: [3000, 'CNY'],
      'record-count': 12_400_000,
      sector: 'E-commerce',
      status: 'alleged',
    },
    fields: [
      '姓名=full-name',
      '身份证号=cn-resident-id',
      '手机号=mobile',
      '收货地址=address',
      '订单号=order-id',
      '金额=price',
    ],
    absent: ['country'],
  },
  {
    name: 'a Chinese offer in one breath',
    text: '国内网购数据8亿打包出售，包含姓名、电话、地址等信息，售价500U，有样本，电报群联系',
    claims: {
      'record-count': 800_000_000,
      price: [500, 'USDT'],
      country: 'CN',
      sector: 'E-commerce',
      source: 'Telegram channel',
    },
    fields: ['姓名=full-name', '电话=mobile', '地址=address'],
  },
  {
    name: 'a price in bitcoin in a sentence',
    text: 'Bank of Fictonia customers\nSelling full dump, 3.2 million customer records, for 1.2 BTC. Posted by "ghost_x" on an underground forum.',
    claims: {
      price: [1.2, 'BTC'],
      'record-count': 3_200_000,
      seller: 'ghost_x',
      source: 'Cybercrime forum',
      sector: 'Banking and finance',
    },
    fields: [],
  },
  {
    name: 'a price in tether and a written date',
    text: 'French telecom leak\nPosted on: 14 March 2026\nAsking 500 USDT for 800k subscribers. Data includes full names, phone numbers, postal addresses and IBANs.',
    claims: {
      price: [500, 'USDT'],
      date: '2026-03-14',
      'record-count': 800_000,
      country: 'FR',
      sector: 'Telecommunications',
    },
    fields: ['full names=full-name', 'phone numbers=mobile', 'postal addresses=address', 'IBANs=iban'],
  },
  {
    name: 'an advisory with a fine and a seller',
    text: 'Alleged Data Leak of an Indonesian Hospital\nA threat actor known as “paper.moth” is advertising on a dark web forum a database of 120,000 patients for $1.5k. The dataset reportedly contains patient names, national IDs, dates of birth and medical records. Under GDPR fines may reach €20 million.',
    claims: {
      seller: 'paper.moth',
      source: 'Dark web forum',
      price: [1500, 'USD'],
      'record-count': 120_000,
      country: 'ID',
      sector: 'Healthcare',
    },
    fields: ['names=full-name', 'national IDs=unknown', 'dates of birth=birth-date', 'medical records=diagnosis'],
  },
  {
    name: 'bulleted fields under an empty label',
    text: 'Leak of a Turkish university\nCompromised data:\n- Full name\n- Student number\n- National ID number\n- E-mail address\n\nContact: tox',
    claims: { country: 'TR', sector: 'Education' },
    fields: ['Full name=full-name', 'National ID number=tr-tckn', 'E-mail address=email'],
  },
  {
    name: 'a bare header line',
    text: 'Courier customers US 2025\nuser_id|first_name|email|phone|zip|ip_address\nPM for price',
    claims: { country: 'US', sector: 'Logistics' },
    fields: ['user_id=user-id', 'first_name=full-name', 'email=email', 'phone=mobile', 'zip=postcode', 'ip_address=ip'],
    absent: ['price', 'record-count', 'date'],
  },
  {
    name: 'a company that denies',
    text: 'Retail chain of Poland: company has denied the breach\nThe 5% of turnover fine (EUR 10 million) is not at issue. Posted by the author.',
    claims: { status: 'denied', country: 'PL', sector: 'Retail' },
    fields: [],
    absent: ['price', 'seller', 'record-count'],
  },
  {
    name: 'a confirmed breach',
    text: 'Airline confirms incident\nThe airline has confirmed the breach on March 3, 2026. Exposed: names, passport numbers and frequent flyer points.',
    claims: { status: 'confirmed', date: '2026-03-03', sector: 'Travel and hospitality' },
    fields: ['names=full-name', 'passport numbers=passport', 'points=loyalty'],
  },
  {
    name: 'a conditional that confirms nothing',
    text: 'Police database, unverified\nIf confirmed, this would be grave. Not confirmed by anyone.',
    claims: { status: 'alleged', sector: 'Government' },
    fields: [],
  },
  {
    name: 'a sample that shows dates, prices and counts',
    text: '【标题】：保险客户资料\n【来源】：暗网\n【数据量】：350万\n[code]\n2025-01-01,张合成,$100,500条\n[/code]\n字段: 姓名 电话 保单号 邮箱',
    claims: { title: '保险客户资料', source: '暗网', 'record-count': 3_500_000, sector: 'Insurance' },
    fields: ['姓名=full-name', '电话=mobile', '邮箱=email'],
    absent: ['date', 'price'],
  },
  {
    name: 'a sample whose size is not the size of the leak',
    text: 'German online shop, 2.1 million users\nFree sample of 1000 records below. Price negotiable, 900 EUR. Dump from 01.02.2026',
    claims: { 'record-count': 2_100_000, price: [900, 'EUR'], date: '2026-02-01', country: 'DE', sector: 'E-commerce' },
    fields: [],
  },
  {
    name: 'a price for each record, counted in w',
    text: '【出售】2026年最新订单数据\n数据量: 560w\n字段: 收件人----电话----地址\n价格: 0.8元/条 量大优惠',
    claims: { 'record-count': 5_600_000, price: [null, 'CNY'] },
    fields: ['收件人=full-name', '电话=mobile', '地址=address'],
    absent: ['date'],
  },
  {
    name: 'an article in one paragraph, with a name in quotes and a month',
    text: 'Threat actor "darkmoth" claims to sell 230,000 unique customer records of a Spanish insurer. According to the post, the breach took place in January 2026 and the database contains: customer names, phone numbers, e-mail addresses and policy details.',
    claims: {
      title: 'Threat actor "darkmoth" claims to sell 230,000 unique customer records of a Spanish insurer.',
      seller: 'darkmoth',
      date: null,
      'record-count': 230_000,
      country: 'ES',
      sector: 'Insurance',
    },
    fields: ['customer names=full-name', 'phone numbers=mobile', 'e-mail addresses=email'],
    absent: ['price'],
  },
  {
    name: 'fields after a plain label, with a hash in brackets',
    text: 'Vietnamese bank, 6.7M rows\nData: full name, phone, balance, hashed passwords (bcrypt).\nPrice: 2 XMR',
    claims: { price: [2, 'XMR'], 'record-count': 6_700_000, country: 'VN', sector: 'Banking and finance' },
    fields: ['full name=full-name', 'phone=mobile', 'balance=balance', 'passwords (bcrypt)=password-hash'],
  },
  {
    name: 'a date whose order cannot be told',
    text: 'Korean gaming accounts\nDate: 03/04/2026\nRows: 45000',
    claims: { date: null, 'record-count': 45_000, country: 'KR', sector: 'Gaming and gambling' },
    fields: [],
  },
  {
    name: 'articles of a law and amounts of money',
    text: '关于数据泄露的法律分析\n根据第55条和第66条，最高可处5000万元罚款。',
    claims: { status: 'alleged' },
    fields: [],
    absent: ['record-count', 'price'],
  },
];

const machineValue = (content: ReturnType<typeof proposeClaims>[number]['content']): unknown => {
  switch (content.kind) {
    case 'status':
      return content.status;
    case 'date':
      return content.date;
    case 'price':
      return [content.amount, content.currency];
    case 'record-count':
      return content.count;
    case 'country':
      return content.country;
    default:
      return content.text;
  }
};

describe('synthetic listings', () => {
  it.each(cases)('$name', ({ text, claims, fields, absent = [] }) => {
    const proposals = proposeClaims(text);
    const found = Object.fromEntries(proposals.map(({ content }) => [content.kind, machineValue(content)]));
    expect(found).toMatchObject(claims);
    for (const kind of absent) {
      expect(found, kind).not.toHaveProperty(kind);
    }
    const named = proposals.flatMap(({ content, quote }) =>
      content.kind === 'field' ? [`${quote.words}=${content.fieldType}`] : [],
    );
    expect(named).toEqual(fields);
    for (const { quote } of proposals) {
      expect(text.slice(quote.start, quote.end)).toBe(quote.words);
    }
  });
});

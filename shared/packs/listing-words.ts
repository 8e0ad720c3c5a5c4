import { type FieldTypeId, unknownFieldType } from '../domain/field-type-id.ts';
import { packId } from './field-types.ts';

/** A thing that listings name in several ways: what a person reads, and the words it goes by (lower case, no regex). */
export type NamedWords = { readonly label: string; readonly words: readonly string[] };

/** Phrases of sellers and reporters for a field type, beside the names that the field-type pack already holds. */
const phrasesByType: Readonly<Record<string, readonly string[]>> = {
  'full-name': ['names', 'first name', 'last name', 'surname', 'first and last name', 'names and surnames', '名字'],
  username: ['login name', 'user account', '用户账号', '账户名'],
  'user-id': ['customer number', 'user number', 'account id', 'client id', '会员编号', '用户id'],
  gender: ['sex', '性别信息'],
  'birth-date': ['birth date', 'birthdate', 'date of birth', 'dates of birth', '出生日期'],
  'cn-resident-id': ['resident id', 'chinese id card', '身份证号', '身份证信息'],
  'id-image': ['id photo', 'id scan', 'passport scan', 'id card photo', 'kyc document', '身份证照片', '身份证正反面'],
  passport: ['passport', 'passport details', '护照'],
  'us-ssn': ['social security number', 'ssn'],
  mobile: ['phone number', 'telephone number', 'mobile phone', 'cell phone', 'contact number', '手机号', '电话号码'],
  email: ['mail address', 'email id', '邮箱地址', '电邮'],
  address: ['home address', 'physical address', 'delivery address', 'billing address', 'residential address', '住址'],
  region: ['location', 'country', 'state'],
  'password-plain': ['plaintext password', 'cleartext password', 'login credentials', 'credentials'],
  'password-hash': ['hashed password', 'password hash', 'encrypted password', 'bcrypt', 'md5', 'sha1', '加密密码'],
  'bank-card': ['credit card', 'debit card', 'payment card', 'card number', 'credit card number', '信用卡', '银行卡'],
  'bank-account': ['bank account', 'bank details', 'bank account details', '银行账户'],
  income: ['salary', 'income', 'wage'],
  balance: ['account balance', 'balance'],
  // The dossier's reading of "transaction details": orders with their prices, a picture of behaviour.
  'order-id': [
    'transaction details',
    'transaction records',
    'transaction information',
    'order details',
    'order information',
    'order history',
    'order records',
    'purchase history',
    'purchase records',
    'transactions',
    'orders',
    '订单',
    '订单信息',
    '订单详情',
    '订单记录',
    '交易记录',
    '交易信息',
    '交易明细',
    '购买记录',
  ],
  'order-time': ['order date', 'purchase date', 'transaction date', 'payment date', '订单时间', '下单日期', '交易时间'],
  item: ['products', 'product name', 'goods', 'items purchased', 'purchased item', '商品信息'],
  price: ['prices', 'order amount', 'order total', 'transaction amount', 'payment amount', '订单金额', '交易金额'],
  'payment-record': [
    'payment information',
    'payment details',
    'payment records',
    'payment history',
    '支付信息',
    '付款记录',
  ],
  'tracking-number': ['tracking number', 'shipment number', 'delivery number', '物流单号'],
  ip: ['ip', 'ip addresses', 'ip地址'],
  'device-info': ['device information', 'user agent', 'device details'],
  plate: ['license plate', 'licence plate', 'plate number'],
  diagnosis: ['medical records', 'medical history', 'health records', 'health data', 'diagnosis', '病历'],
  employer: ['company name', 'employer', 'workplace'],
  'job-title': ['job', 'job title', 'occupation'],
  message: ['messages', 'chat logs', 'private messages', '聊天记录'],
};

/** A field type and a phrase that names it. */
export type FieldPhrase = { readonly fieldType: FieldTypeId; readonly phrase: string };

/** Phrases for field types, for the reading of listings. They win over the names of the field-type pack. */
export const fieldPhrases: readonly FieldPhrase[] = Object.entries(phrasesByType).flatMap(([id, phrases]) =>
  phrases.map((phrase) => ({ fieldType: packId(id), phrase })),
);

/** Phrases for a national identity number; which type that is depends on the country of the listing. */
export const nationalIdPhrases: readonly string[] = [
  'national id',
  'national id number',
  'government id',
  'identity number',
  'identity card',
  'identity card number',
  'id number',
  'id card',
  'id card number',
  'identification number',
  'citizen id',
];

const nationalIds: Readonly<Record<string, string>> = {
  CN: 'cn-resident-id',
  HK: 'hk-id',
  TW: 'tw-id',
  SG: 'sg-nric',
  KR: 'kr-rrn',
  JP: 'jp-my-number',
  IN: 'in-aadhaar',
  US: 'us-ssn',
  GB: 'uk-nino',
  BR: 'br-cpf',
  TR: 'tr-tckn',
};

/** The identity number of a country (ISO 3166-1 alpha-2); `unknown` where the taxonomy has none. */
export function nationalIdOf(country: string | null): FieldTypeId {
  const id = country === null ? undefined : nationalIds[country];
  return id === undefined ? unknownFieldType : packId(id);
}

/** Where leaks are offered, from the most telling words to the vaguest: the first kind that occurs is proposed. */
export const sourceKinds: readonly NamedWords[] = [
  { label: 'BreachForums', words: ['breachforums', 'breach forums'] },
  { label: 'XSS forum', words: ['xss.is', 'xss forum'] },
  { label: 'Exploit forum', words: ['exploit.in', 'exploit forum'] },
  { label: 'Hacker forum', words: ['hacker forum', 'hackers forum', 'hacking forum', '黑客论坛', '骇客论坛'] },
  { label: 'Cybercrime forum', words: ['cybercrime forum', 'cybercriminal forum', 'underground forum', '地下论坛'] },
  { label: 'Dark web forum', words: ['dark web forum', 'darkweb forum', 'dark-web forum', '暗网论坛'] },
  {
    label: 'Dark web market',
    words: [
      'dark web marketplace',
      'dark web market',
      'darknet market',
      'underground marketplace',
      '暗网交易市场',
      '暗网市场',
    ],
  },
  { label: 'Ransomware leak site', words: ['leak site', 'ransomware blog', 'extortion site', '泄露站点'] },
  { label: 'Telegram channel', words: ['telegram channel', 'telegram group', '电报群', '电报频道', 'tg群'] },
  { label: 'Discord server', words: ['discord server', 'discord channel'] },
  { label: 'Paste site', words: ['pastebin', 'paste site'] },
  { label: 'Dark web', words: ['dark web', 'darkweb', 'dark-web', 'darknet', '暗网'] },
];

/** Trades of the organisations that leaks are said to come from. */
export const sectors: readonly NamedWords[] = [
  {
    label: 'E-commerce',
    words: [
      'e-commerce',
      'ecommerce',
      'online shop',
      'online store',
      'online shopping',
      'online retailer',
      '电商',
      '网购',
      '商城',
    ],
  },
  {
    label: 'Banking and finance',
    words: ['bank', 'banking', 'fintech', 'lender', 'brokerage', '银行', '金融', '网贷', '证券'],
  },
  { label: 'Cryptocurrency', words: ['crypto exchange', 'cryptocurrency exchange', 'crypto wallet', '数字货币交易所'] },
  { label: 'Insurance', words: ['insurance', 'insurer', '保险'] },
  {
    label: 'Healthcare',
    words: ['healthcare', 'hospital', 'clinic', 'pharmacy', 'medical center', '医院', '医疗', '诊所'],
  },
  {
    label: 'Telecommunications',
    words: ['telecom', 'telecommunications', 'mobile operator', 'carrier', '运营商', '电信'],
  },
  { label: 'Government', words: ['government', 'ministry', 'municipality', 'police', '政府', '公安', '政务'] },
  { label: 'Education', words: ['university', 'school', 'college', 'education', '大学', '学校', '教育'] },
  {
    label: 'Travel and hospitality',
    words: ['hotel', 'airline', 'travel agency', 'booking site', '酒店', '航空', '旅行社'],
  },
  { label: 'Logistics', words: ['logistics', 'courier', 'parcel service', 'shipping company', '快递', '物流'] },
  { label: 'Gaming and gambling', words: ['gaming', 'casino', 'gambling', 'betting', '游戏', '博彩', '棋牌'] },
  { label: 'Social media', words: ['social media', 'social network', 'dating site', 'dating app', '社交平台', '交友'] },
  { label: 'Energy', words: ['energy company', 'oil and gas', 'power utility', '能源', '电力'] },
  { label: 'Real estate', words: ['real estate', '房产', '楼盘'] },
  { label: 'Automotive', words: ['automotive', 'car dealer', 'carmaker', '车主', '汽车'] },
  { label: 'Retail', words: ['retailer', 'retail chain', 'supermarket', '零售', '超市'] },
];

/** Words for a country that its name lists do not hold: adjectives, people, short forms (first letter in capitals). */
export const countryWords: Readonly<Record<string, readonly string[]>> = {
  AE: ['Emirati'],
  AR: ['Argentine', 'Argentinian'],
  AU: ['Australian'],
  BD: ['Bangladeshi'],
  BR: ['Brazilian'],
  CA: ['Canadian'],
  CH: ['Swiss'],
  CL: ['Chilean'],
  CN: ['Chinese', 'PRC', '国内', '中国大陆', '全国'],
  CO: ['Colombian'],
  DE: ['German'],
  EG: ['Egyptian'],
  ES: ['Spanish'],
  FR: ['French'],
  GB: ['British', 'U.K'],
  HK: ['Hongkong'],
  ID: ['Indonesian'],
  IL: ['Israeli'],
  IN: ['Indian'],
  IR: ['Iranian'],
  IT: ['Italian'],
  JP: ['Japanese'],
  KR: ['Korean', 'Korea'],
  MX: ['Mexican'],
  MY: ['Malaysian'],
  NG: ['Nigerian'],
  NL: ['Dutch'],
  PH: ['Filipino', 'Philippine'],
  PK: ['Pakistani'],
  PL: ['Polish'],
  PT: ['Portuguese'],
  RU: ['Russian'],
  SA: ['Saudi'],
  SG: ['Singaporean'],
  TH: ['Thai'],
  TR: ['Turkish', 'Turkiye'],
  TW: ['Taiwanese', '台湾'],
  UA: ['Ukrainian'],
  US: ['American'],
  VN: ['Vietnamese'],
};

/** The labels that sellers put before a line's content, by what they introduce. */
const labels = {
  title: ['title', 'subject', 'thread', '标题', '主题'],
  seller: [
    'seller',
    'vendor',
    'author',
    'posted by',
    'threat actor',
    'actor',
    'poster',
    '卖家',
    '发帖人',
    '作者',
    '楼主',
    '发布者',
    '发布人',
  ],
  source: ['source', 'forum', 'platform', 'seen on', '来源', '论坛', '平台'],
  date: [
    'date',
    'posted',
    'posted on',
    'published',
    'post date',
    'date posted',
    'leak date',
    'breach date',
    '日期',
    '发布时间',
    '时间',
    '发布日期',
    '泄露时间',
  ],
  price: [
    'price',
    'asking',
    'asking price',
    'cost',
    'start price',
    'bin',
    'blitz',
    '价格',
    '售价',
    '开价',
    '要价',
    '报价',
    '一口价',
  ],
  'record-count': [
    'records',
    'record count',
    'rows',
    'lines',
    'count',
    'total',
    'total records',
    'size',
    'users',
    'quantity',
    '数量',
    '条数',
    '数据量',
    '总量',
    '规模',
  ],
  country: ['country', 'region', '国家', '地区'],
  sector: ['industry', 'sector', '行业'],
  fields: [
    'field',
    'fields',
    'columns',
    'column',
    'data',
    'data fields',
    'headers',
    'header',
    'compromised data',
    'leaked data',
    'exposed data',
    'data includes',
    'data contains',
    'includes',
    'contains',
    'format',
    'structure',
    '字段',
    '数据字段',
    '包含字段',
    '字段包括',
    '列',
    '包含',
    '数据包含',
    '数据内容',
    '内容',
    '内容包括',
    '格式',
    '数据格式',
  ],
  sample: [
    'sample',
    'samples',
    'sample data',
    'data sample',
    'sample rows',
    'proof',
    '样本',
    '样本数据',
    '样例',
    '数据样本',
    '示例',
  ],
  contact: ['contact', 'telegram', 'tg', 'tox', 'session', 'escrow', 'payment', '联系', '联系方式', '担保', '交易'],
} as const;

/** What a label introduces. */
export type LabelKind = keyof typeof labels;

/** A label at the start of a line: its kind, and where in the line its content starts. */
export type Labelled = { readonly kind: LabelKind; readonly contentAt: number };

function isKind(key: string): key is LabelKind {
  return key in labels;
}

const kindOf = new Map<string, LabelKind>(
  Object.entries(labels).flatMap(([kind, words]) => (isKind(kind) ? words.map((word) => [word, kind] as const) : [])),
);

const labelShape = /^[\s>*#•\-【[（(]{0,12}([^:：\n]{1,24}?)[\s*_】\])）]{0,6}[:：]/u;

/** Reads the label of a line such as `Price: $3,500` or `【卖家】：x`; null for a line without a label we know. */
export function labelled(line: string): Labelled | null {
  const found = labelShape.exec(line);
  const kind = kindOf.get((found?.[1] ?? '').trim().toLowerCase());
  if (found === null || kind === undefined) {
    return null;
  }
  return { kind, contentAt: found[0].length };
}

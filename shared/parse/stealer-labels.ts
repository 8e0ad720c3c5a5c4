/** What stealers call their fields, folded to lower case, by the columns they belong to. */
const names: Readonly<Record<string, readonly string[]>> = {
  url: [
    'url',
    'host',
    'hostname',
    'link',
    'site',
    'website',
    'web site',
    'website url',
    'origin',
    'origin url',
    'адрес',
    'сайт',
    'хост',
    '网址',
    '网站',
  ],
  login: [
    'login',
    'log',
    'username',
    'user name',
    'user',
    'usr',
    'user login',
    'login name',
    'account',
    'логин',
    'пользователь',
    '用户名',
    '账号',
    '用户',
  ],
  password: ['password', 'pass', 'passwd', 'pwd', 'psw', 'user password', 'пароль', '密码'],
  application: [
    'application',
    'app',
    'browser',
    'web browser',
    'browser name',
    'soft',
    'software',
    'program',
    'приложение',
    'браузер',
    '浏览器',
    '应用',
  ],
};

const columns = new Map(Object.entries(names).flatMap(([column, labels]) => labels.map((label) => [label, column])));

/** The column that a label stands for; null when it is none that every stealer has. */
export function stealerColumn(label: string): string | null {
  return columns.get(label) ?? null;
}

/** A line of an entry: its label, and where the value begins. */
export type LabelledLine = { readonly label: string; readonly valueStart: number };

const colon = 0x3a;
/** The second byte of the full-width colon, which follows 0xEF and comes before 0x9A. */
const wideColon = [0xef, 0xbc, 0x9a];
const maxLabelBytes = 40;
/** Some stealers number their entries: `12) URL: …`. */
const numbering = /^\d{1,7}[).]\s*/;
const labelShape = /^[\p{L}][\p{L}\d ._()/-]*$/u;
const decoder = new TextDecoder();

function isWideColon(bytes: Uint8Array, at: number): boolean {
  return wideColon.every((byte, k) => bytes[at + k] === byte);
}

/** Reads `Label: value` in [start, end), blanks around the label and before the value passed; null when it is no such line. */
export function labelledLine(bytes: Uint8Array, start: number, end: number): LabelledLine | null {
  const last = Math.min(end, start + maxLabelBytes);
  let at = start;
  while (at < last && bytes[at] !== colon && !isWideColon(bytes, at)) {
    at++;
  }
  if (at === last) {
    return null;
  }
  const label = decoder.decode(bytes.subarray(start, at)).trim().replace(numbering, '').toLowerCase();
  let valueStart = at + (bytes[at] === colon ? 1 : wideColon.length);
  // `https://…` alone in a line is no label.
  const isScheme = bytes[valueStart] === 0x2f && bytes[valueStart + 1] === 0x2f;
  if (isScheme || !labelShape.test(label)) {
    return null;
  }
  while (valueStart < end && (bytes[valueStart] === 0x20 || bytes[valueStart] === 0x09)) {
    valueStart++;
  }
  return { label, valueStart };
}

/** Whether a line only separates entries: blank, or drawn with `=`, `-`, `_`, `*`, `#` or `~`. */
export function isRuler(bytes: Uint8Array, start: number, end: number): boolean {
  let drawn = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    const isDrawn = byte === 0x3d || byte === 0x2d || byte === 0x5f || byte === 0x2a || byte === 0x23 || byte === 0x7e;
    if (!isDrawn && byte > 0x20) {
      return false;
    }
    drawn += isDrawn ? 1 : 0;
  }
  return drawn === 0 || drawn >= 3;
}

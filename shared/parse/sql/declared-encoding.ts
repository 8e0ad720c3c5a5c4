import type { Encoding } from '../../domain/dialect.ts';

/** An encoding that a dump names itself, and the words in which it does. */
export type DeclaredEncoding = { readonly encoding: Encoding; readonly said: string };

const setting =
  /^[ \t]*(?:\/\*!\d{5,6}[ \t]+)?(SET[ \t]+(?:NAMES|(?:SESSION[ \t]+)?client_encoding[ \t]*(?:=|TO))[ \t]*['"]?([\w-]+)['"]?)/im;
/** It stands at a dump's start, behind its first comments. */
const lookedAt = 1 << 14;

/**
 * Character sets of MySQL and PostgreSQL by their names without marks. Latin-1 is not among them: it is what a server
 * says that was never told, and stands above text of every kind.
 */
const encodings: Readonly<Record<string, Encoding>> = {
  ...{ utf8: 'utf-8', utf8mb3: 'utf-8', utf8mb4: 'utf-8', unicode: 'utf-8', gbk: 'gb18030', gb2312: 'gb18030' },
  ...{ gb18030: 'gb18030', euccn: 'gb18030', big5: 'big5', sjis: 'shift_jis', cp932: 'shift_jis', euckr: 'euc-kr' },
  ...{ uhc: 'euc-kr', koi8r: 'koi8-r', cp1250: 'windows-1250', cp1251: 'windows-1251', cp1256: 'windows-1256' },
  ...{ cp1257: 'windows-1257', win1250: 'windows-1250', win1251: 'windows-1251', win1252: 'windows-1252' },
  ...{ win1253: 'windows-1253', win1254: 'windows-1254', win1255: 'windows-1255', win1256: 'windows-1256' },
  ...{ win1257: 'windows-1257', win1258: 'windows-1258' },
};

/** The encoding that the beginning of a dump names by SET NAMES or client_encoding; null when it names none that is known. */
export function declaredEncoding(head: Uint8Array): DeclaredEncoding | null {
  const text = new TextDecoder('latin1').decode(head.subarray(0, lookedAt));
  const [, said = '', name = ''] = setting.exec(text) ?? [];
  const encoding = encodings[name.toLowerCase().replace(/[-_]/g, '')];
  return encoding === undefined ? null : { encoding, said };
}

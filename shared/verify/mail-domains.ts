/** The local part and the domain of a mail address in lower case; null for a value without both. */
export function mailParts(value: string): { readonly local: string; readonly domain: string } | null {
  const at = value.lastIndexOf('@');
  return at < 1 || at === value.length - 1
    ? null
    : { local: value.slice(0, at).toLowerCase(), domain: value.slice(at + 1).toLowerCase() };
}

/** Domains and endings that nobody has mail at: RFC 2606 and RFC 6761, and what generators of test data use. */
const madeUp =
  /^(?:.+\.)?(?:example\.(?:com|net|org|cn)|test\.(?:com|cn)|example|test|invalid|localhost|domain\.com|mailinator\.com|email\.(?:com|test)|fake\.(?:com|mail))$/;

/** True for a domain reserved for examples, or typical of generated test data. */
export function isMadeUpDomain(domain: string): boolean {
  return madeUp.test(domain);
}

const worldwide = new Set(
  'gmail.com googlemail.com yahoo.com outlook.com hotmail.com live.com msn.com icloud.com me.com aol.com proton.me protonmail.com gmx.com mail.com'.split(
    ' ',
  ),
);
const byCountry: Readonly<Record<string, ReadonlySet<string>>> = {
  CN: new Set(
    'qq.com vip.qq.com foxmail.com 163.com 126.com yeah.net vip.163.com vip.126.com sina.com sina.cn vip.sina.com sohu.com 139.com 189.cn wo.cn aliyun.com 21cn.com tom.com 188.com wo.com.cn'.split(
      ' ',
    ),
  ),
  RU: new Set('mail.ru yandex.ru rambler.ru bk.ru list.ru inbox.ru ya.ru'.split(' ')),
  DE: new Set('web.de gmx.de gmx.net t-online.de freenet.de'.split(' ')),
  FR: new Set('orange.fr free.fr wanadoo.fr laposte.net sfr.fr'.split(' ')),
  KR: new Set('naver.com daum.net hanmail.net nate.com'.split(' ')),
  JP: new Set('docomo.ne.jp ezweb.ne.jp softbank.ne.jp yahoo.co.jp'.split(' ')),
  BR: new Set('bol.com.br uol.com.br terra.com.br'.split(' ')),
  IN: new Set('rediffmail.com yahoo.co.in'.split(' ')),
};

/**
 * Whether people of a country have mail at a domain: its own large providers, its top-level domain, and, outside China,
 * where they are hardly used, the worldwide ones. The lists are our own (unverified, from memory).
 */
export function fitsCountry(domain: string, country: string): boolean {
  if (byCountry[country]?.has(domain) === true) {
    return true;
  }
  const ending = country === 'GB' ? '.uk' : `.${country.toLowerCase()}`;
  return domain.endsWith(ending) || (country !== 'CN' && worldwide.has(domain));
}

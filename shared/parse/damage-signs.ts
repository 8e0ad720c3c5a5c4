/** A sign that text was decoded, or encoded, in the wrong encoding somewhere on its way. */
export type DamageSign = 'replacement' | 'mojibake' | 'control';

const replacement = /\uFFFD/;
/** What a byte from 0x80 to 0xBF becomes in windows-1252 or Latin-1. */
const tail = '[\\u0080-\\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]';
/**
 * UTF-8 read as windows-1252 (`Ã©`, `å¼ `), UTF-8 read as GBK (`锛`, `銆`), replacement characters saved and read as GBK
 * (锟斤拷), memory of a Chinese debug build (烫烫), a byte order mark read as Latin-1.
 */
const mojibake = new RegExp(`[ÂÃÄÅ]${tail}|[à-ï]${tail}{2}|ï»¿|锟斤|斤拷|烫烫|屯屯|锛[^\\s]|銆[^\\s]`);
const privateUse = /[\uE000-\uF8FF]/;

function isControl(code: number): boolean {
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || code === 0x7f;
}

function hasControl(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (isControl(text.charCodeAt(at))) {
      return true;
    }
  }
  return false;
}

/** The worst sign of damage in a text, or null. Plain ASCII without control characters has none. */
export function damageIn(text: string): DamageSign | null {
  if (replacement.test(text)) {
    return 'replacement';
  }
  if (mojibake.test(text) || privateUse.test(text)) {
    return 'mojibake';
  }
  return hasControl(text) ? 'control' : null;
}

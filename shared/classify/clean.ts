// Full-width ASCII and blanks of other widths (U+FF01–FF5E, U+3000, U+2000–200A …), hyphens that are not `-`, and marks that
// nobody sees: soft hyphen, zero width, direction, byte order.
const special =
  /[\u00a0\u00ad\u2000-\u200f\u2010-\u2015\u202a-\u202f\u205f-\u2064\u2066-\u2069\u2212\u3000\ufeff\uff01-\uff5e]/;
const everySpecial = new RegExp(special, 'g');
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
const hyphens = /[\u2010-\u2015\u2212]/;

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) {
    return String.fromCharCode(code - 0xfee0);
  }
  if (invisible.test(character)) {
    return '';
  }
  return hyphens.test(character) ? '-' : ' ';
}

/**
 * A cell's value as detectors see it: trimmed, full-width letters and digits as ASCII, every hyphen as `-` and every blank
 * as a space, without invisible marks.
 * @example clean('１３８‐1234‐5678 ') // '138-1234-5678'
 */
export function clean(value: string): string {
  return special.test(value) ? value.replaceAll(everySpecial, plainForm).trim() : value.trim();
}

import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { defineDetector } from '../detector.ts';

// What people are called, where it is not the country's own name.
const demonyms =
  'chinese american british english french german japanese korean russian indian canadian australian italian spanish thai vietnamese malaysian ' +
  'singaporean indonesian filipino brazilian mexican turkish dutch swiss swedish polish ukrainian pakistani bangladeshi taiwanese';
const everyday =
  '中华人民共和国 中国香港 中国澳门 中国台湾 香港 澳门 台湾 大陆 美国 英国 韩国 朝鲜 俄罗斯 外籍 usa uk us prc';

const known = new Set<string>([...demonyms.split(' '), ...everyday.split(' ')]);
for (const name of [...Object.values(english.countries), ...Object.values(chinese.countries)].flat()) {
  known.add(name.toLowerCase());
}
for (const code of codes.flat()) {
  known.add(code.toLowerCase());
}

/**
 * Nationalities: countries by their English and Chinese names and their codes (ISO 3166 as shipped by i18n-iso-countries).
 * Chance: of random pairs of letters 37 % are codes, of three letters or digits 1–2 %, of words none.
 */
export const nationality = defineDetector({
  fieldType: 'nationality',
  chance: 0.1,
  accepts: (value) => {
    const name = value.toLowerCase();
    return value.length <= 60 && (known.has(name) || (name.endsWith('籍') && known.has(name.slice(0, -1))));
  },
});

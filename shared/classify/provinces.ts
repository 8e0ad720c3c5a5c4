import { provinceOfArea, provinceOfMobile } from '../packs/phone-provinces.ts';
import { isDigits, without } from './characters.ts';
import { chineseMobile } from './chinese-mobile.ts';

/** Short names of the provinces of GB/T 2260 by the first two digits of their codes. */
const provinces: readonly (readonly [code: number, name: string, english: string])[] = [
  [11, '北京', 'Beijing'],
  [12, '天津', 'Tianjin'],
  [13, '河北', 'Hebei'],
  [14, '山西', 'Shanxi'],
  [15, '内蒙古', 'Inner Mongolia'],
  [21, '辽宁', 'Liaoning'],
  [22, '吉林', 'Jilin'],
  [23, '黑龙江', 'Heilongjiang'],
  [31, '上海', 'Shanghai'],
  [32, '江苏', 'Jiangsu'],
  [33, '浙江', 'Zhejiang'],
  [34, '安徽', 'Anhui'],
  [35, '福建', 'Fujian'],
  [36, '江西', 'Jiangxi'],
  [37, '山东', 'Shandong'],
  [41, '河南', 'Henan'],
  [42, '湖北', 'Hubei'],
  [43, '湖南', 'Hunan'],
  [44, '广东', 'Guangdong'],
  [45, '广西', 'Guangxi'],
  [46, '海南', 'Hainan'],
  [50, '重庆', 'Chongqing'],
  [51, '四川', 'Sichuan'],
  [52, '贵州', 'Guizhou'],
  [53, '云南', 'Yunnan'],
  [54, '西藏', 'Tibet'],
  [61, '陕西', 'Shaanxi'],
  [62, '甘肃', 'Gansu'],
  [63, '青海', 'Qinghai'],
  [64, '宁夏', 'Ningxia'],
  [65, '新疆', 'Xinjiang'],
];

/** The province a Chinese address or region begins with, by its code of GB/T 2260; null where it names none. */
export function provinceOf(address: string): number | null {
  const start = address.startsWith('中国') ? address.slice(2).trim() : address;
  return provinces.find(([, name]) => start.startsWith(name))?.[0] ?? null;
}

/**
 * The province of a Chinese phone number: of a landline by its area code, of a mobile number by where it was sold. Null for
 * other values, and for mobile prefixes that are not known.
 */
export function provinceOfPhone(value: string): number | null {
  const mobile = chineseMobile(value);
  if (mobile !== null) {
    return provinceOfMobile(mobile);
  }
  const digits = without(value, ' -()')
    .replace(/^(?:\+|00)?86/, '0')
    .replace(/^00/, '0');
  if (!digits.startsWith('0') || !isDigits(digits.slice(0, 4))) {
    return null;
  }
  return provinceOfArea(digits.slice(1, 4)) ?? provinceOfArea(digits.slice(1, 3));
}

/** The province of a code of a Chinese resident id (its first two digits), or null for one that never was. */
export function provinceOfDivision(division: string): number | null {
  const code = Number(division.slice(0, 2));
  return provinces.some(([known]) => known === code) ? code : null;
}

/** What a province is called in English and Chinese: `Zhejiang 浙江`. */
export function provinceLabel(code: number): string {
  const known = provinces.find(([found]) => found === code);
  return known === undefined ? String(code) : `${known[2]} ${known[1]}`;
}

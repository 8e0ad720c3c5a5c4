import { isDigits, without } from '../classify/characters.ts';
import { provinceOfArea, provinceOfMobile } from '../packs/phone-provinces.ts';
import { chineseMobile } from './chinese-mobile.ts';

/** Short names of the provinces of GB/T 2260 by the first two digits of their codes. */
const provinces: readonly (readonly [code: number, name: string])[] = [
  [11, '北京'],
  [12, '天津'],
  [13, '河北'],
  [14, '山西'],
  [15, '内蒙古'],
  [21, '辽宁'],
  [22, '吉林'],
  [23, '黑龙江'],
  [31, '上海'],
  [32, '江苏'],
  [33, '浙江'],
  [34, '安徽'],
  [35, '福建'],
  [36, '江西'],
  [37, '山东'],
  [41, '河南'],
  [42, '湖北'],
  [43, '湖南'],
  [44, '广东'],
  [45, '广西'],
  [46, '海南'],
  [50, '重庆'],
  [51, '四川'],
  [52, '贵州'],
  [53, '云南'],
  [54, '西藏'],
  [61, '陕西'],
  [62, '甘肃'],
  [63, '青海'],
  [64, '宁夏'],
  [65, '新疆'],
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

import { isDigits, without } from '../classify/characters.ts';

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
 * Area codes of Chinese landlines by province, by their first digits after the 0; the longest match counts. From memory of
 * the national numbering plan (unverified).
 */
const areas: readonly (readonly [province: number, prefixes: string])[] = [
  [11, '10'],
  [44, '20 66 75 76'],
  [31, '21'],
  [12, '22'],
  [50, '23'],
  [21, '24 41 42'],
  [32, '25 51 52'],
  [42, '27 71 72'],
  [51, '28 81 82 83'],
  [61, '29 91'],
  [13, '31 33'],
  [14, '34 35'],
  [41, '37 39'],
  [22, '43 44'],
  [23, '45 46'],
  [15, '47 48'],
  [37, '53 54 63'],
  [34, '55 56'],
  [33, '57 58'],
  [35, '59'],
  [53, '691 692 87 88'],
  [36, '701 79'],
  [43, '73 74'],
  [45, '77'],
  [52, '85'],
  [54, '891 892 893 894 895 896 897'],
  [46, '890 898 899'],
  [65, '90 99'],
  [62, '93 94'],
  [64, '95'],
  [63, '97'],
];
const byPrefix = new Map(
  areas.flatMap(([province, prefixes]) => prefixes.split(' ').map((prefix) => [prefix, province])),
);

/** The province of a landline by its area code, or null: no Chinese number with an area code, or one that is not known. */
export function provinceOfLandline(number: string): number | null {
  const digits = without(number, ' -()')
    .replace(/^(?:\+|00)?86/, '0')
    .replace(/^00/, '0');
  if (!digits.startsWith('0') || !isDigits(digits.slice(0, 4))) {
    return null;
  }
  return byPrefix.get(digits.slice(1, 4)) ?? byPrefix.get(digits.slice(1, 3)) ?? null;
}

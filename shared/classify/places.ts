/** The 34 divisions of the first level by their short names (GB/T 2260). */
export const provinces = [
  '北京',
  '天津',
  '上海',
  '重庆',
  '河北',
  '山西',
  '辽宁',
  '吉林',
  '黑龙江',
  '江苏',
  '浙江',
  '安徽',
  '福建',
  '江西',
  '山东',
  '河南',
  '湖北',
  '湖南',
  '广东',
  '海南',
  '四川',
  '贵州',
  '云南',
  '陕西',
  '甘肃',
  '青海',
  '台湾',
  '内蒙古',
  '广西',
  '西藏',
  '宁夏',
  '新疆',
  '香港',
  '澳门',
];

const province = `(?:${provinces.join('|')})`;
const suffix = '(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?';
const city = '(?:[\\u4e00-\\u9fff]{1,7}?(?:市|自治州|地区|盟))?';

const toCity = new RegExp(`^${province}${suffix} ?${city}`);
const regionOnly = new RegExp(
  `^(?:中国 ?)?${province}${suffix}(?:[ /,-]?[\\u4e00-\\u9fff]{1,7}(?:市|自治州|地区|盟|区|县|旗))*$|^[\\u4e00-\\u9fff]{2,6}(?:市|自治州|自治县|新区|区|县|盟|旗)$`,
);

/** The part of a Chinese address down to its city (省 and 市), or '' where it does not begin with a province. */
export function cityPartOf(address: string): string {
  return toCity.exec(address)?.[0] ?? '';
}

/** True for the name of a Chinese province, city or district and nothing else. */
export function isRegionName(value: string): boolean {
  return value.length >= 2 && value.length <= 24 && regionOnly.test(value);
}

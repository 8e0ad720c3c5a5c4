import { areTripleBytes, codeAt } from '../../kernel/utf8.ts';
import { isHanCode } from '../characters.ts';
import { type ColumnFacts, shareOf } from '../column-facts.ts';
import { defineDetector, type QuickRule, quickVerdict } from '../detector.ts';
import { hasCommonGivenName } from '../given-names.ts';
import { hasHidingSign } from '../masks.ts';
import { isRegionName } from '../places.ts';
import { compoundSurnames, hasCommonSurname, isSurnameCode, surnameLength } from '../surnames.ts';

const middleDot = '·'.charCodeAt(0);
const latinName = /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}[\p{L}'’.-]*|de|da|van|von|bin|al|del|la)){1,4}$/u;

// Words that look like a surname with a given name and fill whole columns: weekdays, colours, levels, ways to pay.
const notNames = new Set(
  (
    '周一 周二 周三 周四 周五 周六 周日 周天 周末 黄色 白色 红色 青色 金色 安徽 江苏 江西 云南 海南 甘肃 广东 广西 贵州 宁夏 湖北 湖南 ' +
    '黄金 白金 高级 普通 花呗 白条 余额 余额宝 钱包 平安 高中 高职 党员 时间 成功 成都 宁波 温州 常州 苏州 徐州 金华 和田 包头 向上 ' +
    '单身 单位 能用 完成 关闭 许可 经理 司机 师傅 左右 于是 都是 何时 方便 高兴 和平 安全 马上 顾客 商家 牛奶 花生 石榴 车辆 农业 商业'
  ).split(' '),
);

function isHanName(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    if (!isHanCode(code) && !(code === middleDot && i > 0 && i < value.length - 1)) {
      return false;
    }
  }
  // Names with a dot are transcribed (阿不都·热依木) and begin with no Chinese surname.
  if (value.includes('·')) {
    return value.length >= 4;
  }
  const surname = surnameLength(value);
  const given = value.length - surname;
  return surname > 0 && given >= 1 && given <= 3 && !notNames.has(value) && !(value.length > 2 && isRegionName(value));
}

function isName(value: string): boolean {
  if (value.length < 2 || value.length > 40) {
    return false;
  }
  return isHanCode(value.charCodeAt(0)) ? value.length <= 16 && isHanName(value) : latinName.test(value);
}

/** The first two characters of words and surnames that a quick look might take for a surname and a given name. */
const otherWords = new Set(
  [...notNames, ...compoundSurnames].map((word) => word.charCodeAt(0) * 0x10000 + word.charCodeAt(1)),
);
/** A name of a region ends in one of these, but for 黑龙江 and 内蒙古, which begin with no surname. */
const regionEnds = new Set([...'省市区县盟旗州'].map((sign) => sign.charCodeAt(0)));

/** Names of a single surname and one or two Han characters more, as most are. */
const quick: QuickRule = (bytes, start, end) => {
  const count = (end - start) / 3;
  if (count < 2 || count > 3 || !areTripleBytes(bytes, start, end)) {
    return quickVerdict.ask;
  }
  const first = codeAt(bytes, start);
  const second = codeAt(bytes, start + 3);
  const last = codeAt(bytes, end - 3);
  if (!isHanCode(first) || !isHanCode(second) || !isHanCode(last) || regionEnds.has(last)) {
    return quickVerdict.ask;
  }
  return isSurnameCode(first) && !otherWords.has(first * 0x10000 + second) ? quickVerdict.valid : quickVerdict.ask;
};

function hideGivenName(value: string): string {
  if (!isHanCode(value.charCodeAt(0))) {
    return `${String.fromCodePoint(value.codePointAt(0) ?? 0)}***`;
  }
  const surname = value.includes('·') ? 1 : Math.max(1, surnameLength(value));
  return value.slice(0, surname) + '*'.repeat(Math.min(value.length - surname, 3));
}

/** A closed list repeats its few words; so do masked names (张*), which are no list. */
function isOpen({ filled, distinct, distinctRatio }: ColumnFacts): boolean {
  return filled.length < 40 || distinctRatio >= 0.25 || distinct.size >= 200 || filled.some(hasHidingSign);
}

/** People in a column have common names and differ: closed lists (weekdays, towns, colours, brands) repeat a few words. */
function looksLikePeople(facts: ColumnFacts): boolean {
  if (!isOpen(facts)) {
    return false;
  }
  if (shareOf(facts, hasCommonSurname) < 0.6) {
    return facts.distinct.size >= 8 && shareOf(facts, hasCommonGivenName) >= 0.4;
  }
  const surnames = new Set([...facts.distinct].map((value) => value.charAt(0)));
  const enough = Math.min(8, facts.filled.length);
  return facts.distinct.size >= enough && surnames.size >= Math.min(5, Math.ceil(enough / 2));
}

/**
 * Names of people: Chinese ones that begin with a known surname, and Latin ones of two to five capitalised words, of
 * which a column without a header must hold common given names. About a fifth of other two- or three-character words begin with a surname too.
 */
export const fullName = defineDetector({
  fieldType: 'full-name',
  chance: 0.2,
  standsAlone: looksLikePeople,
  accepts: isName,
  quick,
  mask: hideGivenName,
  maskedForm: /^[\u4e00-\u9fff]{0,2}[*＊●•]{1,4}[\u4e00-\u9fff]{0,2}$/,
});

import { isDigits } from '../characters.ts';
import { type ColumnFacts, shareOf } from '../column-facts.ts';
import { type DetectorSpec, defineDetector } from '../detector.ts';

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Words hold together without blanks, `_` and `-`, in small letters. */
function wordOf(value: string): string {
  return value.toLowerCase().replaceAll(/[\s_-]/g, '');
}

/** A closed list of words, and codes that only a header gives a meaning. */
function oneOf(words: ReadonlySet<string>, codes: ReadonlySet<string>): Pick<DetectorSpec, 'accepts' | 'standsAlone'> {
  return {
    accepts: (value) => value.length <= 24 && (words.has(wordOf(value)) || codes.has(value)),
    standsAlone: (facts) =>
      shareOf(facts, (value) => words.has(wordOf(value)) && !isDigits(value)) >= 0.8 && facts.distinct.size >= 2,
  };
}

/** Whether people are married, in words or in the codes of GB/T 2261.2. */
export const maritalStatus = defineDetector({
  fieldType: 'marital-status',
  chance: 0.01,
  ...oneOf(
    setOf(
      '未婚 已婚 离异 离婚 离婚未再婚 丧偶 再婚 复婚 初婚 未说明的婚姻状况 单身 已婚已育 已婚未育 分居 single married divorced widowed widow ' +
        'separated unmarried nevermarried remarried domesticpartner',
    ),
    setOf('10 20 21 22 23 30 40 90'),
  ),
});

const peoples =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 ' +
  '布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺';
const peopleNames = setOf(peoples);
const otherPeoples = setOf(
  '穿青人 未识别民族 外国血统中国籍人士 其他 han hanchinese hui zhuang manchu uyghur miao yi tujia tibetan mongol mongolian korean asian white black caucasian ' +
    'hispanic latino africanamerican nativeamerican pacificislander mixed',
);
const peopleCode = /^(?:0[1-9]|[1-4]\d|5[0-6])$/;

function isPeople(value: string): boolean {
  return (
    peopleNames.has(value.endsWith('族') && value.length > 1 ? value.slice(0, -1) : value) ||
    otherPeoples.has(wordOf(value))
  );
}

/** Seen without a header: names that end in 族, or a column nearly all Han. */
function namesPeoples(facts: ColumnFacts): boolean {
  return shareOf(facts, (value) => isPeople(value) && (value.endsWith('族') || value === '汉')) >= 0.8;
}

/** Ethnic groups: the 56 of China (GB/T 3304) by name or code, and words of other countries. */
export const ethnicity = defineDetector({
  fieldType: 'ethnicity',
  chance: 0.01,
  standsAlone: namesPeoples,
  accepts: (value) => value.length <= 24 && (isPeople(value) || peopleCode.test(value)),
  normalise: (value) => (peopleNames.has(value) ? `${value}族` : value),
});

/** Religions by name. */
export const religion = defineDetector({
  fieldType: 'religion',
  chance: 0.01,
  ...oneOf(
    setOf(
      '佛教 道教 伊斯兰教 天主教 基督教 新教 东正教 犹太教 印度教 锡克教 神道教 喇嘛教 藏传佛教 无 无宗教信仰 无宗教 不信教 其他 buddhism buddhist taoism taoist ' +
        'islam muslim catholic catholicism christian christianity protestant orthodox jewish judaism hindu hinduism sikh shinto none atheist agnostic',
    ),
    new Set(),
  ),
  standsAlone: (facts) =>
    facts.distinct.size >= 2 && shareOf(facts, (value) => /教|ism$|ist$|christian|muslim|hindu/i.test(value)) >= 0.8,
});

/** Party membership: the political statuses of China (GB/T 4762) by name or code, and parties of other countries. */
export const political = defineDetector({
  fieldType: 'political',
  chance: 0.05,
  ...oneOf(
    setOf(
      '中共党员 中国共产党党员 中共预备党员 中国共产党预备党员 预备党员 党员 共青团员 中国共产主义青年团团员 团员 群众 民革党员 民革会员 民盟盟员 民建会员 民进会员 ' +
        '农工党党员 致公党党员 九三学社社员 台盟盟员 无党派 无党派人士 无党派民主人士 少先队员 democrat democratic republican independent libertarian ' +
        'conservative labour liberal green',
    ),
    setOf('01 02 03 04 05 06 07 08 09 10 11 12 13'),
  ),
});

/** Sexual orientation in words. */
export const sexuality = defineDetector({
  fieldType: 'sexuality',
  chance: 0.01,
  ...oneOf(
    setOf(
      '异性恋 同性恋 双性恋 男同 女同 无性恋 泛性恋 直男 直女 heterosexual homosexual bisexual straight gay lesbian asexual pansexual queer bi',
    ),
    new Set(),
  ),
});

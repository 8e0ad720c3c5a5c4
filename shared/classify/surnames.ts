/**
 * Chinese surnames: the Hundred Family Surnames (百家姓, Song dynasty) and surnames since then common, in simplified
 * characters. The first line holds the hundred that most of today's people bear (Ministry of Public Security, 2020).
 */
const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛段郝顾龚邵万覃武钱戴严莫孔向常汤' +
  '褚卫尤施戚喻柏水窦章云潘葛奚郎鲁昌苗凤花俞柳酆鲍费廉岑倪滕殷毕安乐时傅皮卞齐康伍元卜平和穆萧湛祁禹狄米贝明臧计伏成谈茅庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆樊凌霍虞支柯昝管经房裘缪干解应宗宣贲郁单杭洪包诸左吉钮程嵇邢滑裴荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖符景詹束幸司韶郜蓟薄印宿怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公仉督岳帅缑亢况有琴商牟佘佴伯赏墨哈谯笪年爱阳佟言福区佟兰岩操鹿展战旷苑宝青代丛修佀候冼初仝代' +
  '占台肇屈原闪门亓祭祝苟么矫丘楼辜晋楚靖亚原揭卿豆逯鄢楮奉尧麦植邬';

/** Surnames of two characters. */
export const compoundSurnames: readonly string[] = [
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '东方',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '长孙',
  '宇文',
  '司徒',
  '令狐',
  '南宫',
  '端木',
  '百里',
  '轩辕',
  '独孤',
  '西门',
  '呼延',
  '闻人',
  '赫连',
  '澹台',
  '公冶',
  '宗政',
  '濮阳',
  '淳于',
  '单于',
  '太叔',
  '申屠',
  '仲孙',
  '钟离',
  '鲜于',
  '闾丘',
  '司空',
  '万俟',
  '拓跋',
  '夹谷',
  '谷梁',
  '左丘',
  '东郭',
  '梁丘',
];

const singles = new Set(single);
const compounds = new Set(compoundSurnames);
const singleCodes = new Uint8Array(0x10000);
for (const surname of single) {
  singleCodes[surname.charCodeAt(0)] = 1;
}
const commonest = new Set(single.slice(0, 100));

/** How many characters of the value its surname takes: 2 for a compound surname, 1 for a single one, 0 for none. */
export function surnameLength(value: string): number {
  if (value.length > 2 && compounds.has(value.slice(0, 2))) {
    return 2;
  }
  return singles.has(value.charAt(0)) ? 1 : 0;
}

/** True if the value begins with one of the hundred commonest surnames, which some 85 % of Chinese people bear. */
export function hasCommonSurname(value: string): boolean {
  return commonest.has(value.charAt(0));
}

/** True for the UTF-16 code of a character that is a surname by itself. */
export function isSurnameCode(code: number): boolean {
  return singleCodes[code] === 1;
}

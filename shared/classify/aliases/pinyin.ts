/** How the characters of Chinese column names are spelt in pinyin without tones: a syllable, then its characters. */
const syllables =
  'an安案 ba巴 ban办班 bang绑 bao保报包宝 bei被贝备 ben本 bi毕比币 bian编 biao表标 bie别 bing病 bo博波 cai菜采 can参 cao操 ce册 ceng层 chan产 ' +
  'chang长常场 che车 chen辰 cheng称乘城成程 chi持 chou酬 chu储出处初 chuan串 chuang创床 chuo戳 ci次词 cun存 da达答 dai代贷 dan单 dang当党 dao道到导 ' +
  'de的 deng登等 di地递 dian电店 ding定订 dong东动 du度读 duan段端断短 dui对 e额 er耳儿 fa法发 fan反番犯 fang房方访坊 fei费 fen份分 fou否 fu负父付服 gai改 ' +
  'gang岗港 gao高 ge个格個 gen跟 geng更 gong工公 gou购构沟 gu顾固雇 guan关馆贯 gui归轨 guo国裹果过 ha哈 hai孩 han韩 hang行航 hao号號 he合 hou候后 ' +
  'hu户呼护 hua花话化 huan患还 hui会回 hun婚 huo货 ji寄机急籍记基计级积疾既集即际迹 jia家驾价架加 jian件间监建检见 jiao教叫交缴 jie借接街结截 jin紧金进 jing经警 jiu酒就 ' +
  'ju居 ka卡 kai开 kao考 ke客可科 kou口 kuai快 kuan款 kuang况 kui馈 lai来 lan览 lao老 lei类累 li离历理 lian联链脸 liang辆 liao聊 lie列 lin临 ' +
  'ling龄令零 liu留流浏 lu录陆 lun论 lv旅 ma码麻 mai买卖 mao貌 mei美 men门 mi密 mian面 miao描 min民敏 ming名明 mu母目 na纳 nei内 ni昵 nian年 ou偶 ' +
  'pai牌派 pei配 pian片 pin品 ping评 po坡 pu铺 qi企期器起其 qian前钱欠签 qin亲 qing请情 qiu求 qu区渠取 quan全 ren人任 ri日 rong容 ru入 shang商 ' +
  'she社设 shen申身 sheng生省声 shi师驶事时识市实式史始 shou收手授售 shu属数书述束 shui税水 shuo说 si司私 song送 su诉 suan算 sui岁 suo所 tai态台太 te特 ' +
  'ti题体 tian天添 ting庭 tong通统童 tou投头 tu土 tui退 wan湾 wang望往网旺 wei微位纬未 wen文问纹 wu屋务物 xi系席细息西希 xia下 xian险嫌现县 xiang像箱详乡香向 ' +
  'xiao效消校 xin信薪新 xing姓型性 xiu修 xu蓄序 xuan选 xue学血 xun讯 yan言 yang仰 yao钥药 ye业 yi医疑移易意一以 yin姻银印因 ying应营英 yong用 you有邮 ' +
  'yu与预域余逾育 yuan员員原院 yue月 yun运 zai在 zan暂 ze责 zhai宅 zhan站 zhang账帐障 zhao照 zhe者折 zhen诊真 zheng证政征症正證 zhi职治職址织芝支值止执指 ' +
  'zhong中终种重 zhou周 zhu主住注助 zhuan专 zhuang状装 zhun准 zi字资子 zong总踪宗 zu租组族 zui最罪 zuo坐作座';

const spelling = new Map<string, string>();
for (const entry of syllables.split(' ')) {
  const [syllable = ''] = /^[a-z]+/.exec(entry) ?? [];
  for (const character of entry.slice(syllable.length)) {
    spelling.set(character, syllable);
  }
}

/** Initials of two letters stand for too many words; those in use are aliases of the pack. */
const fewestInitials = 3;

/**
 * The names that a Chinese column name goes by in pinyin: written out and by its initials. None where a character is not
 * known.
 * @example pinyinOf('手机号') // ['shoujihao', 'sjh']
 */
export function pinyinOf(name: string): string[] {
  const parts = [...name].map((character) => spelling.get(character) ?? '');
  if (parts.length < 2 || parts.includes('')) {
    return [];
  }
  const initials = parts.map((part) => part.charAt(0)).join('');
  return initials.length < fewestInitials ? [parts.join('')] : [parts.join(''), initials];
}

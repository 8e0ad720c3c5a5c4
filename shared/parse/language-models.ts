import type { Encoding } from '../domain/dialect.ts';
import type { DoubleByteEncoding, SingleByteEncoding } from './character-tables.ts';

/** A run of double-byte characters, from lead and trail to lead and trail, and the share of text that falls into it. */
type Tier = { readonly leads: readonly [number, number]; readonly trailsFrom: number; readonly share: number };

/** What text in an East Asian language looks like in its encoding. Shares add up to about 1. */
export type DoubleByteModel = {
  readonly encoding: DoubleByteEncoding;
  readonly language: string;
  /** Characters met all the time in names, addresses and prose. */
  readonly common: string;
  readonly commonShare: number;
  /** Tiers of the rest; the first that fits counts. Pairs in none of them are rare. */
  readonly tiers: readonly Tier[];
  /** The share of characters of one byte above ASCII. */
  readonly singleShare: number;
  /** Whether the language is seldom written in this encoding. */
  readonly isRare: boolean;
};

/** What text in an alphabetic language looks like: its letters beyond ASCII, the commonest first. */
export type SingleByteModel = {
  readonly encoding: SingleByteEncoding;
  readonly language: string;
  readonly letters: string;
  /** Whether its words mix these letters with ASCII ones. */
  readonly isLatin: boolean;
};

const simplified =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严首底液官德随病苏失尔死讲配女黄推显谈罪神艺呢席含企望密批营项防举球英氧势告李台落木帮轮破亚师围注远字材排供河态封另施减树溶怎止案言士均武固叶鱼波视仅费紧爱左章早朝害续轻服试食充兵源判护司足某练差致板田降黑犯负击范继兴似余坚曲输修故城夫够送笔船占右财吃富春职觉汉画功巴跟虽杂飞检吸助升阳互初创抗考投坏策古径换未跑留钢曾端责站简述钱副尽帝射草冲承独令限阿宣环双请超微让控州良轴找否纪益依优顶础载倒房突坐粉敌略客袁冷胜绝析块剂测丝协诉念陈仍罗盐友洋错苦夜刑移频逐靠混母短皮终聚汽村云哪既距卫停烈央察烧迅境若印洲刻括激孔搞甚室待核校散侵吧甲游久菜味旧模湖货损预阻毫普稳乙妈植息扩银语挥酒守拿序纸医缺雨吗针刘啊急唱误训愿审附获茶鲜粮斤孩脱硫肥善龙演父渐血欢械掌歌沙刚攻谓盾讨晚粒乱燃矛乎杀药宁鲁贵钟煤读班伯香介迫句丰培握兰担弦蛋沉假穿执答乐谁顺烟缩征脸喜松脚困异免背星福买染井概慢怕磁倍祖皇促静补评翻肉践尼衣宽扬棉希伤操垂秋宜氢套督振架亮末宪庆编牛触映雷销诗座居抓裂胞呼娘景威绿晶厚盟衡鸡孙延危胶屋乡临陆顾掉呀灯岁措束耐剧玉赵跳哥季课凯胡额款绍卷齐伟蒸殖永宗苗川炉岩弱零杨奏沿露杆探滑镇饭浓航怀赶库夺伊灵税途灭赛归召鼓播盘裁险康唯录菌纯借糖盖横符私努堂域枪润幅哈竟熟虫泽脑壤碳欧遍侧寨敢彻虑斜薄庭纳弹饲伸折麦湿暗荷瓦塞床筑恶户访塔奇透梁刀旋迹卡氯遇份毒泥退洗摆灰彩卖耗夏择忙铜献硬予繁圈雪函亦抽篇阵阴丁尺追堆雄迎泛爸楼避谋吨野猪旗累偏典馆索秦脂潮爷豆忽托惊塑遗愈朱替纤粗倾尚痛楚谢奋购磨君池旁碎骨监捕弟暴割贯殊释词亡壁顿宝午尘闻揭炮残冬桥妇警综招吴付浮遭徐您摇谷赞箱隔订男吹园纷唐败宋玻巨耕坦荣闭湾键凡驻锅救恩剥凝碱齿截炼麻纺禁废盛版缓净睛昌婚涉筒嘴插岸朗庄街藏姑贸腐奴啦惯乘恢恰郑娟郭韩冯曹彭曾肖蔡潘袁董魏薛阎杜姚谭邹熊孟姜崔邱侯贺毛郝龚邵覃汤尹黎龙赖洪戴倪严温俞葛詹伍丽敏静磊娜艳洋勇军杰涛超霞鹏刚桂辉玲燕莉婷颖琳宇浩凤洁梅欣雅慧佳嘉怡琪雯倩俊轩博瑞豪晨轩泽梓涵诗栋单元室号巷弄镇乡村区县州省深圳穗渝沪浙皖闽赣鄂湘粤琼滇黔陕甘蒙疆津冀晋辽吉姓名址话码邮箱性别手身份账密';

const traditional =
  '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗連斷深難近礦千週委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴首底液官德隨病蘇失爾死講配女黃推顯談罪神藝呢席含企望密批營項防舉球英勢告李台臺落木幫輪破亞師圍注遠字材排供河態封另施減樹止案言士均武固葉魚波視僅費緊愛左章早朝害續輕服試食充兵源判護司足某練差致板田降黑負擊範繼興似餘堅曲輸修故城夫夠送筆船占右財吃富春職覺漢畫功巴跟雖雜飛檢吸助升陽互初創抗考投壞策古徑換未跑留鋼曾端責站簡述錢副盡帝射草衝承獨令限阿宣環雙請超微讓控州良軸找否紀益依優頂礎載倒房突坐粉客冷勝絕析塊測絲協訴念陳仍羅鹽友洋錯苦夜移頻靠混母短皮終聚汽村雲哪既距衛停烈央察燒境若印洲括激孔室待核校散侵吧甲游久菜味舊模湖貨損預普穩乙媽植息擴銀語揮酒守拿序紙醫缺雨嗎針劉啊急唱誤訓願審附獲茶鮮孩善龍演父血歡掌歌沙剛晚亂藥寧魯貴鐘讀班伯香介豐培蘭擔樂誰順臉喜松星福買井怕祖皇靜補評肉衣寬秋宜慶編牛雷銷詩座居景綠晶雞孫延屋鄉臨陸顧燈歲玉趙哥季課胡額款齊偉永宗川楊鎮飯航懷庫靈稅途賽歸播盤險康錄純借糖蓋堂域潤哈熟蟲澤腦歐庭納麥床築戶訪塔奇透梁刀卡份退洗彩賣夏忙銅獻予圈雪抽篇陣陰丁雄迎爸樓野旗典館索秦潮朱謝君池寶午橋婦警招吳付徐您谷箱訂男園唐宋榮閉灣版淨昌婚岸朗莊街藏鄭郭韓馮曹彭蕭蔡潘袁董魏薛杜姚譚鄒熊孟姜邱侯賀邵湯尹黎賴洪戴嚴溫葉詹伍麗敏娜艷勇傑濤霞鵬輝玲燕莉婷穎琳宇浩鳳潔梅欣雅慧佳嘉怡琪雯倩俊軒博瑞豪晨淑芬雯惠美雅君怡志明建宏俊賢家豪冠宇承恩巷弄樓室號段鄰里區鄉鎮縣市路街桃園新竹苗栗彰化雲林嘉義屏東宜蘭花蓮澎湖高雄基隆姓址郵箱性別機帳密碼';

const japanese =
  'の日一国人年大本中会社東市町村区県都府道山田川木小高松井上下野原島崎藤佐伊加渡辺林森石池橋口村谷岡内西北南前後水青赤白黒金土月火子美恵由紀真優奈香智明健太郎介一二三四五六七八九十百千万円番号地丁目電話名前氏住所郵便性別男女生年月日登録会員様株式有限事務所店長部課学校病院駅駅通業者出入見行来食飲新古今時分間方手足目耳心思言語文字書読聞立同自動車線路場合作品物用使用無料全部以内外国際京阪神戸横浜名屋福広仙札幌沖縄千葉埼玉静兵庫愛知宮城茨栃木群馬新潟長野富岐阜三重滋賀奈良和歌鳥取根岡徳香媛高佐大分熊児鈴中清斎近遠吉坂安竹増柴酒菅丸久保武和正平成令昭裕之浩幸隆博秀敏雄弘修直樹哉翔悠陽斗蓮結衣花菜葵さ桜';

const korean =
  '김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지나엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국은영수경미희숙순준호재혜아윤태동상철규서울시구동로길대부산인천광주대전울경기도강원충청북남전라상제주특별자치번지층호아파트의가를에는다하고이사그리있것들어나지로을한과해자보수비내중만일요스면라니게시오대여화무용관계정보학생회원가입날짜이름전화주소메일남여년월입니습데세당신저우체국은행점원판매상품주문배송금액결제완료취소예약확인번호비밀록등생분초역읍면군리빌딩단래반포잠실강초송파마관악종중성광평은릉노천';

/** The East Asian encodings, by the most likely language of each. */
export const doubleByteModels: readonly DoubleByteModel[] = [
  {
    encoding: 'gb18030',
    language: 'Chinese (simplified)',
    common: `${simplified}，。：；！？（）、“”《》　－`,
    commonShare: 0.8,
    tiers: [
      { leads: [0xb0, 0xd7], trailsFrom: 0xa1, share: 0.15 },
      { leads: [0xd8, 0xf7], trailsFrom: 0xa1, share: 0.02 },
      { leads: [0xa1, 0xa3], trailsFrom: 0xa1, share: 0.01 },
      { leads: [0x81, 0xfe], trailsFrom: 0x40, share: 0.004 },
    ],
    singleShare: 0.00001,
    isRare: false,
  },
  {
    encoding: 'gb18030',
    language: 'Chinese (traditional)',
    common: `${traditional}，。：；！？（）、“”《》　－`,
    commonShare: 0.8,
    tiers: [
      { leads: [0xb0, 0xf7], trailsFrom: 0xa1, share: 0.1 },
      { leads: [0xa1, 0xa3], trailsFrom: 0xa1, share: 0.01 },
      { leads: [0x81, 0xfe], trailsFrom: 0x40, share: 0.08 },
    ],
    singleShare: 0.00001,
    isRare: true,
  },
  {
    encoding: 'big5',
    language: 'Chinese (traditional)',
    common: `${traditional}，。：；！？（）、「」《》　－`,
    commonShare: 0.8,
    tiers: [
      { leads: [0xa4, 0xc6], trailsFrom: 0x40, share: 0.15 },
      { leads: [0xc9, 0xf9], trailsFrom: 0x40, share: 0.02 },
      { leads: [0xa1, 0xa3], trailsFrom: 0x40, share: 0.01 },
      { leads: [0x81, 0xfe], trailsFrom: 0x40, share: 0.0005 },
    ],
    singleShare: 0.00001,
    isRare: false,
  },
  {
    encoding: 'shift_jis',
    language: 'Japanese',
    common: `${japanese}あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわをんがぎぐげござじずぜぞだでどばびぶべぼぱっゃゅょアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワンガギグゲゴザジズゼゾダデドバビブベボパピプペポッャュョー、。・「」（）　－`,
    commonShare: 0.8,
    tiers: [
      { leads: [0x88, 0x98], trailsFrom: 0x40, share: 0.14 },
      { leads: [0x82, 0x83], trailsFrom: 0x40, share: 0.02 },
      { leads: [0x99, 0x9f], trailsFrom: 0x40, share: 0.005 },
      { leads: [0xe0, 0xea], trailsFrom: 0x40, share: 0.005 },
      { leads: [0x81, 0x81], trailsFrom: 0x40, share: 0.01 },
      { leads: [0x87, 0xfc], trailsFrom: 0x40, share: 0.001 },
    ],
    singleShare: 0.01,
    isRare: false,
  },
  {
    encoding: 'shift_jis',
    language: 'Japanese (half-width)',
    common: 'ー、。',
    commonShare: 0.01,
    tiers: [{ leads: [0x81, 0x98], trailsFrom: 0x40, share: 0.02 }],
    singleShare: 0.9,
    isRare: true,
  },
  {
    encoding: 'euc-kr',
    language: 'Korean',
    common: korean,
    commonShare: 0.85,
    tiers: [
      { leads: [0xb0, 0xc8], trailsFrom: 0xa1, share: 0.13 },
      { leads: [0xa1, 0xa3], trailsFrom: 0xa1, share: 0.01 },
      { leads: [0xca, 0xfd], trailsFrom: 0xa1, share: 0.003 },
      { leads: [0x81, 0xc6], trailsFrom: 0x41, share: 0.001 },
    ],
    singleShare: 0.00001,
    isRare: false,
  },
];

function latin(encoding: SingleByteEncoding, language: string, letters: string): SingleByteModel {
  return { encoding, language, letters, isLatin: true };
}

function other(encoding: SingleByteEncoding, language: string, letters: string): SingleByteModel {
  return { encoding, language, letters, isLatin: false };
}

/** The alphabetic encodings, by language; several languages share one. */
export const singleByteModels: readonly SingleByteModel[] = [
  latin('windows-1252', 'French', 'éèàêçôîûâëïùœæÿ'),
  latin('windows-1252', 'German', 'üäößé'),
  latin('windows-1252', 'Spanish', 'óíáéñúü¿¡ªº'),
  latin('windows-1252', 'Portuguese', 'ãçéáíóêõâúôàº'),
  latin('windows-1252', 'Swedish, Danish or Norwegian', 'åäöøæéü'),
  latin('windows-1252', 'Italian', 'àèùòìé'),
  latin('windows-1252', 'Dutch', 'ëéïèóöü'),
  latin('windows-1250', 'Polish', 'łąęóżśćńź'),
  latin('windows-1250', 'Czech', 'íáéěřčýžšůúťďňó'),
  latin('windows-1250', 'Slovak', 'áíéčýžúšľťôóňďäĺŕ'),
  latin('windows-1250', 'Hungarian', 'áéöóőüíúű'),
  latin('windows-1250', 'Croatian or Slovenian', 'čšžćđ'),
  latin('windows-1250', 'Romanian', 'ăţşîâ'),
  latin('windows-1254', 'Turkish', 'ıüşğöçİâî'),
  latin('windows-1257', 'Lithuanian', 'ėšųžįąčūę'),
  latin('windows-1257', 'Latvian', 'āīšēūņļžčķģ'),
  latin('windows-1257', 'Estonian', 'äõüöšž'),
  latin('windows-1258', 'Vietnamese', 'đ\u0301\u0300ươ\u0323ê\u0309âôăàáéèóíúùãõýìòi\u0303'),
  other('windows-1251', 'Russian', 'оаеинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'),
  other('windows-1251', 'Ukrainian', 'оаниіветрслкудмпзябьгчйхцїєжюшщфґ'),
  other('windows-1251', 'Bulgarian or Serbian', 'аиоентрсвлкдпмзъгубчцжхйшщяюфјњћљђџ'),
  other('koi8-r', 'Russian', 'оаеинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'),
  other('windows-1253', 'Greek', 'αοιετσνηυρπκμλςωίάόγήδέχθφύώβξζψϊϋΐ'),
  other('windows-1255', 'Hebrew', 'יוהלאמרבתשנחםדקעכפגטסזןצךףץ'),
  other('windows-1256', 'Arabic', 'ايلمنرتبعدسوهحفقكةأجشطخصىءزضغثذإئظؤآ'),
  other('windows-1256', 'Persian', 'اينرمدبهوتسشلكگزفخقعچحجپطصآضذظغثژئ'),
];

/** How encodings are called in text for the analyst. */
export const encodingNames: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  gb18030: 'GB18030',
  big5: 'Big5',
  shift_jis: 'Shift_JIS',
  'euc-kr': 'EUC-KR',
  'windows-1250': 'Windows-1250',
  'windows-1251': 'Windows-1251',
  'windows-1252': 'Windows-1252',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'windows-1257': 'Windows-1257',
  'windows-1258': 'Windows-1258',
  'koi8-r': 'KOI8-R',
};

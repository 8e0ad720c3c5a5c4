/**
 * Words by which running text in an alphabetic language is known, by ISO 639-1 code: articles, pronouns, prepositions and
 * conjunctions, in lower case. Own compilation.
 */
const lists: Readonly<Record<string, string>> = {
  en: 'the and of to is in that it for was on are as with his they this have from by not but what all were when your can said there an each which their will how if please after before been would my our we you she he',
  de: 'der die das und ist nicht ein eine einen zu mit sich auf für von dem des den im als auch es wie aus bei nach oder wir sie ich war sind wird bitte über durch noch nur aber wenn kann zum zur vor',
  fr: 'le la les de des du et est une un que qui dans pour pas sur au aux avec ce cette sont plus ne se nous vous je il elle ils mais ou où leur par merci être très chez sans comme',
  es: 'el la los las de del y que en un una es por con para no se su al lo como más pero sus le ya este esta entre cuando muy sin sobre también hay usted gracias favor desde',
  pt: 'o a os as de do da dos das e que em um uma é por com para não se na no ao mais como mas foi seu sua ou quando muito nos já também pelo pela até isso ela entre você obrigado favor',
  it: 'il lo la gli le di del della dei delle e che in un una è per con non si da al alla sono come più ma anche nel nella questo questa dopo senza ho ha grazie prego essere',
  nl: 'de het een en van is dat niet in op te zijn voor met die aan er om ook als bij maar nog uit naar heeft dit worden wordt hij zij wij ik je graag door over deze',
  pl: 'i w nie na się z do że jest to jak o po co ale za od przez dla czy był tylko są przy bez już może tak proszę ich jego oraz lub być pod nad',
  tr: 've bir bu da de için ile çok ne o ben var daha gibi kadar olan sonra ama değil mi lütfen olarak her şey en ya yok ki önce bana ona',
  cs: 'a je se na že to v s z do i ve jsem ale jako za by si tak po pro jsou už od nebo být jen který která když prosím také podle',
  sv: 'och i att det som en på är av för med till den har de inte om ett han var jag från men vi så kan när eller ska under efter tack',
  ro: 'și si de la în cu este un o pe nu care din pentru mai ca sunt se să au fost dar sau prin după când vă rog fără foarte între',
  id: 'yang dan di dari untuk dengan ini itu tidak akan pada ke dalam adalah ada juga saya kami kita bisa sudah atau oleh karena tolong mohon belum lagi',
  vi: 'và của là có không được cho trong một những các với này đã người khi đến từ tôi anh chị ở để cũng như vui lòng xin ạ nhé',
  ru: 'и в не на что с он как это по но из у к за от так о же вы бы был до если или уже для нет ещё мне только пожалуйста после через при',
  uk: 'і в не на що з та до як це по але у за від так про же або вже для немає ще мені тільки будь ласка після через при є які',
  bg: 'и на да се не от за с в е са че по ще като но или до към този това при след моля няма който',
  ar: 'في من على إلى أن هذا هذه التي الذي لا ما عن مع كان هو هي أو ثم بعد قبل كل غير يرجى و تم لم',
  fa: 'و در به از که این را با است برای آن یک تا می بر هم نیز شد لطفا بعد شود های خود یا اما',
};

/** The languages in which a word says that a text is; none for a word that no list holds. */
const byWord = new Map<string, string[]>();
for (const [language, words] of Object.entries(lists)) {
  for (const word of words.split(' ')) {
    byWord.set(word, [...(byWord.get(word) ?? []), language]);
  }
}

/** The languages (ISO 639-1) of which a lower-case word is a common small word; none for any other word. */
export function languagesOfWord(word: string): readonly string[] {
  return byWord.get(word) ?? [];
}

// Characters that only one of the languages written with them has: Chinese ones in their simplified or traditional form, and
// those that Japan made or simplified by itself.
const chineseOnly =
  '们这说对时为过还让给从见车门问间样经东马长张陈刘杨赵吴孙郑罗谢韩邓许苏吕钟龙华军伟丽红艳强娟涛您吗呢吧请货电话' +
  '們這說對沒來還讓從劉吳鄭嗎鄧鍾蘇號寶臺灣您';
const japaneseOnly = '々辻込働峠畑沢桜斎辺広渋駅県円図売読気楽帰対応様伝検権労駐払剤歳壱弐鉄仏滝';

/** The language that a Han character speaks for; null for one that several have. */
export function languageOfHan(character: string): 'zh' | 'ja' | null {
  if (japaneseOnly.includes(character)) {
    return 'ja';
  }
  return chineseOnly.includes(character) ? 'zh' : null;
}

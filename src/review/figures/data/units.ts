/** Physical dimensions; `each` in the SI unit of the dimension (BIPM SI brochure, 9th edition; NIST SP 811 for customary units). */
export type Unit = { dimension: string; each: number; pattern: RegExp }

const unit = (dimension: string, each: number, words: string): Unit => ({
  dimension,
  each,
  pattern: new RegExp(`^[\\s-]*(?:${words})`, 'iu'),
})

/** Longer names before shorter ones: the first that fits wins. */
export const units: Unit[] = [
  unit(
    'area',
    1e6,
    '平方公里|平方千米|square kilomet(?:er|re)s?|sq\\.? ?km|km²|km2|quadratkilometer|kilomètres carrés|km cuadrados|chilometri quadrati|quil[ôó]metros? quadrados|квадратн\\p{L}+ километр\\p{L}*|кв\\.? ?км|kilómetros cuadrados|平方キロ(?:メートル)?|제곱킬로미터|㎢',
  ),
  unit('area', 2.59e6, '平方英里|square miles?'),
  unit(
    'area',
    1,
    '平方米|square met(?:er|re)s?|m²|quadratmeter|mètres carrés|metros cuadrados|metri quadrati|metros quadrados|квадратн\\p{L}+ метр\\p{L}*|平方メートル|제곱미터|㎡',
  ),
  unit('area', 0.0929, '平方英尺|square (?:feet|foot)'),
  unit('area', 1e4, '公顷|ha\\b|hectares?|㏊|hektar|ettar[oi]|гектар\\p{L}*|hectáreas?|ヘクタール|헥타르'),
  unit('area', 4046.9, '英亩|acres?|エーカー|에이커'),
  unit('area', 666.7, '亩|mu\\b'),
  unit('area', 3.3058, '坪|평(?![가-힣])|평(?=[ 이의형짜대])'),
  unit('speed', 0.5144, '节(?!目|日|省|约|奏|点|能|选|课|会|气)|knots?\\b|Knoten|nœuds?|nudos?|ノット|노트'),
  unit(
    'speed',
    0.2778,
    '(?:每小时)?公里/?(?:每小时|小时|时)|kilomet(?:er|re)s? (?:per|an) hour|km/h|kph|kmh|stundenkilometer',
  ),
  unit('speed', 0.44704, '英里/?(?:每小时|小时)|miles? (?:per|an) hour|mph\\b|m\\.p\\.h\\.'),
  unit(
    'length',
    1000,
    '公里|千米|kilomet(?:er|re)s?\\b|km\\b|㎞|kilometer|kilomètres?|kilómetros?|chilometr[oi]|quil[ôó]metros?|километр\\p{L}*|км(?!\\p{L})|キロメートル|킬로미터',
  ),
  unit('length', 1852, '海里|nautical miles?|Seemeilen?|milles? nautiques?|(?:millas?|millas?) náuticas?|カイリ|해리'),
  unit('length', 1609.3, '英里|miles?\\b|Meilen?\\b|milles?\\b|millas?\\b|マイル|마일'),
  unit(
    'length',
    0.01,
    '厘米|centimet(?:er|re)s?|centimètres?|centímetros?|centimetri|сантиметр\\p{L}*|cm\\b|㎝|zentimeter|センチ(?:メートル)?|센티미터',
  ),
  unit(
    'length',
    0.001,
    '毫米|millimet(?:er|re)s?|millimètres?|milímetros?|Millimetern?|밀리미터|mm\\b|㎜|ミリ(?:メートル)?',
  ),
  unit('length', 0.3048, '英尺|feet\\b|foot\\b|ft\\b|Fuß\\b|pieds?\\b|pies?\\b|フィート|피트'),
  unit('length', 0.0254, '英寸|inch(?:es)?\\b|Zoll\\b|pouces?\\b|pulgadas?\\b|インチ|인치'),
  unit('length', 0.9144, '码(?!头)|yards?\\b'),
  unit(
    'length',
    1,
    '米(?!其)|Höhenmetern?|metri\\b|метр\\p{L}*|met(?:er|re)[ns]?\\b|mètres?(?!s| cubes?)|metros?(?!s| cúbicos?)|メートル|미터|m(?!\\p{L})',
  ),
  unit(
    'mass',
    1000,
    '吨|(?:metric )?tonnes?\\b|(?:metric )?tons?\\b|tonnen|tonnellat[ae]|тонн\\p{L}*|toneladas?|トン|톤',
  ),
  unit(
    'mass',
    1,
    '公斤|千克|kilograms?\\b|kilos?\\b|kg\\b|㎏|kilogramm|kilogrammes?|chil[io]\\b|chilogramm[io]|quilos?\\b|килограмм\\p{L}*|kilogramos?|キログラム|킬로그램',
  ),
  unit('mass', 0.5, '斤|jin\\b'),
  unit('mass', 0.6, '근(?![가-힣])'),
  unit('mass', 50, 'Zentner\\b'),
  unit('mass', 6.35, 'stone(?! \\p{L})'),
  unit('mass', 0.4536, '磅|pounds?\\b(?= of| in weight)|lbs?\\b|libras?\\b(?= de)'),
  unit('mass', 0.02835, '盎司|ounces?\\b|oz\\b'),
  unit('mass', 1e-6, '毫克|milligrams?|mg\\b|㎎|Milligramm'),
  unit('mass', 1e-9, '微克|micrograms?|µg\\b|Mikrogramm'),
  unit('mass', 0.001, '克(?!朗|拉|里)|grams?\\b|grammes?|gramm\\b|グラム'),
  unit('volume', 158.99, '桶|barrels?\\b|barriles|barril\\b|barils?\\b|Barrel\\b|Fass\\b|バレル|배럴'),
  unit('volume', 3.785, '加仑|gallons?\\b|ガロン|갤런'),
  unit(
    'volume',
    1000,
    '立方米|cubic met(?:er|re)s?|m³|㎥|立方メートル|Kubikmetern?|mètres cubes|metros cúbicos|hm³|세제곱미터|입방미터',
  ),
  unit('volume', 100, '百升|hectolit(?:er|re)s?|hl\\b|Hektolitern?|hectolitros?|ヘクトリットル|헥토리터'),
  unit('volume', 0.001, '毫升|millilit(?:er|re)s?|ml\\b|㎖|Milliliter'),
  unit('volume', 28.317, '立方英尺|cubic (?:feet|foot)'),
  unit('volume', 1, '升(?!级|至|到)|lit(?:er|re|r[io])[ns]?\\b|ℓ|литр\\p{L}*|litros?\\b|リットル|리터'),
  unit(
    'celsius',
    1,
    'Grad(?: Celsius)?(?!\\p{L})|degrés?(?: Celsius)?(?!\\p{L})|grados?(?: Celsius| centígrados)?(?!\\p{L})|摄氏度|℃|°\\s?C\\b|(?:degrees? )?celsius\\b|centigrade',
  ),
  unit('fahrenheit', 1, '华氏度|℉|°\\s?F\\b|(?:degrees? )?fahrenheit\\b'),
  unit('energy', 1e9, '太瓦时|terawatt[- ]hours?|TWh\\b'),
  unit(
    'energy',
    1e6,
    '吉瓦时|gigawatt(?:[- ]?hours?|heures?)|GWh\\b|Gigawattstunden?|gigavatios?[- ]hora|ギガワット時|기가와트시',
  ),
  unit(
    'energy',
    1e3,
    '兆瓦时|m[eé]gawatt(?:[- ]?hours?|heures?)|MWh\\b|Megawattstunden?|megavatios?[- ]hora|メガワット時|메가와트시',
  ),
  unit(
    'energy',
    1,
    '千瓦时|kilowatt(?:[- ]?hours?|heures?)|kWh\\b|Kilowattstunden?|kilovatios? hora|キロワット時|킬로와트시',
  ),
  unit('power', 1e9, '吉瓦|гигаватт\\p{L}*|ГВт(?!\\p{L})|gigawatts?|GW\\b|gigavatios?|ギガワット|기가와트'),
  unit('power', 1e6, '兆瓦|мегаватт\\p{L}*|МВт(?!\\p{L})|m[eé]gawatts?|MW\\b|㎿|megavatios?|メガワット|메가와트'),
  unit('power', 1e3, '千瓦(?!时)|kilowatts?\\b|kW\\b|㎾|kilovatios?|キロワット(?!時)|킬로와트(?!시)'),
]

/** Lengths of time in days; months and years by the mean Gregorian year. */
export const times: Unit[] = [
  unit(
    'time',
    36524.25,
    '个?世纪|世紀|세기|centur(?:y|ies)|secol[oi]\\b|séculos?\\b|век(?:а|ов)?(?!\\p{L})|jahrhunderte?n?|siècles?|siglos?',
  ),
  unit('time', 3652.425, 'decades?|decenni[o]?\\b|десятилети\\p{L}*|jahrzehnte?n?|décennies?|décadas?|个年代'),
  unit(
    'time',
    365.2425,
    '周年|年(?!代|级|轻|度)(?:间|間|来|前|后|後|期|多|以)?|[- ]?years?\\b(?![- ]old)|jahre?n?\\b|ans?\\b|années?|años?|anni\\b|anos?\\b|лет(?!\\p{L})|год(?:а|ов|у)?(?!\\p{L})|년',
  ),
  unit('time', 91.31, '个季度|quarters?\\b'),
  unit(
    'time',
    30.436875,
    '个月|個月|か月|ヶ月|カ月|ヵ月|개월|달(?!러|리|걀|력|성|간|래)|months?\\b|monate?n?\\b|mois\\b|mes(?:es|e|i)?\\b|месяц\\p{L}*',
  ),
  unit(
    'time',
    7,
    '周(?!年|[一二三四五六日岁])|个?星期(?![一二三四五六日天])|週間|주(?:간)?(?![가-힣])|weeks?\\b|wochen?\\b|semaines?\\b|semanas?\\b|settiman[ae]\\b|недел\\p{L}*',
  ),
  unit(
    'time',
    1,
    '个?(?:工作|交易|自然)日|(?:Arbeits|Werk)tage?n?\\b|天|日(?:间|間|(?=連続|连续|ぶり|以内|かけ))|days?\\b|tage?n?\\b|jours?\\b|días?\\b|giorn[oi]\\b|dias?\\b|дн(?:я|ей)(?!\\p{L})|день|суток|일간|夜(?!市|班|间|里|晚|色|总|校|景)|晚(?!上|间|会|报|宴|点|些|期|年|餐|了|于|到|些)|nights?\\b|Nächten?\\b|nuits?\\b|noches?\\b|泊|박(?= |[은이을에으]|\\d)',
  ),
  unit(
    'time',
    1 / 24,
    '个?小时|个?钟头|個?小時|時間|시간|hours?\\b|hrs?\\b|stunden?\\b|heures?\\b|horas?\\b|or[ae]\\b|час(?:а|ов)?(?!\\p{L})',
  ),
  unit(
    'time',
    1 / 1440,
    '分钟|分(?=半)|分鐘|分間|분(?!의)|minutes?\\b|mins?\\b|minuten?\\b|minutos?\\b|minuti\\b|минут\\p{L}*',
  ),
  unit('time', 1 / 864_000, '(?:Zehntel-?[Ss]ekunden?|tenths? of a second|dixièmes? de seconde|décimas? de segundo)'),
  unit(
    'time',
    1 / 8_640_000,
    '(?:Hundertstel(?:-?[Ss]ekunden?)?|hundredths? of a second|centièmes?(?: de seconde)?|centésimas?(?: de segundo)?)(?!\\p{L})',
  ),
  unit(
    'time',
    1 / 86_400_000,
    '(?:Tausendstel(?:-?[Ss]ekunden?)?|thousandths? of a second|millièmes? de seconde|milésimas?(?: de segundo)?|毫秒)',
  ),
  unit('time', 1 / 86400, '秒|초|seconds?\\b|sekunden?\\b|secondes?\\b|segundos?\\b|secondi\\b|секунд\\p{L}*'),
]

/** Adjectives between a number and its unit: "14 Earth days", "three long weeks", „vier volle Tage“. */
export const besideUnits =
  /^[\s-]*(?:business|working|flight|flying|calendar|consecutive|straight|full|more|school|trading|additional|further|such|Earth|long|short|hot|cold|dry|wet|rainy|sunny|happy|hard|difficult|painful|agonizing|gruell?ing|turbulent|tense|anxious|frantic|whole|entire|mere|solid|good|extra|successive|lange[nr]?|kurze[nr]?|heiße[nr]?|harte[nr]?|zusätzliche[nr]?|solche[rn]?|ganzen?|vollen?|weiteren?|bonnes?|largos|largas|longues) /iu

/** Parts of a currency, hundredths where `parts` does not say otherwise: 32欧分 is 0.32 euros, and never 32. */
export const cents: { of: string; in: string[]; pattern: RegExp; parts?: number }[] = [
  { of: 'jiao', in: ['CNY'], pattern: /^\s*[角毛](?:钱|(?=[，。、；）]|$))/u, parts: 10 },
  { of: 'fen', in: ['CNY'], pattern: /^\s*分钱/u },
  {
    of: 'US cent',
    in: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', 'HKD', 'EUR', 'ZAR'],
    pattern: /^\s*(?:美分|(?:U\.?S\.? )?cents?(?!\p{L}| de| d’| d'))/u,
  },
  {
    of: 'euro cent',
    in: ['EUR', 'CHF', 'USD'],
    pattern: /^\s*(?:欧分|Euro-?[Cc]ents?\b|Cents?\b|centimes?(?!\p{L}| additionnels)(?: d['’]euros?)?|céntimos?)/u,
  },
  { of: 'penny', in: ['GBP'], pattern: /^\s*(?:便士|pence\b|p\b(?!\.))/u },
]

/** Currencies by ISO 4217 code: what stands before a number and what after it. `dollar` alone may be of several countries. */
export const currencies: { code: string; before?: RegExp; after?: RegExp }[] = [
  {
    code: 'HKD',
    before: /HK\$\s?$|HKD\s?$|(?:港币|港幣)\s?$/u,
    after: /^\s*(?:港元|元港币|港币|港幣|Hong Kong dollars?)/iu,
  },
  { code: 'AUD', before: /(?:A|AU)\$\s?$|AUD\s?$/u, after: /^\s*(?:澳元|澳大利亚元|澳币|澳幣|Australian dollars?)/iu },
  { code: 'CAD', before: /(?:C|CA)\$\s?$/u, after: /^\s*(?:加元|加拿大元|加币|加幣|Canadian dollars?)/iu },
  { code: 'SGD', before: /S\$\s?$/u, after: /^\s*(?:新元|新加坡元|Singapore dollars?)/iu },
  {
    code: 'TWD',
    before: /NT\$\s?$|TWD\s?$|(?:新台幣|新臺幣|新台币|台币)\s?$/u,
    after: /^\s*元?(?:新台币|新臺幣|新台幣|台币|台幣|Taiwan dollars?)/iu,
  },
  { code: 'NZD', before: /NZ\$\s?$/u, after: /^\s*(?:新西兰元|纽元|New Zealand dollars?)/iu },
  { code: 'BRL', before: /R\$\s?$/u, after: /^\s*(?:雷亚尔|reais|real\b)/iu },
  {
    code: 'USD',
    before: /US\$\s?$|USD\s?$/u,
    after: /^\s*(?:美元|美金|U\.?S\.? dollars?|米ドル|US-Dollar|달러|ドル)/iu,
  },
  {
    code: 'USD',
    before: /\$\s?$/u,
    after: /^\s*(?:dollars?\b|dollar\b|dólares?|dollari|dollaro|доллар\p{L}*|Dollar\b|\$)/iu,
  },
  { code: 'EUR', before: /€\s?$|EUR\s?$/u, after: /^\s*(?:欧元|歐元|euros?\b|€|d['’]euros|евро|ユーロ|유로)/iu },
  {
    code: 'GBP',
    before: /£\s?$|GBP\s?$/u,
    after:
      /^\s*(?:英镑|英鎊|pounds?\b(?: sterling)?(?! of)|livres sterling|sterline|фунт\p{L}* стерлингов|libras?(?: esterlinas)?\b|ポンド|파운드)/iu,
  },
  {
    code: 'JPY',
    before: /(?:JP)?¥\s?$|JPY\s?$/u,
    after: /^\s*(?:日元|日圆|日圓|円|yen\b|엔(?!진|터|드|지|씨|트|젠|데|도|비))/iu,
  },
  { code: 'KRW', before: /₩\s?$/u, after: /^\s*(?:韩元|韓元|원|won\b|ウォン)/iu },
  {
    code: 'CNY',
    before: /(?:RMB|CN¥|CNY|¥|人民币)\s?$/u,
    after: /^\s*(?:元(?!首|旦|素|老|月)|人民币|块钱|yuan\b|renminbi\b|人民元|위안)/iu,
  },
  {
    code: 'LKR',
    after: /^\s*(?:斯里兰卡卢比|巴基斯坦卢比|尼泊尔卢比|(?:Pakistani|Sri Lankan|Nepali|Nepalese) rupees?)/iu,
  },
  { code: 'XAF', after: /^\s*(?:非洲法郎|西非法郎|中非法郎|francs CFA)/iu },
  { code: 'INR', before: /₹\s?$|Rs\.?\s?$/u, after: /^\s*(?:印度卢比|卢比|rupees?\b|rupien|roupies)/iu },
  {
    code: 'SEK',
    before: /(?:SEK|kr)\s?$/u,
    after: /^\s*(?:瑞典克朗|挪威克朗|丹麦克朗|克朗|kronor|kroner|kronas?|kroners?|crowns?|Kronen|couronnes)/iu,
  },
  { code: 'CHF', before: /CHF\s?$|Fr\.\s?$/u, after: /^\s*(?:瑞士法郎|瑞郎|法郎|(?:Swiss )?francs?\b|Franken)/iu },
  { code: 'RUB', before: /₽\s?$/u, after: /^\s*(?:卢布|ro?ubles?\b|rubles?\b|рубл\p{L}*)/iu },
  { code: 'TRY', before: /₺\s?$/u, after: /^\s*(?:里拉|lira)/iu },
  { code: 'PES', after: /^\s*(?:比索|pesos?\b)/iu },
  { code: 'THB', before: /฿\s?$/u, after: /^\s*(?:泰铢|baht)/iu },
  { code: 'ZAR', after: /^\s*(?:兰特|rand\b)/iu },
  { code: 'MYR', before: /RM\s?$/u, after: /^\s*(?:林吉特|ringgit)/iu },
  { code: 'IDR', before: /Rp\s?$/u, after: /^\s*(?:印尼盾|印尼卢比|rupiah)/iu },
  { code: 'VND', before: /₫\s?$/u, after: /^\s*(?:越南盾|dong\b)/iu },
  { code: 'AED', before: /(?:AED|Dhs?\.?)\s?$/u, after: /^\s*(?:迪拉姆|dirhams?\b)/iu },
  { code: 'SAR', before: /SAR\s?$/u, after: /^\s*(?:里亚尔|riyals?\b|rials?\b)/iu },
  { code: 'ILS', before: /₪\s?$|NIS\s?$/u, after: /^\s*(?:新?谢克尔|shekels?\b|Schekel)/iu },
  { code: 'NGN', before: /₦\s?$/u, after: /^\s*(?:奈拉|naira\b)/iu },
  { code: 'UAH', before: /₴\s?$/u, after: /^\s*(?:格里夫纳|hryvnias?\b|Hrywnja|гривен\p{L}*)/iu },
  { code: 'HUF', after: /^\s*(?:福林|forints?\b)/iu },
  { code: 'CZK', before: /Kč\s?$/u, after: /^\s*(?:捷克克朗|koruna\p{L}*)/iu },
  { code: 'PHP', before: /₱\s?$/u },
  { code: 'BDT', before: /৳\s?$/u, after: /^\s*(?:塔卡|takas?\b)/iu },
  {
    code: 'SHS',
    before: /(?:KSh|Sh|KES|UGX|TZS)\.?\s?$/u,
    after: /^\s*(?:肯尼亚先令|乌干达先令|坦桑尼亚先令|先令|(?:\p{L}+ )?shillings?\b)/iu,
  },
  { code: 'KZT', before: /₸\s?$/u, after: /^\s*(?:坚戈|tenge\b)/iu },
  { code: 'MNT', before: /₮\s?$/u, after: /^\s*(?:图格里克|tugriks?\b)/iu },
  { code: 'PEN', before: /S\/\.?\s?$/u, after: /^\s*(?:索尔|soles\b)/iu },
  { code: 'ETB', after: /^\s*(?:比尔(?![·・])|birr\b)/iu },
  { code: 'GHS', after: /^\s*(?:塞地|cedis?\b)/iu },
  { code: 'DIN', after: /^\s*(?:第纳尔|dinars?\b)/iu },
  { code: 'MAD', after: /^\s*摩洛哥迪拉姆/u },
  { code: 'PLN', after: /^\s*(?:兹罗提|zlot\p{L}+)/iu },
]

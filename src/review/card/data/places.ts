/** Cities and regions, one row each: en|zh-Hans|ja|ko|de|fr|es|it|pt|ru. Common geography, one form a language. */
export const placeColumns = ['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt', 'ru']
export const placeRows = `Beijing|北京|北京|베이징|Peking|Pékin|Pekín|Pechino|Pequim|Пекин
Shanghai|上海|上海|상하이|Shanghai|Shanghai|Shanghái|Shanghai|Xangai|Шанхай
Tokyo|东京|東京|도쿄|Tokio|Tokyo|Tokio|Tokyo|Tóquio|Токио
Seoul|首尔|ソウル|서울|Seoul|Séoul|Seúl|Seul|Seul|Сеул
Pyongyang|平壤|平壌|평양|Pjöngjang|Pyongyang|Pionyang|Pyongyang|Pyongyang|Пхеньян
Taipei|台北|台北|타이베이|Taipeh|Taipei|Taipéi|Taipei|Taipé|Тайбэй
New York|纽约|ニューヨーク|뉴욕|New York|New York|Nueva York|New York|Nova York|Нью-Йорк
Los Angeles|洛杉矶|ロサンゼルス|로스앤젤레스|Los Angeles|Los Angeles|Los Ángeles|Los Angeles|Los Angeles|Лос-Анджелес
Chicago|芝加哥|シカゴ|시카고|Chicago|Chicago|Chicago|Chicago|Chicago|Чикаго
San Francisco|旧金山|サンフランシスコ|샌프란시스코|San Francisco|San Francisco|San Francisco|San Francisco|São Francisco|Сан-Франциско
California|加利福尼亚|カリフォルニア|캘리포니아|Kalifornien|Californie|California|California|Califórnia|Калифорния
Texas|得克萨斯|テキサス|텍사스|Texas|Texas|Texas|Texas|Texas|Техас
Florida|佛罗里达|フロリダ|플로리다|Florida|Floride|Florida|Florida|Flórida|Флорида
London|伦敦|ロンドン|런던|London|Londres|Londres|Londra|Londres|Лондон
Paris|巴黎|パリ|파리|Paris|Paris|París|Parigi|Paris|Париж
Berlin|柏林|ベルリン|베를린|Berlin|Berlin|Berlín|Berlino|Berlim|Берлин
Munich|慕尼黑|ミュンヘン|뮌헨|München|Munich|Múnich|Monaco di Baviera|Munique|Мюнхен
Hamburg|汉堡|ハンブルク|함부르크|Hamburg|Hambourg|Hamburgo|Amburgo|Hamburgo|Гамбург
Frankfurt|法兰克福|フランクフルト|프랑크푸르트|Frankfurt|Francfort|Fráncfort|Francoforte|Frankfurt|Франкфурт
Vienna|维也纳|ウィーン|빈|Wien|Vienne|Viena|Vienna|Viena|Вена
Zurich|苏黎世|チューリッヒ|취리히|Zürich|Zurich|Zúrich|Zurigo|Zurique|Цюрих
Geneva|日内瓦|ジュネーブ|제네바|Genf|Genève|Ginebra|Ginevra|Genebra|Женева
Brussels|布鲁塞尔|ブリュッセル|브뤼셀|Brüssel|Bruxelles|Bruselas|Bruxelles|Bruxelas|Брюссель
Amsterdam|阿姆斯特丹|アムステルダム|암스테르담|Amsterdam|Amsterdam|Ámsterdam|Amsterdam|Amsterdã|Амстердам
Madrid|马德里|マドリード|마드리드|Madrid|Madrid|Madrid|Madrid|Madri|Мадрид
Barcelona|巴塞罗那|バルセロナ|바르셀로나|Barcelona|Barcelone|Barcelona|Barcellona|Barcelona|Барселона
Catalonia|加泰罗尼亚|カタルーニャ|카탈루냐|Katalonien|Catalogne|Cataluña|Catalogna|Catalunha|Каталония
Lisbon|里斯本|リスボン|리스본|Lissabon|Lisbonne|Lisboa|Lisbona|Lisboa|Лиссабон
Rome|罗马|ローマ|로마|Rom|Rome|Roma|Roma|Roma|Рим
Milan|米兰|ミラノ|밀라노|Mailand|Milan|Milán|Milano|Milão|Милан
Athens|雅典|アテネ|아테네|Athen|Athènes|Atenas|Atene|Atenas|Афины
Warsaw|华沙|ワルシャワ|바르샤바|Warschau|Varsovie|Varsovia|Varsavia|Varsóvia|Варшава
Budapest|布达佩斯|ブダペスト|부다페스트|Budapest|Budapest|Budapest|Budapest|Budapeste|Будапешт
Stockholm|斯德哥尔摩|ストックホルム|스톡홀름|Stockholm|Stockholm|Estocolmo|Stoccolma|Estocolmo|Стокгольм
Copenhagen|哥本哈根|コペンハーゲン|코펜하겐|Kopenhagen|Copenhague|Copenhague|Copenaghen|Copenhague|Копенгаген
Moscow|莫斯科|モスクワ|모스크바|Moskau|Moscou|Moscú|Mosca|Moscou|Москва
Saint Petersburg|圣彼得堡|サンクトペテルブルク|상트페테르부르크|Sankt Petersburg|Saint-Pétersbourg|San Petersburgo|San Pietroburgo|São Petersburgo|Санкт-Петербург
Kyiv|基辅|キーウ|키이우|Kiew|Kiev|Kiev|Kiev|Kiev|Киев
Crimea|克里米亚|クリミア|크림반도|Krim|Crimée|Crimea|Crimea|Crimeia|Крым
Istanbul|伊斯坦布尔|イスタンブール|이스탄불|Istanbul|Istanbul|Estambul|Istanbul|Istambul|Стамбул
Ankara|安卡拉|アンカラ|앙카라|Ankara|Ankara|Ankara|Ankara|Ancara|Анкара
Jerusalem|耶路撒冷|エルサレム|예루살렘|Jerusalem|Jérusalem|Jerusalén|Gerusalemme|Jerusalém|Иерусалим
Tel Aviv|特拉维夫|テルアビブ|텔아비브|Tel Aviv|Tel-Aviv|Tel Aviv|Tel Aviv|Tel Aviv|Тель-Авив
Gaza|加沙|ガザ|가자|Gaza|Gaza|Gaza|Gaza|Gaza|Газа
Tehran|德黑兰|テヘラン|테헤란|Teheran|Téhéran|Teherán|Teheran|Teerã|Тегеран
Baghdad|巴格达|バグダッド|바그다드|Bagdad|Bagdad|Bagdad|Baghdad|Bagdá|Багдад
Damascus|大马士革|ダマスカス|다마스쿠스|Damaskus|Damas|Damasco|Damasco|Damasco|Дамаск
Beirut|贝鲁特|ベイルート|베이루트|Beirut|Beyrouth|Beirut|Beirut|Beirute|Бейрут
Cairo|开罗|カイロ|카이로|Kairo|Le Caire|El Cairo|Il Cairo|Cairo|Каир
Dubai|迪拜|ドバイ|두바이|Dubai|Dubaï|Dubái|Dubai|Dubai|Дубай
New Delhi|新德里|ニューデリー|뉴델리|Neu-Delhi|New Delhi|Nueva Delhi|Nuova Delhi|Nova Délhi|Нью-Дели
Mumbai|孟买|ムンバイ|뭄바이|Mumbai|Bombay|Bombay|Mumbai|Mumbai|Мумбаи
Islamabad|伊斯兰堡|イスラマバード|이슬라마바드|Islamabad|Islamabad|Islamabad|Islamabad|Islamabad|Исламабад
Bangkok|曼谷|バンコク|방콕|Bangkok|Bangkok|Bangkok|Bangkok|Bangcoc|Бангкок
Hanoi|河内|ハノイ|하노이|Hanoi|Hanoï|Hanói|Hanoi|Hanói|Ханой
Jakarta|雅加达|ジャカルタ|자카르타|Jakarta|Jakarta|Yakarta|Giacarta|Jacarta|Джакарта
Manila|马尼拉|マニラ|마닐라|Manila|Manille|Manila|Manila|Manila|Манила
Sydney|悉尼|シドニー|시드니|Sydney|Sydney|Sídney|Sydney|Sydney|Сидней
Melbourne|墨尔本|メルボルン|멜버른|Melbourne|Melbourne|Melbourne|Melbourne|Melbourne|Мельбурн
Toronto|多伦多|トロント|토론토|Toronto|Toronto|Toronto|Toronto|Toronto|Торонто
São Paulo|圣保罗|サンパウロ|상파울루|São Paulo|São Paulo|São Paulo|San Paolo|São Paulo|Сан-Паулу
Rio de Janeiro|里约热内卢|リオデジャネイロ|리우데자네이루|Rio de Janeiro|Rio de Janeiro|Río de Janeiro|Rio de Janeiro|Rio de Janeiro|Рио-де-Жанейро
Buenos Aires|布宜诺斯艾利斯|ブエノスアイレス|부에노스아이레스|Buenos Aires|Buenos Aires|Buenos Aires|Buenos Aires|Buenos Aires|Буэнос-Айрес
Nairobi|内罗毕|ナイロビ|나이로비|Nairobi|Nairobi|Nairobi|Nairobi|Nairóbi|Найроби
Lagos|拉各斯|ラゴス|라고스|Lagos|Lagos|Lagos|Lagos|Lagos|Лагос`
  .split('\n')
  .map((row) => row.split('|'))

/** Other names of countries that news uses and the runtime does not list, by language. */
export const countryAliases: Record<string, Record<string, string>> = {
  en: {
    'the US': 'US',
    'U.S.': 'US',
    'the U.S.': 'US',
    'United States of America': 'US',
    'the UK': 'GB',
    'U.K.': 'GB',
    Britain: 'GB',
    Turkey: 'TR',
    'Czech Republic': 'CZ',
    Burma: 'MM',
    'Ivory Coast': 'CI',
  },
  de: { USA: 'US', Großbritannien: 'GB', Tschechien: 'CZ' },
  fr: { 'Grande-Bretagne': 'GB', 'Royaume-Uni': 'GB' },
  es: { 'EE.UU.': 'US', 'EE. UU.': 'US', 'Gran Bretaña': 'GB' },
  it: { 'Stati Uniti': 'US', 'Gran Bretagna': 'GB', 'Regno Unito': 'GB' },
  zh: { 朝鲜: 'KP', 韩国: 'KR', 香港: 'HK', 澳门: 'MO', 台湾: 'TW' },
  ja: { 米国: 'US', 英国: 'GB', 北朝鮮: 'KP', 香港: 'HK' },
  ko: { 북한: 'KP', 한국: 'KR' },
  ru: { США: 'US', ФРГ: 'DE', Великобритания: 'GB' },
}

/** Country and city names that are also names of people or plain words: taken only behind a preposition of place. */
export const ambiguous = new Set([
  'Jordan',
  'Chad',
  'Georgia',
  'Turkey',
  'Jersey',
  'Guinea',
  'Niger',
  'Florence',
  'Paris',
  'Lagos',
  'Milan',
  'Florida',
  'Gaza',
  'Man',
  'Mali',
  'Cuba',
  'Peru',
  'Togo',
  'Reunion',
  'Rom',
  'Wien',
  'Krim',
  'Rome',
  'Damas',
  'Vienne',
  '河内',
  '河内',
  '빈',
  '가자',
  '파리',
  '로마',
])

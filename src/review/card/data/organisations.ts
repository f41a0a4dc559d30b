/** Well-known bodies: zh-Hans name, en name, then other forms that stand in texts. The forms are matched whole. */
export const bodies: string[][] =
  `联合国|United Nations|UN|Vereinte Nationen|Nations unies|Naciones Unidas|Nazioni Unite|Nações Unidas|ООН|الأمم المتحدة|国連|유엔|聯合國
世界卫生组织|World Health Organization|WHO|世卫组织|Weltgesundheitsorganisation|Organisation mondiale de la santé|世界保健機関|세계보건기구|OMS|ВОЗ
欧盟|European Union|EU|الاتحاد الأوروبي|Europäische Union|Union européenne|Unión Europea|Unione europea|União Europeia|欧州連合|유럽연합|Евросоюз|歐盟
欧盟委员会|European Commission|Europäische Kommission|EU-Kommission|Commission européenne|Comisión Europea|Commissione europea|欧州委員会
北约|NATO|Nato|OTAN|НАТО|北大西洋条約機構|나토|北約
国际货币基金组织|International Monetary Fund|IMF|IWF|FMI|国際通貨基金|МВФ
世界银行|World Bank|البنك الدولي|Weltbank|Banque mondiale|Banco Mundial|世界銀行|세계은행
世界贸易组织|World Trade Organization|WTO|世贸组织|Welthandelsorganisation|世界貿易機関
欧洲中央银行|European Central Bank|ECB|EZB|BCE|欧洲央行|欧州中央銀行
美国联邦储备委员会|Federal Reserve|美联储|米連邦準備制度理事会|FRB|연방준비제도
经济合作与发展组织|OECD|OCDE|经合组织|ОЭСР
石油输出国组织|OPEC|OPEP|欧佩克|ОПЕК
联合国教科文组织|UNESCO|Unesco|ユネスコ|유네스코
联合国儿童基金会|UNICEF|Unicef|ユニセフ|유니세프
国际原子能机构|International Atomic Energy Agency|IAEA|IAEO|AIEA|国際原子力機関|МАГАТЭ
国际刑事法院|International Criminal Court|ICC|国際刑事裁判所|Internationaler Strafgerichtshof|Cour pénale internationale
东南亚国家联盟|ASEAN|东盟
七国集团|G7|Ｇ７
二十国集团|G20|Ｇ２０
美国联邦调查局|FBI
美国中央情报局|CIA
美国国家航空航天局|NASA
国际奥委会|International Olympic Committee|IOC|国際オリンピック委員会
国际足联|FIFA|Fifa
欧足联|UEFA|Uefa
国际特赦组织|Amnesty International
绿色和平|Greenpeace
红十字国际委员会|International Committee of the Red Cross
人权观察|Human Rights Watch
路透社|Reuters
美联社|Associated Press
法新社|Agence France-Presse|AFP
新华社|Xinhua|新華社
哈马斯|Hamas|ハマス|하마스|ХАМАС
真主党|Hezbollah|Hisbollah|ヒズボラ|Хезболла
谷歌|Google|グーグル|구글
微软|Microsoft|マイクロソフト|마이크로소프트
苹果公司|Apple Inc.
脸书|Facebook|フェイスブック
特斯拉|Tesla|テスラ|테슬라
三星电子|Samsung Electronics|삼성전자|サムスン電子
丰田汽车|Toyota Motor|トヨタ自動車|도요타자동차
英国广播公司|BBC`
    .split('\n')
    .map((row) => row.split('|'))

/** Forms that mean something else in these languages (`UN` is "un" in capitals, `OMS`, `FRB` are read there otherwise). */
export const notIn: Record<string, string[]> = {
  fr: ['UN'],
  es: ['UN'],
  it: ['UN'],
  pt: ['UN'],
  ro: ['UN'],
  tr: ['UN'],
}

/** Last words of an organisation's name in spaced scripts, as published. */
export const suffixes =
  'Inc|Corp|Corporation|Ltd|Limited|LLC|PLC|GmbH|University|Institute|Foundation|Association|Council|Commission|Committee|Ministry|Department|Agency|Hospital|Universität|Stiftung|Ministerium|Party|Times|Union|Authority|Court'.split(
    '|',
  )

/** First words of an organisation's name in spaced scripts, with the small word that must follow. */
export const openings = [
  'University of',
  'Ministry of',
  'Department of',
  'Institute of',
  'Bank of',
  'Université de',
  'Universidad de',
  'Università di',
  'Universidade de',
  'Universität',
  'Ministère de',
  'Ministerio de',
]

/** Endings of an organisation's name in Chinese, Japanese and Korean. */
export const denseSuffixes =
  /(?:大学|大學|公司|集团|集團|银行|銀行|委员会|委員会|委員會|协会|協会|協會|研究所|研究院|研究院|医院|病院|法院|裁判所|外交部|国防部|财政部|商务部|省庁|新聞|日报|時報|时报|대학교|위원회|협회|연구원|연구소|은행|공사)$/u

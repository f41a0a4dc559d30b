/** Amounts of which only the power of ten is said. */
export const vagueWords: Record<string, [RegExp, number][]> = {
  en: [
    [/\bdozens\b|\bscores(?= of )/giu, 20],
    [/\bteen(?:s|age|agers?)\b/giu, 10],
    [/\b(?:a few|several|a couple(?: of)?) hundred\b(?! (?:thousand|million|billion))/giu, 100],
    [/\b(?:a few|several|a couple(?: of)?) thousand\b/giu, 1e3],
    [/\b(?:a few|several|a couple(?: of)?) hundred thousand\b/giu, 1e5],
    [/\b(?:a few|several|a couple(?: of)?) million\b/giu, 1e6],
    [/\b(?:a few|several|a couple(?: of)?) billion\b/giu, 1e9],
    [/(?<!of )\bhundreds\b(?! of (?:thousands|millions|billions))/giu, 100],
    [/(?<!(?:tens|hundreds|dozens) of )\bthousands\b/giu, 1e3],
    [/\b(?:tens|dozens) of thousands\b/giu, 1e4],
    [/\bhundreds of thousands\b/giu, 1e5],
    [/(?<!(?:tens|hundreds|dozens) of )\bmillions\b/giu, 1e6],
    [/\b(?:tens|dozens) of millions\b/giu, 1e7],
    [/\bhundreds of millions\b/giu, 1e8],
    [/(?<!(?:tens|hundreds) of )\bbillions\b/giu, 1e9],
    [/\btens of billions\b/giu, 1e10],
    [/\bhundreds of billions\b/giu, 1e11],
  ],
  zh: [
    // 人数十年间减半: the 数 belongs to 人数.
    [/(?<![人次总總票户戶件](?=[数數]十[年天周倍个]))[数數几幾]十(?![万亿萬億])|好几十/gu, 20],
    [/十几|十幾|(?<![二三四五六七八九])十[余多](?=[名人件所家栋户座辆艘例处部条次种项场位个](?!月|小时))/gu, 10],
    ...asCounted(),
    [/[数數几幾上成]百(?![万亿萬億分])/gu, 100],
    [/[数數几幾上成]千(?![万亿萬億]|上[万萬])/gu, 1e3],
    [/成千上[万萬]/gu, 1e4],
    [/(?<!成千)[数數几幾上成]万(?![亿億])|[数數几幾上成]萬(?!億)/gu, 1e4],
    [/[数數几幾]十[万萬]/gu, 1e5],
    [/[数數几幾上]百[万萬]/gu, 1e6],
    [/[数數几幾上]千[万萬]/gu, 1e7],
    [/[数數几幾上][亿億]/gu, 1e8],
    [/[数數几幾]十[亿億]/gu, 1e9],
    [/[数數几幾上]百[亿億]/gu, 1e10],
    [/[数數几幾上]千[亿億]/gu, 1e11],
  ],
  ja: [[/(?<!十)数十(?![万億])/gu, 20], [/十数(?=[人名件社台棟軒隻頭匹個本枚年日回])/gu, 10], [/数百(?![万億])/gu, 100], [/数千(?![万億])/gu, 1e3], [/数万/gu, 1e4], [/数十万/gu, 1e5], [/数百万/gu, 1e6], [/(?<!十)数億/gu, 1e8], [/数千万/gu, 1e7], [/数十億/gu, 1e9], [/数百億/gu, 1e10], [/数千億/gu, 1e11]],
  ko: [[/수십(?![만억])/gu, 20], [/십수(?=\s?(?:명|개|건|년))/gu, 10], [/수백(?![만억])/gu, 100], [/수천(?![만억])/gu, 1e3], [/수만/gu, 1e4], [/수십만/gu, 1e5], [/수백만/gu, 1e6], [/수억/gu, 1e8], [/수천만/gu, 1e7], [/수십억/gu, 1e9], [/수백억/gu, 1e10], [/수천억/gu, 1e11]],
  de: [[/\bDutzende\b/gu, 20], [/\bHunderte\b(?! (?:Tausende|Millionen))/gu, 100], [/\bTausende\b/gu, 1e3], [/\bZehntausende\b/gu, 1e4], [/\bHunderttausende\b/gu, 1e5], [/(?<!\d\s)\bMillionen\b(?= von)|\bmehrere Millionen\b/gu, 1e6], [/\b(?:Dutzende|zweistellige) Millionen(?:betrag)?\b/gu, 1e7], [/\bHunderte Millionen\b/gu, 1e8]],
  fr: [[/\b(?:dizaines|douzaines)\b(?! de mill)/giu, 20], [/\bcentaines\b(?! de mill)/giu, 100], [/(?<!(?:dizaines|centaines) de )\bmilliers\b/giu, 1e3], [/\bdizaines de milliers\b/giu, 1e4], [/\bcentaines de milliers\b/giu, 1e5], [/\bdes millions\b|\bplusieurs millions\b/giu, 1e6], [/\bdizaines de millions\b/giu, 1e7], [/\bcentaines de millions\b/giu, 1e8], [/\bdizaines de milliards\b/giu, 1e10], [/\bcentaines de milliards\b/giu, 1e11]],
  es: [[/\b(?:decenas|docenas)\b(?! de mi(?:l|llones)\b)(?! de miles)/giu, 20], [/\b(?:cientos|centenares)\b(?! de mi)/giu, 100], [/(?<!(?:decenas|cientos|centenares) de )\b(?:miles|millares)\b/giu, 1e3], [/\bdecenas de miles\b/giu, 1e4], [/\b(?:cientos|centenares) de miles\b/giu, 1e5], [/\b(?:varios|unos) millones\b/giu, 1e6], [/\bdecenas de millones\b/giu, 1e7], [/\b(?:cientos|centenares) de millones\b/giu, 1e8]],
  it: [[/(?<!\p{L})decine(?! di mi)(?!\p{L})/giu, 20], [/(?<!\p{L})centinaia(?! di mi)(?!\p{L})/giu, 100], [/(?<!(?:decine|centinaia) di )(?<!\p{L})migliaia(?!\p{L})/giu, 1e3], [/(?<!\p{L})decine di migliaia(?!\p{L})/giu, 1e4], [/(?<!\p{L})centinaia di migliaia(?!\p{L})/giu, 1e5]],
  pt: [[/(?<!\p{L})(?:dezenas|dúzias)(?! de mi)(?!\p{L})/giu, 20], [/(?<!\p{L})centenas(?! de mi)(?!\p{L})/giu, 100], [/(?<!(?:dezenas|centenas) de )(?<!\p{L})milhares(?!\p{L})/giu, 1e3], [/(?<!\p{L})dezenas de milhares(?!\p{L})/giu, 1e4], [/(?<!\p{L})centenas de milhares(?!\p{L})/giu, 1e5]],
  ru: [[/(?<!\p{L})десятк(?:и|ов|ах)(?! (?:тысяч|миллион))(?!\p{L})/giu, 20], [/(?<!\p{L})(?:сотни|сотен|сотнях)(?! (?:тысяч|миллион))(?!\p{L})/giu, 100], [/(?<!\p{L})десятк(?:и|ов|ах) тысяч(?!\p{L})/giu, 1e4], [/(?<!\p{L})(?:сотни|сотен) тысяч(?!\p{L})/giu, 1e5]],
} // prettier-ignore

/** 数以千计, 数以百万美元计: counted by the thousand. */
function asCounted(): [RegExp, number][] {
  const powers: [string, number][] = [['十', 20], ['百', 100], ['千', 1e3], ['万', 1e4], ['十万', 1e5], ['百万', 1e6], ['千万', 1e7], ['亿', 1e8], ['十亿', 1e9]] // prettier-ignore
  return powers.map(([unit, value]) => [
    new RegExp(`(?<=数以)${unit}(?=[^万亿]{0,4}计)|以${unit}(?=计的)`, 'gu'),
    value,
  ])
}

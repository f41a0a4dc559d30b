import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

type Asked = { language?: string; reader?: string; published?: string }

const checksOf = (claim: string, source: string, { language = 'en', reader = 'zh-Hans', published }: Asked = {}) =>
  checkFigures(claim, {
    sources: [source],
    sourceLanguage: language,
    readerLanguage: reader,
    published: published ?? null,
    terms: [],
  }).map(({ check }) => check)

test('an age may be told by its ten years', () => {
  expect(checksOf('两名三十多岁的男子获救。', 'Two men in their thirties were saved.')).toEqual([])
  expect(checksOf('两名四十多岁的男子获救。', 'Two men in their thirties were saved.')).toEqual(['number'])
  expect(checksOf('一名八十多岁的女子获救。', 'Une octogénaire a été sauvée.', { language: 'fr' })).toEqual([])
  expect(checksOf('一名30多岁的男子获救。', '30代の男性が救助された。', { language: 'ja' })).toEqual([])
})

test('a length of which only the unit is told keeps its unit', () => {
  expect(checksOf('大雾可能持续数周。', 'The fog may last for weeks.')).toEqual([])
  expect(checksOf('大雾可能持续数月。', 'The fog may last for weeks.')).toEqual(['unit'])
  expect(checksOf('大雾持续了数天。', 'Der Nebel hielt tagelang an.', { language: 'de' })).toEqual([])
})

test('a speed may be told as a way in an hour', () => {
  expect(checksOf('冰川以每小时15米的速度移动。', 'The glacier moves at 15 meters an hour.')).toEqual([])
  expect(checksOf('冰川以每小时15公里的速度移动。', 'The glacier moves at 15 meters an hour.')).toEqual(['measure'])
  expect(checksOf('它停在约800米外。', 'Moving at 15 meters an hour, it stopped half a mile away.')).toEqual([])
})

test('centimeters are no cents, and one of a currency is told by "per"', () => {
  expect(checksOf('她落后22厘米。', 'She was 22 centimeters behind.')).toEqual([])
  expect(checksOf('汇率为1欧元兑27.4克朗。', 'The crown slipped to 27.4 per euro.')).toEqual([])
  expect(checksOf('汇率为1美元兑27.4克朗。', 'The crown slipped to 27.4 per euro.')).toEqual(['currency'])
})

test('titles in a row are counted, and a century of one figure is an era in Chinese', () => {
  expect(checksOf('她在杯赛上四连冠。', 'She won the cup four years in a row.')).toEqual([])
  expect(checksOf('她在杯赛上五连冠。', 'She won the cup four years in a row.')).toEqual(['number'])
  expect(checksOf('这是公元4世纪的金币。', 'The coins are of the fourth century.')).toEqual([])
  expect(checksOf('这是14世纪的金币。', 'The coins are of the fourth century.')).toEqual(['date'])
})

test('an hour said once for both ends of a night is read for both', () => {
  const night = 'Zwischen 22 und 5 Uhr ruht der Betrieb.'
  expect(checksOf('每晚22时至次日5时停工。', night, { language: 'de' })).toEqual([])
  expect(checksOf('每晚21时至次日5时停工。', night, { language: 'de' })).toEqual(['date'])
})

test('a season is of the year that the day of writing leaves open', () => {
  const august = { language: 'de', published: '2025-08-27T12:00:00Z' }
  const source = 'Die Leitung kommt im kommenden Frühjahr.'
  expect(checksOf('线路明年春天铺设。', source, august)).toEqual([])
  expect(checksOf('线路今年春天铺设。', source, august)).toEqual(['date'])
  expect(checksOf('线路今年春天铺设。', source, { ...august, published: '2025-02-03T12:00:00Z' })).toEqual([])
})

test('next month is not next Monday, where both are in one month', () => {
  const source = 'Les visites reprendront lundi prochain.'
  expect(checksOf('探视下周一恢复。', source, { language: 'fr', published: '2026-04-16T12:00:00Z' })).toEqual([])
  expect(checksOf('探视下个月恢复。', source, { language: 'fr', published: '2026-04-16T12:00:00Z' })).toEqual(['date'])
})

test('a power of ten without a digit is an amount behind a word that measures', () => {
  expect(checksOf('大火迫使逾百人撤离。', 'The fire drove 143 people out.')).toEqual([])
  expect(checksOf('大火迫使逾百人撤离。', 'The fire drove 1,430 people out.')).toEqual(['number'])
  const zh = { language: 'zh', reader: 'en' }
  expect(checksOf('Revenue topped 10 billion yuan.', '营收突破百亿元。', zh)).toEqual([])
  expect(checksOf('她千万不要去。', 'She should not go.')).toEqual([])
})

test('a share in words rounds what is near it', () => {
  expect(checksOf('老人占比接近半数。', '高齢者の割合は48.6%に達した。', { language: 'ja' })).toEqual([])
  expect(checksOf('老人占比接近半数。', '高齢者の割合は38.6%に達した。', { language: 'ja' })).toEqual(['percent'])
})

test('wins and losses, guns and rooms are counted by their own words', () => {
  expect(checksOf('球队十场八负。', 'Der Verein verlor acht von zehn Spielen.', { language: 'de' })).toEqual([])
  expect(checksOf('球队十场六负。', 'Der Verein verlor acht von zehn Spielen.', { language: 'de' })).toEqual(['number'])
  expect(checksOf('发现二十门炮。', 'A dozen cannons were found.')).toEqual(['number'])
})

test('a time told from the day of writing lies within one of the source', () => {
  const day = { published: '2026-02-24T12:00:00Z' }
  expect(checksOf('公司上个月裁员。', 'The firm cut jobs last month.', day)).toEqual([])
  expect(checksOf('公司上周裁员。', 'The firm cut jobs last month.', day)).toEqual(['date'])
  expect(checksOf('公司上季度盈利。', 'The firm made a profit last quarter.', day)).toEqual([])
  expect(checksOf('公司本季度盈利。', 'The firm made a profit last quarter.', day)).toEqual(['date'])
  expect(checksOf('人选下下周公布。', 'Der Name folgt übernächste Woche.', { ...day, language: 'de' })).toEqual([])
})

test('Korean and German say double and sixth in their own ways', () => {
  expect(checksOf('价格翻了一番。', '값이 갑절로 뛰었다.', { language: 'ko' })).toEqual([])
  expect(checksOf('球队排名第六。', 'Die Mannschaft war Sechster.', { language: 'de' })).toEqual([])
})

test('one of a unit is not one of another, and a half behind it makes it a figure', () => {
  expect(checksOf('公司等了一周。', 'The firm waited a week.')).toEqual([])
  expect(checksOf('公司等了一个月。', 'The firm waited a week.')).toEqual(['unit'])
  expect(checksOf('截至10月的一年里，房租上涨。', 'Rents rose in the year to October, more than in a decade.')).toEqual(
    [],
  )
  const spanish = 'El recuento se interrumpió hora y media.'
  expect(checksOf('计票中断一个半小时。', spanish, { language: 'es' })).toEqual([])
  expect(checksOf('转动的时间不到一天半。', 'It turned for less than a day and a half.')).toEqual([])
  expect(checksOf('计票中断一天半。', spanish, { language: 'es' })).not.toEqual([])
})

test('a tax that falls to a level did not fall by it', () => {
  expect(checksOf('她承诺将税降至18%。', 'Prometió bajar el IVA al 18 %.', { language: 'es' })).toEqual([])
  expect(checksOf('她承诺将税下调18%。', 'Prometió bajar el IVA al 18 %.', { language: 'es' })).toEqual(['percent'])
})

test('within the year is this one in Japanese, and 올가을 is this autumn', () => {
  const ja = { language: 'ja', published: '2025-10-21T12:00:00Z' }
  expect(checksOf('县里明年设立协议会。', '県は年内に協議会を設ける。', ja)).toEqual(['date'])
  expect(
    checksOf('作品今年秋天展出。', '올가을 공개하겠다고 했다. 지난해보다 많다.', { ...ja, language: 'ko' }),
  ).toEqual([])
})

test('a bare day of the month is of the month of writing, beside whatever other month', () => {
  const zh = { language: 'zh', reader: 'en', published: '2026-05-28T12:00:00Z' }
  const source = '探测器28日升空，明年7月抵达。'
  expect(checksOf('The probe lifted off on May 28.', source, zh)).toEqual([])
  expect(checksOf('The probe lifted off on April 28.', source, zh)).toEqual(['date'])
})

test('the year after next has a word of its own in Korean', () => {
  expect(
    checksOf('后年之前更换设备。', '내후년까지 설비를 바꾼다.', { language: 'ko', published: '2025-12-24T12:00:00Z' }),
  ).toEqual([])
  expect(
    checksOf('明年之前更换设备。', '내후년까지 설비를 바꾼다.', { language: 'ko', published: '2025-12-24T12:00:00Z' }),
  ).toEqual(['date'])
})

test('a decade, summers, one in four and innings are read as papers write them', () => {
  expect(checksOf('是此前十年均值的两倍。', 'It is twice the average of the decade before.')).toEqual([])
  expect(
    checksOf('连续两个夏天无雨。', 'Cet hiver manque : deux étés de suite, il n’a pas plu.', { language: 'fr' }),
  ).toEqual([])
  const quarter = 'Il n’irrigue qu’un hectare sur quatre.'
  expect(checksOf('他每四公顷只灌溉一公顷。', quarter, { language: 'fr' })).toEqual([])
  expect(checksOf('他每三公顷只灌溉一公顷。', quarter, { language: 'fr' })).toEqual(['percent'])
  const game = '南が延長十一回、三枝投手は15三振を奪い、2度目の優勝。'
  expect(checksOf('第十一局，投手送出15次三振。', game, { language: 'ja' })).toEqual([])
  expect(checksOf('第十三局，投手送出15次三振。', game, { language: 'ja' })).toEqual(['number'])
})

test('one or two lambs are not twelve', () => {
  expect(checksOf('她每周会损失一两只羊羔。', 'She loses a lamb or two a week.')).toEqual([])
  expect(checksOf('她每周会损失两三百只羊羔。', 'She loses a few hundred lambs a week.')).toEqual([])
  expect(checksOf('她损失了十二只羊羔。', 'She lost a lamb or two.')).toEqual(['number'])
})

test('an m behind an amount of money means millions, whatever word follows', () => {
  const source = 'The mill paid a ransom of £3.5m and shut two gates; the rower swam 100m and won.'
  expect(checksOf('磨坊付了350万英镑赎金。', source)).toEqual([])
  expect(checksOf('磨坊付了3500万英镑赎金。', source)).toEqual(['unit'])
  expect(checksOf('桨手游了100米后获胜。', source)).toEqual([])
})

test('the number of people is no vague number, and hectolitres are a measure', () => {
  const source = 'Le brasseur a perdu la moitié de ses clients en dix ans et vend 1,6 million d’hectolitres.'
  expect(checksOf('顾客人数十年间减半。', source, { language: 'fr' })).toEqual([])
  expect(checksOf('顾客数十年来减半。', source, { language: 'fr' })).not.toEqual([])
  expect(checksOf('酒厂销量为160万百升。', source, { language: 'fr' })).toEqual([])
  expect(checksOf('酒厂销量为1600万百升。', source, { language: 'fr' })).not.toEqual([])
})

test('a word may stand between millions and their unit', () => {
  const spanish = 'La cooperativa vende 2 millones de toneladas de sal, de hace dos millones de años.'
  expect(checksOf('合作社售盐200万吨。', spanish, { language: 'es' })).toEqual([])
  expect(checksOf('合作社售盐2000万吨。', spanish, { language: 'es' })).not.toEqual([])
  expect(checksOf('合作社售盐200万公斤。', spanish, { language: 'es' })).not.toEqual([])
  expect(checksOf('盐形成于200万年前。', spanish, { language: 'es' })).toEqual([])
})

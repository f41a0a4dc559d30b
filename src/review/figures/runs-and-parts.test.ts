import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

const checksOf = (claim: string, source: string, sourceLanguage = 'en'): string[] => [
  ...new Set(
    checkFigures(claim, {
      sources: [source],
      sourceLanguage,
      readerLanguage: 'zh',
      published: '2025-05-14T08:00:00Z',
      terms: [],
    }).map(({ check }) => check),
  ),
]

test.each([
  ['es', 'Llegaron más turistas en los ocho primeros meses del año.', '1月至8月，游客增加。', '1月至7月，游客增加。'],
  ['fr', 'Les ventes ont reculé sur les neuf premiers mois.', '前三个季度销量下降。', '第三季度销量下降。'],
  ['de', 'In den ersten sechs Monaten stieg der Absatz.', '上半年销量上升。', '下半年销量上升。'],
  ['en', 'Sales rose from January through March.', '一季度销量上升。', '第二季度销量上升。'],
  ['ja', '1～9月の販売は伸びた。', '前九个月销量增长。', '前六个月销量增长。'],
])('a run of months has more than one name in %s', (...[language, source, right, wrong]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

test.each([
  ['en', 'It sank on March 3; the inquiry opened in late June.', '调查6月下旬启动。', '调查6月初启动。'],
  ['fr', 'Fermé depuis le 17 février, il rouvrira mi-juillet.', '7月中旬恢复。', '7月下旬恢复。'],
  ['ja', '14日、6月下旬から8月末まで規制すると発表した。', '6月下旬起限制。', '6月上旬起限制。'],
  ['en', 'The office closes at the end of the month.', '本月底关闭。', '本月初关闭。'],
])('the third of a month is that of its own month in %s', (...[language, source, right, wrong]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).toEqual(['date'])
})

test.each([
  ['en', 'The boat capsized on Tuesday evening.', '周二傍晚翻船。', '周二早上翻船。'],
  ['es', 'El temblor se sintió a las 4.25 de la madrugada.', '凌晨4时25分有震感。', '下午4时25分有震感。'],
  ['de', 'Die Helfer blieben bis 5.30 Uhr.', '救援持续到凌晨5时30分。', '救援持续到下午5时30分。'],
  ['en', 'The museum shuts at noon.', '博物馆中午关门。', '博物馆深夜关门。'],
])('a part of the day is not another in %s', (...[language, source, right, wrong]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).toEqual(['date'])
})

test('clocks of another zone are told by that of Beijing', () => {
  const source = 'Polls close at 9pm (0100 GMT).'
  expect(checksOf('投票于格林尼治时间1时结束。', source)).toEqual([])
  expect(checksOf('投票于北京时间上午9时结束。', source)).toEqual([])
  expect(checksOf('投票于北京时间上午8时结束。', source)).toEqual(['date'])
})

test.each([
  ['ja', '4世紀後半の鍵が見つかった。', '钥匙属于4世纪下半叶。', '钥匙属于4世纪上半叶。'],
  ['en', 'The floor dates from the first half of the 4th century.', '地面建于4世纪上半叶。', '地面建于3世纪上半叶。'],
  [
    'es',
    'Desde mediados de los noventa presta películas.',
    '上世纪90年代中期起出借影片。',
    '上世纪80年代中期起出借影片。',
  ],
])('half of a century, and a decade without its years, are read in %s', (...[language, source, right, wrong]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).toEqual(['date'])
})

test('a year before our era is none of it', () => {
  expect(checksOf('此墓建于公元前1200年。', 'The tomb was built in 1,200 B.C.')).toEqual([])
  expect(checksOf('此墓建于公元1200年。', 'The tomb was built in 1,200 B.C.')).toEqual(['date'])
})

test('what is compared with last year is told of this one', () => {
  const source = 'Since January 3.1 million came, up from 2.8 million in the same period last year.'
  expect(checksOf('今年1月以来有310万人到访。', source)).toEqual([])
  expect(checksOf('今年1月以来有310万人到访。', 'In January last year 3.1 million came.')).toEqual(['date'])
})

test('a day told by the next one, by yesterday or by ten years ago is reckoned', () => {
  expect(checksOf('他周六获释。', 'He was held on Friday and freed the next morning.')).toEqual([])
  expect(checksOf('他周日获释。', 'He was held on Friday and freed the next morning.')).toEqual(['date'])
  expect(checksOf('工会周二宣布罢工。', 'La huelga será el lunes, dijeron ayer.', 'es')).toEqual([])
  expect(checksOf('2015年工厂有900人。', "Il y a dix ans, l'usine employait 900 personnes.", 'fr')).toEqual([])
})

test('words that begin like a month make no last month of a year', () => {
  expect(checksOf('今年夏天关闭。', 'It lost pupils in the past decade and closes this summer.')).toEqual([])
  expect(checksOf('合同2027年秋到期。', 'Der Vertrag läuft im Frühjahr 2027 aus.', 'de')).toEqual(['date'])
})

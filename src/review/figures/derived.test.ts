import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks(null)

test.each([
  ['客机载有50人。', '客机载有52人。', 'A jet carrying 46 passengers and four crew members slid off the runway.'],
  ['其余13座车站已取得用地。', '其余11座车站已取得用地。', 'Of the 18 stations, five still lack their land.'],
  ['检查其中30架飞机。', '检查其中20架飞机。', 'It operates 60 jets and will inspect half the fleet.'],
  ['她捐出近1.9万欧元。', '她捐出近2.9万欧元。', 'The purse was €75,000, a quarter of which she is giving away.'],
  ['小学生减少了3.8万人。', '小学生减少了2.8万人。', 'Pupils fell from 91,000 to 53,000.'],
])('what can be worked out from the source is no fault: %s', (right, wrong, source) => {
  expect(checksOf(right, source)).toEqual([])
  expect(checksOf(wrong, source)).toEqual(['number'])
})

test('equal parts are shares, and a half seen from the other end is twice as much', () => {
  expect(checksOf('三所大学各出资三分之一。', 'Three universities pay in equal parts.')).toEqual([])
  expect(checksOf('三所大学各出资四分之一。', 'Three universities pay in equal parts.')).toEqual(['percent'])
  expect(checksOf('索赔额是判赔额的两倍。', 'The award was about half of what was sought.')).toEqual([])
  expect(checksOf('索赔额是判赔额的三倍。', 'The award was about half of what was sought.')).toEqual(['number'])
})

test('a part of those counted is not counted once more, and a power of ten is never worked out', () => {
  expect(checksOf('造成13人受伤。', 'It injured 11 people, two of them seriously.')).toEqual(['number'])
  expect(checksOf('预算为155亿日元。', "Its budget is 155 billion yen, a tenth of NASA's.")).toEqual(['unit'])
})

test('a year is told by how much sooner another one is', () => {
  expect(checksOf('原计划2033年关闭。', 'It will close by 2029, four years sooner than planned.')).toEqual([])
  expect(checksOf('原计划2034年关闭。', 'It will close by 2029, four years sooner than planned.')).toEqual(['date'])
})

test('a list counts itself, in the sentence or in its source', () => {
  const source = 'Kenya, Uganda and Tanzania will share the railway.'
  expect(checksOf('肯尼亚、乌干达和坦桑尼亚三国共用铁路。', source)).toEqual([])
  expect(checksOf('三国共用铁路。', source)).toEqual([])
  expect(checksOf('四国共用铁路。', source)).toEqual(['number'])
  expect(checksOf('一家四口获救。', 'A nurse, her husband and their two sons were saved.')).toEqual([])
  expect(checksOf('12人的团队。', 'Lind led the 11-member team, her deputy and a pilot.')).toEqual(['number'])
})

test('what is left, what stood before and how long it took are worked out', () => {
  expect(checksOf('剩余三分之一归三个州。', 'Zwei Drittel gehen in den Osten, der Rest an drei Länder.', 'de')).toEqual(
    [],
  )
  expect(checksOf('投票率61%，当时为53%。', 'Turnout was 61 percent, up eight points.')).toEqual([])
  expect(checksOf('投票率61%，当时为43%。', 'Turnout was 61 percent, up eight points.')).toEqual(['percent'])
  expect(checksOf('他任职16年。', 'He served from 1994 to 2010.')).toEqual([])
  expect(checksOf('他任职26年。', 'He served from 1994 to 2010.')).toEqual(['number'])
  expect(checksOf('民办218家。', '机构312家，其中公办94家，其余为民办。', 'zh')).toEqual([])
})

test('once and only is no eleven', () => {
  expect(checksOf('这是唯一一次罢工。', 'It was the only walkout.')).toEqual([])
})

test('a change told in percent, a share of shares and a row of quarters are worked out', () => {
  const fall = 'Net profit slipped to €88 million from €103 million.'
  expect(checksOf('净利润下降约15%。', fall)).toEqual([])
  expect(checksOf('净利润下降约17%。', fall)).toEqual(['percent'])
  const poll = '68％が賛成、21％が反対、残りは「わからない」だった。'
  expect(checksOf('另有11%回答不知道。', poll, 'ja')).toEqual([])
  expect(checksOf('赞成者是反对者的三倍多。', poll, 'ja')).toEqual([])
  expect(checksOf('赞成者是反对者的四倍多。', poll, 'ja')).toEqual(['number'])
  expect(checksOf('已连续五个季度下滑。', 'It was the fifth straight quarterly decline.')).toEqual([])
  expect(checksOf('已连续六个季度下滑。', 'It was the fifth straight quarterly decline.')).toEqual(['number'])
})

test('six days in a row are no sixth of the month, and eighty covers eighty-three', () => {
  expect(checksOf('连续六天酷暑。', '6日連続の猛暑日となった。', 'ja')).toEqual([])
  expect(checksOf('八旬老妇被骗。', 'Die 83-Jährige wurde betrogen.', 'de')).toEqual([])
  expect(checksOf('九旬老妇被骗。', 'Die 83-Jährige wurde betrogen.', 'de')).toEqual(['number'])
})

test('a price for several of a unit is none for one', () => {
  const source = '5キロ当たりの平均価格は4285円だった。'
  expect(checksOf('每5公斤售价4285日元。', source, 'ja')).toEqual([])
  expect(checksOf('每公斤售价4285日元。', source, 'ja')).toEqual(['measure'])
})

test('the nearer word bounds a figure, and metres go with centimetres', () => {
  expect(checksOf('接近60岁以上者（38%）的两倍。', '60대 이상(38%)의 두 배에 가까웠다.', 'ko')).toEqual([])
  expect(checksOf('降低了2.22米。', 'Il a perdu deux mètres et vingt-deux centimètres.', 'fr')).toEqual([])
  expect(checksOf('降低了2.42米。', 'Il a perdu deux mètres et vingt-deux centimètres.', 'fr')).toEqual(['measure'])
})

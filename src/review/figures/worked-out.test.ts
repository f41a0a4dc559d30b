import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

type Case = [right: string, wrong: string, source: string, language?: string]

const checksOf = figureChecks('2025-03-12T12:00:00Z')

const cases: Case[] = [
  [
    '五条街中封了两条，只有三条继续通车。',
    '五条街中封了两条，只有四条继续通车。',
    'Two of the five streets were closed.',
  ],
  ['运费降到只有去年的四分之一。', '运费降到只有去年的六分之一。', 'Freight costs fell to $300 from $1,200 in 2024.'],
  ['运费同比下降75%。', '运费同比下降65%。', 'Freight costs fell to $300 from $1,200 in 2024.'],
  ['男性占58%。', '男性占52%。', 'Of the applicants, 42% were women.'],
  ['仍有约四成用户没有通电。', '仍有约五成用户没有通电。', '停電は約6割で解消した。', 'ja'],
  ['两家合计73家分店。', '两家合计83家分店。', 'The baker has 64 shops and its rival nine.'],
  ['降价前，票价为14欧元。', '降价前，票价为16欧元。', 'Tickets are two euros cheaper and now cost 12 euros.'],
  ['全公司约有1.4万人。', '全公司约有1.8万人。', 'The firm will let 700 people, 5 percent of its staff, go.'],
  ['平均每起约146欧元。', '平均每起约186欧元。', 'Der Schaden beträgt 2,7 Millionen Euro in 18.500 Fällen.', 'de'],
  ['一年约730美元。', '一年约930美元。', 'The fee is $61 a month.'],
  ['车程缩短13分钟。', '车程缩短17分钟。', 'The ride takes 38 minutes instead of 51 minutes.'],
  ['减幅超过两成。', '减幅超过三成。', 'Rations of 90 liters may be tightened to 70 from May.'],
  ['六条线路里有三分之一停运。', '六条线路里有四分之一停运。', 'Two of six lines are to be given up.'],
]

test.each<Case>(cases)('what the reader can work out is no fault: %s', (...[right, wrong, source, language]: Case) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

test.each<Case>([
  ['近五十年来最年轻。', '近三十年来最年轻。', 'She is the youngest since 1976.'],
  ['桥用了一百多年。', '桥用了两百多年。', 'The bridge was built in 1911.'],
  ['接近十年前的水平。', '接近三十年前的水平。', 'It is almost what it was in 2015.'],
  ['上任刚三个多月。', '上任刚五个多月。', 'He took office 97 days ago.'],
  ['接近三年半。', '接近四年半。', 'It took 3.4 years.'],
])('a length of time is told from a year, or in greater units: %s', (right, wrong, source) => {
  expect(checksOf(right, source)).toEqual([])
  expect(checksOf(wrong, source)).not.toEqual([])
})

test('two digits that changed places are no sum and no difference', () => {
  expect(checksOf('病例已增至278例。', 'Cases climbed to 287. Nine out of ten had no vaccine.')).toEqual(['number'])
})

test.each<Case>([
  ['费用不会低于280万美元。', '费用不会超过280万美元。', 'It will cost at least $2.8 million.'],
  ['多了四分之一以上。', '多了三分之一以上。', 'It grew by 27 percent.'],
  ['以3比2获胜，总比分3比1。', '以4比2获胜，总比分3比1。', '3―2で下し、3勝1敗とした。', 'ja'],
  ['独中三元。', '独中三元，打入5球。', 'She scored a hat trick.'],
  ['均值为1991至2020年的。', '均值为1991至2021年的。', 'It is above the 1991-2020 mean.'],
  ['气温超过36摄氏度。', '气温超过38摄氏度。', '낮 최고기온은 36.4도였다.', 'ko'],
  ['连续29天出现热带夜。', '连续28天出现热带夜。', '열대야가 29일째 이어졌다.', 'ko'],
  ['一个6岁孩子。', '一个7岁孩子。', 'Er stammt von einem sechsjährigen Kind.', 'de'],
  ['垂直落差1140米。', '垂直落差1140英尺。', 'Die Bahn überwindet 1.140 Höhenmeter.', 'de'],
  ['每周一次的药片。', '本周二的药片。', 'A once-weekly pill was tried on Wednesday.'],
  ['降息25个基点。', '降息25%。', 'It cut its rate by a quarter of a percentage point.'],
  ['他今年19岁。', '他今年29岁。', '試合は29日行われ、柏木蓮(19)が決めた。', 'ja'],
])('%s', (...[right, wrong, source, language]: Case) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

const checksOf = (claim: string, source: string, languages: string): string[] => {
  const [sourceLanguage = 'en', readerLanguage = 'zh-Hans'] = languages.split(' ')
  const context = { sources: [source], sourceLanguage, readerLanguage, published: '2026-03-18T09:00:00Z', terms: [] }
  return checkFigures(claim, context).map((fault) => fault.check)
}

/** What is meant by a figure of the source, though not said beside it: language, source, right, wrong, check. */
const pairs: [string, string, string, string, string][] = [
  ['en', 'It was 98 degrees Fahrenheit at noon and stayed above 86 until dusk.', '直到黄昏都在30摄氏度以上。', '直到黄昏都在86摄氏度以上。', 'measure'],
  ['en', 'The kiln reached 2,100 degrees Fahrenheit.', '窑温达到约1150摄氏度。', '窑温达到约2100摄氏度。', 'measure'],
  ['en', 'The hedge is 40 feet long, up from 30 in May.', '树篱5月时长约9米。', '树篱5月时长约30米。', 'measure'],
  ['en', 'The 14 goats ate for four hours.', '羊吃了四小时。', '羊吃了14小时。', 'number'],
  ['en', 'The keeper left school at 15. She is 71.', '看守人15岁离校，现年71岁。', '看守人17岁离校。', 'number'],
  ['en', 'Lambs of 4 to 9 months were sheared.', '4至9个月大的羊羔剪了毛。', '4至9岁的羊剪了毛。', 'number'],
  ['en', 'The jockey stands 5-foot-2.', '骑手身高5英尺2英寸。', '骑手身高5英尺3英寸。', 'measure'],
  ['en', 'A turnip costs 45 cents.', '一个萝卜45美分。', '一个萝卜45美元。', 'currency'],
  ['de', 'Ein Liter Most kostet 80 Cent.', '一升果酒0.8欧元。', '一升果酒80欧元。', 'currency'],
  ['en', 'The tollhouse charged $4 a bushel.', '收费站每蒲式耳收4美元。', '收费站每吨收4美元。', 'measure'],
  ['fr', 'La moitié des ruches sont vides.', '一半蜂箱是空的。', '三分之一蜂箱是空的。', 'percent'],
  ['es', 'La fuente perdió 200 litros.', '喷泉漏了200升水。', '喷泉漏了200加仑水。', 'measure'],
  ['de', 'Die Fähre fuhr eine Viertelstunde zu spät.', '渡轮晚了15分钟。', '渡轮晚了半小时。', 'number'],
  ['ja', '米は5キロ入り袋で売られ、時速30キロで運ばれた。', '大米以5公斤袋装出售，以每小时30公里的速度运送。', '大米以5磅袋装出售。', 'measure'],
  ['ja', '船は午前5時に3人を乗せた。', '船载了3人。', '船载了5人。', 'number'],
  ['en', 'Attendance fell to 38 percent after the flood.', '水灾后上座率降至38%。', '水灾后上座率下降了38%。', 'percent'],
  ['en', 'Attendance fell by 38 percent after the flood.', '水灾后上座率下降了38%。', '水灾后上座率降至38%。', 'percent'],
  ['de', 'Die Quote sank auf 9 Prozent.', '比例降至9%。', '比例下降9%。', 'percent'],
  ['fr', 'La part est tombée à 9 %.', '份额降到9%。', '份额下降了9%。', 'percent'],
  ['ja', '投票率は38%に低下した。', '投票率降至38%。', '投票率下降了38%。', 'percent'],
  ['ko', '점유율이 9%로 떨어졌다.', '份额降至9%。', '份额下降了9%。', 'percent'],
  ['en', 'The mill has taken its gain this year to 30 percent.', '磨坊今年涨了30%。', '磨坊今年涨了13%。', 'percent'],
  ['en', 'The weir gave 41 tons this autumn, down from 52 a year ago.', '今年秋天产出41吨。', '前年秋天产出41吨。', 'date'],
  ['de', 'In der Nacht zum Sonntag fiel Schnee.', '周六夜间下了雪。', '周五夜间下了雪。', 'date'],
  ['ko', '축제는 9월 중순까지 열린다.', '庆典持续到9月中旬。', '庆典持续到9月下旬。', 'date'],
  ['en', 'The fair opens in late May.', '集市5月底开幕。', '集市5月初开幕。', 'date'],
  ['en', 'The verger told a paper last month.', '教堂执事2月对报纸说。', '教堂执事3月对报纸说。', 'date'],
  ['ja', '祭りは20日と21日に開かれる。', '庆典在20日和21日举行。', '庆典在18日举行。', 'date'],
] // prettier-ignore

for (const [language, source, right, wrong, check] of pairs) {
  test(`checkFigures() reads what is meant: ${right}`, () => expect(checksOf(right, source, language)).toEqual([]))
  test(`checkFigures() finds ${check}: ${wrong}`, () => expect(checksOf(wrong, source, language)).toContain(check))
}

test('checkFigures() reads Chinese measures in an English sentence', () => {
  const source = '磨坊去年收粮3000斤，比上年增长5%。'
  expect(
    checksOf('The mill took in 3,000 jin, or 1.5 metric tons, up 5 percent from the year before.', source, 'zh en'),
  ).toEqual([])
  expect(checksOf('The mill took in 3 metric tons.', source, 'zh en')).not.toEqual([])
})

test.each([
  ['en', 'Quist finished second, a minute and a half behind.', '奎斯特落后90秒，位居第二。'],
  ['en', 'It may supply 900,000 homes by the end of the decade.', '到2020年代末，它可为90万户供电。'],
  ['en', 'About two-fifths of undergraduates qualify.', '约四成本科生符合条件。'],
  ['de', 'Drei Fünftel der Mühlen stehen still.', '六成磨坊停转。'],
  ['fr', 'Sept dixièmes des moulins tournent.', '七成磨坊在转。'],
  ['zh', '今年一季度产值同比增长5.3%。', '今年一季度产值比上年同期增长5.3%。'],
  ['zh', '共出土器物1640余件。', '共出土器物1600多件。'],
  ['es', 'El banco bajó la tasa en 50 puntos básicos.', '银行将利率下调0.5个百分点。'],
])('amounts and dates said otherwise are the same in %s: %s', (language, source, text) => {
  expect(checksOf(text, source, language)).toEqual([])
})

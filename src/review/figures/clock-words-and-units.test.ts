import { expect, test } from 'vitest'
import { checkStatement } from '../check/check-claim.ts'

const checksOf = (text: string, source: string, sourceLanguage: string): string[] => {
  const statement = { text, kind: 'fact', evidence: [{ passage: 'p1', quote: null }], headline: '', terms: [] }
  const found = checkStatement({
    ...statement,
    passages: [{ id: 'p1', text: source }],
    sourceLanguage,
    readerLanguage: 'zh-Hans',
    published: '2026-03-18T09:00:00Z',
  })
  return found.filter(({ tier }) => tier === 'blocking').map(({ check }) => check)
}

/** Language, source, right, wrong. */
const pairs: [string, string, string, string][] = [
  ['fr', "Il faisait 34 degrés dans l'étable.", '畜棚里气温为34℃。', '畜棚里气温为24℃。'],
  ['ko', '축사 기온이 영하 12도까지 떨어졌다.', '畜棚气温降至零下12摄氏度。', '畜棚气温降至12摄氏度。'],
  ['de', 'Der Sack wiegt zwei Zentner.', '袋子重100公斤。', '袋子重200公斤。'],
  ['es', 'El molino costó 3 millones de libras.', '磨坊造价300万英镑。', '磨坊造价300万美元。'],
  ['ko', '물레방아 값은 300만 엔이다.', '水车价格为300万日元。', '水车价格为300万韩元。'],
  ['fr', 'Le pré fait 12 ha.', '草地面积12公顷。', '草地面积12英亩。'],
  ['de', 'Die Strafe beträgt 4.000 Franken.', '罚款4000瑞士法郎。', '罚款4000欧元。'],
  ['ja', '約6割が賛成した。', '约六成人赞成。', '约八成人赞成。'],
  ['fr', 'Un octogénaire tient le bac.', '一名八旬老人撑渡船。', '一名六旬老人撑渡船。'],
  ['fr', 'La haie mesure un kilomètre et demi.', '树篱长1.5公里。', '树篱长2.5公里。'],
  ['es', 'La valla mide kilómetro y medio.', '围栏长1.5公里。', '围栏长2.5公里。'],
  ['en', 'The millers won 6-3, 7-5.', '磨坊队以6比3、7比5获胜。', '磨坊队以6比3、7比6获胜。'],
  ['en', 'The mill opens at a quarter past nine.', '磨坊9时15分开门。', '磨坊9时45分开门。'],
  ['en', 'The mill opens at half past nine.', '磨坊9时30分开门。', '磨坊10时30分开门。'],
  ['de', 'Die Mühle öffnet um Viertel vor acht.', '磨坊7时45分开门。', '磨坊8时15分开门。'],
  ['de', 'Die Mühle öffnet um halb acht.', '磨坊7时30分开门。', '磨坊8时30分开门。'],
  ['fr', 'Le moulin ouvre à neuf heures et quart.', '磨坊9时15分开门。', '磨坊9时45分开门。'],
  ['es', 'El molino abre a las nueve menos cuarto.', '磨坊8时45分开门。', '磨坊9时15分开门。'],
] // prettier-ignore
for (const [language, source, right, wrong] of pairs) {
  test(`"${source}" allows ${right} and not ${wrong}`, () => {
    expect(checksOf(right, source, language)).toEqual([])
    expect(checksOf(wrong, source, language)).toHaveLength(1)
  })
}

import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

const checksOf = (claim: string, source: string, sourceLanguage: string): string[] => {
  const context = { sources: [source], sourceLanguage, readerLanguage: 'zh-Hans', published: '2026-03-18T09:00:00Z' }
  return [...new Set(checkFigures(claim, { ...context, terms: [] }).map((fault) => fault.check))]
}

/** Language, source, right, wrong. */
const pairs: [string, string, string, string][] = [
  ['en', 'Wool sales fell 6 percent, while exports of cheese rose 4 percent.', '羊毛销量下降6%。', '羊毛销量增长6%。'],
  ['en', 'The mill posted a loss of $41 million.', '磨坊亏损4100万美元。', '磨坊盈利4100万美元。'],
  ['de', 'Der Verband meldete einen Überschuss von 3 Millionen Euro.', '协会盈余300万欧元。', '协会亏空300万欧元。'],
  ['fr', 'La cave a perdu 12 % de ses clients.', '酒窖的客人减少12%。', '酒窖的客人增长12%。'],
  ['es', 'Las exportaciones sumaron 90 millones de euros.', '出口额为9000万欧元。', '进口额为9000万欧元。'],
  ['ja', '輸出額は5.2%減った。', '出口额减少5.2%。', '出口额增长5.2%。'],
  ['ko', '영업손실은 340억 원이었다.', '营业亏损为340亿韩元。', '营业利润为340亿韩元。'],
  ['zh', '贸易逆差为36亿美元。', '贸易逆差达到36亿美元。', '贸易顺差达到36亿美元。'],
  ['es', 'La riada dejó 60 muertos y 12 heridos.', '洪水造成60人死亡。', '洪水造成60人受伤。'],
  ['ja', '純利益が前期比18%減の42億円になった。', '净利润为42亿日元。', '净亏损42亿日元。'],
  ['ja', '反対が4812票と、賛成の3977票を上回った。', '反对票4812票，赞成票3977票。', '赞成票4812票，反对票3977票。'],
  ['zh', '新磨坊的能耗比旧磨坊低一成五。', '新磨坊的能耗比旧磨坊低15%。', '新磨坊的能耗比旧磨坊高15%。'],
] // prettier-ignore
for (const [language, source, right, wrong] of pairs) {
  test(`checkTurns() on "${source}": ${right}, not ${wrong}`, () => {
    expect(checksOf(right, source, language)).toEqual([])
    expect(checksOf(wrong, source, language)).toContain('number')
  })
}

test.each([
  ['en', 'The loss narrowed by 30 percent.', '亏损收窄30%。'],
  ['en', 'Prices did not fall by 30 percent.', '价格涨幅并未达到30%。'],
  ['en', 'Sales were 30 percent below those of May, up from a gap of 40 percent.', '销量比5月低30%，差距有所缩小。'],
])('checkTurns() leaves alone: %s %s', (language, source, text) => {
  expect(checksOf(text, source, language)).toEqual([])
})

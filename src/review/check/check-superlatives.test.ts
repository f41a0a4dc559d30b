import { expect, test } from 'vitest'
import { checkSuperlatives } from './check-superlatives.ts'

function checks(text: string, source: string, sourceLanguage: string): string[] {
  const statement = { text, kind: 'fact', evidence: [], passages: [], headline: '', published: null, terms: [] }
  return checkSuperlatives({ ...statement, sourceLanguage, readerLanguage: 'zh-Hans' }, [source]).map(
    (one) => one.check,
  )
}

const pairs: [string, string, string, string, string][] = [
  ['en', 'It is the second-largest lake of the shire.', '这是郡内第二大湖。', '这是郡内最大的湖。', 'number'],
  ['en', 'The fourth-wettest peak in 30 years of records came in May.', '5月的峰值排名第四湿润。', '5月的峰值最湿润。', 'number'],
  ['es', 'Es el segundo molino más viejo.', '这是第二古老的磨坊。', '这是最古老的磨坊。', 'number'],
  ['de', 'Die drittgrößte Orgel steht im Norden.', '第三大管风琴在北部。', '最大的管风琴在北部。', 'number'],
  ['en', 'It is one of the oldest inns.', '这是最古老的客栈之一。', '这是最古老的客栈。', 'quantifier'],
  ['fr', 'C’est l’un des plus vieux ponts.', '这是最古老的桥梁之一。', '这是最古老的桥梁。', 'quantifier'],
  ['en', 'The town has a big indoor market.', '该镇有一个很大的室内市场。', '该镇有全国最大的室内市场。', 'number'],
  ['es', 'Los vecinos de Alba encabezan la lista de visitas.', '来访者中阿尔瓦人居多。', '来访者中阿尔瓦人最多。', 'quantifier'],
  ['ja', '市内で2番目に長い橋。', '市内第二长的桥。', '市内最长的桥。', 'number'],
] // prettier-ignore
for (const [language, source, right, wrong, check] of pairs) {
  test(`checkSuperlatives() on "${source}": ${right}, not ${wrong}`, () => {
    expect(checks(right, source, language)).toEqual([])
    expect(checks(wrong, source, language)).toEqual([check])
  })
}

test.each([
  ['en', 'No hall holds more than any other; this one tops the list.', '这是最大的礼堂。'],
  ['de', 'So hoch wie seit den neunziger Jahren nicht mehr.', '这是九十年代以来最高。'],
  ['en', 'Not since 1998 had so many boats come.', '来船为1998年以来最多。'],
  ['en', 'As many as 40 boats may sail.', '最多40艘船出航，最近一艘周五启程。'],
  ['en', 'No work can begin before Friday.', '最早周五才能开工。'],
  ['en', 'The high court ruled on Monday.', '最高法院周一作出裁决。'],
  ['en', 'The tools hang at the back of the room.', '工具挂在屋子最里头，梯子在最前面。'],
  ['ko', '국내 최대 규모의 등대다.', '这是该国最大的灯塔。'],
])('checkSuperlatives() lets pass: %s %s %s', (language, source, text) => {
  expect(checks(text, source, language)).toEqual([])
})

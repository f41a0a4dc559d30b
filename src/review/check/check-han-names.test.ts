import { expect, test } from 'vitest'
import { checkHanNames } from './check-han-names.ts'

function checks(text: string, source: string, sourceLanguage: string): string[] {
  const statement = { kind: 'fact', evidence: [], headline: '', published: null, terms: [] }
  const passages = [{ id: 'p1', text: source }]
  return checkHanNames({ ...statement, text, passages, sourceLanguage, readerLanguage: 'zh-Hans' }).map(
    ({ message }) => message,
  )
}

const news =
  '清潭市来电。秘书邵启帆在会上表示，没有计划。云陂县副县长柯景澜说，堤坝修复需要三个月。村民郎小满告诉记者，稻子全淹了。锦川能源称已停机，辩护人岳宁申请延期。'

test('checkHanNames() finds a name that sounds the same, and takes a title for none', () => {
  expect(checks('执行长简育雯表示，不做玩具。', '執行長簡毓文表示，不做玩具。', 'zh-TW')).toHaveLength(1)
  expect(checks('执行长简毓文表示，不做玩具。', '執行長簡毓文表示，不做玩具。', 'zh-TW')).toEqual([])
  expect(checks('副社长真壁凉子说，春天再来。', '真壁涼子副社長は「春に来る」と語った。', 'ja')).toEqual([])
})

test.each([
  ['副县长柯景岚说，堤坝修复需要三个月。', '柯景岚', '柯景澜'],
  ['村民郎晓满告诉记者，稻子全淹了。', '郎晓满', '郎小满'],
  ['辩护人岳凝申请延期。', '岳凝', '岳宁'],
  ['秘书邵启航表示，没有计划。', '邵启航', '邵启帆'],
  ['云坡县的堤坝需要修复。', '云坡县', '云陂县'],
  ['清谭市的堤坝需要修复。', '清谭市', '清潭市'],
  ['锦州能源说机组已经停机。', '锦州能源', '锦川能源'],
])('checkHanNames() finds a sign changed: %s', (text, written, meant) => {
  expect(checks(text, news, 'zh')).toEqual([`"${written}" is written for "${meant}"`])
})

test.each([
  ['副县长柯景澜说，修复要三个月；村民郎小满的稻子被淹。', news, 'zh'],
  ['辩护人岳宁上诉，锦川能源停机。', news, 'zh'],
  ['航运公司和船运公司都说涨价。', '货运公司的负责人说，船运公司已经涨价。', 'zh'],
  ['教育长樫村直树提出合并。', '教育長・樫村直樹氏は統合案を示した。', 'ja'],
  ['首发投手白石莲投满九局。', '先発の白石蓮投手(17)は完投した。', 'ja'],
  ['柯景岚说，堤坝已经修好。', 'The levee is mended, Ke Jinglan said.', 'en'],
])('checkHanNames() lets pass: %s', (text, source, language) => {
  expect(checks(text, source, language)).toEqual([])
})

test('checkHanNames() finds a sign changed in a Japanese name that no list has', () => {
  expect(checks('代表绵贯良子反对。', '代表の綿貫涼子さんは反対している。', 'ja')).toEqual([
    '"绵贯良子" is written for "绵贯凉子"',
  ])
})

test('a surname of two signs has a given name of one or two', () => {
  const source = '领队闻人佩说，工程顺利。据诸葛明远介绍，学校九月启用。'
  expect(checks('领队闻人佩说，工程顺利。', source, 'zh')).toEqual([])
  expect(checks('领队闻仁佩说，工程顺利。', source, 'zh')).toEqual(['"闻仁佩" is written for "闻人佩"'])
  expect(checks('据诸葛明元介绍，学校九月启用。', source, 'zh')).toEqual(['"诸葛明元" is written for "诸葛明远"'])
})

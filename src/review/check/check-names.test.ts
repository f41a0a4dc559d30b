import { expect, test } from 'vitest'
import { checkStatement } from './check-claim.ts'

type Case = { source: string; text: string; terms: [string, string][]; languages?: string }

function found({ source, text, terms, languages = 'en zh-Hans' }: Case): string[] {
  const [sourceLanguage = 'en', readerLanguage = 'zh-Hans'] = languages.split(' ')
  const faults = checkStatement({
    text,
    kind: 'fact',
    evidence: [],
    passages: [{ id: 'p1', text: source }],
    headline: '',
    sourceLanguage,
    readerLanguage,
    published: null,
    terms: terms.map(([original, reader]) => ({ original, reader })),
  })
  return faults.filter(({ tier }) => tier === 'blocking').map(({ check }) => check)
}

const source =
  'Judge Selma Grantley ruled on the weir. Orla Costerman, a miller, will appeal; Pim Barlow of Denmoor College won.'
const terms: [string, string][] = [
  ['Selma Grantley', '塞尔玛·格兰特利'],
  ['Orla Costerman', '奥拉·科斯特曼'],
  ['Denmoor College', '登穆尔学院'],
]

const texts: [string, string[]][] = [
  ['格兰特利法官就堤坝作出裁决。', []],
  ['格伦登法官就堤坝作出裁决。', ['name']],
  ['磨坊主科斯特曼将上诉。', []],
  ['科斯莫斯说，他将上诉。', ['name']],
  ['丹穆尔学院的巴洛获胜。', ['name']],
  ['登穆尔夫人说，堤坝不动。', []],
  ['法官格兰特利森已经裁决。', ['name']],
  ['法官格兰特利特意到场。', []],
  // Pim Barlow stands in no list: what sounds like it may be meant.
  ['巴洛说，他赢了。', []],
  ['法官特别说，堤坝不动。', []],
]
for (const [text, expected] of texts)
  test(`checkNames() on ${text}`, () => expect(found({ source, text, terms })).toEqual(expected))

test('checkNames() lets a ship bear the name of a port', () =>
  expect(
    found({
      source: 'The Lady Ansell left Port Ansell.',
      text: '“安塞尔夫人”号驶离。',
      terms: [['Port Ansell', '安塞尔港']],
    }),
  ).toEqual([]))

test('checkNames() refuses a name of the list that the article does not have', () => {
  const more: [string, string][] = [...terms, ["Coopers' League", '桶匠联盟'], ['Li Qiang-min', '李强敏']]
  expect(found({ source, text: '桶匠联盟将上诉。', terms: more })).toEqual(['name'])
  expect(found({ source: `${source} Li Qiangmin agreed.`, text: '李强敏同意。', terms: more })).toEqual([])
})

test('checkNames() refuses another given name behind a family name of the list', () => {
  const line = {
    source: '磨坊主江岚说，水车修好了。',
    terms: [['江岚', 'Jiang Lan']] as [string, string][],
    languages: 'zh en',
  }
  expect(found({ ...line, text: 'Jiang Lan, a miller, said the wheel was mended.' })).toEqual([])
  expect(found({ ...line, text: 'Jiang Nan, a miller, said the wheel was mended.' })).toEqual(['name'])
})

test.each([
  ['在亚尔湾捕鱼的科林·特雷德西说不去。', '特雷德西'],
  ['从亚尔湾开往马邓罗的渡轮停航。', '马邓罗'],
])('checkNames() finds two signs of a name in the other order: %s', (text) => {
  const terms: [string, string][] = [
    ['Corin Tressider', '科林·特雷西德'],
    ['Yarr Bay', '亚尔湾'],
    ['Dunmarrow', '邓马罗'],
  ]
  const source = 'Corin Tressider fishes in Yarr Bay, off Dunmarrow.'
  expect(found({ source, text, terms })).toContain('name')
})

const places: [string, string, string, string[]][] = [
  ['en', 'A federal judge stopped the dam on Monday.', '美国一名联邦法官周一叫停水坝。', []],
  ['en', 'A judge stopped the dam on Monday.', '美国一名法官周一叫停水坝。', ['entity_added']],
  ['en', 'The dam in Kentucky stays.', '美国肯塔基州的水坝不动。', []],
  ['ja', '新潟県では橋が落ちた。', '新潟县有一座桥坍塌。', []],
  ['ja', '新潟県では橋が落ちた。', '新潟县和秋田县有桥坍塌。', ['entity_added']],
  ['en', 'Soldiers raided a camp in the West Bank.', '士兵突袭了约旦河西岸的营地。', []],
  ['en', 'The yacht sank in the Indian Ocean.', '游艇在印度洋沉没。', []],
  ['en', 'The yacht sank in the Indian Ocean.', '游艇在太平洋沉没。', ['entity_added']],
  ['en', 'Workers in sub-Saharan Africa earn less.', '撒哈拉以南非洲的工人收入较低。', []],
  ['en', 'The Bundestag voted.', '德国联邦议院表决。', []],
  ['en', 'The NHS hired nurses.', '英国国家医疗服务体系招聘护士。', []],
  ['en', 'The Congolese army retook the mill.', '卢旺达军队夺回磨坊。', ['entity_added']],
  ['en', 'The Rwandan army retook the mill.', '卢旺达军队夺回磨坊。', []],
  ['en', 'Harvard rejected the demand.', '耶鲁大学拒绝了要求。', ['entity_added']],
  ['en', 'Tokyo and Seoul agreed to talk.', '日韩两国同意对话。', []],
  ['en', 'Tokyo and Seoul agreed to talk.', '中韩两国同意对话。', ['entity_added']],
  ['fr', "L'ONU a condamné l'attaque.", '联合国谴责了袭击。', []],
  ['es', 'El Congreso aprobó la reforma.', '西班牙国会通过了改革。', []],
  ['es', 'El Congreso de Chile aprobó la reforma.', '西班牙国会通过了改革。', ['entity_added']],
  ['ja', '中国とロシアの首脳が会談した。', '中朝首脑会谈。', ['entity_added']],
  ['ko', '부산에서 다리가 무너졌다.', '釜山和大邱有桥坍塌。', ['entity_added']],
  ['ko', '섬 동쪽 23㎞ 해역에서 배가 가라앉았다.', '船在岛以东23公里海域沉没。', []],
]
for (const [language, text, claim, expected] of places)
  test(`checkEntities() on ${claim} of ${text}`, () =>
    expect(found({ source: text, text: claim, terms: [], languages: `${language} zh-Hans` })).toEqual(expected))

test('checkEntities() finds no city where the end of a name meets the next word', () =>
  expect(
    found({
      source: 'Callum Rees has 27 goals this season.',
      text: '里斯本赛季打入27球。',
      terms: [['Callum Rees', '卡勒姆·里斯']],
    }),
  ).toEqual([]))

test('a long name with one word changed, and a Latin name misspelt, are other names', () => {
  const body = (text: string): string[] =>
    found({
      text,
      source: 'The Coastal Growers Alliance sued Kestrel Labs.',
      terms: [['Coastal Growers Alliance', '沿海种植者联盟']],
    })
  expect(body('沿海种植者联盟起诉了Kestrel Labs。')).toEqual([])
  expect(body('沿海养殖者联盟提起诉讼。')).toEqual(['name'])
  expect(body('沿海种植者协会提起诉讼。')).toEqual(['name'])
  expect(body('沿海种植者一方提起诉讼。')).toEqual([])
  expect(body('沿海种植者联盟起诉了Kestral Labs。')).toEqual(['name'])
})

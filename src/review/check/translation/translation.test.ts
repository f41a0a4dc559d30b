import { expect, test } from 'vitest'
import { article } from '../../../../test/fault-server/saltmere.ts'
import type { Passage } from '../../../types.ts'
import { checkTranslation } from '../check-translation.ts'

type Row = [original: string, right: string]

function blocked(text: string, at: number, { rows, language = 'en' }: { rows: Row[]; language?: string }): string[] {
  const passages = rows.map(([original], index): Passage => ({
    id: `p${index + 1}`,
    kind: 'paragraph',
    text: original,
  }))
  const findings = checkTranslation(text, passages[at] as Passage, {
    article: { ...article, language, headline: '', standfirst: null, passages },
    readerLanguage: 'zh-Hans',
    terms: [
      { original: 'Ada Pellow', reader: '艾达·佩洛' },
      { original: 'Tobin Marsh', reader: '托宾·马什' },
    ],
  })
  return findings.filter(({ tier }) => tier === 'blocking').map(({ check }) => check)
}

const rows: Row[] = [
  ['The harbor master, Tobin Marsh, shut the quay and sent crews home.', '港务长托宾·马什关闭了码头，让船员回家。'],
  ['Ada Pellow called the decision hasty and asked for a hearing.', '艾达·佩洛称这一决定过于仓促，要求举行听证。'],
  ['Engineers look for the crack that let the water in.', '工程师正在寻找进水的裂缝。'],
  ['Talks resume on Monday, and Sweden sends a diver.', '谈判周一恢复，瑞典将派一名潜水员。'],
]

test('checkTranslation() passes each translation under its own passage', () => {
  expect(rows.flatMap(([, right], at) => blocked(right, at, { rows }))).toEqual([])
})

test.for([
  [0, 1],
  [1, 0],
  [1, 2],
  [2, 1],
  [3, 2],
  [2, 3],
])('checkTranslation() refuses the translation of p%i under its neighbour', ([from = 0, to = 0]) => {
  expect(blocked(rows[from]?.[1] ?? '', to, { rows })).toContain('passage')
})

test('checkTranslation() lets a pronoun be filled with the name it stands for', () => {
  const she: Row[] = [
    ['Ada Pellow is back.', ''],
    ['She found the crack.', ''],
  ]
  expect(blocked('佩洛发现了裂缝。', 1, { rows: she })).toEqual([])
})

test.for([
  ['en', 'Sweden accused Poland of overfishing.', '瑞典指责波兰过度捕捞。', '波兰指责瑞典过度捕捞。'],
  ['en', 'Sweden accused Poland of overfishing.', '波兰被瑞典指责过度捕捞。', '瑞典被波兰指责过度捕捞。'],
  ['en', 'Poland was beaten by Sweden.', '波兰不敌瑞典。', '波兰击败瑞典。'],
  ['en', 'Ada Pellow beat Tobin Marsh.', '艾达·佩洛击败托宾·马什。', '托宾·马什击败艾达·佩洛。'],
  ['de', 'Schweden besiegt Polen.', '瑞典战胜波兰。', '波兰战胜瑞典。'],
  ['fr', 'La Suède accuse la Pologne.', '瑞典指责波兰。', '波兰指责瑞典。'],
  ['fr', 'La Suède soutient la Pologne.', '瑞典支持波兰。', '波兰支持瑞典。'],
  ['es', 'Suecia venció a Polonia.', '瑞典战胜波兰。', '波兰战胜瑞典。'],
  ['ja', 'スウェーデンはポーランドを破った。', '瑞典击败波兰。', '波兰击败瑞典。'],
  ['ko', '스웨덴은 폴란드를 꺾었다.', '瑞典击败波兰。', '波兰击败瑞典。'],
])(
  'checkTranslation() keeps who does it to whom in %s: %s',
  ([language = '', original = '', right = '', wrong = '']) => {
    expect(blocked(right, 0, { rows: [[original, '']], language })).toEqual([])
    expect(blocked(wrong, 0, { rows: [[original, '']], language })).toContain('roles')
  },
)

test.for([
  ['en', 'The mayor allegedly took money.', '市长涉嫌收钱。', '市长收了钱。'],
  ['de', 'Der mutmaßliche Dieb floh.', '盗窃嫌疑人逃走。', '小偷逃走了。'],
  ['fr', 'Le trésorier aurait détourné des fonds.', '据称司库可能挪用了资金。', '司库挪用了资金。'],
  ['es', 'El alcalde presuntamente cobró.', '市长涉嫌收钱。', '市长收了钱。'],
])('checkTranslation() keeps what is only said in %s: %s', ([language = '', original = '', right = '', wrong = '']) => {
  expect(blocked(right, 0, { rows: [[original, '']], language })).toEqual([])
  expect(blocked(wrong, 0, { rows: [[original, '']], language })).not.toEqual([])
})

test('checkTranslation() takes what may be done for allowed', () => {
  expect(
    blocked('每次最多允许30名客人进入。', 0, { rows: [['No more than 30 guests may enter at a time.', '']] }),
  ).toEqual([])
})

test('checkTranslation() keeps the side from which an amount is bounded', () => {
  const bound: Row[] = [['At least 40 people were hurt.', '']]
  expect(blocked('至少40人受伤。', 0, { rows: bound })).toEqual([])
  expect(blocked('最多40人受伤。', 0, { rows: bound })).toContain('number')
})

test('checkTranslation() takes an hour printed with a dot for no figure that its translation lost', () => {
  const trains: Row[] = [
    ['The old train came at 7.05. “We listened,” said the operator, and the new one comes at 7.50.', '旧车7时05分到。'],
    ['“We changed the bed,” said the operator.', '“我们换了床，”运营方说。'],
  ]
  const text = '旧车7时05分到。“我们听进去了，”运营方说，新车7时50分到。'
  expect(blocked(text, 0, { rows: trains })).toEqual([])
})

import { expect, test } from 'vitest'
import { checkSides } from './check-sides.ts'

const terms = [
  { original: 'Arvel', reader: '阿维尔' },
  { original: 'Brunt', reader: '布伦特' },
]

const advised = (quote: string, text: string, sourceLanguage = 'en'): boolean =>
  checkSides(
    {
      text,
      kind: 'fact',
      evidence: [{ passage: 'p1', quote }],
      passages: [{ id: 'p1', text: quote }],
      headline: '',
      sourceLanguage,
      readerLanguage: 'zh-Hans',
      published: null,
      terms,
    },
    [quote],
  ).length > 0

test.each([
  ['Arvel sued Brunt over the quay', '布伦特就码头起诉阿维尔。', 'en'],
  ['Arvel sued Brunt over the quay', '阿维尔因码头被布伦特起诉。', 'en'],
  ['a court ordered Arvel to pay Brunt $3 million', '法院判令布伦特向阿维尔支付300万美元。', 'en'],
  ['Spain bought ten ferries from Norway', '挪威从西班牙购买了十艘渡轮。', 'en'],
  ['Spain beat Norway 2-1', '西班牙队周日以1比2负于挪威队。', 'en'],
  ['Österreich verkaufte zehn Fähren an Norwegen', '挪威向奥地利出售了十艘渡轮。', 'de'],
])('checkSides() advises on sides that changed places: %s | %s', (quote, text, language) => {
  expect(advised(quote, text, language)).toBe(true)
})

test.each([
  ['Arvel sued Brunt over the quay', '布伦特因码头被阿维尔起诉。', 'en'],
  ['a court ordered Arvel to pay Brunt $3 million', '布伦特将从阿维尔获得300万美元。', 'en'],
  ['Spain bought ten ferries from Norway', '挪威向西班牙出售了十艘渡轮。', 'en'],
  ['Spain beat Norway 2-1', '挪威队1比2负于西班牙队。', 'en'],
  ['Arvel and Brunt met the minister', '布伦特和阿维尔会见了部长。', 'en'],
])('checkSides() lets the same sides pass, told from either: %s | %s', (quote, text, language) => {
  expect(advised(quote, text, language)).toBe(false)
})

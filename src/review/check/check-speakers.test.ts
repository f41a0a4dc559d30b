import { expect, test } from 'vitest'
import { checkSpeakers } from './check-speakers.ts'

const passages = [
  { id: 'p1', text: 'Ada Pellow leads the ferry guild. She has sailed for twenty years.' },
  {
    id: 'p2',
    text: 'Tobin Marsh, the harbor master, conceded on Sunday. “The guild was right,” he said of Ada Pellow.',
  },
  { id: 'p3', text: 'She would not resign, and Tobin Marsh agreed.' },
  { id: 'p4', text: '“I dropped a rope and thought that was it,” Tobin Marsh said by radio.' },
]
const terms = [
  { original: 'Ada Pellow', reader: '艾达·佩洛' },
  { original: 'Tobin Marsh', reader: '托宾·马什' },
  { original: 'Jonas Crewe', reader: '约纳斯·克鲁' },
]

function found(text: string, passage: string, quote: string): string[] {
  const statement = {
    text,
    kind: 'fact',
    evidence: [{ passage, quote }],
    passages,
    terms,
    headline: '',
    published: null,
  }
  return checkSpeakers({ ...statement, sourceLanguage: 'en', readerLanguage: 'zh-Hans' }).map(({ check }) => check)
}

test('checkSpeakers() refuses a person whom the cited passage does not name in place of the one it names', () => {
  expect(found('港务长马什周日认输。', 'p2', 'Tobin Marsh, the harbor master, conceded on Sunday.')).toEqual([])
  expect(found('克鲁周日认输。', 'p2', 'Tobin Marsh, the harbor master, conceded on Sunday.')).toEqual(['name'])
})

test('checkSpeakers() refuses as speaker a person whom the cited sentence does not name', () => {
  expect(found('佩洛说，她周日认输了。', 'p2', 'Tobin Marsh, the harbor master, conceded on Sunday.')).toEqual(['name'])
})

test('checkSpeakers() leaves a pronoun to the sentence before it', () => {
  expect(found('佩洛不愿辞职。', 'p3', 'She would not resign, and Tobin Marsh agreed.')).toEqual([])
})

test('checkSpeakers() takes no pronoun of the speech for another speaker', () => {
  const quote = '“I dropped a rope and thought that was it,” Tobin Marsh said by radio.'
  expect(found('马什说：“我掉了一根绳子，心想这下完了。”', 'p4', quote)).toEqual([])
  expect(found('佩洛说：“我掉了一根绳子，心想这下完了。”', 'p4', quote)).toEqual(['name'])
})

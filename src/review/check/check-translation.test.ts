import { expect, test } from 'vitest'
import { article } from '../../../test/fault-server/saltmere.ts'
import type { Passage } from '../../types.ts'
import { checkTranslation } from './check-translation.ts'

function blocked(
  original: string,
  text: string,
  { terms = [], kind = 'paragraph' }: { terms?: [string, string][]; kind?: Passage['kind'] } = {},
): string[] {
  const passage: Passage = { id: 'p9', kind, text: original }
  const translating = {
    article: { ...article, language: 'en', passages: [passage] },
    readerLanguage: 'zh-Hans',
    terms: terms.map(([from, reader]) => ({ original: from, reader })),
  }
  const findings = checkTranslation(text, passage, translating)
  return findings.filter(({ tier }) => tier === 'blocking').map(({ check }) => check)
}

const original =
  'The Pennow left at 22.40 with 63 crates of quinces. “Nobody asked us,” said the mate, and the crane took 12 minutes.'

test('checkTranslation() passes a whole translation, times of day and measures written as the reader does', () => {
  expect(blocked(original, '“彭诺号”22时40分启航，载着63箱榅桲。“没有人问过我们，”大副说，起重机用了12分钟。')).toEqual(
    [],
  )
  expect(
    blocked(
      'It sank 60 miles off the point in 1.5 million litres of cider.',
      '它在距岬角约97公里处沉没，船上有150万升苹果酒。',
    ),
  ).toEqual([])
})

test('checkTranslation() finds a figure that was changed and one that was left out', () => {
  expect(
    blocked(original, '“彭诺号”22时40分启航，载着36箱榅桲。“没有人问过我们，”大副说，起重机用了12分钟。'),
  ).toContain('number')
  expect(blocked(original, '“彭诺号”22时40分启航，载着63箱榅桲。“没有人问过我们，”大副说，起重机用了一会儿。')).toEqual(
    ['number'],
  )
})

test('checkTranslation() finds sentences that were left out by the length', () => {
  const long = 'The harbour was quiet and the boats lay still. '.repeat(6)
  expect(blocked(long, '港口很安静。')).toEqual(['length'])
})

test('checkTranslation() refuses what a translator says of his own, and words of another language', () => {
  expect(blocked('The quay is shut.', '以下是译文：码头已经关闭。')).toContain('leak')
  expect(blocked('The rest.', '作为AI语言模型，我无法翻译其余内容。')).toContain('leak')
  expect(blocked('The quay is shut until spring.', 'The quay is shut until spring.')).toContain('language')
})

test('checkTranslation() lets the outlet judge and address its readers', () => {
  expect(
    blocked('Imagine this: the finest pier in the world, empty.', '想象一下：世界上最好的码头，空空荡荡。'),
  ).toEqual([])
})

test('checkTranslation() compares sentence with sentence: denied, all, certain', () => {
  const three = 'The council met on Monday. It did not approve the plan. Work stops.'
  expect(blocked(three, '委员会周一开会。它没有批准计划。工程停止。')).toEqual([])
  expect(blocked(three, '委员会周一开会。它批准了计划。工程停止。')).toEqual(['negation'])
})

test('checkTranslation() finds sentences that were added to a line', () => {
  expect(blocked('The quay is shut.', '码头已经关闭。')).toEqual([])
  expect(
    blocked('The quay is shut.', '码头已经关闭，官员因此受审，数名工人死亡，居民纷纷搬离，全城陷入混乱。'),
  ).toContain('length')
})

test('checkTranslation() keeps years, speech and the cells of a row in their places', () => {
  const signed = 'The treaty was signed on 12 May 2024 in Saltmere after long talks between both sides.'
  expect(blocked(signed, '经过双方长时间谈判，条约于2024年5月12日在索尔特米尔签署。')).toEqual([])
  expect(blocked(signed, '经过双方长时间谈判，条约在索尔特米尔签署。')).toEqual(['number'])
  expect(blocked('“The mayor is a thief and should go,” said the mate.', '市长是小偷，应该下台。')).toContain(
    'quote_marks',
  )
  expect(blocked('Harbour | 12 | 7', '海港 | 12 | 7', { kind: 'table-row' })).toEqual([])
  expect(blocked('Harbour | 12 | 7', '海港 | 7 | 12', { kind: 'table-row' })).toContain('number')
})

test('checkTranslation() lets no link in that the outlet did not print', () => {
  expect(blocked('See the list.', '清单见 https://list.example/a 。')).toContain('markup')
})

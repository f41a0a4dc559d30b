import { expect, test } from 'vitest'
import type { Article } from '../types.ts'
import { makeCard } from './card/make-card.ts'
import { proveFraming } from './framing.ts'

function article(language: string, ...texts: string[]): Article {
  return {
    id: 'a1',
    revision: 1,
    sourceId: 's',
    itemKey: 'k',
    edition: null,
    pageHash: null,
    url: 'https://press.example/a',
    firstSeenAt: '2026-11-01T00:00:00Z',
    readAt: '2026-11-01T00:00:00Z',
    headline: 'H',
    standfirst: null,
    authors: [],
    agency: null,
    dateline: null,
    publishedAt: null,
    modifiedAt: null,
    language,
    section: null,
    keywords: [],
    photo: null,
    passages: texts.map((text, at) => ({ id: `p${at + 1}`, kind: 'paragraph', text })),
    completeness: { verdict: 'whole', signs: [], shareMissing: null },
    length: { words: 100, characters: 0, minutes: 1 },
    declaredWords: null,
    residue: [],
    notes: [],
  }
}

type Absent = 'direct-speech' | 'named-speaker' | 'second-speaker' | 'figure'
const absent = (of: Article, what: Absent) =>
  proveFraming([{ kind: 'absent', what }], of, makeCard(of, 'zh-Hans')).length > 0

test.each([
  ['en', 'direct-speech', 'The board closed the bridge. The mayor said it was safe.', true],
  ['en', 'direct-speech', 'It was called “a gift to nobody” in the hall.', false],
  ['es', 'direct-speech', '—Hoy ganó la paciencia —dijo Paredes ante la plaza.', false],
  ['en', 'named-speaker', 'The board closed the bridge. Officials said it was not safe.', true],
  ['en', 'named-speaker', 'The board closed the bridge. The harbour master, Ada Lund, said it was not safe.', false],
  ['ar', 'named-speaker', 'وقالت ليلى منصور إن الجسر أغلق.', false],
  ['zh', 'named-speaker', '局长孟庆和说，大桥将关闭。', false],
  ['en', 'second-speaker', '“The old bridge is not safe at all,” said Ada Lund. It closes in May.', true],
  ['en', 'second-speaker', '“The old bridge is not safe at all,” said Ada Lund. Jonas Reuter said it was.', false],
  [
    'en',
    'second-speaker',
    '“The old bridge is not safe at all,” said Ada Lund. “It is,” said a man. “We saw it all.”',
    false,
  ],
  ['en', 'figure', 'The board closed the bridge for the winter.', true],
  ['en', 'figure', 'The board closed the bridge for nine months.', false],
  ['en', 'figure', 'The case began in 2019.', false],
] as const)('proveFraming() in %s tells %s absent of “%s”: %s', (...[language, what, text, is]) => {
  expect(absent(article(language, text), what)).toBe(is)
})

test('proveFraming() tells nothing absent of a cut text', () => {
  const whole = article('en', 'The board closed the bridge for the winter.')
  const cut: Article = { ...whole, completeness: { verdict: 'cut', signs: [], shareMissing: null } }
  for (const what of ['direct-speech', 'named-speaker', 'second-speaker', 'figure'] as const)
    expect(absent(cut, what)).toBe(false)
})

const paraphrased = (name: string, quote: string, ...texts: string[]) => {
  const of = article('en', ...texts)
  return proveFraming([{ kind: 'paraphrased-only', passage: 'p1', quote, name }], of, makeCard(of, 'zh-Hans')).length
}

test('proveFraming() calls somebody only paraphrased who stands beside a verb of speech and near no quotation', () => {
  expect(paraphrased('Ada Lund', 'Ada Lund said', 'Ada Lund said the bridge was not safe.')).toBe(1)
  expect(paraphrased('Ada Lund', 'Ada Lund opened', 'Ada Lund opened the bridge.')).toBe(0)
  expect(paraphrased('Ada Lund', 'Ada Lund said', 'Ada Lund said so.', '“Nobody will be cut off,” it was said.')).toBe(
    0,
  )
})

test('proveFraming() takes no word of a speaker for a loaded word of the outlet', () => {
  const of = article('en', 'The “shameless land grab by the few” began. The brutal plan was voted down.')
  const card = makeCard(of, 'zh-Hans')
  const loaded = (quote: string, neutral: string) =>
    proveFraming([{ kind: 'loaded-word', passage: 'p1', quote, neutral }], of, card).length
  expect([loaded('shameless', 'open'), loaded('brutal', 'severe'), loaded('brutal', 'Brutal')]).toEqual([0, 1, 0])
})

import { expect, test } from 'vitest'
import type { Article, Evidence, ReadingCard } from '../../types.ts'
import { Card } from './card.tsx'

const text = 'The ferry left at nine. Nobody was hurt, the captain said.'
const article = {
  id: 'a1',
  url: 'https://outlet.example/ferry',
  language: 'en',
  passages: [{ id: 'p1', kind: 'paragraph', text }],
} as unknown as Article
const site = { title: '外刊', tagline: '', language: 'zh-Hans' as const }
const empty: ReadingCard = {
  articleId: 'a1',
  revision: 1,
  rules: 1,
  speakers: [],
  figures: [],
  places: [],
  dates: [],
  organisations: [],
  keyPassages: [],
}
const of = (quote: string): Evidence => ({
  passage: 'p1',
  quote,
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
})

function print(more: Partial<ReadingCard>, folds = false): string {
  return String(<Card card={{ ...empty, ...more }} article={article} site={site} excerpts={undefined} folds={folds} />)
}

test('Card() quotes a key passage in signs, with a mark where its sentence goes on', () => {
  expect(print({ keyPassages: [of('The ferry left at nine.')] })).toContain('“The ferry left at nine.”')
  expect(print({ keyPassages: [of('Nobody was hurt')] })).toContain('“Nobody was hurt […]”')
})

test('Card() leaves key passages to the excerpt that prints them: no line of numbers without words', () => {
  const card = { ...empty, keyPassages: [of('The ferry left at nine.')] }
  const excerpts = { p1: { startsWithin: false, endsWithin: false, spoken: false, speaker: null } }
  const html = String(<Card card={card} article={article} site={site} excerpts={excerpts} folds={false} />)
  expect(html).toBe('')
})

test('Card() shows twelve figures and says how many more there are', () => {
  const figures = Array.from({ length: 14 }, (_, at) => ({ text: `${at + 2}`, counts: 'boats', evidence: of('nine') }))
  const html = print({ figures })
  expect(html).toContain('13 boats')
  expect(html).not.toContain('14 boats')
  expect(html).toContain('另有 2 个，见 JSON 数据')
})

test('Card() is nothing where it has nothing to say', () => {
  expect(print({})).toBe('')
})

test('Card() folds beside a review and says what it holds', () => {
  expect(print({ keyPassages: [of('Nobody was hurt')] }, true)).toContain('关键段落 1')
  expect(print({ keyPassages: [of('Nobody was hurt')] })).not.toContain('fold"')
})

test('Card() gives beside a name its form in the reader’s language, where that is another', () => {
  const places = [
    { text: 'Geneva', readerForm: '日内瓦', evidence: [of('The ferry left at nine.')] },
    { text: 'Marrable', readerForm: null, evidence: [of('Nobody was hurt')] },
  ]
  const html = print({ places })
  expect(html).toContain('<span lang="en">Geneva</span><span class="form"> 日内瓦</span>')
  expect(html.match(/class="form"/gu)).toHaveLength(1)
})

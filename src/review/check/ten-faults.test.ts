import { expect, test } from 'vitest'
import type { Article, Claim, ReadingCard } from '../../types.ts'
import { proveSentences, proveTogether } from '../prove.ts'
import { reviewArticle } from '../review.ts'
import { checkClaim } from './check-claim.ts'
import { checkReview } from './check-review.ts'

/** The ten faults of the site that we set out from, in words of our own (issue 4). */
const passages = [
  { id: 'p1', kind: 'paragraph', text: 'Hollin Rovers beat Pell Town 2-0 on Saturday before 18,400 people.' },
  {
    id: 'p2',
    kind: 'paragraph',
    text: 'Hollin levies a tariff of up to 25 percent on tickets in June, July and August 2025.',
  },
  { id: 'p3', kind: 'paragraph', text: 'Coach Ada Brandt refused the offer of a new contract, the club said.' },
]
const article = (over: Partial<Article> = {}): Article =>
  ({
    id: 'a1',
    revision: 1,
    url: 'https://example.org/rovers',
    itemKey: 'rovers',
    headline: 'Rovers win',
    standfirst: null,
    passages,
    language: 'en',
    publishedAt: '2025-09-01T08:00:00Z',
    completeness: { verdict: 'whole', signs: [] },
    length: { words: 200, characters: 0, minutes: 1 },
    optOut: null,
    ...over,
  }) as unknown as Article
const proving = { checks: { claim: checkClaim, review: checkReview }, readerLanguage: 'zh-Hans', terms: [] }

type Part = Claim['part']
async function refused(
  part: Part,
  text: string,
  { passage = 'p1', over = {} as Partial<Article>, summary = '' } = {},
): Promise<string[]> {
  const quote = passages.find(({ id }) => id === passage)?.text ?? ''
  const sentence = (said: string) => ({ text: said, kind: 'analysis' as const, evidence: [{ passage, quote }] })
  const sentences: [Part, ReturnType<typeof sentence>][] = [[part, sentence(text)]]
  if (summary !== '') sentences.unshift(['summary', sentence(summary)])
  const alone = await proveSentences(sentences as never, article(over), proving)
  const together = proveTogether(alone.claims, article(over), proving.checks)
  return [...alone.failed, ...together.failed].filter((one) => one.text === text).flatMap(({ checks }) => checks)
}

test('no summary is asked for of a two-sentence audio blurb', async () => {
  const blurb = article({ length: { words: 24, characters: 0, minutes: 1 } as never })
  const ask = () => Promise.reject(new Error('asked'))
  const review = await reviewArticle(blurb, {
    ...proving,
    ask,
    card: {} as ReadingCard,
    model: 'test',
    now: () => '2025-09-01T09:00:00Z',
  })
  expect([review.claims, review.heldBecause]).toEqual([[], '全文过短，不足以述评。'])
})

test('a comment that contradicts the summary above it is refused', async () => {
  const summary = '俱乐部称，教练拒绝了新合同。'
  expect(await refused('commentary', '教练接受新合同，这一点由俱乐部宣布。', { passage: 'p3', summary })).toContain(
    'contradiction',
  )
})

const faults: [string, Part, string, string, string][] = [
  ['a verdict as the opening', 'lede', '毫无疑问，这是流浪者队的一场伟大胜利。', 'p1', 'verdict'],
  ['June, July and August run together', 'summary', '678月份门票加征关税。', 'p2', 'junk'],
  ['a tariff without its percent sign', 'summary', '门票面临高达25的关税。', 'p2', 'percent'],
  ['"late" behind a Chinese year', 'summary', '关税将于2025年 late 征收。', 'p2', 'junk'],
  ['an English word left in a Chinese sentence', 'summary', '教练拒绝了俱乐部的contract。', 'p3', 'junk'],
  [
    'a template finding of bias on a result',
    'commentary',
    '报道立场偏颇，只从霍林流浪者队2比0的角度叙述。',
    'p1',
    'verdict',
  ],
]
for (const [fault, part, text, passage, check] of faults)
  test(`${fault} is refused`, async () => expect(await refused(part, text, { passage })).toContain(check))

test('nothing is called missing on a cut text', async () => {
  const cut = { completeness: { verdict: 'cut', signs: [] } } as unknown as Partial<Article>
  expect(await refused('commentary', '报道并未采访客队教练。', { over: cut })).toContain('review')
  expect(await refused('commentary', '文中没有客队教练的说法。', { over: cut })).toContain('review')
})

test('commentary that names nobody and no figure of the article is refused', async () => {
  expect(await refused('commentary', '这一事件的后续发展值得各方密切观察。')).toContain('template')
})

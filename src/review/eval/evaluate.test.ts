import { expect, test } from 'vitest'
import type { Ask } from '../../llm/ask.ts'
import type { Article } from '../../types.ts'
import { checkClaim } from '../check/check-claim.ts'
import { checkReview } from '../check/check-review.ts'
import { evaluate, formatAudit, type Measured } from './evaluate.ts'
import { renderEvaluation } from './page.tsx'
import { readsQuestions } from './probe.ts'

const texts = [
  'The harbour council of Saltmere voted on Monday to close the old bridge for nine months from May. The vote was open.',
  'Repairs will cost 4.2 million euros, twice as much as the council had planned last year, the council said.',
  `Shop owners near the bridge asked for help with their rents. ${'They met in the town hall again. '.repeat(8)}`.trim(),
]

const article: Article = {
  id: 'bridge',
  revision: 1,
  sourceId: 's',
  itemKey: 'k',
  edition: null,
  pageHash: null,
  url: 'https://press.example/bridge',
  firstSeenAt: '2026-11-01T00:00:00Z',
  readAt: '2026-11-01T00:00:00Z',
  headline: 'Saltmere closes its bridge',
  standfirst: null,
  authors: [],
  agency: null,
  dateline: null,
  publishedAt: '2026-11-01T00:00:00Z',
  modifiedAt: null,
  language: 'en',
  section: null,
  keywords: [],
  photo: null,
  passages: texts.map((text, at) => ({ id: `p${at + 1}`, kind: 'paragraph', text })),
  completeness: { verdict: 'whole', signs: [], shareMissing: null },
  length: { words: 120, characters: 0, minutes: 1 },
  declaredWords: null,
  residue: [],
  notes: [],
}

const fact = (text: string, passage: string, quote: string) => ({ text, kind: 'fact', evidence: [{ passage, quote }] })

function reply(cost: string): string {
  return JSON.stringify({
    headline: fact('索尔特米尔将关闭旧桥', 'p1', 'close the old bridge'),
    lede: fact(
      '港务委员会周一投票，自五月起关闭旧桥九个月。',
      'p1',
      'voted on Monday to close the old bridge for nine months from May',
    ),
    summary: [
      fact(`维修将花费${cost}欧元。`, 'p2', 'Repairs will cost 4.2 million euros'),
      fact('费用是去年计划的两倍。', 'p2', 'twice as much as the council had planned last year'),
      fact('桥边的店主请求租金方面的帮助。', 'p3', 'asked for help with their rents'),
    ],
    last: 'p3',
  })
}

/** Stands in for a model: it reads the probe's question as a model would; its reviews are written here by hand. */
function standIn(...replies: string[]): Ask {
  let asked = 0
  return async ({ material }) => {
    const word = /The word is "(\w+)"/u.exec(material)?.[1]
    const [, a, b] = /sum is of (\d+) and (\d+)/u.exec(material) ?? []
    const text = word
      ? JSON.stringify({ word: [...word].toReversed().join(''), sum: Number(a) + Number(b) })
      : (replies[asked++] ?? '')
    return { model: 'stand-in', text, inputTokens: 1000, outputTokens: 500, complete: true }
  }
}

const scripted: Ask = async () => ({
  model: 'gpt-something',
  text: reply('420万'),
  inputTokens: 1,
  outputTokens: 1,
  complete: true,
})

let tick = 0
const options = {
  checks: { claim: checkClaim, review: checkReview },
  readerLanguage: 'zh-Hans',
  terms: [{ original: 'Saltmere', reader: '索尔特米尔' }],
  now: () => '2026-11-02T00:00:00Z',
  clock: () => (tick += 250),
  random: () => 0.4,
  auditCount: 4,
}
const measured = (name: string, ask: Ask): Measured => ({ name, ask, price: { input: 1, output: 2 } })

test('readsQuestions() tells what reads a question from what plays back a script', async () => {
  expect(await readsQuestions(standIn(), () => 0.4)).toBe(true)
  expect(await readsQuestions(scripted, () => 0.4)).toBe(false)
})

test('evaluate() refuses to measure a scripted server', async () => {
  await expect(evaluate([article], [measured('openai:gpt-something', scripted)], options)).rejects.toThrow(
    /openai:gpt-something.*scripted server/u,
  )
})

test('evaluate() counts what the first answer had wrong, before the second mended it', async () => {
  const models = [
    measured('a:good', standIn(reply('420万'))),
    measured('b:wrong', standIn(reply('42万'), reply('420万'))),
  ]
  const [good, wrong] = (await evaluate([article], models, options)).models
  expect(good).toMatchObject({ drafted: 5, unsupportedRate: 0, numberErrors: 0, published: 5, callsPerArticle: 1 })
  expect(wrong).toMatchObject({ drafted: 5, unsupportedRate: 0.2, numberErrors: 1, published: 5, callsPerArticle: 2 })
  expect(wrong?.repaired).toBe(1)
  expect(wrong?.latencyMs).toEqual({ median: 250, p95: 250 })
  expect(wrong?.costPerArticle).toBeCloseTo(0.004)
  expect(good?.quoteExactness).toBe(1)
})

test('evaluate() names why nothing would be published', async () => {
  const { models } = await evaluate([article], [measured('c:useless', standIn('no', 'no'))], options)
  expect(models[0]).toMatchObject({ reviewed: 0, drafted: 0, unsupportedRate: null })
  expect(Object.keys(models[0]?.held ?? {})).toHaveLength(1)
})

test('the report puts models side by side and escapes what they wrote', async () => {
  const bad = reply('<b>42万</b>')
  const models = [measured('a:good', standIn(reply('420万'))), measured('b:bad', standIn(bad, bad))]
  const html = renderEvaluation(await evaluate([article], models, options))
  expect(html).toMatch(/<th><\/th><th>a:good<\/th><th>b:bad<\/th>/u)
  expect(html).not.toContain('<b>42万</b>')
})

test('formatAudit() gives a sheet with the five criteria, and no cell is a formula', async () => {
  const { audit } = await evaluate([article], [measured('=a', standIn(reply('420万')))], options)
  const sheet = formatAudit(audit)
  expect(audit).toHaveLength(4)
  expect(sheet.split('\r\n')[0]).toBe(
    'model,article,headline,statement,passages,accuracy,sourcing,opinion from fact,editorialisation,context,note',
  )
  expect(sheet).toMatch(/^'=a,bridge,/mu)
})

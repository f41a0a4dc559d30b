import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { FetchError } from '../../src/errors.ts'
import { askModel } from '../../src/llm/ask-model.ts'
import type { Ask } from '../../src/llm/ask.ts'
import { checkTranslation } from '../../src/review/check/check-translation.ts'
import { translateArticle } from '../../src/review/translate.ts'
import type { Passage } from '../../src/types.ts'
import { startFaultServer, type Fault } from './fault-server.ts'
import { article as bridge } from './saltmere.ts'

const texts = ['The council voted on 12 May.', 'Repairs cost 4.2 million euros.', 'The ferry runs twice a day.']
const passages = texts.map((text, at): Passage => ({ id: `p${at + 1}`, kind: 'paragraph', text }))
const article = { ...bridge, headline: '', passages }
const settings = { model: 'canned', readerLanguage: 'zh-Hans', terms: [], now: () => '2026-11-02T00:00:00Z' }
const right: [string, string][] = [
  ['p1', '委员会5月12日投票。'],
  ['p2', '维修花费420万欧元。'],
  ['p3', '渡轮每天两班。'],
]

const said = (list: [string, string][]): string =>
  JSON.stringify({ translation: list.map(([passage, text]) => ({ passage, text })) })
const good = said(right)
const instead = (id: string, text: string): string => said(right.map(([one, ours]) => [one, one === id ? text : ours]))

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

const env = { OPENAI_API_KEY: 'sk-secret-key', ANTHROPIC_API_KEY: 'sk-secret-key' }

/** The passages that have a translation at the end, or whether to ask again later. */
async function endOf(model: string, { fault, stream }: { fault: Fault; stream: boolean }): Promise<string> {
  const server = await startFaultServer([fault])
  close = server.close
  const ask = askModel({ model, baseUrl: server.baseUrl }, { env, timeoutMs: fault === 'hang' ? 600 : 30_000, stream })
  try {
    const made = await translateArticle(article, { ...settings, ask, known: new Map() })
    return made.passages.flatMap(({ id, text }) => (text === null ? [] : [id])).join(' ')
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return error.retryable ? 'later' : 'never'
  }
}

const faults: { name: string; fault: Fault; end: string }[] = [
  { name: 'a good reply', fault: { say: good }, end: 'p1 p2 p3' },
  { name: 'code fence', fault: { say: `\`\`\`json\n${good}\n\`\`\`` }, end: 'p1 p2 p3' },
  { name: 'prose around', fault: { say: `Here it is:\n${good}\nI hope it helps.` }, end: 'p1 p2 p3' },
  { name: '429', fault: { status: 429, headers: { 'retry-after': '7' } }, end: 'later' },
  { name: '500', fault: { status: 500 }, end: 'later' },
  { name: '401', fault: { status: 401 }, end: 'never' },
  { name: 'reset', fault: 'reset', end: 'later' },
  { name: 'no answer', fault: 'hang', end: 'later' },
  { name: 'a line that breaks', fault: { say: good, broken: true }, end: 'later' },
  { name: 'empty', fault: { say: '' }, end: '' },
  { name: 'refusal', fault: { say: 'I am sorry, I cannot help with that.' }, end: '' },
  { name: 'wrong schema', fault: { say: '{"answer":42}' }, end: '' },
  { name: 'cut for length', fault: { say: good.slice(0, -6), finish: 'length' }, end: 'p1' },
  { name: 'another figure', fault: { say: instead('p2', '维修花费240万欧元。') }, end: 'p1 p3' },
  { name: 'a figure left out', fault: { say: instead('p2', '维修花费很多。') }, end: 'p1 p3' },
  { name: 'a passage that is not there', fault: { say: said([...right, ['p9', '多出来的一段。']]) }, end: 'p1 p2 p3' },
  { name: 'a passage left out', fault: { say: said(right.slice(0, 2)) }, end: 'p1 p2' },
  { name: 'one text under two passages', fault: { say: instead('p1', '渡轮每天两班。') }, end: 'p2' },
  { name: 'another language', fault: { say: instead('p3', 'The ferry runs twice a day.') }, end: 'p1 p2' },
  { name: 'the other script', fault: { say: instead('p3', '渡輪每天開兩班，風雨無阻。') }, end: 'p1 p2' },
  { name: 'markup', fault: { say: instead('p3', '渡轮<script>alert(1)</script>每天两班。') }, end: 'p1 p2' },
]

for (const model of ['openai:scripted', 'anthropic:scripted', 'ollama:scripted'])
  for (const stream of [false, true])
    for (const { name, fault, end } of faults)
      test(`a translation over ${model}${stream ? ', streaming,' : ''} ends as documented: ${name}`, async () => {
        expect(await endOf(model, { fault, stream })).toBe(end)
      })

test('translateArticle() gives nothing that the checks refuse, however a reply is mutated', async () => {
  const edits = fc.array(
    fc.record({ at: fc.nat(good.length), drop: fc.nat(12), put: fc.string({ maxLength: 6, unit: 'grapheme' }) }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      const text = list.reduce((one, { at, drop, put }) => one.slice(0, at) + put + one.slice(at + drop), good)
      const ask: Ask = async () => ({ model: 'canned', text, inputTokens: 1, outputTokens: 1, complete: true })
      const made = await translateArticle(article, { ...settings, ask, known: new Map() })
      const refused = made.passages.filter(({ id, text: ours }) => {
        const passage = passages.find((one) => one.id === id)
        if (ours === null || !passage) return false
        const findings = checkTranslation(ours, passage, { article, readerLanguage: 'zh-Hans', terms: [] })
        return findings.some(({ tier }) => tier === 'blocking')
      })
      expect(refused).toEqual([])
      expect(made.passages.map(({ id }) => id)).toEqual(['p1', 'p2', 'p3'])
    }),
    { numRuns: 2000, seed: 47 },
  )
}, 60_000)

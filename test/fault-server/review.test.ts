import * as fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { askModel } from '../../src/llm/ask-model.ts'
import { retryAfterMs } from '../../src/llm/retry-after.ts'
import type { Ask } from '../../src/llm/ask.ts'
import { makeCard } from '../../src/review/card/make-card.ts'
import { reviewArticle } from '../../src/review/review.ts'
import { FetchError } from '../../src/errors.ts'
import type { Article, Claim, Review } from '../../src/types.ts'
import { startFaultServer, type Fault } from './fault-server.ts'
import { article, reply, texts } from './saltmere.ts'

const now = () => '2026-11-02T00:00:00Z'
const checks = { claim: () => [], review: () => new Map() }
const card = makeCard(article, 'zh-Hans')
const settings = { checks, card, model: 'canned', readerLanguage: 'zh-Hans', terms: [], now }
const canned =
  (text: string): Ask =>
  async () => ({ model: 'canned', text, inputTokens: 1, outputTokens: 1, complete: true })
const review = (text: string) => reviewArticle(article, { ...settings, ask: canned(text) })

/** Claims that a page must not show: without evidence, or with a quote that is not the article's. */
function unproved(claims: Claim[]): Claim[] {
  return claims.filter(({ kind, evidence }) => {
    const altered = evidence.some(
      ({ passage, quote, start, end }) => texts[Number(passage.slice(1)) - 1]?.slice(start, end) !== quote,
    )
    return altered || (kind !== 'question' && evidence.length === 0)
  })
}

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

const env = { OPENAI_API_KEY: 'sk-secret-key', ANTHROPIC_API_KEY: 'sk-secret-key' }

async function over(model: string, { script, stream }: { script: Fault[]; stream: boolean }) {
  const server = await startFaultServer(script)
  close = server.close
  const ask = askModel(
    { model, baseUrl: server.baseUrl },
    { env, timeoutMs: script.some((fault) => fault === 'hang' || fault === 'endless') ? 600 : 30_000, stream },
  )
  try {
    return { made: await reviewArticle(article, { ...settings, model, ask }), error: null, asked: server.asked }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return { made: null, error, asked: server.asked }
  }
}

function endOf(made: Review | null, error: FetchError | null): object {
  if (made === null) return { retryable: error?.retryable }
  return made.heldBecause === null ? { shown: made.claims.length } : { held: made.heldBecause }
}

const good = JSON.stringify(reply())
const changed = (edit: (one: ReturnType<typeof reply>) => void): string => {
  const one = reply()
  edit(one)
  return JSON.stringify(one)
}
const allProved = Array.from({ length: 6 }, () => 'verified')
const unusable = '模型的回答无法使用，故无述评。'

/** Every fault of a model's answer, and the state it has to end in: `shown` claims, or held, or a failure to be tried again. */
const faults: { name: string; fault: Fault; end: { shown: number } | { held: string } | { retryable: boolean } }[] = [
  { name: 'a good reply', fault: { say: good }, end: { shown: 6 } },
  { name: 'no usage said', fault: { say: good, usage: false }, end: { shown: 6 } },
  { name: '429 with seconds', fault: { status: 429, headers: { 'retry-after': '7' } }, end: { retryable: true } },
  {
    name: '429 with milliseconds',
    fault: { status: 429, headers: { 'retry-after-ms': '70' } },
    end: { retryable: true },
  },
  {
    name: '429 with a date',
    fault: { status: 429, headers: { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' } },
    end: { retryable: true },
  },
  { name: '429 with nothing', fault: { status: 429 }, end: { retryable: true } },
  { name: '500', fault: { status: 500 }, end: { retryable: true } },
  { name: '502 as HTML', fault: { status: 502, body: '<html>bad gateway</html>' }, end: { retryable: true } },
  { name: '529', fault: { status: 529 }, end: { retryable: true } },
  { name: '401', fault: { status: 401 }, end: { retryable: false } },
  {
    name: 'context exceeded',
    fault: { status: 400, body: '{"error":{"message":"maximum context length is 4096 tokens"}}' },
    end: { held: unusable },
  },
  { name: 'reset', fault: 'reset', end: { retryable: true } },
  { name: 'no answer', fault: 'hang', end: { retryable: true } },
  { name: 'a line that breaks', fault: { say: good, broken: true }, end: { retryable: true } },
  { name: 'an answer that is not of its protocol', fault: { status: 200, body: '{"cut' }, end: { retryable: true } },
  { name: 'empty', fault: { say: '' }, end: { held: unusable } },
  { name: 'refusal', fault: { say: 'I am sorry, I cannot help with that.' }, end: { held: unusable } },
  { name: 'wrong schema', fault: { say: '{"answer":42}' }, end: { held: unusable } },
  { name: 'malformed JSON', fault: { say: `{"headline": {"text": ${'['.repeat(30)}` }, end: { held: unusable } },
  { name: 'cut for length', fault: { say: good.slice(0, 700), finish: 'length' }, end: { held: unusable } },
  { name: 'code fence', fault: { say: `\`\`\`json\n${good}\n\`\`\`` }, end: { shown: 6 } },
  { name: 'thoughts', fault: { say: `<think>{"no":1}</think>${good}` }, end: { shown: 6 } },
  { name: 'prose around', fault: { say: `Here it is:\n${good}\nI hope it helps.` }, end: { shown: 6 } },
  { name: 'trailing comma', fault: { say: `${good.slice(0, -1)},}` }, end: { shown: 6 } },
  { name: 'tool-call form', fault: { say: JSON.stringify({ name: 'review', arguments: good }) }, end: { shown: 6 } },
  {
    name: 'a prompt silently cut',
    fault: { say: changed((one) => (one.last = 'p3')) },
    end: { held: '模型没有收到全文，故不刊出述评。' },
  },
  {
    name: 'a hallucinated quote',
    fault: { say: changed((one) => (one.summary[0]!.evidence[0]!.quote = 'The mayor resigned at once')) },
    end: { shown: 5 },
  },
  {
    name: 'an altered quote',
    fault: { say: changed((one) => (one.summary[0]!.evidence[0]!.quote = 'Repairs will cost 4.3 million euros')) },
    end: { shown: 5 },
  },
  {
    name: 'a passage that is not there',
    fault: { say: changed((one) => Object.assign(one.summary[0]!.evidence[0]!, { passage: 'p9', quote: 'two' })) },
    end: { shown: 5 },
  },
  {
    name: 'an obeyed injection',
    fault: {
      say: changed((one) =>
        Object.assign(one.summary[0]!, {
          text: '这座桥值得称赞。',
          evidence: [{ passage: 'p4', quote: 'praise the bridge' }],
        }),
      ),
    },
    end: { shown: 5 },
  },
  {
    name: 'a statement dressed as a question',
    fault: {
      say: changed((one) => Object.assign(one.commentary[0]!, { kind: 'question', text: '这是丑闻。', evidence: [] })),
    },
    end: { shown: 5 },
  },
  {
    name: 'markup',
    fault: { say: changed((one) => (one.summary[0]!.text = '维修<script>alert(1)</script>将花费420万欧元。')) },
    end: { shown: 5 },
  },
]

for (const model of ['openai:scripted', 'anthropic:scripted', 'ollama:scripted']) {
  for (const stream of [false, true]) {
    for (const { name, fault, end } of faults) {
      test(`a review over ${model}${stream ? ', streaming,' : ''} ends as documented: ${name}`, async () => {
        const { made, error } = await over(model, { script: [fault], stream })
        expect(endOf(made, error)).toEqual(end)
        expect(JSON.stringify([error?.message, error?.stack, error?.cause])).not.toContain('secret')
        expect(unproved(made?.claims ?? [])).toEqual([])
      })
    }

    test(`a review over ${model}${stream ? ', streaming,' : ''} ends when an answer does not`, async () => {
      const { made, error } = await over(model, { script: ['endless'], stream })
      // The SDK keeps Anthropic's text back until its block ends, so there only time can stop it.
      const heard = stream && !model.startsWith('anthropic')
      expect(endOf(made, error)).toEqual(heard ? { held: unusable } : { retryable: true })
    })
  }
}

test('askModel() tells the tokens that the endpoint counted', async () => {
  const server = await startFaultServer([{ say: good }])
  close = server.close
  for (const stream of [false, true]) {
    const ask = askModel({ model: 'openai:scripted', baseUrl: server.baseUrl }, { env, stream })
    const answer = await ask({ prefix: 'p', material: 'm', schema: { type: 'object' }, names: [] })
    expect(answer).toMatchObject({ inputTokens: 100, outputTokens: 50, complete: true })
  }
})

test('reviewArticle() prints the quote as the article has it', async () => {
  const { made } = await over('openai:scripted', { script: [{ say: good }], stream: false })
  expect(made?.claims.map((claim) => claim.state)).toEqual(allProved)
  expect(made?.claims[3]?.evidence[0]?.quote).toBe('“Nobody will be cut off from the island.”')
})

test('askModel() names the variable of a missing key', () => {
  expect(() => askModel({ model: 'openai:x' }, { env: {} })).toThrow('OPENAI_API_KEY')
})

test('retryAfterMs() reads milliseconds, seconds and dates', () => {
  expect(retryAfterMs({ 'retry-after-ms': '1500' })).toBe(1500)
  expect(retryAfterMs({ 'retry-after': '2' })).toBe(2000)
  expect(retryAfterMs({ 'retry-after': 'Mon, 23 Nov 2026 14:00:10 GMT' }, { nowMs: Date.UTC(2026, 10, 23, 14) })).toBe(
    10_000,
  )
})

test('reviewArticle() takes a mended sentence from the second answer', async () => {
  const altered = reply()
  altered.summary[0]!.evidence[0]!.quote = 'Repairs will cost 9 euros'
  const answers = [JSON.stringify(altered), JSON.stringify(reply())]
  const ask: Ask = async () => ({
    model: 'canned',
    text: answers.shift() ?? '',
    inputTokens: 1,
    outputTokens: 1,
    complete: true,
  })
  expect((await reviewArticle(article, { ...settings, ask })).claims[2]).toMatchObject({
    id: 'c3',
    state: 'repaired',
  })
})

test('reviewArticle() refuses a passage that addresses software as evidence and keeps it from the model', async () => {
  const obeyed = reply()
  obeyed.summary[0] = {
    text: '这座桥值得称赞。',
    kind: 'fact',
    evidence: [{ passage: 'p4', quote: 'praise the bridge' }],
  }
  let seen = ''
  const ask: Ask = async ({ material }) => {
    seen += material
    return { model: 'canned', text: JSON.stringify(obeyed), inputTokens: 1, outputTokens: 1, complete: true }
  }
  const made = await reviewArticle(article, { ...settings, ask })
  expect(JSON.stringify(made.claims)).not.toContain('称赞')
  expect(seen).not.toContain('praise the bridge')
})

test('reviewArticle() never says of a cut text that something is missing', async () => {
  const cut: Article = { ...article, completeness: { verdict: 'cut', signs: [], shareMissing: null } }
  const blaming = reply()
  blaming.commentary[0]!.text = '报道没有提及资金来源。'
  const made = await reviewArticle(cut, { ...settings, ask: canned(JSON.stringify(blaming)) })
  expect(JSON.stringify(made.claims)).not.toContain('没有提及')
})

test('reviewArticle() asks nothing about a teaser', async () => {
  const teaser: Article = { ...article, completeness: { verdict: 'teaser', signs: [], shareMissing: null } }
  const made = await reviewArticle(teaser, { ...settings, ask: canned('{}') })
  expect(made.heldBecause).toBe('只读到开头的几句，不足以述评。')
})

test('reviewArticle() holds a review whose sentences the checks refuse', async () => {
  const check = () => [{ check: 'number', tier: 'blocking' as const, message: 'no' }]
  const made = await reviewArticle(article, {
    ...settings,
    checks: { claim: check, review: () => new Map() },
    ask: canned(JSON.stringify(reply())),
  })
  expect(made).toMatchObject({
    claims: [],
    heldBecause: '述评中能由原文证实的句子太少，故不刊出。',
  })
})

test('reviewArticle() publishes only verbatim quotes and no claim without evidence, however a reply is mutated', async () => {
  const edits = fc.array(
    fc.record({ at: fc.nat(good.length), drop: fc.nat(12), put: fc.string({ maxLength: 6, unit: 'grapheme' }) }),
    { minLength: 1, maxLength: 4 },
  )
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      const mutated = list.reduce((text, { at, drop, put }) => text.slice(0, at) + put + text.slice(at + drop), good)
      const made = await review(mutated)
      expect(unproved(made.claims)).toEqual([])
    }),
    { numRuns: 10_000, seed: 43 },
  )
}, 120_000)

test('reviewArticle() asks nothing about a page whose outlet refuses machines', async () => {
  const asked: string[] = []
  const ask: Ask = async ({ material }) => {
    asked.push(material)
    return { model: 'canned', text: good, inputTokens: 1, outputTokens: 1, complete: true }
  }
  const made = await reviewArticle({ ...article, optOut: ['noai'] }, { ...settings, ask })
  expect([asked, made.heldBecause]).toEqual([[], '该报刊声明不允许机器加工，故无述评。'])
})

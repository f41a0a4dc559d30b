import { afterEach, expect, test } from 'vitest'
import { askModel } from '../../src/llm/ask-model.ts'
import { makeCard } from '../../src/review/card/make-card.ts'
import { reviewArticle } from '../../src/review/review.ts'
import { startFaultServer, type Fault } from './fault-server.ts'
import { article, reply } from './saltmere.ts'

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

const env = { OPENAI_API_KEY: 'sk-secret-key', ANTHROPIC_API_KEY: 'sk-secret-key' }
const good = { say: JSON.stringify(reply()) }
const question = { prefix: 'p', material: 'm', schema: { type: 'object', properties: {} }, names: [] }

async function open(script: Fault[], { model, stream }: { model: string; stream: boolean }) {
  const server = await startFaultServer(script)
  close = server.close
  return { server, ask: askModel({ model, baseUrl: server.baseUrl }, { env, timeoutMs: 600, stream }) }
}

/** Which form a request asks for, read from what each protocol sends. */
function formOf(body: string): string {
  const { response_format, format, output_config, tools } = JSON.parse(body)
  const kind = response_format?.type ?? (typeof format === 'string' ? format : undefined)
  if (kind === 'json_object' || kind === 'json') return 'object'
  return kind === 'json_schema' || format || output_config?.format || tools ? 'schema' : 'plain'
}

/** Refusals of a schema as endpoints word them; what a refused schema is followed by (Anthropic has no form between). */
const endpoints: { model: string; next: string; refusals: Fault[] }[] = [
  {
    model: 'openai:scripted',
    next: 'object',
    refusals: [
      { status: 400, body: '{"error":{"message":"response_format json_schema is not supported"}}' },
      { status: 422, body: '{"detail":"structured outputs are off"}' },
      { status: 400, body: '{"error":{"code":400,"message":"Failed to parse grammar"}}' },
      { status: 500, body: '{"error":{"code":500,"message":"failed to parse grammar"}}' },
    ],
  },
  {
    model: 'anthropic:scripted',
    next: 'plain',
    refusals: [
      {
        status: 400,
        body: '{"type":"error","error":{"type":"invalid_request_error","message":"output_config: Extra inputs are not permitted"}}',
      },
      {
        status: 400,
        body: '{"type":"error","error":{"type":"invalid_request_error","message":"tools.0.input_schema: not valid"}}',
      },
      {
        status: 400,
        body: '{"type":"error","error":{"type":"invalid_request_error","message":"tool use is off here"}}',
      },
    ],
  },
  {
    model: 'ollama:scripted',
    next: 'object',
    refusals: [
      {
        status: 400,
        body: '{"error":"json: cannot unmarshal object into Go struct field ChatRequest.format of type string"}',
      },
      { status: 500, body: '{"error":"failed to load model vocabulary required for format"}' },
    ],
  },
]

for (const { model, next, refusals } of endpoints) {
  for (const stream of [false, true]) {
    const over = `${model}${stream ? ', streaming' : ''}`
    for (const [at, refusal] of refusals.entries()) {
      test(`a refused schema over ${over} ends in the next form and a shown review: wording ${at + 1}`, async () => {
        const { server, ask } = await open([refusal, good], { model, stream })
        const card = makeCard(article, 'zh-Hans')
        const checks = { claim: () => [], review: () => new Map() }
        const now = () => '2026-11-02T00:00:00Z'
        const made = await reviewArticle(article, {
          ask,
          checks,
          card,
          model,
          readerLanguage: 'zh-Hans',
          terms: [],
          now,
        })
        expect([made.heldBecause, made.claims.length]).toEqual([null, 6])
        expect(server.asked.map(({ body }) => formOf(body))).toEqual(['schema', next])
      })
    }

    test(`every refused form over ${over} ends in words alone, and is remembered`, async () => {
      const refusal = refusals[0] ?? 'reset'
      const { server, ask } = await open([refusal, refusal, good], { model, stream })
      await ask(question)
      await ask(question)
      expect(server.asked.map(({ body }) => formOf(body)).slice(2)).toEqual(['plain', 'plain'])
    })
  }
}

const saidInStream: [string, string, string][] = [
  ['anthropic:scripted', 'invalid_request_error', 'Structured outputs: the schema is too complex'],
  ['ollama:scripted', '', 'failed to load model vocabulary required for format'],
  ['openai:scripted', 'invalid_request_error', 'json_schema: grammar too large'],
]
for (const [model, type, message] of saidInStream) {
  test(`a schema refused inside the stream of ${model} ends in the next form`, async () => {
    const { server, ask } = await open([{ inStream: { type, message } }, good], { model, stream: true })
    expect((await ask(question)).text).toBe(good.say)
    expect(server.asked.length).toBe(2)
  })
}

test('askModel() takes an overload that is said inside the stream for one that passes', async () => {
  const overloaded = { inStream: { type: 'overloaded_error', message: 'Overloaded' } }
  const { ask } = await open([overloaded], { model: 'anthropic:scripted', stream: true })
  await expect(ask(question)).rejects.toMatchObject({ retryable: true, status: 529 })
})

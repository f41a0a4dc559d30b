import type { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { APICallError } from 'ai'
import type { Question } from './ask.ts'
import {
  lateSignal,
  maxAnswerLength,
  maxOutputTokens,
  StatusError,
  type Endpoint,
  type Manner,
  type Said,
} from './endpoint.ts'

type Model = Pick<ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>, 'doGenerate' | 'doStream'>
type Finish = Awaited<ReturnType<Model['doGenerate']>>['finishReason']['unified']

/** A model object of the AI SDK as an endpoint, asked directly: the SDK's own object functions throw replies away. */
export function sdkEndpoint(model: Model): Endpoint {
  return async (question, manner) => {
    const late = lateSignal(manner)
    try {
      return manner.stream
        ? await listen(model, callOf(question, { manner, signal: late.signal }), late)
        : await askWhole(model, callOf(question, { manner, signal: late.signal }))
    } catch (error) {
      if (late.signal.aborted) throw late.signal.reason
      throw plainStatus(error)
    } finally {
      late.end()
    }
  }
}

function callOf(question: Question, { manner, signal }: { manner: Manner; signal: AbortSignal }) {
  const format = {
    schema: { responseFormat: { type: 'json' as const, schema: question.schema, name: 'review' } },
    object: { responseFormat: { type: 'json' as const } },
    plain: {},
  }
  return {
    prompt: [
      { role: 'system' as const, content: question.prefix },
      { role: 'user' as const, content: [{ type: 'text' as const, text: question.material }] },
    ],
    abortSignal: signal,
    maxOutputTokens,
    ...format[manner.form],
  }
}

type Call = ReturnType<typeof callOf>

async function askWhole(model: Model, call: Call): Promise<Said> {
  const { content, usage, finishReason, response } = await model.doGenerate(call)
  const text = content
    .map((part) => (part.type === 'text' ? part.text : part.type === 'tool-call' ? part.input : ''))
    .join('')
  return {
    text,
    model: response?.modelId ?? null,
    inputTokens: usage.inputTokens.total ?? null,
    outputTokens: usage.outputTokens.total ?? null,
    stopped: stopOf(finishReason.unified),
  }
}

async function listen(model: Model, call: Call, late: ReturnType<typeof lateSignal>): Promise<Said> {
  const { stream } = await model.doStream(call)
  const said: Said = { text: '', model: null, inputTokens: null, outputTokens: null, stopped: 'broken' }
  for await (const part of stream) {
    late.alive()
    if (part.type === 'text-delta') said.text += part.delta
    else if (part.type === 'tool-call') said.text += part.input
    else if (part.type === 'response-metadata') said.model = part.modelId ?? said.model
    else if (part.type === 'error') throw saidInStream(part.error)
    else if (part.type === 'finish') {
      said.inputTokens = part.usage.inputTokens.total ?? null
      said.outputTokens = part.usage.outputTokens.total ?? null
      said.stopped = stopOf(part.finishReason.unified)
    }
    if (said.text.length > maxAnswerLength) return { ...said, stopped: 'length' }
  }
  return said
}

function stopOf(reason: Finish): Said['stopped'] {
  if (reason === 'length') return 'length'
  if (reason === 'content-filter') return 'refused'
  if (reason === 'interrupted' || reason === 'error') return 'broken'
  return 'itself'
}

const statuses: [RegExp, number][] = [
  [/rate_limit/u, 429],
  [/overloaded/u, 529],
  [/invalid_request/u, 400],
]

/** An error that came as an event of the stream, behind a status of success, by the type it names. */
function saidInStream(error: unknown): unknown {
  if (error instanceof Error) return error
  const body = JSON.stringify(error).slice(0, 4000)
  const status = statuses.find(([type]) => type.test(body))?.[1]
  return status === undefined
    ? new Error('the endpoint broke off with an error')
    : new StatusError(status, { headers: {}, body })
}

function plainStatus(error: unknown): unknown {
  if (!APICallError.isInstance(error) || error.statusCode === undefined || error.statusCode < 300) return error
  return new StatusError(error.statusCode, {
    headers: error.responseHeaders ?? {},
    body: (error.responseBody ?? '').slice(0, 4000),
  })
}

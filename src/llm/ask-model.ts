import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogle } from '@ai-sdk/google'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { APICallError } from 'ai'
import { ConfigError, FetchError, ReplyError } from '../errors.ts'
import type { Answer, Ask, Question } from './ask.ts'

/** `openai:…`, `anthropic:…`, `google:…`, `ollama:…`, or any model name with an OpenAI-compatible `baseUrl`. */
export type ModelSetting = { model: string; baseUrl?: string }

type Step = 'schema' | 'object' | 'plain'
type Endpoint = ReturnType<ReturnType<typeof createOpenAICompatible>['chatModel']>
const steps: Step[] = ['schema', 'object', 'plain']

// Where an endpoint refused a form, the next question starts one step down. Kept for the life of the process.
const stepOf = new Map<string, Step>()

/**
 * A model's endpoint as an `Ask`. Keys come from the environment only: `OPENAI_API_KEY`, `ANTHROPIC_API_KEY`,
 * `GOOGLE_GENERATIVE_AI_API_KEY`; `WAIKAN_MODEL_KEY` for a `baseUrl`.
 *
 * @throws {ConfigError} when the setting names no known provider or its key is missing
 */
export function askModel(
  setting: ModelSetting,
  { env, timeoutMs = 120_000 }: { env: NodeJS.ProcessEnv; timeoutMs?: number },
): Ask {
  const endpoint = openEndpoint(setting, env)
  const memory = `${setting.baseUrl ?? ''} ${setting.model}`
  return async (question) => {
    for (const step of steps.slice(steps.indexOf(stepOf.get(memory) ?? 'schema'))) {
      try {
        const answer = await askOnce(endpoint, question, { step, timeoutMs })
        stepOf.set(memory, step)
        return { ...answer, model: setting.model }
      } catch (error) {
        if (step === 'plain' || !refusesForm(error)) throw asFetchError(error, setting)
      }
    }
    throw new ReplyError(`Cannot ask model "${setting.model}": every form of question was refused`)
  }
}

function openEndpoint({ model, baseUrl }: ModelSetting, env: NodeJS.ProcessEnv): Endpoint {
  const [, provider = '', name = ''] = /^(openai|anthropic|google|ollama):(.+)$/u.exec(model) ?? []
  if (provider === 'anthropic')
    return createAnthropic({ apiKey: key(env, 'ANTHROPIC_API_KEY'), ...(baseUrl && { baseURL: baseUrl }) })(name)
  if (provider === 'google')
    return createGoogle({ apiKey: key(env, 'GOOGLE_GENERATIVE_AI_API_KEY'), ...(baseUrl && { baseURL: baseUrl }) })(
      name,
    )
  if (provider === 'ollama') return compatible('ollama', name, { baseURL: baseUrl ?? 'http://127.0.0.1:11434/v1' })
  if (provider === 'openai')
    return compatible('openai', name, {
      baseURL: baseUrl ?? 'https://api.openai.com/v1',
      apiKey: key(env, 'OPENAI_API_KEY'),
    })
  if (baseUrl)
    return compatible('endpoint', model, {
      baseURL: baseUrl,
      ...(env['WAIKAN_MODEL_KEY'] && { apiKey: env['WAIKAN_MODEL_KEY'] }),
    })
  throw new ConfigError(
    `Cannot use model "${model}": expected openai:…, anthropic:…, google:…, ollama:…, or a name with baseUrl`,
  )
}

function compatible(name: string, model: string, settings: { baseURL: string; apiKey?: string }): Endpoint {
  return createOpenAICompatible({ name, ...settings, supportsStructuredOutputs: true }).chatModel(model)
}

function key(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new ConfigError(`Cannot ask the model without its key: environment variable ${name} is not set`)
  return value
}

async function askOnce(
  endpoint: Endpoint,
  question: Question,
  { step, timeoutMs }: { step: Step; timeoutMs: number },
): Promise<Omit<Answer, 'model'>> {
  const format = {
    schema: { responseFormat: { type: 'json' as const, schema: question.schema, name: 'review' } },
    object: { responseFormat: { type: 'json' as const } },
    plain: {},
  }
  const result = await endpoint.doGenerate({
    prompt: [
      { role: 'system', content: question.prefix },
      { role: 'user', content: [{ type: 'text', text: question.material }] },
    ],
    abortSignal: AbortSignal.timeout(timeoutMs),
    maxOutputTokens: 6000,
    ...format[step],
  })
  const text = result.content
    .map((part) => (part.type === 'text' ? part.text : part.type === 'tool-call' ? part.input : ''))
    .join('')
  if (result.finishReason.unified === 'content-filter')
    throw new ReplyError('Cannot use the reply: the model refused to answer')
  if (text.trim() === '') throw new ReplyError('Cannot use the reply: it is empty')
  return {
    text,
    inputTokens: result.usage.inputTokens.total ?? null,
    outputTokens: result.usage.outputTokens.total ?? null,
    complete: result.finishReason.unified !== 'length',
  }
}

function refusesForm(error: unknown): boolean {
  return (
    APICallError.isInstance(error) &&
    (error.statusCode === 400 || error.statusCode === 422) &&
    /schema|response_format|json|format|structured/iu.test(error.responseBody ?? '')
  )
}

// Neither the cause nor the body goes on: both can repeat the request with its key.
function asFetchError(error: unknown, { model, baseUrl }: ModelSetting): Error {
  if (error instanceof ReplyError) return error
  const url = baseUrl ?? model
  if (APICallError.isInstance(error)) {
    const status = error.statusCode ?? null
    const retryable = status === null || status === 408 || status === 429 || status >= 500
    const said =
      status === null
        ? 'no answer came'
        : status < 300
          ? 'the answer is not of its protocol'
          : `the endpoint answered ${status}`
    return new FetchError(`Cannot ask model "${model}": ${said}`, {
      url,
      status,
      retryable,
      retryAfterMs: retryAfterMs(error.responseHeaders ?? {}),
    })
  }
  const timedOut = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
  return new FetchError(`Cannot ask model "${model}": ${timedOut ? 'no answer in time' : 'no readable answer came'}`, {
    url,
    retryable: true,
  })
}

/** How long an endpoint asks us to wait: `retry-after-ms`, `retry-after` in seconds or as a date. */
export function retryAfterMs(headers: Record<string, string>, nowMs: number = Date.now()): number | null {
  const exact = Number(headers['retry-after-ms'])
  if (headers['retry-after-ms'] && Number.isFinite(exact)) return Math.max(0, exact)
  const said = headers['retry-after']
  if (!said) return null
  if (/^\d+(?:\.\d+)?$/u.test(said.trim())) return Number(said) * 1000
  const at = Date.parse(said)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

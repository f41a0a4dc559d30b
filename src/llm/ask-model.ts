import { createAnthropic } from '@ai-sdk/anthropic'
import { createGoogle } from '@ai-sdk/google'
import { createOpenAICompatible } from '@ai-sdk/openai-compatible'
import { ConfigError, FetchError, ReplyError } from '../errors.ts'
import type { Ask } from './ask.ts'
import { StatusError, type Endpoint, type Form } from './endpoint.ts'
import { redactUrl } from '../text/redact-url.ts'
import { ollamaEndpoint } from './ollama-endpoint.ts'
import { retryAfterMs } from './retry-after.ts'
import { sdkEndpoint } from './sdk-endpoint.ts'

/** `openai:…`, `anthropic:…`, `google:…`, `ollama:…`, or any model name with an OpenAI-compatible `baseUrl`. */
export type ModelSetting = { model: string; baseUrl?: string | undefined }

/** Where Ollama answers unless it is told otherwise (github.com/ollama/ollama, docs/faq.md). */
const ollamaAddress = 'http://127.0.0.1:11434'

const forms: Form[] = ['schema', 'object', 'plain']

// Where an endpoint refused a form, the next question starts one step down. Kept for the life of the process.
const formOf = new Map<string, Form>()

/**
 * A model's endpoint as an `Ask`. Keys come from the environment only: `OPENAI_API_KEY`, `ANTHROPIC_API_KEY`,
 * `GOOGLE_GENERATIVE_AI_API_KEY`; `WAIKAN_MODEL_KEY` for a `baseUrl`.
 *
 * @param timeoutMs for the whole answer; with `stream` from one piece of it to the next
 * @throws {ConfigError} when the setting names no known provider or its key is missing
 */
export function askModel(
  setting: ModelSetting,
  { env, timeoutMs = 120_000, stream = false }: { env: NodeJS.ProcessEnv; timeoutMs?: number; stream?: boolean },
): Ask {
  const endpoint = openEndpoint(setting, env)
  const memory = `${setting.baseUrl ?? ''} ${setting.model}`
  return async (question) => {
    for (const form of forms.slice(forms.indexOf(formOf.get(memory) ?? 'schema'))) {
      try {
        const said = await endpoint(question, { form, stream, timeoutMs })
        formOf.set(memory, form)
        if (said.stopped === 'broken') throw new Error('the answer broke off')
        const { inputTokens, outputTokens } = said
        // A refusal was answered and is paid for: it is kept as an empty answer, never as words of a review.
        const text = said.stopped === 'refused' ? '' : withoutKeys(said.text, env)
        const complete = said.stopped !== 'length'
        return { model: setting.model, answeredBy: said.model, text, inputTokens, outputTokens, complete }
      } catch (error) {
        if (form === 'plain' || !refusesForm(error)) throw asFetchError(error, setting)
      }
    }
    throw new ReplyError(`Cannot ask model "${setting.model}": every form of question was refused`)
  }
}

function openEndpoint({ model, baseUrl }: ModelSetting, env: NodeJS.ProcessEnv): Endpoint {
  const [, provider = '', name = ''] = /^(openai|anthropic|google|ollama):(.+)$/u.exec(model) ?? []
  const at = baseUrl === undefined ? {} : { baseURL: baseUrl }
  if (provider === 'anthropic')
    return sdkEndpoint(createAnthropic({ apiKey: key(env, 'ANTHROPIC_API_KEY'), ...at })(name))
  if (provider === 'google')
    return sdkEndpoint(createGoogle({ apiKey: key(env, 'GOOGLE_GENERATIVE_AI_API_KEY'), ...at })(name))
  if (provider === 'ollama') return ollamaEndpoint({ name, baseUrl: baseUrl ?? ollamaAddress })
  if (provider === 'openai') {
    const apiKey = key(env, 'OPENAI_API_KEY')
    return compatible(name, { baseURL: baseUrl ?? 'https://api.openai.com/v1', apiKey })
  }
  if (baseUrl !== undefined) {
    const apiKey = env['WAIKAN_MODEL_KEY']
    return compatible(model, { baseURL: baseUrl, ...(apiKey && { apiKey }) })
  }
  throw new ConfigError(
    `Cannot use model "${model}": expected openai:…, anthropic:…, google:…, ollama:…, or a name with baseUrl`,
  )
}

const keyNames = ['OPENAI_API_KEY', 'ANTHROPIC_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'WAIKAN_MODEL_KEY']

// An endpoint that repeats what it was sent must not bring the key into the store.
function withoutKeys(text: string, env: NodeJS.ProcessEnv): string {
  return keyNames.reduce((bare, name) => {
    const value = env[name]
    return value && value.length >= 8 ? bare.replaceAll(value, '…') : bare
  }, text)
}

function compatible(model: string, settings: { baseURL: string; apiKey?: string }): Endpoint {
  const provider = createOpenAICompatible({
    name: 'endpoint',
    ...settings,
    supportsStructuredOutputs: true,
    includeUsage: true,
  })
  return sdkEndpoint(provider.chatModel(model))
}

function key(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name]
  if (!value) throw new ConfigError(`Cannot ask the model without its key: environment variable ${name} is not set`)
  return value
}

// As endpoints say it: "response_format …", "output_config: Extra inputs are not permitted" and words on tools (Anthropic and
// its gateways), "ChatRequest.format of type string" (Ollama before 0.5), "Failed to parse grammar" (llama.cpp).
const refusals = /schema|response_format|output_config|json|format|structured|grammar|\btool/iu
// A failure of the server is one of the form only where it says so: "model vocabulary required for format" (Ollama).
const failures = /schema|\bformat\b|grammar/iu

function refusesForm(error: unknown): boolean {
  if (!(error instanceof StatusError)) return false
  const { status, body } = error
  if (tooLong.test(body)) return false
  return status === 400 || status === 422
    ? refusals.test(body)
    : (status === 500 || status === 501) && failures.test(body)
}

const tooLong = /context|too long|maximum.{0,20}(?:tokens|length)|prompt is too/iu

// Neither the cause nor the body goes on: both can repeat the request with its key.
function asFetchError(error: unknown, { model, baseUrl }: ModelSetting): Error {
  if (error instanceof ReplyError) return error
  const url = baseUrl ?? model
  if (error instanceof StatusError) {
    const { status, headers, body } = error
    if ((status === 400 || status === 413) && tooLong.test(body))
      return new ReplyError('Cannot use the reply: the article is longer than the model can take')
    const retryable = status === 408 || status === 429 || status >= 500
    const message = `Cannot ask model "${model}": ${error.message}`
    return new FetchError(message, { url, status, retryable, retryAfterMs: retryAfterMs(headers, { body }) })
  }
  const late = error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')
  const code = networkCode(error)
  const where = baseUrl ?? (model.startsWith('ollama:') ? ollamaAddress : 'its address')
  const said = code
    ? `nothing answers at ${redactUrl(where)} (${code}); is it running?`
    : late
      ? 'no answer in time'
      : 'no readable answer came'
  return new FetchError(`Cannot ask model "${model}": ${said}`, { url, retryable: true })
}

/** The code of a connection that could not be made, wherever in the chain of causes it stands. */
function networkCode(error: unknown): string | null {
  let at = error
  for (let depth = 0; depth < 6 && at instanceof Error; depth++) {
    const { code } = at as NodeJS.ErrnoException
    if (code && /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/u.test(code)) return code
    at = at instanceof AggregateError ? at.errors[0] : at.cause
  }
  return null
}

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

type Line = {
  model?: string
  message?: { content?: string; tool_calls?: { function?: { arguments?: unknown } }[] }
  done?: boolean
  done_reason?: string
  prompt_eval_count?: number
  eval_count?: number
  error?: string
}

/**
 * A model of Ollama by its own protocol, `/api/chat`.
 *
 * Its OpenAI-compatible door cannot set the size of the context, and a prompt that is longer than the small default is
 * cut without a word (github.com/ollama/ollama, docs/faq.md, "context window").
 */
export function ollamaEndpoint({ name, baseUrl }: { name: string; baseUrl: string }): Endpoint {
  const address = `${baseUrl.replace(/\/(?:v1\/?)?$/u, '')}/api/chat`
  return async (question, manner) => {
    const late = lateSignal(manner)
    try {
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(requestOf(name, question, manner)),
        signal: late.signal,
      })
      if (!response.ok || !response.body) {
        const body = (await response.text()).slice(0, 4000)
        throw new StatusError(response.status, { headers: Object.fromEntries(response.headers), body })
      }
      return await readLines(response.body, late)
    } catch (error) {
      throw late.signal.aborted ? late.signal.reason : error
    } finally {
      late.end()
    }
  }
}

function requestOf(name: string, question: Question, { form, stream }: Manner) {
  const { prefix, material, schema } = question
  return {
    model: name,
    stream,
    messages: [
      { role: 'system', content: prefix },
      { role: 'user', content: material },
    ],
    ...(form === 'schema' && { format: schema }),
    ...(form === 'object' && { format: 'json' }),
    options: { num_ctx: contextFor(prefix + material), num_predict: maxOutputTokens },
  }
}

// One token for each two UTF-16 units covers every script; whole thousands, so that a model is not loaded anew each time.
function contextFor(prompt: string): number {
  return Math.ceil((prompt.length / 2 + maxOutputTokens) / 8192) * 8192
}

async function readLines(body: ReadableStream<Uint8Array>, late: ReturnType<typeof lateSignal>): Promise<Said> {
  const said: Said = { text: '', model: null, inputTokens: null, outputTokens: null, stopped: 'broken' }
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of body) {
    late.alive()
    rest += decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(line, said)
    if (said.text.length > maxAnswerLength || rest.length > maxAnswerLength) return { ...said, stopped: 'length' }
  }
  hear(rest, said)
  return said
}

function hear(line: string, said: Said): void {
  if (line.trim() === '') return
  const part = JSON.parse(line) as Line
  // Said in the stream, behind a status of success: as a failure of the server, which it is.
  if (part.error !== undefined) throw new StatusError(500, { headers: {}, body: String(part.error).slice(0, 4000) })
  said.text += part.message?.content ?? ''
  said.model = part.model ?? said.model
  for (const call of part.message?.tool_calls ?? []) said.text += JSON.stringify(call.function?.arguments ?? {})
  if (part.done !== true) return
  said.inputTokens = part.prompt_eval_count ?? null
  said.outputTokens = part.eval_count ?? null
  said.stopped = part.done_reason === 'length' ? 'length' : 'itself'
}

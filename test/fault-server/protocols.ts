/** A scripted reply. `pieces`: how a streamed answer is cut up; `broken`: the line breaks before its end. */
export type Said = { say: string; finish?: 'stop' | 'length'; usage?: boolean; broken?: boolean }

/** A protocol as bodies: the whole answer at once, and the lines of a streamed one. */
export type Protocol = {
  type: string
  streamType: string
  whole(said: Said): unknown
  stream(said: Said): string[]
  /** An error as an event of a stream that began with success. */
  failure(said: { type: string; message: string }): string
}

const inPieces = (text: string): string[] => text.match(/[\s\S]{1,400}/gu) ?? []
const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`

/** OpenAI's chat completions. */
export const openai: Protocol = {
  type: 'application/json',
  streamType: 'text/event-stream',
  whole: ({ say, finish = 'stop', usage = true }) => ({
    id: 'r1',
    object: 'chat.completion',
    created: 1,
    model: 'scripted',
    choices: [{ index: 0, message: { role: 'assistant', content: say }, finish_reason: finish }],
    ...(usage && { usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 } }),
  }),
  stream: ({ say, finish = 'stop', usage = true, broken }) => {
    const chunk = (delta: object, reason: string | null) =>
      event({
        id: 'r1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'scripted',
        choices: [{ index: 0, delta, finish_reason: reason }],
      })
    const said = inPieces(say).map((content) => chunk({ content }, null))
    if (broken) return said
    const counted = usage
      ? [event({ id: 'r1', choices: [], usage: { prompt_tokens: 100, completion_tokens: 50, total_tokens: 150 } })]
      : []
    return [...said, chunk({}, finish), ...counted, 'data: [DONE]\n\n']
  },
  failure: (error) => event({ error }),
}

/** Anthropic's messages. */
export const anthropic: Protocol = {
  type: 'application/json',
  streamType: 'text/event-stream',
  whole: ({ say, finish = 'stop' }) => ({
    id: 'r1',
    type: 'message',
    role: 'assistant',
    model: 'scripted',
    content: [{ type: 'text', text: say }],
    stop_reason: finish === 'stop' ? 'end_turn' : 'max_tokens',
    stop_sequence: null,
    usage: { input_tokens: 100, output_tokens: 50 },
  }),
  stream: ({ say, finish = 'stop', broken }) => {
    const named = (data: { type: string; [key: string]: unknown }) => `event: ${data.type}\n${event(data)}`
    const begin = { id: 'r1', type: 'message', role: 'assistant', model: 'scripted', content: [], stop_reason: null }
    const said = [
      named({ type: 'message_start', message: { ...begin, usage: { input_tokens: 100, output_tokens: 1 } } }),
      named({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
      ...inPieces(say).map((text) =>
        named({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
      ),
    ]
    if (broken) return said
    const reason = finish === 'stop' ? 'end_turn' : 'max_tokens'
    return [
      ...said,
      named({ type: 'content_block_stop', index: 0 }),
      named({
        type: 'message_delta',
        delta: { stop_reason: reason, stop_sequence: null },
        usage: { output_tokens: 50 },
      }),
      named({ type: 'message_stop' }),
    ]
  },
  failure: (error) => `event: error\n${event({ type: 'error', error })}`,
}

/** Ollama's own `/api/chat`. */
export const ollama: Protocol = {
  type: 'application/json',
  streamType: 'application/x-ndjson',
  whole: ({ say, finish = 'stop', usage = true }) => ({
    model: 'scripted',
    message: { role: 'assistant', content: say },
    done: true,
    done_reason: finish,
    ...(usage && { prompt_eval_count: 100, eval_count: 50 }),
  }),
  stream: ({ say, finish = 'stop', usage = true, broken }) => {
    const line = (data: object) => `${JSON.stringify({ model: 'scripted', ...data })}\n`
    const said = inPieces(say).map((content) => line({ message: { role: 'assistant', content }, done: false }))
    if (broken) return said
    const counts = usage ? { prompt_eval_count: 100, eval_count: 50 } : {}
    return [...said, line({ message: { role: 'assistant', content: '' }, done: true, done_reason: finish, ...counts })]
  },
  failure: ({ message }) => `${JSON.stringify({ error: message })}\n`,
}

/** The protocol that an endpoint's path belongs to. */
export function protocolOf(path: string): Protocol {
  if (path.endsWith('/messages')) return anthropic
  return path.endsWith('/api/chat') ? ollama : openai
}

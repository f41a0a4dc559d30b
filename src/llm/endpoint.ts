import type { Question } from './ask.ts'

/** How an answer's shape is asked for, strictest first: a JSON schema, any JSON object, in words alone. */
export type Form = 'schema' | 'object' | 'plain'

/** How to ask. `timeoutMs`: for the whole answer, with `stream` from one piece to the next. */
export type Manner = { form: Form; stream: boolean; timeoutMs: number }

/** What came back. `stopped`: by itself, at the limit of length, refused by the provider, or the line broke. */
export type Said = {
  text: string
  /** What the endpoint calls its model in the answer, `null` where it does not say. */
  model: string | null
  inputTokens: number | null
  outputTokens: number | null
  stopped: 'itself' | 'length' | 'refused' | 'broken'
}

/** One provider's model. It asks once and throws whatever went wrong: `ask-model.ts` makes our errors of it. */
export type Endpoint = (question: Question, manner: Manner) => Promise<Said>

/** Tokens an answer may have: a review needs about 1,500 in Chinese. */
export const maxOutputTokens = 6000

/** UTF-16 units after which an answer that goes on is stopped: four a token is generous in every script. */
export const maxAnswerLength = maxOutputTokens * 8

/** An endpoint answered with a status of failure. Holds nothing of the request, which has the key. */
export class StatusError extends Error {
  override name = 'StatusError'
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string

  constructor(status: number, { headers, body }: { headers: Record<string, string>; body: string }) {
    super(`the endpoint answered ${status}`)
    this.status = status
    this.headers = headers
    this.body = body
  }
}

// A stream that trickles on for ten times the patience between two pieces of it is not going to be an answer.
const patienceInAll = 10

/**
 * A signal that aborts when an answer is late: a whole one after `timeoutMs`, a streamed one when nothing came for so
 * long (`alive()` starts the time anew) or it takes ten times as long in all.
 */
export function lateSignal({ stream, timeoutMs }: Pick<Manner, 'stream' | 'timeoutMs'>) {
  const control = new AbortController()
  const expire = (): void => control.abort(new DOMException('no answer in time', 'TimeoutError'))
  let between = setTimeout(expire, timeoutMs)
  const inAll = setTimeout(expire, timeoutMs * patienceInAll)
  return {
    signal: control.signal,
    alive(): void {
      if (!stream) return
      clearTimeout(between)
      between = setTimeout(expire, timeoutMs)
    },
    end(): void {
      clearTimeout(between)
      clearTimeout(inAll)
    },
  }
}

import { countDense } from '../text/letters.ts'
import { setImmediate } from 'node:timers/promises'
import type { Answer, Ask, Question } from '../llm/ask.ts'
import { sha256 } from '../store/hash.ts'
import { answeredCall, saveModelCall } from '../store/model-calls.ts'
import type { Article } from '../types.ts'
import type { Road } from './road.ts'
import type { Reviewer } from './reviewer.ts'

/** Questions under way, by hash: two lanes with the same text ask once. */
export type UnderWay = Map<string, Promise<Answer>>
/** `version`: of the prompt, for the ledger. */
type Asking = { road: Road; reviewer: Reviewer; underWay: UnderWay; version: string }

/** Answers from the ledger where the very question was answered; else asks, and keeps the answer before it is used. */
export function remembering(article: Article, { road, reviewer, underWay, version }: Asking): Ask {
  const askAndKeep = async (hash: string, question: Question): Promise<Answer> => {
    const answer = await reviewer.ask(question)
    if (reviewer.model === 'replay') return answer
    saveModelCall(road.store, {
      hash,
      articleId: article.id,
      revision: article.revision,
      sourceId: article.sourceId,
      model: answer.model,
      promptVersion: version,
      askedAt: road.now(),
      inputTokens: answer.inputTokens,
      outputTokens: answer.outputTokens,
      price: priceOf(reviewer, {
        input: answer.inputTokens ?? tokensIn(question.prefix + question.material),
        output: answer.outputTokens ?? tokensIn(answer.text),
      }),
      complete: answer.complete,
      reply: answer.text,
    })
    // One turn of the event loop: answers that lie in the sockets of other lanes are kept before the checks take the thread.
    await setImmediate()
    return answer
  }
  return async (question) => {
    const hash = sha256([reviewer.model, question.prefix, question.material].join('\n\0'))
    const known = reviewer.model === 'replay' ? null : answeredCall(road.store, hash)
    if (known) {
      const { model, reply, inputTokens, outputTokens, complete } = known
      return { model, text: reply, inputTokens, outputTokens, complete }
    }
    const same = underWay.get(hash)
    if (same) return same
    const asked = askAndKeep(hash, question).finally(() => underWay.delete(hash))
    underWay.set(hash, asked)
    return asked
  }
}

/** In the currency of the configured prices. */
export function priceOf({ price }: Pick<Reviewer, 'price'>, tokens: { input: number; output: number }): number {
  return (tokens.input * price.input + tokens.output * price.output) / 1_000_000
}

/** An estimate for endpoints that do not count: one token for a Han, kana or Hangul sign, one for four others. */
export function tokensIn(text: string): number {
  const wide = countDense(text)
  return wide + Math.ceil((text.length - wide) / 4)
}

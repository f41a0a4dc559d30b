import { FetchError } from '../../errors.ts'
import type { Answer, Ask } from '../../llm/ask.ts'
import type { Article, Claim, Instant, Language, Term } from '../../types.ts'
import { makeCard } from '../card/make-card.ts'
import { cutEvidence, proveSentences, proveTogether, sentencesOf, type Checks } from '../prove.ts'
import { readReply, type Reply } from '../reply.ts'
import { reviewArticle } from '../review.ts'

/** A model to measure. Prices are of a million tokens. */
export type Measured = { name: string; ask: Ask; price: { input: number; output: number } }

export type MeasureOptions = {
  checks: Checks
  readerLanguage: Language
  terms: Term[]
  now: () => Instant
  /** Milliseconds, for latencies. */
  clock: () => number
}

/** One question with how long its answer took, in milliseconds. Tokens are `null` where the endpoint did not count; `empty`: a refusal, or no words. */
export type Call = {
  ms: number
  inputTokens: number | null
  outputTokens: number | null
  answeredAs: string | null
  empty: boolean
}

/** A sentence of the model's first answer that the checks refuse. */
export type Refused = { text: string; checks: string[]; reasons: string[] }

/** What one article came to. */
export type Outcome = {
  articleId: string
  headline: string
  calls: Call[]
  /** Sentences of the first answer, and those of them that were refused. */
  drafted: number
  refused: Refused[]
  /** Quotes cited in the first answer, and those that stand letter for letter in the cited passage. */
  quotes: number
  exactQuotes: number
  /** What would have been published. */
  published: Claim[]
  heldBecause: string | null
  /** The endpoint gave no answer. */
  error: string | null
}

/** Review each article with a model, keeping what its first answer was worth before anything was mended. */
export async function measureModel(
  articles: Article[],
  model: Measured,
  options: MeasureOptions & { progress?: (done: number, total: number) => void },
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const article of articles) {
    outcomes.push(await measureOne(article, model, options))
    options.progress?.(outcomes.length, articles.length)
  }
  return outcomes
}

async function measureOne(article: Article, model: Measured, options: MeasureOptions): Promise<Outcome> {
  const calls: Call[] = []
  const answers: Answer[] = []
  const ask: Ask = async (question) => {
    const start = options.clock()
    const answer = await model.ask(question)
    const { inputTokens, outputTokens, answeredBy = null, text } = answer
    const ms = options.clock() - start
    calls.push({ ms, inputTokens, outputTokens, answeredAs: answeredBy, empty: text.trim() === '' })
    answers.push(answer)
    return answer
  }
  const { readerLanguage, checks, terms, now } = options
  const card = makeCard(article, readerLanguage)
  const bare = { articleId: article.id, headline: article.headline, calls, published: [], heldBecause: null }
  try {
    const review = await reviewArticle(article, { ask, card, checks, terms, now, readerLanguage, model: model.name })
    const { claims, heldBecause } = review
    return { ...bare, ...(await judgeDraft(answers[0], article, options)), published: claims, heldBecause, error: null }
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    return { ...bare, ...(await judgeDraft(answers[0], article, options)), error: error.message }
  }
}

type Draft = Pick<Outcome, 'drafted' | 'refused' | 'quotes' | 'exactQuotes'>

/** The first answer as the model gave it: how many of its sentences and quotes stand. */
async function judgeDraft(answer: Answer | undefined, article: Article, options: MeasureOptions): Promise<Draft> {
  const reply = answer ? tryReply(answer.text) : null
  if (!reply) return { drafted: 0, refused: [], quotes: 0, exactQuotes: 0 }
  const sentences = sentencesOf(reply)
  const alone = await proveSentences(sentences, article, options)
  const together = proveTogether(alone.claims, article, options.checks)
  const cited = sentences.flatMap(([, sentence]) => sentence.evidence)
  const exact = cited.filter((one) => {
    const cut = cutEvidence(one, article, new Set())
    return cut !== null && cut.quote === one.quote
  })
  const refused = [...alone.failed, ...together.failed].map(({ text, reasons, checks }) => ({ text, checks, reasons }))
  return { drafted: sentences.length, refused, quotes: cited.length, exactQuotes: exact.length }
}

function tryReply(text: string): Reply | null {
  try {
    return readReply(text)
  } catch {
    // An answer that is no review has no sentences; that it was of no use is in `heldBecause`.
    return null
  }
}

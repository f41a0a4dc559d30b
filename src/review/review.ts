import { ReplyError } from '../errors.ts'
import { slugify } from '../text/slug.ts'
import { sentencesOf as splitSentences } from '../text/compare-texts.ts'
import type { Article, Claim, Review, Term } from '../types.ts'
import { findAddressing } from './find-addressing.ts'
import { proveFraming } from './framing.ts'
import { heldWords, type HeldReason } from './held-words.ts'
import { takeNotes } from './notes.ts'
import { promptPrefix, promptVersion, writeMaterial, type Material } from './prompt.ts'
import { proveSentences, proveTogether, sentencesOf, type Failed } from './prove.ts'
import { readReply, replySchema, type Reply } from './reply.ts'
import type { ReviewOptions, Asking } from './asking.ts'

/**
 * Review an article: one question, every sentence proved or dropped, one re-ask with the failing sentences only.
 *
 * A long text is read in parts whose notes are proved first; the review is then made from proved notes alone. An article
 * too thin or a reply too poor gives a review without claims whose `heldBecause` says why, in the reader's words.
 *
 * @throws {FetchError} when the model's endpoint gave no answer; nothing is lost by asking again later
 */
export async function reviewArticle(article: Article, options: ReviewOptions): Promise<Review> {
  const thin = article.optOut ? 'opted-out' : tooThin(article)
  if (thin) return held(thin, article, options)
  const asking = { ask: options.ask, names: namesOf(article) }
  try {
    const long = article.passages.reduce((sum, passage) => sum + passage.text.length, 0) > (options.longText ?? 40_000)
    const material = long ? await takeNotes(article, asking, options) : writeMaterial(article, options)
    const first = await askUsable(asking, material)
    return await finish(first, { article, asking, material, options })
  } catch (error) {
    if (error instanceof CutPrompt) return held('cut-prompt', article, options)
    if (error instanceof ReplyError) return held(options.model === 'replay' ? 'no-reply' : 'unusable', article, options)
    throw error
  }
}

type Work = { article: Article; asking: Asking; material: Material; options: ReviewOptions }

async function finish(first: Reply, { article, asking, material, options }: Work): Promise<Review> {
  let { claims, failed } = await proveAll(first, article, options)
  if (failed.length > 0 && options.model !== 'replay') {
    const again = await askAgain(asking, material, failed)
    if (again) claims = fill(claims, (await proveAll(again, article, options)).claims, failed)
  }
  // The second answer's sentences have to stand beside the first's too.
  claims = atMost(mostSentences, proveTogether(claims, article, options.checks).claims)
  const parts = new Set(claims.map((claim) => claim.part))
  const summaries = claims.filter((claim) => claim.part === 'summary').length
  if (!parts.has('headline') || !parts.has('lede') || summaries < 2) return held('unproved', article, options)
  return {
    ...blank(article, options),
    claims,
    terms: first.terms.filter((term) => isTerm(term, article)),
    framing: proveFraming(first.framing, article, options.card),
    last: first.last,
  }
}

// Three to six sentences of summary and up to six of commentary are asked for: what a talkative model adds is left out.
const mostSentences = 6

function atMost(most: number, claims: Claim[]): Claim[] {
  const counts: Partial<Record<Claim['part'], number>> = {}
  return claims.filter(({ part }) => (counts[part] = (counts[part] ?? 0) + 1) <= most)
}

// A term is a name or an expression: a sentence in its place would be printed unproved.
function isTerm({ original, reader }: Term, { passages }: Article): boolean {
  const short = original.length <= 80 && reader.length <= 40
  const plain = !/[。！？!?<>]|https?:|\.\s|[，,；;].*[，,；;]/u.test(reader)
  return short && plain && passages.some(({ text }) => text.includes(original))
}

async function proveAll(
  reply: Reply,
  article: Article,
  options: ReviewOptions,
): Promise<{ claims: Claim[]; failed: Failed[] }> {
  const alone = await proveSentences(sentencesOf(reply), article, options)
  const together = proveTogether(alone.claims, article, options.checks)
  return { claims: together.claims, failed: [...alone.failed, ...together.failed] }
}

function blank(article: Article, { model, readerLanguage, now }: ReviewOptions): Review {
  const leftOut = findAddressing(article.passages).map(({ id }) => id)
  return {
    articleId: article.id,
    revision: article.revision,
    language: readerLanguage,
    model,
    promptVersion,
    reviewedAt: now(),
    claims: [],
    terms: [],
    framing: [],
    last: null,
    heldBecause: null,
    ...(leftOut.length > 0 && { leftOut }),
  }
}

function held(reason: HeldReason, article: Article, options: ReviewOptions): Review {
  return { ...blank(article, options), heldBecause: heldWords(reason, options.readerLanguage) }
}

/** Two long sentences are a blurb too: three are asked for in a summary alone. */
const fewestSentences = 3

// Below 60 words or 120 characters there is nothing to review: a blurb, of which a summary would be an invention.
function tooThin(article: Article): HeldReason | null {
  const { verdict } = article.completeness
  if (verdict === 'not-text') return 'not-text'
  if (verdict === 'teaser' || verdict === 'wall') return 'teaser'
  const short = article.length.words / 60 + article.length.characters / 120 < 1
  return short || splitSentences(article).length < fewestSentences ? 'too-short' : null
}

/** The names by which the replay finds what was written by hand about an article: its headline first, which a correction changes. */
export function namesOf(article: Article): string[] {
  const last = new URL(article.url).pathname.split('/').filter(Boolean).at(-1) ?? ''
  return [article.itemKey, slugify(article.headline), last.replace(/\.\w+$/u, ''), article.id]
}

/** The model says it received less than it was sent: what it writes is about another text. */
class CutPrompt extends Error {}

/** Ask, and once more when the answer is of no use; the second question says what was wrong with the first answer. */
async function askUsable(asking: Asking, material: Material): Promise<Reply> {
  try {
    return await askOnce(asking, material, material.text)
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error
    return askOnce(asking, material, `${material.text}\nYour first answer could not be used: ${error.message}`)
  }
}

async function askAgain(asking: Asking, material: Material, failed: Failed[]): Promise<Reply | null> {
  try {
    return await askOnce(asking, material, `${material.text}\n${complaint(failed)}`)
  } catch (error) {
    // What was proved of the first answer stands without the second.
    if (error instanceof ReplyError || error instanceof CutPrompt) return null
    throw error
  }
}

async function askOnce({ ask, names }: Asking, { last }: Material, text: string): Promise<Reply> {
  const answer = await ask({ prefix: promptPrefix, material: text, schema: replySchema, names })
  if (!answer.complete) throw new ReplyError('Cannot use the reply: it was cut off for length')
  if (answer.text.trim() === '') throw new ReplyError('Cannot use the reply: it is empty')
  const reply = readReply(answer.text)
  if (reply.last.replace(/\W/gu, '') !== last) throw new CutPrompt()
  return reply
}

function complaint(failed: Failed[]): string {
  const lines = failed.map(({ at, text, reasons }) => `${at}: ${JSON.stringify(text)}: ${reasons.join('; ')}`)
  return `These sentences of your first answer could not be proved (c1 is the headline, c2 the lede, then summary and commentary in order). Answer again in full, same number of sentences, with these mended:\n${lines.join('\n')}`
}

/** Take from the second answer only the sentences that failed in the first. */
function fill(claims: Claim[], again: Claim[], failed: Failed[]): Claim[] {
  const said = new Set(claims.map((claim) => claim.text))
  const wanted = new Set(failed.map((one) => `${one.at} ${one.part}`))
  const mended = again
    .filter((claim) => wanted.has(`${claim.id} ${claim.part}`) && !said.has(claim.text))
    .map((claim): Claim => ({
      ...claim,
      state: claim.state === 'verified' ? 'repaired' : claim.state,
      repairs: [...(claim.repairs ?? []), 'written anew by the model after the first could not be proved'],
    }))
  return [...claims, ...mended].toSorted((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)))
}

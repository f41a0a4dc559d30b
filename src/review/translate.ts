import { z } from 'zod'
import { ReplyError } from '../errors.ts'
import { baseLanguage } from '../text/base-language.ts'
import { stripInvisible } from '../text/clean.ts'
import type { Ask } from '../llm/ask.ts'
import type { Article, Finding, Instant, Language, ParallelText, Passage, Term, TranslatedPassage } from '../types.ts'
import { checkTranslation } from './check/check-translation.ts'
import { findAddressing } from './find-addressing.ts'
import { partsOf } from './notes.ts'
import { translationPrefix, translationVersion, writeTranslationPart } from './prompt.ts'
import { repairText } from './repair.ts'
import { readObject, schemaOf } from './reply.ts'
import { namesOf } from './review.ts'

export type TranslateOptions = {
  ask: Ask
  /** The model as the configuration names it: printed with the translation. */
  model: string
  readerLanguage: Language
  /** The site's own terms and those of the article's review, so that a name has one form on a page. */
  terms: Term[]
  now: () => Instant
  /** Translations of an earlier revision by the text of the original: what did not change is not asked again. */
  known: Map<string, string>
}

/** Whether there is anything to translate: a text, in another language, of an outlet that lets machines read it. */
export function isTranslatable({ passages, language, optOut }: Article, readerLanguage: Language): boolean {
  const isForeign = language !== null && baseLanguage(language) !== baseLanguage(readerLanguage)
  return passages.length > 0 && isForeign && !optOut
}

/**
 * Translate an article passage by passage; each translation is checked against its own passage.
 *
 * A passage that fails is asked for once more with the reasons; one that fails again stays untranslated, with its findings.
 * Never throws for a poor reply: then every passage stays untranslated.
 *
 * @throws {FetchError} when the model's endpoint gave no answer; nothing is lost by asking again later
 */
export async function translateArticle(article: Article, options: TranslateOptions): Promise<ParallelText> {
  const all = translatedParts(article)
  const refused = new Set(findAddressing(all).map(({ id }) => id))
  const done = new Map<string, TranslatedPassage>()
  for (const passage of all) {
    if (refused.has(passage.id)) done.set(passage.id, untranslated(passage.id, toSoftware))
    else {
      // What stands around it may have changed, and with it what the checks say.
      const known = proveOne(options.known.get(passage.text), passage, { article, ...options })
      if (known.text !== null) done.set(passage.id, known)
    }
  }
  const wanted = all.filter(({ id }) => !done.has(id))
  for (const passages of partsOf(wanted, longestPart))
    if (passages.length > 0) for (const one of await translatePart(passages, article, options)) done.set(one.id, one)
  return {
    articleId: article.id,
    revision: article.revision,
    language: options.readerLanguage,
    model: options.model,
    promptVersion: translationVersion,
    translatedAt: options.now(),
    passages: all.map(({ id }) => done.get(id) ?? untranslated(id, missing)),
  }
}

/** UTF-16 units of one question: its answer stays well below what endpoints let a model write in one go. */
const longestPart = 6000

const toSoftware: Finding = { check: 'injection', tier: 'blocking', message: 'the passage speaks to software' }
const missing: Finding = { check: 'length', tier: 'blocking', message: 'the reply has no translation of the passage' }

const untranslated = (id: string, ...findings: Finding[]): TranslatedPassage => ({ id, text: null, findings })

/** Headline and standfirst are translated like passages. */
function translatedParts({ headline, standfirst, passages }: Article): Passage[] {
  const line = (id: string, text: string | null): Passage[] => (text ? [{ id, kind: 'paragraph', text }] : [])
  return [...line('headline', headline), ...line('standfirst', standfirst), ...passages]
}

async function translatePart(
  passages: Passage[],
  article: Article,
  options: TranslateOptions,
): Promise<TranslatedPassage[]> {
  const material = writeTranslationPart(article, { passages, ...options })
  const first = prove(await askFor(material, article, options), passages, { article, ...options })
  const failed = first.filter(({ text }) => text === null)
  if (failed.length === 0 || options.model === 'replay') return first
  const again = passages.filter(({ id }) => failed.some((one) => one.id === id))
  const part = writeTranslationPart(article, { passages: again, ...options })
  const second = prove(await askFor(`${part}\n${complaint(failed)}`, article, options), again, { article, ...options })
  return first.map((one) => second.find(({ id }) => id === one.id) ?? one)
}

const replyShape = z.object({
  translation: z.array(z.object({ passage: z.coerce.string(), text: z.string().transform(stripInvisible) })),
})
const replySchema = schemaOf(replyShape)

/** What the model wrote for each passage; nothing where the answer cannot be used. */
async function askFor(material: string, article: Article, { ask }: TranslateOptions): Promise<Map<string, string>> {
  try {
    const answer = await ask({ prefix: translationPrefix, material, schema: replySchema, names: namesOf(article) })
    const { translation } = readObject(answer.text, replyShape)
    // Of an answer that was cut off the last passage that can be read may be a part of itself.
    const whole = answer.complete && isClosed(answer.text) ? translation : translation.slice(0, -1)
    return new Map(whole.map(({ passage, text }) => [passage, text]))
  } catch (error) {
    if (error instanceof ReplyError) return new Map()
    throw error
  }
}

/** Whether something closes what holds the last text: some endpoints call an answer complete that was cut. */
function isClosed(reply: string): boolean {
  return reply.lastIndexOf('}') > reply.lastIndexOf('text')
}

type Proving = { article: Article; readerLanguage: Language; terms: Term[] }

function prove(said: Map<string, string>, passages: Passage[], proving: Proving): TranslatedPassage[] {
  const original = new Map(passages.map(({ id, text }) => [id, text]))
  // One text under two passages that differ belongs to one of them at most, and nobody knows to which.
  const doubled = (id: string): boolean =>
    [...said].some(([other, text]) => text === said.get(id) && original.get(other) !== original.get(id))
  return passages.map((passage) => proveOne(doubled(passage.id) ? undefined : said.get(passage.id), passage, proving))
}

function proveOne(said: string | undefined, passage: Passage, proving: Proving): TranslatedPassage {
  const text = said === undefined ? '' : repairText(said, proving.readerLanguage)
  if (text === '') return untranslated(passage.id, missing)
  const findings = checkTranslation(text, passage, proving)
  return { id: passage.id, text: findings.some(({ tier }) => tier === 'blocking') ? null : text, findings }
}

function complaint(failed: TranslatedPassage[]): string {
  const lines = failed.map(({ id, findings }) => `${id}: ${findings.map(({ message }) => message).join('; ')}`)
  return `Your first translation of these passages could not be used. Translate them again with this mended:\n${lines.join('\n')}`
}

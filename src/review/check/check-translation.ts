import { countDense } from '../../text/letters.ts'
import { sentenceSpans } from '../../text/sentences.ts'
import type { Article, Finding, Language, Passage, Term } from '../../types.ts'
import { figuresLeftOut, type FigureContext } from '../figures/check-figures.ts'
import { readDates } from '../figures/dates.ts'
import { checkStatement } from './check-claim.ts'
import { checkStyle } from './check-style.ts'
import talk from './data/translator-talk.json' with { type: 'json' }
import { checkBelonging } from './translation/check-belonging.ts'
import { checkHearsay } from './translation/check-hearsay.ts'
import { checkRoles } from './translation/check-roles.ts'
import type { Statement } from './statement.ts'

type Translating = { article: Article; readerLanguage: Language; terms: Term[] }
type Common = Omit<FigureContext, 'sources'>

/**
 * Check the translation of one passage against that passage: nothing added, no figure, year or speech left out, as long as
 * it ought to be, and written in the reader's language. What the outlet does itself (judging, repeating, odd signs) is no
 * fault of ours. The sense is compared sentence by sentence, where both have as many: denied for affirmed is blocking.
 */
export function checkTranslation(text: string, passage: Passage, translating: Translating): Finding[] {
  const { article, readerLanguage, terms } = translating
  const sourceLanguage = article.language ?? 'en'
  const common = { sourceLanguage, readerLanguage, published: article.publishedAt, terms }
  const whole: Statement = {
    ...common,
    text,
    kind: 'translation',
    evidence: [{ passage: passage.id, quote: null }],
    passages: [passage, ...article.passages.filter(({ id }) => id !== passage.id)],
    headline: [article.headline, article.standfirst ?? ''].join('\n'),
  }
  const added = checkStatement(whole).filter(({ tier }) => tier === 'blocking')
  const own = new Set(checkStyle(passage.text, styleOf(sourceLanguage)).map(({ check }) => check))
  const style = checkStyle(text, readerLanguage).filter(({ check }) => !outletsOwn.has(check) && !own.has(check))
  return [
    ...added,
    ...style,
    ...sense(whole, passage),
    ...checkBelonging(text, passage, {
      passages: article.passages,
      source: sourceLanguage,
      reader: readerLanguage,
      terms,
    }),
    ...leftOut(text, passage, common),
    ...wrongCells(text, passage, common),
    ...wrongLength(text, passage),
    ...strange(text, passage),
  ]
}

// What an outlet may write: a judgement, a refrain, "imagine this". Talk of a translator is looked for apart.
const outletsOwn = new Set(['verdict', 'repetition', 'leak'])

const styleOf = (language: Language): string => (language.startsWith('zh') ? 'zh-Hans' : 'en')

const block = (check: string, message: string): Finding => ({ check, tier: 'blocking', message })

/** One sentence against one sentence: in a passage, one's "not" would be another's "no longer". */
function sense(whole: Statement, { id, text }: Passage): Finding[] {
  const [theirs, ours] = [sentencesOf(text, whole.sourceLanguage), sentencesOf(whole.text, whole.readerLanguage)]
  if (theirs.length !== ours.length) return []
  const [source, reader] = [whole.sourceLanguage, whole.readerLanguage]
  const found = theirs.flatMap((sentence, at) =>
    checkStatement({ ...whole, text: ours[at] ?? '', passages: [{ id, text: sentence }] }),
  )
  const handed = theirs.flatMap((sentence, at) => [
    ...checkHearsay(ours[at] ?? '', sentence, { source, reader }),
    ...checkRoles(ours[at] ?? '', sentence, { source, terms: whole.terms }),
  ])
  const advice = found.filter(({ tier }) => tier === 'advice')
  return [
    ...advice.map((finding): Finding => (turned.has(finding.check) ? { ...finding, tier: 'blocking' } : finding)),
    ...handed,
  ]
}

/** What turns a sentence round. In a review it is advice, for a claim sums up; a translation has no reason to. */
const turned = new Set(['negation', 'quantifier', 'modality'])

function sentencesOf(text: string, language: Language): string[] {
  return sentenceSpans(text, language)
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((one) => /[\p{L}\p{N}]/u.test(one))
}

/** Figures and years of the passage that the translation does not have, and speech that is nobody's any more. */
function leftOut(text: string, passage: Passage, common: Common): Finding[] {
  const figures = figuresLeftOut(text, passage.text, common)
  const told = readDates(text, common.readerLanguage)
  const years = [...readDates(passage.text, common.sourceLanguage).years].filter(
    (year) => !says(text, year, told.years),
  )
  const speech = spoken.test(passage.text) && !/["“”「」『』‘’«»]/u.test(text)
  return [
    ...[...figures, ...years].map((one) => block('number', `"${one}" of the passage is not in the translation`)),
    ...(speech ? [block('quote_marks', 'somebody speaks in the passage, and in the translation nobody does')] : []),
  ]
}

// A year may become "last year" or 98年: then the last two digits or a word for years are there.
function says(text: string, year: number, years: Set<number>): boolean {
  return years.has(year) || text.includes(String(year % 100)) || /[今去前明后昨][年岁]|本年|同年|当年/u.test(text)
}

/** Speech of four words, or of eight signs where words stand without spaces. */
const spoken = /[“"„«](?:[^\s”"»“]+\s+){3,}[^”"»“]*[”"»“]|「[^」]{8,}」|“[^”\s]{8,}”/u

/** Cells stay in their places: as many of them, each with its own figures. */
function wrongCells(text: string, { kind, text: original }: Passage, common: Common): Finding[] {
  if (kind !== 'table-row') return []
  const [theirs, ours] = [original.split(' | '), text.split(' | ')]
  if (theirs.length !== ours.length)
    return [block('length', `has ${ours.length} cells where the row has ${theirs.length}`)]
  return theirs
    .flatMap((cell, at) => figuresLeftOut(ours[at] ?? '', cell, common))
    .map((figure) => block('number', `"${figure}" of the row is not in its cell`))
}

/**
 * A Han, kana or Hangul sign says as much as three letters, from news in both languages. Less than half of that lost sentences, more than 1.7 times won some; a name or a word that has
 * to be explained may take some eight signs beside.
 */
const denseSign = 3
const leastShare = 0.5
const mostShare = 1.7
const beside = 24

function wrongLength(text: string, passage: Passage): Finding[] {
  const [original, ours] = [weigh(passage.text), weigh(text)]
  if (ours >= original * leastShare - beside && ours <= original * mostShare + beside) return []
  return [block('length', `has ${text.length} signs where the passage has ${passage.text.length}`)]
}

function weigh(text: string): number {
  return text.length + (denseSign - 1) * countDense(text)
}

const translatorsTalk = new RegExp(talk.join('|'), 'iu')
const link = /https?:|www\.|\b[\w-]+\.(?:com|org|net|cn|example)\b/iu

/** What no outlet wrote: a translator's own words, or a link that the passage does not have. */
function strange(text: string, passage: Passage): Finding[] {
  return [
    ...(translatorsTalk.test(text) ? [block('leak', 'a phrase of the translator')] : []),
    ...(link.test(text) && !link.test(passage.text) ? [block('markup', 'a link that the passage does not have')] : []),
  ]
}

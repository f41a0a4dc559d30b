import { sentencesOf as splitSentences } from '../../text/compare-texts.ts'
import type { Article, Finding, Language, Passage, Term } from '../../types.ts'
import { figuresLeftOut, type FigureContext } from '../figures/check-figures.ts'
import { checkStatement } from './check-claim.ts'
import { checkStyle } from './check-style.ts'

type Translating = { article: Article; readerLanguage: Language; terms: Term[] }

/**
 * Check the translation of one passage against that passage: nothing added, no figure left out, as long as it ought to be,
 * and written in the reader's language. What the outlet does itself (judging, repeating, odd signs) is no fault of ours.
 */
export function checkTranslation(text: string, passage: Passage, translating: Translating): Finding[] {
  const { article, readerLanguage, terms } = translating
  const sourceLanguage = article.language ?? 'en'
  const common = { sourceLanguage, readerLanguage, published: article.publishedAt, terms }
  const added = checkStatement({
    ...common,
    text,
    kind: 'translation',
    evidence: [{ passage: passage.id, quote: null }],
    passages: [passage, ...article.passages.filter(({ id }) => id !== passage.id)],
    headline: [article.headline, article.standfirst ?? ''].join('\n'),
  })
  // The sense of a sentence is compared with a sentence: in a passage of several, one's "not" is another's "no longer".
  const comparable = added.filter(({ tier }) => tier === 'blocking' || isOneSentence(passage, sourceLanguage))
  const own = new Set(checkStyle(passage.text, styleOf(sourceLanguage)).map(({ check }) => check))
  const style = checkStyle(text, readerLanguage).filter(({ check }) => !outletsOwn.has(check) && !own.has(check))
  const talk: Finding[] = translatorsTalk.test(text)
    ? [{ check: 'leak', tier: 'blocking', message: 'a phrase of the translator' }]
    : []
  return [
    ...comparable,
    ...leftOut(text, passage, common),
    ...wrongLength(text, passage, translating),
    ...style,
    ...talk,
  ]
}

// What an outlet may write: a judgement, a refrain, "imagine this". Talk of a translator is looked for apart.
const outletsOwn = new Set(['verdict', 'repetition', 'leak'])

const translatorsTalk =
  /以下(?:是|为)[^。]{0,8}(?:译文|翻译)|译文(?:如下|[:：])|翻译如下|译(?:者)?注[:：]|here is the translation|translator['’]s note/iu

const isOneSentence = (passage: Passage, language: Language): boolean =>
  splitSentences({ passages: [passage], language }).length === 1

const styleOf = (language: Language): string => (language.startsWith('zh') ? 'zh-Hans' : 'en')

/** Figures of the passage that the translation does not have. */
function leftOut(text: string, passage: Passage, common: Omit<FigureContext, 'sources'>): Finding[] {
  return figuresLeftOut(text, passage.text, common).map((figure) => ({
    check: 'number',
    tier: 'blocking',
    message: `"${figure}" of the passage is not in the translation`,
  }))
}

/**
 * Signs that one reader's text takes for one of the original's, from news in both languages: a Chinese text has a third of
 * an English one's letters, and a translation that has less than half or more than twice of that lost or added sentences.
 */
const signsFor = { dense: 1, spaced: 3 }
const shortest = 40

function wrongLength(text: string, passage: Passage, { article, readerLanguage }: Translating): Finding[] {
  const weight = (language: Language) => (/^(?:zh|ja|ko)/u.test(language) ? signsFor.spaced : signsFor.dense)
  const original = passage.text.length * weight(article.language ?? 'en')
  const ours = text.length * weight(readerLanguage)
  if (original < shortest * signsFor.spaced || (ours > original / 2 && ours < original * 2)) return []
  const message = `has ${text.length} signs where the passage has ${passage.text.length}`
  return [{ check: 'length', tier: 'blocking', message }]
}

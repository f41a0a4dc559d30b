import { countHanAndKana } from '../../text/letters.ts'
import type { Article, Language, Passage } from '../../types.ts'
import { speechVerbs } from './data/speech-verbs.ts'
import { findQuotations, type Quotation } from './find-quotations.ts'

/** Is a run in quotation signs more than a title or two words held up with tongs? */
function isSpeechLong({ evidence }: Quotation): boolean {
  const dense = countHanAndKana(evidence.quote)
  return dense > 0 ? dense >= 5 : evidence.quote.trim().split(/\s+/u).length >= 3
}

/**
 * Everything that may be somebody's own words, whether or not the card could say whose: quotations of three words and
 * more, lines that a dash opens. Where there is none, nobody is quoted.
 */
export function mayBeSpeech(passages: Passage[]): { passage: string; quote: string }[] {
  const quoted = findQuotations(passages).filter(isSpeechLong)
  const dashed = passages.filter(({ text }) => /^[—–-]\s?[¡¿]?\p{L}/u.test(text))
  return [...quoted.map(({ evidence }) => evidence), ...dashed.map(({ id, text }) => ({ passage: id, quote: text }))]
}

/** Sentences with a verb of speech; `null` for a language whose verbs we do not know. */
export function speechSentences(article: Article): { passage: string; text: string }[] | null {
  const verbs = speechVerbs[baseOf(article.language)]
  if (!verbs) return null
  const edge = /[\p{Script=Han}\p{Script=Hangul}]/u.test(verbs[0] ?? '') ? ['', ''] : ['(?<!\\p{L})', '(?!\\p{L})']
  const verb = new RegExp(`${edge[0]}(?:${verbs.join('|')})${edge[1]}`, 'iu')
  return article.passages.flatMap(({ id, text }) =>
    text
      .split(/(?<=[。！？])|(?<=[.!?]["”’»]?)\s+(?=[\p{Lu}“"«„])/u)
      .filter((sentence) => verb.test(sentence))
      .map((sentence) => ({ passage: id, text: sentence })),
  )
}

/**
 * May anybody but `known` be named as a speaker? True unless every sentence with a verb of speech is free of other
 * capitalised words; scripts without capitals and German, whose nouns have them, cannot be told.
 */
export function mayNameOthers(article: Article, known: string | null): boolean {
  const sentences = speechSentences(article)
  if (sentences === null || ['de', 'zh', 'ja', 'ko'].includes(baseOf(article.language))) return true
  const ours = new Set(known?.split(/\s+/u) ?? [])
  return sentences.some(({ text }) => {
    const [, ...inside] = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
    const first = /^["“«„]?\p{Lu}\p{Ll}+\s+(?:\p{Lu}|\p{Ll}+\s)/u.exec(text)?.[0].trim() ?? ''
    return inside.some((word) => /^\p{Lu}\p{Ll}/u.test(word) && !ours.has(word)) || /\s\p{Lu}/u.test(first)
  })
}

function baseOf(language: Language | null): string {
  return language?.split('-')[0] ?? ''
}

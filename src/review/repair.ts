import { cleanLine } from '../text/clean.ts'
import { findQuote } from '../text/find-quote.ts'
import type { Article, Language } from '../types.ts'
import type { ReplySentence } from './reply.ts'

type Cited = ReplySentence['evidence'][number]
type Context = { article: Article; refused: Set<string>; language: Language }

/**
 * Mend what has one right form that the program can know, and say what was mended.
 *
 * Never touches a word, a figure or a name: only markup, marks and spaces of the sentence, and where a quote stands.
 */
export function repairSentence(
  sentence: ReplySentence,
  context: Context,
): { sentence: ReplySentence; repairs: string[] } {
  const repairs: string[] = []
  const evidence = sentence.evidence.flatMap((one) => {
    const mended = repairCited(one, context)
    if (mended.said !== null) repairs.push(mended.said)
    return mended.cited
  })
  const text = repairText(sentence.text, context.language)
  if (text !== sentence.text.trim()) repairs.push('marks, spaces or markup of the sentence put right')
  return { sentence: { ...sentence, text, evidence }, repairs }
}

const han = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]'
const halfMarks: [RegExp, string][] = [
  [new RegExp(`(?<=${han}|[”」』）》])\\s*,\\s*`, 'gu'), '，'],
  [new RegExp(`(?<=${han}|[”」』）》])\\s*;\\s*`, 'gu'), '；'],
  [new RegExp(`(?<=${han}|[”」』）》])\\s*:\\s*(?=${han}|[“「『])`, 'gu'), '：'],
  [new RegExp(`(?<=${han}|[”」』）》])\\s*\\?`, 'gu'), '？'],
  [new RegExp(`(?<=${han}|[”」』）》])\\s*!`, 'gu'), '！'],
  [new RegExp(`(?<=${han}|[”」』）》])\\.$`, 'u'), '。'],
  [new RegExp(`(?<=${han}) +(?=${han})`, 'gu'), ''],
]

/** Put right the marks, spaces and markup of one line in the reader's language, and take out signs that nobody sees; no word, figure or name. */
export function repairText(text: string, language: Language): string {
  const bare = cleanLine(text)
    .replace(/\*\*(.+?)\*\*/gu, '$1')
    .replace(/`([^`]+)`/gu, '$1')
    .replace(/^(?:[-*•]|\d{1,2}[.)、])\s+/u, '')
    .replace(/\s+/gu, ' ')
  if (!/^(?:zh|ja)/u.test(language)) return bare
  const marked = halfMarks.reduce((mended, [pattern, mark]) => mended.replace(pattern, mark), bare)
  return curlQuotes(marked)
}

// Straight quotation signs in pairs; one left over is not guessed at.
function curlQuotes(text: string): string {
  const signs = text.match(/"/gu)?.length ?? 0
  if (signs === 0 || signs % 2 === 1) return text
  let open = false
  return text.replace(/"/gu, () => {
    open = !open
    return open ? '“' : '”'
  })
}

function repairCited(cited: Cited, { article, refused }: Context): { cited: Cited[]; said: string | null } {
  const wanted = passageId(cited.passage)
  const at = (id: string): string | null => article.passages.find((one) => one.id === id)?.text ?? null
  const stands = (id: string, quote: string): boolean => {
    const text = at(id)
    return text !== null && !refused.has(id) && findQuote(text, quote) !== null
  }
  if (stands(wanted, cited.quote)) {
    const said = wanted === cited.passage ? null : `passage "${cited.passage}" read as ${wanted}`
    return { cited: [{ ...cited, passage: wanted }], said }
  }
  const halves = cited.quote.split(/\s*(?:\[?(?:\.{3}|…+)\]?)\s*/u).filter((half) => half.trim() !== '')
  if (halves.length > 1 && halves.every((half) => stands(wanted, half))) {
    return {
      cited: halves.map((quote) => ({ passage: wanted, quote })),
      said: 'a quote with an omission cut in its parts',
    }
  }
  const others = article.passages.filter(({ id }) => stands(id, cited.quote))
  // A short quote may stand elsewhere by chance; ten signs that stand in one other passage do not.
  if (others.length === 1 && others[0] && cited.quote.length >= 10)
    return {
      cited: [{ ...cited, passage: others[0].id }],
      said: `a quote cited from ${wanted} stands in ${others[0].id}`,
    }
  return { cited: [cited], said: null }
}

function passageId(said: string): string {
  const digits = /^\W*p?\.?\s*(\d+)\W*$/iu.exec(said)?.[1]
  return digits === undefined ? said : `p${Number(digits)}`
}

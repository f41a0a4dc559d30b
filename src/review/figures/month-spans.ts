import { monthNames } from './data/date-words.ts'
import { numberWords } from './data/number-words.ts'
import { screened } from './screened.ts'
import { toNumber, type Dates } from './told-dates.ts'

const names = Object.keys(monthNames).join('|')
const words = (language: string): string =>
  Object.entries(numberWords[language] ?? {})
    .filter(([, value]) => value >= 2 && value <= 11)
    .map(([word]) => word)
    .join('|')
const count = `(\\d{1,2}|${['en', 'de', 'fr', 'es'].map(words).join('|')})`

/** The first so many months, in the languages that put a number into their middle. */
const opening = screened([
  new RegExp(`\\b(?:first|opening) ${count} months\\b`, 'giu'),
  new RegExp(`\\bersten ${count} Monaten?\\b`, 'giu'),
  new RegExp(`\\b(?:${count} premiers|premiers ${count}) mois\\b`, 'giu'),
  new RegExp(`\\b(?:${count} primeros|primeros ${count}) meses\\b`, 'giu'),
])
const closing = screened([
  new RegExp(`\\b(?:last|final|closing) ${count} months of (?:the|last|this|\\d{4})`, 'giu'),
  new RegExp(
    `\\b(?:letzten|${count} derniers|últimos) ${count} (?:Monaten? des Jahres|mois de l['’]année|meses del año)`,
    'giu',
  ),
])
const fromTo = screened([
  new RegExp(
    `(?<!\\p{L})(?:(?:from|between|von|zwischen|de|entre) )?(${names})(?: (?:to|and|through|until|bis|und|à|et|a|y) |[-–—])(${names})(?!\\p{L})`,
    'giu',
  ),
])
const hanCount = '\\d{1,2}|[二两三四五六七八九]|十[一]?'
const opensEast = new RegExp(
  `(?<=^|[年，。、；：在的期度内])[前头頭]\\s?(${hanCount})\\s?(?:个|個|か|カ|ヶ)月|첫 ?(\\d{1,2}|석|세|여섯|아홉) ?(?:개월|달)`,
  'gu',
)
const fromToEast =
  /(?<![\d.])(\d{1,2})\s?[月월]?\s?(?:份)?(?:至|到|[-—–～〜~]{1,2}|から|부터 ?)\s?(\d{1,2})\s?[月월](?!\s?\d{1,2}\s?[日일号])/gu
const quarters =
  /[前头]\s?([二两三]|[23])\s?个?季度|第?1\s?[～〜~-]\s?第?([23])\s?四半期|\b(?:first|ersten|premiers|primeros) (two|three|zwei|drei|deux|trois|dos|tres) (?:quarters|Quartalen?|trimestres)\b|\b(deux|trois|dos|tres) (?:premiers|primeros) trimestres\b/giu
screened([quarters])

const koreanCounts: Record<string, number> = { 석: 3, 세: 3, 여섯: 6, 아홉: 9 }
const allWords = Object.assign({}, ...['en', 'de', 'fr', 'es'].map((one) => numberWords[one])) as Record<string, number>
function valueOf(said: string | undefined): number {
  if (said === undefined) return 0
  return koreanCounts[said] ?? allWords[said.toLowerCase()] ?? toNumber(said.replace('两', '二'))
}

/** Quarters and halves of a year by their first and last month. */
const named: Record<string, string> = {
  '1-3': 'q1', '4-6': 'q2', '7-9': 'q3', '10-12': 'q4', '1-6': 'h1', '7-12': 'h2', '1-9': 'q1-3',
} // prettier-ignore

/**
 * Months that a text tells as a run from the first to the last: "the first eight months", 1月至8月, « de janvier à août »,
 * 前三季度. The words stay where they are: the months are read from them too.
 *
 * @returns runs as `1-8`
 */
export function monthSpansOf(text: string, may: (pattern: RegExp) => boolean): Set<string> {
  const spans = new Set<string>()
  const every = (pattern: RegExp, use: (match: RegExpMatchArray) => void): void => {
    if (may(pattern)) for (const match of text.matchAll(pattern)) use(match)
  }
  const add = (first: number, last: number): void =>
    void (first >= 1 && last <= 12 && first < last && spans.add(`${first}-${last}`))
  for (const pattern of [...opening, opensEast]) every(pattern, (m) => add(1, valueOf(m[1] ?? m[2])))
  for (const pattern of closing) every(pattern, (m) => add(13 - valueOf(m[2] ?? m[1]), 12))
  for (const pattern of fromTo)
    every(pattern, (m) => add(monthNames[(m[1] ?? '').toLowerCase()] ?? 0, monthNames[(m[2] ?? '').toLowerCase()] ?? 0))
  every(fromToEast, (m) => add(Number(m[1]), Number(m[2])))
  every(quarters, (m) => add(1, 3 * valueOf(m.slice(1).find((one) => one !== undefined))))
  return spans
}

/** Months of a run told as such, and the quarter or half that it makes, beside what a text tells otherwise. */
export function withSpans(dates: Dates): Dates {
  if (dates.spans.size === 0) return dates
  const spans = [...dates.spans]
  return {
    ...dates,
    parts: new Set([...dates.parts, ...spans.flatMap((span) => named[span] ?? [])]),
  }
}

/** So many months as lengths, for 前八个月 beside "January to August". In seconds. */
export const spanLengths = (dates: Dates): number[] =>
  [...dates.spans, ...Object.keys(named).filter((span) => dates.parts.has(named[span] ?? ''))].map((span) => {
    const [first = 0, last = 0] = span.split('-').map(Number)
    return (last - first + 1) * 30.436875 * 86_400
  })

/** First and last months of the runs that both tell. */
export function edgesOfShared(ours: Dates, theirs: Dates): Set<number> {
  const shared = [...ours.spans].filter((span) => theirs.spans.has(span) || theirs.parts.has(named[span] ?? 'none'))
  return new Set(shared.flatMap((span) => span.split('-').map(Number)))
}

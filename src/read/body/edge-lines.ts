import { foldLetters } from '../../text/letters.ts'
import { readGate } from '../completeness/gate-words.ts'
import { beginsLikeByline } from '../metadata/names.ts'
import { tellsMore } from '../tells-more.ts'
import type { Line } from './lines.ts'
import { endsWithDuration, isAboutAuthor, isByline, isPrompt, isTailLine } from './prompt-rules.ts'

/** What stands around a report: lines out of the kept ones, each with the rule that took it. */
export type Trimmed = { line: Line; rule: string }

const mostAtEnd = 6
const longestShort = 120
const longestPlace = 40
const longestHead = 160

/**
 * Take bylines, dates and credits from above a report, and from below it who worked on it and whom to write to.
 *
 * Above is what stands before the second paragraph, as a standfirst may come first; below are at most six lines, from
 * the last one up to the first that is text. Changes `lines`.
 *
 * @param authors names as the page's metadata gives them
 */
export function trimEdges(lines: Line[], authors: string[]): Trimmed[] {
  const names = new Set(authors.map(foldLetters))
  return [...trimTop(lines, names), ...trimNames(lines, names), ...trimEnd(lines)]
}

/** A line that is nothing but an author's name is a byline wherever it stands. */
function trimNames(lines: Line[], authors: Set<string>): Trimmed[] {
  const taken = lines
    .filter(({ kind, text }) => kind === 'paragraph' && text.length <= longestShort && authors.has(foldLetters(text)))
    .map((line) => ({ line, rule: 'byline' }))
  remove(lines, taken)
  return taken
}

function trimTop(lines: Line[], authors: Set<string>): Trimmed[] {
  const taken: Trimmed[] = []
  const prose = lines.filter((line) => line.prose)
  const until = prose[1] ? lines.indexOf(prose[1]) : 0
  for (const line of lines.slice(0, until)) {
    const rule = topRule(line, authors, taken.length > 0)
    if (rule) taken.push({ line, rule })
  }
  remove(lines, taken)
  return taken
}

function topRule(line: Line, authors: Set<string>, began: boolean): string | null {
  const { text, kind, prose, size } = line
  if (isHead(text, authors) || namesAuthor(text, authors)) return 'byline'
  if (prose) return isStressed(line) && isTailLine(text) ? 'about-the-report' : null
  if (kind === 'heading' || kind === 'list-item' || kind === 'quote' || size > longestShort) return null
  if (authors.has(foldLetters(text)) || isByline(text)) return 'byline'
  if (isDate(text)) return 'date'
  if (isCredit(text)) return 'credit'
  if (endsWithDuration(text)) return 'duration'
  return began && text.length <= longestPlace && !/[.!?:。！？]$/u.test(text) ? 'beside-byline' : null
}

/** "By Ada Quay · 5 March 2026 · 2 min. read": a byline, and beside it nothing but date and length. */
function isHead(text: string, authors: Set<string>): boolean {
  if (text.length > longestHead) return false
  const [first = '', ...rest] = text.split(/\s*[·•|]\s*/u)
  if (rest.length === 0 || !(authors.has(foldLetters(first)) || isByline(first))) return false
  return rest.every((part) => isDate(part) || endsWithDuration(part) || readingTime.test(part))
}

/** "By our correspondent Ada Quay in Salt Harbour": a word for "by", an author, and no sentence. */
function namesAuthor(text: string, authors: Set<string>): boolean {
  if (text.length > longestShort || /[.!?:]$/u.test(text) || !beginsLikeByline(text)) return false
  const said = foldLetters(text)
  return [...authors].some((name) => name.length >= 4 && said.includes(name))
}

// "2 min. leestijd", "Lesezeit: 3 Minuten": few letters and one number.
const readingTime = /^(?=\D*\d{1,3}\D*$)(?=.*\bmin)[\p{L}\d\s.:]{5,30}$/iu

/** What is asked of a reader for the rest is no part of the report; somebody's own words are. */
function isGateLine({ text, kind }: Line): boolean {
  if (kind !== 'paragraph' || text.length > longestShort || /["“„«»「『”]/u.test(text)) return false
  const gate = readGate(text)
  return gate === 'alone' || gate === 'gate'
}

function trimEnd(lines: Line[]): Trimmed[] {
  const taken: Trimmed[] = []
  while (taken.length < mostAtEnd && lines.length > 2) {
    const line = lines.at(-1)
    const rule = line ? endRule(line) : null
    if (!line || !rule) break
    taken.push({ line, rule })
    lines.pop()
  }
  return taken
}

function endRule(line: Line): string | null {
  const { text, kind } = line
  if (kind === 'heading') return taken(text)
  if (isPrompt(text) || isGateLine(line)) return 'prompt'
  if (isTailLine(text)) return 'about-the-report'
  if (isByline(text)) return 'byline'
  if (text.length <= longestShort && isDate(text)) return 'date'
  if (endsWithDuration(text)) return 'duration'
  if (!line.prose && isCredit(text)) return 'credit'
  if (startsStressed(line) && isAboutAuthor(text)) return 'about-the-author'
  return isStressed(line) && text.length <= 60 && !/[.!?。！？"”’»」]$/u.test(text) ? 'signature' : null
}

function taken(text: string): string | null {
  return isPrompt(text) || isTailLine(text) ? 'prompt' : null
}

function remove(lines: Line[], taken: Trimmed[]): void {
  if (taken.length === 0) return
  const gone = new Set(taken.map(({ line }) => line))
  const kept = lines.filter((line) => !gone.has(line))
  lines.length = 0
  for (const line of kept) lines.push(line)
}

/** "22.04.2024", "Heute, 12:37 Uhr", "21. Mai 2026": few letters, many digits, no sentence. */
export function isDate(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  if (digits < 3 || text.length > 70 || tellsMore(text)) return false
  const stamp = /\d{4}|\d{1,2}[:.h]\d{2}|\d{1,2}[./-]\d{1,2}|[年月日]|년|월/u.test(text)
  const words = text.match(/[\p{L}\p{M}]{2,}/gu)?.length ?? 0
  return stamp && words <= 8 && (text.match(/\p{L}/gu)?.length ?? 0) <= digits * 4 + 6
}

/** "Ada Quay/dpa", "Ada Quay / Harbour Photos": two names with a stroke between. */
function isCredit(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}.'’ -]{1,40}\s?\/\s?[\p{L}\p{M}.'’ -]{2,30}(?:\s?\/\s?[\p{L}\p{M}.'’ -]{2,30})?$/u.test(
    text,
  )
}

/** Is every word of this line set off, in bold or italics? */
export function isStressed({ pieces }: Line): boolean {
  return pieces.every((piece) => piece.stress !== null || piece.text.trim() === '')
}

function startsStressed({ pieces }: Line): boolean {
  return pieces.find((piece) => piece.text.trim() !== '')?.stress !== null
}

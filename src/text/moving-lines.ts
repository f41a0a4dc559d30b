import data from './data/moving-lines.json' with { type: 'json' }
import { isCalendarWord, isTimeWord } from './fold-words.ts'

const figure = String.raw`\(?\p{Nd}[\p{Nd}.,:'’\s]*(?:\s?(?:%|k|m|mio|mln|tsd|tys|тыс|万|萬|천|만)\.?(?![\p{L}\p{M}]))?\)?`
const longest = 140
const longestBox = 160

let compiled: { lines: RegExp[]; label: RegExp } | undefined

/** Compiled when first asked for: most pages are not looked at for what changed in them. */
function patterns(): { lines: RegExp[]; label: RegExp } {
  const all = (lists: Record<string, string[]>): string[] => Object.values(lists).flat()
  compiled ??= {
    lines: all(data.lines).map((line) => new RegExp(`^(?:${fill(line)})$`, 'u')),
    label: new RegExp(`^(?:${all(data.labels).join('|')})\\s*[:：|–—-]\\s*\\S`, 'u'),
  }
  return compiled
}

function fill(line: string): string {
  return line.replaceAll('#', figure).replaceAll('@', '(?<when>.*\\p{Nd}.*)')
}

function plain(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").replace(/[‐-―]/gu, '-').toLowerCase().trim()
}

/**
 * Does a sentence only say what a page counts or dates anew at each visit, as `1,234 people are reading this now`, `Shared 45
 * times` or `Today is Monday, 23 November 2026`?
 *
 * The whole sentence has to be such a line of `data/moving-lines.json`: a figure with any other word beside it may be what was
 * reported (ADR 321).
 */
export function isMovingLine(sentence: string): boolean {
  if (sentence.length > longest || !/\p{L}/u.test(sentence)) return false
  const said = plain(sentence).replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{M}\p{N}%]+$/gu, '')
  return patterns().lines.some((line) => {
    const found = line.exec(said)
    const when = found?.groups?.['when']
    return found !== null && (when === undefined || isTime(when))
  })
}

// 10:15, 23.11.2026, 23/11/2026, 2026-11-23
const clock = /\p{Nd}[:.h]\p{Nd}{2}|\p{Nd}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2}/u

/** A day or a time of day, and not a figure of hours: it has a clock, a date or a name of the calendar. */
function isTime(when: string): boolean {
  const words = when.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.every(isTimeWord) && (clock.test(when) || words.some(isCalendarWord))
}

/** Does a short passage begin with a label of what stands beside a report, as `Most read:` or `Advertisement:`? */
export function isLabelledBox(text: string): boolean {
  return text.length <= longestBox && patterns().label.test(plain(text))
}

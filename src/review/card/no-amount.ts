import words from './data/figure-words.json' with { type: 'json' }
import { hanSigns } from './han-numbers.ts'
import type { Standing } from './what-is-counted.ts'

const anyOf = (list: string[]): string => list.map((word) => word.replaceAll('.', '\\.')).join('|')
const sentenceStart = /(?:^|[.!?…:;–—"“„«»(\n])\s*$/u
const label = new RegExp(`(?<!\\p{L})(?:${anyOf(words.labels)})\\.?\\s?$|(?:(?<!\\p{L})n[.°º]+|№)\\s?$`, 'iu')

/**
 * Is a number part of a name, as in "Boeing 737", "Interstate 80", "page 12"? A word with a capital inside a sentence
 * is a name, and so is one at its head that the text has inside a sentence elsewhere. German nouns tell nothing.
 */
export function isNamed({ before, base }: Standing, whole: string): boolean {
  if (label.test(before)) return true
  const word = /(?<![\p{L}'’-])(\p{Lu}[\p{L}\p{M}-]*)\s$/u.exec(before)?.[1]
  if (word === undefined || base === 'de' || calendarNames(base).has(word.toLowerCase())) return false
  if (!sentenceStart.test(before.slice(0, -word.length - 1)) || /^\p{Lu}{2,}$/u.test(word)) return true
  return new RegExp(`[\\p{Ll},] ${word}(?!\\p{L})`, 'u').test(whole)
}

const denied = new RegExp(`(?<!\\p{L})(?:${anyOf(words.negations)})\\s$|(?:不是|并非|而非|並非)\\s?$`, 'iu')
const number = '(?<![\\d.,])\\d[\\d.,]*'
const rangeBefore = new RegExp(`${number}\\s(?:${anyOf(words.ranges)})\\s$`, 'iu')
const rangeAhead = new RegExp(`^\\s(?:${anyOf(words.through)})\\s\\p{Sc}?\\d`, 'iu')
const atHour = new RegExp(`(?<!\\p{L})(?:${anyOf(words.atHours)})\\s$`, 'iu')
const ofClock = /^\s\p{L}+\s(?:GMT|UTC|locales?|loc[ai]l|du matin|du soir|de la (?:mañana|tarde|noche)|утра|вечера)/u

const minus = new RegExp(
  `(?<!\\p{L})(?:${anyOf(words.minus)})\\s$|(?:${anyOf(words.minusBeside)})\\s?$|(?:^|[^\\p{L}\\p{N}])[-−–—]$`,
  'iu',
)
const belowZero = new RegExp(`^\\s?\\P{P}{0,24}?(?:${anyOf(words.belowZero)})`, 'iu')
const endOfRange = new RegExp(
  `[\\p{Nd}${hanSigns}]\\s?\\P{P}{0,3}\\s?(?:[-−–—~～〜]|至|到|から|에서)\\s?\\p{Sc}?$`,
  'u',
)
const beginOfRange = new RegExp(`^\\s?\\P{P}{0,3}?(?:[-−–—~～〜]|至|到|から|에서)\\s?\\p{Sc}?[\\p{Nd}${hanSigns}]`, 'u')
// 第三届, 三人目: a place in a row.
const ordinalBefore = /第\s?$/u
const ordinalAhead = /^目(?!标|標|的|光|录|録)/u

/** Does a number stand below zero, or is it one end of a range ("1–2 million")? Without its sign or its other end it is another. */
function isPartOfNumber({ before, rest }: Standing): boolean {
  return minus.test(before) || belowZero.test(rest) || endOfRange.test(before) || beginOfRange.test(rest)
}

/** Is a number denied ("not 500 but 300"), one end of a range, an hour of the day or a day of a month? */
export function isNoAmount(standing: Standing, counts: string | null): boolean {
  const { before, number: text, rest, base } = standing
  const month = /^\.?\s(\p{L}+)/u.exec(rest)?.[1]?.toLowerCase()
  return (
    denied.test(before) ||
    rangeBefore.test(before) ||
    rangeAhead.test(rest) ||
    isPartOfNumber(standing) ||
    ordinalBefore.test(before) ||
    ordinalAhead.test(rest.slice(counts?.length ?? 0)) ||
    /^(?:ではなく|이 아니라|가 아니라)/u.test(rest.slice(counts?.length ?? 0)) ||
    (month !== undefined && calendarNames(base).has(month)) ||
    (words.hours.includes(counts ?? '') && Number(text) <= 24 && (atHour.test(before) || ofClock.test(rest)))
  )
}

const calendars = new Map<string, Set<string>>()

/** Names of months and weekdays in a language, long and short, from the runtime. */
function calendarNames(base: string): Set<string> {
  const known = calendars.get(base)
  if (known) return known
  const names = new Set<string>()
  for (const style of ['long', 'short'] as const) {
    const format = new Intl.DateTimeFormat(base, { day: 'numeric', month: style, weekday: style, timeZone: 'UTC' })
    for (let day = 0; day < 365; day++) {
      for (const { type, value } of format.formatToParts(Date.UTC(2026, 0, 1 + day)))
        if (type === 'month' || type === 'weekday') names.add(value.toLowerCase())
    }
  }
  calendars.set(base, names)
  return names
}

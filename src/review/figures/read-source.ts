import type { Language } from '../../types.ts'
import { clockFigures } from './clock-lengths.ts'
import { readDates } from './dates.ts'
import type { Dates } from './told-dates.ts'
import { spanLengths } from './month-spans.ts'
import { readFigures } from './read-figures.ts'
import type { Figure } from './figure.ts'

/** What a source says in figures, read when it is asked for: most sentences need only a part of it. */
export type Source = {
  dates: () => Dates
  /** Figures outside of dates. */
  undated: () => Figure[]
  /** With those of dates, marked `inDate`. */
  all: () => Figure[]
}

const read = new Map<string, Source>()

/** Dates and figures of a source. The claims of one review have few sources: the last ones are kept. */
export function readSource(written: string, language: Language): Source {
  const text = language.startsWith('ja') ? withLengths(written) : written
  const key = `${language} ${text}`
  const known = read.get(key)
  if (known) return known
  const dates = once(() => readDates(text, language))
  const undated = once(() => [
    ...readFigures(dates().rest, language),
    ...clockFigures([...dates().lengths, ...spanLengths(dates())]),
  ])
  const all = once(() => [
    ...undated(),
    ...readFigures(datedPart(text, dates().rest), language).map((one) => ({ ...one, inDate: true })),
  ])
  const made = { dates, undated, all }
  if (read.size >= 32) read.clear()
  read.set(key, made)
  return made
}

/** 懲役2年6月: a sentence of court says 月 for a length of months. */
const withLengths = (text: string): string =>
  text.replace(/((?:懲役|禁錮|拘禁刑)\s?[\d０-９]{1,2}年)([\d０-９]{1,2})月/gu, '$1$2か月')

function once<T>(make: () => T): () => T {
  let made: { it: T } | null = null
  return () => (made ??= { it: make() }).it
}

/** What stands around a date may say what its number counts. */
const aroundDate = 30

// Figures of dates count as figures too; what stands further from a date has been read already.
function datedPart(text: string, rest: string): string {
  const parts: string[] = []
  let [from, to] = [0, 0]
  for (let at = 0; at < text.length; at++) {
    if (text[at] === rest[at]) continue
    if (at - aroundDate > to) {
      parts.push(text.slice(from, to))
      from = at - aroundDate
    }
    to = at + aroundDate
  }
  return [...parts, text.slice(from, to)].join('\n')
}

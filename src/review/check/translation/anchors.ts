import type { Term } from '../../../types.ts'
import { readDates } from '../../figures/dates.ts'
import { readFigures } from '../../figures/read-figures.ts'
import { dense } from '../data/countries.ts'
import { entitiesOf } from '../entities.ts'

/** What a text and its translation have in common whatever the language: names, countries, days, figures, a question. By what each is worth. */
export type Anchors = Map<string, number>

type Languages = { source: string; reader: string; terms: Term[] }

const worth = { term: 3, country: 2, day: 2, figure: 2, latin: 2, question: 1, speech: 1 }

/** The anchors of a passage of the outlet. */
export function anchorsOf(text: string, { source, terms }: Languages): Anchors {
  const named = terms.filter(({ original }) => hasName(text, original)).map(({ reader }) => `term ${reader}`)
  const countries = countriesOf(source).filter((entity) => entity.source.test(text))
  return new Map([
    ...named.map((name): [string, number] => [name, worth.term]),
    ...countries.map(({ code }): [string, number] => [`country ${code}`, worth.country]),
    ...common(text, source),
  ])
}

/** The anchors of a translation. */
export function anchorsOfTranslation(text: string, { source, reader, terms }: Languages): Anchors {
  const named = terms.filter((term) => saysName(text, term.reader)).map((term) => `term ${term.reader}`)
  return new Map([
    ...named.map((name): [string, number] => [name, worth.term]),
    ...countriesIn(text, source).map((code): [string, number] => [`country ${code}`, worth.country]),
    ...common(text, reader),
  ])
}

// 哥伦比亚特区 is no country, nor is 约旦河西岸 one.
const noCountry = /^(?:特区|河|大学|广场|大街|公司|报)/u

/** Countries by what the reader calls them, longer names first: 印度 is not in 印度尼西亚. */
function countriesIn(text: string, source: string): string[] {
  let rest = text
  return entitiesOf(baseOf(source)).flatMap(({ reader, code }) => {
    const at = rest.indexOf(reader)
    if (at === -1) return []
    const behind = rest.slice(at + reader.length)
    rest = rest.replaceAll(reader, '＿'.repeat(reader.length))
    return code && !noCountry.test(behind) ? [code] : []
  })
}

/** 俄军 and 乌方 name their countries by one sign. */
export function mayName(text: string, anchor: string): boolean {
  const [kind, code = ''] = anchor.split(' ')
  return kind === 'country' && (dense[code] ?? []).some((sign) => text.includes(sign))
}

function countriesOf(language: string): { reader: string; source: RegExp; code: string }[] {
  return entitiesOf(baseOf(language)).flatMap(({ reader, source, code }) => (code ? [{ reader, source, code }] : []))
}

const baseOf = (language: string): string => language.split('-')[0] ?? 'en'

const hasName = (text: string, original: string): boolean =>
  text.includes(original) || original.split(/\s+/u).some((word) => word.length > 3 && text.includes(word))
const saysName = (text: string, reader: string): boolean =>
  reader.split(/[·・\s]/u).some((part) => part.length > 1 && text.includes(part))

// "At 7.05", as the British print an hour: its translation has no such number.
const clock = /^(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d)/u

function common(text: string, language: string): [string, number][] {
  const dates = readDates(text, language)
  const figures = readFigures(dates.rest, language).filter(
    (one) => one.form === 'digits' && one.value > 2 && !(one.family === 'count' && clock.test(one.text)),
  )
  const latin = text.match(/(?<![\p{L}\d])[A-Z]{2,6}(?![\p{L}\d])/gu) ?? []
  return [
    ...[...dates.weekdays].map((day): [string, number] => [`weekday ${day}`, worth.day]),
    ...[...dates.months].map((month): [string, number] => [`month ${month}`, worth.day]),
    ...[...dates.years].map((year): [string, number] => [`year ${year}`, worth.day]),
    ...figures.map(({ value }): [string, number] => [`figure ${Number(value.toPrecision(4))}`, worth.figure]),
    ...latin.map((word): [string, number] => [`latin ${word}`, worth.latin]),
    ...(/[?？]/u.test(text) ? [['question', worth.question] as [string, number]] : []),
    ...(/[“"„«「『]/u.test(text) ? [['speech', worth.speech] as [string, number]] : []),
  ]
}

import { isAscii } from '../../text/letters.ts'
import words from './date-words.json' with { type: 'json' }
import monthNames from './month-names.json' with { type: 'json' }

/** The names of the months by language: twelve groups with a space between, the forms of a name with a stroke between. */
const tables: { [locale: string]: string } = monthNames
const known = new Map<string, Map<string, number>>()
const extra = new Map(Object.entries(words.months).map(([word, month]) => [fold(word), month]))

/**
 * The month (1–12) a word means, in any of the languages of `month-names.json`; case, dots and inflection do not matter.
 *
 * Some words mean different months in different languages (`listopad`: November, in Croatian October): the page's
 * language decides, and without it such a word means none.
 */
export function monthOf(word: string, language: string | null): number | null {
  const bare = fold(word)
  if (bare === '') return null
  const own = language?.toLowerCase().split('-')[0] ?? null
  if (own === null || !Object.hasOwn(tables, own)) return everywhere().get(bare) ?? null
  // Hebrew writes "in" onto the month.
  const bases = own === 'he' ? [bare, bare.replace(/^ב/u, '')] : [bare]
  return bases.map((one) => namesIn(own).get(one) ?? english().get(one) ?? extra.get(one)).find((at) => at) ?? null
}

let all: Map<string, number> | null = null

/** Words that mean one month in every language that has them; built once, when a page needs it. */
function everywhere(): Map<string, number> {
  if (all) return all
  const found = new Map(extra)
  const doubtful = new Set<string>()
  for (const locale in tables)
    for (const [word, month] of namesIn(locale)) {
      if (found.has(word) && found.get(word) !== month && !extra.has(word)) doubtful.add(word)
      if (!found.has(word)) found.set(word, month)
    }
  for (const word of doubtful) if (!english().has(word)) found.delete(word)
  all = found
  return found
}

function english(): Map<string, number> {
  return namesIn('en')
}

/** The month names of one language, alone and in a date, long and short: a table, as asking the runtime for all took 70 ms. */
function namesIn(locale: string): Map<string, number> {
  const at = known.get(locale)
  if (at) return at
  const names = new Map<string, number>()
  for (const [index, forms] of (tables[locale] ?? '').split(' ').entries())
    for (const name of forms.split('|')) if (name !== '') names.set(name, index + 1)
  known.set(locale, names)
  return names
}

function fold(word: string): string {
  if (isAscii(word)) return word.toLowerCase().replace(/[^a-z0-9]+/g, '')
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, '')
}

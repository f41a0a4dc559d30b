import words from './date-words.json' with { type: 'json' }

const known = new Map<string, Map<string, number>>()
const extra = new Map(Object.entries(words.months).map(([word, month]) => [fold(word), month]))

/**
 * The month (1–12) a word means, in any of the languages of `date-words.json`; case, dots and inflection do not matter.
 *
 * Some words mean different months in different languages (`listopad`: November, in Croatian October): the page's
 * language decides, and without it such a word means none.
 */
export function monthOf(word: string, language: string | null): number | null {
  const bare = fold(word)
  if (bare === '') return null
  const own = language?.toLowerCase().split('-')[0] ?? null
  const locale = own === null ? undefined : words.locales.find((one) => one === own)
  if (locale === undefined) return everywhere().get(bare) ?? null
  // Hebrew writes "in" onto the month.
  const bases = locale === 'he' ? [bare, bare.replace(/^ב/u, '')] : [bare]
  return bases.map((one) => namesIn(locale).get(one) ?? english().get(one) ?? extra.get(one)).find((at) => at) ?? null
}

let all: Map<string, number> | null = null

/** Words that mean one month in every language that has them; built once, when a page needs it. */
function everywhere(): Map<string, number> {
  if (all) return all
  const found = new Map(extra)
  const doubtful = new Set<string>()
  for (const locale of words.locales)
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

/** The month names of one language as the Unicode data (CLDR) has them: alone and in a date, long and short. */
function namesIn(locale: string): Map<string, number> {
  const at = known.get(locale)
  if (at) return at
  const names = new Map<string, number>()
  const tag = `${locale}-u-ca-gregory-nu-latn`
  for (const month of ['long', 'short'] as const)
    for (const day of [undefined, 'numeric'] as const) {
      const format = new Intl.DateTimeFormat(tag, { month, day, timeZone: 'UTC' })
      for (let index = 0; index < 12; index++) {
        const part = format.formatToParts(Date.UTC(2026, index, 5)).find((one) => one.type === 'month')
        const name = fold(part?.value ?? '')
        // "1月" and the like are read by their number.
        if (name.length >= 2 && !/^\d/u.test(name) && !names.has(name)) names.set(name, index + 1)
      }
    }
  known.set(locale, names)
  return names
}

function fold(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\d]+/gu, '')
}

import type { Language, Mention, Passage } from '../../types.ts'
import hanRegions from './data/han-regions.json' with { type: 'json' }
import regions from './data/regions.json' with { type: 'json' }
import { ambiguous, countryAliases, placeColumns, placeRows } from './data/places.ts'
import { mentions, type Hit } from './mentions.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Codes of ISO 3166-1 that the runtime names and that are no countries or territories of the news. */
const noCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
/** Words of place that make an ambiguous name a place. */
const placeBefore =
  /(?:^|\s)(?:in|from|to|near|across|of|into|à|au|en|aux|de|nach|aus|bei|desde|a|em|no|na|na|в|из|w|z)\s$/iu

/** What may follow a place's name in Korean without making it another word. */
const koParticle =
  /^(?:[^가-힣]|$|(?:은|는|이|가|을|를|의|에|에서|에는|와|과|도|로|으로|만|까지|부터|산|측|인)(?![가-힣]))/u

/** What places are called in the article's language, with the reader's form of each, and the pattern that finds them. */
type Places = { names: Map<string, string | null>; pattern: RegExp }
const known = new Map<string, Places>()

function countries(language: Language): [string, string][] {
  const base = language.split('-')[0] ?? 'en'
  const found: [string, string][] = Object.entries(countryAliases[base] ?? {})
  for (const style of ['long', 'short'] as const) {
    const names = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' })
    for (const a of letters) {
      for (const b of letters) {
        const name = noCountry.has(a + b) ? undefined : names.of(a + b)
        if (!name) continue
        found.push([name.replace(/\s*[(（].*[)）]$/u, ''), a + b])
      }
    }
  }
  return found
}

const countrySets = new Map<Language, Set<string>>()

/** The names of all countries and territories in a language, asked of the runtime once. */
export function countryNames(language: Language): Set<string> {
  const had = countrySets.get(language) ?? new Set(countries(language).map(([name]) => name))
  if (countrySets.size >= 200) countrySets.clear()
  countrySets.set(language, had)
  return had
}

// Both tables are asked for once a pair of languages: Intl.DisplayNames costs about 20 ms for all codes.
function placeNames(language: Language, reader: Language): Places {
  const key = `${language} ${reader}`
  const had = known.get(key)
  if (had) return had
  const names = namesOfPlaces(language, reader)
  const forms = [...names.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
  const places = { names, pattern: new RegExp(forms.join('|'), 'gu') }
  // A page may call its language what it likes (en-x-1, en-x-2).
  if (known.size >= 200) known.clear()
  known.set(key, places)
  return places
}

function namesOfPlaces(language: Language, reader: Language): Places['names'] {
  const names: Places['names'] = new Map()
  const from = placeColumns.indexOf(language.split('-')[0] ?? 'en')
  const to = placeColumns.indexOf(reader.split('-')[0] ?? 'zh')
  for (const row of placeRows) names.set(row[from === -1 ? 0 : from] ?? '', to === -1 ? null : (row[to] ?? null))
  for (const name of regionsOf(language)) if (!names.has(name)) names.set(name, isSame(language, reader) ? name : null)
  const inReader = new Intl.DisplayNames(reader, { type: 'region', style: 'short', fallback: 'none' })
  for (const [name, code] of countries(language)) if (name.length > 1) names.set(name, inReader.of(code) ?? null)
  for (const name of names.keys()) if (/^\p{Lu}{2}$/u.test(name) || name === '') names.delete(name)
  return names
}

/** Provinces, prefectures and large towns that the table of cities does not have, in Chinese and Japanese. */
function regionsOf(language: Language): string[] {
  const table: Record<string, string> = hanRegions
  return table[language.split('-')[0] ?? '']?.split(' ') ?? []
}

const isSame = (a: Language, b: Language): boolean => a.split('-')[0] === b.split('-')[0]

/** What a body's name may begin with: places, of countries only together with one, as a kind is said of them (中国公司). */
export function headsOf(language: Language): { places: string[]; countries: string[] } {
  const countries = [...countryNames(language)].filter((name) => name.length > 1)
  const own = new Set(countries)
  return { places: [...placeNames(language, language).names.keys()].filter((name) => !own.has(name)), countries }
}

/** Find countries (from the runtime's tables in the article's language) and big cities and regions (from a data table). */
export function findPlaces(passages: Passage[], language: Language, reader: Language): Mention[] {
  const { names, pattern } = placeNames(language, reader)
  const hits: Hit[] = []
  for (const passage of passages) {
    for (const match of passage.text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (isPlace(passage.text, start, end)) hits.push({ passage, start, end, readerForm: names.get(match[0]) ?? null })
    }
  }
  return mentions(hits)
}

// "Paris, Ohio": a namesake, not the city that the reader's form would name.
const elsewhere = new RegExp(
  `^, (?:${[...regions.states, ...regions.others].map((one) => one.replaceAll('.', '\\.')).join('|')})(?![\\p{L}])`,
  'u',
)

// A capitalised neighbour makes it another name: "New Jersey", "Jordan Smith", "China Daily".
function isPlace(text: string, start: number, end: number): boolean {
  const name = text.slice(start, end)
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 24)
  if (dense.test(name)) return isDensePlace(name, before, after)
  if (/[\p{L}\p{M}\p{N}\-’']$/u.test(before) || /^[\p{L}\p{M}\p{N}]|^-\p{L}/u.test(after)) return false
  if (/^\s\p{Lu}\p{Ll}/u.test(after) || elsewhere.test(after)) return false
  const previous = /(\p{Lu}[\p{L}.]*)\s$/u.exec(before)
  if (
    previous &&
    previous[1]?.length !== 2 &&
    /[^.!?\s]\s*$/u.test(before.slice(0, previous.index).trimEnd().slice(-1) || '.')
  )
    return false
  return !ambiguous.has(name) || placeBefore.test(before)
}

// "上海财经大学", "東京電力": a part of an organisation's name, not where something happened.
const denseBody =
  /^(?:\p{Script=Han}{0,6}(?:大学|大學|学院|學院|银行|銀行|证券|證券|証券|日报|日報|晚报|时报|時報|新聞|电力|電力|交易所|研究所|医院|醫院|病院)|地方|ガス)/u

function isDensePlace(name: string, before: string, after: string): boolean {
  if (denseBody.test(after)) return false
  // 東京都心, and the District of Columbia.
  if ((name === '東京都' && after.startsWith('心')) || /^特(?:区|別区|别行政区)/u.test(after)) return false
  // 拉美国家: the countries of Latin America.
  if (name === '美国' && before.endsWith('拉') && after.startsWith('家')) return false
  if (ambiguous.has(name)) return /(?:在|到|从|抵达)$/u.test(before)
  if (/\p{Script=Katakana}/u.test(name))
    return !/[\p{Script=Katakana}ー]$/u.test(before) && !/^[\p{Script=Katakana}ー]/u.test(after)
  if (/\p{Script=Hangul}/u.test(name)) return name.length > 1 && !/[가-힣]$/u.test(before) && koParticle.test(after)
  return !(/^(?:人民|日报|新闻|海)/u.test(after) && name.length === 2)
}

import { bodies } from '../card/data/organisations.ts'
import { countryAliases, placeColumns, placeRows } from '../card/data/places.ts'
import { checkAbbreviated } from './check-abbreviated.ts'
import regions from '../card/data/regions.json' with { type: 'json' }
import { american, clubs, demonyms, dense, metonyms, otherBeginnings } from './data/countries.ts'
import east from './data/eastern-regions.json' with { type: 'json' }
import organisations from './data/organisations.json' with { type: 'json' }
import places from './data/places.json' with { type: 'json' }
import world from './data/world-regions.json' with { type: 'json' }
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

/** What a reader's form may be called in a source. `code` for countries. */
type Entity = { reader: string; source: RegExp; code?: string }

/** 法国审计法院 for « la Cour des comptes »: papers do not name their own country, and translators do. */
const homes: Record<string, string> = { es: '西班牙', fr: '法国', de: '德国', ja: '日本', ko: '韩国', zh: '中国' }

const tables = new Map<string, Entity[]>()

/**
 * A country, big city or body that the sentence names and the whole article does not.
 *
 * Only for languages whose names and adjectives of countries we have; a capital stands for its country in both directions.
 */
export function checkEntities({ text, passages, headline, terms, sourceLanguage, readerLanguage }: Statement): Fault[] {
  const source = sourceLanguage.split('-')[0] ?? 'en'
  if (!readerLanguage.startsWith('zh') || !['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es'].includes(source)) return []
  const all = [headline, ...passages.map((passage) => passage.text)].join('\n')
  // Parts of names too: 里斯本赛季 is Rees in this season, and no Lisbon.
  let masked = terms
    .flatMap(({ reader }) => [reader, ...reader.split(/[·・]/u).filter((part) => part.length > 1)])
    .reduce((left, form) => left.replaceAll(form, '＿'.repeat(form.length)), text)
  const found: Fault[] = []
  for (const entity of entitiesOf(source)) {
    const at = masked.indexOf(entity.reader)
    if (at === -1) continue
    // Longer names come first: 印度 is not looked for in 印度尼西亚.
    masked = masked.replaceAll(entity.reader, '＿'.repeat(entity.reader.length))
    if (entity.source.test(all) || (entity.reader === '美国' && source === 'en' && isAmerican(all))) continue
    // 英国伦敦: a country before a place that the article names only says where it is.
    const next = text.slice(at + entity.reader.length)
    const named = terms.some((term) => next.startsWith(term.reader))
    const explains = named || entitiesOf(source).some((one) => next.startsWith(one.reader) && one.source.test(all))
    if (!explains && entity.reader !== homeOf(source, all))
      found.push({ check: 'entity_added', message: `"${entity.reader}" is nowhere in the article` })
  }
  const named = (code: string): boolean => entitiesOf(source).some((one) => one.code === code && one.source.test(all))
  const home = Object.keys(homeCodes).find((code) => homeCodes[code] === homeOf(source, all))
  return [...found, ...checkAbbreviated({ text: masked }, (code) => code === home || named(code))]
}

const homeCodes: Record<string, string> = { ES: '西班牙', FR: '法国', DE: '德国', JP: '日本', KR: '韩国', CN: '中国' }
// A paper in Spanish is of Spain where it speaks of no country of America.
const spanishAmerica =
  /argentin|m[eé]xic|chile|colombi|per[uú]|venez|\bcuba|ecua|bolivi|urugua|paragua|guatemal|hondur|nicarag|salvador|panam|costarr|costa rica|dominican/iu

function homeOf(source: string, all: string): string | undefined {
  return source === 'es' && spanishAmerica.test(all) ? undefined : homes[source]
}

/** An American paper does not say that its courts, agencies and states are American; a translator does. */
const isAmerican = (all: string): boolean =>
  american.some((name) => all.includes(name)) || regions.states.some((state) => all.includes(state))

function entitiesOf(language: string): Entity[] {
  const known = tables.get(language)
  if (known) return known
  const made = [...countriesOf(language), ...placesOf(language), ...bodiesOf(language)].toSorted(
    (a, b) => b.reader.length - a.reader.length,
  )
  tables.set(language, made)
  return made
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

// Words of spaced languages are matched from their beginning, so that "French" covers "Frenchman" and "Peking" "Pekings".
function patternOf(names: string[], language: string): RegExp {
  const spaced = !/^(?:zh|ja|ko)$/u.test(language)
  const dotted = names.flatMap((name) => (/^[A-Z]{2,5}$/u.test(name) ? [`${[...name].join('.')}.`] : []))
  const forms = [...names, ...dotted]
    .filter((name) => name !== '')
    .map((name) => (spaced && /^\p{Script=Latin}/u.test(name) ? `(?<![\\p{L}])${escape(name)}` : escape(name)))
  return forms.length === 0 ? /[\s\S]/u : new RegExp(forms.join('|'), 'u')
}

function countriesOf(language: string): Entity[] {
  const inReader = new Intl.DisplayNames('zh-Hans', { type: 'region', style: 'short', fallback: 'none' })
  const inSource = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const codes = [...Object.keys(demonyms), ...furtherCodes()]
  return codes.flatMap((code): Entity[] => {
    const reader = inReader.of(code)
    const name = inSource.of(code)
    if (!reader || reader.length < 2 || !name) return []
    const aliases = Object.entries(countryAliases[language] ?? {}).flatMap(([alias, of]) =>
      of === code ? [alias] : [],
    )
    const signs = /^(?:zh|ja|ko)$/u.test(language) ? (dense[code] ?? []) : []
    const names = [
      name,
      ...aliases,
      ...signs,
      ...(demonyms[code]?.[language] ?? []),
      ...(demonyms[code]?.['en'] ?? []),
      ...(metonyms[code] ?? []),
      ...(demonyms[code] ? [] : beginningsOf(code, language)),
    ]
    return [{ reader, source: patternOf(names, language), code }]
  })
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Countries beyond the table, by the runtime's names. A name of two signs stands inside too many words (海地: 上海地铁). */
function furtherCodes(): string[] {
  const [short, plain] = [regionNames('zh-Hans'), regionNames('en')]
  return letters
    .flatMap((a) => letters.map((b) => `${a}${b}`))
    .filter(
      (code) =>
        !demonyms[code] &&
        (short.of(code)?.length ?? 0) > 2 &&
        !/Island|Outlying|Terri|zone|^UN$/iu.test(plain.of(code) ?? 'zone'),
    )
}

const regionNames = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames(language, { type: 'region', style: 'short', fallback: 'none' })

/** How the words of a country's name begin, so that "Rwandan" is of Rwanda. */
function beginningsOf(code: string, language: string): string[] {
  const words = [regionNames(language).of(code), regionNames('en').of(code)].flatMap(
    (name) => name?.match(/\p{Lu}\p{L}{3,}/gu) ?? [],
  )
  const stems = words.map((word) => word.slice(0, Math.max(4, word.length - 2)))
  return [...stems, ...stems.map((stem) => stem.toLowerCase()), ...(otherBeginnings[code] ?? [])]
}

function placesOf(language: string): Entity[] {
  const [from, zh, en] = [placeColumns.indexOf(language), placeColumns.indexOf('zh'), placeColumns.indexOf('en')]
  // Names that we have in Latin letters only say nothing of what stands in a Japanese or Korean source.
  const latin = ['en', 'de', 'fr', 'es'].includes(language)
  const more = places.flatMap(([reader = '', ...names]): Entity[] =>
    latin ? [{ reader, source: patternOf([...names, ...beginnings(names, language), reader], language) }] : [],
  )
  const rows = placeRows.flatMap((row): Entity[] => {
    const reader = row[zh] ?? ''
    return reader.length < 2 ? [] : [{ reader, source: patternOf([row[from] ?? '', row[en] ?? '', reader], language) }]
  })
  // Japanese and Korean provinces have their own signs, and one name in Latin letters.
  const eastern = east.map(([reader = '', ...names]) => ({ reader, source: patternOf([reader, ...names], language) }))
  const wide = world.map(([reader = '', ...names]) => ({ reader, source: patternOf([reader, ...names], language) }))
  return [...rows, ...more, ...eastern, ...wide]
}

// Marsella, Lisboa: other languages end the names of cities in their own way.
function beginnings(names: string[], language: string): string[] {
  const long = names[0] ?? ''
  return language === 'en' || long.length < 5 ? [] : [long.slice(0, 4)]
}

function bodiesOf(language: string): Entity[] {
  const byReader = Map.groupBy([...bodies, ...clubs, ...organisations], (row) => row[0] ?? '')
  // 欧盟 stands in two tables: what either has of it holds.
  const rows = [...byReader.values()].map((same) => same.flat())
  return rows.flatMap((forms): Entity[] => {
    const reader = forms[0] ?? ''
    return reader.length < 2 ? [] : [{ reader, source: patternOf(forms, language) }]
  })
}

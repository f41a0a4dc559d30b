import { bodies } from '../card/data/organisations.ts'
import { countryAliases, placeColumns, placeRows } from '../card/data/places.ts'
import { clubs, demonyms, dense, metonyms, otherBeginnings } from './data/countries.ts'
import east from './data/eastern-regions.json' with { type: 'json' }
import known from './data/known-of.json' with { type: 'json' }
import organisations from './data/organisations.json' with { type: 'json' }
import people from './data/city-people.json' with { type: 'json' }
import places from './data/places.json' with { type: 'json' }
import home from './data/chinese-places.json' with { type: 'json' }
import provinces from './data/provinces.json' with { type: 'json' }
import signs from './data/country-signs.json' with { type: 'json' }
import world from './data/world-regions.json' with { type: 'json' }

/** What a reader's form may be called in a source. `code` for countries. */
export type Entity = { reader: string; readonly source: RegExp; code?: string }

// Of a thousand patterns of a language a sentence needs a few: each is made when it is first asked for.
function entity(reader: string, patternNow: () => RegExp): Entity {
  let made: RegExp | null = null
  return {
    reader,
    get source() {
      return (made ??= patternNow())
    },
  }
}

const tables = new Map<string, Entity[]>()

/** Countries, cities and bodies by what a source in a language may call them; longer reader's forms first. */
export function entitiesOf(language: string): Entity[] {
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
    .map((name) =>
      spaced && /^\p{Script=Latin}/u.test(name) ? `(?<![\\p{L}])${escape(name)}${notLonger(name)}` : escape(name),
    )
  return forms.length === 0 ? /[\s\S]/u : new RegExp(forms.join('|'), 'u')
}

/** Names that begin another country's: Niger is not looked for in Nigeria. */
const begun: Record<string, string> = {
  Nige: 'r?ia|r?ya',
  Niger: 'ia|ya',
  Nigeria: '',
  nige: 'r?ia',
  Roman: 'ia',
  Domin: 'ican Rep',
}
const notLonger = (name: string): string => (begun[name] ? `(?!${begun[name]})` : '')

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
    const names = () => [
      name,
      ...aliases,
      ...(demonyms[code]?.[language] ?? []),
      ...(demonyms[code]?.['en'] ?? []),
      ...(metonyms[code] ?? []),
      ...((known as Record<string, string[]>)[code] ?? []),
      ...(demonyms[code] ? [] : beginningsOf(code, language)),
    ]
    const source = (): RegExp => {
      const [bySign, plain] = [signPattern(code, language), patternOf(names(), language)]
      return bySign === null ? plain : new RegExp(`${plain.source}|${bySign}`, 'u')
    }
    return [Object.assign(entity(reader, source), { code })]
  })
}

type Signs = { signs: string; before: string; behind: string; free?: Record<string, string> }

/**
 * One sign that stands for a country (米, 美, 미), where its neighbours say so: 訪米, 米軍, 日米. By itself it is a part of
 * other words: 美術館 is of no country.
 */
function signPattern(code: string, language: string): string | null {
  const table = (signs as Record<string, Signs | undefined>)[language]
  const own = (dense[code] ?? []).filter((sign) => table?.signs.includes(sign) || sign.length > 1)
  if (!table || own.length === 0) return null
  const [long, single] = [own.filter((sign) => sign.length > 1), own.filter((sign) => sign.length === 1).join('')]
  const near = `(?<=[${table.signs}])[${single}]|[${single}](?=[${table.signs}])|(?<=${table.before})[${single}]|[${single}](?=${table.behind})`
  // Japanese papers write the sign alone (米は, 英科学誌): it counts where no other word of Han signs begins with it.
  const alone = [...single].flatMap((sign) => {
    const others = table.free?.[sign]
    return others === undefined ? [] : [`(?<!\\p{Script=Han})${sign}(?!${others})`]
  })
  return [...long, ...(single === '' ? [] : [near]), ...alone].join('|')
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

const regions = new Map<string, Intl.DisplayNames>()

function regionNames(language: string): Intl.DisplayNames {
  const known =
    regions.get(language) ?? new Intl.DisplayNames(language, { type: 'region', style: 'short', fallback: 'none' })
  regions.set(language, known)
  return known
}

// "Sout" of South Sudan begins « soutient » too.
const pointers =
  /^(?:South|North|East|West|New|Saint|Sankt|United|Central|Republic|Equatorial|Nord|Südsudan|Neu|Nouvelle|Nueva|Norte|Île|Islas?|Island)$/u

/** How the words of a country's name begin, so that "Rwandan" is of Rwanda. */
function beginningsOf(code: string, language: string): string[] {
  const words = [regionNames(language).of(code), regionNames('en').of(code)].flatMap(
    (name) => name?.match(/\p{Lu}\p{L}{3,}/gu) ?? [],
  )
  const stems = words.filter((word) => !pointers.test(word)).map((word) => word.slice(0, Math.max(4, word.length - 2)))
  return [...stems, ...stems.map((stem) => stem.toLowerCase()), ...(otherBeginnings[code] ?? [])]
}

function placesOf(language: string): Entity[] {
  const [from, zh, en] = [placeColumns.indexOf(language), placeColumns.indexOf('zh'), placeColumns.indexOf('en')]
  // Names that we have in Latin letters only say nothing of what stands in a Japanese or Korean source.
  const latin = ['en', 'de', 'fr', 'es'].includes(language)
  const more = places.flatMap(([reader = '', ...names]): Entity[] =>
    latin
      ? [
          entity(reader, () =>
            patternOf([...names, ...beginnings(names, language), reader, ...peopleOf(reader)], language),
          ),
        ]
      : [],
  )
  const rows = placeRows.flatMap((row): Entity[] => {
    const reader = row[zh] ?? ''
    const names = [row[from] ?? '', row[en] ?? '', reader, ...peopleOf(reader)]
    return reader.length < 2 ? [] : [entity(reader, () => patternOf(names, language))]
  })
  // Japanese and Korean provinces have their own signs, and one name in Latin letters.
  const eastern = east.map(([reader = '', ...names]) => entity(reader, () => patternOf([reader, ...names], language)))
  const wide = world.map(([reader = '', ...names]) => entity(reader, () => patternOf([reader, ...names], language)))
  // In Japanese and Korean papers these have signs and names of their own, which we do not have.
  const chinese = home.flatMap(([reader = '', ...names]): Entity[] =>
    (latin || language === 'zh') && !rows.some((row) => row.reader === reader)
      ? [{ reader, source: patternOf([reader, ...names], language) }]
      : [],
  )
  const parts = (latin ? provinces : []).map(([reader = '', ...names]) => ({
    reader,
    source: patternOf([reader, ...names], language),
  }))
  return [...rows, ...more, ...eastern, ...wide, ...chinese, ...parts]
}

// "A Roman ship" is of Rome and "Viennese" of Vienna, though no word begins like the city.
const peopleOf = (reader: string): string[] => (people as Record<string, string[]>)[reader] ?? []

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
    return reader.length < 2 ? [] : [entity(reader, () => patternOf(forms, language))]
  })
}

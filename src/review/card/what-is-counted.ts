import { isTrade } from './chinese-names.ts'
import counters from './data/counters.json' with { type: 'json' }
import { hanSigns } from './han-numbers.ts'
import han from './data/han-figures.json' with { type: 'json' }
import words from './data/figure-words.json' with { type: 'json' }

/** A number as it stands: the passage's text before it, itself, and after it, in a language by its first subtag. */
export type Standing = { before: string; number: string; rest: string; base: string }

// Longest first: of "18萬人次" the first sign alone would count heads where the text counts journeys.
const { onlyWithNoun, ...plain } = counters
const counter = Object.values(plain)
  .flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')

/** A counter of Chinese, Japanese or Korean at the head of a text. */
export const classifier = new RegExp(
  `^(?:多|余|餘|여|あまり)?\\s?(?:${counter})(?:士兵)?(?<!周(?=[年边邊围圍末]))`,
  'u',
)

const spaced = new Set(['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ru', 'pl', 'no', 'nb', 'da', 'sv', 'tr'])
const stop =
  /^(?:since|over|across|when|while|but|who|which|there|their|its|his|her|this|some|more|people’s|this|then|after|before|have|has|had|will|would|could|people's|og|på|var|kom|er|som|est|sont|été|ont|a|olduğunu|wie|als|an|am|ist|hat|haben|sich|nicht|um|son|fue|han|ha|más|se|è|sono|più|foi|são|mais|of|in|on|to|and|or|at|by|for|from|as|is|was|were|are|with|that|than|the|a|an|it|he|she|im|in|auf|und|oder|von|der|die|das|den|mit|zu|bis|war|sind|wurden|de|du|des|et|ou|en|le|la|les|à|au|y|o|el|los|las|del|con|e|di|da|do|dos|no|na|em|que|para|per|il|i|и|в|на|по|из|до|от|за|ve|w|z|na|do|i|to|het|een|van|op)$/iu

// "120 square" and "38 nautical" count nothing, and "120 kilómetros" is not an area: these measures have two words.
const measured =
  /^(?:(?:square|cubic|nautical|metric|light|troy|astronomical) \p{L}+|(?:basis|percentage) points?|p[ou]n[tk]\p{L}* (?:de (?:base|pourcentage)|básic\p{L}+|porcentual\p{L}+|base|percentual\p{L}+)|(?:процентн|базисн)\p{L}+ пункт\p{L}*|\p{L}+ (?:carrés?|cubes?|marins?|cuadrad[oa]s?|cúbic[oa]s?|náutic[oa]s?|quadrat[io]|cub[io]|quadrad[oa]s?|kwadratow\p{L}+|sześcienn\p{L}+)|(?:квадратн|кубическ|морск)\p{L}+ \p{L}+|vierkante \p{L}+|kubieke \p{L}+)$/iu

/** What a number counts, as the text says it; `null` where that is not certain. */
export function countedBy(standing: Standing, endsInScale: boolean): string | null {
  const { rest, base } = standing
  if (['zh', 'ja', 'ko'].includes(base)) return countedInHan(standing)
  // Where we have no table of small words, what stands next may count nothing.
  if (!spaced.has(base)) return null
  const next = nextWords(rest)
  const two = next.slice(0, 2)
  const measure = [next, two].find((some) => measured.test(some.join(' ')))
  if (measure) return measure.join(' ')
  // "2.190 millones de euros": behind a scale the small word belongs to what is counted.
  if (endsInScale && /^(?:de|di) \p{Ll}+$/u.test(two.join(' '))) return two.join(' ')
  if (words.symbols.includes(next[0] ?? '')) return next[0] ?? null
  if (base === 'de') return germanNoun(two)
  if (isSmall(next[0]) || /^\p{Lu}/u.test(next[0] ?? '')) return null
  return base in words.plurals ? pluralIn(next, standing) : unmarkedIn(next, standing)
}

/** The next three words at most; a sign of punctuation ends them, and a word cut by a hyphen is none. */
function nextWords(rest: string): string[] {
  const run = /^\s((?:[\p{L}\p{M}’'-]+\s?){1,3})/u.exec(rest)?.[1] ?? ''
  const found = run.trim().split(/\s+/u)
  const cut = found.findIndex((word) => word.endsWith('-'))
  return cut === -1 ? found : found.slice(0, cut)
}

function isSmall(word: string | undefined): boolean {
  return !word || stop.test(word) || words.verbs.includes(word.toLowerCase())
}

/**
 * Where a plural shows, a number above one counts the first plural within three words: "600 strike drones" are no
 * strikes, and in "193 permanecen" nothing is counted.
 */
function pluralIn(next: string[], { number, base }: Standing): string | null {
  const one = /^1(?:[.,]\d{1,2})?$/u.test(number)
  const first = next[0] ?? ''
  if (one) return words.adjectives.includes(first) ? null : first
  const reach = base === 'en' || base === 'nl' ? next.length : words.adjectivesBefore.includes(first) ? 2 : 1
  // A fraction counts by what stands next to it alone: "a 0.50 calibre weapon" counts no weapons.
  const last = /[.,]\d{1,2}$/u.test(number) ? 1 : reach
  for (const [at, word] of next.slice(0, last).entries()) {
    if (isSmall(word)) return null
    const held = at === 0 && [...words.adjectivesBefore, ...words.others].includes(word)
    if (!held && isPlural(word, base)) return next.slice(0, at + 1).join(' ')
  }
  // "19 autres coureurs": others of what stands behind, in languages whose adjectives follow too.
  const second = next[1]
  return words.others.includes(first) && second && isPlural(second, base) ? `${first} ${second}` : null
}

function isPlural(word: string, base: string): boolean {
  const lower = word.toLowerCase()
  if (words.singular.includes(lower) || words.others.includes(lower) || /['’]s?$/u.test(lower)) return false
  const known: Record<string, string[]> = words.plurals
  if (known[base]?.includes(lower)) return true
  return endings[base]?.test(lower) ?? false
}

const endings: Record<string, RegExp> = {
  en: /(?:[^sui]s|ies|men|women|people|children|folk|aircraft|feet|teeth)$/u,
  fr: /[sxz]$/u,
  es: /s$/u,
  pt: /s$/u,
  nl: /(?:en|s)$/u,
  it: /[eiàùò]$/u,
}

/** Where no ending tells a plural: the next word, with the one behind where it only says what kind. */
function unmarkedIn(next: string[], { number, rest, base }: Standing): string | null {
  const [first = '', second] = next
  const kind = [...words.others, ...words.adjectivesBefore].includes(first) || adjectives[base]?.test(first)
  if (kind) return second && !isSmall(second) ? `${first} ${second}` : null
  if (base !== 'tr' || words.turkish.includes(first)) return first
  if (/l[ıiuü]k$/u.test(first)) return null
  // "2 bin 784 şarj istasyonu": the head of a Turkish compound comes last; a word that ends its phrase is no part of one.
  const after = rest.trimStart().slice(first.length)
  return number !== '' && (second === undefined ? !/^\s\p{Ll}/u.test(after) : isSmall(second)) ? first : null
}

const adjectives: Record<string, RegExp> = {
  ru: /(?:ых|их)$/u,
  pl: /(?:ych|ich)$/u,
}

const possessive =
  /^(?:ihr|sein|mein|dein|unser|eur|euer|kein|dies|jed|jen|welch|all|viel|einig|mehrer|solch|manch)(?:e|en|em|er|es)?$/iu

// German nouns are capitalised, so an adjective before one is known, and a verb is never taken for what is counted.
function germanNoun([first = '', second = '']: string[]): string | null {
  if (/^\p{Lu}/u.test(first)) return first
  return /^\p{Ll}/u.test(first) &&
    !stop.test(first) &&
    !possessive.test(first) &&
    /(?:e|en|er|es)$/u.test(first) &&
    /^\p{Lu}/u.test(second)
    ? `${first} ${second}`
    : null
}

/** 个 and 個 count anything: without the noun behind them they say nothing. */
const bare = /^[个個]$/u

function countedInHan({ before, number, rest, base }: Standing): string | null {
  if (base === 'zh') return countedInChinese({ before, number, rest, base })
  const found = classifier.exec(rest)?.[0].trim() ?? null
  if (found === null) return null
  if (found === '대' && isKoreanRank({ before, number, rest: rest.slice(1) })) return null
  if (isOnTheGlobe(found, before)) return null
  if (base === 'ja' && bare.test(found)) {
    const noun = /^個の((?:[\p{Script=Katakana}ー]|\p{Script=Han}){2,})/u.exec(rest)?.[1]
    return noun ? `個の${noun}` : nounBefore(before) === '' ? null : found
  }
  return found
}

const isOnTheGlobe = (found: string, before: string): boolean =>
  found.endsWith('度') && /[北南东西東][纬緯经經経]$/u.test(before)

const withNoun = new RegExp(`^(?:多|余|餘)?\\s?(?:${onlyWithNoun.join('|')})(?![年边邊围圍末岁歲])`, 'u')

/** The counter, with the noun behind it where that is sure: 二十三辆消防车, 15项措施. The hour (四点) counts nothing. */
function countedInChinese({ before, rest }: Standing): string | null {
  const found = classifier.exec(rest)?.[0].trim()
  if (found === undefined) {
    const counter = withNoun.exec(rest)?.[0] ?? ''
    const noun = counter === '' ? '' : nounAhead(rest.slice(counter.length))
    return noun === '' ? null : counter + noun
  }
  if (found.endsWith('点') || isOnTheGlobe(found, before)) return null
  if (bare.test(found)) return countedInGeneral(found, rest)
  // 四人四球: the name of a game, not its players.
  if (found.endsWith('人') && fourball.test(rest.slice(found.length))) return null
  return takesNoun.test(found) ? found + nounAhead(rest.trimStart().slice(found.length)) : found
}

const takesNoun = new RegExp(`^(?:多|余|餘)?(?:${han.takeNouns.split(' ').join('|')})$`, 'u')
const fourball = new RegExp(`^(?:[${hanSigns}]\\p{Script=Han}|制|间|間|帮|幫|座|份|行)`, 'u')
const nounEnd = new RegExp(`[${han.nounEnds}]$`, 'u')
const nouns = new Set(han.nouns.split(' '))

/** A noun at the head of a text, with up to two words before it that say what kind (救援飞机); empty where none is known. */
function nounAhead(rest: string): string {
  const run = (/^\p{Script=Han}+/u.exec(rest.slice(0, 12))?.[0] ?? '').split(smallHan)[0] ?? ''
  let noun = ''
  let known = ''
  for (const { segment } of [...chinese.segment(run)].slice(0, 3)) {
    noun += segment
    // 鲸鱼物种: a noun behind a noun is the one that is counted.
    const goesOn = nouns.has(segment) || nouns.has(noun) || isTrade(segment)
    if (known === '' ? goesOn || isTrade(noun) || (noun.length > 1 && nounEnd.test(noun)) : goesOn) known = noun
    else if (known !== '') break
  }
  return known
}

/** With 个 a noun that we know behind it. Of "17个浮在海面" and "18个州支持对…" we do not know where a noun would end. */
function countedInGeneral(found: string, rest: string): string | null {
  const run = /^\p{Script=Han}+/u.exec(rest.trimStart().slice(found.length))?.[0] ?? ''
  const noun = words.chineseStops.some((word) => run.startsWith(word)) ? '' : nounAhead(run)
  return noun === '' ? null : found + noun
}

const smallHan = /[在被把了是有已没能会将都也就才给向从对与和及的于为以到后前时]/u
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/** "20대" are people in their twenties or the twentieth parliament, "5대를" five cars. */
function isKoreanRank({ before, number, rest }: Pick<Standing, 'before' | 'number' | 'rest'>): boolean {
  return (
    before.endsWith('제') || /^[1-9]0$/u.test(number) || !/^(?:[를가의와도로씩,.)]|\s?(?:이상|가량|정도))/u.test(rest)
  )
}

/** The Japanese noun that a counted number follows, as コンテナ in "コンテナ43個"; empty where there is none. */
export function nounBefore(before: string): string {
  return /(?:[\p{Script=Katakana}ー]{2,}|\p{Script=Han}{2,})$/u.exec(before)?.[0] ?? ''
}

import { createScreen, lazily } from '../../text/screen.ts'
import words from './gate-words.json' with { type: 'json' }

/**
 * What a line below a text says about the rest of it: `alone` names a gate by itself ("Already a subscriber?"), `gate`
 * asks for a subscription, login or payment in order to read on, `more` is nothing but "Continue reading".
 */
export type GateKind = 'alone' | 'gate' | 'more'

const lists = ['alone', 'gate', 'onward', 'more', 'mail'] as const
type List = (typeof lists)[number]
type Language = { script: () => RegExp; goOn: () => RegExp }
/** One phrase of a list, compiled when a word of it is in a text: a list as a whole takes ten times as long. */
type Phrase = { language: number; list: List; pattern: () => RegExp }

// Scripts in which a word of the list may stand in the middle of a run of letters.
const unspaced = new Set(['zh', 'ja', 'ko', 'th-km-lo-my'])
const scripts: Record<string, string> = {
  bg: 'Cyrillic',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  el: 'Greek',
  ar: 'Arabic',
  'fa-ur': 'Arabic',
  he: 'Hebrew',
  'hi-mr-ne': 'Devanagari',
  zh: 'Han',
  ko: 'Hangul',
}
const several: Record<string, string> = {
  'hr-sr-sl': '\\p{Script=Latin}\\p{Script=Cyrillic}',
  ja: '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}',
  'th-km-lo-my': '\\p{Script=Thai}\\p{Script=Khmer}\\p{Script=Lao}\\p{Script=Myanmar}',
  'bn-ta-te-ml-gu-kn-pa-si':
    '\\p{Script=Bengali}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Malayalam}\\p{Script=Gujarati}\\p{Script=Kannada}\\p{Script=Gurmukhi}\\p{Script=Sinhala}',
  'tl-ha-yo-am': '\\p{Script=Latin}\\p{Script=Ethiopic}',
}

const named = Object.entries(words)
const screen = createScreen(named.flatMap(([, own]) => lists.flatMap((list) => own[list])))
const phrases: Phrase[] = []

// Compiled when first asked for, and kept small: texts are compared in small letters, for folding takes three times as long,
// and words and their edges are told by their own script, for the class of all letters of the world compiles to 40 kB each time.
const languages: Language[] = named.map(([name, own], language) => {
  const script = several[name] ?? `\\p{Script=${scripts[name] ?? 'Latin'}}`
  const letter = `[${script}\\d\\u0300-\\u036f\\u064b-\\u0655]`
  const before = unspaced.has(name) ? '' : `(?<!${letter})`
  const after = unspaced.has(name) ? '' : `(?!${letter})`
  const any = (list: string[]): string => `(?:${list.join('|').replace(/\\w|\\p\{L\}/gu, letter)})`
  const wraps: Record<List, (one: string) => string> = {
    alone: (one) => before + one,
    gate: (one) => before + one + after,
    onward: (one) => before + one + after,
    more: (one) => `^${one}$`,
    mail: (one) => one,
  }
  for (const list of lists)
    for (const one of own[list])
      phrases.push({ language, list, pattern: lazily(() => new RegExp(wraps[list](any([one])), 'u')) })
  const bare = own.more.map((one) => one.replace(/\.\{\d,\d+\}/gu, ''))
  return {
    goOn: lazily(() => new RegExp(before + any(bare) + after, 'u')),
    script: lazily(() => new RegExp(`[${script}]`, 'u')),
  }
})

/** A language of a text, and the phrases of it that may stand there. */
type Heard = { language: Language; phrases: Phrase[] }

/** The languages that have a script of the text and of which some phrase may stand in it, in their order. */
function heardIn(said: string): Heard[] {
  const heard = new Map<number, Phrase[]>()
  for (const at of screen(said)) {
    const phrase = phrases[at]
    if (!phrase) continue
    const others = heard.get(phrase.language)
    if (others) others.push(phrase)
    else heard.set(phrase.language, [phrase])
  }
  return [...heard]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([at, own]) => {
      const language = languages[at]
      return language?.script().test(said) ? { language, phrases: own } : []
    })
}

/** Does a text say something of a list? */
function says(said: string, { phrases: own }: Heard, list: List): boolean {
  return own.some((phrase) => phrase.list === list && phrase.pattern().test(said))
}

const longestPrompt = 420
const longestMore = 70

/**
 * Read a line against the word lists of `gate-words.json`, language by language.
 *
 * A word of gates and a word of reading on must stand in one line and in one language, and nothing about newsletters or
 * channels beside them: "Sign up to read the best of our week in your inbox" is no gate.
 */
export function readGate(text: string): GateKind | null {
  if (text.length > longestPrompt || text.length < 2) return null
  const said = text.toLowerCase()
  // "Read more:" announces another article.
  const line = said.length <= longestMore && !/[:：]\s*$/u.test(said) ? said.replace(noLetters, '') : ''
  const own = heardIn(said)
  if (own.length === 0) return null
  const kinds = own.map((heard) => kindIn(said, heard, line))
  const gate = kinds.findIndex((kind) => kind !== null && kind !== 'more')
  const last = gate >= 0 ? gate : kinds.lastIndexOf('more')
  // A letter or a donation is asked for on whole pages too; a gate that takes an address says what it is for.
  if (
    own
      .slice(0, gate >= 0 ? gate + 1 : own.length)
      .some((heard) => last >= 0 && says(said, heard, 'mail') && !heard.language.goOn().test(said))
  )
    return null
  return last < 0 ? null : (kinds[last] ?? null)
}

function kindIn(said: string, heard: Heard, line: string): GateKind | null {
  if (says(said, heard, 'alone')) return 'alone'
  if (says(said, heard, 'gate') && says(said, heard, 'onward')) return 'gate'
  return says(line, heard, 'more') ? 'more' : null
}

const noLetters = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu

/** Does a short line ask for something else: a newsletter, a channel, a comment, a donation? */
export function isInvitation(text: string): boolean {
  if (text.length > longestPrompt) return false
  const said = text.toLowerCase()
  return heardIn(said).some((heard) => says(said, heard, 'mail'))
}

/** A passage is a gate only where it is short and nobody's words. */
export function mayBeGate(text: string): boolean {
  return text.length <= 200 && !/^["“„«‹「『]|["”“»›」』]$/u.test(text)
}

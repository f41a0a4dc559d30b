import { createScreen, lazily } from '../../text/screen.ts'
import words from './gate-words.json' with { type: 'json' }

/**
 * What a line below a text says about the rest of it: `alone` names a gate by itself ("Already a subscriber?"), `gate`
 * asks for a subscription, login or payment in order to read on, `more` is nothing but "Continue reading".
 */
export type GateKind = 'alone' | 'gate' | 'more'

const lists = ['alone', 'gate', 'onward', 'more', 'mail'] as const
type List = (typeof lists)[number]
/** `number`: of the first of its lists in the screen, which has them in order. */
type Language = Record<List | 'goOn', () => RegExp> & { script: string; number: number }

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
const screen = createScreen(named.flatMap(([, own]) => lists.map((list) => own[list].join('|'))))

// Compiled when first asked for, and kept small: texts are compared in small letters, for folding takes three times as long,
// and words and their edges are told by their own script, for the class of all letters of the world compiles to 40 kB each time.
const languages: Language[] = named.map(([name, own], index) => {
  const script = several[name] ?? `\\p{Script=${scripts[name] ?? 'Latin'}}`
  const letter = `[${script}\\d\\u0300-\\u036f\\u064b-\\u0655]`
  const before = unspaced.has(name) ? '' : `(?<!${letter})`
  const after = unspaced.has(name) ? '' : `(?!${letter})`
  const any = (list: string[]): string => `(?:${list.join('|').replace(/\\w|\\p\{L\}/gu, letter)})`
  return {
    alone: lazily(() => new RegExp(before + any(own.alone), 'u')),
    gate: lazily(() => new RegExp(before + any(own.gate) + after, 'u')),
    onward: lazily(() => new RegExp(before + any(own.onward) + after, 'u')),
    more: lazily(() => new RegExp(`^${any(own.more)}$`, 'u')),
    goOn: lazily(() => new RegExp(before + any(own.more.map((one) => one.replace(/\.\{\d,\d+\}/gu, ''))) + after, 'u')),
    mail: lazily(() => new RegExp(any(own.mail), 'u')),
    script: `[${script}]`,
    number: index * lists.length,
  }
})

/** Does a text say something of a list? */
function says(said: string, language: Language, list: List): boolean {
  return screen(said).has(language.number + lists.indexOf(list)) && language[list]().test(said)
}

const scriptTests = [...new Set(languages.map(({ script }) => script))].map((script) => ({
  script,
  pattern: new RegExp(script, 'u'),
}))

/** The languages that have a script of the text, in their order. */
function languagesOf(text: string): Language[] {
  const present = scriptTests.filter(({ pattern }) => pattern.test(text)).map(({ script }) => script)
  return languages.filter(({ script }) => present.includes(script))
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
  if (screen(said).size === 0) return null
  const own = languagesOf(said)
  const kinds = own.map((language) => kindIn(said, language, line))
  const gate = kinds.findIndex((kind) => kind !== null && kind !== 'more')
  const last = gate >= 0 ? gate : kinds.lastIndexOf('more')
  // A letter or a donation is asked for on whole pages too; a gate that takes an address says what it is for.
  if (
    own
      .slice(0, gate >= 0 ? gate + 1 : own.length)
      .some((language) => last >= 0 && says(said, language, 'mail') && !language.goOn().test(said))
  )
    return null
  return last < 0 ? null : (kinds[last] ?? null)
}

function kindIn(said: string, language: Language, line: string): GateKind | null {
  if (says(said, language, 'alone')) return 'alone'
  if (says(said, language, 'gate') && says(said, language, 'onward')) return 'gate'
  return screen(said).has(language.number + lists.indexOf('more')) && language.more().test(line) ? 'more' : null
}

const noLetters = /^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu

/** Does a short line ask for something else: a newsletter, a channel, a comment, a donation? */
export function isInvitation(text: string): boolean {
  if (text.length > longestPrompt) return false
  const said = text.toLowerCase()
  return languagesOf(said).some((language) => says(said, language, 'mail'))
}

import words from './gate-words.json' with { type: 'json' }

/**
 * What a line below a text says about the rest of it: `alone` names a gate by itself ("Already a subscriber?"), `gate`
 * asks for a subscription, login or payment in order to read on, `more` is nothing but "Continue reading".
 */
export type GateKind = 'alone' | 'gate' | 'more'

type Language = Record<'alone' | 'gate' | 'onward' | 'more' | 'goOn' | 'mail' | 'script', RegExp>

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

const languages: Language[] = Object.entries(words).map(([name, lists]) => {
  const before = unspaced.has(name) ? '' : '(?<![\\p{L}\\p{N}])'
  const after = unspaced.has(name) ? '' : '(?![\\p{L}\\p{M}\\p{N}])'
  const any = (list: string[]): string => `(?:${list.join('|').replaceAll('\\w', '[\\p{L}\\p{M}\\p{N}]')})`
  return {
    alone: new RegExp(before + any(lists.alone), 'iu'),
    gate: new RegExp(before + any(lists.gate) + after, 'iu'),
    onward: new RegExp(before + any(lists.onward) + after, 'iu'),
    more: new RegExp(`^[^\\p{L}\\p{N}]*${any(lists.more)}[^\\p{L}\\p{N}]*$`, 'iu'),
    goOn: new RegExp(before + any(lists.more.map((one) => one.replace(/\.\{\d,\d+\}/gu, ''))) + after, 'iu'),
    mail: new RegExp(any(lists.mail), 'iu'),
    script: new RegExp(`[${several[name] ?? `\\p{Script=${scripts[name] ?? 'Latin'}}`}]`, 'u'),
  }
})

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
  let more = false
  for (const language of languages) {
    if (!language.script.test(text)) continue
    // A letter or a donation is asked for on whole pages too; a gate that takes an address says what it is for.
    if (language.mail.test(text) && !language.goOn.test(text)) return null
    if (language.alone.test(text)) return 'alone'
    if (language.gate.test(text) && language.onward.test(text)) return 'gate'
    // "Read more:" announces another article.
    more ||= text.length <= longestMore && !/[:：]\s*$/u.test(text) && language.more.test(text)
  }
  return more ? 'more' : null
}

/** Does a short line ask for something else: a newsletter, a channel, a comment, a donation? */
export function isInvitation(text: string): boolean {
  return text.length <= longestPrompt && languages.some((one) => one.script.test(text) && one.mail.test(text))
}

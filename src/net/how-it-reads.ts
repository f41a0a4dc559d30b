import type { eld as Eld } from 'eld/small'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import lettersOf from './data/language-letters.json' with { type: 'json' }

/** `any language`: who chose a label may write any language with it, Polish in the Baltic charset too. */
export type Judge = 'any language' | 'its languages'

const mostOdd = 0.6
// A letter that no word of the language has; one that names bring along where a charset was chosen that has it; one that they bring anywhere.
const cost = { stranger: 0.4, relative: 0.22, guest: 0.15 }
// eld does not know these: they are scored a little below the best of their kin, or of all that it knows.
const unknownToEld = new Map<string, string[] | null>([
  ['cy', null],
  ['eo', null],
  ['ga', null],
  ['mk', ['bg', 'sr']],
  ['mt', null],
])
const unknownLanguage = 0.05
const guests = new Set('áàâäãåçéèêëíîïñóôöøõúüýßæ')
const alphabets = new Map(
  Object.entries(lettersOf).map(([language, letters]) => [language, new Set(letters + letters.toUpperCase())]),
)

/**
 * How well lines read in the best of some languages, about −1 to 1: eld's score, less what letters stand in them that the
 * language does not write, less what stands where no writer puts it.
 *
 * @param own languages that are written with the charset
 */
export function howItReads(lines: string[], { own, judge }: { own: string[]; judge: Judge }): number {
  const odd = oddShare(lines)
  // No language makes up for it.
  if (odd > mostOdd) return 1 - mostOdd - odd
  const text = lines.join(' ')
  const scores = scoreLanguages(text.slice(0, 1000))
  const letters = text.match(strange) ?? []
  const family = judge === 'any language' ? latinOf(own) : guests
  const languages = judge === 'any language' ? new Set([...Object.keys(scores), ...own]) : own
  let most = -1
  for (const language of languages) {
    most = Math.max(most, scoreOf(language, scores) - costOf(letters, alphabets.get(language), family))
  }
  return most - odd
}

function scoreOf(language: string, scores: Record<string, number>): number {
  const kin = unknownToEld.get(language)
  if (kin === undefined) return scores[language] ?? 0
  return Math.max(0, ...(kin?.map((one) => scores[one] ?? 0) ?? Object.values(scores))) - unknownLanguage
}

const strange = /(?!\p{ASCII})[\p{L}\p{M}]/gu

/** What the letters of a text cost a language. */
function costOf(letters: string[], alphabet: Set<string> | undefined, family: Set<string>): number {
  let sum = 0
  for (const letter of letters) {
    if (alphabet?.has(letter) === true) continue
    const low = letter.toLowerCase()
    if (guests.has(low)) sum += cost.guest
    else sum += family.has(low) ? cost.relative : cost.stranger
  }
  return sum / share(letters.length, 10)
}

const families = new WeakMap<string[], Set<string>>()

/** Latin letters of some languages: those that a name in another language may have where the charset was chosen. */
function latinOf(languages: string[]): Set<string> {
  const known = families.get(languages)
  if (known !== undefined) return known
  const letters = languages.flatMap((one) => [...(alphabets.get(one) ?? [])])
  const family = new Set(letters.filter((sign) => /\p{Script=Latin}/u.test(sign)))
  families.set(languages, family)
  return family
}

const foreign =
  '[\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hebrew}\\p{Script=Arabic}\\p{Script=Thai}\\u064B-\\u065F]'
const wide = '[\\p{Script=Han}\\uFF21-\\uFF5A\\uFF61-\\uFF9F]'
const never = '±¶¹³¼½¾¢¥§†‡‰ˆ˜µ÷×'
// Between letters: a sign that is none, a capital behind a small letter. Beside letters: two scripts in one word, a sign that
// words do not touch, one Han or full-width letter among Latin words. Anywhere: controls, box drawings, marks alone.
const odd = new RegExp(
  [
    '(?<=\\p{L})[^\\p{L}\\p{M}\\p{Z}\\p{ASCII}’‘·\\u00AD](?=\\p{L})',
    // Catalan's l·l alone has it.
    '(?<=\\p{L})·(?=(?!l)\\p{L})|(?<=(?!l)\\p{L})·(?=\\p{L})',
    '(?<=\\p{Ll})\\p{Lu}(?<![A-Z])',
    '(?<=(?<!\\p{L})\\p{Lu})\\p{Lu}(?<![A-Z])(?=\\p{Ll})',
    `\\p{Script=Latin}(?=${foreign})`,
    `${foreign}(?=\\p{Script=Latin})`,
    `[${never}](?=\\p{L})`,
    `(?<=\\p{L}(?<!m))[${never}]`,
    '(?<=\\p{L})[¿¡€](?=\\P{L}|$)',
    `(?<=[A-Za-z][,;:.]?\\s?)${wide}(?=\\s?[a-z])`,
    `(?<=[a-z])${wide}(?=\\s|$)`,
    '(?<=\\p{L})[‹„‚](?=\\s|$)',
    '[№°](?=\\p{Ll})|(?<=\\p{L})[₫˛˙˝〉〈√]|(?<=\\p{Script=Latin})[\\u200E\\u200F]',
    '(?<![\\p{L}\\p{M}])\\p{M}',
    '[\\u0080-\\u009F\\u2500-\\u25FF\\uE000-\\uF8FF¤¦¬¨¯´¸]',
  ].join('|'),
  'gu',
)
const outsideAscii = /[^\p{ASCII}\s]/gu
const smallStart = 0.15

/** How much of what is not ASCII stands where no writer puts it, 0 to 1; lines that begin with a small letter add to it. */
export function oddShare(lines: string[]): number {
  const text = lines.join(' ')
  const signs = text.match(outsideAscii)?.length ?? 0
  const small = lines.filter((line) => /^[\s\p{P}]*(?![a-z])\p{Ll}/u.test(line)).length
  return Math.min(1, (text.match(odd)?.length ?? 0) / share(signs, 15)) + (smallStart * small) / lines.length
}

/** What faults are a part of: of a headline all its signs; in a long text some faults tell as much as in a shorter one. */
function share(signs: number, enough: number): number {
  return Math.max(1, Math.min(signs, enough), signs / 3)
}

let scoreLoaded: ((text: string) => Record<string, number>) | null = null

/** The tables of eld take half a second to load: they are loaded for the first document that is not in UTF-8. */
export function scoreLanguages(text: string): Record<string, number> {
  if (scoreLoaded === null) {
    const path = fileURLToPath(import.meta.resolve('eld/small'))
    const { eld } = createRequire(import.meta.url)(path) as { eld: typeof Eld }
    scoreLoaded = (words) => eld.detect(words).getScores()
  }
  return scoreLoaded(text)
}

import { cleanLine } from '../../text/clean.ts'
import rules from './name-rules.json' with { type: 'json' }
import { foldLetters } from './letters.ts'

const lead = new RegExp(`^(?:${rules.lead})(?:\\s*[:：/／|＝=]\\s*|\\s+)`, 'iu')
const gluedLead = new RegExp(`^(?:${rules.glued})(?=\\p{Lu}\\p{Ll}|\\p{Lu}{2})`, 'u')
const gluedCapital = new RegExp(`^(?:${rules.glued.replace(/(?:^|\|)\w/gu, (at) => at.toUpperCase())})(?=\\p{Lu})`, 'u')
// "di Marco Rossi" is a byline, "Di Marco" and "de Vries" are names.
const particle = /^(?:di|de|da|na)\s+(?=\p{Lu}\S+\s+\p{Lu})/u
const bareLead = new RegExp(`^(?:${rules.lead}):?$`, 'iu')
const begins = new RegExp(`^(?:${rules.lead})(?:\\s*[:：/／]\\s*|\\s+)(?=\\p{Lu}|\\p{Lo})`, 'iu')
const tail = new RegExp(`\\s*(?:${rules.tail})$`, 'u')
const drop = new RegExp(`(?:^|[;；|/]\\s*)(?:${rules.drop})\\s*(?:[:：/／]|by|von|par|por|di)\\s*[^;；|]*`, 'giu')
const joins = new RegExp(
  `\\s*[;；、，|\\n•·]\\s*|\\s*,\\s+|(?<=\\p{L}),(?=\\p{Lu})|\\s+(?:${rules.joins}|&)\\s+(?=[\\p{Lu}\\p{Lo}]|dpa\\b)`,
  'u',
)
const notPeople = new RegExp(`(?<![\\p{L}])(?:${rules.notPeople})(?![\\p{L}])`, 'iu')
const longHan = /[\p{Script=Han}\p{Script=Hiragana}]{9}/u
const agencies = new Set(rules.agencies.split('|'))

/** What bylines say: people, the first agency, and each line as printed where it is a name of any kind. */
export type Byline = { people: string[]; agency: string | null; printed: string[] }

/** Is this the name of a news agency, as a byline gives it? */
export function isAgency(name: string): boolean {
  return agencies.has(name.toLowerCase().replace(/^(?:source|quelle|来源|來源)\s*[:：]\s*/u, ''))
}

/** Does a line begin as bylines do: a word for "by" and a name? */
export function beginsLikeByline(line: string): boolean {
  return begins.test(line) || gluedLead.test(line) || gluedCapital.test(line)
}

/** The text without a word for "by" at its start. */
export function withoutLead(text: string): string {
  const bare = text.replace(lead, '').replace(particle, '').replace(gluedLead, '').replace(gluedCapital, '')
  return bare === text || bare === '' ? text : withoutLead(bare)
}

// A byline is a line: what is longer, or the hundredth, is something else.
const longestLine = 500
const mostLines = 100

/**
 * People and the agency of bylines as outlets print them: "By", roles, addresses and the outlet's own name taken off.
 *
 * @param said bylines, each one name or several run together, in any language
 * @param outlet names of the outlet (never people)
 */
export function splitByline(said: string[], outlet: string[]): Byline {
  const own = outlet.map(foldLetters).filter((name) => name !== '')
  const people = new Map<string, string>()
  const printed = new Map<string, string>()
  let agency: string | null = null
  for (const line of said.slice(0, mostLines)) {
    if (line.length > longestLine) continue
    const whole = withoutLead(cleanLine(line)).replace(drop, '')
    const parts = whole.split(joins).map(bareName)
    // "harbour.example, Saltmere, Coast": a line that begins with the outlet names its seat, not people. Nor is a
    // line with a stretch of Han too long for a name one of names.
    const seat =
      (parts.length > 1 && own.includes(foldLetters(parts[0] ?? ''))) || parts.some((part) => longHan.test(part))
    for (const name of seat ? [] : parts) {
      if (isAgency(name)) agency ??= name
      else if (isPerson(name) && !isOwn(name, own)) people.set(foldLetters(name), people.get(foldLetters(name)) ?? name)
    }
    for (const bare of whole.split(/[;；|]/u).map(trim))
      if (isPrintable(bare)) printed.set(foldLetters(bare), printed.get(foldLetters(bare)) ?? bare)
  }
  return { people: [...people.values()], agency, printed: [...printed.values()] }
}

function bareName(part: string): string {
  // A name as a part of an address, ines-calloway, is that name in other typography.
  const spelt = /^\p{Ll}{2,}(?:-\p{Ll}{2,}){1,2}$/u.test(part)
    ? part.replace(/(?:^|-)(\p{Ll})/gu, (_, first: string) => ` ${first.toUpperCase()}`).trim()
    : part
  const bare = withoutLead(trim(spelt))
    .replace(/\s*[(（[【<].*$/u, '')
    .replace(tail, '')
    .replace(/\s+(?:[-–—]|in|aus|à|for|skrifar|schreibt|writes|reports)\s+.*$/u, '')
  return trim(bare)
}

function trim(text: string): string {
  return text
    .replace(/\S+@\S+/gu, '')
    .replace(/^[\s@.,:：/·|•–—-]+|[\s,:：/|•·–—-]+$/gu, '')
    .trim()
}

/** The outlet itself, or one of its desks: `Harbour Post`, `HARBOUR SOUTH`. */
function isOwn(name: string, own: string[]): boolean {
  const first = foldLetters(name.split(' ')[0] ?? '')
  return own.some(
    (one) =>
      one === foldLetters(name) || (one.length >= 3 && one === first) || one === foldLetters(name).replace(/^the/u, ''),
  )
}

/** An address, a handle, a date or a sentence is no name of anybody. */
function isPrintable(line: string): boolean {
  if (
    line.length < 2 ||
    line.length > 60 ||
    /^@|https?:|\/\/|[?!。]|\d\D+\d|\d{3}|[\p{Script=Han}\p{Script=Hiragana}]{17}/u.test(line)
  )
    return false
  return (
    line.split(' ').length <= 8 &&
    !bareLead.test(line) &&
    !/^(?:admin\w*|unknown|anonymous|guest|webmaster|null|undefined)$/iu.test(line)
  )
}

function isPerson(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[\d@#?!:]|https?:|www\.|\.(?:com|net|org|de|fr|co|is|tr)\b/iu.test(name))
    return false
  // Initials (mlu) and lines without a capital are no names a reader could look up.
  if (!/\p{Lu}|\p{Lo}/u.test(name) || /^\p{Lu}{2,3}$/u.test(name)) return false
  return !bareLead.test(name) && name.split(' ').length <= 6 && !notPeople.test(name)
}

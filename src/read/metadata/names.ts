import { anyCase } from '../../text/any-case.ts'
import { cleanLine } from '../../text/clean.ts'
import dates from './date-words.json' with { type: 'json' }
import { findDates } from './instant.ts'
import rules from './name-rules.json' with { type: 'json' }
import { foldLetters } from '../../text/letters.ts'

const lead = anyCase(
  `^(?:(?:${rules.lead})(?:\\s*[:：/／|｜＝=・]\\s*|\\s+)|(?:${rules.labels})\\s*[:：]\\s*|(?:${rules.phrases})\\s+)`,
)
const deed = new RegExp(`^(?:${rules.labels})\\s*[:：]\\s*`, 'iu')
const gluedLead = new RegExp(`^(?:${rules.glued})(?=\\p{Lu}\\p{Ll}|\\p{Lu}{2})`, 'u')
const gluedCapital = new RegExp(`^(?:${rules.glued.replace(/(?:^|\|)\w/gu, (at) => at.toUpperCase())})(?=\\p{Lu})`, 'u')
// "di Marco Rossi" is a byline, "Di Marco" and "de Vries" are names.
const particle = /^(?:di|de|da|na)\s+(?=\p{Lu}\S+\s+\p{Lu})/u
const bareLead = anyCase(`^(?:${rules.lead}):?$`)
const begins = new RegExp(`^(?:${rules.lead})(?:\\s*[:：/／]\\s*|\\s+)(?=\\p{Lu}|\\p{Lo})`, 'iu')
const tail = new RegExp(`\\s*(?:${rules.tail})$`, 'u')
const labelled = `(?:${rules.drop})\\s*(?:[:：/／｜・]|\\s(?:by|von|par|por|di)\\s)`
const drop = new RegExp(
  `(?:^|[;；|/,，]|\\s[-–—·•]?|\\u3000)\\s*(?:with\\s+)?${labelled}(?:(?!,\\s*\\p{L}+\\s*[:：])[^;；|])*`,
  'giu',
)
// What parts a byline whatever it says, and what may also stand inside a name or a role.
const breaks = /\s*[;；、，|\n•·]\s*|\s*,\s+|(?<=\p{L}),(?=\p{Lu})/u
const capitals = rules.joins
  .split('|')
  .filter((one) => /^\p{Ll}{2,}$/u.test(one))
  .map((one) => one.toUpperCase())
const joins = new RegExp(
  `\\s+(?:${rules.joins}|${capitals.join('|')}|&)\\s+(?=[\\p{Lu}\\p{Lo}]|dpa\\b)|\\s*[/／]\\s*`,
  'u',
)
const either = (words: string): string =>
  words.replace(/(?<=^|\|)\p{Ll}/gu, (first) => `[${first}${first.toUpperCase()}]`)
// "Harbour correspondent Ann Lee": the role and what stands before it.
const roleFirst = new RegExp(
  `^(?:[\\p{L}'’&-]+\\s+){0,3}?(?:${either(rules.roles)})\\s+(?=\\p{Lu}[\\p{L}\\p{M}'’.-]*\\s+\\p{Lu})`,
  'u',
)
// "our correspondent Ann Lee in Saltmere", "notre envoyée spéciale Ann Lee": whose and what before the name.
const ourRole = new RegExp(
  `^(?:our|notre|nuestr[oa]|nosso|nossa|unser(?:e[rmn]?)?|onze|vår|vores|il nostro|la nostra|наш(?:его)?)\\s+(?:\\p{Ll}+\\s+){0,2}?(?:${rules.roles})\\s+(?=\\p{Lu})`,
  'iu',
)
// "Harbour Radio | By Ann Lee": what stands before a word for "by" is the outlet, a section or a place.
const beforeLead = new RegExp(`^[^|•·–—]{2,60}[|•·–—]\\s*(?=(?:${either(rules.glued)})\\s+\\p{Lu})`, 'u')
const fullName = new RegExp(
  `^\\p{Lu}[\\p{L}\\p{M}'’.-]*(?:\\s(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|${rules.particles})){1,3}$`,
  'u',
)
const outletName = new RegExp(`^(?:\\p{Script=Hangul}|\\p{Script=Han}){2,}(?:${rules.outletEnds})$`, 'u')
const particles = new RegExp(`^(?:(?:${rules.particles})[\\s'’-]|[dl]['’])`, 'u')
const addressLike = /^\p{Ll}{2,}(?:-\p{Ll}{2,}){1,2}$/u
// "Lucía Barranco en Madrid": after a full name one word more is a place.
const placeAfter = /(?<=\S\s+\S+)\s+(?:en|a|à)\s+\p{Lu}[\p{L}-]+$/u
const place = anyCase(`^(?:${rules.places})$`)
const inBrackets = /[(（[]([^()（）[\]]{2,40})[)）\]]/gu
const generation = /,\s+(?=(?:Jr|Sr)\b|I{2,3}\b|IV\b)/gu
const degree = new RegExp(`^(?:${rules.degrees})$`, 'u')
const label = anyCase(`^(?:${rules.drop})$`)
const notPeople = anyCase(`(?<![\\p{L}])(?:${rules.notPeople})(?![\\p{L}])`)
const longHan = /[\p{Script=Han}\p{Script=Hiragana}]{9}/u
const agencies = new Set(rules.agencies.split('|'))

/** What bylines say: people, the first agency, and each line as printed where it is a name of any kind. */
export type Byline = { people: string[]; agency: string | null; printed: string[] }

const inverted = /^(\p{Lu}[\p{L}\p{M}'’-]+),\s*(\p{Lu}[\p{L}\p{M}'’.-]*(?:\s\p{Lu}[\p{L}\p{M}.]*)?)$/u

/** A name as catalogues write it in `<meta>`, `Plum, Tamsin`, in the order it is spoken. */
export function upright(name: string): string {
  const [, family = '', given = ''] = inverted.exec(name.trim()) ?? []
  return family === '' || [family, given].some((one) => isAgency(one) || !isPerson(one)) ? name : `${given} ${family}`
}

// 记者 李明 王芳: names of two to four letters after a label, in a line that says more than the byline.
const han = '\\p{Script=Han}{2,4}(?![\\p{Script=Han}:：])'
const hanByline = new RegExp(
  `(?:^|[\\s|·;；)）])(?:${rules.hanLabels})(?:\\s*[:：/／]\\s*|\\s+)(${han}(?:[\\s、，,/]+${han})*)`,
  'u',
)

const hanSign = /\p{Script=Han}/u

/** The names that a label introduces in the middle of a Chinese line of particulars. */
export function namesAfterLabel(line: string): string[] {
  const said = (hanSign.test(line) ? hanByline.exec(line) : null)?.[1]?.split(/[\s、，,/]+/u) ?? []
  return said.filter((name) => !notPeople.test(name) && !label.test(name))
}

/** Is this the name of a news agency, as a byline gives it? */
export function isAgency(name: string): boolean {
  return agencies.has(name.toLowerCase().replace(/^(?:source|quelle|来源|來源)\s*[:：]\s*/u, ''))
}

/** Does a line begin as bylines do: a word for "by" and a name? */
export function beginsLikeByline(line: string): boolean {
  return begins.test(line) || gluedLead.test(line) || gluedCapital.test(line)
}

/** The line without a label for what somebody did, `Interview: Ann Lee`, where names follow it; else `null`. */
export function afterDeed(line: string): string | null {
  const bare = line.replace(deed, '')
  return bare !== line && splitByline([bare], []).people.every((name) => fullName.test(name)) ? bare : null
}

/** Does a part of a byline say what somebody is or whom for, as `Transport reporter, Harbour Radio`? */
export function isRole(part: string): boolean {
  return notPeople.test(part)
}

/** Is this a word for "by" and nothing else? */
export function isLead(text: string): boolean {
  return bareLead.test(text.trim())
}

/** The text without a word for "by" at its start. */
export function withoutLead(text: string): string {
  const begun = lead.find(text)?.said[0]?.length ?? 0
  const bare = text.slice(begun).replace(particle, '').replace(gluedLead, '').replace(gluedCapital, '')
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
    const whole = withoutLead(withoutDate(unwrapped(cleanLine(line))).replace(beforeLead, ''))
      .replace(ourRole, '')
      .replace(drop, '')
      .replace(generation, ' ')
    const { names, agencies } = partsOf(whole)
    agency ??= agencies[0] ?? null
    // "harbour.example, Saltmere, Coast": a line that begins with the outlet names its seat, not people. Nor is a
    // line with a stretch of Han too long for a name one of names.
    const first = foldLetters(whole.split(breaks)[0] ?? '')
    const seat = (breaks.test(whole) && own.includes(first)) || names.some((one) => longHan.test(one))
    for (const name of seat ? [] : names)
      if (isPerson(name) && !isOwn(name, own)) people.set(foldLetters(name), people.get(foldLetters(name)) ?? name)
    for (const bare of whole.split(/[;；|]/u).map(trim))
      if (isPrintable(bare)) printed.set(foldLetters(bare), printed.get(foldLetters(bare)) ?? bare)
  }
  return { people: [...people.values()], agency, printed: [...printed.values()] }
}

/** The names a byline runs together, and the agencies among them; what begins in small letters is a role or a place. */
function partsOf(whole: string): { names: string[]; agencies: string[] } {
  const [names, agencies]: [string[], string[]] = [[], []]
  // "Ann Lee, (AA)", "(red/dpa)", "Ann Lee (via Reuters)"
  for (const [, inside = ''] of whole.matchAll(inBrackets))
    for (const one of [inside, inside.split(/[\s/]/u).at(-1) ?? '']) if (isAgency(one)) agencies.push(one)
  for (const segment of whole.split(breaks).map((one) => trim(withoutLead(one)))) {
    // An agency's name may hold a stroke or a word for "and".
    const parts = isAgency(segment) ? [segment] : segment.replace(placeAfter, '').split(joins).map(bareName)
    if (
      /^\p{Ll}/u.test(segment) &&
      !particles.test(segment) &&
      !addressLike.test(segment) &&
      !isAgency(parts[0] ?? '')
    ) {
      const last = segment.split(/\s(?:by|from|with|von|mit|par|avec|de|con|di|av|med|van)\s/u).at(-1) ?? ''
      agencies.push(...[last, ...parts].filter(isAgency))
      continue
    }
    // "Ann Lee, New Delhi": a city after a name is where it was written.
    for (const name of parts) {
      if (isAgency(name)) agencies.push(name)
      else if (names.length === 0 || !place.test(name)) names.push(name)
    }
  }
  return { names, agencies }
}

// Dates are looked for in a line with a year: reading month names of every language costs a tenth of a second once.
const year = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})|\p{Nd}[./-]\p{Nd}{2}(?!\p{Nd})/u
const beforeDate = new RegExp(
  `(?:[\\s,|•·:：–—-]+(?:last\\s)?(?:${dates.updated}|${dates.published})?)?[\\s:：]*(?:on|am|le|el|em|il|den)?\\s*$`,
  'iu',
)

/** A byline up to the date that follows it, with a weekday or a word for "published" before that: `Ann Lee, Monday 5 March 2026`. */
function withoutDate(line: string): string {
  const first = year.test(line) ? findDates(line)[0] : undefined
  if (!first || first.start === 0) return line
  const before = line.slice(0, first.start).replace(beforeDate, '')
  const bare = before.replace(/\s*[,|•·–—-]\s*\p{L}+\.?$/u, '')
  return bare === '' ? line : bare
}

/** A line that stands in brackets as a whole, without them. */
function unwrapped(line: string): string {
  const inside = /^[(（[]([^()（）[\]]+)[)）\]]$/u.exec(line)?.[1]
  return inside ?? line
}

function bareName(part: string): string {
  // A name as a part of an address, ines-calloway, is that name in other typography.
  const spelt = addressLike.test(part)
    ? part.replace(/(?:^|-)(\p{Ll})/gu, (_, first: string) => ` ${first.toUpperCase()}`).trim()
    : part
  const bare = withoutLead(trim(spelt))
    .replace(/\s*[(（[【<].*$/u, '')
    .replace(/(?<=\S\s\S*\p{Ll}{2})\.\s+\p{Lu}.*$/u, '')
    .replace(/^\p{Script=Hangul}{1,6}[=＝]/u, '')
    .replace(tail, '')
    .replace(/\s+(?:[-–—]|in|aus|à|for|of|from|at|für|skrifar|schreibt|writes|reports)\s+.*$/u, '')
  // The full stop of a line, not of "Jr." or an initial.
  return trim(withoutRole(bare)).replace(/(?<=\p{Ll}{3})\.$/u, '')
}

/** A role and a name are three words or more. */
function withoutRole(text: string): string {
  return /\s\S+\s/u.test(text) ? text.replace(roleFirst, '') : text
}

function trim(text: string): string {
  return text
    .replace(/\S+@\S+|(?<=\s)@\w+/gu, '')
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
  if (outletName.test(name)) return false
  return !bareLead.test(name) && !degree.test(name) && name.split(' ').length <= 6 && !notPeople.test(name)
}

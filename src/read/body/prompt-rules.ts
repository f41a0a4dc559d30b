import { anyCase, type AnyCase } from '../../text/any-case.ts'
import { createScreen } from '../../text/screen.ts'
import phrases from './line-phrases.json' with { type: 'json' }

/** Longest lines that a rule looks at: a paragraph of the report is longer, and must not be lost for its first words. */
const longest = {
  whole: 90,
  opens: 260,
  holds: 450,
  tail: 330,
  bio: 420,
  stop: 60,
  byline: 90,
  particle: 90,
  credit: 330,
  agency: 330,
}

const name = "[\\p{L}\\p{M}\\d.'’&©@-]+"
const names = `${name}(?:(?:\\s|\\s?[/,|]\\s?)${name}){0,6}`

type Kind = keyof typeof phrases
const wraps: Record<Kind, (all: string) => string> = {
  whole: (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})[\\s\\p{P}\\p{S}]*$`,
  opens: (all) => `^[\\s>»›→▶►•*–—-]*(?:${all})`,
  holds: (all) => `(?:${all})`,
  tail: (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})`,
  bio: (all) => `(?:${all})`,
  stop: (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})[\\s\\p{P}\\p{S}]*$`,
  byline: (all) => `^[\\s–—-]*(?:${all})(?:\\s*[:：/／|丨]\\s*|\\s+)`,
  particle: (all) => `^(?:${all})$`,
  credit: (all) =>
    `(?:^|[.!?…"”’»)\\]|]\\s*|[(（[]\\s*|\\s[–—|]\\s*)(?:${all})\\s*[:：=/／©]\\s*${names}\\s*[)）\\]]?\\.?$`,
  agency: (all) => `(?:[.!?…"”’»)\\]|]\\s*|[(（[]\\s*|^)(?:©\\s*)?(?:${all})\\s?[/|]\\s?${names}\\s*[)）\\]]?$`,
}

/** The phrases of one kind, of one language or of all. */
type Rule = { kind: Kind; source: string; pattern: AnyCase }
// "foto" opens a credit in twenty languages: what is long for what stands around the phrases is one expression for all.
const together = new Set<Kind>(['byline', 'particle', 'credit', 'agency'])
const rules = (Object.keys(phrases) as Kind[]).flatMap((kind) => {
  const sources = Object.values(phrases[kind])
  return (together.has(kind) ? [sources.join('|')] : sources).map((source): Rule => {
    return { kind, source, pattern: anyCase(wraps[kind](source)) }
  })
})
const screen = createScreen(rules.map(({ source }) => source))

/** Does a phrase of this kind fit a line, in any language? */
function fits(kind: Kind, line: string): boolean {
  for (const at of screen(line)) {
    const rule = rules[at]
    if (rule?.kind === kind && rule.pattern.test(line)) return true
  }
  return false
}

// A mark that a program was to replace, as $$ADVERT$$ or {{title}}.
const placeholder = /^(?:\$\$[\w-]+\$\$|\{\{[^}]*\}\}|%%[\w-]+%%|\[\[[\w-]+\]\])$/u
// "00:21 Min.", "| 0:21 min", "5 min": how long a recording is.
const unit = '(?:min\\.?|mins?|minutes?|minuten|minutos|minuti|minut|мин\\.?|хв\\.?|dk\\.?|分钟|分鐘|分|분)'
const duration = new RegExp(
  `(?:^|[|\\s·•])\\d{1,2}:\\d{2}(?::\\d{2})?\\s*${unit}\\.{0,2}$|^\\d{1,3}\\s*${unit}(?: read| lesezeit| de lecture| de lectura)?\\.{0,2}$`,
  'iu',
)

/** Is this line a prompt and no part of the report, in any of the languages of `line-phrases.json`? Long paragraphs never are. */
export function isPrompt(line: string): boolean {
  const { length } = line
  if (length <= longest.whole && (fits('whole', line) || placeholder.test(line))) return true
  return (length <= longest.opens && fits('opens', line)) || (length <= longest.holds && fits('holds', line))
}

/** Is this what stands below a report: who worked on it, where it comes from, whom to write to? Means nothing elsewhere. */
export function isTailLine(line: string): boolean {
  return line.length <= longest.tail && fits('tail', line)
}

/** Does this say what somebody is or does, as the lines about authors do? Means nothing outside such a place. */
export function isAboutAuthor(line: string): boolean {
  return line.length <= longest.bio && fits('bio', line)
}

/** Is this a heading under which an outlet lists other things to read? */
export function isStopHeading(line: string): boolean {
  return line.length <= longest.stop && fits('stop', line)
}

/** Does this line end with the length of a recording? Its words are then the recording's and not the report's. */
export function endsWithDuration(line: string): boolean {
  return line.length <= longest.bio && duration.test(line)
}

// Which word of several opens a byline decides what its rest is: here all languages are one expression.
const byline = anyCase(wraps.byline(Object.values(phrases.byline).join('|')))

// "Von Ada Quay, Hafen; Fotos: Bo Lee": who did something else, beside who wrote.
const otherWork = /[;,|·]\s*\p{L}{3,14}\s*[:：]\s*(?=\p{Lu})/gu

/** Is this "By Ada Quay, Harbour" or the like: a word of that meaning, then nothing but names? */
export function isByline(line: string): boolean {
  if (line.length > longest.byline) return false
  if (!fits('byline', line)) return false
  const opening = byline.find(line)?.said[0]
  if (opening === undefined) return false
  const rest = line.slice(opening.length)
  // Scripts without capitals need the sign between word and name.
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s、，·]{2,24}$/u.test(rest))
    return /[:：/／|丨]/u.test(opening)
  const names = rest.replace(otherWork, ' ')
  const words = names.split(/[\s,;|/•·&+]+/u).filter((word) => word !== '')
  return (
    words.length > 0 &&
    words.length <= 10 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) || fits('particle', word))
  )
}

/**
 * Does this line end as captions do, with who took the picture: "(Photo: Ada Quay)", "IMAGO/Ada Quay"?
 *
 * "(dpa/ap)" is no credit but the agencies of a report: it has no name after its stroke.
 */
export function endsWithCredit(line: string): boolean {
  // The sign between word and name: without one the long patterns need not be asked.
  if (line.length > longest.credit || !/[:：=/／©|]/u.test(line.slice(-90))) return false
  return fits('credit', line) || (fits('agency', line) && /[/|]\s?\p{Lu}\p{L}{2,}/u.test(line.slice(-60)))
}

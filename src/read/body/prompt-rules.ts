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

const whole = compile('whole', (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})[\\s\\p{P}\\p{S}]*$`)
const opens = compile('opens', (all) => `^[\\s>»›→▶►•*–—-]*(?:${all})`)
const holds = compile('holds', (all) => `(?:${all})`)
const tail = compile('tail', (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})`)
const bio = compile('bio', (all) => `(?:${all})`)
const stop = compile('stop', (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})[\\s\\p{P}\\p{S}]*$`)
const byline = compile('byline', (all) => `^[\\s–—-]*(?:${all})(?:\\s*[:：/／|丨]\\s*|\\s+)`)
const particle = compile('particle', (all) => `^(?:${all})$`)

const name = "[\\p{L}\\p{M}\\d.'’&©@-]+"
const names = `${name}(?:(?:\\s|\\s?[/,|]\\s?)${name}){0,6}`
const byWord = compile(
  'credit',
  (all) => `(?:^|[.!?…"”’»)\\]|]\\s*|[(（[]\\s*|\\s[–—|]\\s*)(?:${all})\\s*[:：=/／©]\\s*${names}\\s*[)）\\]]?\\.?$`,
)
const byAgency = compile(
  'agency',
  (all) => `(?:[.!?…"”’»)\\]|]\\s*|[(（[]\\s*|^)(?:©\\s*)?(?:${all})\\s?[/|]\\s?${names}\\s*[)）\\]]?$`,
)

// A mark that a program was to replace, as $$ADVERT$$ or {{title}}.
const placeholder = /^(?:\$\$[\w-]+\$\$|\{\{[^}]*\}\}|%%[\w-]+%%|\[\[[\w-]+\]\])$/u
// "00:21 Min.", "| 0:21 min", "5 min": how long a recording is.
const unit = '(?:min\\.?|mins?|minutes?|minuten|minutos|minuti|minut|мин\\.?|хв\\.?|dk\\.?|分钟|分鐘|分|분)'
const duration = new RegExp(
  `(?:^|[|\\s·•])\\d{1,2}:\\d{2}(?::\\d{2})?\\s*${unit}\\.{0,2}$|^\\d{1,3}\\s*${unit}(?: read| lesezeit| de lecture| de lectura)?\\.{0,2}$`,
  'iu',
)

function compile(kind: keyof typeof longest, wrap: (all: string) => string): RegExp {
  return new RegExp(wrap(Object.values(phrases[kind]).join('|')), 'iu')
}

/** Is this line a prompt and no part of the report, in any of the languages of `line-phrases.json`? Long paragraphs never are. */
export function isPrompt(line: string): boolean {
  const { length } = line
  if (length <= longest.whole && (whole.test(line) || placeholder.test(line))) return true
  return (length <= longest.opens && opens.test(line)) || (length <= longest.holds && holds.test(line))
}

/** Is this what stands below a report: who worked on it, where it comes from, whom to write to? Means nothing elsewhere. */
export function isTailLine(line: string): boolean {
  return line.length <= longest.tail && tail.test(line)
}

/** Does this say what somebody is or does, as the lines about authors do? Means nothing outside such a place. */
export function isAboutAuthor(line: string): boolean {
  return line.length <= longest.bio && bio.test(line)
}

/** Is this a heading under which an outlet lists other things to read? */
export function isStopHeading(line: string): boolean {
  return line.length <= longest.stop && stop.test(line)
}

/** Does this line end with the length of a recording? Its words are then the recording's and not the report's. */
export function endsWithDuration(line: string): boolean {
  return line.length <= longest.bio && duration.test(line)
}

/** Is this "By Ada Quay, Harbour" or the like: a word of that meaning, then nothing but names? */
export function isByline(line: string): boolean {
  if (line.length > longest.byline) return false
  const opening = byline.exec(line)
  if (!opening) return false
  const rest = line.slice(opening[0].length)
  // Scripts without capitals need the sign between word and name.
  if (/^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\s、，·]{2,24}$/u.test(rest))
    return /[:：/／|丨]/u.test(opening[0])
  const words = rest.split(/[\s,;|/•·&+]+/u).filter((word) => word !== '')
  return (
    words.length > 0 &&
    words.length <= 10 &&
    words.every((word) => /^\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word) || particle.test(word))
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
  return byWord.test(line) || (byAgency.test(line) && /[/|]\s?\p{Lu}\p{L}{2,}/u.test(line.slice(-60)))
}

import phrases from './line-phrases.json' with { type: 'json' }

/** Longest lines that a rule looks at: a paragraph of the report is longer, and must not be lost for its first words. */
const longest = { whole: 90, opens: 260, holds: 330, tail: 330, bio: 420, stop: 60 }

const whole = compile('whole', (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})[\\s\\p{P}\\p{S}]*$`)
const opens = compile('opens', (all) => `^[\\s>»›→▶►•*–—-]*(?:${all})`)
const holds = compile('holds', (all) => `(?:${all})`)
const tail = compile('tail', (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})`)
const bio = compile('bio', (all) => `(?:${all})`)
const stop = compile('stop', (all) => `^[\\s\\p{P}\\p{S}]*(?:${all})[\\s\\p{P}\\p{S}]*$`)

// A mark that a program was to replace, as $$ADVERT$$ or {{title}}.
const placeholder = /^(?:\$\$[\w-]+\$\$|\{\{[^}]*\}\}|%%[\w-]+%%|\[\[[\w-]+\]\])$/u
// "00:21 Min.", "| 0:21 min", "5 min": how long a recording is.
const duration =
  /(?:^|[|\s·])(?:\d{1,2}:\d{2}(?::\d{2})?|\d{1,3})\s*(?:min\.?|mins|minutes?|minuten|minutos|minuti|мин\.?|分钟|分鐘|분)\.{0,2}$/iu

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

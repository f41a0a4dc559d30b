import { cleanLine } from '../../text/clean.ts'
import rules from './name-rules.json' with { type: 'json' }

const lead = new RegExp(`^(?:${rules.lead})(?:\\s*[:：/／|]\\s*|\\s+)`, 'iu')
const bareLead = new RegExp(`^(?:${rules.lead}):?$`, 'iu')
const tail = new RegExp(`\\s*(?:${rules.tail})$`, 'u')
const joins = new RegExp(`\\s*[;；、，|\\n•]\\s*|\\s*,\\s+|\\s+(?:${rules.joins}|&)\\s+`, 'iu')
const notPeople = new RegExp(`(?<![\\p{L}])(?:${rules.notPeople})(?![\\p{L}])`, 'iu')
const agencies = new Set(rules.agencies.split('|'))

/** Is this the name of a news agency, as a byline gives it? */
export function isAgency(name: string): boolean {
  return agencies.has(name.toLowerCase().replace(/^(?:source|quelle|来源|來源)\s*[:：]\s*/u, ''))
}

/**
 * People and the agency of bylines as outlets print them: "By", roles, addresses and the outlet's own name taken off.
 *
 * @param said bylines, each one name or several run together, in any language
 * @param outlet names of the outlet (never authors)
 */
export function splitByline(said: string[], outlet: string[]): { people: string[]; agency: string | null } {
  const own = new Set(outlet.map((name) => name.toLowerCase()))
  const people = new Map<string, string>()
  let agency: string | null = null
  for (const part of said.flatMap((line) => cleanLine(line).replace(lead, '').split(joins))) {
    const name = bareName(part)
    if (isAgency(name)) agency ??= name
    else if (isPerson(name) && !own.has(name.toLowerCase()) && !people.has(name.toLowerCase()))
      people.set(name.toLowerCase(), name)
  }
  return { people: [...people.values()], agency }
}

function bareName(part: string): string {
  // A name as a part of an address, ines-calloway, is that name in other typography.
  const spelt = /^\p{Ll}{2,}(?:-\p{Ll}{2,}){1,2}$/u.test(part)
    ? part.replace(/(?:^|-)(\p{Ll})/gu, (_, first: string) => ` ${first.toUpperCase()}`).trim()
    : part
  return spelt
    .replace(/\S+@\S+/gu, '')
    .replace(/\s*[(（[【<].*$/u, '')
    .replace(lead, '')
    .replace(tail, '')
    .replace(/\s+(?:[-–—]|in|aus|à|for)\s+.*$/u, '')
    .replace(/^[\s@.,:：/·]+|[\s,:：/]+$/gu, '')
}

function isPerson(name: string): boolean {
  if (name.length < 2 || name.length > 60 || /[\d@#?!]|https?:|www\.|\.(?:com|net|org|de|fr)\b/iu.test(name))
    return false
  return !bareLead.test(name) && name.split(' ').length <= 6 && !notPeople.test(name)
}

import type { Url } from '../types.ts'
import { readContentSignals, type ContentSignals } from './content-signals.ts'
import { rankRules, saidOf } from './ranked-rules.ts'
import { readGroup, type GroupLine } from './robots-group.ts'

/** What a site's robots.txt says to us. `unreachable`: RFC 9309 §2.3.1.4 then forbids everything for a while. */
export type RobotsRules = {
  allows: (url: Url) => boolean
  unreachable: boolean
  delayMs: number | null
  /** What its Content-Signal lines refuse. */
  signals: ContentSignals
  /** How much of memory the rules take, about. */
  bytes: number
}

/**
 * Read the answer to a request for robots.txt by RFC 9309: 2xx is parsed, 4xx allows everything, anything else
 * (also no answer, `status: null`) forbids everything until it is asked again.
 *
 * @param product our product token, as `Waikan`
 */
export function readRobots(answer: { status: number | null; text: string }, product: string): RobotsRules {
  const { status } = answer
  const silent = { delayMs: null, signals: () => [], bytes: 0 }
  if (status === null || status >= 500 || status === 429) return { allows: () => false, unreachable: true, ...silent }
  if (status < 200 || status >= 300) return { allows: () => true, unreachable: false, ...silent }
  const lines = readGroup(answer.text, product)
  const rules = rankRules(lines.ours.flatMap(asRule))
  const signals = readContentSignals(lines)
  return {
    allows: (url) => new URL(url).pathname === '/robots.txt' || !isForbidden(saidOf(rules, url)),
    unreachable: false,
    delayMs: delayOf(lines.ours),
    signals: signals.refused,
    bytes: rules.length + signals.bytes,
  }
}

function asRule({ name, value }: GroupLine): { location: string; says: string; restricts: boolean }[] {
  if ((name !== 'allow' && name !== 'disallow') || value === '') return []
  return [{ location: value, says: name, restricts: name === 'disallow' }]
}

function isForbidden(said: string[]): boolean {
  return said.includes('disallow') && !said.includes('allow')
}

/** No part of RFC 9309, yet what a site that writes it asks for: the longest of its pauses. */
function delayOf(lines: GroupLine[]): number | null {
  const seconds = lines.filter(({ name }) => name === 'crawl-delay').map(({ value }) => Number(value))
  const longest = seconds.reduce((most, one) => (one > most ? one : most), 0)
  return longest > 0 ? longest * 1000 : null
}

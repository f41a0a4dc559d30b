import type { Url } from '../types.ts'
import { locationFits, pathsOf, readLocation } from './location-pattern.ts'

/** What a site says of a location as it wrote it. `restricts`: it takes from us rather than gives. */
export type LocationRule = { location: string; says: string; restricts: boolean }

/**
 * A site's rules as one text, the longest location first, a line for each: `says location`. One text, as
 * objects would take many times the place.
 */
export type RankedRules = string

// Each rule with a star may read all of an address: with the longest address this many take some 50 ms. The largest
// robots.txt that we know of have a few hundred.
const mostWithStar = 5000

/** Above the limit of rules with stars one that restricts counts up to its first star, so for more; one that gives does not count. */
export function rankRules(rules: LocationRule[]): RankedRules {
  const lines = new Map<string, string>()
  let withStar = 0
  for (const { location: written, says, restricts } of rules) {
    let location = readLocation(written)
    if (location.includes('*') && !lines.has(`${says} ${location}`)) withStar++
    if (withStar > mostWithStar && location.includes('*')) {
      if (!restricts) continue
      location = location.slice(0, location.indexOf('*'))
    }
    lines.set(`${says} ${location}`, location)
  }
  const ranked = [...lines].toSorted(([, a], [, b]) => b.length - a.length)
  // ASCII by now. Copied, as a piece of a text keeps the whole of it in memory.
  return Buffer.from(ranked.map(([line]) => line).join('\n'), 'latin1').toString('latin1')
}

/** What the rules of the longest location say that fits an address; of equally long ones all, of none nothing. */
export function saidOf(rules: RankedRules, url: Url): string[] {
  if (rules === '') return []
  const paths = pathsOf(url)
  const said = new Set<string>()
  let longest = 0
  for (const line of rules.split('\n')) {
    const blank = line.indexOf(' ')
    const location = line.slice(blank + 1)
    if (said.size > 0 && location.length < longest) break
    if (!paths.some((path) => locationFits(location, path))) continue
    longest = location.length
    said.add(line.slice(0, blank))
  }
  return [...said]
}

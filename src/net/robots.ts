import robotsParser from 'robots-parser'
import type { Url } from '../types.ts'

// robots-parser is CommonJS: its types name a default export, the runtime gives the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** What a site's robots.txt says to us. `unreachable`: RFC 9309 §2.3.1.4 then forbids everything for a while. */
export type RobotsRules = { allows: (url: Url) => boolean; unreachable: boolean; delayMs: number | null }

/**
 * Read the answer to a request for robots.txt by RFC 9309: 2xx is parsed, 4xx allows everything, anything else
 * (also no answer, `status: null`) forbids everything until it is asked again.
 *
 * @param product our product token, as `Waikan`
 */
export function readRobots(answer: { url: Url; status: number | null; text: string }, product: string): RobotsRules {
  const { status } = answer
  if (status === null || status >= 500 || status === 429)
    return { allows: () => false, unreachable: true, delayMs: null }
  if (status < 200 || status >= 300) return { allows: () => true, unreachable: false, delayMs: null }
  const rules = parseRobots(answer.url, answer.text.slice(0, 512_000))
  // No part of RFC 9309, yet what a site that writes it asks for.
  const seconds = rules.getCrawlDelay(product)
  const delayMs = seconds !== undefined && seconds > 0 ? seconds * 1000 : null
  return { allows: (url) => rules.isAllowed(url, product) !== false, unreachable: false, delayMs }
}

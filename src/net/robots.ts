import robotsParser from 'robots-parser'
import type { Url } from '../types.ts'
import { readContentSignals, type ContentSignals } from './content-signals.ts'

// robots-parser is CommonJS: its types name a default export, the runtime gives the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default

/** What a site's robots.txt says to us. `unreachable`: RFC 9309 §2.3.1.4 then forbids everything for a while. */
export type RobotsRules = {
  allows: (url: Url) => boolean
  unreachable: boolean
  delayMs: number | null
  /** What its Content-Signal lines refuse. */
  signals: ContentSignals
}

/**
 * Read the answer to a request for robots.txt by RFC 9309: 2xx is parsed, 4xx allows everything, anything else
 * (also no answer, `status: null`) forbids everything until it is asked again.
 *
 * @param product our product token, as `Waikan`
 */
export function readRobots(answer: { url: Url; status: number | null; text: string }, product: string): RobotsRules {
  const { status } = answer
  const silent = { delayMs: null, signals: () => [] }
  if (status === null || status >= 500 || status === 429) return { allows: () => false, unreachable: true, ...silent }
  if (status < 200 || status >= 300) return { allows: () => true, unreachable: false, ...silent }
  const text = answer.text.slice(0, 512_000)
  const rules = parseRobots(answer.url, text)
  // No part of RFC 9309, yet what a site that writes it asks for.
  const seconds = rules.getCrawlDelay(product)
  const delayMs = seconds !== undefined && seconds > 0 ? seconds * 1000 : null
  const signals = readContentSignals(text, product)
  return { allows: (url) => rules.isAllowed(url, product) !== false, unreachable: false, delayMs, signals }
}

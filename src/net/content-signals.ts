import type { Url } from '../types.ts'
import { rankRules, saidOf, type LocationRule } from './ranked-rules.ts'
import type { OurLines } from './robots-group.ts'

/** What a site's Content-Signal lines say against the use of an address, in its words: `Content-Signal: ai-input=no`. Empty for none. */
export type ContentSignals = (url: Url) => string[]

// What we do with a text: give it to a model, and let readers find it. We train nothing, so `ai-train` asks nothing of us.
const ours = new Set(['ai-input', 'search'])

/**
 * Read the Content-Signal lines of a robots.txt (contentsignals.org, 2025: `search`, `ai-input` and `ai-train`, each `yes`
 * or `no`; what is not named is neither granted nor refused). As with other rules the groups of our own name count alone,
 * else those of `*`; lines before the first group are everybody's. A path before the signals, as the IETF drafts for AI
 * preferences have it, narrows a line: the longest that fits counts. Of lines that disagree the one that refuses counts.
 */
export function readContentSignals(lines: OurLines): { refused: ContentSignals; bytes: number } {
  const said = [...lines.before, ...lines.ours].filter(({ name }) => name === 'content-signal')
  const rules = rankRules(said.map(({ value }) => readLine(value)))
  const refused = (url: Url): string[] => {
    const signals = saidOf(rules, url)
      .flatMap((one) => one.split(','))
      .filter((one) => one !== '')
    return [...new Set(signals)].map((signal) => `Content-Signal: ${signal}=no`)
  }
  return { refused, bytes: rules.length }
}

/** The uses of ours that a list of signals refuses, as `ai-input=no, search=yes` names `ai-input`. */
export function refusedSignals(signals: string): string[] {
  const said = signals.toLowerCase().matchAll(/(?<![\w-])([\w-]{1,40})\s{0,9}[=:]\s{0,9}([\w-]{1,20})(?![\w-])/gu)
  return [...said].flatMap(([, name = '', value]) => (ours.has(name) && value === 'no' ? [name] : []))
}

function readLine(value: string): LocationRule {
  const blank = /^[/*]/u.test(value) ? value.search(/\s/u) : 0
  const end = blank < 0 ? value.length : blank
  const says = [...new Set(refusedSignals(value.slice(end)))].join(',')
  return { location: value.slice(0, end) || '/', says, restricts: says !== '' }
}

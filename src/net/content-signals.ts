import type { Url } from '../types.ts'
import { locationPattern } from './location-pattern.ts'

/** What a site's Content-Signal lines say against the use of an address, in its words: `Content-Signal: ai-input=no`. Empty for none. */
export type ContentSignals = (url: Url) => string[]

type Line = { agent: string; fits: (path: string) => boolean; length: number; refused: string[] }

// What we do with a text: give it to a model, and let readers find it. We train nothing, so `ai-train` asks nothing of us.
const ours = new Set(['ai-input', 'search'])

/**
 * Read the Content-Signal lines of a robots.txt (contentsignals.org, 2025: `search`, `ai-input` and `ai-train`, each `yes`
 * or `no`; what is not named is neither granted nor refused). As with other rules the groups of our own name count alone,
 * else those of `*`; lines before the first group are everybody's. A path before the signals, as the IETF drafts for AI
 * preferences have it, narrows a line: the longest that fits counts. Of lines that disagree the one that refuses counts.
 *
 * @param product our product token, as `Waikan`
 */
export function readContentSignals(text: string, product: string): ContentSignals {
  const { named, lines } = readLines(text)
  const own = product.toLowerCase()
  const group = named.has(own) ? own : '*'
  const rules = lines.filter(({ agent }) => agent === group || agent === '')
  return (url) => {
    const parsed = URL.parse(url)
    if (parsed === null) return []
    const fitting = rules.filter(({ fits }) => fits(parsed.pathname + parsed.search))
    const longest = Math.max(...fitting.map(({ length }) => length))
    const refused = fitting.filter(({ length }) => length === longest).flatMap((line) => line.refused)
    return [...new Set(refused)].map((signal) => `Content-Signal: ${signal}=no`)
  }
}

/** The uses of ours that a list of signals refuses, as `ai-input=no, search=yes` names `ai-input`. */
export function refusedSignals(signals: string): string[] {
  const said = signals.split(',').map((one) => one.split('=').map((part) => part.trim().toLowerCase()))
  return said.flatMap(([name = '', value]) => (ours.has(name) && value === 'no' ? [name] : []))
}

/** Every name a group has, and every Content-Signal line once for each name of its group. */
function readLines(text: string): { named: Set<string>; lines: Line[] } {
  const named = new Set<string>()
  const lines: Line[] = []
  let agents = ['']
  let inNames = false
  for (const written of text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u)) {
    const { key, value } = splitLine(written)
    if (key === 'user-agent') {
      const name = value.split('/')[0]?.trim().toLowerCase() ?? ''
      agents = inNames ? [...agents, name] : [name]
      named.add(name)
    }
    inNames = key === '' ? inNames : key === 'user-agent'
    if (key === 'content-signal') lines.push(...agents.map((agent) => ({ agent, ...readLine(value) })))
  }
  return { named, lines }
}

/** Name in small letters and value of a line without its comment; by places, as an expression would take cubic time on blanks. */
function splitLine(line: string): { key: string; value: string } {
  const plain = line.split('#', 1)[0] ?? ''
  const colon = plain.indexOf(':')
  return colon < 0
    ? { key: '', value: '' }
    : { key: plain.slice(0, colon).trim().toLowerCase(), value: plain.slice(colon + 1).trim() }
}

function readLine(value: string): Omit<Line, 'agent'> {
  const [, path = '/', signals = ''] = /^([/*]\S*)?\s*(.*)$/u.exec(value.trim()) ?? []
  return { fits: locationPattern(path), length: path.length, refused: refusedSignals(signals) }
}

import type { Url } from '../types.ts'
import { refusedSignals } from './content-signals.ts'
import type { Got } from './get.ts'
import { locationPattern } from './location-pattern.ts'

/**
 * What a publisher says against use by machines, in its own words: `X-Robots-Tag` and `<meta name="robots">` with
 * `noai` or `noimageai`, the TDM Reservation Protocol as header and meta element (W3C TDMRep, final report 2024), and the
 * header `Content-Signal`, as some networks send it with a page. Empty: nothing was said.
 */
export function findOptOut(got: Pick<Got, 'headers' | 'text'>): string[] {
  const found: string[] = []
  const header = got.headers['x-robots-tag'] ?? ''
  if (forbids(header)) found.push(`X-Robots-Tag: ${header}`)
  if (got.headers['tdm-reservation']?.trim() === '1') found.push('tdm-reservation: 1')
  for (const signal of refusedSignals(got.headers['content-signal'] ?? '')) found.push(`Content-Signal: ${signal}=no`)
  // A feed writes it with a prefix, as `<xhtml:meta>`.
  for (const [tag] of got.text.matchAll(/<(?:[a-z]{1,20}:)?meta\b[^<>]{0,500}>/giu)) {
    const name = attributeOf(tag, 'name').toLowerCase()
    const content = attributeOf(tag, 'content').trim()
    if (name === 'tdm-reservation' && content === '1') found.push('meta tdm-reservation: 1')
    if (/^(?:robots|waikan)$/u.test(name) && forbids(content)) found.push(`meta ${name}: ${content}`)
  }
  return found
}

function forbids(directives: string): boolean {
  return /(?:^|[\s,:])no(?:image)?ai(?=$|[\s,])/iu.test(directives)
}

function attributeOf(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'iu').exec(tag)
  return found?.[1] ?? found?.[2] ?? found?.[3] ?? ''
}

/** What a site's `/.well-known/tdmrep.json` says of an address: reserved or not. */
export type TdmRules = (url: Url) => boolean

/** Read `/.well-known/tdmrep.json`: a list of locations with `tdm-reservation`; the first that fits an address counts. */
export function readTdmRules(text: string): TdmRules {
  let written: unknown
  try {
    written = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch (error) {
    // Many sites answer every address with an HTML page: that is no statement.
    if (!(error instanceof SyntaxError)) throw error
    return () => false
  }
  const rules = (Array.isArray(written) ? written.slice(0, 1000) : []).flatMap((rule: unknown) => {
    if (rule === null || typeof rule !== 'object') return []
    const { location, 'tdm-reservation': reserved } = rule as Record<string, unknown>
    return typeof location === 'string' ? [{ fits: locationPattern(location), reserved: Number(reserved) === 1 }] : []
  })
  return (url) => {
    const parsed = URL.parse(url)
    if (parsed === null) return false
    const path = parsed.pathname + parsed.search
    return rules.find(({ fits }) => fits(path))?.reserved ?? false
  }
}

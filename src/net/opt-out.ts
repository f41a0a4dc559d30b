import type { Url } from '../types.ts'
import { refusedSignals } from './content-signals.ts'
import type { Got } from './get.ts'
import { locationFits, pathsOf, readLocation } from './location-pattern.ts'
import { visitMetaElements } from './meta-elements.ts'

/**
 * What a publisher says against use by machines, in its own words: `X-Robots-Tag` and `<meta name="robots">` with
 * `noai` or `noimageai`, the TDM Reservation Protocol as header and meta element (W3C TDMRep, final report 2024), and the
 * header `Content-Signal`, as some networks send it with a page. Empty: nothing was said. ADR 265 says which forms count.
 */
export function findOptOut(got: Pick<Got, 'headers' | 'text'>): string[] {
  const found = new Set<string>()
  for (const line of (got.headers['x-robots-tag'] ?? '').split('\n'))
    if (forbids(line)) found.add(`X-Robots-Tag: ${line.trim().slice(0, longestWords)}`)
  if (reserves(got.headers['tdm-reservation'] ?? '')) found.add('tdm-reservation: 1')
  const signals = (got.headers['content-signal'] ?? '').replace(/["']/gu, '')
  for (const signal of refusedSignals(signals)) found.add(`Content-Signal: ${signal}=no`)
  visitMetaElements(got.text, (meta) => {
    const { content = '', property, name: own } = meta
    const names = [own, property, meta['http-equiv']].flatMap(
      (written) => written?.toLowerCase().split(/[\s,]+/u) ?? [],
    )
    for (const name of new Set(names)) {
      if (/^tdm[-:_]reservation$/u.test(name) && reserves(content)) found.add('meta tdm-reservation: 1')
      if (robotNames.has(name) && forbids(content)) found.add(`meta ${name}: ${content.trim().slice(0, longestWords)}`)
    }
  })
  return [...found].slice(0, mostWords)
}

const longestWords = 200
const mostWords = 20
const robotNames = new Set(['robots', 'x-robots-tag', 'waikan'])
const ourNames = new Set(['*', 'robots', 'waikan'])
// Directives that have a value (developers.google.com/search/docs/crawling-indexing/robots-meta-tag): no names of robots.
const valued = new Set(['unavailable_after', 'max-snippet', 'max-image-preview', 'max-video-preview'])

/** Does a list of directives refuse us? A name with a colon before directives says for whom they and those behind are. */
function forbids(directives: string): boolean {
  let ours = true
  for (const part of directives.toLowerCase().split(/[,;]/u)) {
    const [named, name = ''] = /^[\s"']*([\w.*-]{1,60})(?:\/[\w.]{1,20})?\s{0,9}:/u.exec(part) ?? ['']
    if (named !== '' && !valued.has(name)) ours = ourNames.has(name)
    const words = part.slice(named.length).split(/[^\w-]+/u)
    if (ours && words.some((word) => word === 'noai' || word === 'noimageai')) return true
  }
  return false
}

/** `1` is reserved (TDMRep §5); quoted, sent twice or with a parameter behind it too. Of two that disagree the refusal counts. */
function reserves(value: string): boolean {
  return value.split(',').some((one) => /^[\s"']*1[\s"']*(?:;|$)/u.test(one))
}

/** What a site's `/.well-known/tdmrep.json` says of an address: reserved or not. */
export type TdmRules = (url: Url) => boolean

/**
 * Read `/.well-known/tdmrep.json`: a list of locations with `tdm-reservation`; the first that fits an address counts. One rule
 * without a list, a comma behind the last, and a location with its host, also as `*.host` and with the usual port, are read too.
 */
export function readTdmRules(text: string): TdmRules {
  const written = readLoosely(text)
  const rules = (Array.isArray(written) ? written : [written]).flatMap((rule: unknown) => {
    if (rule === null || typeof rule !== 'object') return []
    const { location, 'tdm-reservation': reserved } = rule as Record<string, unknown>
    if (typeof location !== 'string') return []
    const { host, path } = readPlace(location)
    return [
      {
        host,
        location: readLocation(path),
        reserved: typeof reserved !== 'object' && Number(reserved) === 1,
      },
    ]
  })
  return (url) => {
    const paths = pathsOf(url)
    const own = new URL(url).host
    const first = rules.find(
      ({ host, location }) => hostFits(host, own) && paths.some((path) => locationFits(location, path)),
    )
    return first?.reserved ?? false
  }
}

/** The host of a location as addresses have it, `*.` before it kept, and its path; no host where it names none. */
function readPlace(location: string): { host: string; path: string } {
  const [, scheme, below = '', host = '', path = ''] = /^(https?:\/\/)(\*\.)?([^/*]*)(.*)$/iu.exec(location) ?? []
  if (scheme === undefined) return { host: '', path: location }
  // An address leaves out the port that its scheme implies.
  return { host: below + (URL.parse(scheme + host)?.host ?? host), path }
}

/** `*.` before a host means the host and all below it; no host, any. */
function hostFits(host: string, own: string): boolean {
  if (!host.startsWith('*.')) return host === '' || host === own
  return `.${own}`.endsWith(host.slice(1))
}

/** What a JSON text says, commas before a closing bracket left out; `null` for what is none. */
function readLoosely(text: string): unknown {
  const plain = text.replace(/^\uFEFF/u, '')
  for (const form of [plain, plain.replace(/,\s*(?=[\]}])/gu, '')]) {
    try {
      return JSON.parse(form)
    } catch (error) {
      // Many sites answer every address with an HTML page: that is no statement.
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  return null
}

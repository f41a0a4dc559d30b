import type { Url } from '../types.ts'
import hosting from './data/hosting-sites.json' with { type: 'json' }

// Second-level names below which outlets register: `outlet.co.uk`, `outlet.com.br`.
const registries = new Set(hosting.registries)
// Hosts that many publishers share: each has a name below the host's, or the first part of the path.
const shared = new Set(hosting.below)
const parted = new Set(hosting.path)

/**
 * The site that an address belongs to: the name that one publisher registered, whatever stands before it (`www.`, `m.`,
 * `amp.`), as `outlet.example`; on a host that publishers share with their name, as `ann.substack.com` or `note.com/ann`.
 *
 * @returns `null` for what is no address
 */
export function siteOf(url: Url): string | null {
  const parsed = URL.parse(url)
  const host = parsed?.hostname.replace(/\.$/u, '')
  if (!parsed || !host) return null
  if (/^[\d.]+$|:/u.test(host)) return host
  const labels = host.split('.')
  const below = labels.length > 2 && registries.has(labels.at(-2) ?? '') ? 3 : 2
  const name = labels.slice(-below).join('.')
  // `blogspot.de` is of the same house as `blogspot.com`.
  const house = name.startsWith('blogspot.') ? 'blogspot.com' : name
  const own = labels.slice(0, -below).filter((label) => label !== 'www')
  if (shared.has(house) && own.length > 0) return `${own.at(-1)}.${name}`
  const place = parted.has(host.replace(/^www\./u, '')) ? (parsed.pathname.split('/')[1] ?? '') : ''
  return place === '' ? name : `${name}/${place}`
}

/** Do two addresses belong to one site? */
export function sameSite(one: Url, other: Url): boolean {
  const site = siteOf(one)
  return site !== null && site === siteOf(other)
}

/** Names under which an outlet is registered in several countries share their first part: `bbc.com` and `bbc.co.uk`. */
export function areSiblings(site: string, other: string): boolean {
  const [first, second] = [site.split('.'), other.split('.')]
  const isOwn = [first, second].every(
    ([, ...rest]) => !shared.has(rest.join('.')) && rest.every((part) => /^[\p{L}-]+$/u.test(part)),
  )
  return isOwn && first[0] === second[0]
}

import type { SiteSettings } from './printer.ts'
import { once } from './once.ts'
import type { Entry } from './shelf.ts'

/** The folder of an article: only the id counts, the slug is for people. */
export function articleFolder(entry: Pick<Entry, 'id' | 'slug'>): string {
  return `a/${entry.id}/${entry.slug}/`
}

/** The same as it stands in addresses: an article's line, items and head ask for it again and again. */
export function articleAddress(entry: Pick<Entry, 'id' | 'slug'>): string {
  return once(entry, 'address', () => encodePath(articleFolder(entry)))
}

/** The folder of a list; the home list is the site's own. */
export function listFolder(list: string): string {
  return list === '' ? '' : `${list}/`
}

/** The folder of a list's page; of its front where `page` is `null`. */
export function pageFolder(list: string, page: number | null): string {
  return `${listFolder(list)}${page === null ? '' : `page/${page}/`}`
}

/** A path of the site as a full address, in plain ASCII. */
export function absolute(site: Pick<SiteSettings, 'url'>, path: string): string {
  return baseOf(site.url ?? 'http://localhost/') + encodePath(path)
}

/** The full address of an article. */
export function absoluteArticle(site: Pick<SiteSettings, 'url'>, entry: Pick<Entry, 'id' | 'slug'>): string {
  return baseOf(site.url ?? 'http://localhost/') + articleAddress(entry)
}

/** A path as it stands in an address: letters of every script are encoded, and the path is ASCII. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/')
}

const bases = new Map<string, string>()

/** The site's own folder as browsers write it. It begins a hundred thousand addresses, and is read once. */
function baseOf(url: string): string {
  const base = bases.get(url) ?? new URL('.', url.endsWith('/') ? url : `${url}/`).href
  bases.set(url, base)
  return base
}

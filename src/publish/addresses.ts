import type { SiteSettings } from './printer.ts'
import type { Entry } from './shelf.ts'

/** The folder of an article: only the id counts, the slug is for people. */
export function articleFolder(entry: Pick<Entry, 'id' | 'slug'>): string {
  return `a/${entry.id}/${entry.slug}/`
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
  const base = site.url ?? 'http://localhost/'
  return new URL(path.split('/').map(encodeURIComponent).join('/'), base.endsWith('/') ? base : `${base}/`).href
}

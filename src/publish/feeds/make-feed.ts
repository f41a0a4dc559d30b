import { labelledBlurb } from '../plain-words.ts'
import { feedLength } from '../settle.ts'
import type { Entry } from '../shelf.ts'
import { fullPages } from '../paging.ts'
import { once } from '../once.ts'
import type { FeedDocument, FeedEntry } from './feed-document.ts'
import type { Printer } from '../printer.ts'
import { listFolder, pageFolder, absolute, absoluteArticle } from '../addresses.ts'

/** The feed of a list: its newest items, with no more of a text than its rights allow. */
export function makeFeed(list: string, printer: Printer): FeedDocument {
  const length = printer.shelf.lengthOf(list)
  const entries = printer.shelf.members(list, length - feedLength, length).map((member) => member.entry)
  return document({ list, folder: listFolder(list), name: 'feed.json', entries, older: fullPages(length) }, printer)
}

/** The same feed in another form, which stands beside it. */
export function asFile(feed: FeedDocument, name: string): FeedDocument {
  return { ...feed, self: feed.page + name }
}

/** The JSON twin of one page of a list: a JSON Feed of what that page shows, `page` being `null` for its front. */
export function makeListTwin(shown: { list: string; page: number | null; entries: Entry[] }, printer: Printer) {
  const { list, page } = shown
  const older = page === null ? fullPages(printer.shelf.lengthOf(list)) : page - 1
  return document({ ...shown, folder: pageFolder(list, page), name: 'index.json', older }, printer)
}

type Extent = { list: string; folder: string; name: string; entries: Entry[]; older: number }

function document({ list, folder, name, entries, older }: Extent, printer: Printer): FeedDocument {
  const { site, sources } = printer
  const updatedAt = entries.reduce(
    (last, entry) => (entry.changedAt > last ? entry.changedAt : last),
    '1970-01-01T00:00:00Z',
  )
  const about = list.startsWith('source/') ? sources.get(list.slice(7))?.name : list.split('/')[1]
  return {
    title: about ? `${about} · ${site.title}` : site.title,
    description: site.tagline,
    language: site.language,
    page: absolute(site, folder),
    self: absolute(site, `${folder}${name}`),
    next: older === 0 ? null : absolute(site, `${pageFolder(list, older)}index.json`),
    updatedAt,
    items: entries.map((entry) => once(entry, `item ${site.url} ${site.language}`, () => makeItem(entry, printer))),
  }
}

function makeItem(entry: Entry, { site, sources }: Printer): FeedEntry {
  return {
    id: `urn:waikan:${entry.id}`,
    title: entry.headline,
    url: absoluteArticle(site, entry),
    original: entry.original,
    source: sources.get(entry.sourceId)?.name ?? entry.sourceId,
    authors: entry.authors,
    publishedAt: entry.publishedAt,
    updatedAt: entry.changedAt,
    summary: labelledBlurb(entry, site.language),
    language: entry.language,
  }
}

import { labelledBlurb } from '../plain-words.ts'
import { feedLength } from '../settle.ts'
import type { Entry } from '../shelf.ts'
import { absolute } from '../write-machines.ts'
import { articleFolder, listFolder, type Printer } from '../write-out.ts'
import type { FeedDocument } from './feed-document.ts'

/** The feed of a list: its newest items, with no more of a text than its rights allow. */
export function makeFeed({ list, name, printer }: { list: string; name: string; printer: Printer }): FeedDocument {
  const { shelf, site, sources } = printer
  const length = shelf.lengthOf(list)
  const entries = shelf.members(list, length - feedLength, length).map((member) => member.entry)
  const updatedAt = entries.reduce(
    (last, entry) => (entry.changedAt > last ? entry.changedAt : last),
    '1970-01-01T00:00:00Z',
  )
  const about = list.startsWith('source/') ? sources.get(list.slice(7))?.name : list.split('/')[1]
  return {
    title: about ? `${about} · ${site.title}` : site.title,
    description: site.tagline,
    language: site.language,
    page: absolute(site, listFolder(list)),
    self: absolute(site, `${listFolder(list)}${name}`),
    updatedAt,
    items: entries.map((entry) => makeItem(entry, printer)),
  }
}

function makeItem(entry: Entry, { site, sources }: Printer) {
  return {
    id: `urn:waikan:${entry.id}`,
    title: entry.headline,
    url: absolute(site, articleFolder(entry)),
    original: entry.original,
    source: sources.get(entry.sourceId)?.name ?? entry.sourceId,
    authors: entry.authors,
    publishedAt: entry.publishedAt,
    updatedAt: entry.changedAt,
    summary: labelledBlurb(entry, site.language),
    language: entry.language,
  }
}

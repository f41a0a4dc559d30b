import { browserCode } from './browser-code.ts'
import { writeAtom } from './feeds/write-atom.ts'
import { asFile, makeFeed, makeListTwin } from './feeds/make-feed.ts'
import { writeJsonFeed } from './feeds/write-json-feed.ts'
import { writeRss } from './feeds/write-rss.ts'
import { fullPages, pageSize } from './paging.ts'
import { drawCard } from './draw-card.ts'
import { renderArticle } from './render-article.tsx'
import { newestOf, renderList } from './pages/list.tsx'
import { overviewOf } from './pages/overview.tsx'
import { renderIndex, renderMoved, renderTombstone } from './render.tsx'
import { style } from './style.ts'
import { limitToRights } from './rights.ts'
import { hasFeed, steps, tombstonePath } from './settle.ts'
import type { Entry, Work } from './shelf.ts'
import { writeLlms, writeRobots, writeSitemapIndex, writeSitemapPart } from './write-machines.ts'
import { writeSearch, writeSearchAssets } from './search/write-search.ts'
import { writeIndexTwin } from './write-index-twins.ts'
import type { SiteFile } from './write-files.ts'
import type { Printer, Outcome } from './printer.ts'
import { articleFolder, listFolder, pageFolder } from './addresses.ts'

/** Make the files of one piece of work. Nothing is written here, neither to the shelf nor to the disk. */
export function writeOut(work: Work, printer: Printer): Outcome {
  switch (work.step) {
    case steps.asset:
      return files([
        { path: 'style.css', body: style },
        { path: 'card.png', body: drawCard(printer.site) },
        { path: 'missing.js', body: browserCode('reader/missing') },
        ...writeSearchAssets(),
      ])
    case steps.article:
    case steps.revised:
      return writeArticle(work.key, printer)
    case steps.page:
    case steps.neighbour:
      return writeFullPage(work.key, printer)
    case steps.newFront:
    case steps.front:
    case steps.home:
      return writeFront(work.key, printer)
    case steps.index:
      return writeIndex(work.key, printer)
    case steps.newFeed:
    case steps.feed:
      return writeFeeds(work.key, printer)
    case steps.redirect:
      return writeOldAddress(work.key, printer)
    case steps.search:
      return writeSearch(work.rank, work.key, printer)
    case steps.sitemap:
      return files([work.key === 'index' ? writeSitemapIndex(printer) : writeSitemapPart(Number(work.key), printer)])
    case steps.deletion:
      return { files: [], remove: [work.key], more: [] }
    default:
      throw new RangeError(`Cannot do publishing work of step ${work.step}: expected one of ${JSON.stringify(steps)}`)
  }
}

function files(list: SiteFile[]): Outcome {
  return { files: list, remove: [], more: [] }
}

function writeArticle(id: string, { shelf, sources, site, now }: Printer): Outcome {
  const stored = shelf.entry(id)
  if (!stored) return files([])
  const { entry, state } = stored
  const page = `${articleFolder(entry)}index.html`
  const twin = `a/${id}/index.json`
  const stone = tombstonePath(id)
  if (state === 'hidden') {
    return { files: [], remove: [], more: [page, stone, twin].map((key) => ({ step: steps.deletion, rank: '', key })) }
  }
  const publication = shelf.publication(id)
  const source = sources.get(entry.sourceId)
  if (state === 'gone' || !publication || !source) {
    const tombstone = { id, withdrawnAt: publication?.withdrawnAt ?? null }
    return files([
      { path: stone, body: renderTombstone(id, { site, at: tombstone.withdrawnAt }) },
      { path: twin, body: `${JSON.stringify(tombstone)}\n` },
    ])
  }
  const printable = limitToRights(publication, source, now)
  const { residue: _, ...article } = printable.article
  const { card, review, parallel, history, withheld } = printable
  const json = {
    article,
    card,
    review,
    ...(parallel && { parallel }),
    history,
    ...(withheld && { withheld }),
    source: { id: source.id, name: source.name },
  }
  return files([
    { path: page, body: renderArticle(printable, { entry, source, site }) },
    { path: twin, body: `${JSON.stringify(json)}\n` },
  ])
}

/** A source that is private or followed no more has no pages: not even its name stays public. */
function isUnlisted(list: string, { sources }: Printer): boolean {
  if (!list.startsWith('source/')) return false
  const source = sources.get(list.slice('source/'.length))
  return source === undefined || source.rights === 'private'
}

function takenAway(paths: string[]): Outcome {
  return { files: [], remove: [], more: paths.map((key) => ({ step: steps.deletion, rank: '', key })) }
}

function writeFullPage(key: string, printer: Printer): Outcome {
  const { page, list } = readPageKey(key)
  const { shelf } = printer
  if (isUnlisted(list, printer))
    return takenAway(['index.html', 'index.json'].map((name) => pageFolder(list, page) + name))
  const entries = shelf.members(list, (page - 1) * pageSize, page * pageSize).map((member) => member.entry)
  const newer = page < fullPages(shelf.lengthOf(list)) ? page + 1 : null
  const body = renderList({
    ...listFacts(list, printer),
    entries,
    page,
    newer,
    older: page > 1 ? page - 1 : null,
    overview: null,
  })
  return files([listTwin({ list, page, entries }, printer), { path: `${pageFolder(list, page)}index.html`, body }])
}

function readPageKey(key: string): { page: number; list: string } {
  const space = key.indexOf(' ')
  return { page: Number(key.slice(0, space)), list: key.slice(space + 1) }
}

/** What a page of a list shows, for machines. A front with feeds has its JSON Feed instead. */
function listTwin(shown: { list: string; page: number | null; entries: Entry[] }, printer: Printer): SiteFile {
  return {
    path: `${pageFolder(shown.list, shown.page)}index.json`,
    body: writeJsonFeed(makeListTwin(shown, printer)),
  }
}

function writeFront(list: string, printer: Printer): Outcome {
  if (isUnlisted(list, printer)) return takenAway([`${listFolder(list)}index.html`])
  const length = printer.shelf.lengthOf(list)
  const pages = fullPages(length)
  const entries = printer.shelf.members(list, pages * pageSize, length).map((member) => member.entry)
  const older = pages > 0 ? pages : null
  // The front of the site looks at the week of its newest article.
  const counted = list === '' ? `w/${newestOf(entries)?.week}` : list
  const overview = list.startsWith('lang/') ? null : overviewOf(counted, printer.shelf)
  const body = renderList({ ...listFacts(list, printer), entries, page: null, newer: null, older, overview })
  const twins = hasFeed(list) ? [] : [listTwin({ list, page: null, entries }, printer)]
  return files([...twins, { path: `${listFolder(list)}index.html`, body }])
}

function listFacts(list: string, { site, sources }: Printer) {
  return { list, site, sources, hasFeed: hasFeed(list) }
}

function writeIndex(key: string, printer: Printer): Outcome {
  if (key === 'machines') return files([writeRobots(printer), writeLlms(printer)])
  const path = key === '404' ? '404.html' : `${key}/index.html`
  return files([...writeIndexTwin(key, printer), { path, body: renderIndex(key, printer) }])
}

function writeFeeds(list: string, printer: Printer): Outcome {
  const folder = listFolder(list)
  if (isUnlisted(list, printer)) return takenAway(['feed.xml', 'atom.xml', 'feed.json'].map((name) => folder + name))
  const feed = makeFeed(list, printer)
  return files([
    { path: `${folder}feed.xml`, body: writeRss(asFile(feed, 'feed.xml')) },
    { path: `${folder}atom.xml`, body: writeAtom(asFile(feed, 'atom.xml')) },
    { path: `${folder}feed.json`, body: writeJsonFeed(feed) },
  ])
}

/** An address that is no longer the article's own: a small page that leads on, or nothing. */
function writeOldAddress(key: string, { shelf, site }: Printer): Outcome {
  const slash = key.indexOf('/')
  const id = key.slice(0, slash)
  const slug = key.slice(slash + 1)
  const stored = shelf.entry(id)
  const path = `${articleFolder({ id, slug })}index.html`
  if (!stored || stored.state === 'hidden') return takenAway([path, `a/${id}/index.json`])
  if (stored.state === 'gone') return takenAway([path])
  return files(stored.entry.slug === slug ? [] : [{ path, body: renderMoved(stored.entry, { site, slug }) }])
}

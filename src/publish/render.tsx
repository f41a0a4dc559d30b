import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import type { Instant, Source } from '../types.ts'
import { labelledBlurb, wordsOf } from './plain-words.ts'
import { href, rootOf, sheet } from './sheet.tsx'
import type { Entry } from './shelf.ts'
import { articleFolder, listFolder, type Printer, type SiteSettings } from './write-out.ts'

type ListProps = {
  list: string
  site: SiteSettings
  sources: Map<string, Source>
  hasFeed: boolean
  entries: Entry[]
  /** `null`: the front page. */
  page: number | null
  older: number | null
  /** `null` on a full page: the next newer is the front page. */
  newer: number | null
}

/** A page of a list, newest first. No totals: a full page must never change. */
export function renderList({ list, site, sources, hasFeed, entries, page, older, newer }: ListProps): string {
  const words = wordsOf(site.language)
  const root = rootOf(page === null ? listFolder(list) : `${listFolder(list)}page/${page}/`)
  const name = list.slice(list.indexOf('/') + 1)
  const title = list === '' ? site.title : (sources.get(name)?.name ?? name)
  const at = root + listFolder(list).split('/').map(encodeURIComponent).join('/')
  return sheet({
    site,
    root,
    title,
    ...(hasFeed ? { feed: listFolder(list) } : {}),
    children: (
      <>
        <h1>{title === site.title ? words.newest : title}</h1>
        <ol class="list" reversed>
          {entries.map((entry) => (
            <li lang={entry.language ?? undefined}>
              <h2>
                <a href={href(root, articleFolder(entry))}>{entry.headline}</a>
              </h2>
              <p class="facts" lang={site.language}>
                {sources.get(entry.sourceId)?.name} <time datetime={entry.sortedAt}>{entry.sortedAt.slice(0, 10)}</time>{' '}
                {words.length(entry)} {words.verdict[entry.verdict]}
              </p>
              {entry.blurb ? (
                <p lang={entry.blurbBy === null ? undefined : site.language}>{labelledBlurb(entry, site.language)}</p>
              ) : null}
            </li>
          ))}
        </ol>
        <nav class="paging" aria-label={words.pages}>
          {older === null ? null : (
            <a rel="next" href={`${at}page/${older}/`}>
              {words.older}
            </a>
          )}
          {page === null ? null : (
            <a rel="prev" href={newer === null ? at : `${at}page/${newer}/`}>
              {words.newer}
            </a>
          )}
        </nav>
      </>
    ),
  })
}

/** Pages that are no list: sources, archive, about, search, and the one for addresses that are not. */
export function renderIndex(key: string, { site, sources, shelf }: Printer): string {
  const words = wordsOf(site.language)
  // The page for missing addresses stands at any depth: its links start at the site's root.
  const root = key === '404' ? (site.url ? new URL(site.url).pathname.replace(/\/?$/u, '/') : '/') : '../'
  const links = (prefix: string) =>
    shelf.lists(prefix).map(({ list }) => {
      const name = list.slice(prefix.length)
      return (
        <li>
          <a href={href(root, listFolder(list))}>{sources.get(name)?.name ?? name}</a>
        </li>
      )
    })
  const bodies: Record<string, () => { title: string; body: Child }> = {
    sources: () => ({ title: words.sources, body: <ul>{links('source/')}</ul> }),
    archive: () => ({
      title: words.archive,
      body: (
        <>
          <h2>{words.weeks}</h2>
          <ul>{links('w/')}</ul>
          <h2>{words.months}</h2>
          <ul>{links('m/')}</ul>
          <h2>{words.languages}</h2>
          <ul>{links('lang/')}</ul>
        </>
      ),
    }),
    about: () => ({ title: words.about, body: words.aboutText.map((text) => <p>{text}</p>) }),
    search: () => ({
      title: words.search,
      body: (
        <>
          <form id="search" method="get">
            <label>
              {words.search} <input type="search" name="q" />
            </label>
          </form>
          <ol id="found" class="list" aria-live="polite" />
          <noscript>{words.searchNeedsScript}</noscript>
          <script type="module" src="../search.js" />
        </>
      ),
    }),
    '404': () => ({ title: words.missing, body: <p>{words.missingText}</p> }),
  }
  const made = bodies[key]?.()
  if (!made) throw new RangeError(`Cannot render page "${key}": expected one of ${Object.keys(bodies).join(', ')}`)
  return sheet({
    site,
    root,
    title: made.title,
    children: (
      <>
        <h1>{made.title}</h1>
        {made.body}
      </>
    ),
  })
}

/** What stays where an article was taken back: that it was here, and nothing of it. */
export function renderTombstone(
  { id, slug }: { id: string; slug: string },
  { site, at }: { site: SiteSettings; at: Instant | null },
): string {
  const words = wordsOf(site.language)
  const root = rootOf(articleFolder({ id, slug }))
  return sheet({
    site,
    root,
    title: words.withdrawn,
    children: <p>{`${words.withdrawnText} ${at?.slice(0, 10) ?? ''}`}</p>,
  })
}

/** The old address of an article with a new headline: leads on, by link and canonical address. */
export function renderMoved(entry: Entry, { site, slug }: { site: SiteSettings; slug: string }): string {
  const root = rootOf(articleFolder({ id: entry.id, slug }))
  const to = href(root, articleFolder(entry))
  const children = (
    <>
      {/* The quotes and signs of an address are encoded above; refresh needs the URL inside an attribute's text. */}
      <p>
        <a href={to}>{entry.headline}</a>
      </p>
    </>
  )
  const html = sheet({ site, root, title: entry.headline, canonical: to, children })
  return html.replace(
    '<title>',
    `${String(raw(`<meta http-equiv="refresh" content="0; url=${encodeURI(decodeURI(to))}"/>`))}<title>`,
  )
}

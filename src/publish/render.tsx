import type { Child } from '../text/jsx-runtime.ts'
import { raw } from '../text/jsx-runtime.ts'
import type { Instant } from '../types.ts'
import { tongueOf } from '../text/tongue.ts'
import { dayWords, languageWords, weekDays } from './calendar.ts'
import { wordsOf } from './plain-words.ts'
import { pageSize } from './paging.ts'
import { href, rootOf, sheet } from './sheet.tsx'
import type { Entry } from './shelf.ts'
import { KeyTable } from './pages/choices.tsx'
import { listTitle } from './pages/list.tsx'
import type { Printer, SiteSettings } from './printer.ts'
import { articleFolder, listFolder, absolute } from './addresses.ts'

/** Pages that are no list: sources, archive, about, search, and the one for addresses that are not. */
export function renderIndex(key: string, { site, sources, shelf }: Printer): string {
  const words = wordsOf(site.language)
  // The page for missing addresses stands at any depth: its links start at the site's root.
  const root = key === '404' ? (site.url ? new URL(site.url).pathname.replace(/\/?$/u, '/') : '/') : '../'
  const links = (prefix: string) =>
    shelf.lists(prefix).map(({ list }) => (
      <li>
        <a href={href(root, listFolder(list))}>{listTitle(list, { site, sources })}</a>
        {list.startsWith('w/') ? <span class="facts">{weekDays(list.slice(2), site.language)}</span> : null}
      </li>
    ))
  const bodies: Record<string, () => { title: string; body: Child }> = {
    sources: () => ({
      title: words.sources,
      body: <SourceTable site={site} sources={sources} shelf={shelf} root={root} />,
    }),
    archive: () => ({
      title: words.archive,
      body: (
        <>
          {shelf.lengthOf('') === 0 ? <p>{words.noArticle}</p> : null}
          <Index title={words.weeks} links={links('w/')} />
          <Index title={words.months} links={links('m/')} />
          <Index title={words.languages} links={links('lang/')} />
        </>
      ),
    }),
    about: () => ({
      title: words.about,
      body: (
        <div class="about">
          {words.aboutText.map((text) => (
            <p>{text}</p>
          ))}
          {site.contact === undefined ? (
            <p>{words.noContact}</p>
          ) : (
            <p>
              {words.contact} <a href={contactHref(site.contact)}>{site.contact}</a>
            </p>
          )}
          <h2>{words.choices.keys}</h2>
          <KeyTable language={site.language} />
          <h2>{words.legend}</h2>
          <dl>
            {words.legendText.map(([sign, meaning]) => (
              <div>
                <dt>{sign}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </div>
      ),
    }),
    search: () => ({
      title: words.search,
      body: (
        <>
          <form id="search" method="get">
            <div class="ask">
              <input type="search" name="q" aria-label={words.search} autocomplete="off" />
              <button type="submit">{words.search}</button>
            </div>
            {/* Here from the first, so that nothing moves when the index comes; the script fills them. */}
            {words.filters.map(([name, word]) => (
              <label>
                {word}{' '}
                <select name={name} disabled>
                  <option value="">{words.filterNone}</option>
                </select>
              </label>
            ))}
          </form>
          <p id="status" class="facts" role="status" />
          <ol id="found" class="hits" aria-live="polite" />
          <noscript>{words.searchNeedsScript}</noscript>
          <script type="module" src="../search.js" />
        </>
      ),
    }),
    '404': () => ({
      title: words.missing,
      body: (
        <>
          <p>{words.missingText}</p>
          <p>{words.missingArticle}</p>
          <script type="module" src={`${root}missing.js`} />
          <p>
            <a href={href(root, '')}>{words.home}</a> <a href={href(root, 'archive/')}>{words.archive}</a>{' '}
            <a href={href(root, 'search/')}>{words.search}</a>
          </p>
        </>
      ),
    }),
  }
  const made = bodies[key]?.()
  if (!made) throw new RangeError(`Cannot render page "${key}": expected one of ${Object.keys(bodies).join(', ')}`)
  return sheet({
    site,
    root,
    title: made.title,
    twin: key === '404' ? undefined : `${key}/index.json`,
    children: (
      <>
        <h1>{made.title}</h1>
        {made.body}
      </>
    ),
  })
}

/** The configuration takes nothing but an http(s) address and a mail address. */
function contactHref(contact: string): string {
  return /^https?:\/\//iu.test(contact) ? contact : `mailto:${contact}`
}

function Index({ title, links }: { title: string; links: Child[] }) {
  if (links.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      <ul class="index">{links}</ul>
    </>
  )
}

/** Every outlet that the site shows something of, with the newest of it. */
export function shownSources({ shelf, sources }: Pick<Printer, 'shelf' | 'sources'>) {
  return shelf.lists('source/').flatMap(({ list }) => {
    const source = sources.get(list.slice('source/'.length))
    return source ? [{ list, source, newest: newestOf(list, shelf) }] : []
  })
}

/** The newest article that a list shows, out of its last twenty: nearly always its last. */
function newestOf(list: string, shelf: Printer['shelf']): Entry | undefined {
  const length = shelf.lengthOf(list)
  const [last] = shelf.members(list, length - 1, length)
  return (last ?? shelf.members(list, length - pageSize, length)[0])?.entry
}

/** Every outlet of the site: its language, what of it is shown, and its newest article. */
function SourceTable({ site, sources, shelf, root }: Pick<Printer, 'site' | 'sources' | 'shelf'> & { root: string }) {
  const words = wordsOf(site.language)
  const rows = shownSources({ shelf, sources })
  return (
    <table class="sources">
      <thead>
        <tr>
          <th scope="col">{words.sources}</th>
          <th scope="col">{words.languages}</th>
          <th scope="col">{words.rightsHead}</th>
          <th scope="col">{words.newestArticle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ list, source, newest }) => (
          <tr>
            <th scope="row" {...tongueOf(source.language)}>
              <a href={href(root, listFolder(list))}>{source.name}</a>
            </th>
            <td>{languageWords(source.language ?? newest?.language ?? 'und', site.language)}</td>
            <td>{words.rights[source.rights]}</td>
            <td>
              {newest ? (
                <>
                  <a href={href(root, articleFolder(newest))} {...tongueOf(newest.language)}>
                    {newest.headline}
                  </a>{' '}
                  <time class="facts" datetime={newest.sortedAt}>
                    {dayWords(newest.sortedAt, site.language)}
                  </time>
                </>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What stays where an article was taken back: that it was here, and nothing of it. */
export function renderTombstone(id: string, { site, at }: { site: SiteSettings; at: Instant | null }): string {
  const words = wordsOf(site.language)
  const root = rootOf(`a/${id}/`)
  return sheet({
    site,
    root,
    title: words.withdrawn,
    twin: `a/${id}/index.json`,
    children: (
      <>
        <h1>{words.withdrawn}</h1>
        <p>
          {words.withdrawnText} {at === null ? null : <time datetime={at}>{dayWords(at, site.language)}</time>}
        </p>
      </>
    ),
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
        <a href={to} {...tongueOf(entry.language)}>
          {entry.headline}
        </a>
      </p>
    </>
  )
  const canonical = site.url === undefined ? to : absolute(site, articleFolder(entry))
  const html = sheet({ site, root, title: entry.headline, canonical, twin: `a/${entry.id}/index.json`, children })
  return html.replace(
    '<title>',
    `${String(raw(`<meta http-equiv="refresh" content="0; url=${encodeURI(decodeURI(to))}"/>`))}<title>`,
  )
}

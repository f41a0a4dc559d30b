import type { Child } from 'hono/jsx'
import { raw } from 'hono/html'
import type { Evidence, Instant, Passage, Source } from '../types.ts'
import type { Printable } from './rights.ts'
import type { Entry, Publication } from './shelf.ts'
import { wordsOf } from './plain-words.ts'
import { articleFolder, listFolder, type Printer, type SiteSettings } from './write-out.ts'

/** An address that may stand in a link: http and https only, everything else leads nowhere. */
function linkTo(url: string): string {
  return /^https?:\/\//iu.test(url) ? url : '#'
}

/** The way from a page back to the site's root, so that the site works from any sub-path. */
function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './'
}

/** A path of the site as a link; letters of every script are encoded. */
function href(root: string, path: string): string {
  return root + path.split('/').map(encodeURIComponent).join('/')
}

type SheetProps = {
  site: SiteSettings
  root: string
  title: string
  children: Child
  canonical?: string
  feed?: string
}

function Sheet({ site, root, title, children, canonical, feed }: SheetProps) {
  const words = wordsOf(site.language)
  const links: [string, string][] = [
    ['', words.home],
    ['sources/', words.sources],
    ['archive/', words.archive],
    ['search/', words.search],
    ['about/', words.about],
  ]
  return (
    <html lang={site.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === site.title ? title : `${title} · ${site.title}`}</title>
        <link rel="stylesheet" href={`${root}style.css`} />
        {canonical === undefined ? null : <link rel="canonical" href={canonical} />}
        {feed === undefined ? null : (
          <link rel="alternate" type="application/rss+xml" title="RSS" href={`${root}${feed}feed.xml`} />
        )}
      </head>
      <body>
        <header class="mast">
          <a class="title" href={root}>
            {site.title}
          </a>
          <span>{site.tagline}</span>
          <nav aria-label={words.sections}>
            {links.map(([path, word]) => (
              <a href={root + path}>{word}</a>
            ))}
          </nav>
        </header>
        {site.notice ? <p class="notice">{site.notice}</p> : null}
        <main>{children}</main>
      </body>
    </html>
  )
}

function sheet(props: SheetProps): string {
  return `<!doctype html>${String(<Sheet {...props} />)}\n`
}

type ArticleFacts = { entry: Entry; source: Source; site: SiteSettings; earlier: Publication['earlier'] }

/** The page of an article: what the outlet says, our reading of it, and where each statement stands. */
export function renderArticle(printable: Printable, { entry, source, site, earlier }: ArticleFacts): string {
  const { article, card, review, withholds } = printable
  const words = wordsOf(site.language)
  const root = rootOf(articleFolder(entry))
  const shown = new Set(article.passages.map((passage) => passage.id))
  const claims = review && review.heldBecause === null ? review.claims : []
  return sheet({
    site,
    root,
    title: article.headline,
    children: (
      <article lang={article.language ?? undefined}>
        <p class="kicker" lang={site.language}>
          <a href={href(root, `source/${source.id}/`)}>{source.name}</a> {article.edition}
        </p>
        <h1>{article.headline}</h1>
        {article.standfirst ? <p class="standfirst">{article.standfirst}</p> : null}
        <p class="facts" lang={site.language}>
          <time datetime={entry.sortedAt}>{entry.sortedAt.slice(0, 10)}</time> {article.authors.join('、')}{' '}
          {article.agency} {words.length(entry)} {words.verdict[entry.verdict]}
        </p>
        <p lang={site.language}>
          <a class="original" href={linkTo(article.url)} rel="external">
            {words.original}
          </a>{' '}
          <a href={href(root, `w/${entry.week}/`)}>{entry.week}</a>{' '}
          <a href={href(root, `m/${entry.month}/`)}>{entry.month}</a>{' '}
          <a href={`${root}a/${entry.id}/index.json`}>JSON</a>
        </p>
        {claims.length > 0 ? (
          <section class="ours" lang={site.language} aria-label={words.review}>
            <h2>{words.review}</h2>
            <p class="label">
              {review?.model} · {review?.promptVersion} · {review?.reviewedAt}
            </p>
            {claims.map((claim) => (
              <p class={claim.kind} id={`c-${claim.id}`}>
                {claim.text} <Marks evidence={claim.evidence} shown={shown} />
              </p>
            ))}
          </section>
        ) : null}
        {card ? <Card card={card} shown={shown} site={site} /> : null}
        {article.photo ? (
          <figure>
            <img src={linkTo(article.photo.url)} alt="" loading="lazy" />
            <figcaption>
              {article.photo.caption} <cite>{article.photo.credit}</cite>
            </figcaption>
          </figure>
        ) : null}
        {withholds ? (
          <p class="notice" lang={site.language}>
            {words.withheld}
          </p>
        ) : null}
        {article.passages.map((passage) => (
          <PassageBlock passage={passage} quote={withholds} />
        ))}
        {earlier.length > 0 ? (
          <ul class="earlier" lang={site.language}>
            {earlier.map((one) => (
              <li>
                {one.readAt.slice(0, 10)} {one.headline}
              </li>
            ))}
          </ul>
        ) : null}
      </article>
    ),
  })
}

function PassageBlock({ passage, quote }: { passage: Passage; quote: boolean }) {
  if (quote) return <blockquote id={passage.id}>{passage.text}</blockquote>
  if (passage.kind === 'heading') return <h2 id={passage.id}>{passage.text}</h2>
  if (passage.kind === 'quote') return <blockquote id={passage.id}>{passage.text}</blockquote>
  return (
    <p id={passage.id} class={passage.kind}>
      {passage.text}
    </p>
  )
}

function Marks({ evidence, shown }: { evidence: Evidence[]; shown: Set<string> }) {
  const ids = [...new Set(evidence.map((one) => one.passage))].filter((id) => shown.has(id))
  return (
    <span class="marks">
      {ids.map((id) => (
        <a href={`#${id}`}>¶{id.slice(1)}</a>
      ))}
    </span>
  )
}

function Card({ card, shown, site }: { card: NonNullable<Printable['card']>; shown: Set<string>; site: SiteSettings }) {
  const words = wordsOf(site.language)
  const rows: [string, { text: string; evidence: Evidence[] }[]][] = [
    [words.speakers, card.speakers.map((one) => ({ text: one.name ?? words.unnamed, evidence: one.quotes }))],
    [
      words.figures,
      card.figures.map((one) => ({ text: [one.text, one.counts].filter(Boolean).join(' '), evidence: [one.evidence] })),
    ],
    [words.places, card.places],
    [words.dates, card.dates],
    [words.organisations, card.organisations],
    [words.keyPassages, card.keyPassages.map((one) => ({ text: one.quote, evidence: [one] }))],
  ]
  return (
    <section class="card" lang={site.language} aria-label={words.card}>
      <h2>{words.card}</h2>
      <dl>
        {rows
          .filter(([, entries]) => entries.length > 0)
          .map(([name, entries]) => (
            <div>
              <dt>{name}</dt>
              {entries.map((one) => (
                <dd>
                  {one.text} <Marks evidence={one.evidence} shown={shown} />
                </dd>
              ))}
            </div>
          ))}
      </dl>
    </section>
  )
}

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
        <h1>{title}</h1>
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
              {entry.blurb ? <p>{entry.blurb}</p> : null}
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

/** The style sheet of the plain look. */
export const style = `:root{color-scheme:light dark;--ink:light-dark(#1d1a16,#e9e4d8);--paper:light-dark(#faf7f0,#17150f);--brush:light-dark(#b3261e,#ff7a66);--grey:light-dark(#5e574c,#aaa294)}
body{margin:0 auto;max-width:44rem;padding:0 1rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.75 "Songti SC","Noto Serif CJK SC","Source Han Serif SC",Georgia,serif;text-autospace:normal;overflow-wrap:anywhere}
a{color:inherit;text-underline-offset:.2em}.mast{border-bottom:3px double var(--ink);padding:1.5rem 0 .75rem}.mast .title{display:block;font-size:2.25rem;font-weight:700;text-decoration:none}.mast nav{display:flex;gap:1rem;flex-wrap:wrap}
h1{line-height:1.3}.list{list-style:none;padding:0}.list li{border-bottom:1px solid color-mix(in srgb,var(--ink) 20%,transparent);padding:.5rem 0}.list h2{font-size:1.25rem;margin:0;line-height:1.4}.facts,.kicker,.label{color:var(--grey);font-size:.9rem}
.ours,.card{border-inline-start:3px solid var(--brush);padding-inline-start:1rem}.ours h2,.card h2,.marks a{color:var(--brush)}.marks a{font-size:.8rem;margin-inline-start:.25em}.card dt{font-weight:700}.card dd{margin:0}
:target{background:color-mix(in srgb,var(--brush) 15%,transparent)}.notice{border:1px solid var(--brush);padding:.5rem 1rem}img{max-width:100%;height:auto}figure{margin:1rem 0}.paging{display:flex;gap:2rem}
@media print{.mast nav,.paging{display:none}body{max-width:none}}
`

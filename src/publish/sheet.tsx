import { raw } from '../text/jsx-runtime.ts'
import type { Child } from '../text/jsx-runtime.ts'
import { contentPolicy, readerScript } from './content-policy.ts'
import { Choices, Keys } from './pages/choices.tsx'
import { once } from './once.ts'
import { wordsOf } from './plain-words.ts'
import type { SiteSettings } from './printer.ts'
import { encodePath } from './addresses.ts'

/** An address that may stand in a link: http and https only, everything else leads nowhere. */
export function linkTo(url: string): string {
  return /^https?:\/\//iu.test(url) ? url : '#'
}

/** The way from a page back to the site's root, so that the site works from any sub-path. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './'
}

/**
 * A path of the site as a link; letters of every script are encoded. A folder's link names its `index.html`, so that
 * the site also works as files on a disk (ADR 30).
 */
export function href(root: string, path: string): string {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  return root + encodePath(file)
}

/**
 * The seal of the press, cut white in vermilion, as an editor signs: the last two Han signs of its title, where a title has
 * its name (我的外刊). A title without has none.
 */
function Seal({ title }: { title: string }) {
  const signs = title.match(/\p{Script=Han}/gu)?.slice(-2) ?? []
  if (signs.length === 0) return null
  return (
    <svg class="seal" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="38" height="38" rx="5" />
      {signs.map((sign, at) => (
        <text x="20" y={signs.length === 1 ? 27 : at === 0 ? 18 : 35}>
          {sign}
        </text>
      ))}
    </svg>
  )
}

/** The seal's first sign as the page's icon, inside the page: browsers ask for `/favicon.ico` where there is none. */
function icon(title: string): string {
  const sign = /\p{L}/u.exec(title)?.[0] ?? ''
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="5" fill="#b3261e"/><text x="16" y="24" font-size="23" text-anchor="middle" fill="#fff">${sign}</text></svg>`,
  )}`
}

type SheetProps = {
  site: SiteSettings
  root: string
  title: string
  children: Child
  /** What stands left and right of the title: the day and the number of the issue. Pages without are headed small. */
  ears?: [string, string]
  canonical?: string
  /** One sentence for those who list pages; without one, the title and what the site is. */
  description?: string | undefined
  feed?: string
  /** The path of the page's JSON twin. */
  twin?: string | undefined
  head?: Child
}

const folderOf = (url: string): string => (url.endsWith('/') ? url : `${url}/`)

function Sheet({ site, root, title, children, ears, canonical, description, feed, twin, head }: SheetProps) {
  return (
    <html lang={site.language}>
      <head>
        {madeOnce(site, 'first', () => (
          <First />
        ))}
        <title>{title === site.title ? title : `${title} · ${site.title}`}</title>
        <meta name="description" content={description ?? `${title} · ${site.tagline}`} />
        {madeOnce(site, `dress ${root}`, () => (
          <Dress site={site} root={root} />
        ))}
        {canonical === undefined ? null : <link rel="canonical" href={canonical} />}
        {feed === undefined ? null : (
          <>
            <link rel="alternate" type="application/rss+xml" title="RSS" href={`${root}${feed}feed.xml`} />
            <link rel="alternate" type="application/atom+xml" title="Atom" href={`${root}${feed}atom.xml`} />
            <link rel="alternate" type="application/feed+json" title="JSON Feed" href={`${root}${feed}feed.json`} />
          </>
        )}
        {twin === undefined ? null : (
          <link rel="alternate" type="application/json" title="JSON" href={href(root, twin)} />
        )}
        {site.url === undefined ? null : (
          <meta property="og:image" content={new URL('card.png', folderOf(site.url)).href} />
        )}
        {head}
      </head>
      <body>
        {ears ? (
          <Top site={site} root={root} ears={ears} />
        ) : (
          madeOnce(site, `top ${root}`, () => <Top site={site} root={root} />)
        )}
        <main id="main">{children}</main>
        {madeOnce(site, `foot ${root}`, () => (
          <Foot site={site} root={root} />
        ))}
      </body>
    </html>
  )
}

/** What a browser must know before anything else. */
function First() {
  return (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="content-security-policy" content={contentPolicy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
    </>
  )
}

/** What makes a page look like ours. */
function Dress({ site, root }: Pick<SheetProps, 'site' | 'root'>) {
  return (
    <>
      <link rel="icon" href={icon(site.title)} />
      <link rel="stylesheet" href={`${root}style.css`} />
    </>
  )
}

function Top({ site, root, ears }: MastProps) {
  return (
    <>
      <a class="skip" href="#main">
        {wordsOf(site.language).skip}
      </a>
      <Mast site={site} root={root} ears={ears} />
      {/* Our own code, of no page and no outlet: its hash stands in the policy. */}
      <script>{raw(readerScript)}</script>
      {site.notice ? <aside class="notice">{site.notice}</aside> : null}
    </>
  )
}

function Foot({ site, root }: Pick<SheetProps, 'site' | 'root'>) {
  const words = wordsOf(site.language)
  return (
    <footer class="colophon">
      <p>{words.colophon}</p>
      <p>
        {words.feeds} <a href={`${root}feed.xml`}>RSS</a> <a href={`${root}atom.xml`}>Atom</a>{' '}
        <a href={`${root}feed.json`}>JSON Feed</a>
      </p>
      <Keys language={site.language} />
    </footer>
  )
}

/**
 * A part of a page that is the same wherever `name` is, made once for each `about`: head and foot of all pages at one
 * depth, an article's line in four lists. Half of the time of a full build went into making them again.
 *
 * @param about what the part is made from; it is never changed
 */
export function madeOnce(about: object, name: string, make: () => Child): Child {
  // Made of templates, which have escaped every value in it. As bytes and back: what they give is a tree of pieces,
  // many times as large as the text.
  return once(about, name, () => raw(Buffer.from(String(make())).toString()))
}

type MastProps = Pick<SheetProps, 'site' | 'root' | 'ears'>

/** The head of a front page with day and issue in its ears, as newspapers have it; other pages carry a small one. */
function Mast({ site, root, ears }: MastProps) {
  const words = wordsOf(site.language)
  const links: [path: string, word: string, key?: string][] = [
    ['', words.home, 'h'],
    ['sources/', words.sources],
    ['archive/', words.archive, 'a'],
    ['search/', words.search, '/'],
    ['about/', words.about],
  ]
  return (
    <header class={ears ? 'mast front' : 'mast'}>
      {ears ? <span class="ear">{ears[0]}</span> : null}
      <a class={/\p{Script=Han}/u.test(site.title) ? 'title' : 'title latin'} href={href(root, '')}>
        {site.title}
        <Seal title={site.title} />
      </a>
      {ears ? <span class="ear">{ears[1]}</span> : null}
      <span class="tagline">{site.tagline}</span>
      <nav aria-label={words.sections}>
        {links.map(([path, word, key]) => (
          <a href={href(root, path)} data-key={key}>
            {word}
          </a>
        ))}
      </nav>
      <Choices language={site.language} />
    </header>
  )
}

/** Facts of an article on one line, parted as a newspaper parts them; what is not known leaves no gap. */
export function Facts({ children, language }: { children: Child[]; language: SiteSettings['language'] }) {
  const known = children.filter((child) => child !== null && child !== '')
  return (
    <p class="facts row" lang={language}>
      {known.map((child, at) => (
        <span>
          {at === 0 ? null : <i aria-hidden="true"> · </i>}
          {child}
        </span>
      ))}
    </p>
  )
}

/** A whole page of the site around its content. */
export function sheet(props: SheetProps): string {
  return `<!doctype html>${String(<Sheet {...props} />)}\n`
}

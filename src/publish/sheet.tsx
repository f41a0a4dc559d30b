import type { Child } from 'hono/jsx'
import { wordsOf } from './plain-words.ts'
import type { SiteSettings } from './write-out.ts'

/** An address that may stand in a link: http and https only, everything else leads nowhere. */
export function linkTo(url: string): string {
  return /^https?:\/\//iu.test(url) ? url : '#'
}

/** The way from a page back to the site's root, so that the site works from any sub-path. */
export function rootOf(path: string): string {
  return '../'.repeat(path.split('/').length - 1) || './'
}

/** A path of the site as a link; letters of every script are encoded. */
export function href(root: string, path: string): string {
  return root + path.split('/').map(encodeURIComponent).join('/')
}

type SheetProps = {
  site: SiteSettings
  root: string
  title: string
  children: Child
  canonical?: string
  feed?: string
  head?: Child
}

function Sheet({ site, root, title, children, canonical, feed, head }: SheetProps) {
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
        {head}
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

/** A whole page of the site around its content. */
export function sheet(props: SheetProps): string {
  return `<!doctype html>${String(<Sheet {...props} />)}\n`
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

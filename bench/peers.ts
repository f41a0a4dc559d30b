import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Article } from '../src/types.ts'
import { benchSources } from './archive.ts'

/** A site that another generator is to make of the same articles: the same lists, twenty to a page, and JSON twins. */
export type PeerSite = { folder: string; add(article: Article): void }

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const lists = (article: Article) => {
  const day = article.publishedAt ?? article.firstSeenAt
  const week = Math.floor(Date.parse(day) / 604_800_000)
  return { sources: [article.sourceId], languages: ['en'], weeks: [`w${week}`], months: [day.slice(0, 7)] }
}

const nav = '<header><a href="/">外刊</a> <nav><a href="/sources/">来源</a> <a href="/weeks/">过刊</a></nav></header>'

/** A project for Hugo: articles as pages with front matter, lists as taxonomies, RSS for home and terms. */
export function hugoSite(folder: string): PeerSite {
  const config = {
    baseURL: 'https://press.example.org/',
    languageCode: 'zh-Hans',
    title: '外刊',
    paginate: 20,
    disableKinds: ['section'],
    taxonomies: { source: 'sources', language: 'languages', week: 'weeks', month: 'months' },
    permalinks: { a: '/a/:filename/' },
    outputs: { page: ['HTML', 'JSON'], home: ['HTML', 'RSS'], term: ['HTML', 'RSS'], taxonomy: ['HTML'] },
  }
  put(join(folder, 'config.json'), JSON.stringify(config))
  const base = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/style.css"></head><body>${nav}<main>{{ block "main" . }}{{ end }}</main><footer><p>原文的权利属于各报刊。</p></footer></body></html>`
  put(join(folder, 'layouts/_default/baseof.html'), base)
  put(
    join(folder, 'layouts/_default/single.html'),
    '{{ define "main" }}<article lang="en"><p class="kicker">{{ .Params.outlet }}</p><h1>{{ .Title }}</h1><p class="standfirst">{{ .Params.standfirst }}</p><p class="facts">{{ delimit .Params.authors "、" }} · <time datetime="{{ .Date }}">{{ .Date.Format "2006-01-02" }}</time></p>{{ range $at, $text := .Params.passages }}<div class="pinned"><p id="p{{ add $at 1 }}">{{ $text }}</p></div>{{ end }}</article>{{ end }}',
  )
  put(
    join(folder, 'layouts/_default/single.json'),
    '{{ dict "title" .Title "standfirst" .Params.standfirst "authors" .Params.authors "passages" .Params.passages | jsonify }}',
  )
  const list =
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ $p := .Paginate (PAGES) }}<ol>{{ range $p.Pages }}<li lang="en"><h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p class="facts">{{ .Params.outlet }} · {{ .Date.Format "2006-01-02" }}</p><p>{{ .Params.standfirst }}</p></li>{{ end }}</ol><nav>{{ with $p.Next }}<a href="{{ .URL }}">更早</a>{{ end }}{{ with $p.Prev }}<a href="{{ .URL }}">更新</a>{{ end }}</nav>{{ end }}'
  put(join(folder, 'layouts/_default/list.html'), list.replace('PAGES', '.Pages'))
  put(join(folder, 'layouts/_default/term.html'), list.replace('PAGES', '.Pages'))
  put(join(folder, 'layouts/index.html'), list.replace('PAGES', '.Site.RegularPages'))
  put(
    join(folder, 'layouts/_default/taxonomy.html'),
    '{{ define "main" }}<ul>{{ range .Data.Terms.Alphabetical }}<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a></li>{{ end }}</ul>{{ end }}',
  )
  return {
    folder,
    add(article) {
      const front = {
        title: article.headline,
        date: article.publishedAt,
        outlet: outletOf(article),
        standfirst: article.standfirst,
        authors: article.authors,
        passages: article.passages.map((passage) => passage.text),
        ...lists(article),
      }
      put(join(folder, 'content/a', `${article.id}.md`), `${JSON.stringify(front, null, 1)}\n`)
    },
  }
}

/** A project for Eleventy 3: one data file, templates in JavaScript, its fastest kind. */
export function eleventySite(folder: string): PeerSite {
  put(join(folder, 'package.json'), '{"type":"module"}')
  const page = `const page = (title, body) => '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>' + escape(title) + '</title><link rel="stylesheet" href="/style.css"></head><body>${nav}<main>' + body + '</main><footer><p>原文的权利属于各报刊。</p></footer></body></html>'
const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => '&#' + sign.charCodeAt(0) + ';')\n`
  put(
    join(folder, 'articles.11ty.js'),
    `${page}export const data = { pagination: { data: 'articles', size: 1, alias: 'article' }, permalink: ({ article }) => '/a/' + article.id + '/index.html' }
export function render({ article }) { return page(article.headline, '<article lang="en"><h1>' + escape(article.headline) + '</h1><p class="standfirst">' + escape(article.standfirst) + '</p>' + article.passages.map((one) => '<div class="pinned"><p id="' + one.id + '">' + escape(one.text) + '</p></div>').join('') + '</article>') }\n`,
  )
  put(
    join(folder, 'twins.11ty.js'),
    `export const data = { pagination: { data: 'articles', size: 1, alias: 'article' }, permalink: ({ article }) => '/a/' + article.id + '/index.json' }
export function render({ article }) { return JSON.stringify(article) }\n`,
  )
  put(
    join(folder, 'lists.11ty.js'),
    `${page}export const data = { pagination: { data: 'pages', size: 1, alias: 'list' }, permalink: ({ list }) => list.path }
export function render({ list }) { return page(list.name, '<ol>' + list.articles.map((one) => '<li lang="en"><h2><a href="/a/' + one.id + '/">' + escape(one.headline) + '</a></h2><p class="facts">' + one.outlet + ' · ' + one.publishedAt.slice(0, 10) + '</p><p>' + escape(one.standfirst) + '</p></li>').join('') + '</ol>') }\n`,
  )
  put(
    join(folder, '_data/articles.js'),
    `import { readFileSync } from 'node:fs'
export default () => readFileSync(new URL('../articles.jsonl', import.meta.url), 'utf8').split('\\n').filter(Boolean).map((line) => JSON.parse(line))\n`,
  )
  put(
    join(folder, '_data/pages.js'),
    `import articles from './articles.js'
export default () => {
  const lists = new Map()
  for (const one of articles()) for (const name of one.lists) lists.set(name, [...(lists.get(name) ?? []), one])
  return [...lists].flatMap(([name, all]) => Array.from({ length: Math.ceil(all.length / 20) }, (_, at) => ({ name, path: '/' + name + '/page/' + (at + 1) + '/index.html', articles: all.slice(at * 20, at * 20 + 20) })))
}\n`,
  )
  return {
    folder,
    add(article) {
      const names = ['home', ...Object.entries(lists(article)).map(([kind, [name]]) => `${kind}/${name}`)]
      const { id, headline, standfirst, authors, passages, publishedAt } = article
      const line = { id, headline, standfirst, authors, passages, publishedAt, outlet: outletOf(article), lists: names }
      writeFileSync(join(folder, 'articles.jsonl'), `${JSON.stringify(line)}\n`, { flag: 'a' })
    },
  }
}

function outletOf(article: Article): string {
  return benchSources.find((source) => source.id === article.sourceId)?.name ?? ''
}

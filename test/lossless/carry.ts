import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeHTMLStrict } from 'entities'
import type * as Pipeline from '../../src/pipeline.ts'
import type { Road } from '../../src/pipeline.ts'
import { newestArticles } from '../../src/store/articles.ts'
import { openStore } from '../../src/store/store.ts'

/** A headline as it stands in the store, on the article's page and in the site's own feeds. */
export type Carried = { stored: string; page: string; rss: string; json: string }

const url = 'https://outlet.example/feed'
const now = '2026-11-23T08:00:00Z'

/** The road's stages, from `src/` in tests and from `dist/` in benchmarks, which cannot read `.tsx`. */
type Stages = Pick<typeof Pipeline, 'collectAll' | 'readAll' | 'publishAll'>

/** Take a feed down the whole road, with no page to be had, and see what became of its headlines, by headline. */
export async function carry(text: string, stages: Stages): Promise<Map<string, Carried>> {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-lossless-'))
  const store = openStore(folder)
  try {
    const road = roadOf(store, text)
    await stages.collectAll(road, { everyFeed: true })
    await stages.readAll(road)
    const site = { title: '外刊', tagline: '', language: 'zh-Hans' as const }
    await stages.publishAll(road, { site, folder })
    const read = (path: string): string => readFileSync(join(folder, 'site', path), 'utf8')
    const rss = titlesById(read('feed.xml'))
    const json = JSON.parse(read('feed.json')) as { items: { id: string; title: string }[] }
    const byId = new Map(json.items.map((item) => [item.id, item.title]))
    // A feed holds the newest thirty; the others are looked for on their pages alone.
    return new Map(
      [...newestArticles(store)].map(({ id, headline }) => [
        headline,
        {
          stored: headline,
          page: headingOf(read(`a/${id}/${slugOf(store, id)}/index.html`)),
          rss: byId.has(id) ? (rss.get(id) ?? '') : headline,
          json: byId.get(id) ?? headline,
        },
      ]),
    )
  } finally {
    store.close()
    rmSync(folder, { recursive: true })
  }
}

function roadOf(store: ReturnType<typeof openStore>, text: string): Road {
  const source = {
    id: 'outlet',
    name: 'Outlet',
    homepage: null,
    language: null,
    rights: 'full' as const,
    expiresAfterDays: null,
    images: true,
  }
  return {
    store,
    get: async (address) => {
      const body = address === url ? text : ''
      const bytes = new TextEncoder().encode(body)
      const status = address === url ? 200 : 404
      return { url: address, status, headers: {}, bytes, text: body, charset: 'utf-8', redirects: [], fetchedAt: now }
    },
    now: () => now,
    sources: [source],
    feeds: [{ id: url, sourceId: 'outlet', url }],
    readerLanguage: 'zh-Hans',
    model: 'none',
    report: { step: () => {}, warn: () => {} },
    width: 1,
  }
}

function slugOf(store: ReturnType<typeof openStore>, id: string): string {
  return String(store.db.prepare('SELECT slug FROM publish_entry WHERE article_id = ?').get(id)?.slug)
}

// Read back by a plain search and the entity table of the HTML standard: none of the code that wrote them.
function headingOf(html: string): string {
  return decodeHTMLStrict(/<article[^>]*>[^]*?<h1[^>]*>([^]*?)<\/h1>/u.exec(html)?.[1] ?? '')
}

function titlesById(rss: string): Map<string, string> {
  return new Map(
    [...rss.matchAll(/<item>\s*<title>([^]*?)<\/title>[^]*?<guid[^>]*>([^]*?)<\/guid>/gu)].map(
      ([, title = '', id = '']) => [decodeHTMLStrict(id), decodeHTMLStrict(title)],
    ),
  )
}

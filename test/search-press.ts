import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeArticle } from '../bench/archive.ts'
import { findServed, publishSite, type LookUp } from '../src/publish/publish.ts'
import { unpack } from '../src/publish/search/pack.ts'
import { findArticles, type Question, type SearchIndex } from '../src/publish/search/find.ts'
import { saveArticle } from '../src/store/articles.ts'
import { openShelf } from '../src/store/publishing.ts'
import { keepSearch, searchPublished } from '../src/store/search.ts'
import { openStore } from '../src/store/store.ts'
import type { Article, Source } from '../src/types.ts'
import { tempFolder } from './temp-folder.ts'

const site = { title: '外刊', tagline: '读世界的报纸', language: 'zh-Hans' as const }
/** The day of every publish. */
export const now = '2026-11-23T08:00:00Z'

/** An outlet called `Outlet <id>`. */
export function source(id: string, rights: Source['rights'] = 'full'): Source {
  return { id, name: `Outlet ${id}`, homepage: null, language: 'en', rights, expiresAfterDays: null, images: true }
}

/** A press of these articles whose folder and store can be searched. */
export function press(articles: Partial<Article>[], sources = [source('north'), source('south', 'excerpt')]) {
  const store = openStore(':memory:')
  keepSearch(store)
  const folder = tempFolder('search')
  const shelf = openShelf(store, { sources, language: 'zh-Hans', model: 'none' }) as Parameters<
    typeof publishSite
  >[0]['shelf']
  const add = (list: Partial<Article>[], from: number) =>
    list.forEach((more, at) => {
      const base = { ...makeArticle(from + at), sourceId: 'north', standfirst: null }
      saveArticle(store, { ...base, ...more }, String(from + at))
    })
  add(articles, 0)
  const publish = () => publishSite({ site, shelf, folder, now })
  /** Headlines found in the files, as the page's script does it. */
  const find = async (question: Question | string) => {
    const asked = typeof question === 'string' ? { query: question } : question
    const index = JSON.parse(readFileSync(join(folder, 'search/index.json'), 'utf8')) as SearchIndex
    const found = await findArticles(asked, index, async (path) => unpack(readFileSync(join(folder, path))))
    return found.map((one) => one.card[1])
  }
  const lookUp: LookUp = (match, limit) => searchPublished(store, match, limit)
  const served = (question: Question | string) => {
    const asked = typeof question === 'string' ? { query: question } : question
    return findServed(asked, { lookUp, sources, language: 'zh-Hans' }).map((one) => one.card[1])
  }
  return { store, folder, publish, find, served, add }
}

/** An article of one outlet, a passage for each text. */
export function text(headline: string, ...passages: string[]): Partial<Article> {
  return { headline, passages: passages.map((one, at) => ({ id: `p${at + 1}`, kind: 'paragraph', text: one })) }
}

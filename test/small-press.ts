import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { publishSite } from '../src/publish/publish.ts'
import { saveArticle } from '../src/store/articles.ts'
import { openShelf } from '../src/store/publishing.ts'
import { openStore, type Store } from '../src/store/store.ts'
import type { Article, Rights, Source } from '../src/types.ts'
import { tempFolder } from './temp-folder.ts'

export const site = {
  title: '外刊',
  tagline: '读世界的报纸',
  url: 'https://press.example.org/daily/',
  language: 'zh-Hans' as const,
}
export const now = '2026-11-23T08:00:00Z'
export const passage =
  'The ferry left the small harbour at nine with forty crates of apples and one silent passenger aboard'

/** An outlet of the test press. */
export function source(id: string, rights: Rights = 'full'): Source {
  return { id, name: `Outlet ${id}`, homepage: null, language: 'en', rights, expiresAfterDays: null, images: true }
}

/** An article; two hours after the one before. */
export function article(number: number, more: Partial<Article> = {}): Article {
  const at = new Date(Date.UTC(2026, 9, 1) + number * 7_200_000).toISOString().replace('.000', '')
  const id = `a${String(number).padStart(5, '0')}`
  return {
    url: `https://north.example/${id}`,
    headline: `Détente & “l’État” ${number}: 50 % <b> / 「英」`,
    standfirst: null,
    authors: ['Ida Holm'],
    agency: null,
    dateline: null,
    publishedAt: at,
    modifiedAt: null,
    language: 'en',
    section: null,
    keywords: [],
    photo: null,
    passages: [{ id: 'p1', kind: 'paragraph', text: `${passage} ${number}` }],
    completeness: { verdict: 'whole', signs: [], shareMissing: null },
    length: { words: 18, characters: 0, minutes: 1 },
    declaredWords: null,
    residue: [],
    notes: [],
    id,
    revision: 1,
    sourceId: 'north',
    itemKey: id,
    edition: null,
    pageHash: null,
    firstSeenAt: at,
    readAt: at,
    ...more,
  }
}

/** A press in memory with a folder for its site; with `before`, that press under other settings. */
export function press(
  sources: Source[] = [source('north')],
  model = 'none',
  before?: { store: Store; folder: string },
) {
  const store = before?.store ?? openStore(':memory:')
  const folder = before?.folder ?? tempFolder('publish')
  const shelf = openShelf(store, { sources, language: 'zh-Hans', model }) as Parameters<typeof publishSite>[0]['shelf']
  const publish = (to = folder, more = {}) => publishSite({ site, shelf, folder: to, now, ...more })
  return { store, folder, publish, shelf }
}

/** Save articles `from` ≤ number < `to`. */
export function add(store: Store, from: number, to: number): void {
  for (let number = from; number < to; number++) saveArticle(store, article(number), String(number))
}

/** Every file of a folder by its path. */
export function read(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(folder, path)).isFile(),
  )
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

import { expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Get } from '../net/get.ts'
import { followAll, readAll } from '../pipeline.ts'
import { saveItems } from '../store/items.ts'
import { loadPage } from '../store/pages.ts'
import { openStore } from '../store/store.ts'
import type { Article } from '../types.ts'
import type { Road } from './road.ts'

const begin = '2026-11-23T08:00:00Z'

/** A press with one outlet, whose pages are `pages`; what is not among them answers 404. */
function press(pages: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-pages-'))
  const store = openStore(folder)
  const asked: { url: string; etag: string | null }[] = []
  let now = begin
  const get: Get = async (url, { etag }) => {
    asked.push({ url, etag: etag ?? null })
    const text = pages[url] ?? ''
    const bytes = new TextEncoder().encode(text)
    const headers = { etag: `"${url}"` }
    const status = text === '' ? 404 : etag ? 304 : 200
    return { url, status, headers, bytes, text, charset: 'utf-8', redirects: [], fetchedAt: now }
  }
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds: [],
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: () => undefined },
    width: 1,
  }
  const add = (url: string, summary: string | null = null): void => {
    const item = {
      key: url,
      guid: url,
      url,
      title: 'The reed beds',
      rawTitle: 'The reed beds',
      edition: null,
      authors: [],
      publishedAt: now,
      updatedAt: null,
      summary,
      content: null,
      language: 'en',
      enclosures: [],
    }
    saveItems(store, 'courier', { items: [item], seenAt: now })
  }
  const article = (url: string): Article => {
    const row = store.db.prepare('SELECT data FROM article WHERE item_key = ? ORDER BY revision DESC').get(url)
    return JSON.parse(String(row?.data)) as Article
  }
  const later = (at: string): void => {
    now = at
  }
  const close = (): void => {
    store.close()
    rmSync(folder, { recursive: true })
  }
  return { store, road, asked, add, article, later, close, pages }
}

const paragraph = (name: string, at: number): string =>
  `In the ${name} the wardens walked strip ${at} of the beds before dawn and counted ${at + 11} nests of bitterns, more than in ` +
  `any of the ${at + 3} summers before, while the water stood ${at + 2} hands below the old mark of ${name}.`

const page = (name: string, extra = '', headline = `The reed beds of ${name}`): string =>
  `<html><head><title>${headline}</title></head><body><article><h1>${headline}</h1>` +
  `${[1, 2, 3, 4].map((at) => `<p>${paragraph(name, at)}</p>`).join('')}${extra}</article></body></html>`

test('a line that stood in three articles of an outlet leaves the text of the fourth, and is kept as residue', async () => {
  const line = 'Our wardens walk for you on every day of the year and in all weathers.'
  const names = ['April', 'June', 'August', 'October']
  const urlOf = (name: string): string => `https://a.example/${name}`
  const { road, add, article, close } = press(
    Object.fromEntries(names.map((name) => [urlOf(name), page(name, `<p>${line}</p>`)])),
  )
  for (const name of names) {
    add(urlOf(name))
    await readAll(road)
  }
  expect(article(urlOf('August')).passages.at(-1)?.text).toBe(line)
  expect(article(urlOf('October')).passages.map(({ text }) => text)).toEqual(
    [1, 2, 3, 4].map((at) => paragraph('October', at)),
  )
  expect(article(urlOf('October')).residue).toContainEqual({ step: 'body', rule: 'outlet-line', text: line })
  close()
})

test('an article that the outlet publishes at four addresses keeps its text at each', async () => {
  const urls = ['/a', '/b', '/c', '/d'].map((path) => `https://a.example${path}`)
  const { road, add, article, close } = press(Object.fromEntries(urls.map((url) => [url, page('May')])))
  for (const url of urls) {
    add(url)
    await readAll(road)
  }
  expect(article(urls[3] ?? '').passages).toHaveLength(4)
  close()
})

const first = 'https://a.example/beds'
const second = `${first}?page=2`
const turn = '<div class="pager"><a href="?page=2">2</a></div>'

test('readAll() keeps every page of an article as evidence, and looks again with the marks of its first page', async () => {
  const { store, road, asked, add, article, later, close } = press({
    [first]: page('May', turn),
    [second]: page('June', '', 'The reed beds of May'),
  })
  add(first)
  await readAll(road)
  const { passages, furtherPages, completeness } = article(first)
  expect(passages).toHaveLength(8)
  expect(completeness.verdict).toBe('whole')
  expect(loadPage(store, furtherPages?.[0]?.hash ?? '')).toMatchObject({ url: second, firstPage: first })
  later('2026-11-24T08:00:00Z')
  await followAll(road)
  expect(asked.slice(2)).toEqual([{ url: first, etag: `"${first}"` }])
  close()
})

test('followAll() looks for a page that was missing, and completes the article', async () => {
  const { road, add, article, later, close, pages } = press({ [first]: page('May', turn) })
  add(first)
  await readAll(road)
  expect(article(first).completeness).toMatchObject({ verdict: 'cut', signs: [{ code: 'page-missing' }] })
  pages[second] = page('June', '', 'The reed beds of May')
  later('2026-11-24T08:00:00Z')
  await followAll(road)
  expect(article(first)).toMatchObject({ revision: 2, completeness: { verdict: 'whole' } })
  expect(article(first).passages).toHaveLength(8)
  close()
})

test('readAll() asks for a page whose feed counts comments half an hour after it was seen, and with its marks', async () => {
  const url = 'http://a.example/reeds'
  const { road, asked, add, article, later, close } = press({ [url]: page('reeds') })
  const tell = async (at: string, comments: number): Promise<number> => {
    later(at)
    add(url, `Points: ${comments * 7} - ${comments} comments`)
    const before = asked.length
    await readAll(road)
    return asked.length - before
  }
  expect(await tell('2026-11-23T08:00:00Z', 0)).toBe(1)
  expect(await tell('2026-11-23T08:15:00Z', 1)).toBe(0)
  expect(await tell('2026-11-23T08:31:00Z', 2)).toBe(1)
  // A week later a quarter of the article's age has to pass, at most a day.
  expect(await tell('2026-11-30T08:00:00Z', 3)).toBe(1)
  expect(await tell('2026-12-01T07:00:00Z', 4)).toBe(0)
  expect(await tell('2026-12-01T08:01:00Z', 5)).toBe(1)
  expect(asked.map(({ etag }) => etag)).toEqual([null, ...Array.from({ length: 3 }, () => `"${url}"`)])
  expect([article(url).revision, article(url).completeness.verdict]).toEqual([1, 'whole'])
  close()
})

test('readAll() asks at once for the page of a changed item where no outlet is troubled by it', async () => {
  const url = 'http://a.example/reeds'
  const { road, asked, add, close } = press({ [url]: page('reeds') })
  add(url)
  await readAll(road, { atOnce: true })
  add(url, 'In other words')
  await readAll(road, { atOnce: true })
  expect(asked.length).toBe(2)
  close()
})

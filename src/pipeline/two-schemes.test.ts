import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { FetchError } from '../errors.ts'
import type { Get } from '../net/get.ts'
import { openStore } from '../store/store.ts'
import type { Article } from '../types.ts'
import { collectAll } from './collect-all.ts'
import { readAll } from './read-all.ts'
import type { Road } from './road.ts'

const stories = ['The lock is emptied for repairs', 'Swans nest on the towpath', 'A barge school opens']
const text = (title: string): string =>
  [1, 2, 3, 4]
    .map(
      (at) =>
        `<p>Of “${title}” the keeper wrote in book ${at} that ${at + 6} boats had passed before noon, as every year.</p>`,
    )
    .join('')

/** One outlet with an RSS of http addresses and an Atom of https ones; `pages` are the schemes whose pages can be had. */
function press(feeds: string[], pages: string[], twin = 'https://lock.example:8443/N') {
  let now = '2026-11-23T08:00:00Z'
  const store = openStore(tempFolder('two-schemes'))
  const rss = `<rss version="2.0"><channel><title>Lock</title><language>en</language>${stories
    .map(
      (title, at) =>
        `<item><title>${title}</title><link>http://lock.example:8080/${at}/</link><guid isPermaLink="false">http://lock.example/?p=${at}</guid><description>${text(title).replaceAll('<', '&lt;')}</description></item>`,
    )
    .join('')}</channel></rss>`
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Lock</title>${stories
    .map(
      (title, at) =>
        `<entry><title>${title}</title><link href="${twin.replace('N', `${at}`).replaceAll('&', '&amp;')}"/><id>tag:lock.example,2026:${at}</id><content type="html">${text(title).replaceAll('<', '&lt;')}</content></entry>`,
    )
    .join('')}</feed>`
  const get: Get = async (url, { termsOnly }) => {
    const title = stories[Number(/\/(\d)(?:[/.?].*)?$/u.exec(url)?.[1] ?? 9)]
    const body = url.endsWith('rss')
      ? rss
      : url.endsWith('atom')
        ? atom
        : `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text(title ?? '')}</article></body></html>`
    if (title && !termsOnly && !pages.some((scheme) => url.startsWith(`${scheme}:`)))
      throw new FetchError(`Cannot fetch "${url}": certificate`, { url, retryable: true })
    return {
      url,
      status: termsOnly ? 204 : 200,
      headers: {},
      bytes: new TextEncoder().encode(body),
      text: body,
      charset: 'utf-8',
      redirects: [],
      fetchedAt: now,
    }
  }
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds: feeds.map((url) => ({ id: url, sourceId: 'lock', url })),
    readerLanguage: 'en',
    model: 'none',
    report: { step: () => undefined, warn: () => undefined },
    width: 1,
  }
  const round = async (at = now): Promise<string[]> => {
    now = at
    await collectAll(road, { everyFeed: true })
    await readAll(road)
    return store.db
      .prepare(
        'SELECT data FROM article a WHERE revision = (SELECT MAX(revision) FROM article b WHERE b.id = a.id) ORDER BY rowid',
      )
      .all()
      .map((row) => JSON.parse(String(row.data)) as Article)
      .map(({ headline }) => headline)
  }
  return { round }
}

const both = ['http://lock.example/rss', 'https://lock.example/atom']

test.each([
  [both, ['http']],
  [both.toReversed(), ['http']],
  [both, ['https']],
  [both, []],
])('stories of feeds %j, with pages of %j alone, are one article each', async (feeds, pages) => {
  const { round } = press(feeds, pages)
  expect(await round()).toHaveLength(3)
  expect(await round('2026-11-24T10:00:00Z')).toHaveLength(3)
})

test.each(
  [
    'https://www.lock.example/N',
    'https://m.lock.example/N',
    'https://mobile.lock.example/N/',
    'https://amp.lock.example/N',
    'https://lock.example/N/amp',
    'https://lock.example/N/amp/',
    'https://lock.example/amp/N',
    'https://lock.example/N.amp',
    'https://lock.example/N?amp',
    'https://lock.example/N?amp=1',
    'https://lock.example/N?outputType=amp',
  ].flatMap(
    (twin) =>
      [
        [twin, ['http', 'https']],
        [twin, ['http']],
        [twin, []],
      ] as [string, string[]][],
  ),
)('stories that another feed links as %s, with pages of %j, are one article each', async (twin, pages) => {
  const { round } = press(both, pages, twin)
  expect(await round()).toHaveLength(3)
  expect(await round('2026-11-24T10:00:00Z')).toHaveLength(3)
})

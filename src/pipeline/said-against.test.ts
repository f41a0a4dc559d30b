import { expect, test } from 'vitest'
import { article, source } from '../../test/small-press.ts'
import { saveArticle } from '../store/articles.ts'
import { saveOptOut } from '../store/for-models.ts'
import { feedState, saveFeedState } from '../store/items.ts'
import { openStore } from '../store/store.ts'
import type { Road } from './road.ts'
import { saidAgainst } from './said-against.ts'

function findings(said: string[][], ofFeed?: string[]): string[] {
  const store = openStore(':memory:')
  for (const [at, words] of said.entries()) {
    const one = article(at)
    saveArticle(store, one, String(at))
    if (words.length > 0) saveOptOut(store, one.id, { words, at: '2026-11-23T10:00:00Z' })
  }
  if (ofFeed) saveFeedState(store, { ...feedState(store, 'north'), optOut: ofFeed })
  const feeds = [{ id: 'north', sourceId: 'north', url: 'https://north.example/rss' }]
  return saidAgainst({ store, sources: [source('north', 'full')], feeds } as unknown as Road).map(({ what }) => what)
}

test('saidAgainst() tells how many of the last pages robots.txt keeps from us', () => {
  expect(findings([['robots.txt: forbids this page'], ['robots.txt: forbids this page'], []])).toEqual([
    'The robots.txt of "Outlet north" keeps 2 of its last 3 articles from us: the text of the feed is all there is, and no model reads it',
  ])
})

test('saidAgainst() tells what an outlet says against machines, in its own words', () => {
  expect(findings([['meta robots: noai'], ['meta robots: noai', 'tdm-reservation: 1']])).toEqual([
    '"Outlet north" says no to machines with 2 of its last 2 articles (meta robots: noai; tdm-reservation: 1): no model reads them',
  ])
  expect(findings([['robots.txt: Content-Signal: ai-input=no']])[0]).toContain(
    'with its only article (robots.txt: Content',
  )
})

test('saidAgainst() counts what a feed says for all its articles', () => {
  expect(findings([[], []], ['X-Robots-Tag: noai'])[0]).toContain('2 of its last 2 articles (X-Robots-Tag: noai)')
})

test('saidAgainst() says nothing of outlets that say nothing, nor of a robots.txt that could not be read for once', () => {
  expect(findings([[], ['robots.txt: cannot be read just now']])).toEqual([])
})

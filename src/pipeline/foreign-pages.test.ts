import { expect, test } from 'vitest'
import { article, source } from '../../test/small-press.ts'
import { saveArticle } from '../store/articles.ts'
import { openStore } from '../store/store.ts'
import { foreignPages } from './foreign-pages.ts'
import type { Road } from './road.ts'

function findings(hosts: string[], rights: 'full' | 'excerpt' = 'full'): string[] {
  const store = openStore(':memory:')
  for (const [at, host] of hosts.entries())
    saveArticle(store, article(at, { url: `https://${host}/${at}`, pageHash: 'aa' }), String(at))
  const sources = [{ ...source('north', rights), sites: ['north.example'] }]
  return foreignPages({ store, sources } as Road).map(({ what, remedy }) => `${what}; ${remedy}`)
}

test('foreignPages() tells of an outlet whose pages stand on a site that nobody named, and what to write', () => {
  const [found] = findings(['www.north.news', 'north.news', 'm.north.news', 'north.example'])
  expect(found).toContain('Of the last 4 articles of "Outlet north" 3 stand on "north.news"')
  expect(found).toContain('write "sites: [north.news]" below the source')
})

test('foreignPages() says nothing of own pages, of few foreign ones, and of a source that shows excerpts anyway', () => {
  expect(findings(['north.example', 'a.north.example', 'north.news'])).toEqual([])
  expect(findings(['north.news', 'north.news'])).toEqual([])
  expect(findings(['north.news', 'north.news', 'north.news'], 'excerpt')).toEqual([])
})

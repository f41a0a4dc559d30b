import { expect, test } from 'vitest'
import type { Source } from '../types.ts'
import { matchSources, type Configured } from './match-sources.ts'

const source = (id: string, name: string): Source => ({
  id,
  name,
  homepage: null,
  language: null,
  rights: 'full',
  expiresAfterDays: null,
  images: true,
})

/** Sources as `[id, name, feeds]`. */
function configured(list: [string, string, string[]][], fixed: string[] = []): Configured {
  return {
    sources: list.map(([id, name]) => source(id, name)),
    feeds: list.flatMap(([id, , feeds]) => feeds.map((url) => ({ id: url, sourceId: id, url }))),
    fixed: new Set(fixed),
  }
}

const harbour = { names: new Map([['harbour', 'Harbour']]), feeds: new Map([['//h.example/rss', 'harbour']]) }
const idsOf = ({ sources }: { sources: Source[] }): string[] => sources.map(({ id }) => id)

test('matchSources() knows a renamed source by its feed, whatever scheme and password stand before it', () => {
  const now = configured([['quay-times', 'Quay Times', ['https://ann:key@h.example/rss']]])
  const matched = matchSources(now, harbour)
  expect(idsOf(matched)).toEqual(['harbour'])
  expect(matched.feeds[0]?.sourceId).toBe('harbour')
  expect(matched).toMatchObject({ moves: [], gone: [], fresh: [] })
})

test('matchSources() keeps the id of a source that was renamed before and changes its feed now', () => {
  const renamed = { names: new Map([['harbour', 'Quay Times']]), feeds: harbour.feeds }
  const matched = matchSources(configured([['quay-times', 'Quay Times', ['https://h.example/new']]]), renamed)
  expect(idsOf(matched)).toEqual(['harbour'])
})

test('matchSources() gives a new source with the old name of another an id of its own', () => {
  const renamed = { names: new Map([['harbour', 'Quay Times']]), feeds: harbour.feeds }
  const now = configured([
    ['harbour', 'Harbour', ['https://other.example/rss']],
    ['quay-times', 'Quay Times', ['https://h.example/rss']],
  ])
  expect(idsOf(matchSources(now, renamed))).toEqual(['harbour-2', 'harbour'])
})

const pair = {
  names: new Map([
    ['a', 'A'],
    ['b', 'B'],
  ]),
  feeds: new Map([
    ['//a.example/1', 'a'],
    ['//b.example/1', 'b'],
  ]),
}

test('matchSources() takes two sources that change names for renamed', () => {
  const now = configured([
    ['b', 'B', ['https://a.example/1']],
    ['a', 'A', ['https://b.example/1']],
  ])
  const matched = matchSources(now, pair)
  expect(matched.sources.map(({ id, name }) => [id, name])).toEqual([
    ['a', 'B'],
    ['b', 'A'],
  ])
  expect(matched.moves).toEqual([])
})

test('matchSources() keeps a source that gives up its feed for one of a source that is followed no more', () => {
  const matched = matchSources(configured([['b', 'B', ['https://a.example/1']]]), pair)
  expect(idsOf(matched)).toEqual(['b'])
  expect(matched.moves.map(({ from, to, whole }) => [from, to, whole])).toEqual([['a', 'b', true]])
  expect(matched.gone).toEqual([])
})

test('matchSources() tells which feed moved from one source to another that is followed too', () => {
  const known = {
    names: new Map([
      ['a', 'A'],
      ['b', 'B'],
    ]),
    feeds: new Map([
      ['//a.example/1', 'a'],
      ['//a.example/2', 'a'],
      ['//b.example/1', 'b'],
    ]),
  }
  const now = configured([
    ['a', 'A', ['https://a.example/1']],
    ['b', 'B', ['https://b.example/1', 'https://a.example/2']],
  ])
  const { moves, gone } = matchSources(now, known)
  expect(moves.map(({ feed, from, to, whole }) => [feed.url, from, to, whole])).toEqual([
    ['https://a.example/2', 'a', 'b', false],
  ])
  expect(gone).toEqual([])
})

test('matchSources() lets a whole source go over into the one that has taken its feeds', () => {
  const known = {
    names: new Map([
      ['a', 'A'],
      ['b', 'B'],
    ]),
    feeds: new Map([
      ['//a.example/1', 'a'],
      ['//b.example/1', 'b'],
    ]),
  }
  const now = configured([['b', 'B', ['https://b.example/1', 'https://a.example/1']]])
  const { moves, gone } = matchSources(now, known)
  expect(moves.map(({ from, to, whole }) => [from, to, whole])).toEqual([['a', 'b', true]])
  expect(gone).toEqual([])
})

test('matchSources() moves everything to an id that the editor writes down', () => {
  const now = configured([['quay', 'Harbour', ['https://h.example/rss']]], ['quay'])
  const matched = matchSources(now, harbour)
  expect(idsOf(matched)).toEqual(['quay'])
  expect(matched.moves.map(({ from, to, whole }) => [from, to, whole])).toEqual([['harbour', 'quay', true]])
})

test('matchSources() cannot know a source whose name and feed are both other ones, and says which are in doubt', () => {
  const matched = matchSources(configured([['quay-times', 'Quay Times', ['https://q.example/rss']]]), harbour)
  expect(idsOf(matched)).toEqual(['quay-times'])
  expect(matched.gone).toEqual(['harbour'])
  expect(idsOf({ sources: matched.fresh })).toEqual(['quay-times'])
})

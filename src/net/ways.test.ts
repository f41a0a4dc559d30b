import { expect, test } from 'vitest'
import type { SiteRules } from './site-rules.ts'
import { createWays } from './ways.ts'

const ways = createWays({
  allow: ['feeds.lan', 'wiki.lan'],
  hasAllowOption: false,
  timeoutMs: 1000,
  headerBytes: 1000,
  rulesOf: () => ({}) as SiteRules,
})
const feeds = new URL('http://feeds.lan/a')

test('createWays() leads from a public host nowhere inside, also not back to where it came from', () => {
  const inside = ways.of(['http://feeds.lan/feed'])
  expect(ways.to(feeds, inside)).toBe(inside)
  const outside = ways.to(new URL('http://outlet.example/'), inside)
  expect(outside).toBe(ways.of([]))
  expect(ways.to(feeds, outside)).toBe(outside)
})

test('createWays() gives one way to sources of the same entry, and another one to others', () => {
  expect(ways.of(['http://feeds.lan/other'])).toBe(ways.of(['http://feeds.lan/feed']))
  expect(ways.of(['http://wiki.lan/'])).not.toBe(ways.of(['http://feeds.lan/feed']))
  expect(ways.of(['http://outlet.example/'])).toBe(ways.of([]))
})

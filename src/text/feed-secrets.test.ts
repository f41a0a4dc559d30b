import { expect, test } from 'vitest'
import { feedSecrets, hideSecrets, maskSecrets, showFeed } from './feed-secrets.ts'

test.each([
  ['https://a.example/rss?u=RIVERw77q', ['RIVERw77q']],
  ['https://a.example/rss?access=9f3b27c1d8e04a55&format=rss', ['9f3b27c1d8e04a55']],
  ['https://a.example/rss?m=ann%40b.example', ['ann%40b.example', 'ann@b.example']],
  ['https://a.example/rss?subscriber=48213377', ['48213377']],
  ['https://a.example/rss?qwkzjvbnmtrpxlsdfghc', ['qwkzjvbnmtrpxlsdfghc']],
  ['https://a.example/private/k7WQx2mR9p/rss.xml', ['k7WQx2mR9p']],
  ['https://a.example/feed/0b1f3c52-77aa-4a0e-9c1d-2f6be8d0a913', ['0b1f3c52-77aa-4a0e-9c1d-2f6be8d0a913']],
  ['https://a.example/members/LANTERNhill42', ['LANTERNhill42']],
  ['https://a.example/private/LANTERNS/feed?u=LANTERNS', ['LANTERNS']],
  ['https://a.example/rss?u=swordfish', ['u=swordfish']],
  ['https://a.example/rss?user_id=4821&lang=de', ['user_id=4821']],
  ['https://a.example/rss?member=ann.loom-lantern', ['member=ann.loom-lantern']],
  ['https://a.example/token/swordfish/feed', ['token/swordfish']],
])('feedSecrets() finds in %s what one reader was given', (url, secrets) => {
  expect(feedSecrets(url)).toEqual(secrets)
})

test.each([
  'https://a.example/feed/',
  'https://a.example/world/europe/rss.xml?format=atom&lang=zh-Hans&section=science-and-health',
  'https://a.example/feeds/videos.xml?channel_id=UC7x_kQ2mR9pW4tZb8nLqV1g',
  'https://a.example/?feed=rss2&cat=1204&tag=covid19&paged=2',
  'https://a.example/2026/11/world-cup-2026/index-3.atom',
  'https://a.example/search.rss?q=Saltmere+Harbour&limit=100&since=2026-11-01',
  'https://a.example/bridge?action=display&url=https%3A%2F%2Fb.example%2Fnews123',
  'https://a.example/s/rss_2.0_full/30/rss20.xml',
  'https://a.example/private/notes.xml',
  'https://a.example/auth/feed.xml?u=&member',
  'https://a.example/keys/piano?c=12&rss=1&print=yes',
  'https://a.example/users/gardeners/atom?topic=a1b2c3d4e5f6',
])('feedSecrets() takes nothing in %s for a secret', (url) => {
  expect(feedSecrets(url)).toEqual([])
  expect(showFeed(url)).toBe(url)
})

test('showFeed() shows a feed without what only its reader was given', () => {
  expect(showFeed('https://ann:pw@a.example/private/k7WQx2mR9p/rss?u=RIVERw77q&token=x&format=rss')).toBe(
    'https://a.example/private/***/rss?u=***&token=***&format=rss',
  )
})

test('showFeed() shows the name beside a word that only its reader was given', () => {
  expect(showFeed('https://a.example/token/swordfish/rss?u=lantern&tag=lantern')).toBe(
    'https://a.example/token/***/rss?u=***&tag=lantern',
  )
})

test('hideSecrets() takes them out of any text', () => {
  const told = 'page not read address="https://a.example/1?u=RIVERw77q" RIVERw77q-2'
  expect(hideSecrets(told, ['RIVERw77q'])).toBe('page not read address="https://a.example/1?u=***" ***-2')
})

test('hideSecrets() hides a value whole, also one with signs of equality', () => {
  expect(hideSecrets('/1?x=QmFs77lhPQ==&u=48&menu=4&u=4', ['QmFs77lhPQ==', 'u=4'])).toBe('/1?x=***&u=48&menu=4&u=***')
})

test('maskSecrets() keeps every place of a text', () => {
  expect(maskSecrets('at /1?u=lantern&x, as lanterns are; RIVERw77q!', ['u=lantern', 'RIVERw77q'])).toBe(
    'at /1?u=*******&x, as lanterns are; *********!',
  )
})

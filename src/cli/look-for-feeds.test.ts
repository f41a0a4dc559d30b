import { expect, test } from 'vitest'
import type { Get } from '../net/get.ts'
import { lookForFeeds } from './look-for-feeds.ts'

test('lookForFeeds() asks for what a page names for the sake of the typed address alone', async () => {
  const asked: [string, string[] | undefined][] = []
  const get: Get = async (url, { own }) => {
    asked.push([url, own])
    const text = url.endsWith('/rss')
      ? '<rss version="2.0"><channel><title>Quay</title></channel></rss>'
      : '<link rel="alternate" type="application/rss+xml" href="http://rsshub.home.lan/rss">'
    const rest = {
      headers: {},
      bytes: new Uint8Array(),
      charset: 'utf-8',
      redirects: [],
      fetchedAt: '2026-11-23T08:00:00Z',
    }
    return { url, status: 200, text, ...rest }
  }
  await lookForFeeds('quay.example', { get, print: () => undefined })
  expect(asked).toEqual([
    ['https://quay.example', ['https://quay.example']],
    ['http://rsshub.home.lan/rss', ['https://quay.example']],
  ])
})

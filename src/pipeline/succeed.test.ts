import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Get } from '../net/get.ts'
import { followOf, revisionsOf } from '../store/follow.ts'
import { openStore } from '../store/store.ts'
import type { Article } from '../types.ts'
import { collectAll } from './collect-all.ts'
import { followAll } from './follow.ts'
import { readAll } from './read-all.ts'
import type { Road } from './road.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

type Story = { title: string; text: string[] }
const bells: Story = {
  title: 'Bell founders of Orrin cast their largest bell',
  text: [
    'The foundry by the canal poured nine tonnes of bronze on Tuesday night while half the parish watched.',
    'Master founder Ilse Dorn had waited four winters for enough tin to come up the river.',
    'The bell will hang in the north tower, where an older one cracked in the frost of last January.',
    'Children were given the broken clay of the mould to take home with them.',
    'It will be rung for the first time at midsummer, after it has cooled, been cleaned and been tuned by hand.',
  ],
}
const eels: Story = {
  title: 'Eel traps are banned below the weir',
  text: [
    'From next spring nobody may set a basket in the lower reach, the river board said after a long debate.',
    'Counts of glass eels fell to a third of what they were when the ladder was built.',
    'Smokehouses along the lane will buy from ponds instead, which costs them twice as much.',
    'Two families who have fished there since their grandparents came want to be paid for their boats.',
    'The board will look at the figures again in three years and may open one bank to rods.',
  ],
}
const corrected: Story = {
  title: 'Orrin foundry casts its largest bell',
  text: bells.text.map((one) => one.replace('nine tonnes', 'eight tonnes')),
}
/** The same story, written anew from the first word to the last. */
const rewritten: Story = {
  title: 'Nine-tonne bronze giant leaves the mould in Orrin',
  text: [
    'Orrin has a new largest bell: cast this week by its founders, it was lifted out of the pit this morning.',
    'Six horses and a steam crane were needed, and the street had to be closed until noon.',
    'Bell ringers came from three valleys to strike it once with a wooden hammer.',
    'Ilse Dorn called it the best sound she had ever heard in her life.',
    'Nobody can say yet what the tower will bear, and a builder is to measure its beams.',
  ],
}

/** An outlet whose feed has one item, of one guid and one link; `pages: false` where it has no pages. */
function press({ pages = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-succeed-'))
  folders.push(folder)
  const store = openStore(folder)
  let now = '2026-11-23T08:00:00Z'
  let [told, shown]: [Story, Story] = [bells, bells]
  const html = ({ text }: Story): string => text.map((one) => `<p>${one}</p>`).join('')
  const get: Get = async (url, { termsOnly }) => {
    const isFeed = url.endsWith('.xml')
    const text = isFeed
      ? `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Orrin</title><language>en</language><item><guid isPermaLink="false">top-story</guid><link>https://orrin.example/top</link><title>${told.title}</title><content:encoded><![CDATA[${pages ? '' : html(told)}]]></content:encoded></item></channel></rss>`
      : `<html lang="en"><head><title>${shown.title}</title></head><body><article><h1>${shown.title}</h1>${html(shown)}</article></body></html>`
    const got = { url, headers: {}, charset: 'utf-8', redirects: [], fetchedAt: now }
    if (termsOnly || (!isFeed && !pages)) return { ...got, status: 404, bytes: new Uint8Array(), text: '' }
    return { ...got, status: 200, bytes: new TextEncoder().encode(text), text }
  }
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds: [{ id: 'orrin', sourceId: 'orrin', url: 'https://orrin.example/feed.xml' }],
    readerLanguage: 'zh-Hans',
    model: 'none',
    report: { step: () => undefined, warn: () => undefined },
    width: 1,
  }
  /** A round at an instant, with what the feed tells and what the page shows. */
  const round = async (at: string, feed: Story, page: Story = feed): Promise<string[]> => {
    ;[now, told, shown] = [at, feed, page]
    await collectAll(road, { everyFeed: true })
    await readAll(road)
    await followAll(road)
    return articles().map(({ headline, revision }) => `${headline} ${revision}`)
  }
  const articles = (): Article[] =>
    store.db
      .prepare(
        'SELECT data FROM article a WHERE revision = (SELECT MAX(revision) FROM article b WHERE b.id = a.id) ORDER BY id',
      )
      .all()
      .map((row) => JSON.parse(String(row.data)) as Article)
  return { store, round, articles }
}

const times = ['2026-11-23T08:00:00Z', '2026-11-24T08:30:00Z', '2026-11-25T09:00:00Z', '2026-11-27T09:00:00Z'] as const

test.each([true, false])('another story under one guid and link is another article; with pages: %s', async (pages) => {
  const { round, articles, store } = press({ pages })
  await round(times[0], bells)
  expect(await round(times[1], eels)).toEqual([`${bells.title} 1`, `${eels.title} 1`])
  const [old, next] = articles()
  expect(old?.passages.map(({ text }) => text)).toEqual(bells.text)
  expect(next).toMatchObject({ firstSeenAt: times[1], url: 'https://orrin.example/top' })
  expect(revisionsOf(store, old?.id ?? '')).toEqual([])
  // The feed that tells of it again or corrects it, makes no third one.
  expect(await round(times[2], eels)).toHaveLength(2)
  const mended = { ...eels, text: eels.text.map((one) => one.replace('three years', 'five years')) }
  expect(await round(times[3], mended)).toEqual([`${bells.title} 1`, `${eels.title} 2`])
})

test('the page of the story before is gone from its address, and is not asked for again', async () => {
  const { round, articles, store } = press()
  await round(times[0], bells)
  await round(times[1], eels)
  const [old, next] = articles()
  expect(followOf(store, old?.id ?? '')).toMatchObject({ nextAt: null, gone: { at: times[1], status: null } })
  expect(followOf(store, next?.id ?? '')).toMatchObject({ gone: null })
})

test('a page that changes after its feed told of the new story becomes a second article too', async () => {
  const { round } = press()
  await round(times[0], bells)
  await round('2026-11-23T08:20:00Z', eels, bells)
  expect(await round(times[1], eels)).toEqual([`${bells.title} 1`, `${eels.title} 1`])
  expect(await round(times[2], eels)).toHaveLength(2)
})

test.each([
  ['corrected, under another headline', corrected],
  ['written anew', rewritten],
])('a story that is %s stays one article', async (_, after) => {
  const { round } = press()
  await round(times[0], bells)
  expect(await round(times[1], after)).toEqual([`${after.title} 2`])
})

test('a third story under the guid is a third article', async () => {
  const { round } = press()
  const third = {
    title: 'A tramway for the upper terraces',
    text: [
      'Engineers drew a line through the orchards on the map that hangs in the reading room.',
      'Tickets would cost as much as a loaf, and the last car would leave before ten.',
      'Growers ask who pays for the walls that have to be moved.',
      'Steep ground on the east side makes a cable likely.',
    ],
  }
  await round(times[0], bells)
  await round(times[1], eels)
  expect(await round(times[2], third)).toEqual([`${bells.title} 1`, `${eels.title} 1`, `${third.title} 1`])
  expect(await round(times[3], third)).toHaveLength(3)
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Get, GetOptions, Got } from '../net/get.ts'
import { followAll, readAll } from '../pipeline.ts'
import { articleHistory, articleOfItem } from '../store/articles.ts'
import { followOf, revisionsOf } from '../store/follow.ts'
import { saveItems } from '../store/items.ts'
import { articlesWithoutReview } from '../store/model-calls.ts'
import { loadPage } from '../store/pages.ts'
import { openStore } from '../store/store.ts'
import type { FeedItem } from '../types.ts'
import type { Road } from './road.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const url = 'https://courier.example/bridge'
const sentences = [
  'The harbour council of Saltmere voted on Monday to close the old bridge for nine months.',
  'Five people were hurt when a lorry broke through the railing last week, the council said in a statement.',
  'Ferries will carry passengers from the north quay every twenty minutes until the work is done.',
  'The mayor, Ann Vale, said that the town had waited for the repair for more than ten years.',
  'Shops along the quay expect fewer visitors, and some of them ask for lower rents in the meantime.',
]

function page(text: string[], { headline = 'Old bridge closes for nine months', extra = '' } = {}): string {
  const body = text.map((one) => `<p>${one}</p>`).join('')
  return `<!doctype html><html lang="en"><head><title>${headline}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2026-11-23T08:00:00Z"></head><body><main><article><h1>${headline}</h1>${body}</article></main>${extra}</body></html>`
}

const item: FeedItem = {
  key: 'bridge',
  guid: 'bridge',
  url,
  title: 'Old bridge closes for nine months',
  rawTitle: 'Old bridge closes for nine months',
  edition: null,
  authors: [],
  publishedAt: '2026-11-23T08:00:00Z',
  updatedAt: null,
  summary: null,
  content: null,
  language: 'en',
  enclosures: [],
}

type Answer =
  | {
      status?: number
      html?: string
      headers?: Record<string, string>
      at?: string
      optOut?: string[]
      redirects?: Got['redirects']
    }
  | FetchError

/** A press of one article that was read at 08:10; `answers` come one after the other, `asked` is what was sent. */
async function press(...answers: Answer[]) {
  const folder = mkdtempSync(join(tmpdir(), 'waikan-follow-'))
  folders.push(folder)
  const store = openStore(folder)
  let now = '2026-11-23T08:10:00Z'
  const asked: GetOptions[] = []
  const warned: string[] = []
  const queue = [...answers]
  const get: Get = async (address, options) => {
    const answer = options.termsOnly ? { status: 204 } : queue.shift()
    if (!options.termsOnly) asked.push(options)
    if (!answer) throw new Error(`Cannot answer "${address}": no answer is left`)
    if (answer instanceof FetchError) throw answer
    const { status = 200, html = '', headers = {}, at = address, optOut, redirects = [] } = answer
    const all = { 'content-type': 'text/html', ...headers }
    const bytes = new TextEncoder().encode(html)
    const got = { url: at, status, headers: all, bytes, text: html, charset: 'utf-8', redirects, fetchedAt: now }
    return { ...got, ...(optOut && { optOut }) }
  }
  const road: Road = {
    store,
    get,
    now: () => now,
    sources: [],
    feeds: [],
    readerLanguage: 'zh-Hans',
    model: 'none',
    report: { step: () => undefined, warn: (message) => void warned.push(message) },
    width: 1,
  }
  store.transaction(() => saveItems(store, 'courier', { items: [item], seenAt: now }))
  await readAll(road)
  const known = () => {
    const article = articleOfItem(store, 'courier', 'bridge')
    if (!article) throw new Error('Cannot look: the article is not there')
    return article
  }
  const lookAt = async (instant: string) => {
    now = instant
    return followAll(road)
  }
  return { store, road, known, lookAt, asked, warned, follow: () => followOf(store, known().id) }
}

const first: Answer = {
  html: page(sentences),
  headers: { etag: '"a"', 'last-modified': 'Mon, 23 Nov 2026 08:00:00 GMT' },
}
const edited = sentences.map((one) => one.replace('Five people', 'Six people'))

test('followAll() asks nothing before an article is an hour old', async () => {
  const { lookAt, follow } = await press(first)
  expect(await lookAt('2026-11-23T08:59:00Z')).toEqual({ done: 0, changed: 0, gone: 0, failed: 0 })
  expect(follow()?.nextAt).toBe('2026-11-23T09:00:00Z')
})

test('followAll() looks after 1 hour, 6 hours, 1, 3 and 7 days, and then no more', async () => {
  const same: Answer = { status: 304 }
  const { lookAt, follow } = await press(first, same, same, same, same, same)
  const looks: (string | null | undefined)[] = []
  for (let next = follow()?.nextAt; next; next = follow()?.nextAt) {
    looks.push(next)
    await lookAt(next)
  }
  expect(looks).toEqual([
    '2026-11-23T09:00:00Z',
    '2026-11-23T14:00:00Z',
    '2026-11-24T08:00:00Z',
    '2026-11-26T08:00:00Z',
    '2026-11-30T08:00:00Z',
  ])
})

test('followAll() sends the marks of the last answer back as they were', async () => {
  const { lookAt, asked } = await press(first, { status: 304 })
  await lookAt('2026-11-23T09:00:00Z')
  const marks = { etag: '"a"', lastModified: 'Mon, 23 Nov 2026 08:00:00 GMT' }
  expect(asked[1]).toEqual({ kind: 'page', own: [], ...marks, marksOf: url })
})

test('followAll() believes the 304 of no other address than the one that gave the marks, and reads that one whole', async () => {
  const there = 'https://courier.example/moved/bridge'
  const answers = [
    { status: 304, at: there },
    { html: page(edited), at: there, headers: { etag: '"b"' } },
  ]
  const { lookAt, asked, known, follow } = await press(first, ...answers, { status: 304, at: there })
  await lookAt('2026-11-23T09:00:00Z')
  expect(asked[2]).toEqual({ kind: 'page', own: [] })
  expect(known().revision).toBe(2)
  await lookAt('2026-11-23T14:00:00Z')
  expect(asked[3]).toMatchObject({ etag: '"b"', marksOf: there })
  expect(follow()?.error).toBeNull()
})

test('followAll() counts a 304 to a question without marks as a failure', async () => {
  const { lookAt, follow } = await press({ html: page(sentences) }, { status: 304 }, { status: 304 })
  expect(await lookAt('2026-11-23T09:00:00Z')).toMatchObject({ failed: 1 })
  expect(follow()?.error).toContain('server answered 304, expected 200')
})

test('followAll() makes a revision of an edit, with the sentence before and after, and keeps both pages', async () => {
  const { lookAt, known, store } = await press(first, { html: page(edited), headers: { etag: '"b"' } })
  const before = known()
  expect(await lookAt('2026-11-23T09:00:00Z')).toMatchObject({ done: 1, changed: 1 })
  const after = known()
  expect(after).toMatchObject({ id: before.id, revision: 2 })
  expect(revisionsOf(store, after.id)).toMatchObject([
    { revision: 2, kind: 'edited', headline: null, sentences: [{ before: sentences[1], after: edited[1] }] },
  ])
  expect(loadPage(store, before.pageHash ?? '')?.html).toContain('Five people')
  expect(loadPage(store, after.pageHash ?? '')?.html).toContain('Six people')
})

test('followAll() keeps each headline that an article had', async () => {
  const renamed = page(sentences, { headline: 'Old bridge closes for a year' })
  const { lookAt, known, store } = await press(first, { html: renamed })
  await lookAt('2026-11-23T09:00:00Z')
  expect(articleHistory(store, known().id).map((one) => one.headline)).toEqual([
    'Old bridge closes for nine months',
    'Old bridge closes for a year',
  ])
})

test('followAll() makes no revision of time stamps, typography and boxes beside the text', async () => {
  const trivial = page(
    sentences.map((one) => one.replace(' and ', '  and\u00A0')),
    {
      extra: '<aside><h2>Most read</h2><a href="/x">Another story</a></aside><p>Updated 10 minutes ago</p>',
    },
  )
  const { lookAt, known } = await press(first, { html: trivial })
  expect(await lookAt('2026-11-23T09:00:00Z')).toMatchObject({ done: 1, changed: 0 })
  expect(known().revision).toBe(1)
})

test('followAll() does not let a wall replace the text that we have', async () => {
  const wall = page([sentences[0] ?? ''], { extra: '<div class="paywall">Subscribe to continue reading</div>' })
  const { lookAt, known, follow } = await press(first, {
    html: wall.replace(
      '</head>',
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head>',
    ),
  })
  await lookAt('2026-11-23T09:00:00Z')
  expect(known()).toMatchObject({ revision: 1, completeness: { verdict: 'whole' } })
  expect(follow()?.nowShows).toBeDefined()
})

test('followAll() believes a second 404, an hour later, and keeps the page as evidence', async () => {
  const { lookAt, known, follow, warned, store } = await press(first, { status: 404 }, { status: 404 })
  await lookAt('2026-11-23T09:00:00Z')
  expect(follow()).toMatchObject({ gone: null, nextAt: '2026-11-23T10:00:00Z' })
  expect(await lookAt('2026-11-23T10:00:00Z')).toMatchObject({ gone: 1 })
  expect(follow()?.gone).toEqual({ at: '2026-11-23T10:00:00Z', status: 404 })
  expect(warned).toEqual(['page vanished'])
  expect(known().revision).toBe(1)
  expect(loadPage(store, known().pageHash ?? '')?.html).toContain('Five people')
})

test('followAll() believes 410 at once, and a page that is back', async () => {
  const { lookAt, follow } = await press(first, { status: 410 }, first)
  await lookAt('2026-11-23T09:00:00Z')
  expect(follow()?.gone).toEqual({ at: '2026-11-23T09:00:00Z', status: 410 })
  await lookAt('2026-11-23T14:00:00Z')
  expect(follow()?.gone).toBeNull()
})

const elsewhere = 'https://login.example/gone'

test.each([302, 303, 307])(
  'followAll() believes a 410 behind a %i when it has come twice, and says of no page that it was removed',
  async (status) => {
    const answer = { status: 410, at: elsewhere, redirects: [{ status, to: elsewhere }] }
    const { lookAt, follow } = await press(first, answer, answer)
    expect(await lookAt('2026-11-23T09:00:00Z')).toMatchObject({ gone: 0 })
    expect(follow()).toMatchObject({ absent: 1, gone: null, nextAt: '2026-11-23T10:00:00Z' })
    await lookAt('2026-11-23T10:00:00Z')
    expect(follow()?.gone).toEqual({ at: '2026-11-23T10:00:00Z', status: null })
  },
)

test.each([301, 308])(
  'followAll() believes a 410 behind a %i at once: the page has moved there for good',
  async (status) => {
    const answer = { status: 410, at: elsewhere, redirects: [{ status, to: elsewhere }] }
    const { lookAt, follow } = await press(first, answer)
    await lookAt('2026-11-23T09:00:00Z')
    expect(follow()?.gone).toEqual({ at: '2026-11-23T09:00:00Z', status: 410 })
  },
)

test('followAll() takes no front page for an edit, though it prints nearly the words of the article', async () => {
  const home = { at: 'https://courier.example/', html: page(edited), headers: { etag: '"home"' } }
  const { lookAt, known, follow } = await press(first, home, home, first)
  expect(await lookAt('2026-11-23T09:00:00Z')).toMatchObject({ changed: 0, gone: 0 })
  expect(follow()).toMatchObject({ absent: 1, gone: null, etag: '"a"', nextAt: '2026-11-23T10:00:00Z' })
  await lookAt('2026-11-23T10:00:00Z')
  expect(known().revision).toBe(1)
  expect(follow()?.gone).toEqual({ at: '2026-11-23T10:00:00Z', status: null })
  await lookAt('2026-11-23T14:00:00Z')
  expect(follow()?.gone).toBeNull()
})

test('followAll() takes a home page in place of the article for a missing page, not for an edit', async () => {
  const home = {
    at: 'https://courier.example/',
    html: page(
      ['Harvest fair opens at the weekend with music on three stages and a market for children and parents.'],
      {
        headline: 'Saltmere Courier',
      },
    ),
  }
  const { lookAt, known, follow } = await press(first, home, home)
  await lookAt('2026-11-23T09:00:00Z')
  await lookAt('2026-11-23T10:00:00Z')
  expect(known().revision).toBe(1)
  expect(follow()?.gone).toEqual({ at: '2026-11-23T10:00:00Z', status: null })
})

test('followAll() tries a failed look again, three times, then waits for the next', async () => {
  const broken = new FetchError('Cannot fetch: reset', { url, retryable: true })
  const { lookAt, follow } = await press(first, broken, broken, broken)
  const next: (string | null | undefined)[] = []
  for (const at of ['2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z', '2026-11-23T12:00:00Z']) {
    await lookAt(at)
    next.push(follow()?.nextAt)
  }
  expect(next).toEqual(['2026-11-23T10:00:00Z', '2026-11-23T12:00:00Z', '2026-11-23T14:00:00Z'])
})

test('followAll() asks no more where robots.txt forbids it', async () => {
  const forbidden = new FetchError('Cannot fetch: its robots.txt forbids this page to us', { url, retryable: false })
  const { lookAt, follow } = await press(first, forbidden)
  await lookAt('2026-11-23T09:00:00Z')
  expect(follow()?.nextAt).toBeNull()
})

test('readAll() keeps the page text when the feed changed but the page cannot be had', async () => {
  const { known, store, lookAt } = await press(first, { status: 304 })
  store.transaction(() =>
    saveItems(store, 'courier', { items: [{ ...item, summary: 'New' }], seenAt: item.publishedAt ?? '' }),
  )
  await lookAt('2026-11-23T09:00:00Z')
  expect(known()).toMatchObject({ revision: 1, completeness: { verdict: 'whole' } })
})

const told = { items: [{ ...item, summary: 'Told in other words' }], seenAt: '2026-11-23T12:00:00Z' }

test('readAll() says what the page shows instead too, and asks for it whole while it does', async () => {
  const wall = page(['Our hedgehog ate the cable.', 'Come back when it is in bed.', 'Drink tea until then.'])
  const { store, road, lookAt, follow, asked } = await press(
    first,
    { html: wall, headers: { etag: '"w"' } },
    { html: wall, headers: { etag: '"w"' } },
  )
  await lookAt('2026-11-23T09:00:00Z')
  expect(follow()?.nowShows).toBe('other-text')
  await lookAt('2026-11-23T12:00:00Z')
  store.transaction(() => saveItems(store, 'courier', told))
  await readAll(road)
  expect(asked[2]).toEqual({ kind: 'page', own: [] })
  expect(follow()?.nowShows).toBe('other-text')
})

test('readAll() gives an article whose address shows another page no marks of that page', async () => {
  const text = [
    'An old bridge of cheese closes the fair that comes once in nine months.',
    'Children ate it in an hour.',
  ]
  const html = page(text, { headline: 'Today in Saltmere' })
  const { store, road, lookAt, follow } = await press(first, { html, at: `${url}/today`, headers: { etag: '"x"' } })
  await lookAt('2026-11-23T08:55:00Z')
  store.transaction(() => saveItems(store, 'courier', told))
  await readAll(road)
  expect(follow()).toMatchObject({ etag: '"a"' })
})

test('followAll() notes what an outlet says against machines later, though its text is the same', async () => {
  const same = page(sentences)
  const { store, lookAt } = await press({ html: same }, { html: same, optOut: ['noai'] }, { html: same })
  const told = () => articlesWithoutReview(store, { model: 'm', language: 'zh-Hans' }).map(({ optOut }) => optOut)
  expect(told()).toEqual([undefined])
  await lookAt('2026-11-23T10:00:00Z')
  expect(told()).toEqual([['noai']])
  await lookAt('2026-11-24T10:00:00Z')
  expect(told()).toEqual([undefined])
})

test('followAll() takes a page that has no word of the article for another one, at the same address too', async () => {
  const sorry = page(
    [
      'We looked everywhere and could not find what was asked for.',
      'Perhaps the link is old. Our newest reports are below.',
    ],
    { headline: 'Nothing here' },
  )
  const { known, lookAt, follow } = await press(first, { html: sorry }, { html: sorry })
  await lookAt('2026-11-23T10:00:00Z')
  await lookAt('2026-11-25T10:00:00Z')
  expect(known()).toMatchObject({ revision: 1, headline: 'Old bridge closes for nine months' })
  expect(follow()?.gone).toEqual({ at: '2026-11-25T10:00:00Z', status: null })
})

const strange = [
  'Our gardeners grow dwarf palms in clay pots for balconies that face the south.',
  'Each pot is turned by a quarter every other morning so that no leaf leans to one side.',
  'In winter they stand in a cellar with one small window and are given a cup of rain a week.',
]

test.each([
  ['a sold domain that answers under the same path', 'https://palms.example/bridge'],
  ['a page that says nothing of it under the same address', url],
])('followAll() takes %s for no edit', async (_, at) => {
  const other = { at, html: page(strange, { headline: 'Dwarf palms for every balcony' }) }
  const { lookAt, known, follow } = await press(first, other, other)
  await lookAt('2026-11-23T09:00:00Z')
  await lookAt('2026-11-23T10:00:00Z')
  expect(known()).toMatchObject({ revision: 1, headline: 'Old bridge closes for nine months' })
  expect(follow()?.gone).toEqual({ at: '2026-11-23T10:00:00Z', status: null })
})

const kept = { revision: 1, headline: 'Old bridge closes for nine months', completeness: { verdict: 'whole' } }

test.each([
  [
    'words of a kind that no list knows',
    [
      'Our hedgehog has eaten the cable again.',
      'Until it is mended, drink a cup of tea.',
      'Come back when it has gone to bed.',
    ],
  ],
  [
    'words nearly as long as the text, which say nothing of it',
    [
      'Our hedgehog has eaten the cable again, and the man who mends it lives on the far side of the moor, where no bus goes.',
      'Until he has come we show what you read here, and nothing of what you wished to read; that is a pity, and we know it.',
      'Drink a cup of tea, look out at the garden, and come back when the animal has gone to bed and the lamp burns again.',
    ],
  ],
])('followAll() keeps the text where its headline now stands above %s', async (_, other) => {
  const { known, lookAt, follow, store } = await press(
    first,
    { html: page(other), headers: { etag: '"w"' } },
    { status: 304 },
  )
  await lookAt('2026-11-23T09:00:00Z')
  expect(known()).toMatchObject(kept)
  expect(revisionsOf(store, known().id)).toEqual([])
  expect(follow()?.nowShows).toBe('other-text')
  await lookAt('2026-11-23T14:00:00Z')
  expect(follow()?.nowShows).toBe('other-text')
})

test('followAll() keeps the text where the page breaks off after its beginning and says nothing of it', async () => {
  const dated = sentences.map(
    (one) => `${one} That was said again on Tuesday, on Wednesday, and on each day of the week.`,
  )
  const long = [...sentences, ...dated]
  const { known, lookAt, follow } = await press({ html: page(long) }, { html: page(long.slice(0, 4)) })
  await lookAt('2026-11-23T09:00:00Z')
  expect(known().revision).toBe(1)
  expect(follow()?.nowShows).toBe('part')
})

test('followAll() tells that the outlet took its report back, with its own words', async () => {
  const notice = [
    'This article has been withdrawn.',
    'Two of the people whom it quotes do not exist, as an inquiry found.',
  ]
  const { known, lookAt, store } = await press(first, { html: page(notice) }, { html: page(sentences) })
  expect(await lookAt('2026-11-23T09:00:00Z')).toMatchObject({ changed: 1 })
  expect(known()).toMatchObject({ revision: 2, completeness: { verdict: 'whole', signs: [{ code: 'retracted' }] } })
  expect(revisionsOf(store, known().id)).toMatchObject([{ kind: 'retracted' }])
  expect(revisionsOf(store, known().id)[0]?.sentences).toContainEqual({ before: null, after: notice[0] })
  await lookAt('2026-11-23T14:00:00Z')
  expect(known()).toMatchObject({ revision: 3, completeness: { signs: [] } })
  expect(revisionsOf(store, known().id)[1]?.kind).toBe('edited')
})

test('followAll() tells it too where the notice took the place of the headline', async () => {
  const { known, lookAt, store } = await press(first, {
    html: page(['An inquiry found that two of its figures were made up.'], {
      headline: 'This story has been retracted',
    }),
  })
  await lookAt('2026-11-23T09:00:00Z')
  expect(known().headline).toBe('This story has been retracted')
  expect(revisionsOf(store, known().id)).toMatchObject([{ kind: 'retracted' }])
})

test('followAll() takes a page that says the article is not there for a missing page, when it says so twice', async () => {
  const html = page(['This article is no longer available.', 'Reports of agencies stay here for thirty days.'])
  const { known, lookAt, follow } = await press(first, { html }, { html })
  await lookAt('2026-11-23T09:00:00Z')
  expect(follow()).toMatchObject({ gone: null, nextAt: '2026-11-23T10:00:00Z' })
  expect(await lookAt('2026-11-23T10:00:00Z')).toMatchObject({ gone: 1, failed: 0 })
  expect(known()).toMatchObject(kept)
  expect(follow()?.gone).toEqual({ at: '2026-11-23T10:00:00Z', status: null })
})

test('followAll() says what stands in place of the text, asks again in an hour, and whole', async () => {
  const html = page(['An error occurred while loading this article.', 'Try again in a little while.'])
  const { known, lookAt, follow, asked } = await press(first, { html }, first)
  await lookAt('2026-11-23T09:00:00Z')
  expect(known()).toMatchObject(kept)
  expect(follow()).toMatchObject({ nowShows: 'not-text', nextAt: '2026-11-23T10:00:00Z' })
  await lookAt('2026-11-23T10:00:00Z')
  expect(asked[2]).toEqual({ kind: 'page', own: [] })
  expect(follow()?.nowShows).toBeUndefined()
})

test('followAll() takes a report that was written anew, at its length and of the same matter, for an edit', async () => {
  const anew = [
    'Saltmere loses its old bridge until August: the harbour council decided so after a night of talks.',
    'Whoever wants to cross takes a ferry, three of them an hour, said the mayor.',
    'Behind the closing stands the accident with a lorry, in which five people came to harm.',
    'The quay will be quiet, which its shops fear more than the noise of nine months of work.',
  ]
  const { known, lookAt } = await press(first, { html: page(anew) })
  await lookAt('2026-11-23T09:00:00Z')
  expect(known()).toMatchObject({ revision: 2, completeness: { verdict: 'whole' } })
})

test('followAll() takes a first note that became a long report for an edit', async () => {
  const note = [
    'The harbour council of Saltmere has shut the crossing at the quay. We will tell more of it soon. Nobody may pass.',
  ]
  const { known, lookAt } = await press({ html: page(note) }, { html: page(sentences) })
  await lookAt('2026-11-23T09:00:00Z')
  expect(known().revision).toBe(2)
})

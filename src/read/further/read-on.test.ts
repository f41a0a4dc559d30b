import { expect, test } from 'vitest'
import { FetchError } from '../../errors.ts'
import type { Get } from '../../net/get.ts'
import { readItem } from '../read.ts'

const now = '2026-11-23T08:00:00Z'
const first = 'https://a.example/reed-beds'

/** A paragraph of its own words for each page and place. */
const paragraph = (page: number, at: number): string =>
  `On day ${page} of the count the wardens walked strip ${at} of the reed beds and found ${page * 10 + at} nests of bitterns, ` +
  `more than in any of the ${at + 3} summers before, while the water stood at ${page + at} hands below the old mark.`

function pageHtml(page: number, { last, extra = '' }: { last: number; extra?: string }): string {
  const text = [1, 2, 3, 4].map((at) => `<p>${paragraph(page, at)}</p>`).join('')
  const links = Array.from({ length: last }, (_, at) => `<a href="/reed-beds?page=${at + 1}">${at + 1}</a>`).join('')
  return (
    `<html><head><title>The reed beds</title><meta property="article:published_time" content="${now}"></head>` +
    `<body><article><h1>The reed beds</h1>${text}${extra}</article><div class="pager">${links}</div></body></html>`
  )
}

/** Reads the article from canned answers by address; an address without one answers 404. */
async function read(answers: Record<string, string | FetchError | { url: string; text: string }>) {
  const asked: string[] = []
  const get: Get = async (url) => {
    asked.push(url)
    const said = answers[url] ?? ''
    if (said instanceof FetchError) throw said
    const { text, url: at } = typeof said === 'string' ? { text: said, url } : said
    const bytes = new TextEncoder().encode(text)
    const status = text === '' ? 404 : 200
    return { url: at, status, headers: {}, bytes, text, charset: 'utf-8', redirects: [], fetchedAt: now }
  }
  const item = {
    key: 'a',
    guid: 'a',
    url: first,
    title: 'The reed beds',
    rawTitle: 'The reed beds',
    edition: null,
    authors: [],
    publishedAt: now,
    updatedAt: null,
    summary: null,
    content: null,
    language: 'en',
    enclosures: [],
  }
  return { ...(await readItem(item, { get, now: () => now, outlet: null })), asked }
}

const at = (page: number): string => `${first}?page=${page}`

test('readItem() reads an article of three pages on, numbers its passages on, and calls it whole', async () => {
  const { article, further, asked } = await read({
    [first]: pageHtml(1, { last: 3 }),
    [at(2)]: pageHtml(2, { last: 3 }),
    [at(3)]: pageHtml(3, { last: 3 }),
  })
  expect(asked).toEqual([first, at(2), at(3)])
  expect(article.passages.map(({ id }) => id)).toEqual(Array.from({ length: 12 }, (_, index) => `p${index + 1}`))
  expect(article.passages[11]?.text).toBe(paragraph(3, 4))
  expect(article.completeness).toEqual({ verdict: 'whole', signs: [], shareMissing: null })
  expect(article.furtherPages).toEqual([
    { url: at(2), hash: further[0]?.hash, from: 'p5' },
    { url: at(3), hash: further[1]?.hash, from: 'p9' },
  ])
  expect(article.nextPage).toBeUndefined()
  expect(article.length.words).toBeGreaterThan(400)
})

test('readItem() leaves out what a further page repeats', async () => {
  const repeated = `<p>${paragraph(1, 1)}</p>`
  const { article } = await read({
    [first]: pageHtml(1, { last: 2 }),
    [at(2)]: pageHtml(2, { last: 2, extra: repeated }),
  })
  expect(article.passages).toHaveLength(8)
})

test('readItem() takes a page that says the same again for the end: its number turned something else', async () => {
  const same = pageHtml(1, { last: 3 })
  const { article, further, asked } = await read({ [first]: same, [at(2)]: same })
  expect(asked).toEqual([first, at(2)])
  expect(article.completeness.verdict).toBe('whole')
  expect(further).toEqual([])
})

test('readItem() reads eight further pages and no more, and says that there are others', async () => {
  const answers = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [at(index + 1), pageHtml(index + 1, { last: 40 })]),
  )
  const { article, asked } = await read({ ...answers, [first]: pageHtml(1, { last: 40 }) })
  expect(asked).toHaveLength(9)
  expect(article.completeness.verdict).toBe('cut')
  expect(article.completeness.signs).toContainEqual({
    code: 'more-pages',
    detail: `9 pages were read, "${at(10)}" was not`,
  })
})

test('readItem() reads no further after ten megabytes', async () => {
  const heavy = { last: 9, extra: `<!--${'x'.repeat(6_000_000)}-->` }
  const { article, asked } = await read({
    [first]: pageHtml(1, { last: 9 }),
    [at(2)]: pageHtml(2, heavy),
    [at(3)]: pageHtml(3, heavy),
  })
  expect(asked).toEqual([first, at(2), at(3)])
  expect(article.completeness.verdict).toBe('cut')
})

test.each([
  ['answers 404', ''],
  ['robots.txt forbids', new FetchError('Cannot get: robots.txt forbids it', { url: at(2), retryable: false })],
  ['leads to another article', { url: 'https://a.example/heron', text: pageHtml(7, { last: 1 }) }],
  ['is a bot check', '<title>Just a moment...</title><p>Verify you are human</p>'],
])('readItem() calls an article cut whose second page %s, and keeps the first', async (_, answer) => {
  const { article, failure } = await read({ [first]: pageHtml(1, { last: 3 }), [at(2)]: answer })
  expect(failure).toBeNull()
  expect(article.passages).toHaveLength(4)
  expect(article.completeness.verdict).toBe('cut')
  expect(article.completeness.signs.map(({ code }) => code)).toEqual(['page-missing'])
})

test('readItem() does not read on in another article', async () => {
  const html = pageHtml(1, { last: 0, extra: '<a rel="next" href="/heron-count">Next</a>' })
  const { article, asked } = await read({ [first]: html })
  expect(asked).toEqual([first])
  expect(article.completeness.verdict).toBe('whole')
})

test('readItem() finds nothing cut where a sentence goes on over the turn of the page', async () => {
  const { article } = await read({
    [first]: pageHtml(1, { last: 2, extra: '<p>Below the weir the wardens counted the nests once more and</p>' }),
    [at(2)]: pageHtml(2, { last: 2 }),
  })
  expect(article.completeness.verdict).toBe('whole')
})

test('readItem() calls an article cut whose last page ends at a gate', async () => {
  const { article } = await read({
    [first]: pageHtml(1, { last: 2 }),
    [at(2)]: pageHtml(2, { last: 2, extra: '<p>Subscribe now to continue reading this article.</p>' }),
  })
  expect(article.completeness.verdict).toBe('cut')
})

test.each([
  ['another headline', 'Otters are back at the weir', false],
  ['its headline and a number', 'The reed beds - page 2', true],
])('readItem() takes a page under %s for one of the article or not', async (_, headline, is) => {
  const { article } = await read({
    [first]: pageHtml(1, { last: 2 }),
    [at(2)]: pageHtml(2, { last: 2 }).replaceAll('The reed beds', headline),
  })
  expect(article.passages).toHaveLength(is ? 8 : 4)
  expect(article.completeness.verdict).toBe(is ? 'whole' : 'cut')
})

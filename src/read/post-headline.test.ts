import { expect, test } from 'vitest'
import type { ArticleText, FeedItem } from '../types.ts'
import { extractArticle, readItem } from './read.ts'

const post =
  'Just in: the weir at Lower Marsh has given way after nine days of rain. Nobody was hurt, says the lock keeper. The ferry stops at noon and the school takes in whoever lives below the mill.'
const opening = 'Just in: the weir at Lower Marsh has given way after nine days of rain.'

const item = (more: Partial<FeedItem>): FeedItem =>
  ({
    guid: '1',
    key: '1',
    url: null,
    title: post,
    rawTitle: post,
    authors: [],
    publishedAt: '2026-03-02T08:00:00Z',
    updatedAt: null,
    summary: null,
    content: null,
    language: 'en',
    edition: null,
    enclosures: [],
    ...more,
  }) as unknown as FeedItem

async function fromFeed(more: Partial<FeedItem>): Promise<ArticleText> {
  const get = (): Promise<never> => Promise.reject(new Error('nothing is fetched here'))
  return (await readItem(item(more), { get, now: () => '2026-03-02T09:00:00Z', outlet: null })).article
}

function fromPage(html: string): ArticleText {
  const page = {
    url: 'https://marsh.example/@lock/7',
    html,
    contentType: 'text/html',
    charset: 'utf-8',
    hash: '',
    fetchedAt: '2026-03-03T08:00:00Z',
  }
  return extractArticle(page, null)
}

test.each([
  ['title and text are the same', { content: `<p>${post}</p>` }],
  ['there is a text and no title', { title: '', rawTitle: '', content: `<p>${post}</p>` }],
  ['the title names the writer before the post', { title: `Lock Keeper: "${post}"`, content: `<p>${post}</p>` }],
])('readItem() gives a post its first words as headline and all of it as text where %s', async (_, more) => {
  const article = await fromFeed(more)
  expect(article.headline).toBe(opening)
  expect(article.passages.map(({ text }) => text)).toEqual([post])
  expect(article.otherHeadlines).toBeUndefined()
  expect(article.notes).toContain('headline is the beginning of the text: the outlet gives none')
})

test('extractArticle() does the same for the page of a post', () => {
  const article = fromPage(
    `<html lang="en"><head><title>Lock Keeper on Marsh: "${post}" / Marsh</title><meta property="og:title" content="Lock Keeper on Marsh: &quot;${post}&quot;"></head><body><main><article><p>${post}</p></article></main></body></html>`,
  )
  expect(article.headline).toBe(opening)
  expect(article.passages.map(({ text }) => text)).toEqual([post])
})

test('readItem() cuts a post of one long sentence at a word', async () => {
  const text = `The lock keeper of Lower Marsh ${'writes and writes and '.repeat(12)}never ends.`
  const { headline } = await fromFeed({ title: text, content: `<p>${text}</p>` })
  expect(headline).toMatch(/^The lock keeper of Lower Marsh writes .*(?:writes|and)…$/u)
  expect(headline.length).toBeLessThanOrEqual(100)
})

test('readItem() cuts a post in Chinese where no spaces are', async () => {
  const text =
    '下游沼泽的水闸在连续九天降雨之后决口，所幸无人受伤，闸口管理员说渡船将于正午停航，学校接收住在磨坊以下的所有居民，何时恢复通航目前还没有任何消息，镇上的面包房和教堂也已经打开大门，请大家互相转告'
  const article = await fromFeed({ title: text, content: `<p>${text}</p>`, language: 'zh' })
  expect(article.headline).toMatch(/^下游沼泽.*…$/u)
  expect(article.headline.length).toBeLessThan(text.length * 0.6)
  expect(article.passages.map((passage) => passage.text)).toEqual([text])
})

test.each([
  [
    'a flash of one line',
    'The weir at Lower Marsh has given way, nobody was hurt',
    '<p>The weir at Lower Marsh has given way, nobody was hurt</p>',
  ],
  [
    'a long headline over its own text',
    post,
    `<p>The weir broke at six.</p><p>${'The keeper rang the bell and ran for the boats. '.repeat(8)}</p>`,
  ],
])('readItem() leaves the headline of %s alone', async (_, title, content) => {
  expect((await fromFeed({ title, content })).headline).toBe(title)
})

test('readItem() keeps every letter of a long title that has no text beside it', async () => {
  const article = await fromFeed({ title: post, summary: null, content: null })
  expect([article.headline, article.passages]).toEqual([post, []])
})

test('readItem() keeps every letter of a long title beside a text of another kind', async () => {
  const article = await fromFeed({ title: post, content: '<p>sent in by a reader <a href="/x">[link]</a></p>' })
  expect(article.headline).toBe(post)
})

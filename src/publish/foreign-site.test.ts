import { expect, test } from 'vitest'
import { article, press, read, source } from '../../test/small-press.ts'
import { saveArticle } from '../store/articles.ts'
import type { Article, Source } from '../types.ts'
import { foreignSite } from './foreign-site.ts'

const blog: Source = { ...source('blog'), name: 'Ann Reads', sites: ['ann.example', 'feeds.example'] }
const at = (url: string, more: Partial<Article> = {}): Article => article(1, { url, pageHash: 'aa', ...more })

test.each([
  ['its own site', 'https://ann.example/1', null],
  ['a subdomain of its own', 'https://m.ann.example/1', null],
  ['the site of its feed', 'https://www.feeds.example/1', null],
  ['the site of somebody else', 'https://courier.example/1', 'courier.example'],
  ['a name that begins alike', 'https://ann.example.courier.example/1', 'courier.example'],
  ['another writer on a shared host', 'https://ben.substack.com/p/1', 'ben.substack.com'],
])('foreignSite() of a page on %s', (_, url, site) => {
  expect(foreignSite(at(url), blog)).toBe(site)
})

test('foreignSite() takes a sibling domain for the outlet’s where the page names the outlet as its publisher', () => {
  const outlet = { ...source('day'), name: 'The Daily Quay', sites: ['dailyquay.example'] }
  const page = (publisher?: string) => at('https://dailyquay.co.uk/1', publisher === undefined ? {} : { publisher })
  expect(foreignSite(page('Daily Quay'), outlet)).toBe(null)
  expect(foreignSite(page('Quay'), outlet)).toBe('dailyquay.co.uk')
  expect(foreignSite(page(), outlet)).toBe('dailyquay.co.uk')
  expect(foreignSite(at('https://other.example/1', { publisher: 'The Daily Quay' }), outlet)).toBe('other.example')
})

test('foreignSite() is none for the feed’s own text, and where nothing is known of the source’s sites', () => {
  expect(foreignSite(at('https://courier.example/1', { pageHash: null }), blog)).toBe(null)
  expect(foreignSite(at('https://courier.example/1'), source('blog'))).toBe(null)
})

const text = 'The weir keeper said that the boards would stay in until the ice had gone from the upper lock.'

test.each(['full', 'excerpt', 'title'] as const)(
  'publishSite() prints no whole text of another site under the rights %s, and says why',
  async (rights) => {
    const { store, folder, publish } = press([{ ...blog, rights, name: 'Ann Reads' }])
    const photo = { url: 'https://courier.example/p.jpg', caption: 'A weir', credit: null }
    const passages = [1, 2, 3, 4, 5].map((n) => ({ id: `p${n}`, kind: 'paragraph' as const, text: `${text} ${n}` }))
    saveArticle(store, at('https://courier.example/weir', { sourceId: 'blog', passages, photo }), 'one')
    await publish()
    const files = Object.entries(read(folder))
    const all = files.map(([, body]) => String(body)).join('\n')
    expect(all).not.toContain(`${text} 1`)
    expect(all).not.toContain('p.jpg')
    const page = files.find(([path]) => /^a\/a00001\/.*index\.html$/u.test(path))?.[1]
    expect(String(page)).toContain('原网页在 courier.example，不是Ann Reads自己的网站')
    expect(String(page)).toContain('"publisher":{"@type":"NewsMediaOrganization","name":"courier.example"}')
  },
)

test('publishSite() prints the whole text of a source’s own site', async () => {
  const { store, folder, publish } = press([blog])
  const passages = [{ id: 'p1', kind: 'paragraph' as const, text }]
  saveArticle(store, at('https://www.ann.example/weir', { sourceId: 'blog', passages }), 'one')
  await publish()
  expect(Object.values(read(folder)).map(String).join('\n')).toContain(text)
})

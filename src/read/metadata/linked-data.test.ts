import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { namesOf, parseLinked, pickArticle, plainText, textOf } from './linked-data.ts'
import { readMetadata } from './metadata.ts'

const url = 'https://www.harbour.example/a/1'
const read = (html: string) => readMetadata(parsePage(html), { url, item: null })
const names = (author: unknown): string[] => namesOf(author, (value) => value).map((one) => one.name)
const script = (linked: unknown): string => `<script type="application/ld+json">${JSON.stringify(linked)}</script>`

test('namesOf() reads names in lists of items, in parts and with a language', () => {
  expect(names({ '@type': 'ItemList', itemListElement: [{ item: { name: 'Tamsin Plum' } }] })).toEqual(['Tamsin Plum'])
  expect(names({ givenName: 'Tamsin', familyName: 'Plum' })).toEqual(['Tamsin Plum'])
  expect(names({ name: { '@value': 'Tamsin Plum', '@language': 'en' } })).toEqual(['Tamsin Plum'])
})

test('namesOf() ends in a list nested a thousand deep', () => {
  let list: unknown = { name: 'Tamsin Plum' }
  for (let depth = 0; depth < 1000; depth++) list = { itemListElement: [list] }
  expect(names(list)).toEqual([])
})

test('parseLinked() reads keys with the prefix of the vocabulary and JSON that ends as a statement', () => {
  expect(parseLinked('{"@type":"schema:NewsArticle","schema:headline":"Quay closes"};')).toEqual([
    { '@type': 'schema:NewsArticle', headline: 'Quay closes' },
  ])
})

test('textOf() gives a number as its figures and leaves markup out', () => {
  expect(textOf(1772735400000)).toBe('1772735400000')
  expect(plainText('&lt;b&gt;Northern&lt;/b&gt; quay')).toBe('Northern quay')
  expect(plainText('Port < sea')).toBe('Port < sea')
})

const toll = { '@type': 'NewsArticle', headline: 'Bridge toll doubles', author: 'G', datePublished: '2026', image: 'i' }

test('pickArticle() takes the page’s own article, not a fuller one that the page lists', () => {
  const quay = { '@type': 'NewsArticle', headline: 'Northern quay closes', url: `${url}?from=feed` }
  const objects = [toll, quay]
  expect(pickArticle(objects, { addresses: ['harbour.example/a/1'], headlines: [] })).toBe(quay)
  expect(pickArticle(objects, { addresses: [], headlines: ['Northern quay closes | Harbour Post'] })).toBe(quay)
  expect(pickArticle(objects, { addresses: [], headlines: [] })).toBe(toll)
})

test('readMetadata() takes no front page and no address of a workshop for the canonical one', () => {
  const canonical = (href: string) => read(`<link rel="canonical nofollow" href="${href}">`).canonicalUrl
  expect(canonical('/a/1-quay')).toBe('https://www.harbour.example/a/1-quay')
  expect(canonical('https://www.harbour.example/')).toBeNull()
  expect(canonical('http://localhost:3000/a/1')).toBeNull()
  expect(canonical('javascript:alert(1)')).toBeNull()
})

test('readMetadata() reads a number of words and keywords however they are written', () => {
  const article = (more: object) => read(script({ '@type': 'NewsArticle', headline: 'Quay closes', ...more }))
  expect(article({ wordCount: '1,234' }).declaredWords).toBe(1234)
  expect(article({ wordCount: '412 words' }).declaredWords).toBe(412)
  expect(article({ wordCount: 0 }).declaredWords).toBeNull()
  expect(article({ keywords: [{ '@type': 'DefinedTerm', name: 'quay' }, 'fishing'] }).keywords).toEqual([
    'quay',
    'fishing',
  ])
})

test('readMetadata() reads the section from microdata and from the trail of links', () => {
  const steps = ['Home', 'Harbour', 'The ferry stays'].map((name, index) => ({ position: index + 1, item: { name } }))
  const trail = script({ '@type': 'BreadcrumbList', itemListElement: steps })
  expect(read(`${trail}<h1>The ferry stays</h1>`).section).toBe('Harbour')
  expect(read(`${trail}<h1>The ferry stays</h1><i itemprop="articleSection">Coast</i>`).section).toBe('Coast')
})

test('readMetadata() takes nothing from data about another story: another address and another headline', () => {
  const other = {
    '@type': 'NewsArticle',
    headline: 'Pilots of the night flight asked for quiet',
    url: 'https://www.harbour.example/a/2',
    datePublished: '2020-01-02',
    author: { '@type': 'Person', name: 'Ann Loom' },
  }
  const page = (linked: object): string =>
    `<title>Saltmere keeps its old ferry</title>${script(linked)}<h1>Saltmere keeps its old ferry</h1>`
  expect(read(page(other))).toMatchObject({ publishedAt: null, authors: [] })
  expect(read(page({ ...other, headline: 'Old ferry stays in Saltmere' }))).toMatchObject({ authors: ['Ann Loom'] })
  expect(read(page({ ...other, url }))).toMatchObject({ authors: ['Ann Loom'] })
})

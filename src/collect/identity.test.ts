import { expect, test } from 'vitest'
import { canonicalAddress, itemKey } from './identity.ts'

const said = { guid: null, url: null, title: 'Ferry resumes', summary: null, content: null }

test('itemKey() keeps the notes of one page apart when guid and link name the same place', () => {
  const place = (name: string) => `https://outlet.example/changes#${name}`
  const keys = ['v1', 'v2'].map((name) => itemKey({ ...said, guid: place(name), url: place(name) }))
  expect(keys).toEqual(['https://outlet.example/changes#v1', 'https://outlet.example/changes#v2'])
})

test('itemKey() takes the count behind a guid for no part of it when the link goes to the page', () => {
  const keys = ['1', '8'].map((count) =>
    itemKey({
      ...said,
      guid: `https://outlet.example/ferry#${count}`,
      url: 'https://outlet.example/ferry?at_medium=RSS',
    }),
  )
  expect(keys).toEqual(['https://outlet.example/ferry', 'https://outlet.example/ferry'])
})

test('itemKey() keeps the place on a page where only a link says which item it is', () => {
  expect(itemKey({ ...said, url: 'https://outlet.example/notes#2026-11-24' })).toBe(
    'https://outlet.example/notes#2026-11-24',
  )
})

test('itemKey() takes off a fragment that says how the reader came', () => {
  const came = ['xtor=RSS-17', 'utm_source=rss&utm_medium=feed', 'ref=rss', 'Echobox=1764000000', 'at_medium=RSS']
  const keys = came.map((how) => itemKey({ ...said, url: `https://outlet.example/ferry#${how}` }))
  expect(new Set(keys)).toEqual(new Set(['https://outlet.example/ferry']))
})

test('canonicalAddress() takes off what says how the reader came, and keeps the rest as it is', () => {
  expect(canonicalAddress('https://outlet.example:443/a?id=7&utm_source=rss&fbclid=x')).toBe(
    'https://outlet.example/a?id=7',
  )
})

test('itemKey() keeps no password of an address: it is printed with the article', () => {
  const item = {
    guid: null,
    url: 'https://ann:secret@news.example/ferry',
    title: 'Ferry',
    summary: null,
    content: null,
  }
  expect(itemKey(item)).toBe('https://news.example/ferry')
})

test('canonicalAddress() keeps a number by which an outlet tells its articles apart', () => {
  expect(canonicalAddress('https://outlet.example/show?ref=1001')).toBe('https://outlet.example/show?ref=1001')
  expect(canonicalAddress('https://outlet.example/ferry?ref=rss')).toBe('https://outlet.example/ferry')
})

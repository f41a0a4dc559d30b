import { expect, test } from 'vitest'
import type { Page } from '../types.ts'
import { extractArticle } from './read.ts'

const prose = 'The ferry left the harbour at nine with forty crates of apples, a brass band and one silent passenger. '
const text = `<p>${prose.repeat(2)}</p><p>Nobody on the quay had seen it leave so full. ${prose}</p>`

function standfirstOf(described: string, above: string): string | null {
  const html = `<!doctype html><html lang="en"><head><title>Ferry resumes</title><meta name="description" content="${described}"></head><body><article><h1>Ferry resumes</h1>${above}${text}</article></body></html>`
  const page: Page = {
    url: 'https://paper.example/a',
    html,
    contentType: null,
    charset: 'utf-8',
    hash: '',
    fetchedAt: '2026-11-23T00:00:00Z',
  }
  return extractArticle(page, null).standfirst
}

test('extractArticle() prints the whole standfirst of a page that describes itself with its beginning', () => {
  const printed = 'After eleven years the crossing is served again, and the harbour is to be dredged before spring.'
  expect(
    standfirstOf(
      'After eleven years the crossing is served again, and the har…',
      `<div class="standfirst">${printed}</div>`,
    ),
  ).toBe(printed)
})

test('extractArticle() takes a description that no reader sees for no standfirst', () => {
  expect(standfirstOf('Read all about ferries, timetables and harbours here.', '')).toBeNull()
})

test('extractArticle() gives no standfirst that the text begins with', () => {
  expect(standfirstOf('The ferry left the harbour at nine with forty crates', '')).toBeNull()
})

test('extractArticle() finds a standfirst by the name of its box', () => {
  const printed = 'Eleven years of waiting are over.'
  expect(standfirstOf('', `<div class="article-deck">${printed}</div>`)).toBe(printed)
})

test('extractArticle() takes a caption that the page describes itself with for no standfirst', () => {
  const caption = 'The ferry at the quay on Saturday morning, seen from the lighthouse'
  const figure = `<figure><img src="/f.jpg" alt=""><figcaption>${caption}</figcaption></figure>`
  expect(standfirstOf(caption, figure)).toBeNull()
})

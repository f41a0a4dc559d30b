import { expect, test } from 'vitest'
import { DocumentError } from '../../errors.ts'
import type { Completeness } from '../../types.ts'
import { extractArticle } from '../read.ts'
import fresh from './fresh-pages.json' with { type: 'json' }
import pages from './stand-in-pages.json' with { type: 'json' }

const stories = fresh.briefs as Record<string, { headline: string }>

function judge(language: string, text: string[], headline = headlineIn(language)): Completeness | null {
  const html =
    `<!doctype html><html lang="${language}"><head><title>${headline} | Kurier</title><meta property="og:type" content="article">` +
    '<meta property="article:published_time" content="2026-05-12T08:00:00Z"></head><body><header><nav><a href="/">Kurier</a></nav></header>' +
    `<main><article><h1>${headline}</h1>${text.map((one) => `<p>${one}</p>`).join('')}</article></main><footer>Kurier 2026</footer></body></html>`
  const page = { url: 'https://kurier.example/lock', html, contentType: null, charset: 'utf-8', hash: '' }
  try {
    return extractArticle({ ...page, fetchedAt: '2026-05-12T09:00:00Z' }, null).completeness
  } catch (error) {
    if (error instanceof DocumentError) return error.completeness
    throw error
  }
}

function headlineIn(language: string): string {
  const headline = stories[language]?.headline ?? stories['en']?.headline
  if (headline === undefined) throw new RangeError(`Cannot build a page: "${language}" has no headline`)
  return headline
}

const rows = (kind: 'wall' | 'not-text' | 'absent' | 'retracted' | 'whole') =>
  pages[kind].map(([language = '', ...text]) => [language, text] as const)

test.each(rows('wall'))('a page of nothing but a gate under the headline is a wall: %s %j', (language, text) => {
  expect(judge(language, text)?.verdict).toBe('wall')
})

test.each(rows('wall'))(
  'a gate that comes first, with the beginning below it, is not whole: %s %j',
  (language, text) => {
    expect(judge(language, [...text, `${headlineIn(language)}.`])?.verdict).not.toBe('whole')
  },
)

test.each(rows('not-text'))('a page of nothing but a fault is not text: %s %j', (language, text) => {
  expect(judge(language, text)).toMatchObject({ verdict: 'not-text', signs: [{ code: 'no-article' }] })
})

test.each(rows('absent'))('a page that says the article is not there says so in its signs: %s %j', (language, text) => {
  expect(judge(language, text)).toMatchObject({ verdict: 'not-text', signs: [{ code: 'page-absent' }] })
})

test.each(rows('retracted'))(
  'a notice that the outlet took its report back is whole, and named: %s %j',
  (language, text) => {
    expect(judge(language, text)).toMatchObject({ verdict: 'whole', signs: [{ code: 'retracted' }] })
  },
)

test.each(rows('whole'))(
  'a brief about gates, faults and withdrawals is whole: %s %j',
  (language, [headline, ...text]) => {
    expect(judge(language, text, headline)).toMatchObject({ verdict: 'whole', signs: [] })
  },
)

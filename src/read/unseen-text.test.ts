import { expect, test } from 'vitest'
import type { ArticleText } from '../types.ts'
import { extractArticle } from './read.ts'

const shown = 'The reed cutters of Lower Marsh tied up their boats on Monday, and the mill stood still by noon.'
const rest = [
  'Their foreman says the price of a bundle has not moved since the old bridge was still standing.',
  'The mill answers that it pays what every other mill on the river pays, and not a copper less.',
  'Talks begin on Friday in the parish hall, where the baker has promised bread for both sides.',
  'Whoever wants to listen may come, but only the twelve who were chosen at the weir may speak.',
  'The last strike on this water lasted nine weeks and ended when the ice broke the mill wheel.',
]
const paragraphs = (texts: string[]): string => texts.map((text) => `<p>${text}</p>`).join('')
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
const linked = (more: object = {}): string =>
  `<script type="application/ld+json">${inScript({ '@type': 'NewsArticle', headline: 'Reed cutters strike', datePublished: '2026-03-02T08:00:00Z', author: { name: 'Ida Marsh' }, ...more })}</script>`
const body = { articleBody: [shown, ...rest].join('\n') }
const next = `<script id="__NEXT_DATA__" type="application/json">${inScript({ props: { story: { html: paragraphs([shown, ...rest]) } } })}</script>`
const wall = '<div class="offer"><p>This story is for subscribers only. Log in to read on.</p></div>'

function read(html: string, head = linked()): ArticleText {
  return extractArticle(
    {
      url: 'https://marsh.example/strike',
      html: `<html><head><title>Reed cutters strike</title>${head}</head><body><main><h1>Reed cutters strike</h1>${html}</main></body></html>`,
      contentType: 'text/html',
      charset: 'utf-8',
      hash: '',
      fetchedAt: '2026-03-03T08:00:00Z',
    },
    null,
  )
}
const texts = (article: ArticleText): string[] => article.passages.map(({ text }) => text)
const codes = (article: ArticleText): string[] => article.completeness.signs.map(({ code }) => code)

test.each([
  ['JSON-LD', linked(body), ''],
  ['the data of Next.js', linked() + next, ''],
  ['an element of the class for subscribers', linked(), `<div class="paywall" hidden>${paragraphs(rest)}</div>`],
  ['an element kept from screen readers', linked(body), `<div aria-hidden="true">${paragraphs(rest)}</div>`],
  ['a streamed element', linked(), `<div hidden id="S:1">${paragraphs(rest)}</div>`],
  [
    'an element that a style sheet hides',
    `${linked()}<style>.more{display:none}</style>`,
    `<div class="more">${paragraphs(rest)}</div>`,
  ],
])('extractArticle() passes no wall that the page shows: the rest in %s stays there', (_, head, hidden) => {
  const article = read(`<p>${shown}</p>${wall}${hidden}`, head)
  expect(texts(article).join(' ')).not.toContain('foreman')
  expect(article.completeness.verdict).not.toBe('whole')
})

test.each([
  ['an ellipsis', `<p>${shown.slice(0, 60)}…</p>`],
  ['a link that leads on', `<p>${shown}</p><a href="/strike/2">Continue reading</a>`],
  ['nothing at all', paragraphs([shown, rest[0] ?? ''])],
])(
  'extractArticle() takes no JSON-LD for the text where the page shows its beginning and ends it with %s',
  (_, html) => {
    const article = read(html, linked(body))
    expect(texts(article).join(' ')).not.toContain('parish hall')
    expect(article.completeness.verdict).not.toBe('whole')
  },
)

test('extractArticle() takes no hidden text that the outlet itself calls not free', () => {
  const article = read(
    `<p>${shown}</p><div class="paywall" hidden>${paragraphs(rest)}</div>`,
    linked({ isAccessibleForFree: 'False', hasPart: { isAccessibleForFree: 'False', cssSelector: '.paywall' } }),
  )
  expect(texts(article)).toEqual([shown])
  expect(article.completeness.verdict).not.toBe('whole')
  expect(codes(article)).toContain('text-withheld')
})

test('extractArticle() reads an empty shell from its own data and says so', () => {
  const article = read('<div id="app"></div>', linked() + next)
  expect(texts(article)).toEqual([shown, ...rest])
  expect(article.completeness).toMatchObject({ verdict: 'whole', signs: [{ code: 'text-from-script' }] })
})

test.each([
  ['a sentence that breaks off', `<p>${shown.slice(0, 70)}</p>`, linked() + next],
  [
    'a link that leads on, though all is called free',
    `<p>${shown}</p><a href="/strike/2">Continue reading</a>`,
    linked({ isAccessibleForFree: true }) + next,
  ],
  ['its first paragraph and nothing more', `<p>${shown}</p><div id="app"></div>`, linked() + next],
])('extractArticle() takes no data of a script where the page ends with %s', (_, html, head) => {
  const article = read(html, head)
  expect(texts(article).join(' ')).not.toContain('parish hall')
  expect(article.completeness.verdict).not.toBe('whole')
})

test('extractArticle() takes no check on robots for an article because the frame around it holds one', () => {
  const check = '<h1>Access denied</h1><p>Please verify that you are a human. Complete the check to go on.</p>'
  expect(() => read(check, linked() + next)).toThrow('expected an article')
})

test('extractArticle() reads the data of a shell whose masthead has a login', () => {
  const article = read('<header><p>Already a subscriber? Sign in</p></header><div id="app"></div>', linked() + next)
  expect(texts(article)).toEqual([shown, ...rest])
  expect(article.completeness.verdict).toBe('whole')
})

test.each([
  ['streams', linked(), 'hidden id="S:1"'],
  ['unfolds', `${linked()}<style>.more{display:none}</style>`, 'class="more"'],
])('extractArticle() says of text that a script %s into place where it comes from', (_, head, attributes) => {
  const article = read(`<div ${attributes}>${paragraphs([shown, ...rest])}</div>`, head)
  expect(texts(article)).toEqual([shown, ...rest])
  expect(article.completeness).toMatchObject({ verdict: 'whole', signs: [{ code: 'text-from-script' }] })
})

test('extractArticle() reads what React streams to everybody though the outlet calls it not free', () => {
  const article = read(
    `<div hidden id="S:1">${paragraphs([shown, ...rest])}</div>`,
    linked({ isAccessibleForFree: false }),
  )
  expect(texts(article)).toEqual([shown, ...rest])
})

test('extractArticle() says nothing of scripts where no passage comes from one', () => {
  const article = read(`${paragraphs([shown, ...rest])}<div hidden id="S:1"><p>Follow the Marsh Courier</p></div>`)
  expect(codes(article)).toEqual([])
})

test.each([
  ['the class paywall', linked(), 'class="paywall" hidden'],
  ['a class of members', linked(), 'class="box members-only" hidden'],
  ['a class of subscribers', linked(), 'class="subscriber-only" hidden'],
  ['the class locked', linked(), 'class="article-locked" hidden'],
  ['a locked tier', `${linked()}<meta property="article:content_tier" content="locked">`, 'hidden'],
  ['JSON-LD that says 0', linked({ isAccessibleForFree: 0 }), 'hidden'],
  ['JSON-LD that says schema.org/False', linked({ isAccessibleForFree: 'http://schema.org/False' }), 'hidden'],
  ['microdata', `${linked()}<meta itemprop="isAccessibleForFree" content="false">`, 'hidden'],
  ['the access marks of AMP', linked(), 'amp-access="subscriber" amp-access-hide hidden'],
  ['the sections of a subscription', linked(), 'subscriptions-section="content" hidden'],
])('extractArticle() takes no hidden text that the outlet marks as not free by %s', (_, head, attributes) => {
  const article = read(`<p>${shown}</p><div ${attributes}>${paragraphs(rest)}</div>`, head)
  expect(texts(article).join(' ')).not.toContain('foreman')
  expect(article.completeness.verdict).not.toBe('whole')
})

test('extractArticle() believes an outlet that calls all free, whatever it calls its boxes', () => {
  const hidden = `<p>${shown}</p><div class="paywall" hidden>${paragraphs(rest)}</div>`
  expect(texts(read(hidden, linked({ isAccessibleForFree: true })))).toEqual([shown, ...rest])
})

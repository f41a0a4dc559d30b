import { expect, test } from 'vitest'
import type { ArticleText } from '../../types.ts'
import { extractArticle } from '../read.ts'
import minutes from '../metadata/minutes-words.json' with { type: 'json' }
import later from './later-words.json' with { type: 'json' }

const said = [
  'The salt pans of Grey Point were flooded on the first of March, a fortnight before the custom of the coast allows it.',
  'The pan keepers say that the winter was dry and that nobody could have waited for the spring tide without losing the brine.',
  'On the mole stood forty carts that had come for last year’s salt and went home again with nothing but sand in their wheels.',
  'The warden has called all keepers to the chapel for Sunday and wants to know who opened the lower sluice in the night.',
]
const paragraphs = (rows: string[]): string => rows.map((row) => `<p>${row}</p>`).join('')

function read(below: string, { head = '', end = '</body></html>' } = {}): ArticleText {
  const html = `<html lang="en"><head><title>Salt pans flooded early</title><meta property="article:published_time" content="2026-03-02T08:00:00Z">${head}</head><body><main><article><h1>Salt pans flooded early</h1><div class="text">${paragraphs(said)}${below}</div></article></main>${end}`
  return extractArticle(
    {
      url: 'https://salt.example/news/salt-pans',
      html,
      contentType: null,
      charset: 'utf-8',
      hash: '',
      fetchedAt: '2026-03-03T08:00:00Z',
    },
    null,
  )
}

test.each([
  '<button>Load 27 earlier updates</button>',
  '<button>Show 9 more paragraphs</button>',
  '<p>3 min left · Unlock</p>',
  '<p>Part 1 of 3</p>',
  '<turbo-frame id="article_rest" src="/news/salt-pans/rest" loading="lazy"></turbo-frame>',
  '<div hx-get="/news/salt-pans?from=5" hx-trigger="revealed"></div>',
  '<div data-lazy data-src="/fragments/salt-pans/body-2"></div>',
  '<div class="continuation" data-url="/x/9912"></div>',
  '<iframe title="Rest of the report" src="/f/77"></iframe>',
  '<a href="/news/salt-pans?start=5">Next &gt;</a>',
  '<nav class="pages"><a href="?offset=4">Next</a></nav>',
])('extractArticle() calls a text cut below which stands %s', (below) => {
  expect(read(below).completeness.verdict).toBe('cut')
})

test.each([
  '<turbo-frame id="comments" src="/news/salt-pans/comments" loading="lazy"></turbo-frame>',
  '<div hx-get="/related?of=17" hx-trigger="revealed"></div>',
  '<div data-lazy data-src="/ads/slot-2"></div>',
  '<div class="newsletter" data-url="/news/salt-pans/newsletter"></div>',
  '<div class="photo" data-src="/img/salt-pans.jpg"></div>',
  '<iframe title="Map of the coast" src="/f/78"></iframe>',
  '<iframe src="https://video.example/embed/71" loading="lazy"></iframe>',
  '<a href="/archive?start=20">Next</a>',
  '<a href="/news/salt-pans?start=5">See the tide table</a>',
  '<button>Load 12 more comments</button>',
  '',
])('extractArticle() calls a text whole below which stands %s', (below) => {
  expect(read(below).completeness.verdict).toBe('whole')
})

const linked = (more: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Salt pans flooded early', ...more })}</script>`

test.each([
  [linked({ timeRequired: 'PT14M' }), 'cut'],
  [linked({ timeRequired: 'PT1H2M' }), 'cut'],
  ['<meta name="twitter:label2" content="Est. reading time"><meta name="twitter:data2" content="11 minutes">', 'cut'],
  [linked({ timeRequired: 'PT1M' }), 'whole'],
  [linked({ timeRequired: 'PT2M' }), 'whole'],
  [linked({ timeRequired: 'soon' }), 'whole'],
  ['<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="11 minutes">', 'whole'],
])('extractArticle() holds the text against the time that %s gives for it', (head, verdict) => {
  expect(read('', { head }).completeness.verdict).toBe(verdict)
})

test('extractArticle() calls a text cut whose page ends inside a tag, however short the page', () => {
  expect(read('', { end: '<footer><div class="par' }).completeness.verdict).toBe('cut')
  expect(read('', { end: '<footer><div class="par"></div>' }).completeness.verdict).toBe('whole')
})

const filler =
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.'

test.each([
  `<div class="locked-blur">${paragraphs([filler, 'Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo.'])}</div>`,
  `<div class="text-2">${paragraphs([filler])}</div>`,
  `<div class="paywall-blurred"><p>The words of this paragraph stand for others that only those who pay are shown, and say nothing of salt.</p></div>`,
])('extractArticle() prints no filler that stands where the rest would: %s', (below) => {
  const article = read(below)
  expect(article.passages.map(({ text }) => text)).toEqual(said)
  expect(article.completeness.verdict).toBe('cut')
})

test('later-words.json and minutes-words.json hold small letters, each word once', () => {
  for (const list of [...Object.values(later).map((all) => all.split(' ')), minutes.reading]) {
    expect(list).toEqual([...new Set(list)])
    expect(list.filter((word) => word === '' || word !== word.toLowerCase())).toEqual([])
  }
})

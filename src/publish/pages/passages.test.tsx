import { expect, test } from 'vitest'
import type { Claim, ParallelText, Passage } from '../../types.ts'
import type { Excerpt } from '../excerpt.ts'
import { fragmentLink, Passages, pinClaims } from './passages.tsx'

type More = { excerpts?: Record<string, Excerpt>; claims?: Claim[] }

function print(passages: Passage[], { excerpts, claims = [] }: More = {}): string {
  const pinned = pinClaims(claims)
  return String(
    <Passages
      passages={passages}
      excerpts={excerpts ?? null}
      pinned={pinned}
      parallel={null}
      language="zh-Hans"
      own="en"
    />,
  )
}

const uncut: Excerpt = { startsWithin: false, endsWithin: false, spoken: false, speaker: null }

function claim(id: string, quotes: [passage: string, quote: string, start: number][]): Claim {
  const evidence = quotes.map(([passage, quote, start]) => ({ passage, quote, start, end: start + quote.length }))
  return {
    id,
    part: 'summary',
    kind: 'fact',
    text: '船没有开。',
    speaker: null,
    evidence,
    state: 'verified',
    findings: [],
  }
}

test('Passages() keeps runs of list items in one list, each with its number', () => {
  const html = print([
    { id: 'p1', kind: 'list-item', text: 'apples' },
    { id: 'p2', kind: 'list-item', text: 'pears' },
    { id: 'p3', kind: 'paragraph', text: 'Then it rained.' },
  ])
  expect(html).toContain('<ul><li id="p1">apples</li><li id="p2">pears</li></ul>')
  expect(html).toContain('<p id="p3" class="paragraph">Then it rained.</p>')
})

test('Passages() prints a row of a table as cells, with a mark in its cell', () => {
  const html = print([{ id: 'p1', kind: 'table-row', text: 'Ferry | 12 | late' }], {
    claims: [claim('c1', [['p1', '12', 8]])],
  })
  expect(html).toContain('<td>Ferry</td><td><mark id="e-c1-1">12</mark></td><td>late</td>')
})

test('Passages() keeps the level of a heading and prints a quote as one', () => {
  const html = print([
    { id: 'p1', kind: 'heading', text: 'A search', level: 5 },
    { id: 'p2', kind: 'quote', text: 'We saw it.' },
  ])
  expect(html).toContain('<h5 id="p1">A search</h5>')
  expect(html).toContain('<blockquote id="p2">We saw it.</blockquote>')
})

test('Passages() marks exactly the words of the evidence, across emphasis and links', () => {
  const marks = [
    { start: 4, end: 9, kind: 'emphasis' as const },
    { start: 10, end: 14, kind: 'link' as const, url: 'https://outlet.example/left' },
  ]
  const html = print([{ id: 'p1', kind: 'paragraph', text: 'The ferry left at nine.', marks }], {
    claims: [claim('c1', [['p1', 'ferry left', 4]])],
  })
  expect(html.replace(/<[^>]+>/gu, '')).toContain('The ferry left at nine.')
  expect(html).toContain('<em>ferry</em>')
  expect(html).toContain('<a href="https://outlet.example/left" rel="noopener nofollow external">left</a>')
  expect(
    html
      .match(/<mark[^>]*>(?:(?!<\/mark>).)*<\/mark>/gu)
      ?.join('')
      .replace(/<[^>]+>/gu, ''),
  ).toBe('ferry left')
  expect(html.match(/id="e-c1-1"/gu)).toHaveLength(1)
})

test('Passages() gives two statements on the same words an anchor each', () => {
  const html = print([{ id: 'p1', kind: 'paragraph', text: 'The ferry left.' }], {
    claims: [claim('c1', [['p1', 'ferry', 4]]), claim('c2', [['p1', 'ferry', 4]])],
  })
  expect(html).toContain('id="e-c1-1"')
  expect(html).toContain('id="e-c2-1"')
})

test('Passages() puts our statements beside the passage they stand on, in the language of the reader', () => {
  const html = print([{ id: 'p1', kind: 'paragraph', text: 'The ferry left.' }], {
    claims: [claim('c1', [['p1', 'ferry', 4]])],
  })
  expect(html).toMatch(
    /<aside class="notes" lang="zh-Hans"[^>]*><p class="fact"><a href="#c-c1">事实<\/a> 船没有开。<\/p>/u,
  )
})

test('Passages() links to web addresses only and escapes what a page says', () => {
  const marks = [{ start: 0, end: 5, kind: 'link' as const, url: 'javascript:alert(1)' }]
  const html = print([{ id: 'p1', kind: 'paragraph', text: 'Click <img src=x onerror=alert(1)>', marks }])
  expect(html).not.toContain('javascript:')
  expect(html).not.toContain('<img')
  expect(html).toContain('Click &lt;img src=x onerror=alert(1)&gt;')
})

test('Passages() prints words of an excerpt in quotation signs under the number of their passage', () => {
  const html = print([{ id: 'p3', kind: 'list-item', text: 'Apples only.' }], { excerpts: { p3: uncut } })
  expect(html).toContain('<blockquote id="p3" class="excerpt">')
  expect(html).toContain('<p class="whence" lang="zh-Hans">原文第 3 段</p><p>“Apples only.”</p>')
})

test('Passages() shows both ends of an excerpt where a sentence was cut', () => {
  const excerpts = { p3: { ...uncut, startsWithin: true, endsWithin: true } }
  const html = print([{ id: 'p3', kind: 'paragraph', text: 'among the apples were' }], { excerpts })
  expect(html).toContain('<p>“[…] among the apples were […]”</p>')
})

test('Passages() names who says the words of an excerpt, or that somebody in the report does', () => {
  const passage: Passage = { id: 'p3', kind: 'paragraph', text: 'We saw nothing.' }
  const known = print([passage], { excerpts: { p3: { ...uncut, spoken: true, speaker: 'Ida Holm' } } })
  expect(known).toContain('原文第 3 段 · <span lang="en">Ida Holm</span>')
  const unknown = print([passage], { excerpts: { p3: { ...uncut, spoken: true } } })
  expect(unknown).toContain('原文第 3 段 · <span>报道中的引语</span>')
})

test('fragmentLink() names first and last words of a long quote, and all signs of a Chinese one', () => {
  const quote = 'The ferry left the small harbour at nine - late again'
  expect(fragmentLink('https://a.example/x#top', quote, 'en')).toBe(
    'https://a.example/x#:~:text=The%20ferry%20left%20the,nine%20%2D%20late%20again',
  )
  expect(fragmentLink('https://a.example/x', '渡船九点离港', 'zh')).toBe(
    `https://a.example/x#:~:text=${encodeURIComponent('渡船九点离港')}`,
  )
})

test('a passage whose translation was refused says so beside the original', () => {
  const passages: Passage[] = [
    { id: 'p1', kind: 'heading', level: 3, text: 'The harbour' },
    { id: 'p2', kind: 'paragraph', text: 'Forty crates.' },
  ]
  const parallel: ParallelText = {
    articleId: 'a',
    revision: 1,
    language: 'zh-Hans',
    model: 'm',
    promptVersion: 'translation-1',
    translatedAt: '2026-11-23T08:00:00Z',
    passages: [
      { id: 'p1', text: '<b>港口</b>', findings: [] },
      { id: 'p2', text: null, findings: [{ check: 'number', tier: 'blocking', message: '"14" is nowhere' }] },
    ],
  }
  const html = String(
    <Passages passages={passages} excerpts={null} pinned={[]} parallel={parallel} language="zh-Hans" own="en" />,
  )
  expect(html).toContain('<h3 id="p1">The harbour</h3>')
  expect(html).toContain('<p id="t-p1" class="heading">&lt;b&gt;港口&lt;/b&gt;</p>')
  expect(html).toContain(
    '<div class="parallel refused" lang="zh-Hans"><p class="state">这一段的译文没有通过核对，请看原文。</p></div>',
  )
})

test('Passages() tells a statement once, beside the first passage that proves it, and names that one at the next', () => {
  const passages: Passage[] = ['The ferry stayed.', 'It rained.', 'Nobody sailed.'].map((text, at) => ({
    id: `p${at + 1}`,
    kind: 'paragraph',
    text,
  }))
  const twice = claim('c1', [
    ['p3', 'Nobody sailed', 0],
    ['p1', 'stayed', 10],
    ['p9', 'elsewhere', 0],
  ])
  const html = print(passages, { claims: [twice] })
  const [first = '', , third = ''] = html.split('class="pinned"').slice(1)
  expect(first).toContain('事实</a> 船没有开。')
  expect(third).toContain('事实</a> 又见第 1 段旁')
  expect(html.match(/船没有开/gu)).toHaveLength(1)
})

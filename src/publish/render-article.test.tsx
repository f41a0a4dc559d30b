import { expect, test } from 'vitest'
import { article, now, site, source } from '../../test/small-press.ts'
import { renderArticle } from './render-article.tsx'
import { limitToRights } from './rights.ts'
import type { SiteSettings } from './printer.ts'
import type { Entry } from './shelf.ts'
import type { Article, Source } from '../types.ts'

const entry = { id: 'a00001', slug: 'ferry', sourceId: 'north', week: '2026-W40', month: '2026-10', sortedAt: now }

function print(more: Partial<Article>, from: Source = source('north'), of: SiteSettings = site): string {
  const nothing = { card: null, review: null, parallel: null, waiting: null, earlierReview: null, earlier: [] }
  const publication = { article: article(1, more), ...nothing, revisions: [], gone: null, withdrawnAt: null }
  const printable = limitToRights(publication as Parameters<typeof limitToRights>[0], from, now)
  const facts = {
    ...entry,
    authors: [],
    topics: [],
    verdict: printable.article.completeness.verdict,
    words: 18,
    characters: 0,
  }
  return renderArticle(printable, { entry: { ...facts, minutes: 1 } as unknown as Entry, source: from, site: of })
}

test('renderArticle() says of a whole text under each of its rights what stands on the page', () => {
  expect(print({})).not.toContain('此处')
  expect(print({}, source('north', 'title'))).toContain('读到全文，此处不登原文')
  expect(print({}, source('north', 'title'))).toContain('按该来源的授权，这里不登原文')
  expect(print({ standfirst: 'Apples' }, source('north', 'excerpt'))).toContain('读到全文，此处节录')
})

test('renderArticle() says of an expired text that its time is over', () => {
  const html = print({}, { ...source('north'), expiresAfterDays: 3 })
  expect(html).toContain('登载期限已过')
  expect(html).not.toContain('按该来源的授权')
})

test('renderArticle() calls an article without any passage no teaser', () => {
  const completeness = { verdict: 'teaser' as const, signs: [], shareMissing: null }
  expect(print({ completeness })).toContain('仅有摘要：没有取到正文')
  expect(print({ completeness, passages: [] })).toContain('没有取到正文：网页上没有可作正文的文字')
})

test('renderArticle() sets headline, standfirst and passages of a language from right to left, and nothing of ours', () => {
  const passages = [{ id: 'p1', kind: 'paragraph' as const, text: 'أبحرت العبارة في التاسعة.' }]
  const html = print({ language: 'ar', headline: 'العبارة', standfirst: 'أبحرت', passages })
  expect(html).toContain('<h1 dir="rtl">العبارة</h1>')
  expect(html).toContain('<p class="standfirst" dir="rtl">')
  expect(html).toContain('<p id="p1" class="paragraph" dir="rtl">')
  expect(html.match(/dir="rtl"/gu)).toHaveLength(3)
})

test('renderArticle() lets the letters tell the direction where the language is unknown', () => {
  expect(print({ language: null })).toContain('<h1 dir="auto">')
  expect(print({ language: 'en' })).not.toContain('dir=')
})

test('renderArticle() says of a film’s few lines what they are, and of a page without any that there is no text', () => {
  const completeness = { verdict: 'not-text' as const, signs: [], shareMissing: null }
  expect(print({ completeness, passages: [] })).toContain('没有可读的正文')
  const lines = [{ id: 'p1', kind: 'paragraph' as const, text: 'A night with the keepers of the horn.' }]
  expect(print({ completeness, passages: lines })).toContain('下面只是页面上的文字说明')
})

test('renderArticle() offers sizes from small to large, and begins with the middle one', () => {
  const [, sizes = ''] = print({}).split('data-key="s"')
  expect(sizes.indexOf('>小<')).toBeLessThan(sizes.indexOf('>中<'))
  expect(sizes.indexOf('>中<')).toBeLessThan(sizes.indexOf('>大<'))
  expect(sizes).toMatch(/^[^]{0,400}id="size-m"[^>]*checked/u)
  expect(sizes.split('</fieldset>')[0]?.match(/checked/gu)).toHaveLength(1)
})

const lines = (...texts: string[]) => texts.map((text, at) => ({ id: `p${at + 1}`, kind: 'list-item' as const, text }))
const teaser = { verdict: 'teaser' as const, signs: [], shareMissing: null }

test('renderArticle() says why nothing is quoted of a text that might be: too short for a quarter, no line to choose, none read', () => {
  const from = source('north', 'excerpt')
  const short = print({ completeness: teaser }, from)
  expect(short).toContain('这里只能少量节录原文，至多四分之一；取到的文字太短，摘不出完整的一句，请读原网页。')
  expect(short).not.toContain('按该来源的授权')
  const list = print({ passages: lines('Rope', 'Tar', 'Oars and a bailer', 'Two lamps of brass') }, from)
  expect(list).toContain('这里只能少量节录原文，这篇没有适合摘引的段落；请读原网页。')
  const unread = print({ completeness: teaser, passages: [] }, from)
  expect(unread).toContain('没有取到正文：网页上没有可作正文的文字')
  expect(unread).not.toMatch(/节录|按该来源的授权/u)
  const signs = [{ code: 'page-not-read', detail: '' }]
  expect(print({ completeness: { ...teaser, signs }, passages: [] }, from)).toContain('没有取到正文：网页未能读取。')
})

test('renderArticle() says the same in English, and of a page on another site that the source does not speak for it', () => {
  const english = { ...site, language: 'en' as const }
  const short = print({ completeness: teaser }, source('north', 'excerpt'), english)
  const reason =
    'Only short excerpts may be shown here, at most a quarter of a text; what we have of this one is too short to quote from. Read it on its own page.'
  expect(short).toContain(reason)
  expect(print({ passages: lines('Rope', 'Tar', 'Oars and a bailer') }, source('north', 'excerpt'), english)).toContain(
    'Only short excerpts may be shown here, and no passage of this text lends itself to one. Read it on its own page.',
  )
  const elsewhere = { ...source('north'), sites: ['west.example'] }
  expect(print({ pageHash: 'hash' }, elsewhere, english)).toContain(`${reason} The page stands on north.example`)
  expect(print({}, source('north', 'title'), english)).toContain('By the rights of this source nothing of its text')
})

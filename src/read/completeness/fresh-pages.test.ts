import { expect, test } from 'vitest'
import { DocumentError } from '../../errors.ts'
import { extractArticle } from '../read.ts'
import fresh from './fresh-pages.json' with { type: 'json' }

type Story = { headline: string; text: string[] }
type Frame = (story: Story & { end: string; language: string; data?: string }) => string

const stories = fresh.briefs as Record<string, Story>
const head = ({ headline, data = '' }: { headline: string; data?: string | undefined }): string =>
  `<head><title>${headline}</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",` +
  `"headline":"${headline}","datePublished":"2026-05-12T08:00:00Z","author":{"@type":"Person","name":"Ida Holm"}${data}}</script></head>`
const top = '<header><a href="/">Kurier</a><nav><a href="/w">World</a><a href="/s">Sport</a></nav></header>'
const rail =
  '<aside class="rail"><h4>More</h4><ul><li><a href="/a1">Council votes on new pier after long night</a></li></ul></aside>' +
  '<footer><p>© Kurier 2026</p><a href="/imprint">Imprint</a></footer>'

/** Paragraphs in an article; each in a box of its own with names that say nothing; a table cell with line breaks. */
const frames: Frame[] = [
  (page) =>
    `<html lang="${page.language}">${head(page)}<body>${top}<main><article class="post hentry"><h1>${page.headline}</h1>` +
    `<div class="entry-content">${page.text.map((one) => `<p>${one}</p>`).join('')}${page.end}</div></article></main>${rail}</body></html>`,
  (page) =>
    `<html lang="${page.language}">${head(page)}<body>${top}<div id="__app"><div class="css-1x2k"><h1>${page.headline}</h1>` +
    `${page.text.map((one) => `<div class="css-p0q"><p class="css-at9">${one}</p></div>`).join('')}${page.end}</div></div>${rail}</body></html>`,
  (page) =>
    `<html lang="${page.language}">${head(page)}<body>${top}<table><tr><td><h1>${page.headline}</h1>` +
    `<div id="newsText">${page.text.join('<br><br>')}${page.end}</div></td></tr></table>${rail}</body></html>`,
]

function verdictOf(html: string): string {
  const page = {
    url: 'https://kurier.example/lock',
    html,
    contentType: null,
    charset: 'utf-8',
    hash: '',
    fetchedAt: '',
  }
  try {
    return extractArticle({ ...page, fetchedAt: '2026-05-12T09:00:00Z' }, null).completeness.verdict
  } catch (error) {
    if (error instanceof DocumentError) return 'no article'
    throw error
  }
}

function build(
  language: string,
  at: number,
  change: { more?: string[]; end?: string; text?: string[]; data?: string },
) {
  const story = stories[language]
  const frame = frames[at % frames.length]
  if (!story || !frame) throw new RangeError(`Cannot build a page: "${language}" has no story`)
  const text = [...(change.text ?? story.text), ...(change.more ?? [])]
  return frame({ ...story, text, end: change.end ?? '', language, ...(change.data && { data: change.data }) })
}

/** Paragraphs of many sentences out of a few, each in another order. */
function long(language: string): string[] {
  const said = stories[language]?.text ?? []
  const [first = '', second = ''] = said
  const between = language === 'ja' || language === 'zh' ? '' : ' '
  return [said, said.toReversed(), [...said.slice(1), first], [second, ...said]].map((one) => one.join(between))
}

const eachBrief = Object.keys(stories).flatMap((language) => [0, 1, 2].map((at) => [language, at] as const))

test.each(eachBrief)('a brief of three or four sentences is whole: %s, frame %i', (language, at) => {
  expect(verdictOf(build(language, at, {}))).toBe('whole')
})

test.each(['en', 'de', 'ru', 'ja'])('a standfirst of one sentence and a way on is not whole: %s', (language) => {
  const text = stories[language]?.text.slice(0, 1) ?? []
  expect(verdictOf(build(language, 0, { text, end: '<p><a href="/plus">Plus</a></p>' }))).toBe('teaser')
})

test.each(fresh.gates.map(([language, gate], at) => [language ?? '', gate ?? '', at] as const))(
  'a text above a gate is not whole: %s %s',
  (language, end, at) => {
    expect(verdictOf(build(language, at, { text: long(language).slice(0, 2), end }))).not.toBe('whole')
  },
)

test.each(fresh.openEnds.map(([language, tail], at) => [language ?? '', tail ?? '', at] as const))(
  'a text that breaks off is cut: %s %s',
  (language, tail, at) => {
    expect(verdictOf(build(language, at, { text: long(language), more: [tail] }))).toBe('cut')
    expect(verdictOf(build(language, at + 1, { text: long(language), more: [`${tail} …`] }))).toBe('cut')
  },
)

test.each(fresh.harmless.map(([language, box], at) => [language ?? '', box ?? '', at] as const))(
  'a whole text above another wish is whole: %s %s',
  (language, end, at) => {
    expect(verdictOf(build(language, at, { text: long(language), end }))).toBe('whole')
  },
)

test.each(fresh.noArticles.map(([name, html]) => [name ?? '', html ?? ''] as const))('%s is not whole', (_, html) => {
  expect(verdictOf(html)).not.toBe('whole')
})

test('a count of words well above the text makes it cut; one that is the count of its letters does not', () => {
  const text = long('en')
  const letters = text.join('').replace(/\s/gu, '').length
  expect(verdictOf(build('en', 0, { text: text.slice(0, 3), data: ',"wordCount":500' }))).toBe('cut')
  expect(verdictOf(build('en', 0, { text, data: `,"wordCount":${letters}` }))).toBe('whole')
})

test('forms with template code in them are no whole text', () => {
  const text = [
    '{* #resetForm *} {* mailField *}',
    'Please give the address of your account. We send a link.',
    '{* /resetForm *} End of it.',
  ]
  expect(verdictOf(build('en', 0, { text: [...text, ...text] }))).not.toBe('whole')
})

test('a source that stops in running text is cut, one whose last tags were left out by hand is not', () => {
  const page = build('en', 0, { text: [...long('en'), ...long('en').toReversed()] })
  const end = page.lastIndexOf('<footer>')
  const filler = `<nav>${'<li><a href="/x">Harbour news of the week</a></li>'.repeat(40)}</nav>`
  expect(verdictOf(`${page.slice(0, end)}${filler}<p>© Kurier 2026</p>`)).toBe('whole')
  expect(verdictOf(`${page.slice(0, end)}${filler}<p>The Kurier is made by`)).toBe('cut')
})

test('a list whose items end in commas goes on in its next item', () => {
  const items = ['the hinges of the middle gate that were bent,', 'the beam, which had cracked in March.']
  const list = `<ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>`
  expect(
    verdictOf(build('en', 0, { text: [...long('en'), 'These parts of the old lock were replaced:'], end: list })),
  ).toBe('whole')
})

test('a last sentence of one word, with which others of the text begin, is cut off', () => {
  const text = [
    ...long('en'),
    'The water was let in on Monday night. In the morning all was dry.',
    `${long('en')[0]} In`,
  ]
  expect(verdictOf(build('en', 0, { text }))).toBe('cut')
})

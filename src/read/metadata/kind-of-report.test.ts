import { expect, test } from 'vitest'
import { extractArticle } from '../read.ts'
import words from './kind-words.json' with { type: 'json' }
import { notesOnKind } from './kind-of-report.ts'

const said = (label: string) => notesOnKind({ types: [], labels: [label], text: [] })

test.each([
  ['Satire', 'satire'],
  ['Sátira', 'satire'],
  ['Сатира', 'satire'],
  ['ADVERTORIAL', 'advertising'],
  ['Sponsored content', 'advertising'],
  ['In partnership with Harbour Bank', 'advertising'],
  ['Anzeigensonderveröffentlichung', 'advertising'],
  ['Publireportaje', 'advertising'],
  ['На правах рекламы', 'advertising'],
  ['廣編特輯', 'advertising'],
  ['PR記事', 'advertising'],
])('notesOnKind() notes the label “%s”', (label, kind) => {
  expect(said(label)).toEqual([`the outlet calls this ${kind}: "${label}"`])
})

test.each(['Anzeige', 'Advertisement', '广告', 'Satire on the stage', 'Sponsored rides for the old', 'Culture'])(
  'notesOnKind() takes “%s” for no word on the article',
  (label) => {
    expect(said(label)).toEqual([])
  },
)

test('notesOnKind() believes the types of JSON-LD and a sentence at an edge of the text', () => {
  expect(notesOnKind({ types: ['SatiricalArticle'], labels: [], text: [] })).toHaveLength(1)
  expect(notesOnKind({ types: ['https://schema.org/AdvertiserContentArticle'], labels: [], text: [] })).toHaveLength(1)
  const text = ['One.', 'Two.', 'Three.', 'Four.', 'This article was paid for by Harbour Bank.']
  expect(notesOnKind({ types: ['NewsArticle'], labels: [], text })).toHaveLength(1)
  expect(notesOnKind({ types: [], labels: [], text: ['a', 'b', text[4] ?? '', 'd', 'e'] })).toEqual([])
})

const paragraph =
  '<p>The harbour of Saltmere will be painted gold from end to end, the board said on Monday, as the gulls had asked for it in a letter with four hundred footprints. Nobody knows who is to pay for the paint, and the gulls have not answered.</p>'
const notes = (top: string, below = ''): string[] =>
  extractArticle(
    {
      url: 'https://harbour.example/a',
      html: `<html lang="en"><head><title>Harbour to be gold</title></head><body><article><h1>Harbour to be painted gold</h1>${top}<div>${paragraph.repeat(3)}${below}</div></article></body></html>`,
      contentType: null,
      charset: 'utf-8',
      hash: '',
      fetchedAt: '2026-03-05T00:00:00Z',
    },
    null,
  ).notes

test('extractArticle() notes what stands beside the headline, and not the label of an advertisement', () => {
  expect(notes('<p class="kicker">Satire</p>')).toEqual(['the outlet calls this satire: "Satire"'])
  expect(notes('<p>Advertorial</p>')).toEqual(['the outlet calls this advertising: "Advertorial"'])
  expect(notes('<div class="ad-slot"><span>Sponsored</span></div>')).toEqual([])
})

test('extractArticle() notes a sentence that went from the text’s edge', () => {
  const said = 'This content was produced in partnership with Harbour Bank.'
  expect(notes('', `<p>${said}</p>`)).toEqual([`the outlet calls this advertising: "${said}"`])
})

test('every phrase is an expression of its own', () => {
  for (const list of [words.satire, words.advertising, words.says.satire, words.says.advertising])
    for (const phrase of list) expect(() => new RegExp(phrase, 'iu')).not.toThrow()
})

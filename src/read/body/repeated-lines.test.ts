import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody } from './read-body.ts'

const headline = 'Salt workers get a bridge of their own'
const said = [
  'The salt workers of Marrow get a bridge of their own, as the old one is closed at every spring tide, the district said.',
  'Their foreman, Ada Quay, called it a late victory. “We have waded through that creek for thirty years,” she told the hall.',
  'The bridge will be built of oak from the district’s own forest and paid for by a toll on carts, of which there are few.',
  'Work is to begin when the storks have left, so that nobody has to explain to the children why their nest is gone too.',
]
const text = said.map((one) => `<p>${one}</p>`).join('')

function read(inside: string, titles: string[] = []): string[] {
  const page = `<html><head><title>${headline}</title></head><body><main><article><h1>${headline}</h1>${inside}</article></main></body></html>`
  return readBody(parsePage(page), { headline, titles, isBoilerplate: () => false }).passages.map((one) => one.text)
}

test('readBody() leaves a quotation out that is set apart from the paragraph in which it stands', () => {
  const apart = '<blockquote>We have waded through that creek for thirty years</blockquote>'
  expect(read(text.replace('<p>The bridge', `${apart}<p>The bridge`))).toEqual(said)
})

test('readBody() keeps a quotation that stands nowhere else', () => {
  const own = '<blockquote>A toll on carts is a toll on bread, as any baker will tell you.</blockquote>'
  expect(read(text.replace('<p>The bridge', `${own}<p>The bridge`))).toHaveLength(5)
})

test('readBody() reads a text once that stands whole in an element for machines as well', () => {
  expect(read(`<div class="schema_org" itemprop="articleBody">${said.join(' ')}</div>${text}`)).toEqual(said)
})

test('readBody() leaves out other wordings of the headline', () => {
  expect(read(`<div>A bridge for Marrow at last</div>${text}`, ['A bridge for Marrow at last'])).toEqual(said)
})

test('readBody() takes a heading over nothing but a linked date for another article', () => {
  const card =
    '<div><div class="pic"></div><h3>Ferry stuck in ice</h3><a href="/ferry">2 December 2025, 09:14</a></div>'
  expect(read(text.replace('<p>The bridge', `${card}<p>The bridge`))).toEqual(said)
})

test('readBody() keeps the headings of a live blog’s entries, which stand in a header with the time', () => {
  const entry = (at: number, title: string): string =>
    `<div class="block"><header><time>${at}.05 GMT</time><h2>${title}</h2></header><p>${said[at]}</p><p>${said[at]}</p></div>`
  const rest = `${entry(1, 'Foreman speaks')}${entry(2, 'Oak it is')}${entry(3, 'After the storks')}`
  const lines = read(`<div class="blocks"><div class="block"><p>${said[0]}</p></div>${rest}</div>`)
  expect(lines).toContain('Oak it is')
  expect(lines).toContain('After the storks')
})

test('readBody() takes a byline with date and reading time off the top', () => {
  expect(read(`<div>By Ada Quay · 5 March 2026 · 2 min. read</div>${text}`)).toEqual(said)
})

test('readBody() keeps the short items of a list whose last one is as long as a paragraph', () => {
  const list = `<ul><li>The toll is a penny.</li><li>${said[2]}</li></ul>`
  expect(read(`${list}${text}`)[0]).toBe('The toll is a penny.')
})

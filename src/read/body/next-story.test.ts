import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import words from './next-story-words.json' with { type: 'json' }
import { readBody } from './read-body.ts'

const headline = 'Lamp makers move to the hill'
const tell = (what: string, rows: number): string =>
  Array.from(
    { length: rows },
    (_, at) =>
      `<p>${what} came up for the ${at + 2}nd time when the quarter met on Thursday, and the older members left the hall before anybody had voted on it.</p>`,
  ).join('')
const own = tell('The move of the lamp makers', 4)

function read(inside: string): string {
  const html = `<html><head><title>${headline}</title></head><body><main>${inside}</main></body></html>`
  const body = readBody(parsePage(html), { headline, isBoilerplate: () => false })
  return body.passages.map(({ text }) => text).join(' ')
}
const article = (below: string): string => `<article><h1>${headline}</h1><p>By Rolf Amber</p>${own}${below}</article>`

test.each([
  [
    'a rule, a headline and a byline',
    `<hr><h1>Glass tax is paid in sand</h1><p>By Ann Loom</p>${tell('The glass tax', 3)}`,
  ],
  [
    'a second-level headline and a byline',
    `<h2>Glass tax is paid in sand</h2><p>By Ann Loom</p>${tell('The glass tax', 3)}`,
  ],
  ['a rule and a headline of the first level', `<hr><h1>Glass tax is paid in sand</h1>${tell('The glass tax', 3)}`],
  ['a heading that says so', `<h3>Also this week</h3>${tell('The glass tax', 1)}`],
  ['a bold line that says so', `<p><b>IN OTHER NEWS</b></p>${tell('The glass tax', 1)}`],
])('readBody() ends the text before another story below %s', (_, below) => {
  const said = read(article(below))
  expect(said).toContain('for the 5nd time')
  expect(said).not.toContain('glass tax')
})

test('readBody() takes one of two articles that have headlines of one level', () => {
  const said = read(
    `<article><h2>${headline}</h2>${own}</article><article><h2>Glass tax is paid in sand</h2>${tell('The glass tax', 3)}</article>`,
  )
  expect(said).toContain('move of the lamp makers')
  expect(said).not.toContain('glass tax')
})

test('readBody() leaves out what stands between a label of advertisements and the line that ends it', () => {
  const said = read(
    article(`<p>ADVERTISEMENT</p>${tell('The new lamp oil', 1)}<p>STORY CONTINUES BELOW</p>${tell('The old hall', 2)}`),
  )
  expect(said).toContain('old hall')
  expect(said).not.toContain('lamp oil')
})

test.each([
  [
    'chapters of the first level',
    `<h1>The first day</h1>${tell('The old hall', 2)}<h1>The second day</h1>${tell('The new hall', 2)}`,
  ],
  [
    'entries with bylines',
    ['one', 'two', 'three'].map((day) => `<h2>Day ${day}</h2><p>By Ann Loom</p>${tell('The new hall', 1)}`).join(''),
  ],
  [
    'a card of another story',
    `<div class="more"><h2>Glass tax is paid in sand</h2><p>By Ann Loom</p></div>${tell('The new hall', 3)}`,
  ],
  ['chapters', `<h2>The first day</h2>${tell('The new hall', 2)}`],
  ['the headline once more', `<h1>${headline}</h1>${tell('The new hall', 2)}`],
  ['a label without an end', `<p>ADVERTISEMENT</p>${tell('The new hall', 2)}`],
])('readBody() reads on below %s', (_, below) => {
  expect(read(article(below))).toContain('new hall')
})

test('next-story-words.json holds small letters, each once', () => {
  for (const list of Object.values(words)) {
    expect(list).toEqual([...new Set(list)])
    expect(list.filter((word) => word !== word.toLowerCase())).toEqual([])
  }
})

test.each(['Log in and find out how this ends.', 'Den ganzen Bericht lesen Sie in unserer App.', '全文刊于本报周六版'])(
  'readBody() prints no gate as the last passage: %s',
  (gate) => {
    expect(read(article(`<p>${gate}</p>`))).not.toContain(gate)
    expect(read(article(`<p>${gate}</p>${tell('The new hall', 2)}`))).toContain('new hall')
  },
)

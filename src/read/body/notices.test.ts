import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody } from './read-body.ts'

const long =
  'The harbour council voted on Tuesday to keep the old ferry running through the winter, and nobody objected. '
const body = ['One', 'Two', 'Three', 'Four'].map((word) => `<p>${word} ${long.repeat(2)}</p>`).join('')
const texts = (above: string, below: string): string[] =>
  readBody(parsePage(`<body><h1>Ferry stays</h1><article>${above}${body}${below}</article></body>`), {
    headline: 'Ferry stays',
    isBoilerplate: () => false,
  }).passages.map(({ text }) => text)

test.each([
  [
    '<aside class="notice">RETRACTION: The central claim of this report was false.</aside>',
    'RETRACTION: The central claim of this report was false.',
  ],
  [
    '<p class="editors-note">Editor’s note: Two quotations in this report were invented.</p>',
    'Editor’s note: Two quotations in this report were invented.',
  ],
  [
    '<footer>Correction, 3 May: the council rejected the plan.</footer>',
    'Correction, 3 May: the council rejected the plan.',
  ],
  ['<div class="tip">更正：本文所说的表决并未举行，现已撤稿。</div>', '更正：本文所说的表决并未举行，现已撤稿。'],
  [
    '<div class="disclaimer">Anmerkung der Redaktion: Der Rat hat nicht abgestimmt.</div>',
    'Anmerkung der Redaktion: Der Rat hat nicht abgestimmt.',
  ],
  [
    '<aside class="widget">This article was amended on 4 May. The ferry was never sold.</aside>',
    'This article was amended on 4 May. The ferry was never sold.',
  ],
])('readBody() keeps the notice %s above and below the report', (html, text) => {
  expect(texts(html, '')[0]).toBe(text)
  expect(texts('', html).at(-1)).toBe(text)
})

test('readBody() takes no comment, policy or other story for a notice of the outlet', () => {
  expect(texts('', '<div class="comments"><p>Correction: I saw the ferry myself, on Sunday.</p></div>')).toHaveLength(4)
  expect(texts('', '<p><a href="/policy">Corrections: how to reach us</a></p>')).toHaveLength(4)
})

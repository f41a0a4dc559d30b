import { expect, test } from 'vitest'
import type { Passage } from '../../types.ts'
import { readMetadata } from '../metadata/metadata.ts'
import { parsePage } from '../tree.ts'
import { isChallengePage } from './challenge.ts'
import { judgeCompleteness } from './completeness.ts'

const sentence = 'The ferry to the outer islands will not run this week, the harbour office said. '
const passages: Passage[] = ['p1', 'p2', 'p3'].map((id) => ({ id, kind: 'paragraph', text: sentence.repeat(4).trim() }))

function judge(html: string, text = passages) {
  const document = parsePage(html)
  const metadata = readMetadata(document, { url: 'https://harbour.example/a', item: null })
  return judgeCompleteness({ passages: text, residue: [], metadata, item: null, document })
}

test('judgeCompleteness() does not believe isAccessibleForFree alone', () => {
  const html = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
  expect(judge(html).verdict).toBe('whole')
})

test('judgeCompleteness() calls a text cut when a gate with a prompt follows it', () => {
  const found = judge('<div class="paywall">Subscribe to continue reading</div>')
  expect(found.verdict).toBe('cut')
  expect(found.signs[0]?.code).toBe('wall-phrase')
})

test('judgeCompleteness() gives the share that is missing from the articleBody', () => {
  const body = sentence.repeat(48)
  const html = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":${JSON.stringify(body)}}</script>`
  expect(judge(html)).toMatchObject({ verdict: 'cut', shareMissing: 0.75 })
})

test('judgeCompleteness() calls a page with a player and no text not-text', () => {
  expect(judge('<audio src="/a.mp3"></audio>', []).verdict).toBe('not-text')
})

test('isChallengePage() tells a bot check from an article that quotes one', () => {
  const html = '<title>Just a moment...</title><p>Verify you are human</p>'
  expect(isChallengePage(parsePage(html), { headline: '', passages: [] })).toContain('robot')
  expect(isChallengePage(parsePage(html), { headline: 'Just a moment', passages })).toBeNull()
})

import { expect, test } from 'vitest'
import type { Page } from '../types.ts'
import { extractArticle } from './read.ts'

function page(html: string): Page {
  const at = '2026-11-23T00:00:00Z'
  return { url: 'https://paper.example/a', html, contentType: null, charset: 'utf-8', hash: '', fetchedAt: at }
}

test('extractArticle() reads a page of 50,000 nested hidden elements in bounded time', () => {
  const deep = `${'<div hidden>'.repeat(50_000)}${'Deep words of the page. '.repeat(20)}`
  expect(extractArticle(page(`<h1>Deep</h1>${deep}`), null).headline).toBe('Deep')
}, 60_000)

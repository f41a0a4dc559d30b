import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeBytes } from './charset.ts'

const xml = (charset: string, text: string): Uint8Array =>
  iconv.encode(`<?xml version="1.0" encoding="${charset}"?><rss>${text}</rss>`, charset)

test.each([
  ['gb18030', '澜渡晨报，今日头条'],
  ['big5-hkscs', '香港嘅新聞'],
  ['shift_jis', '夕凪新聞の見出し'],
  ['cp949', '오늘의 뉴스 똠방각하'],
  ['windows-1251', 'Новости дня'],
])('decodeBytes() reads %s by the declaration', (charset, text) => {
  expect(decodeBytes(xml(charset, text), { contentType: null, kind: 'feed' }).text).toContain(text)
})

test('decodeBytes() believes valid UTF-8 more than a label', () => {
  const bytes = Buffer.from('<p>Détente</p>')
  expect(decodeBytes(bytes, { contentType: 'text/html; charset=iso-8859-1', kind: 'page' }).text).toBe('<p>Détente</p>')
})

test('decodeBytes() takes the label that decodes without loss', () => {
  const bytes = xml('gb18030', '读世界的报纸')
  expect(decodeBytes(bytes, { contentType: 'text/xml; charset=utf-8', kind: 'feed' }).text).toContain('读世界的报纸')
})

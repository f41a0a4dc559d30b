import { expect, test } from 'vitest'
import { findOptOut, readTdmRules } from './opt-out.ts'

test.each([
  [{ 'x-robots-tag': 'noai, noimageai' }, '', ['X-Robots-Tag: noai, noimageai']],
  [{ 'tdm-reservation': '1' }, '', ['tdm-reservation: 1']],
  [{}, '<meta name="tdm-reservation" content="1">', ['meta tdm-reservation: 1']],
  [{}, "<meta content='noindex, noai' name='robots'>", ['meta robots: noindex, noai']],
  [{ 'content-signal': 'ai-train=yes, search=yes, ai-input=no' }, '', ['Content-Signal: ai-input=no']],
  [{ 'content-signal': 'ai-train=no, search=yes' }, '', []],
  [{ 'x-robots-tag': 'noindex' }, '<meta name="robots" content="index"><meta name=tdm-reservation content=0>', []],
])('findOptOut() reads %j and %j', (headers, text, said) => {
  expect(findOptOut({ headers: headers as Record<string, string>, text })).toEqual(said)
})

test('readTdmRules() lets the first location that fits decide', () => {
  const reserved = readTdmRules(
    '[{"location":"/open/*","tdm-reservation":0},{"location":"*.pdf$","tdm-reservation":1},{"location":"/news","tdm-reservation":1}]',
  )
  const paths = ['/open/news', '/a.pdf', '/a.pdf?x', '/news/1', '/other']
  expect(paths.map((path) => reserved(`https://a.example${path}`))).toEqual([false, true, false, true, false])
})

test('readTdmRules() takes an HTML page for no statement', () => {
  expect(readTdmRules('<html>')('https://a.example/')).toBe(false)
})

import { expect, test } from 'vitest'
import type { Source } from '../../types.ts'
import type { Tally } from '../shelf.ts'
import { IssueOverview, SourcePulse, WeekLine } from './overview.tsx'

const site = { title: '外刊', tagline: '', language: 'zh-Hans' as const }
const sources = new Map([['north', { id: 'north', name: 'The North' } as Source]])
const one = (more: Partial<Tally>): Tally => ({
  sourceId: 'north',
  day: '2026-11-16',
  verdict: 'whole',
  language: 'en-GB',
  count: 1,
  ...more,
})

test('IssueOverview() counts an issue by source, day, completeness and language, each number beside its bar', () => {
  const tally = [one({ count: 3 }), one({ day: '2026-11-17', verdict: 'cut', language: 'de' })]
  const topics = [{ topic: '联合国', count: 2 }]
  const html = String(<IssueOverview overview={{ tally, topics }} site={site} sources={sources} root="../../" />)
  expect(html).toMatch(/href="\.\.\/\.\.\/source\/north\/index\.html">The North<\/a><\/th><td>.*?4<\/td>/u)
  expect(html).toMatch(/11月16日周一<\/time><\/th><td><svg.*?width="100\.0".*?3<\/td>/u)
  expect(html).toMatch(/不完整<\/th><td>.*?1<\/td>/u)
  expect(html).toMatch(/英语<\/th><td>.*?3<\/td>/u)
  expect(html).toContain('联合国')
})

test('WeekLine() says how much of a week was not read whole', () => {
  const tally = [one({ count: 3 }), one({ verdict: 'cut', language: 'de' })]
  const html = String(<WeekLine overview={{ tally, topics: [] }} week="2026-W47" site={site} root="./" />)
  expect(html).toContain('4 篇，1 家报刊，2 种语言，其中 1 篇未读到全文。')
  expect(html).toContain('11月16日至11月22日')
})

test('SourcePulse() counts a week without an article as a week', () => {
  const tally = [one({ day: '2026-11-02', count: 2 }), one({ day: '2026-11-18', count: 4 })]
  const html = String(<SourcePulse overview={{ tally, topics: [] }} site={site} />)
  expect(html).toContain('最近 3 周，平均每周 2.0 篇，100% 读到全文。')
  expect(html.match(/<rect x=/gu)).toHaveLength(3)
})

test('SourcePulse() shows half a year at most', () => {
  const tally = [one({ day: '2025-01-06' }), one({ day: '2026-11-18' })]
  expect(String(<SourcePulse overview={{ tally, topics: [] }} site={site} />).match(/<rect x=/gu)).toHaveLength(26)
})

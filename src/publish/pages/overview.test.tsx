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
  const tally = [one({ count: 2 }), one({ verdict: 'not-text' }), one({ verdict: 'cut', language: 'de' })]
  const html = String(<WeekLine overview={{ tally, topics: [] }} week="2026-W47" site={site} root="./" />)
  expect(html).toContain('4 篇（1 篇未读到全文），出自 1 家报刊，2 种语言。')
  expect(html).toContain('11月16日至11月22日')
})

const pulse = (tally: Tally[]): string => String(<SourcePulse overview={{ tally, topics: [] }} site={site} />)

test('SourcePulse() counts whole weeks, one without an article too, and says when they were', () => {
  const days = ['2026-10-12', '2026-10-19', '2026-11-02', '2026-11-09', '2026-11-16']
  const html = pulse(days.map((day, at) => one({ day, count: at + 1, verdict: at === 1 ? 'cut' : 'whole' })))
  // The first week and the newest are not over or not all there: 19 October to 15 November is left.
  expect(html).toContain('4 个整周共 9 篇，平均每周约 2 篇，其中 78% 读到全文。')
  expect(html).toContain('<span>10月19日</span> <span>最多一周 4 篇</span> <span>11月15日</span>')
  expect(html.match(/<rect x=/gu)).toHaveLength(4)
})

test('SourcePulse() says nothing of a day, nor of one old article beside those of today', () => {
  expect(pulse([one({ count: 20 })])).toBe('')
  expect(pulse([one({ day: '2025-01-06' }), one({ day: '2026-11-18', count: 20 })])).toBe('')
  expect(pulse([])).toBe('')
})

test('SourcePulse() shows half a year at most', () => {
  const weekly = Array.from({ length: 60 }, (_, at) =>
    one({ day: new Date(Date.UTC(2026, 10, 18) - at * 604_800_000).toISOString().slice(0, 10) }),
  )
  expect(pulse(weekly).match(/<rect x=/gu)).toHaveLength(26)
})

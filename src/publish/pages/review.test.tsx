import { expect, test } from 'vitest'
import type { Article, Claim, Review } from '../../types.ts'
import { ReviewSection } from './review.tsx'

const article = {
  id: 'a1',
  url: 'https://outlet.example/ferry',
  language: 'en',
  passages: [{ id: 'p1', kind: 'paragraph', text: 'The ferry left at nine. Nobody was hurt.' }],
} as unknown as Article

const evidence = (quote: string, start: number) => ({ passage: 'p1', quote, start, end: start + quote.length })
const claim = (more: Partial<Claim>): Claim => ({
  id: 'c1',
  part: 'summary',
  kind: 'fact',
  text: '渡船九点离港。',
  speaker: null,
  evidence: [evidence('left at nine', 10)],
  state: 'verified',
  findings: [],
  ...more,
})

function print(claims: Claim[], more: Partial<Review> = {}, unshown: Record<string, string[]> = {}): string {
  const review: Review = {
    articleId: 'a1',
    revision: 1,
    model: 'ollama:some-model',
    promptVersion: 'review-2',
    reviewedAt: '2026-11-23T08:05:00Z',
    claims,
    terms: [],
    framing: [],
    heldBecause: null,
    ...more,
  } as Review
  return String(
    <ReviewSection review={review} article={article} shown={new Set(['p1'])} unshown={unshown} language="zh-Hans" />,
  )
}

test('ReviewSection() keeps what the report says apart from how we read it', () => {
  const html = print([claim({}), claim({ id: 'c2', part: 'commentary', kind: 'analysis', text: '时间没有变。' })])
  expect(html.indexOf('报道说了什么')).toBeLessThan(html.indexOf('渡船九点离港'))
  expect(html.indexOf('渡船九点离港')).toBeLessThan(html.indexOf('我们的读法'))
  expect(html.indexOf('我们的读法')).toBeLessThan(html.indexOf('时间没有变'))
  expect(html).toContain('class="analysis"')
})

test('ReviewSection() links a sentence to its words here and on the page of the outlet', () => {
  const html = print([claim({})])
  expect(html).toContain('href="#e-c1-1"')
  expect(html).toContain('¶1')
  expect(html).toContain('href="https://outlet.example/ferry#:~:text=left%20at%20nine"')
})

test('ReviewSection() tells two quotes of one passage apart', () => {
  const html = print([claim({ evidence: [evidence('left at nine', 10), evidence('Nobody', 24)] })])
  expect(html).toContain('¶1a')
  expect(html).toContain('¶1b')
})

test('ReviewSection() names the speaker of what is only said', () => {
  expect(print([claim({ kind: 'attribution', speaker: 'Ida Holm' })])).toContain(
    '<span class="speaker">Ida Holm</span>',
  )
})

test('ReviewSection() carries the label of the machine: model, prompt version, time, what was checked', () => {
  const html = print([claim({})])
  for (const part of [
    '人工智能撰写',
    'ollama:some-model',
    'review-2',
    '2026-11-23 08:05 UTC',
    '连标题共 1 句，句句注明依据',
  ])
    expect(html).toContain(part)
})

test('ReviewSection() counts every sentence on the page, and those that name their evidence', () => {
  const question = claim({ id: 'c2', part: 'commentary', kind: 'question', text: '晚点了吗？', evidence: [] })
  const html = print([claim({ id: 'c0', part: 'headline' }), claim({}), question])
  expect(html).toContain('连标题共 3 句，2 句注明依据；引文、数字')
})

test('ReviewSection() names passages whose words the rights keep back, without a link, and says of how many sentences', () => {
  const html = print([claim({ evidence: [] }), claim({ id: 'c2' })], {}, { c1: ['p4'] })
  expect(html).toContain('<span class="unshown" title="依据在原文这一段；按该来源的授权，这里不引">¶4</span>')
  expect(html).toContain('连标题共 2 句，句句注明依据；其中 1 句按该来源的授权只注段号，不引原文；')
})

test('ReviewSection() never calls a hand-written review of the sample press a model’s', () => {
  const html = print([claim({})], { model: 'replay' })
  expect(html).toContain('样刊述评由人撰写，未使用模型')
  expect(html).not.toContain('人工智能')
})

test('ReviewSection() says of a sentence that was mended, and what a reader should compare', () => {
  const finding = { check: 'negation', tier: 'advice' as const, message: '' }
  const html = print([claim({ state: 'repaired' }), claim({ id: 'c2', state: 'advised', findings: [finding] })])
  expect(html).toContain('已修正')
  expect(html).toContain('<span class="state">请对照原文：是肯定还是否定</span>')
})

test('ReviewSection() prints the reason alone of a review that is held', () => {
  const html = print([claim({})], { heldBecause: '正文太短，没有述评。' })
  expect(html).toBe('<p class="held" lang="zh-Hans">正文太短，没有述评。</p>')
})

test('ReviewSection() escapes what a model wrote', () => {
  expect(print([claim({ text: '渡船<script>alert(1)</script>离港。' })])).not.toContain('<script>')
})

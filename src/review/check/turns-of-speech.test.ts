import { expect, test } from 'vitest'
import { checkStatement } from './check-claim.ts'

function checksOf(source: string, text: string, language: string): string[] {
  return checkStatement({
    text,
    kind: 'fact',
    evidence: [{ passage: 'p1', quote: source }],
    passages: [{ id: 'p1', text: source }],
    headline: '',
    sourceLanguage: language,
    readerLanguage: 'zh-Hans',
    published: '2026-03-18T09:00:00Z',
    terms: [],
  }).map(({ check }) => check)
}

type Case = { language: string; source: string; right: string; wrong: string; check: string }

const cases: Case[] = [
  {
    language: 'en',
    source: 'The road within four miles of the farm was closed, the miller said.',
    right: '磨坊主说，离农场最低处不到7公里的路封闭了。',
    wrong: '磨坊主说，离农场最低处不到9公里的路封闭了。',
    check: 'measure',
  },
  {
    language: 'fr',
    source: 'La motion a été rejetée par 31 voix contre 22.',
    right: '动议以22票赞成、31票反对未获通过。',
    wrong: '动议以22票赞成、31票反对获得通过。',
    check: 'negation',
  },
  {
    language: 'en',
    source: 'The judge may cut the fine, which makes up a third of the bill.',
    right: '法官可能会减少约占账单三分之一的罚款。',
    wrong: '法官可能会增加约占账单三分之一的罚款。',
    check: 'negation',
  },
  {
    language: 'ko',
    source: '댐은 정상 가동 중이다.',
    right: '水坝运转正常，没有停机。',
    wrong: '水坝没有运转。',
    check: 'negation',
  },
  {
    language: 'es',
    source: 'Plantamos más despacio de lo que talan.',
    right: '栽种赶不上砍伐。',
    wrong: '我们没有栽种。',
    check: 'negation',
  },
  {
    language: 'en',
    source: 'The river does not care who you are.',
    right: '这条河可不管你是谁。',
    wrong: '这条河很在乎你是谁。',
    check: 'negation',
  },
  {
    language: 'ja',
    source: '値上げと受け取られかねない。',
    right: '恐怕会被看成涨价。',
    wrong: '不会被看成涨价。',
    check: 'negation',
  },
  {
    language: 'en',
    source: 'A new roof will not stop the rot.',
    right: '新屋顶阻止不了腐烂。',
    wrong: '新屋顶阻止了腐烂。',
    check: 'modality',
  },
  {
    language: 'fr',
    source: 'Le budget ramènerait la dette à 41 %, assure le maire.',
    right: '按这份预算，债务将降到41%。',
    wrong: '债务将降到41%。',
    check: 'attribution',
  },
  {
    language: 'de',
    source: 'Jede vierte Mühle musste einige Räder anhalten.',
    right: '四分之一的磨坊停了部分水轮。',
    wrong: '五分之一的磨坊停了部分水轮。',
    check: 'percent',
  },
  {
    language: 'en',
    source: 'The miller cut the price to 41 crowns and signaled that a pause was likely.',
    right: '磨坊主把价格下调到41克朗。',
    wrong: '磨坊主把价格上调到41克朗。',
    check: 'negation',
  },
]

test.each(cases)('$right', ({ language, source, right, wrong, check }) => {
  expect(checksOf(source, right, language)).toEqual([])
  expect(checksOf(source, wrong, language)).toContain(check)
})

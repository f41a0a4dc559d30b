import { expect, test } from 'vitest'
import type { Article, Claim } from '../../types.ts'
import { checkClaim, checkStatement } from './check-claim.ts'
import type { Statement } from './statement.ts'

const passages = [
  {
    id: 'p1',
    text: 'The harbour council of Saltmere voted on Monday to close the old bridge, said Ines Calloway, its chair.',
  },
  {
    id: 'p2',
    text: '“Nobody will be cut off,” she said. Most shopkeepers in Port Alder may move; France offered two ferries.',
  },
  { id: 'p3', text: 'The union did not accept the offer. Repairs are expected to cost 4.2 million euros.' },
]
const terms = [
  { original: 'Ines Calloway', reader: '伊内丝·卡洛韦' },
  { original: 'Saltmere', reader: '索尔特米尔' },
  { original: 'Lin Yucheng', reader: '林雨澄' },
]

function checks(text: string, cited: string, quote: string | null = null): string[] {
  const statement: Statement = {
    text,
    kind: 'fact',
    evidence: [{ passage: cited, quote }],
    passages,
    headline: '',
    sourceLanguage: 'en',
    readerLanguage: 'zh-Hans',
    published: null,
    terms,
  }
  return checkStatement(statement).map((finding) => `${finding.tier} ${finding.check}`)
}

const right: [string, string, string | null][] = [
  ['索尔特米尔港务委员会周一投票决定关闭旧桥。', 'p1', 'voted on Monday to close the old bridge'],
  ['卡洛韦说：“没有人会被隔绝。”', 'p2', 'Nobody will be cut off'],
  ['法国提供了两艘渡轮。', 'p2', 'France offered two ferries'],
  ['工会没有接受这一提议。', 'p3', 'The union did not accept the offer'],
  ['多数店主可能迁走。', 'p2', 'Most shopkeepers in Port Alder may move'],
]
for (const [text, cited, quote] of right) {
  test(`checkStatement() lets pass: ${text}`, () => expect(checks(text, cited, quote)).toEqual([]))
}

const wrong: [string, string, string | null, string][] = [
  ['委员会投票关闭新桥。', 'p1', 'voted on Monday to close the new bridge', 'blocking quote'],
  ['委员会说：“桥明天就要关了。”', 'p1', null, 'blocking quote_marks'],
  ['卡洛伟说，旧桥将关闭。', 'p1', null, 'blocking name'],
  ['林玉成说，旧桥将关闭。', 'p1', null, 'blocking name'],
  ['意大利提供了两艘渡轮。', 'p2', null, 'blocking entity_added'],
  ['安特卫普的店主将迁走。', 'p2', null, 'blocking entity_added'],
  ['工会接受了这一提议。', 'p3', 'The union did not accept the offer', 'advice negation'],
  ['店主已经迁走。', 'p2', 'Most shopkeepers in Port Alder may move', 'advice modality'],
  ['所有店主都将迁走。', 'p2', 'Most shopkeepers in Port Alder may move', 'advice quantifier'],
  ['维修耗资420万欧元。', 'p3', 'Repairs are expected to cost 4.2 million euros', 'advice attribution'],
]
for (const [text, cited, quote, expected] of wrong) {
  test(`checkStatement() finds ${expected}: ${text}`, () => expect(checks(text, cited, quote)).toContain(expected))
}

const places: [string, string, string, string[]][] = [
  ['en', 'The museum in Dublin will return the clocks.', '都柏林的博物馆将归还这些钟。', []],
  ['en', 'Engineers left for a rival in Seoul.', '工程师转投首尔的三星。', ['entity_added']],
  ['fr', 'La mairie de Lyon rouvre le pont.', '里昂和马赛市政府重开大桥。', ['entity_added']],
  ['es', 'El puerto de Marsella cierra.', '马赛港关闭。', []],
  ['fr', 'La Cour des comptes critique la mairie.', '法国审计法院批评市政府。', []],
]
for (const [sourceLanguage, source, text, expected] of places) {
  test(`checkStatement() on places and firms: ${text}`, () => {
    const statement = { text, kind: 'fact', evidence: [], passages: [{ id: 'p1', text: source }], headline: '' }
    const found = checkStatement({
      ...statement,
      sourceLanguage,
      readerLanguage: 'zh-Hans',
      published: null,
      terms: [],
    })
    expect(found.filter(({ tier }) => tier === 'blocking').map(({ check }) => check)).toEqual(expected)
  })
}

const named: [string, boolean][] = [
  ['宪法法院周一裁决。', true],
  ['该法院周一裁决。', true],
  ['最高法院周一裁决。', false],
  ['罗莎琳德·基恩提出上诉。', true],
  ['罗莎琳德·基思提出上诉。', false],
]
for (const [text, right] of named) {
  test(`checkStatement() ${right ? 'lets pass' : 'refuses'} the name in ${text}`, () => {
    const source = 'The Constitutional Court rules on Monday; Rosalind Keane appealed.'
    const found = checkStatement({
      text,
      kind: 'fact',
      evidence: [],
      passages: [{ id: 'p1', text: source }],
      headline: '',
      sourceLanguage: 'en',
      readerLanguage: 'zh-Hans',
      published: null,
      terms: [
        { original: 'Constitutional Court', reader: '宪法法院' },
        { original: 'Rosalind Keane', reader: '罗莎琳德·基恩' },
      ],
    })
    expect(found.some(({ check }) => check === 'name')).toBe(!right)
  })
}

test('checkClaim() refuses a sentence that is not in the language of the reader', () => {
  const claim = { text: 'The old bridge closes.', kind: 'fact', evidence: [] } as unknown as Claim
  const article = { headline: '', standfirst: null, passages, language: 'en', publishedAt: null } as unknown as Article
  const found = checkClaim(claim, article, { terms: [], readerLanguage: 'zh-Hans' })
  expect(found.map((one) => one.check)).toContain('language')
})

test('checkStatement() refuses another speaker of the same letter behind a title, unless the article may have one', () => {
  const said = (source: string): string[] =>
    checkStatement({
      text: '医生埃克斯特伦说，钟停了。',
      kind: 'attribution',
      evidence: [{ passage: 'p1', quote: null }],
      passages: [{ id: 'p1', text: source }],
      headline: '',
      sourceLanguage: 'en',
      readerLanguage: 'zh-Hans',
      published: null,
      terms: [{ original: 'Olle Ekdal', reader: '奥勒·埃克达尔' }],
    }).map((finding) => finding.check)
  expect(said('Olle Ekdal, a doctor, said the clock had stopped.')).toContain('name')
  expect(said('Olle Ekdal and Dr. Ekstrom, both doctors, said the clock had stopped.')).not.toContain('name')
})

test('checkStatement() reads a long passage around the cited words, and all of it before it finds a fault', () => {
  const filler = 'The council talked about the weir and the mill once more. '.repeat(80)
  const text = `${filler}The bell weighs 340 kilograms. ${filler}The tower has 118 steps.`
  const found = (claim: string): string[] =>
    checkStatement({
      text: claim,
      kind: 'fact',
      evidence: [{ passage: 'p1', quote: 'The bell weighs 340 kilograms' }],
      passages: [{ id: 'p1', text }],
      headline: '',
      sourceLanguage: 'en',
      readerLanguage: 'zh-Hans',
      published: null,
      terms: [],
    }).map(({ check }) => check)
  expect(found('钟重340公斤。')).toEqual([])
  expect(found('钟重340公斤，塔有118级台阶。')).toEqual([])
  expect(found('钟重430公斤。')).not.toEqual([])
})

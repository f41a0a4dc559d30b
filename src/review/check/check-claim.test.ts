import { expect, test } from 'vitest'
import type { Article, Claim } from '../../types.ts'
import { checkClaim, checkStatement, type Statement } from './check-claim.ts'

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

test('checkClaim() refuses a sentence that is not in the language of the reader', () => {
  const claim = { text: 'The old bridge closes.', kind: 'fact', evidence: [] } as unknown as Claim
  const article = { headline: '', standfirst: null, passages, language: 'en', publishedAt: null } as unknown as Article
  const found = checkClaim(claim, article, { terms: [], readerLanguage: 'zh-Hans' })
  expect(found.map((one) => one.check)).toContain('language')
})

import { afterEach, expect, test } from 'vitest'
import { askModel } from '../../src/llm/ask-model.ts'
import { makeCard } from '../../src/review/card/make-card.ts'
import { checkClaim } from '../../src/review/check/check-claim.ts'
import { checkReview } from '../../src/review/check/check-review.ts'
import { reviewArticle } from '../../src/review/review.ts'
import { startFaultServer } from './fault-server.ts'
import { article, reply } from './saltmere.ts'

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

const terms = [
  { original: 'Saltmere', reader: '索尔特米尔' },
  { original: 'Ada Lund', reader: '艾达·伦德' },
]
const settings = {
  checks: { claim: checkClaim, review: checkReview },
  card: makeCard(article, 'zh-Hans'),
  readerLanguage: 'zh-Hans',
  terms,
  now: () => '2026-11-02T00:00:00Z',
}

type Made = ReturnType<typeof reply>

/** Replies whose form is right and that say what the article does not: `gone` must not be printed. */
const wrong: { name: string; edit: (one: Made) => void; gone: string }[] = [
  {
    name: 'the wrong language',
    edit: (one) => (one.summary[2]!.text = 'Shop owners asked for help.'),
    gone: 'Shop owners',
  },
  {
    name: 'traditional script',
    edit: (one) => (one.summary[2]!.text = '橋邊的店主請求租金方面的幫助。'),
    gone: '請求',
  },
  { name: 'an altered figure', edit: (one) => (one.summary[0]!.text = '维修将花费240万欧元。'), gone: '240' },
  { name: 'another currency', edit: (one) => (one.summary[0]!.text = '维修将花费420万美元。'), gone: '美元' },
  { name: 'another month', edit: (one) => (one.lede.text = '委员会投票，自六月起关闭旧桥九个月。'), gone: '六月' },
  { name: 'a speaker who says nothing', edit: (one) => (one.summary[1]!.speaker = 'Tomas Berg'), gone: 'Tomas Berg' },
  {
    name: 'a word left in English',
    edit: (one) => (one.summary[2]!.text = '桥边的店主请求 rents 方面的帮助。'),
    gone: 'rents',
  },
  {
    name: 'words put into a mouth',
    edit: (one) => (one.summary[1]!.text = '艾达·伦德说：“桥要关二十年。”'),
    gone: '二十年',
  },
  {
    name: 'an organisation that is not there',
    edit: (one) => (one.summary[2]!.text = '店主向世界银行请求租金方面的帮助。'),
    gone: '世界银行',
  },
  {
    name: 'a verdict as the opening',
    edit: (one) => (one.lede.text = '该报道明显偏袒港务委员会，自五月起旧桥关闭九个月。'),
    gone: '偏袒',
  },
  {
    name: 'the talk of a chat',
    edit: (one) => (one.summary[2]!.text = '好的，以下是摘要：店主请求帮助。'),
    gone: '以下是',
  },
]

for (const model of ['openai:scripted', 'anthropic:scripted', 'ollama:scripted']) {
  for (const stream of [false, true]) {
    test.each(wrong)(`over ${model}${stream ? ', streaming,' : ''} nothing prints $name`, async ({ edit, gone }) => {
      const one = reply()
      edit(one)
      const server = await startFaultServer([{ say: JSON.stringify(one) }])
      close = server.close
      const env = { OPENAI_API_KEY: 'sk-secret-key', ANTHROPIC_API_KEY: 'sk-secret-key' }
      const ask = askModel({ model, baseUrl: server.baseUrl }, { env, timeoutMs: 5000, stream })
      const made = await reviewArticle(article, { ...settings, model, ask })
      expect(JSON.stringify(made)).not.toContain(gone)
      expect(JSON.stringify(made)).not.toContain('sk-secret-key')
    })
  }
}

test('a reply without fault is printed whole', async () => {
  const server = await startFaultServer([{ say: JSON.stringify(reply()) }])
  close = server.close
  const ask = askModel({ model: 'ollama:scripted', baseUrl: server.baseUrl }, { env: {} })
  const made = await reviewArticle(article, { ...settings, model: 'ollama:scripted', ask })
  expect(made.claims.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6'])
})

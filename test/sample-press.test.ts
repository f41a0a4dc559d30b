import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseFeed } from '../src/collect/parse-feed.ts'
import { createFileGet } from '../src/net/file-get.ts'
import { extractArticle } from '../src/read/read.ts'
import { labelledBlurb } from '../src/publish/plain-words.ts'
import { checkClaim } from '../src/review/check/check-claim.ts'
import { checkReview } from '../src/review/check/check-review.ts'
import { checkTranslation } from '../src/review/check/check-translation.ts'
import { proveSentences, proveTogether, sentencesOf } from '../src/review/prove.ts'
import { readReply } from '../src/review/reply.ts'
import type { Article, ArticleText } from '../src/types.ts'

type Entry = { file: string; contentType: string; second?: string }
type Sentence = { text: string; evidence: { passage: string; quote: string }[] }
type Reply = {
  writtenBy: string
  url: string
  /** The visit whose text it is about; the first without. */
  visit?: 1 | 2
  headline: Sentence
  lede: Sentence
  summary: Sentence[]
  commentary: Sentence[]
  translation?: { passage: string; text: string }[]
}

const folder = join(import.meta.dirname, '..', 'sample')
const press = JSON.parse(readFileSync(join(folder, 'press.json'), 'utf8')) as Record<string, Entry>
const addresses = Object.keys(press)
const files = Object.values(press).flatMap((entry) => (entry.second ? [entry.file, entry.second] : [entry.file]))
const replies = readdirSync(join(folder, 'replies')).map(
  (name) => JSON.parse(readFileSync(join(folder, 'replies', name), 'utf8')) as Reply,
)

async function article(url: string, visit: 1 | 2 = 1): Promise<ArticleText> {
  const got = await createFileGet(folder, { visit })(url, { kind: 'page' })
  const { text: html, charset, fetchedAt } = got
  return extractArticle({ url, html, charset, contentType: null, hash: '00', fetchedAt }, null)
}

function keptForm(text: ArticleText): Article {
  return {
    ...text,
    id: 'a',
    revision: 1,
    sourceId: 's',
    itemKey: 'k',
    edition: null,
    pageHash: null,
    firstSeenAt: '',
    readAt: '',
  }
}

test('sample/press.json names no file that is missing', () => {
  expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([])
})

test('sample/press.json answers invented hosts only', () => {
  expect(addresses.filter((url) => !new URL(url).hostname.endsWith('.example'))).toEqual([])
})

test('every page of the sample press says that its outlet is invented', () => {
  const pages = files.filter((file) => file.startsWith('pages/'))
  const silent = pages.filter((file) => !readFileSync(join(folder, file)).includes('<meta name="waikan-sample"'))
  expect(pages.length).toBeGreaterThanOrEqual(14)
  expect(silent).toEqual([])
})

test('every item of the sample feeds leads to a page of the sample press', async () => {
  const get = createFileGet(folder)
  const feeds = addresses.filter((url) => press[url]?.file.startsWith('feeds/'))
  const links = await Promise.all(
    feeds.map(async (url) =>
      parseFeed({ url, text: (await get(url, { kind: 'feed' })).text }).items.map((item) => item.url),
    ),
  )
  expect(links.flat().length).toBeGreaterThanOrEqual(14)
  expect(links.flat().filter((url) => url === null || press[url] === undefined)).toEqual([])
})

test.each(replies.map((reply) => [reply.url, reply] as const))(
  'the hand-written reply for %s quotes its passages letter for letter, on both visits but where it is about one',
  async (url, reply) => {
    const first = await article(url)
    const second = await article(url, 2)
    const evidence = [reply.headline, reply.lede, ...reply.summary, ...reply.commentary].flatMap((one) => one.evidence)
    const stands = (text: ArticleText, { passage, quote }: { passage: string; quote: string }): boolean =>
      text.passages.some((one) => one.id === passage && one.text.includes(quote))
    const visits = reply.visit === 2 ? [second] : [first, second]
    const missing = evidence.filter((one) => visits.some((text) => !stands(text, one)))
    expect(reply.writtenBy).toBe('hand')
    expect(evidence.length).toBeGreaterThan(0)
    expect(missing).toEqual([])
  },
)

test('the sample page in GB18030 is read without a lost letter', async () => {
  const { passages } = await article('https://www.landu-chenbao.example/2026/11/05/jiushu-shiji-baishi.html')
  expect(passages[0]?.text).toMatch(/^周日清晨四点五十分，柏石巷还黑着。/u)
})

test('the sample page in Shift_JIS is read without a lost letter', async () => {
  const { passages } = await article('https://www.yunagi-shimbun.example/articles/20261109/mujineki-no-honya.html')
  expect(passages[0]?.text).toMatch(/^午後9時12分、上りの最終列車が出ていく。/u)
})

test('the sample article stopped by a wall is cut and holds no prompt', async () => {
  const { completeness, passages } = await article(
    'https://www.corvane-review.example/2026/11/18/detente-at-the-fish-market',
  )
  expect(completeness.verdict).toBe('cut')
  expect(passages.at(-1)?.text).toBe(
    'In March a delegation of three carried the bell across the sound, wrapped in sailcloth. They had been told to say nothing about fish.',
  )
})

test('the sample audio page is no text', async () => {
  const { completeness } = await article('https://www.saltmere-courier.example/2026/11/20/listen-last-fog-signal')
  expect(completeness.verdict).toBe('not-text')
})

test('the sample article that is corrected counts 43 containers on the second visit', async () => {
  const { headline } = await article('https://www.saltmere-courier.example/2026/11/15/container-ship-kestrel-strait', 2)
  expect(headline).toBe('Container ship loses 43 boxes in Kestrel Strait storm')
})

for (const reply of replies.filter(({ translation }) => translation !== undefined)) {
  test(`every passage of ${reply.url} has a hand-written translation that passes the checks`, async () => {
    const text = await article(reply.url, reply.visit)
    const original = (id: string) =>
      id === 'headline'
        ? text.headline
        : id === 'standfirst'
          ? text.standfirst
          : text.passages.find((one) => one.id === id)?.text
    const found = (reply.translation ?? []).flatMap(({ passage: id, text: ours }) =>
      checkTranslation(
        ours,
        { id, kind: 'paragraph', text: original(id) ?? '' },
        {
          article: keptForm(text),
          readerLanguage: 'zh-Hans',
          terms: [],
        },
      ),
    )
    expect(reply.translation?.map(({ passage }) => passage)).toEqual([
      'headline',
      'standfirst',
      ...text.passages.map(({ id }) => id),
    ])
    expect(found.filter(({ tier }) => tier === 'blocking')).toEqual([])
  })
}

for (const reply of replies) {
  test(`every sentence of the hand-written review of ${reply.url}${reply.visit ? ', corrected,' : ''} passes the checks`, async () => {
    const text = await article(reply.url, reply.visit)
    const kept = keptForm(text)
    const said = readReply(JSON.stringify(reply))
    const checks = { claim: checkClaim, review: checkReview }
    const { claims, failed } = await proveSentences(sentencesOf(said), kept, {
      checks,
      readerLanguage: 'zh-Hans',
      terms: said.terms,
    })
    expect([...failed, ...proveTogether(claims, kept, checks).failed]).toEqual([])
    expect(said.last).toBe(text.passages.at(-1)?.id)
  })
}

test('labelledBlurb() says of every sentence of ours in a list who wrote it', () => {
  const blurb = '旧桥将关闭。'
  expect(labelledBlurb({ blurb, blurbBy: null }, 'zh-Hans')).toBe(blurb)
  expect(labelledBlurb({ blurb, blurbBy: 'replay' }, 'zh-Hans')).toBe('〔人工述评〕旧桥将关闭。')
  expect(labelledBlurb({ blurb, blurbBy: 'ollama:x' }, 'zh-Hans')).toBe('〔人工智能述评〕旧桥将关闭。')
})

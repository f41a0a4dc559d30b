/**
 * Search of a published folder: does it find what is there, and at what cost.
 *
 *   npm run build && node bench/search.ts [articles, default 10000]
 *
 * Queries with known answers are cut out of the generated archive itself: for each, the articles whose printed text
 * holds it are found by plain comparison, which is the answer to be given. Prints recall of the first ten, precision,
 * mean reciprocal rank, and the bytes and requests of a cold query. Pagefind is not run here: see docs/publishing.md.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as ShelfDoor from '../src/store/publishing.ts'
import type * as StoreDoor from '../src/store/store.ts'
import type * as PublishDoor from '../src/publish/publish.ts'
import type * as FindDoor from '../src/publish/search/find.ts'
import type * as TokensDoor from '../src/publish/search/tokens.ts'
import type { Article } from '../src/types.ts'
import { makeArticle } from './archive.ts'

const root = join(import.meta.dirname, '..', 'dist')
const load = async (path: string) => await import(join(root, path))
const { publishSite } = (await load('publish/publish.js')) as typeof PublishDoor
const { openShelf } = (await load('store/publishing.js')) as typeof ShelfDoor
const { openStore } = (await load('store/store.js')) as typeof StoreDoor
const { saveArticle } = (await load('store/articles.js')) as typeof ArticlesDoor
const { findArticles } = (await load('publish/search/find.js')) as typeof FindDoor
const { fold } = (await load('publish/search/tokens.js')) as typeof TokensDoor

const count = Number(process.argv[2] ?? 10_000)
const press = mkdtempSync(join(tmpdir(), 'waikan-search-'))
const store = openStore(press)
const sources = Array.from({ length: 12 }, (_, number) => ({
  id: `outlet-${number}`,
  name: `Outlet ${number}`,
  homepage: null,
  language: 'en',
  rights: 'full' as const,
  expiresAfterDays: null,
  images: true,
}))
const shelf = openShelf(store, { sources, language: 'zh-Hans', model: 'none' }) as Parameters<
  typeof publishSite
>[0]['shelf']

/** Names, Chinese words, parts of words and pairs that mean something else the other way round, each with its article. */
const topics = [
  ['世界贸易组织召开部长会议', ['世界贸易', '贸易组织', '易组', '部长', '长会议', '世界贸易组织 部长']],
  ['研究生命起源的科学家获奖', ['生命', '研究生', '生命起源', '命起', '科学家获奖']],
  ['南京市长江大桥重新开放', ['长江', '大桥', '江大桥', '南京市长江', '长江大桥 开放']],
  ['北京大学生前来应聘', ['大学生', '生前', '北京大学', '应聘']],
  ['A股与B股价格上涨', ['A股', 'B股', '股价', 'a股与b股', 'Ａ股']],
  ['5G网络覆盖乡村', ['5G', '5G网络', '网络覆盖', '覆盖乡村', '5g 乡村']],
  ['维生素C的新研究', ['维生素C', '维生素', '素c', '新研究']],
  ['東京の図書館が再開', ['図書館', '東京の', '再開', '書館']],
  ['서울 도서관 다시 열다', ['서울', '도서관', '서관', '다시 열다']],
  ['ห้องสมุดกรุงเทพเปิดใหม่', ['ห้องสมุด', 'กรุงเทพ', 'เปิดใหม่']],
  ['Ivana Šimić and Łukasz Żak on détente', ['simic', 'Šimić', 'lukasz zak', 'Łukasz', 'detente', 'DÉTENTE']],
  ['Straße nach Århus gesperrt', ['strasse', 'Straße', 'arhus', 'gesperrt', 'Århus Straße']],
  ['Президент Йемена выступил в Сочи', ['йемена', 'Йемена', 'сочи', 'Президент сочи']],
  ['Η Αθήνα αλλάζει', ['αθηνα', 'Αθήνα', 'αλλαζει']],
  ['الرئيس يزور القاهرة', ['القاهرة', 'يزور', 'الرئيس']],
  ['हिन्दी भाषा का दिन', ['हिन्दी', 'भाषा', 'हिन्दी दिन']],
  ['Zeppelin 1937 and iPhone 16 Pro', ['zeppelin', '1937', 'iphone 16', 'ZEPPELIN 1937', 'pro zeppelin']],
  [
    '人工智能芯片 Blackwell 出口管制',
    ['人工智能', '智能芯片', 'blackwell', '芯片 Blackwell', '出口管制', '工智', '口管'],
  ],
  ['欧盟委员会主席冯德莱恩访华', ['欧盟', '委员会主席', '冯德莱恩', '德莱', '访华', '欧盟 访华']],
  ['Nguyễn Văn Huệ mở tiệm', ['nguyen', 'Nguyễn Văn', 'van hue', 'tiem']],
  ['Ünal Öztürk İzmir’de', ['unal', 'ozturk', 'izmir', 'Öztürk İzmir']],
  ['quarrelsome ombudsmen', ['quarrelsome', 'ombudsmen quarrelsome', 'nothingofthiskind']],
] as const
const noise = ['组织贸', '易世界', '命生', '江长', '学生大', '络网', '莱德', '館書']
const articles: Article[] = Array.from({ length: count }, (_, number) => {
  const article = makeArticle(number)
  const topic = number % 97 === 5 ? topics[Math.floor(number / 97) % topics.length] : undefined
  if (!topic) return article
  const inHeadline = Math.floor(number / (97 * topics.length)) % 2 === 0
  if (inHeadline) return { ...article, headline: topic[0] }
  return { ...article, passages: [{ id: 'p1', kind: 'paragraph', text: topic[0] }, ...article.passages.slice(1)] }
})

store.transaction(() => articles.forEach((article, number) => saveArticle(store, article, String(number))))
await publishSite({
  site: { title: '外刊', tagline: '', language: 'zh-Hans' },
  shelf,
  folder: press,
  now: '2026-11-23T08:00:00Z',
})

const size = (folder: string): number =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => statSync(join(folder, path)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)

let bytes = 0
let requests = 0
const read = async (path: string): Promise<Uint8Array> => {
  const packed = readFileSync(join(press, path))
  bytes += packed.length
  requests++
  return gunzipSync(packed)
}

type Score = { recall: number; precision: number; rank: number; bytes: number; requests: number; ms: number }

/** The articles that hold each chunk as a run of letters; a Latin chunk as whole words. */
const folded = articles.map((article) => ({
  id: article.id,
  text: [
    article.headline,
    article.standfirst,
    ...article.authors,
    `Outlet ${article.sourceId.slice(7)}`,
    ...article.passages.map(({ text }) => text),
  ].map((text) => fold(text ?? '')),
}))
const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u
function holds(text: string, chunk: string): boolean {
  if (spaceless.test(chunk)) return text.includes(chunk)
  // Where Latin touches Chinese, as in 5G网络, a word ends.
  const words = text.replace(new RegExp(spaceless, 'gu'), ' ').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
  return ` ${words} `.includes(` ${chunk} `)
}

async function ask(query: string): Promise<Score> {
  const chunks = fold(query).split(/\s+/u)
  const right = new Set(
    folded.filter(({ text }) => chunks.every((chunk) => text.some((one) => holds(one, chunk)))).map(({ id }) => id),
  )
  bytes = 0
  requests = 1
  const index = JSON.parse(readFileSync(join(press, 'search/index.json'), 'utf8')) as FindDoor.SearchIndex
  const start = performance.now()
  const found = (await findArticles({ query }, index, read)).map(({ card }) => card[0].split('/')[1] ?? '')
  const first = found.slice(0, 10)
  const rank = first.findIndex((id) => right.has(id)) + 1
  const good = found.filter((id) => right.has(id)).length
  if (right.size === 0) {
    const clean = found.length === 0 ? 1 : 0
    return { recall: clean, precision: clean, rank: clean, bytes, requests, ms: performance.now() - start }
  }
  return {
    recall: first.filter((id) => right.has(id)).length / Math.min(10, right.size),
    precision: found.length === 0 ? 0 : good / found.length,
    rank: rank === 0 ? 0 : 1 / rank,
    bytes,
    requests,
    ms: performance.now() - start,
  }
}

const queries = [...topics.flatMap(([, list]) => list), ...noise]
const scores: Score[] = []
for (const query of queries) {
  const score = await ask(query)
  if (score.recall < 1 || score.precision < 1)
    console.log(`"${query}": recall ${score.recall}, precision ${score.precision}`)
  scores.push(score)
}
const mean = (of: keyof Score): number => scores.reduce((sum, score) => sum + score[of], 0) / scores.length
console.log(
  `${queries.length} queries over ${count} articles: recall@10 ${mean('recall').toFixed(3)}, precision ${mean('precision').toFixed(3)}, mean reciprocal rank ${mean('rank').toFixed(3)}`,
)
console.log(
  `a cold query: ${(mean('bytes') / 1000).toFixed(1)} kB in ${mean('requests').toFixed(1)} requests, ${mean('ms').toFixed(1)} ms; index ${(size(join(press, 'search')) / 1e6).toFixed(1)} MB; script ${(statSync(join(press, 'search.js')).size / 1000).toFixed(1)} kB`,
)
store.close()
rmSync(press, { recursive: true })

/**
 * Mutated feeds, pages and dates by fast-check on bytes: no crash, nothing longer than 5 seconds.
 *
 *     node bench/fuzz.ts [runs] [seed] [from]
 *
 * Half of the runs are feeds, three tenths pages, a fifth dates. What is mutated: the hard feeds of `test/hard-feeds`, feeds
 * and pages of the sample press, and both in old charsets; captured feeds of the corpus where it is there. A run that was
 * stopped goes on `from` the number it printed last. A finding is printed as base64; keep it as a small fixture beside the code.
 */
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDate } from '../src/collect/parse-date.ts'
import { describeFeed, parseFeed } from '../src/collect/parse-feed.ts'
import { DocumentError } from '../src/errors.ts'
import { decodeBytes } from '../src/net/charset.ts'
import { extractArticle } from '../src/read/read.ts'
import { atomCases } from '../test/hard-feeds/atom-cases.ts'
import { brokenCases } from '../test/hard-feeds/broken-cases.ts'
import { rssCases } from '../test/hard-feeds/rss-cases.ts'

const runs = Number(process.argv[2] ?? 10_000)
const seed = Number(process.argv[3] ?? 20261123)
const from = Number(process.argv[4] ?? 0)
const folder = join(import.meta.dirname, '../../shared/corpus/feeds')
const sample = join(import.meta.dirname, '../sample')
const slowMs = 5000
// Told, and no finding.
const oddMs = 1500

const inFolder = (path: string): Buffer[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:xml|json|html?)$/u.test(name))
    .map((name) => readFileSync(join(path, name)))
const oldCharsets = (documents: Buffer[]): Buffer[] =>
  documents.flatMap((bytes) =>
    ['windows-1252', 'gb18030', 'shift_jis', 'utf-16le'].map((charset) => iconv.encode(bytes.toString(), charset)),
  )
const hard = [...rssCases, ...atomCases, ...brokenCases].map(({ document }) => Buffer.from(document).subarray(0, 6000))
const sampleFeeds = inFolder(join(sample, 'feeds')).map((bytes) => bytes.subarray(0, 6000))
const own = [...hard, ...sampleFeeds, ...oldCharsets(sampleFeeds)]
const captured = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name !== 'manifest.json')
      .map((name) => readFileSync(join(folder, name)).subarray(0, 6000))
  : []
if (captured.length === 0)
  process.stdout.write(`no captured feeds in "${folder}": only documents of our own are mutated\n`)
const smallPage = Buffer.from(
  '<!doctype html><html lang=en><head><title>A day</title><meta property="og:title" content="A day"><script type="application/ld+json">{"@type":"NewsArticle","headline":"A day","datePublished":"2024-03-05"}</script></head><body><article><h1>A day</h1><p>By Ann Vale</p><p>The harbour council met on Monday and closed the bridge for nine months.</p><figure><img src=a.jpg><figcaption>The bridge. Photo: Bo</figcaption></figure><table><tr><td>1</table><ul><li>x</ul></article></body></html>',
)
const samplePages = inFolder(join(sample, 'pages')).map((bytes) => bytes.subarray(0, 30_000))
// The small one as often as all others, so that its few elements meet each other.
const pages = [...samplePages.map(() => smallPage), ...samplePages, ...oldCharsets(samplePages.slice(0, 4))]
const dates = [
  'Tue, 05 Mar 2024 10:00:00 +0800',
  '2024-03-05T10:00:00.5Z',
  '2024年3月5日 下午3:04',
  '5 марта 2024 г., 10:20',
  '2024-W10-2',
  '1709651045',
  'Fri, 2006/09/15 08:19:53 EDT',
  '令和6年3月5日',
  'mar., 05 mars 2024 10:00:00 +0100',
  '۱۵ اسفند ۱۴۰۲ ۱۰:۲۰',
  '05/03/2024 10:00 PM PST',
  '2024-03-05 10:00:00.123456 Europe/Berlin',
  '३ मार्च २०२४',
].map((text) => Buffer.from(text))
// Pieces that grammars stumble over.
const pieces = [
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '&#0;',
  '&#x110000;',
  '&amp;',
  '<',
  '>',
  '"',
  '</item>',
  '<item>',
  '<title>',
  '</',
  '\0',
  '\u00FF\u00FE',
  '{',
  '[',
  '}',
  '\\u',
  '<?xml',
  '<!DOCTYPE a [<!ENTITY b "',
  'xmlns:a="',
  '99999999999',
  '-',
  '年',
  '+9999',
  'T25:61',
].map((text) => Buffer.from(text))

type Mutation = {
  kind: 'flip' | 'cut' | 'insert' | 'repeat' | 'end'
  at: number
  size: number
  byte: number
  piece: number
  times: number
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom('flip', 'cut', 'insert', 'repeat', 'end'),
  // Whole numbers below a thousand, without fast-check's love of the ends: cutting at 0 leaves nothing to test.
  at: fc.noBias(fc.integer({ min: 1, max: 999 })).map((at) => at / 1000),
  size: fc.integer({ min: 1, max: 200 }),
  byte: fc.integer({ min: 0, max: 255 }),
  piece: fc.nat({ max: pieces.length - 1 }),
  times: fc.integer({ min: 1, max: 300 }),
})

function mutate(bytes: Buffer, how: Mutation): Buffer {
  const at = Math.floor(how.at * bytes.length)
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)]
  if (how.kind === 'end') return head
  if (how.kind === 'cut') return Buffer.concat([head, tail.subarray(how.size)])
  if (how.kind === 'insert') return Buffer.concat([head, pieces[how.piece] ?? head, tail])
  if (how.kind === 'flip') return Buffer.concat([head, Buffer.from([how.byte]), tail.subarray(1)])
  const part = tail.subarray(0, how.size)
  return Buffer.concat([head, ...Array.from({ length: how.times }, () => part), tail])
}

const mutated = (seeds: Buffer[]): fc.Arbitrary<Buffer> =>
  fc.tuple(fc.constantFrom(...seeds), fc.array(mutation, { minLength: 1, maxLength: 6 })).map(([bytes, list]) => {
    let all = bytes
    for (const how of list) all = mutate(all, how)
    return all.subarray(0, 200_000)
  })

const readPage = (bytes: Buffer): void => {
  const { text, charset } = decodeBytes(bytes, { contentType: 'text/html', kind: 'page' })
  extractArticle(
    {
      url: 'https://a.example/1',
      html: text,
      contentType: 'text/html',
      charset,
      hash: '',
      fetchedAt: '2026-11-23T08:00:00Z',
    },
    null,
  )
}
const targets: { name: string; seeds: Buffer[]; share: number; run: (bytes: Buffer) => void }[] = [
  {
    name: 'feeds',
    seeds: [...own, ...captured],
    share: 0.5,
    run: (bytes) => {
      const { text } = decodeBytes(bytes, { contentType: null, kind: 'feed' })
      JSON.stringify(describeFeed(parseFeed({ url: 'https://a.example/feed', text })))
    },
  },
  { name: 'pages', seeds: pages, share: 0.3, run: readPage },
  {
    name: 'dates',
    seeds: dates,
    share: 0.2,
    run: (bytes) => {
      const at = parseDate(bytes.toString())
      if (at !== null && Number.isNaN(Date.parse(at))) throw new RangeError(`Cannot give ${at}: it is no date`)
    },
  },
]

type Count = { crashes: number; hangs: number; refused: number; slowest: number }

/** Run one document; whatever is no `DocumentError` is a crash. */
function tryOne(target: { name: string; run: (bytes: Buffer) => void }, bytes: Buffer, count: Count): void {
  // Of the processor: the clock would count the other work of the machine.
  const before = process.cpuUsage()
  const tell = (what: string): boolean =>
    process.stdout.write(`${target.name}: ${what}\n  ${bytes.subarray(0, 3000).toString('base64')}\n`)
  try {
    target.run(bytes)
  } catch (error) {
    if (error instanceof DocumentError) {
      count.refused++
      const why = error.message.replace(/^[^:]*"[^"]*": /u, '').slice(0, 40)
      reasons.set(why, (reasons.get(why) ?? 0) + 1)
    } else if (count.crashes++ < 5) tell(String(error))
  }
  const used = process.cpuUsage(before)
  const took = (used.user + used.system) / 1000
  count.slowest = Math.max(count.slowest, took)
  if (took > slowMs) count.hangs++
  if (took > oddMs) tell(`${took.toFixed(0)} ms`)
}

const portionSize = 2000
const reasons = new Map<string, number>()
let findings = 0
for (const target of targets) {
  const count = { crashes: 0, hangs: 0, refused: 0, slowest: 0 }
  const numRuns = Math.round(runs * target.share)
  // In portions: a hundred thousand documents at one time would not fit into memory.
  const begin = Math.floor((from * target.share) / portionSize) * portionSize
  for (let done = begin; done < numRuns; done += portionSize) {
    const portion = { numRuns: Math.min(portionSize, numRuns - done), seed: seed + done }
    for (const bytes of fc.sample(mutated(target.seeds), portion)) tryOne(target, bytes, count)
    if (done % 10_000 === 0) process.stderr.write(`${target.name}: ${done} of ${numRuns}\n`)
  }
  findings += count.crashes + count.hangs
  process.stdout.write(
    `${target.name}: ${numRuns - begin} mutated, ${count.crashes} crashes, ${count.hangs} over 5 s, ${count.refused} refused as no document, slowest ${count.slowest.toFixed(0)} ms\n`,
  )
}
const usual = [...reasons].toSorted((a, b) => b[1] - a[1]).slice(0, 6)
process.stdout.write(`refused as: ${usual.map(([why, times]) => `${times} ${why}`).join('; ')}\n`)
process.exitCode = findings > 0 ? 1 : 0

/**
 * Feeds of the corpus: are titles letter for letter what the document says (read a second way), and how fast is
 * parsing against feedsmith in the same run? `node bench/feeds.ts [folder]`
 */
import { decodeHTMLStrict } from 'entities'
import { parseFeed as feedsmith } from 'feedsmith'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeFeed, parseFeed } from '../src/collect/parse-feed.ts'
import { decodeBytes } from '../src/net/charset.ts'

const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/corpus/feeds')
if (!existsSync(folder))
  throw new Error(`Cannot measure feeds: folder "${folder}" is missing, give another as argument`)
const texts = readdirSync(folder)
  .filter((name) => name !== 'manifest.json')
  .map((name) => ({ name, ...decodeBytes(readFileSync(join(folder, name)), { contentType: null, kind: 'feed' }) }))

/** Titles by a plain search in the source: no tree, none of our code. */
function rawTitles(text: string): string[] {
  if (text.trimStart().startsWith('{'))
    return JSON.parse(text).items.map(({ title }: { title?: string }) => title ?? '')
  const items = text.match(/<(?:item|entry)[\s>][^]*?<\/(?:item|entry)>/gu) ?? []
  return items.map((item) => {
    const inner = /<title[^>]*>([^]*?)<\/title>/u.exec(item)?.[1] ?? ''
    const cdata = /^\s*<!\[CDATA\[([^]*?)\]\]>\s*$/u.exec(inner)?.[1]
    return decodeHTMLStrict(cdata ?? decodeHTMLStrict(inner))
      .replace(/[\t\n\r ]+/gu, ' ')
      .trim()
  })
}

let same = 0
let all = 0
for (const { name, text } of texts) {
  const ours = parseFeed({ url: 'https://outlet.example/feed', text }).items.map((item) => item.rawTitle)
  const said = rawTitles(text)
  if (ours.length !== said.length)
    process.stdout.write(`${name}: ${ours.length} items, the source has ${said.length}\n`)
  for (const [at, title] of said.entries()) {
    all++
    if (ours[at] === title) same++
    else process.stdout.write(`${name} #${at + 1}: "${ours[at]}", the source says "${title}"\n`)
  }
}
process.stdout.write(`titles identical: ${same} of ${all} in ${texts.length} feeds\n`)

/** Processor seconds, so that a busy machine does not decide: each in turn, the median of seven. */
function measure(parse: (text: string) => unknown): number {
  const start = process.cpuUsage()
  for (let round = 0; round < 3; round++) for (const { text } of texts) parse(text)
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
const runOurs = (text: string): unknown => describeFeed(parseFeed({ url: 'https://outlet.example/feed', text }))
const runTheirs = (text: string): unknown => feedsmith(text)
const times: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] }
for (let turn = 0; turn < 8; turn++) {
  const [ours, theirs] = [measure(runOurs), measure(runTheirs)]
  // The first turn warms up.
  if (turn > 0) times.ours.push(ours)
  if (turn > 0) times.theirs.push(theirs)
}
const [ours, theirs] = [median(times.ours), median(times.theirs)]
process.stdout.write(
  `ours ${ours.toFixed(0)} ms, feedsmith ${theirs.toFixed(0)} ms of processor: ${(theirs / ours).toFixed(2)} of its speed\n`,
)

/**
 * Hard feeds of our own (`test/hard-feeds/`): how many items and fields do we, feedsmith and feedparser find in one run?
 *
 *     node bench/hard-feeds.ts [folder in which Python finds feedparser]
 *
 * Peers are judged gently: a title, summary or content is right when its letters are, whatever markup and spaces are left;
 * an enclosure by its address; a language is not asked of them.
 */
import { parseFeed as feedsmith } from 'feedsmith'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describeFeed, parseFeed } from '../src/collect/parse-feed.ts'
import { decodeBytes } from '../src/net/charset.ts'
import { htmlToText } from '../src/collect/feed-text.ts'
import { atomCases } from '../test/hard-feeds/atom-cases.ts'
import { brokenCases } from '../test/hard-feeds/broken-cases.ts'
import { address, type HardFeed } from '../test/hard-feeds/case.ts'
import { rssCases } from '../test/hard-feeds/rss-cases.ts'

type Found = { feed: Record<string, unknown>; items: Record<string, unknown>[] }
const cases = [...rssCases, ...atomCases, ...brokenCases]
const peers = process.argv[2]

const bytesOf = ({ document }: HardFeed): Buffer => Buffer.from(document)
const textOf = (one: HardFeed): string =>
  decodeBytes(bytesOf(one), { contentType: one.contentType ?? 'text/xml', kind: 'feed' }).text

function ours(one: HardFeed): Found {
  return describeFeed(parseFeed({ url: address, text: textOf(one) }))
}

/** What stands at the first of some places, as `dc.creator` or `links.0.href`, that holds something. */
function first(value: unknown, places: string): unknown {
  for (const place of places.split(' ')) {
    let found = value
    for (const step of place.split('.')) found = (found as Record<string, unknown> | undefined)?.[step]
    if (found !== undefined && found !== null) return found
  }
  return undefined
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])
const plain = (value: unknown): unknown => (typeof value === 'object' ? first(value, 'value') : value)

function alternateOf(about: unknown): unknown {
  const links = list(first(about, 'links'))
  return first(links.find((link) => (first(link, 'rel') ?? 'alternate') === 'alternate') ?? links[0], 'href')
}

function filesOf(item: unknown): unknown[] {
  const files = first(item, 'enclosures attachments media.contents media.group.contents')
  return list(files ?? list(first(item, 'links')).filter((link) => first(link, 'rel') === 'enclosure'))
}

/** Feedsmith gives what the document says; the same fields by the names that it uses. */
function theirs(one: HardFeed): Found {
  // It takes the memory of the whole process for this one.
  if (String(one.document).includes('4294967295')) throw new RangeError('Cannot ask feedsmith: it would not come back')
  const { feed } = feedsmith(textOf(one))
  const authors = 'authors author dc.creators dc.creator itunes.author'
  const published = 'pubDate published date_published dc.dates.0 dc.date dcterms.created'
  const items = list(first(feed, 'items entries')).map((item) => ({
    title: plain(first(item, 'title dc.title')) ?? '',
    url: first(item, 'link url') ?? alternateOf(item),
    guid: plain(first(item, 'guid.value guid id rdf.about')),
    authors: list(first(item, authors)).map((who) => plain(first(who, 'name') ?? who) ?? first(who, 'email')),
    publishedAt: instantOf(first(item, published)),
    updatedAt: instantOf(first(item, 'updated date_modified dcterms.modified')),
    summary: plain(first(item, 'description summary itunes.summary')),
    content: plain(first(item, 'content.encoded content content_html content_text description')),
    enclosures: filesOf(item).map((file) => ({ url: first(file, 'url href') })),
  }))
  const about = { title: plain(first(feed, 'title')), url: first(feed, 'link home_page_url') ?? alternateOf(feed) }
  return { feed: { ...about, language: first(feed, 'language') }, items }
}

function instantOf(written: unknown): string | null {
  const at = typeof written === 'string' || written instanceof Date ? new Date(written) : null
  return at === null || Number.isNaN(at.getTime()) ? null : at.toISOString().replace('.000', '')
}

function byFeedparser(): Map<string, Found> {
  const input = cases.map((one, id) =>
    JSON.stringify({
      id,
      url: address,
      contentType: one.contentType ?? 'text/xml',
      base64: bytesOf(one).toString('base64'),
    }),
  )
  const run = spawnSync('python3', [join(import.meta.dirname, 'hard-feeds.py')], {
    input: input.join('\n'),
    env: { ...process.env, PYTHONPATH: peers },
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (run.status !== 0) throw new Error(`Cannot ask feedparser: ${run.stderr.slice(-500)}`)
  const lines = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return new Map(lines.map(({ id, feed, items }) => [cases[id]?.name ?? '', { feed, items: items ?? [] }]))
}

const letters = (value: unknown): string => htmlToText(String(value ?? '')).replace(/\s+/gu, '')

type Field = { name: string; got: unknown; wanted: unknown }
const urls = (files: unknown): string => JSON.stringify(list(files).map((file) => first(file, 'url')))

function isRight({ name, got, wanted }: Field, how: 'strictly' | 'gently'): boolean {
  if (how === 'gently') {
    if (['title', 'summary', 'content', 'guid'].includes(name)) return letters(got) === letters(wanted)
    if (name === 'enclosures') return urls(got) === urls(wanted)
    if (name === 'language') return true
  }
  return JSON.stringify(got ?? null) === JSON.stringify(wanted)
}

function fieldsOf(one: HardFeed, found: Found): Field[] {
  const of = (wanted: object, got: Record<string, unknown> = {}): Field[] =>
    Object.entries(wanted).map(([name, value]) => ({ name, got: got[name], wanted: value }))
  return [...of(one.feed ?? {}, found.feed), ...one.items.flatMap((item, at) => of(item, found.items[at]))]
}

const tell = (line: string): void => {
  if (process.argv.includes('-v')) process.stdout.write(`  ${line}\n`)
}

type Reader = { name: string; read: (one: HardFeed) => Found | undefined; how: 'strictly' | 'gently' }
function judge({ name, read, how }: Reader): void {
  const score = { feeds: 0, whole: 0, fields: 0, met: 0, refused: 0 }
  for (const one of cases) {
    let found: Found = { feed: {}, items: [] }
    try {
      found = read(one) ?? found
    } catch {
      score.refused++
    }
    const whole = found.items.length === one.items.length
    if (one.items.length > 0) {
      score.feeds++
      score.whole += Number(whole)
      if (!whole) tell(`${name}, ${one.name}: ${found.items.length} items of ${one.items.length}`)
    }
    const fields = fieldsOf(one, found)
    const missed = fields.filter((field) => !isRight(field, how))
    for (const { name: field, got, wanted } of missed)
      tell(`${name}, ${one.name}: ${field} ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`)
    score.fields += fields.length
    score.met += fields.length - missed.length
  }
  const share = (part: number, all: number): string => `${part} of ${all} (${((100 * part) / all).toFixed(1)} %)`
  process.stdout.write(
    `${name}: all items in ${share(score.whole, score.feeds)} feeds, fields ${share(score.met, score.fields)}, ${score.refused} refused\n`,
  )
}

judge({ name: 'waikan', read: ours, how: 'strictly' })
judge({ name: 'feedsmith', read: theirs, how: 'gently' })
if (peers !== undefined && peers !== '-v') {
  const found = byFeedparser()
  judge({ name: 'feedparser', read: (one) => found.get(one.name), how: 'gently' })
} else process.stdout.write('feedparser: not asked, give the folder in which Python finds it\n')

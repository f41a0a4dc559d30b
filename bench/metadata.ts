/**
 * Title, authors, day, lead photo, caption and credit: agreement with the corpus's truth beside Readability and
 * Defuddle on the same pages in the same run, as `../shared/score/extraction` runs and scores them.
 * `node bench/metadata.ts [--peers FOLDER] [--list FIELD]`; even and odd pages are printed apart, as rules are tuned on
 * odd ones. The peers live outside the repository:
 *
 *   mkdir ../waikan-peers && cp ../shared/score/extraction/peers/*.mjs ../waikan-peers/
 *   npm install --prefix ../waikan-peers --ignore-scripts @mozilla/readability@0.6.0 linkedom@0.18.15 defuddle@0.19.4
 */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { DocumentError } from '../src/errors.ts'
import { extractArticle } from '../src/read/read.ts'

type Page = { id: string; url: string; html: string }
type Answer = {
  id: string
  title?: string | null
  authors?: string[]
  published?: string | null
  image?: string | null
  imageCaption?: string | null
  imageCredit?: string | null
}
type Row = { field: string; known: number; right: number; wrong: number; missing: number }
type Truth = { url: string }
type Score = (results: object) => Row[] | null

const { values: options } = parseArgs({ options: { peers: { type: 'string' }, list: { type: 'string' } } })
const shared = join(import.meta.dirname, '..', '..', 'shared')
const corpus = join(shared, 'corpus', 'news')
const scorer = join(shared, 'score', 'extraction', 'lib', 'meta.mjs')
const peersFolder = options.peers ?? join(import.meta.dirname, '..', '..', 'waikan-peers')
for (const needed of [corpus, scorer])
  if (!existsSync(needed)) {
    console.error(`Cannot run: "${needed}" is missing, expected the shared corpus and scorer beside the checkout`)
    process.exit(2)
  }
const { scoreMeta } = (await import(scorer)) as { scoreMeta: Score }
const truth = JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8')) as Record<string, Truth>
const pages: Page[] = Object.entries(truth).map(([id, { url }]) => {
  const bytes = gunzipSync(readFileSync(join(corpus, 'pages', `${id}.html.gz`)))
  const charset = /charset=["']?([\w-]+)/iu.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1] ?? 'utf-8'
  return { id, url, html: new TextDecoder(charset).decode(bytes) }
})

function readOurs({ id, url, html }: Page): Answer {
  const page = { url, html, contentType: 'text/html', charset: 'utf-8', hash: '', fetchedAt: '2026-11-23T00:00:00Z' }
  try {
    const article = extractArticle(page, null)
    const { headline, authors, publishedAt, photo } = article
    const words = { imageCaption: photo?.caption ?? null, imageCredit: photo?.credit ?? null }
    return { id, title: headline, authors, published: publishedAt, image: photo?.url ?? null, ...words }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { id }
  }
}

/** What a peer answers, page by page, run by the scorer's own adapter in a process of its own. */
async function readPeer(name: string): Promise<Answer[]> {
  const child = spawn(process.execPath, [join(peersFolder, 'cli.mjs'), name], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(pages.map((page) => `${JSON.stringify(page)}\n`).join(''))
  const answers: Answer[] = []
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line) as Answer)
  return answers
}

function rates(answers: Answer[], isKept: (index: number) => boolean): Map<string, Row> {
  const kept = pages.filter((_, index) => isKept(index)).map(({ id }) => id)
  const outputs = Object.fromEntries(answers.map((one) => [one.id, one]))
  const rows = scoreMeta({ news: { truth: Object.fromEntries(kept.map((id) => [id, truth[id]])), outputs } })
  return new Map((rows ?? []).map((row) => [row.field, row]))
}

const rate = (row: Row | undefined): number => (row ? row.right / row.known : 0)
const fields = [
  'title',
  'authors',
  'published (day)',
  'published (minute)',
  'lead image',
  'caption of the lead image',
  'credit of the lead image',
]
const all = (): boolean => true
const ours = pages.map(readOurs)
if (options.list) listMisses(options.list)
const peers = new Map<string, Map<string, Row>>()
for (const name of ['readability-linkedom', 'defuddle']) {
  if (existsSync(join(peersFolder, 'node_modules'))) peers.set(name, rates(await readPeer(name), all))
  else console.error(`Skipped ${name}: "${peersFolder}" has no node_modules; the head of this file says how to install`)
}
const [whole, odd, even] = [all, (at: number) => at % 2 === 1, (at: number) => at % 2 === 0].map((kept) =>
  rates(ours, kept),
)
for (const field of fields) {
  const row = whole?.get(field)
  const beside = [...peers].map(([name, rows]) => {
    const theirs = rate(rows.get(field))
    return `${name} ${theirs.toFixed(3)}${theirs > 0 ? ` (×${(rate(row) / theirs).toFixed(2)})` : ''}`
  })
  const halves = `odd ${rate(odd?.get(field)).toFixed(3)} even ${rate(even?.get(field)).toFixed(3)}`
  console.log([field, `ours ${rate(row).toFixed(3)} of ${row?.known ?? 0}`, halves, ...beside].join(' | '))
}

function listMisses(field: string): void {
  for (const [index, answer] of ours.entries()) {
    const row = rates([answer], (at) => at === index).get(field)
    if (row && row.right < row.known) console.log(`${row.missing ? 'missing' : 'wrong'} ${JSON.stringify(answer)}`)
  }
}

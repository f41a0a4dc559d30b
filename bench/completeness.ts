/**
 * Is "not whole" right? Real pages cut at known places, whole pages, and pages that are no article; precision and recall
 * of "not whole" beside two naive judges in the same run: the outlet's `isAccessibleForFree: false`, and fewer than 200
 * words. `node bench/completeness.ts [--list] [--seed N] [--corpus FOLDER]`; the corpus is ../shared/corpus/news.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { DocumentError } from '../src/errors.ts'
import { extractArticle } from '../src/read/read.ts'
import { boxedPage, cutPage, emptyPage, random, strangers, type Truth, type Variant } from './completeness-pages.ts'

const { values: options } = parseArgs({
  options: { list: { type: 'boolean' }, seed: { type: 'string', default: '7' }, corpus: { type: 'string' } },
})
const folder = options.corpus ?? join(import.meta.dirname, '..', '..', 'shared', 'corpus', 'news')
if (!existsSync(folder)) {
  console.error(`Cannot run: "${folder}" is missing, expected the shared corpus beside the checkout`)
  process.exit(2)
}
const pick = random(Number(options.seed))
const truths = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<string, Truth>

const kinds = [
  'gate-in-box',
  'gate-plain',
  'gate-odd-name',
  'continue-link',
  'continue-arrow',
  'ellipsis',
  'three-dots',
  'brackets',
  'mid-sentence',
  'faded',
  'faded-gate',
  'bytes',
  'accounts',
  'silent',
]

function variants(): Variant[] {
  const made: Variant[] = []
  const add = (variant: Omit<Variant, 'html'>, html: string | null): void => {
    if (html !== null) made.push({ ...variant, html })
  }
  let turn = 0
  for (const [id, truth] of Object.entries(truths)) {
    const bytes = gunzipSync(readFileSync(join(folder, 'pages', `${id}.html.gz`)))
    const charset = /charset=["']?([\w-]+)/iu.exec(bytes.subarray(0, 4096).toString('latin1'))?.[1] ?? 'utf-8'
    const html = new TextDecoder(charset).decode(bytes)
    const { url } = truth
    add({ id, kind: 'whole', whole: true, url }, html)
    add({ id, kind: 'whole-boxed', whole: true, url }, boxedPage(html, truth, pick))
    for (let n = 0; n < 4; n++) {
      const kind = kinds[turn++ % kinds.length] ?? ''
      const share = 0.15 + pick() * 0.5
      // Without an account of the text in the page nobody can know that it is cut there.
      if (kind === 'accounts' && !hasAccount(html)) continue
      add(
        { id, kind, whole: false, url },
        cutPage(html, truth, { kind, data: kind === 'accounts' ? 'keep' : 'drop', share, pick }),
      )
    }
    const empty = turn % 2 === 0 ? 'teaser' : 'wall'
    add({ id, kind: empty, whole: false, url }, emptyPage(html, truth, { kind: empty, pick }))
  }
  for (const [id, html] of strangers) {
    made.push({ id, kind: 'stranger', whole: false, url: 'https://news.example/a', html })
    // The same answer inside the frame of a real page: its head still says that there is an article.
    const [name, truth] = Object.entries(truths)[made.length % 129] ?? []
    if (name && truth) {
      const bytes = gunzipSync(readFileSync(join(folder, 'pages', `${name}.html.gz`)))
      const head = /<head[\s>][\s\S]*?<\/head>/iu.exec(new TextDecoder().decode(bytes))?.[0] ?? ''
      const body = /<body>[\s\S]*$/u.exec(html)?.[0] ?? ''
      made.push({
        id: `${id}+head`,
        kind: 'stranger-in-frame',
        whole: false,
        url: truth.url,
        html: `<html>${dropTruth(head)}${body}`,
      })
    }
  }
  return made
}

function hasAccount(html: string): boolean {
  return /"articleBody"\s*:\s*"(?:[^"\\]|\\.){600}|"wordCount"\s*:\s*"?\d{3}/u.test(html)
}

function dropTruth(head: string): string {
  return head
    .replace(/"articleBody"\s*:\s*"(?:[^"\\]|\\.)*"\s*,?/gu, '')
    .replace(/"wordCount"\s*:\s*"?\d+"?\s*,?/gu, '')
}

type Answer = { ours: boolean; flag: boolean; short: boolean; said: string }

function judge({ url, html }: Variant): Answer {
  const flag = /"isAccessibleForFree"\s*:\s*"?false/iu.test(html)
  try {
    const page = { url, html, contentType: null, charset: 'utf-8', hash: '', fetchedAt: '2026-11-23T00:00:00Z' }
    const { completeness, length } = extractArticle(page, null)
    const said = `${completeness.verdict}: ${completeness.signs.map((sign) => `${sign.code} "${sign.detail.slice(0, 60)}"`).join(', ')}`
    return { ours: completeness.verdict !== 'whole', flag, short: length.words + length.characters < 200, said }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return { ours: true, flag, short: true, said: error.message }
  }
}

const all = variants()
const started = performance.now()
const answers = all.map((variant) => ({ variant, answer: judge(variant) }))
const seconds = (performance.now() - started) / 1000
const rate = (part: number, whole: number): string => (whole === 0 ? '–' : (part / whole).toFixed(3))
const counted = answers.filter(({ variant }) => variant.kind !== 'silent')

for (const name of ['ours', 'flag', 'short'] as const) {
  const flagged = counted.filter(({ answer }) => answer[name])
  const right = flagged.filter(({ variant }) => !variant.whole).length
  const due = counted.filter(({ variant }) => !variant.whole).length
  const label = { ours: 'waikan', flag: 'isAccessibleForFree is false', short: 'under 200 words' }[name]
  console.log(
    `${label}: precision ${rate(right, flagged.length)}, recall ${rate(right, due)} of "not whole" (${due} not whole, ${counted.length - due} whole)`,
  )
}
console.log('\nby kind: share answered rightly')
for (const [kind, some] of Object.entries(Object.groupBy(answers, ({ variant }) => variant.kind))) {
  const list = some ?? []
  const right = (name: 'ours' | 'flag' | 'short'): string =>
    rate(list.filter(({ variant, answer }) => answer[name] !== variant.whole).length, list.length)
  console.log(
    `  ${kind.padEnd(18)} ${String(list.length).padStart(4)}  waikan ${right('ours')}  flag ${right('flag')}  short ${right('short')}`,
  )
}
console.log(
  `\n"silent" pages are cut between paragraphs and say nothing of it: nobody can know, so they are not counted. ${all.length} pages in ${seconds.toFixed(1)} s`,
)
if (options.list) {
  for (const { variant, answer } of answers) {
    if (answer.ours === variant.whole) console.log(`${variant.kind} ${variant.id} ${answer.said}`)
  }
}

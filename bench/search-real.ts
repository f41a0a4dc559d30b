/**
 * Search over real pages: the sample press and the corpus beside the checkout, all of them published whole in a folder of
 * their own (never to be shown to anybody), and the queries of `search-questions.json`, whose right answers are found by
 * plain comparison with what is printed.
 *
 *   npm run build && node bench/search-real.ts [--peers FOLDER with pagefind]
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import type * as ArticlesDoor from '../src/store/articles.ts'
import type * as StoreDoor from '../src/store/store.ts'
import type { Article, ArticleText } from '../src/types.ts'
import { benchSources, load } from './archive.ts'
import { answersTo, askFolder, judge } from './judge-search.ts'
import { indexWithPagefind, openPagefind } from './pagefind.ts'

const { openStore } = await load<typeof StoreDoor>('store/store.js')
const { saveArticle } = await load<typeof ArticlesDoor>('store/articles.js')

const root = join(import.meta.dirname, '..')
const corpus = join(root, '..', 'shared', 'corpus', 'news')
if (!existsSync(corpus)) {
  console.error(`Cannot run: "${corpus}" is missing, expected the shared corpus beside the checkout`)
  process.exit(2)
}
const { values } = parseArgs({ options: { peers: { type: 'string' } } })

/** `{id,url,base64}` of every page, as `waikan extract --jsonl` takes them. */
function pages(): { id: string; url: string; base64: string }[] {
  const truth = JSON.parse(readFileSync(join(corpus, 'truth.json'), 'utf8')) as Record<string, { url: string }>
  const real = Object.entries(truth).map(([id, { url }]) => ({
    id,
    url,
    base64: gunzipSync(readFileSync(join(corpus, 'pages', `${id}.html.gz`))).toString('base64'),
  }))
  const folder = join(root, 'sample', 'pages')
  const sample = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html') && !name.includes('.second.'))
    .map((name) => ({
      id: name,
      url: `https://sample.example/${name}`,
      base64: readFileSync(join(folder, name)).toString('base64'),
    }))
  return [...real, ...sample]
}

function articles(): Article[] {
  const input = pages()
    .map((page) => JSON.stringify(page))
    .join('\n')
  const main = join(root, 'dist', 'main.js')
  const lines = execFileSync(process.execPath, [main, 'extract', '--jsonl'], { input, maxBuffer: 1e9 }).toString()
  return lines
    .trim()
    .split('\n')
    .map((line, at) => keep(JSON.parse(line) as ArticleText, at))
}

function keep(text: ArticleText, at: number): Article {
  const day = new Date(Date.UTC(2026, 8, 1) + at * 3_600_000).toISOString().replace('.000', '')
  const id = `r${String(at).padStart(7, '0')}`
  const stored = { id, revision: 1, sourceId: `outlet-${at % benchSources.length}`, itemKey: id, edition: null }
  return { ...text, publishedAt: day, ...stored, pageHash: null, firstSeenAt: day, readAt: day }
}

const press = mkdtempSync(join(tmpdir(), 'waikan-search-real-'))
const site = join(press, 'site')
mkdirSync(press, { recursive: true })
const all = articles()
const store = openStore(press)
store.transaction(() => all.forEach((article) => saveArticle(store, article, article.id)))
store.close()
execFileSync(process.execPath, [
  '--disable-warning=ExperimentalWarning',
  join(import.meta.dirname, 'publish-child.ts'),
  'publish',
  press,
])

type Questions = { sample: string[]; corpus: string[]; nothing: string[] }
const questions = JSON.parse(readFileSync(join(import.meta.dirname, 'search-questions.json'), 'utf8')) as Questions
const answers = answersTo([...questions.sample, ...questions.corpus, ...questions.nothing], all)
const silent = [...questions.sample, ...questions.corpus].filter((query) => answers.get(query)?.size === 0)
console.log(`${all.length} articles; queries of which no text has the words: ${silent.join(', ') || 'none'}`)
await judge('Waikan', (query) => askFolder(site, query), answers)
if (values.peers !== undefined) {
  await indexWithPagefind(values.peers, { site, index: join(press, 'pagefind') })
  const peer = await openPagefind(press)
  await judge('Pagefind', peer.ask, answers)
  await peer.close()
}
rmSync(press, { recursive: true })

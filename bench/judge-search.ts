import type * as FindDoor from '../src/publish/search/find.ts'
import type * as TokensDoor from '../src/publish/search/tokens.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import type { Article } from '../src/types.ts'
import { benchSources, load } from './archive.ts'

const { findArticles } = await load<typeof FindDoor>('publish/search/find.js')
const { fold } = await load<typeof TokensDoor>('publish/search/tokens.js')

/** What an engine answered: ids of all it found, best first, and what that cost. */
export type Answer = { ids: string[]; bytes: number; requests: number }
export type Ask = (query: string) => Promise<Answer>

/** As the page's script does it, files of the folder for requests. */
export async function askFolder(site: string, query: string): Promise<Answer> {
  const cost = { bytes: 0, requests: 0 }
  const take = (path: string): Buffer => {
    const bytes = readFileSync(join(site, path))
    cost.bytes += bytes.length
    cost.requests++
    return bytes
  }
  const index = JSON.parse(take('search/index.json').toString()) as FindDoor.SearchIndex
  const found = await findArticles({ query }, index, async (path) => inflateRawSync(take(path)))
  return { ids: found.map(({ card }) => card[0].split('/')[1] ?? ''), ...cost }
}

const spaceless = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u

/** Whether a folded text holds a chunk: as a run of letters, a Latin chunk as whole words. */
function holds(text: string, chunk: string): boolean {
  if (spaceless.test(chunk)) return text.includes(chunk)
  // Where Latin touches Chinese, as in 5G网络, a word ends.
  const words = text.replace(new RegExp(spaceless, 'gu'), ' ').replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
  return ` ${words} `.includes(` ${chunk} `)
}

function printedTexts(article: Article): string[] {
  const outlet = benchSources.find(({ id }) => id === article.sourceId)?.name
  const passages = article.passages.map(({ text }) => text)
  return [article.headline, article.standfirst, ...article.authors, outlet, ...passages].map((text) => fold(text ?? ''))
}

/** For each query the articles that hold all of its words, found by plain comparison: the answer to be given. */
export function answersTo(queries: string[], articles: Iterable<Article>): Map<string, Set<string>> {
  const answers = new Map(queries.map((query) => [query, new Set<string>()]))
  for (const article of articles) {
    const texts = printedTexts(article)
    for (const [query, right] of answers)
      if (
        fold(query)
          .split(/\s+/u)
          .every((chunk) => texts.some((text) => holds(text, chunk)))
      )
        right.add(article.id)
  }
  return answers
}

type Score = { recall: number; precision: number; rank: number; bytes: number; requests: number }

function scoreOf({ ids, bytes, requests }: Answer, right: Set<string>): Score {
  if (right.size === 0) {
    const clean = ids.length === 0 ? 1 : 0
    return { recall: clean, precision: clean, rank: clean, bytes, requests }
  }
  const first = ids.slice(0, 10)
  const rank = first.findIndex((id) => right.has(id)) + 1
  return {
    recall: first.filter((id) => right.has(id)).length / Math.min(10, right.size),
    precision: ids.length === 0 ? 0 : ids.filter((id) => right.has(id)).length / ids.length,
    rank: rank === 0 ? 0 : 1 / rank,
    bytes,
    requests,
  }
}

/** Asks everything, prints how good the answers are and gives the mean bytes of a query. */
export async function judge(name: string, engine: Ask, answers: Map<string, Set<string>>): Promise<number> {
  const scores: Score[] = []
  for (const [query, right] of answers) {
    const score = scoreOf(await engine(query), right)
    if (name === 'Waikan' && (score.recall < 1 || score.precision < 1))
      console.log(`  "${query}": recall ${score.recall}, precision ${score.precision}`)
    scores.push(score)
  }
  const mean = (of: keyof Score): number => scores.reduce((sum, score) => sum + score[of], 0) / scores.length
  console.log(
    `${name}: ${answers.size} queries: recall@10 ${mean('recall').toFixed(3)}, precision ${mean('precision').toFixed(3)}, mean reciprocal rank ${mean('rank').toFixed(3)}; a cold query ${(mean('bytes') / 1000).toFixed(1)} kB in ${mean('requests').toFixed(1)} requests`,
  )
  return mean('bytes')
}

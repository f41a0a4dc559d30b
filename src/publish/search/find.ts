import { cardsInBlock, segmentsOf, shardOf, type Segment } from './segments.ts'
import { readPostings, textFrom, type Postings } from './postings.ts'
import { fold, tokensOf, type Token } from './tokens.ts'

/**
 * What a result shows: path, the outlet's headline, day, source, language, week, blurb, who wrote it where it is ours, and
 * the headline in the reader's language, where the outlet's is in another and a review or a translation has one (else empty).
 */
export type Card = [
  path: string,
  headline: string,
  day: string,
  source: string,
  language: string,
  week: string,
  blurb: string,
  by: string,
  ours: string,
]

/** `search/index.json`: how far the list goes and what can be chosen from. */
export type SearchIndex = { length: number; sources: string[]; languages: string[]; weeks: string[] }

/** What is asked: words, and what the results must be. Empty texts ask nothing. */
export type Question = { query: string; source?: string; language?: string; week?: string }

/** An article that holds everything asked for. */
export type Found = { position: number; inHeadline: boolean; card: Card }

/** Reads a file of the site; packed ones come unpacked. Throws when it is not there. */
export type ReadFile = (path: string) => Promise<Uint8Array>

/** Most results of one search. */
export const shownMost = 40
/** Candidates they are chosen from. */
const most = 200

type Facts = { sources: string[]; languages: string[]; weeks: string[]; articles: [number, number, number][] }

/**
 * Look a question up in the index of a site, newest segments first: at most 40 articles that hold every chunk of it.
 *
 * Parts of a chunk (what stands between spaces) must follow one another in the text. Articles with a chunk in the
 * headline come first, among them those where it stands as a word of its own; then the newest.
 *
 * @throws what `read` throws: the caller may begin again with a new index, as a publish may have merged segments
 */
export async function findArticles(question: Question, index: SearchIndex, read: ReadFile): Promise<Found[]> {
  const chunks = chunksOf(question.query)
  if (chunks.length === 0) return []
  const hits: { position: number; inHeadline: boolean }[] = []
  const segments = segmentsOf(index.length)
  for (let at = 0; at < segments.length && hits.length < most; at += 16) {
    const found = await Promise.all(
      segments.slice(at, at + 16).map((segment) => inSegment(segment, chunks, { question, read })),
    )
    hits.push(...found.flat())
  }
  // A stable sort: the newest stay first inside both parts.
  const chosen = hits.toSorted((a, b) => Number(b.inHeadline) - Number(a.inHeadline)).slice(0, most)
  return byBoundaries(await withCards(chosen, read), question.query)
}

/** What a query asks for: for each chunk its tokens, from place 0. One letter of Chinese alone asks nothing. */
export function chunksOf(query: string): Token[][] {
  return query
    .split(/\s+/u)
    .map((chunk) => tokensOf(chunk).tokens)
    .filter((tokens) => tokens.length > 0)
}

async function inSegment(
  segment: Segment,
  chunks: Token[][],
  { question, read }: { question: Question; read: ReadFile },
): Promise<{ position: number; inHeadline: boolean }[]> {
  const shards = new Map<number, Promise<Uint8Array>>()
  const postings = async (term: string) => {
    const shard = shardOf(term, segment.shards)
    const file = shards.get(shard) ?? read(`${segment.folder}${shard}.bin`)
    shards.set(shard, file)
    return readPostings(await file, term)
  }
  const each = await Promise.all(
    chunks.map(async (tokens) => holdersOf(tokens, await Promise.all(tokens.map(({ term }) => postings(term))))),
  )
  const [first, ...others] = each
  if (!first || first.size === 0) return []
  const all = [...first].filter(([article]) => others.every((holders) => holders.has(article)))
  const wanted = all.length > 0 ? await filterOf(segment, question, read) : () => true
  return all
    .filter(([article]) => wanted(article))
    .map(([article, inHeadline]) => ({
      position: segment.from + article,
      inHeadline: inHeadline && others.every((holders) => holders.get(article) === true),
    }))
    .sort((a, b) => b.position - a.position)
}

/** Articles that hold all tokens, the placed ones one behind another, and whether they do so in the headline. */
function holdersOf(tokens: Token[], postings: Postings[]): Map<number, boolean> {
  const placed = tokens.flatMap((token, index) =>
    token.placed ? [{ at: token.at, postings: postings[index] ?? [] }] : [],
  )
  const words = postings.filter((_, index) => tokens[index]?.placed === false)
  const each = words.map((one) => new Map(one.map(({ article, inHeadline }) => [article, inHeadline])))
  if (placed.length > 0) each.push(inARow(placed))
  const [first, ...others] = each
  const all = [...(first ?? [])].filter(([article]) => others.every((holders) => holders.has(article)))
  return new Map(
    all.map(([article, inHeadline]) => [
      article,
      inHeadline && others.every((holders) => holders.get(article) === true),
    ]),
  )
}

/** Articles in which tokens stand as far apart as in the query. */
function inARow(tokens: { at: number; postings: Postings }[]): Map<number, boolean> {
  const [first, ...others] = tokens
  const rest = others.map(({ at, postings }) => ({
    step: at - (first?.at ?? 0),
    places: new Map(postings.map(({ article, places }) => [article, new Set(places)])),
  }))
  const holders = new Map<number, boolean>()
  for (const { article, places } of first?.postings ?? []) {
    const from = places.find((place) => rest.every((one) => one.places.get(article)?.has(place + one.step)))
    if (from !== undefined) holders.set(article, from < textFrom)
  }
  return holders
}

async function filterOf(segment: Segment, question: Question, read: ReadFile): Promise<(article: number) => boolean> {
  const { source, language, week } = question
  if (!source && !language && !week) return () => true
  const facts = JSON.parse(new TextDecoder().decode(await read(`${segment.folder}facts.bin`))) as Facts
  return (article) => {
    const [a, b, c] = facts.articles[article] ?? [-1, -1, -1]
    return (
      (!source || facts.sources[a] === source) &&
      (!language || facts.languages[b] === language) &&
      (!week || facts.weeks[c] === week)
    )
  }
}

async function withCards(hits: { position: number; inHeadline: boolean }[], read: ReadFile): Promise<Found[]> {
  const shown = hits.slice(0, shownMost)
  const blocks = new Map<number, Promise<(Card | null)[]>>()
  for (const { position } of shown) {
    const block = Math.floor(position / cardsInBlock)
    if (!blocks.has(block)) {
      const file = read(`search/cards/${block}.bin`)
      blocks.set(
        block,
        file.then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as (Card | null)[]),
      )
    }
  }
  const cards = await Promise.all(
    shown.map(
      async ({ position }) => (await blocks.get(Math.floor(position / cardsInBlock)))?.[position % cardsInBlock],
    ),
  )
  return shown.flatMap((hit, index) => {
    const card = cards[index]
    return card ? [{ ...hit, card }] : []
  })
}

/** Headlines where the query stands as words of its own come before those where it is a part of longer words. */
export function byBoundaries(found: Found[], query: string): Found[] {
  const wanted = fold(query.trim())
  const own = (one: Found): number => {
    if (!one.inHeadline) return 2
    const headline = fold(one.card[1])
    const words = [...new Intl.Segmenter(one.card[4] || 'zh', { granularity: 'word' }).segment(headline)]
    const edges = new Set([...words.map((word) => word.index), headline.length])
    for (let at = headline.indexOf(wanted); at !== -1; at = headline.indexOf(wanted, at + 1))
      if (edges.has(at) && edges.has(at + wanted.length)) return 0
    return 1
  }
  return found
    .map((one) => ({ one, rank: own(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}

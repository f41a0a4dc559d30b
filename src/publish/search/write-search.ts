import { browserCode } from '../browser-code.ts'
import { limitToRights } from '../rights.ts'
import { steps } from '../settle.ts'
import type { SiteFile } from '../write-files.ts'
import type { ReadingShelf, Work } from '../shelf.ts'
import { searchableTexts } from './article-texts.ts'
import { blockSize } from './blocks.ts'
import { cardOf, languageOf } from './card.ts'
import { collectTerms, type Terms } from './collect-terms.ts'
import type { Card, SearchIndex } from './find.ts'
import { pack } from './pack.ts'
import { textFrom } from './postings.ts'
import { replacedBy, segmentAt, shardOf, type Segment } from './segments.ts'
import { eachToken, type Tell } from './tokens.ts'
import { writeShard, type Term } from './write-shard.ts'
import type { Outcome, Printer } from '../printer.ts'

/** The search page's script: one file of the modules that do the finding, compiled in `dist`, stripped in a checkout. */
export function writeSearchAssets(): SiteFile[] {
  const body = ['tokens', 'segments', 'postings', 'find', 'snippet', 'browser']
    .map((name) => browserCode(`search/${name}`))
    .join('\n')
  return [{ path: 'search.js', body }]
}

/**
 * Do one piece of search work: `0` asks for the segment of a block, `1` makes a segment with the cards of its articles,
 * `2` the index. In this order, so that the index never speaks of a segment that is not there.
 */
export function writeSearch(rank: string, key: string, printer: Printer): Outcome {
  if (rank === '2') return { files: [writeIndex(printer)], remove: [], more: [] }
  const length = printer.shelf.lengthOf('')
  if (rank === '1') {
    const segment = segmentAt(Number(key), length)
    return { files: writeSegment(segment, printer), remove: [], more: replaced(segment, printer) }
  }
  const more = [
    { step: steps.search, rank: '1', key: String(segmentAt(Number(key) * blockSize, length).from) },
    { step: steps.search, rank: '2', key: '' },
  ]
  return { files: [], remove: [], more }
}

/** The files of smaller segments go when the larger one is there. */
function replaced(segment: Segment, { shelf }: Printer): Work[] {
  return replacedBy(segment).flatMap((folder) =>
    [...shelf.files(folder)].map((key) => ({ step: steps.deletion, rank: '', key })),
  )
}

function writeIndex({ shelf, sources }: Printer): SiteFile {
  const names = (prefix: string) => shelf.lists(prefix).map(({ list }) => list.slice(prefix.length))
  const index: SearchIndex = {
    length: shelf.lengthOf(''),
    sources: names('source/').map((id) => sources.get(id)?.name ?? id),
    languages: names('lang/'),
    weeks: names('w/'),
  }
  return { path: 'search/index.json', body: `${JSON.stringify(index)}\n` }
}

function writeSegment(segment: Segment, printer: Printer): SiteFile[] {
  const terms = collectTerms()
  const facts = openFacts(segment)
  const cards: SiteFile[] = []
  for (let from = segment.from; from < segment.to; from += blockSize) {
    const members = printer.shelf.members('', from, Math.min(from + blockSize, segment.to)).toReversed()
    for (const { position, entry } of members) {
      const article = position - segment.from
      facts.add(article, [printer.sources.get(entry.sourceId)?.name ?? '', languageOf(entry), entry.week])
      addArticle(terms.of(article), textsOf(entry.id, printer))
    }
    cards.push(writeCards(from, members, printer))
  }
  const told = { path: `${segment.folder}facts.bin`, body: pack(JSON.stringify(facts.all)) }
  return [...cards, ...writeShards(terms, segment), told]
}

/** The cards of a block of articles, which share a file; `null` stands for one that is not shown, or not there yet. */
function writeCards(from: number, members: Members, { sources, site }: Printer): SiteFile {
  const cards = Array.from({ length: blockSize }, (): Card | null => null)
  for (const { position, entry } of members)
    cards[position - from] = cardOf(entry, { source: sources.get(entry.sourceId), language: site.language })
  return { path: `search/cards/${from / blockSize}.bin`, body: pack(JSON.stringify(cards)) }
}

type Members = ReturnType<ReadingShelf['members']>

function openFacts(segment: Segment) {
  const all = {
    sources: [] as string[],
    languages: [] as string[],
    weeks: [] as string[],
    articles: Array.from({ length: segment.to - segment.from }, () => [-1, -1, -1]),
  }
  const number = (list: string[], name: string): number => {
    const known = list.indexOf(name)
    return known === -1 ? list.push(name) - 1 : known
  }
  return {
    all,
    add(article: number, [source, language, week]: [string, string, string]) {
      all.articles[article] = [number(all.sources, source), number(all.languages, language), number(all.weeks, week)]
    },
  }
}

/** What the rights let us print of an article, headline first. */
function textsOf(id: string, { shelf, sources, now }: Printer): string[] {
  const publication = shelf.publication(id)
  const source = publication && sources.get(publication.article.sourceId)
  if (!publication || !source) return []
  return searchableTexts(limitToRights(publication, source, now), source)
}

function addArticle(tell: Tell, texts: string[]): void {
  let from = 0
  for (const [index, text] of texts.entries()) {
    const end = eachToken(text, from, tell)
    // A gap of one: no phrase goes over the end of a text.
    from = index === 0 ? Math.max(textFrom, end + 1) : end + 1
  }
}

function writeShards(terms: Terms, { folder, from, to, shards }: Segment): SiteFile[] {
  const inShard = Array.from({ length: shards }, (): string[] => [])
  for (const word of terms.words()) inShard[shardOf(word, shards)]?.push(word)
  const packed = (words: string[]): Uint8Array => {
    const listed = words.sort().map((word): [string, Term] => [word, terms.listed(word)])
    const { heads, letters, bits } = writeShard(listed, to - from)
    return pack(heads, letters, bits)
  }
  const empty = packed([])
  return inShard.map((words, shard) => ({
    path: `${folder}${shard}.bin`,
    body: words.length === 0 ? empty : packed(words),
  }))
}

import type { Source } from '../../types.ts'
import { limitToRights } from '../rights.ts'
import type { Entry, Publication, SearchRow } from '../shelf.ts'
import { searchableTexts } from './article-texts.ts'
import { cardOf, languageOf } from './card.ts'
import { byBoundaries, chunksOf, shownMost, type Found, type Question } from './find.ts'
import { eachToken, type Token } from './tokens.ts'

/** Between pairs of letters that do not follow one another. No text holds it: letters of private use are no token. */
const gap = '\uE001'
/** For the sign between words written as one, at which SQLite would cut them. */
const joint = '\uE000'

/** What FTS5 is given of an article: words once each, then the pairs of letters as they follow one another. */
export function searchRowOf(
  publication: Publication,
  source: Source,
  { entry, now }: { entry: Entry; now: string },
): SearchRow {
  const [headline = '', ...texts] = searchableTexts(limitToRights(publication, source, now), source)
  return {
    headline: asTokens([headline]),
    text: asTokens(texts),
    facts: [factOf('source', source.id), factOf('language', languageOf(entry)), factOf('week', entry.week)].join(' '),
  }
}

function asTokens(texts: string[]): string {
  const words = new Set<string>()
  const row = openRow()
  let from = 0
  for (const text of texts) {
    from =
      eachToken(text, from, (term, at, placed) => (placed ? row.add(term, at) : words.add(term.replace('-', joint)))) +
      1
  }
  return [...words, gap, ...row.all].join(' ')
}

/** Pairs in the order in which they end; a gap where one does not begin a place after the one before. */
function openRow() {
  const all: string[] = []
  let before = Number.NaN
  return {
    all,
    add(term: string, at: number) {
      if (at !== before + 1 && all.length > 0) all.push(gap)
      all.push(term)
      before = at
    },
  }
}

// In letters that no stemmer cuts: a name that ends in "s" would lose it.
function factOf(kind: 'source' | 'language' | 'week', value: string): string {
  return `${kind}${Buffer.from(value).toString('hex')}0`
}

/**
 * A question as expressions of FTS5: `headline` asks for all of it in the headline, `anywhere` in headline or text.
 * `null` where nothing is asked. What was typed comes in as tokens in quotes alone, so no sign of it is syntax.
 */
export function matchOf(question: Question, sources: Source[]): { headline: string; anywhere: string } | null {
  // A word that comes again asks for nothing more, and costs as much again.
  const phrases = [...new Set(chunksOf(question.query).flatMap(phrasesOf))]
  if (phrases.length === 0) return null
  const facts = factsOf(question, sources)
  const inColumns = (columns: string) =>
    [...phrases.map((phrase) => `{${columns}} : ${phrase}`), ...facts.map((fact) => `facts : ${fact}`)].join(' AND ')
  return { headline: inColumns('headline'), anywhere: inColumns('headline text') }
}

function phrasesOf(chunk: Token[]): string[] {
  const row = openRow()
  for (const { term, at } of chunk.filter(({ placed }) => placed)) row.add(term, at)
  const words = chunk.filter(({ placed }) => !placed).map(({ term }) => term.replace('-', joint))
  return [...words, ...(row.all.length > 0 ? [row.all.join(' ')] : [])].map(quoted)
}

function factsOf({ source, language, week }: Question, sources: Source[]): string[] {
  const named = sources.filter(({ name }) => name === source).map(({ id }) => quoted(factOf('source', id)))
  return [
    ...(source ? [named.length > 0 ? `(${named.join(' OR ')})` : quoted(factOf('source', ''))] : []),
    ...(language ? [quoted(factOf('language', language))] : []),
    ...(week ? [quoted(factOf('week', week))] : []),
  ]
}

function quoted(phrase: string): string {
  return `"${phrase.replaceAll('"', '""')}"`
}

/** Looks an expression up, newest first: `searchPublished` of the store. */
export type LookUp = (match: string, limit: number) => { position: number; entry: Entry }[]

/**
 * Answer a question from the store as `findArticles` does from files: headlines first, then the newest; the same cards.
 * Beside them it finds other forms of an English word, which come after the word itself where it stands in headlines.
 */
export function findServed(
  question: Question,
  { lookUp, sources, language }: { lookUp: LookUp; sources: Source[]; language: 'zh-Hans' | 'en' },
): Found[] {
  const match = matchOf(question, sources)
  if (match === null) return []
  const inHeadline = lookUp(match.headline, shownMost)
  const known = new Set(inHeadline.map(({ position }) => position))
  const others = lookUp(match.anywhere, shownMost + known.size).filter(({ position }) => !known.has(position))
  const named = new Map(sources.map((source) => [source.id, source]))
  const found = [...inHeadline, ...others].slice(0, shownMost).flatMap(({ position, entry }) => {
    const source = named.get(entry.sourceId)
    // A source that was made private since the last publish is silent at once.
    if (!source || source.rights === 'private') return []
    return [{ position, inHeadline: known.has(position), card: cardOf(entry, { source, language }) }]
  })
  return byBoundaries(found, question.query)
}

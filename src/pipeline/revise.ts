import { DocumentError } from '../errors.ts'
import { isAnotherStory } from '../read/another-story.ts'
import { learnLength, learnLines, type OutletLines } from '../read/outlet-lines.ts'
import { extractHere } from '../read/read.ts'
import { makeCard } from '../review/card/make-card.ts'
import { articleOfItem, newArticleId, saveArticle, saveCard } from '../store/articles.ts'
import { saveRevision } from '../store/follow.ts'
import { sha256 } from '../store/hash.ts'
import type { StoredItem } from '../store/items.ts'
import { loadOutletLines, saveOutletLines } from '../store/outlet-lines.ts'
import { loadPage } from '../store/pages.ts'
import { compareTexts, sentencesOf } from '../text/compare-texts.ts'
import { foldWords } from '../text/fold-words.ts'
import { likeness } from '../text/likeness.ts'
import { siteOf } from '../text/site-of.ts'
import type { Article, ArticleText, Page, Revision, TextChange, Verdict } from '../types.ts'
import type { Road } from './road.ts'
import { hardlyAnything, showsInstead, sizeOf } from './shows-instead.ts'
import { succeed } from './succeed.ts'

/**
 * A reading of an item's page, or of the feed's own text where `page` is `null`. `optOut`: what was said on the way against
 * machines.
 */
export type Seen = { article: ArticleText; page: Page | null; optOut?: string[] }

/** The page that we have and the page of today, cut out by the same rules; `null` where there is nothing to compare so. */
export type Baseline = { before: ArticleText; after: ArticleText; url: string } | null

/**
 * What a reading means. `same`: nothing that a reader would call a change; `less`: the page shows less than we have, as
 * behind a wall, or something else under the headline, and does not replace it; `retracted`: the outlet's notice that it took
 * the report back; `elsewhere`: another page answers at the address.
 */
export type Revised = {
  kind: 'first' | Revision['kind'] | 'same' | 'less' | 'elsewhere'
  /** The article as it is kept now; `null` only where nothing was known and nothing is to be kept. */
  article: Article | null
  /** The item of the article: a new one where the outlet tells another story under the guid and address of one that we have. */
  stored: StoredItem
  /** With `less`: what the page shows now, a verdict, `part` or `other-text`. */
  shows?: string
}

/**
 * Cut the page that we have out again, as the page of today is: what changed in our rules or in what we know of the
 * outlet's lines must not be told as an edit of the outlet. The feed's words are left out on both sides.
 */
export async function baselineOf(road: Road, stored: StoredItem, seen: Seen): Promise<Baseline> {
  const known = articleOfItem(road.store, stored.sourceId, stored.item.key)
  if (!known?.pageHash || !seen.page || known.pageHash === seen.page.hash) return null
  const page = loadPage(road.store, known.pageHash)
  if (!page) return null
  const outlet = loadOutletLines<OutletLines>(road.store, stored.sourceId)
  const extract = road.extract ?? extractHere
  try {
    return {
      before: await extract(page, null, outlet),
      after: await extract(seen.page, null, outlet),
      url: page.url,
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return null
  }
}

/** Keep what a reading brings: a first revision, a next one where the outlet edited, or nothing. Call it inside a transaction. */
export function revise(road: Road, stored: StoredItem, seen: Seen & { baseline: Baseline }): Revised {
  const { store } = road
  const known = articleOfItem(store, stored.sourceId, stored.item.key)
  if (seen.page) rememberLines(road, stored.sourceId, seen.article)
  if (!known) return keep(road, stored, { seen, known, kind: 'first', change: null })
  const { kind, change, shows } = judge(known, { ...seen, title: stored.item.title })
  if (kind === 'another')
    return keep(road, succeed(road, stored, known), { seen, known: null, kind: 'first', change: null })
  if (isRevision(kind)) return keep(road, stored, { seen, known, kind, change })
  return { kind, article: known, stored, ...(shows && { shows }) }
}

/** Is this what makes a new revision? */
export function isRevision(kind: string): kind is Revision['kind'] {
  return kind === 'edited' || kind === 'retracted' || kind === 'completed'
}

type Kept = { seen: Seen; known: Article | null; kind: 'first' | Revision['kind']; change: TextChange | null }

function keep(road: Road, stored: StoredItem, { seen, known, kind, change }: Kept): Revised {
  const { store } = road
  const article = asArticle(road, stored, { seen, known })
  saveArticle(store, article, textHash(article))
  saveCard(store, makeCard(article, road.readerLanguage), road.readerLanguage)
  if (kind !== 'first') {
    const facts = { articleId: article.id, revision: article.revision, seenAt: article.readAt, kind }
    // A text that can be read further than before was not written anew by the outlet: what came is no edit.
    const told: TextChange = kind !== 'completed' && change ? change : noChange
    saveRevision(store, { ...facts, ...told } satisfies Revision)
  }
  return { kind, article, stored }
}

const noChange: TextChange = { headline: null, standfirst: null, sentences: [], kept: 1 }
const completeness: Record<Verdict, number> = { whole: 3, cut: 2, teaser: 1, wall: 0, 'not-text': 0 }
// A page that falls back to a wall or a teaser with less than this much of the text does not show it any more.
const stillTheText = 0.8

/** `title`: what the feed calls the article now. */
type Told = Seen & { baseline: Baseline; title: string }
type Judged = { kind: Exclude<Revised['kind'], 'first'> | 'another'; change: TextChange | null; shows?: string }

function judge(known: Article, { article: text, page, baseline, title }: Told): Judged {
  // A page that could not be had today must not replace the text that we have.
  if (known.pageHash !== null && page === null) return { kind: 'same', change: null }
  const change = compareTexts(baseline?.before ?? known, baseline?.after ?? text)
  const isTakenBack = text.completeness.signs.some(({ code }) => code === 'retracted')
  if (isTakenBack && change && change.kept <= hardlyAnything) return { kind: 'retracted', change }
  const gained = completeness[text.completeness.verdict] - completeness[known.completeness.verdict]
  if (isElsewhere(page, { baseline, change })) return { kind: 'elsewhere', change }
  const told = { article: text, page, change }
  // The feed knows the new headline, or the page has nothing to do with either.
  const isTold = likeness(text.headline, title) >= alike
  if (isReplaced(known, told, isTold)) return { kind: isTold ? 'another' : 'elsewhere', change }
  const { verdict } = text.completeness
  const instead = page && showsInstead(baseline?.before ?? known, baseline?.after ?? text, change)
  if (instead) return { kind: 'less', change, shows: verdict === 'whole' ? instead : verdict }
  const firstPage = known.pageHash === null && page !== null
  if (gained > 0 || (firstPage && change)) return { kind: 'completed', change }
  if (gained < 0 && change && (change.kept < stillTheText || shrank(known, text)))
    return { kind: 'less', change, shows: verdict }
  return { kind: change ? 'edited' : 'same', change }
}

function shrank(known: Article, text: ArticleText): boolean {
  return sizeOf(text) < sizeOf(known) * stillTheText
}

/** Another address answered, with another headline and hardly a sentence of the text: a home page, or another article. */
function isElsewhere(
  page: Page | null,
  { baseline, change }: { baseline: Baseline; change: TextChange | null },
): boolean {
  if (!page || !baseline || !change?.headline || change.kept > hardlyAnything) return false
  return placeOf(page.url) !== placeOf(baseline.url)
}

/**
 * Another text at the very address, which has hardly a sentence of the old one and little to do with its headline: "not found",
 * an offer, or, where the feed tells of it, another story. A first report of a few lines may be written anew.
 */
function isReplaced(
  known: Article,
  { article, page, change }: { article: ArticleText; page: Page | null; change: TextChange | null },
  isTold: boolean,
): boolean {
  if (!change?.headline || change.kept > hardlyAnything || likeness(known.headline, article.headline) >= alike)
    return false
  const isLong = sentencesOf(known).length >= fewSentences && (known.pageHash === null) === (page === null)
  const title = { title: known.headline, language: known.language }
  return isAnotherStory(title, article, isTold && isLong ? otherWords : undefined)
}

/** Headlines that share so much speak of one story. */
const alike = 0.3
const fewSentences = 4
/** A text of some length that is written anew still has the most of its headline's words. */
const otherWords = 0.5

/** A domain that was sold answers under the same path with pages of somebody else. */
function placeOf(url: string): string {
  const path = URL.parse(url)?.pathname.replace(/\/+$/u, '')
  return path === undefined ? url : `${siteOf(url)}${path}`
}

function asArticle(road: Road, stored: StoredItem, { seen, known }: { seen: Seen; known: Article | null }): Article {
  return {
    ...seen.article,
    ...(seen.optOut && seen.optOut.length > 0 && { optOut: seen.optOut }),
    id: known?.id ?? newArticleId(stored),
    revision: (known?.revision ?? 0) + 1,
    sourceId: stored.sourceId,
    itemKey: stored.item.key,
    edition: stored.item.edition,
    pageHash: seen.page?.hash ?? null,
    firstSeenAt: known?.firstSeenAt ?? stored.firstSeenAt,
    readAt: road.now(),
  }
}

function rememberLines(road: Road, sourceId: string, text: ArticleText): void {
  const lines = text.passages.map((passage) => passage.text)
  const before = loadOutletLines<OutletLines>(road.store, sourceId)
  saveOutletLines(road.store, sourceId, learnLength(learnLines(before, text.url, lines), text))
}

/** Names the text of a revision, to find two that say the same. */
function textHash(article: Article): string {
  const words = [article.headline, article.standfirst ?? '', ...article.passages.map((passage) => passage.text)]
  return sha256(words.map(foldWords).join('\n') + article.completeness.verdict)
}

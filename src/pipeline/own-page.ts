import { addressName, addressNames, isAddressName } from '../collect/article-address.ts'
import { namesOf } from '../collect/settle-keys.ts'
import type { OutletLines } from '../read/outlet-lines.ts'
import { extractHere, type Reading } from '../read/read.ts'
import { sha256 } from '../store/hash.ts'
import { articleOfItem } from '../store/articles.ts'
import { nameItems } from '../store/item-names.ts'
import type { StoredItem } from '../store/items.ts'
import { loadOutletLines } from '../store/outlet-lines.ts'
import {
  lastOwners,
  ownersByBody,
  ownersByName,
  saveBody,
  withdrawnTwin,
  type PageOwner,
} from '../store/page-owners.ts'
import { withdraw } from '../store/publishing.ts'
import { compareTexts } from '../text/compare-texts.ts'
import { foldWords } from '../text/fold-words.ts'
import { likeness } from '../text/likeness.ts'
import type { Article, ArticleText, Page } from '../types.ts'
import type { Road } from './road.ts'

/** `same`: the page of an article that we have, told by another item. `other`: of another story, to which this item's link leads. */
export type Ownership = { kind: 'own' } | { kind: 'same' | 'other'; article: Article }

/** Headlines that share so many of their words speak of one story. */
const alike = 0.5
/** A page that still has so much of an article is that article's page. */
const stillTheText = 0.5
/** Texts that have so much in common are one text with other words in a few places. */
const sameText = 0.8
/** Articles of the source that a page without the item's headline is compared with. */
const lookedThrough = 30
/** Characters of two texts that are compared. */
const looksAt = 20_000
/** A text shorter than this may stand under many articles. */
const leastBody = 200

/**
 * Whose page did the first reading of an item's page bring? Links of dead articles lead to one page, entries of a live page share
 * its address, and an outlet may tell one article under two addresses.
 */
export async function findOwner(road: Road, stored: StoredItem, { article, page }: Reading): Promise<Ownership> {
  const { store } = road
  const from = { sourceId: stored.sourceId, key: stored.item.key }
  // What was read from its page before is followed; a teaser's page is still looked for.
  if (page === null || articleOfItem(store, from.sourceId, from.key)?.pageHash) return { kind: 'own' }
  const names = placesOf(article, page)
  for (const owner of ownersByName(store, from, names)) {
    if (!names.includes(addressName(owner.article.url) ?? '')) continue
    if (kept(owner.article, article) < stillTheText) continue
    return { kind: isStoryOf(owner, stored) ? 'same' : 'other', article: owner.article }
  }
  const hash = bodyHash(article)
  const strangers = hash === null ? [] : ownersByBody(store, from, hash)
  if (strangers.some((owner) => isStoryOf(owner, stored))) return { kind: 'own' }
  const stranger = strangers[0] ?? findLookalike(road, stored, article)
  if (!stranger || (await saysHeadline(road, stored, page))) return { kind: 'own' }
  return { kind: 'other', article: stranger.article }
}

/** "Not found" pages name the address that was asked: their texts differ in a word. Looked for only where the headline is another. */
function findLookalike({ store }: Road, stored: StoredItem, article: ArticleText): PageOwner | undefined {
  if (isStoryOf({ article, itemTitle: article.headline }, stored)) return undefined
  const last = lastOwners(store, { sourceId: stored.sourceId, key: stored.item.key }, lookedThrough)
  return last.find((owner) => owner.article.headline === article.headline && kept(owner.article, article) >= sameText)
}

function kept(before: ArticleText, after: ArticleText): number {
  return compareTexts(beginningOf(before), beginningOf(after))?.kept ?? 1
}

/** As much of a text as tells whether it is another: up to fifty are compared with one. */
function beginningOf(article: ArticleText): ArticleText {
  let left = looksAt
  const passages = article.passages.flatMap((passage) => {
    const text = passage.text.slice(0, Math.max(0, left))
    left -= passage.text.length
    return text === '' ? [] : [text === passage.text ? passage : { ...passage, text, marks: [] }]
  })
  return { ...article, passages }
}

/** Keep under which addresses and with which text an article stands, and take it back where its twin was. Call it inside a transaction. */
export function rememberPage(road: Road, stored: StoredItem, read: Reading & { kept: Article }): void {
  const { store } = road
  const { article, page, kept } = read
  const [own, body] = [placesOf(article, page), bodyHash(article)]
  nameItems(store, stored.sourceId, [{ key: stored.item.key, names: own }])
  if (body !== null) saveBody(store, kept.id, body)
  if (kept.revision > 1) return
  const names = [...own, ...namesOf(stored.item).filter(isAddressName)]
  const isLong = article.passages.reduce((sum, { text }) => sum + text.length, 0) >= leastBody
  const twin = withdrawnTwin(store, { names, body: isLong ? body : null })
  if (twin === null || twin === kept.id) return
  withdraw(store, kept.id, { at: road.now(), reason: `the same as ${twin}, which was withdrawn` })
  road.report.warn('article kept back', { article: kept.id, message: `it is article "${twin}", which you withdrew` })
}

function placesOf(article: ArticleText, page: Page | null): string[] {
  if (page === null) return []
  return [...new Set([...addressNames(article.url), ...addressNames(page.url)])]
}

function isStoryOf({ article, itemTitle }: { article: ArticleText; itemTitle: string }, { item }: StoredItem): boolean {
  return [itemTitle, article.headline, ...(article.otherHeadlines ?? [])].some(
    (title) => likeness(title, item.title) >= alike,
  )
}

/** Does the page itself, asked without the feed's words, bear the item's headline? */
async function saysHeadline(road: Road, { sourceId, item }: StoredItem, page: Page): Promise<boolean> {
  const outlet = loadOutletLines<OutletLines>(road.store, sourceId)
  const { headline, otherHeadlines = [] } = await (road.extract ?? extractHere)(page, null, outlet)
  return [headline, ...otherHeadlines].some((title) => likeness(title, item.title) >= alike)
}

/** Names a text without its headline; `null` for none. */
function bodyHash({ passages }: ArticleText): string | null {
  return passages.length === 0 ? null : sha256(passages.map(({ text }) => foldWords(text)).join('\n'))
}

import type { Article, Instant, ParallelText, ReadingCard, Review, Revision, Source, Verdict } from '../types.ts'

/** An article in its newest revision with all that is printed with it. */
export type Publication = {
  article: Article
  card: ReadingCard | null
  review: Review | null
  /** The text in the reader's language; `null` where it was not translated. */
  parallel: ParallelText | null
  /** Why there is no review yet; `null` when nothing is waited for. */
  waiting: 'waiting-for-budget' | 'failed' | null
  /** What earlier revisions were called, oldest first; empty for a first revision. */
  earlier: { revision: number; headline: string; readAt: Instant }[]
  /** What made each revision after the first, oldest first. */
  revisions: Revision[]
  /** Since when the outlet's own page is gone: `status` 404 or 410, `null` where another page stands there now. */
  gone: { at: Instant; status: number | null } | null
  /** What the outlet's page shows now in place of the text: a verdict, `part` or `other-text`; absent where it shows the text. */
  nowShows?: string
  /** The last review of an earlier revision with the text it speaks of; `null` where there is none. */
  earlierReview: { review: Review; article: Article } | null
  /** When an editor took it back; `null` otherwise. */
  withdrawnAt: Instant | null
}

/** What an outlet's own label makes of an article: no report. */
export type OutletsKind = 'satire' | 'advertising'

/** What lists, sitemap and search remember of an article, so that a page of twenty does not load twenty texts. */
export type Entry = {
  id: string
  slug: string
  sourceId: string
  /** The outlet's own page. */
  original: string
  headline: string
  /** One or two sentences that the rights allow, `null` where there are none. */
  blurb: string | null
  /** Who wrote the blurb: the outlet for `null`, else the model of our review, or `replay`. */
  blurbBy: string | null
  /** The headline of our review; never shown without the outlet's own. */
  ownHeadline: string | null
  authors: string[]
  edition: string | null
  language: string | null
  publishedAt: Instant | null
  /** What lists sort by: published, else first seen. */
  sortedAt: Instant
  changedAt: Instant
  verdict: Verdict
  /** What the outlet itself calls an article that is no report of its own. */
  kind?: OutletsKind
  revision: number
  minutes: number
  words: number
  characters: number
  photo: string | null
  reviewed: boolean
  week: string
  month: string
  /** Places and organisations that the reading card names most, in the reader's form: at most eight. */
  topics: string[]
}

/** `gone` leaves a tombstone, `hidden` was never public or is private: no file at all. */
export type EntryState = 'public' | 'gone' | 'hidden'

/** A stored entry: `expiresAt` is when the outlet's text is to be taken down. */
export type StoredEntry = { entry: Entry; state: EntryState; expiresAt: Instant | null }

/** One place of a list, counted from 0 for the oldest; `shown` is false where the article was taken off. */
export type Place = { position: number; articleId: string; shown: boolean }

/** Articles of a list that have a source, day of UTC, verdict and language in common. */
export type Tally = { sourceId: string; day: string; verdict: Verdict; language: string | null; count: number }

/** Tokens of an article with spaces between them; `facts` are its source, language and week. */
export type SearchRow = { headline: string; text: string; facts: string }

/** One thing still to be written; steps go in order, inside a step by rank. */
export type Work = { step: number; rank: string; key: string }

/**
 * What publishing needs from the outside; `store/publishing.ts` implements it, and says which tables lie below.
 *
 * Everything is synchronous: SQLite is in this process. Lists are named as their folder in the site: `` (home),
 * `source/<id>`, `w/<week>`, `m/<month>`, `lang/<tag>`.
 */
export type Shelf = {
  /** All in one transaction, or nothing. */
  transaction<T>(work: () => T): T
  /** Read all of it as it stands at one moment; nothing is written meanwhile, and nothing waited for. */
  look<T>(work: () => T): T
  /** Single facts that publishing keeps, as the version of the templates. */
  note(name: string): string | null
  setNote(name: string, value: string): void

  sources(): Source[]
  publication(id: string): Publication | null
  /** Ids of articles that changed since they were taken off the journal, oldest first, `most` at a time. */
  dirtyArticles(most: number): Iterable<string[]>
  /** Put every article on the journal. */
  markAllDirty(): void
  /** Put articles on the journal whose text expires, or whose embargo ends, at `now` or before. */
  markExpired(now: Instant): void
  /** When an article's embargo ends; `null` where nothing is waited for. */
  lookAgain(id: string, at: Instant | null): void
  clearDirty(ids: string[]): void

  entry(id: string): StoredEntry | null
  saveEntry(stored: StoredEntry): void
  /** Every slug the article was ever public under. */
  slugs(id: string): string[]

  /** Lists of an article with its place in each. */
  placesOf(id: string): ({ list: string } & Place)[]
  /** Put an article that is not in a list at its end: `position` is the length of the list. */
  join(list: string, id: string, position: number): void
  show(list: string, id: string, shown: boolean): void
  /** How many positions a list has, taken-off ones counted. */
  lengthOf(list: string): number
  /** Entries of a list that are shown, `from` ≤ position < `to`, newest first. */
  members(list: string, from: number, to: number): { position: number; entry: Entry }[]
  /** The addresses of the same entries. */
  addresses(list: string, from: number, to: number): Pick<Entry, 'id' | 'slug' | 'changedAt'>[]
  /** What is shown of a list from a position on, counted. */
  tally(list: string, from: number): Tally[]
  /** The topics that most articles of a list name, with their number, most first. */
  topics(list: string, limit: number): { topic: string; count: number }[]
  /** Lists whose names begin so and that show something, newest name first. */
  lists(prefix: string): { list: string }[]

  /** What a served site finds of the article at a position of the home list; `null` takes it out. See `search/served.ts`. */
  saveSearch(position: number, row: SearchRow | null): void
  /** Take all out of it. */
  clearSearch(): void

  fileHash(path: string): string | null
  saveFile(path: string, hash: string, at: Instant): void
  /** Remembers when, for uploads. */
  dropFile(path: string, at: Instant): void
  /** Paths of the manifest, one at a time, below a folder. */
  files(under: string): Iterable<string>
  forgetFiles(): void

  addWork(work: Work): void
  /** The next pieces of work in order, behind `after` where some are under way. */
  nextWork(limit: number, after?: Work): Work[]
  doneWork(work: Work): void
  countWork(): number
  forgetWork(): void
}

/** What a page is made from: the reading half of a shelf, which other threads open on their own. */
export type ReadingShelf = Pick<
  Shelf,
  | 'look'
  | 'publication'
  | 'entry'
  | 'placesOf'
  | 'lengthOf'
  | 'members'
  | 'addresses'
  | 'lists'
  | 'fileHash'
  | 'files'
  | 'tally'
  | 'topics'
>

/**
 * How a thread opens a shelf to read from: `module` exports `openReadingShelf(data)`. `publish` knows no store; who calls
 * it says which.
 */
export type ShelfAddress = { module: string; data: unknown }

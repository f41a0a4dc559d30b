/** The press as data, in the order it comes into being. Nothing runs here; `null` means "the outlet did not say". */

/** An absolute http or https address. */
export type Url = string
/** RFC 3339 in UTC, as `2026-11-23T08:05:00Z`. */
export type Instant = string
/** BCP 47, as `zh-Hans` or `en`. */
export type Language = string

/**
 * What a source allows us to publish: the headline and a link; also short quoted passages; the whole text;
 * or nothing in public (`private`: the editor's own reading, never in `site/`).
 */
export type Rights = 'title' | 'excerpt' | 'full' | 'private'

/** An outlet we follow. `id` is a slug of the name, unique and stable. */
export type Source = {
  id: string
  name: string
  homepage: Url | null
  language: Language | null
  rights: Rights
  /** Days after publication when the outlet's text is taken down again; `null`: never. */
  expiresAfterDays: number | null
  /** Hours after publication before which nothing of an article is shown; none where it is missing. */
  embargoHours?: number
  /** May the outlet's photos be shown? */
  images: boolean
  /** Sites that are the outlet's own, as `outlet.example`; absent where nothing is known of them. */
  sites?: string[]
  /** What the addresses of its feeds hold for one reader alone: no page shows it. */
  secrets?: string[]
  /** The same of the addresses to which they were redirected, found while running. */
  learned?: string[]
}

/** One subscribed document of a source. */
export type Feed = { id: string; sourceId: string; url: Url }

/** A file that a feed item points to. `length` in bytes. */
export type Enclosure = { url: Url; type: string | null; length: number | null }

/** What a feed said about one article. */
export type FeedItem = {
  /** Stable identity inside its source: the guid, else the canonical address. Never depends on dates. */
  key: string
  guid: string | null
  url: Url | null
  /** The headline as the feed gives it, markup and marks of edition taken off, every letter kept. */
  title: string
  /** The title before marks were taken off. */
  rawTitle: string
  /** Edition named by the feed or the title's tail, as `英文原版`. */
  edition: string | null
  authors: string[]
  publishedAt: Instant | null
  updatedAt: Instant | null
  /** Plain text. */
  summary: string | null
  /** HTML as the feed gives it: material, to be sanitised by whoever shows it. */
  content: string | null
  language: Language | null
  enclosures: Enclosure[]
}

/** A feed's document, parsed. */
export type ParsedFeed = {
  feed: {
    title: string | null
    url: Url | null
    language: Language | null
    /** Minutes the feed asks us to wait between requests (`ttl`, `sy:`). */
    ttlMinutes: number | null
    skipHours: number[]
    skipDays: string[]
  }
  items: FeedItem[]
  /** What was wrong with the document and mended, in words, as `cut off after item 12`. */
  repairs: string[]
}

/** Fetched HTML, kept as evidence. */
export type Page = {
  /** Where the bytes came from, after redirects. */
  url: Url
  html: string
  contentType: string | null
  /** The character encoding that was used to decode. */
  charset: string
  /** SHA-256 of the bytes, hex. */
  hash: string
  fetchedAt: Instant
  /** What the publisher says against use by machines, in its own words: no model reads the article. */
  optOut?: string[]
  /** The article's first page, where this is a further one. */
  firstPage?: Url
}

export type PassageKind = 'paragraph' | 'heading' | 'quote' | 'list-item' | 'table-row' | 'verse'

/** Emphasis or a link inside a passage: `[start, end)` in UTF-16 units of `text`. */
export type Mark = { start: number; end: number; kind: 'emphasis' | 'strong' | 'link'; url?: Url }

/** A numbered block of the article: `p1`, `p2`, … `level` 2–6 for headings. */
export type Passage = { id: string; kind: PassageKind; text: string; level?: number; marks?: Mark[] }

/** A lead photo: caption and credit are two fields, never one string. */
export type Photo = { url: Url; caption: string | null; credit: string | null }

export type Verdict = 'whole' | 'cut' | 'teaser' | 'wall' | 'not-text'

/** Something on the page that speaks for a verdict: its code, the passage or text that shows it. */
export type Sign = { code: string; detail: string }

/** Whether the text is all there is. `shareMissing` from 0 to 1 where it is known. */
export type Completeness = { verdict: Verdict; signs: Sign[]; shareMissing: number | null }

/** Something taken out of the page: the step and rule that did it and what it said. */
export type Residue = { step: string; rule: string; text: string }

/** Words of spaced scripts, characters of Han, kana and Hangul, and the whole minutes both need. */
export type TextLength = { words: number; characters: number; minutes: number }

/** What the outlet published, cut out of one page. */
export type ArticleText = {
  url: Url
  headline: string
  /** Other wordings the outlet uses, as the one printed over the text; absent in what was read before they were kept. */
  otherHeadlines?: string[]
  standfirst: string | null
  /** People, no "By", no roles, no agencies; where nobody is named, the byline as printed. */
  authors: string[]
  agency: string | null
  /** Who publishes the page, in its own words; absent where it does not say. */
  publisher?: string
  dateline: string | null
  publishedAt: Instant | null
  modifiedAt: Instant | null
  language: Language | null
  section: string | null
  keywords: string[]
  photo: Photo | null
  passages: Passage[]
  completeness: Completeness
  length: TextLength
  /** The outlet's own count of words. */
  declaredWords: number | null
  residue: Residue[]
  /** What a reader of this record should know, as `page says en, text is de`. */
  notes: string[]
  /** The outlet's own words against use by machines; absent where it said none. No model is asked about such a page. */
  optOut?: string[]
  /** Where the article goes on, as long as that page was not read. */
  nextPage?: Url
  /** The pages after the first one, by the content hash of what was captured; `from` is the first passage of each. */
  furtherPages?: { url: Url; hash: string; from: string }[]
}

/** An article as we keep it: `id` never changes, `revision` grows from 1 when the outlet edits. */
export type Article = ArticleText & {
  id: string
  revision: number
  sourceId: string
  itemKey: string
  edition: string | null
  /** Content hash of the captured page; `null` when the feed's own text is the article. */
  pageHash: string | null
  firstSeenAt: Instant
  readAt: Instant
}

/** One place where an outlet changed its text: `before` is `null` for a new sentence, `after` for one taken out. */
export type SentenceChange = { before: string | null; after: string | null }

/** What differs between two states of an article, trivial things apart. `kept`: share of the earlier sentences still there, changed or not. */
export type TextChange = {
  headline: SentenceChange | null
  standfirst: SentenceChange | null
  sentences: SentenceChange[]
  kept: number
}

/**
 * Why an article has a revision after the first: the outlet edited it, or put a notice in its place that it took the report
 * back (`retracted`), or its text could be had more completely than before (`completed`, which says nothing about an edit).
 */
export type Revision = TextChange & {
  articleId: string
  revision: number
  seenAt: Instant
  kind: 'edited' | 'retracted' | 'completed'
}

/** A quote cut from the article by the program: `text.slice(start, end)` of the passage is `quote`. */
export type Evidence = { passage: string; quote: string; start: number; end: number }

/** A name found in the text, with the reader's form where the runtime knows one. */
export type Mention = { text: string; readerForm: string | null; evidence: Evidence[] }

/** A person who is quoted word for word; `name` is `null` where the text names nobody. */
export type Speaker = { name: string | null; quotes: Evidence[] }

/** A number of the text with its unit and what it counts, both as the text says them. */
export type Figure = { text: string; counts: string | null; evidence: Evidence }

/** Computed facts of an article revision. Nothing in it is generated. */
export type ReadingCard = {
  articleId: string
  revision: number
  /** Which rules made it: a card of older ones is made again. */
  rules: number
  speakers: Speaker[]
  figures: Figure[]
  places: Mention[]
  dates: Mention[]
  organisations: Mention[]
  /** The passages that carry most of the text, in the order of the article: at most three. */
  keyPassages: Evidence[]
}

export type ClaimKind = 'fact' | 'attribution' | 'context' | 'analysis' | 'question'

/** A fault found by a check. `blocking` is never published. */
export type Finding = { check: string; tier: 'blocking' | 'advice'; message: string }

/** One sentence of a review. */
export type Claim = {
  id: string
  part: 'headline' | 'lede' | 'summary' | 'commentary'
  kind: ClaimKind
  text: string
  speaker: string | null
  evidence: Evidence[]
  state: 'verified' | 'repaired' | 'advised'
  findings: Finding[]
  /** What the program mended in the model's sentence, in words; absent where it mended nothing. */
  repairs?: string[]
}

/** Original form and reader's form of a name or expression. */
export type Term = { original: string; reader: string }

/** A word of the outlet's that leans, with its place and a neutral alternative; or something absent, from a closed list. */
export type FramingNote =
  | { kind: 'loaded-word'; evidence: Evidence; neutral: string }
  | { kind: 'paraphrased-only'; name: string; evidence: Evidence }
  | { kind: 'absent'; what: string }

/** Our text about one article revision: summary and commentary as typed claims with evidence. */
export type Review = {
  articleId: string
  revision: number
  language: Language
  /** `replay` is the sample press's hand-written replies, never presented as a model. */
  model: string
  promptVersion: string
  reviewedAt: Instant
  claims: Claim[]
  terms: Term[]
  framing: FramingNote[]
  /** Passages that speak to software: kept from the model and refused as evidence; absent where there are none. */
  leftOut?: string[]
  /** Id of the last passage the model says it received; `null` where nothing was asked. */
  last?: string | null
  /** Set when there is no review to show, in words for the reader. */
  heldBecause: string | null
}

/**
 * A passage in the reader's language; `text` is `null` where the checks refused it and the original stands alone.
 * `id` is the passage's, or `headline` or `standfirst`.
 */
export type TranslatedPassage = { id: string; text: string | null; findings: Finding[] }

/** Parallel text: one article revision in the reader's language, passage by passage. */
export type ParallelText = {
  articleId: string
  revision: number
  language: Language
  /** `replay` is the sample press's hand-written replies, never presented as a model. */
  model: string
  promptVersion: string
  translatedAt: Instant
  /** In the order of the article; every passage of it has one. */
  passages: TranslatedPassage[]
}

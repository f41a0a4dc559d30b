import { createHash } from 'node:crypto'
import { DocumentError, FetchError } from '../errors.ts'
import type { Get, Got } from '../net/get.ts'
import { measureLength } from '../text/length.ts'
import { redactUrl } from '../text/redact-url.ts'
import { mendMojibake } from '../text/mend-mojibake.ts'
import type { ArticleText, Completeness, FeedItem, Instant, Page, Residue, Url } from '../types.ts'
import { isAnotherStory } from './another-story.ts'
import { type Body, readBody } from './body/read-body.ts'
import { judgeNature } from './completeness/challenge.ts'
import { judgeCompleteness } from './completeness/completeness.ts'
import { countUnseen } from './completeness/count-unseen.ts'
import { readShown, type Shown } from './completeness/shown-lines.ts'
import { nextPageOf, offsetPageOf, pagesLeft } from './further/next-page.ts'
import { readOn } from './further/read-on.ts'
import { settleLanguage } from './language.ts'
import { splitByline } from './metadata/names.ts'
import { notesOnKind } from './metadata/kind-of-report.ts'
import { type PageMetadata, readMetadata } from './metadata/metadata.ts'
import { readOpening } from './metadata/opening.ts'
import { isOutletLine, type OutletLines, usualLength } from './outlet-lines.ts'
import { titlePost } from './post-headline.ts'
import { readPhoto } from './photo/photo.ts'
import { settleStandfirst } from './standfirst.ts'
import { parsePage } from './tree.ts'
import { removeDecoys } from './seen/decoys.ts'
import { isFrame } from './seen/reason-to-withhold.ts'
import { removeHidden } from './seen/visible.ts'
import type { Extract } from './extract.ts'

/** What reading an item gave: the page when it could be had, and what failed otherwise. */
export type Reading = {
  article: ArticleText
  page: Page | null
  /** The article's pages after the first one. */
  further: Page[]
  failure: string | null
}

/**
 * Cut the article out of a page.
 *
 * @throws {DocumentError} when the page is no article: a challenge, a login, nothing to read
 */
export function extractArticle(page: Page, item: FeedItem | null, outlet: OutletLines | null = null): ArticleText {
  const document = parsePage(mendMojibake(page.html))
  const nextPage = nextPageOf(document, page)
  const offsetPage = nextPage === null ? offsetPageOf(document, page) : null
  const decoy = removeDecoys(document)
  const hidden = removeHidden(document)
  const metadata = readMetadata(document, { url: page.url, item, fetchedAt: page.fetchedAt })
  const body = readBody(document, {
    headline: metadata.printedHeadline,
    titles: [...(item === null ? [] : [item.title]), metadata.headline, ...metadata.otherHeadlines],
    url: page.url,
    isBoilerplate: (line) => isOutletLine(outlet, line),
    authors: metadata.authors,
  })
  const shown = readShown(document)
  const dated = metadata.publishedAt !== null && metadata.publishedAt !== item?.publishedAt
  // A check on robots stays one, whatever the scripts of the frame around it hold.
  const seen = body.shown ?? body.passages
  const nature = judgeNature(document, shown, { headline: metadata.headline, passages: seen, dated })
  if (nature) {
    throw new DocumentError(`Cannot read "${redactUrl(page.url)}": ${nature.reason}, expected an article`, {
      completeness: {
        verdict: nature.verdict,
        signs: [{ code: nature.isAbsent ? 'page-absent' : 'no-article', detail: nature.reason }],
        shareMissing: null,
      },
    })
  }
  if (metadata.headline === '' && body.passages.length === 0) {
    throw new DocumentError(`Cannot read "${redactUrl(page.url)}": it has no headline and no text, expected an article`)
  }
  const judged = judgeCompleteness({
    passages: body.passages,
    metadata,
    item,
    document,
    shown: body.fromScript === undefined ? shown : withoutFrame(shown),
    html: page.html,
    url: page.url,
    usualLength: usualLength(outlet),
  })
  const unseen = {
    revealed: hidden.revealed,
    withheld: decoy ?? hidden.withheld ?? body.withheld ?? null,
    from: body.fromScript ?? null,
  }
  const completeness = countPages(countUnseen(judged, body.passages, unseen), {
    nextPage: nextPage ?? offsetPage,
    lines: shown.lines.map(({ text }) => text),
  })
  const opening = readOpening(body.passages.map((passage) => passage.text))
  return titlePost({
    url: metadata.canonicalUrl ?? page.url,
    headline: metadata.headline,
    ...(metadata.otherHeadlines.length > 0 && { otherHeadlines: metadata.otherHeadlines }),
    standfirst: settleStandfirst({
      described: metadata.standfirst,
      headline: metadata.printedHeadline,
      lines: shown.lines,
      passages: body.passages,
    }),
    authors: metadata.named
      ? metadata.authors
      : (firstNamed(opening.people, signedBy(body.residue)) ?? metadata.authors),
    agency: metadata.agency ?? opening.agency,
    ...(metadata.publisher !== null && { publisher: metadata.publisher }),
    dateline: metadata.dateline ?? opening.dateline,
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    language: metadata.language,
    section: metadata.section,
    keywords: metadata.keywords,
    photo: readPhoto(document, { url: page.url, metadata }),
    passages: body.passages,
    completeness,
    length: measureLength(body.passages.map((passage) => passage.text).join('\n')),
    declaredWords: metadata.declaredWords,
    residue: [...hidden.residue, ...body.residue],
    notes: [...metadata.notes, ...kindNotes(metadata, body), ...hidden.notes],
    ...(nextPage !== null && { nextPage }),
  })
}

function firstNamed(...lists: string[][]): string[] | undefined {
  return lists.find((names) => names.length > 0)
}

/** Whom a byline names that stood at the text's edge and went from it. */
function signedBy(residue: Residue[]): string[] {
  const lines = residue.filter(({ rule }) => rule === 'byline').map(({ text }) => text)
  return splitByline(lines.slice(0, 1), []).people
}

function kindNotes({ kinds }: PageMetadata, { passages, residue }: Body): string[] {
  const taken = residue.filter(({ rule }) => rule !== 'prompt-beside-text').map(({ text }) => text)
  return notesOnKind({ types: [], labels: [], ...kinds, text: passages.map(({ text }) => text), taken })
}

/** A text that no line of the page holds has nothing below it: what the masthead says of logins is nobody's gate. */
function withoutFrame(shown: Shown): Shown {
  return { ...shown, lines: shown.lines.filter(({ box }) => !isFrame(box)), fades: [] }
}

/** One page of several is not the whole article, however well it ends. */
function countPages(
  judged: Completeness,
  { nextPage, lines }: { nextPage: Url | null; lines: string[] },
): Completeness {
  if (judged.verdict !== 'whole') return judged
  const said = nextPage === null ? lines.find((line) => pagesLeft(line) !== null) : redactUrl(nextPage)
  if (said === undefined) return judged
  return { ...judged, verdict: 'cut', signs: [...judged.signs, { code: 'more-pages', detail: said }] }
}

/** Cut the article out of a page in this thread, and settle its language. */
export async function extractHere(
  page: Page,
  item: FeedItem | null,
  outlet: OutletLines | null = null,
): Promise<ArticleText> {
  return settleLanguage(extractArticle(page, item, outlet))
}

/** What a page is asked for and read with. `kept`: the page as we have it, which a 304 stands for. */
export type ReadTools = {
  get: Get
  now: () => Instant
  outlet: OutletLines | null
  extract?: Extract | undefined
  kept?: Page | null
}

/** Fetch an item's page and cut the article out; when the page cannot be had, the feed's own text is the article. */
export async function readItem(item: FeedItem, tools: ReadTools): Promise<Reading> {
  if (item.url === null) return await readFeedOnly(item, 'the feed gives no address for this item')
  try {
    const page = await fetchPage(item.url, tools)
    refuseFrontPage(item.url, page.url)
    const extract = tools.extract ?? extractHere
    const article = await extract(page, item, tools.outlet)
    refuseOtherStory(item, article)
    return { ...(await readFurther({ article, page }, { ...tools, item, extract })), page, failure: null }
  } catch (error) {
    if (!(error instanceof FetchError) && !(error instanceof DocumentError)) throw error
    return await readFeedOnly(item, error.message)
  }
}

/** Read an article of several pages on to its end; the pages come back as evidence. */
export async function readFurther(
  { article, page }: { article: ArticleText; page: Page },
  { get, item, outlet, extract }: { get: Get; item: FeedItem; outlet: OutletLines | null; extract: Extract },
): Promise<{ article: ArticleText; further: Page[] }> {
  if (article.nextPage === undefined || article.completeness.verdict === 'wall') return { article, further: [] }
  // The feed's account is of the whole article, not of a page of it.
  const read = (one: Page): Promise<ArticleText> => extract(one, { ...item, content: null }, outlet)
  return await readOn(article, page, { get, extract: read, pageOf })
}

async function fetchPage(url: Url, { get, kept = null }: ReadTools): Promise<Page> {
  const got = await get(url, { kind: 'page' })
  return got.status === 304 && kept !== null ? kept : pageOf(url, got)
}

/**
 * The page that an answer carries.
 *
 * @param url the address that was asked, for the messages
 * @throws {FetchError} when the status is not 200
 * @throws {DocumentError} when it is no HTML
 */
export function pageOf(url: Url, got: Got): Page {
  if (got.status !== 200) {
    throw new FetchError(`Cannot read article page "${redactUrl(url)}": server answered ${got.status}, expected 200`, {
      url: redactUrl(url),
      status: got.status,
      retryable: got.status === 429 || got.status >= 500,
    })
  }
  const contentType = got.headers['content-type'] ?? null
  if (contentType && !/html|xml|text\/plain/iu.test(contentType)) {
    throw new DocumentError(`Cannot read article page "${redactUrl(url)}": it is "${contentType}", expected HTML`)
  }
  const hash = createHash('sha256').update(got.bytes).digest('hex')
  const page = { url: got.url, html: got.text, contentType, charset: got.charset, hash, fetchedAt: got.fetchedAt }
  return got.optOut === undefined ? page : { ...page, optOut: got.optOut }
}

/** A user name in a link of a feed is the reader's whose feed it is: it is not printed. */
function withoutUser(url: Url): Url {
  const parsed = URL.parse(url)
  if (parsed === null || (parsed.username === '' && parsed.password === '')) return url
  parsed.username = ''
  parsed.password = ''
  return parsed.href
}

/** Links of articles that were taken down often lead to the outlet's front page, which has their text nowhere. */
export function isFrontPage(asked: Url, got: Url): boolean {
  const [from, to] = [URL.parse(asked), URL.parse(got)]
  return from !== null && to?.pathname === '/' && to.search === '' && from.pathname !== '/'
}

function refuseFrontPage(asked: Url, got: Url): void {
  if (!isFrontPage(asked, got)) return
  throw new DocumentError(
    `Cannot read article page "${redactUrl(asked)}": it leads to the front page "${redactUrl(got)}", expected the article`,
  )
}

function refuseOtherStory(item: FeedItem, article: ArticleText): void {
  if (!isAnotherStory(item, article)) return
  throw new DocumentError(
    `Cannot read article page "${redactUrl(item.url ?? '')}": it tells of "${article.headline}" and has no word of "${item.title}", expected that article`,
  )
}

/** The feed's own text as the article, with the reason why there is no page. */
export async function readFeedOnly(item: FeedItem, failure: string): Promise<Reading> {
  const html = item.content ?? `<p>${(item.summary ?? '').replaceAll('<', '&lt;')}</p>`
  const body = readBody(parsePage(`<article>${html}</article>`), { headline: item.title, isBoilerplate: () => false })
  const article: ArticleText = {
    url: withoutUser(item.url ?? ''),
    headline: item.title,
    standfirst: null,
    authors: item.authors,
    agency: null,
    dateline: null,
    publishedAt: item.publishedAt,
    modifiedAt: item.updatedAt,
    language: item.language,
    section: null,
    keywords: [],
    photo: null,
    passages: body.passages,
    completeness: { verdict: 'teaser', signs: [{ code: 'page-not-read', detail: failure }], shareMissing: null },
    length: measureLength(body.passages.map((passage) => passage.text).join('\n')),
    declaredWords: null,
    residue: body.residue,
    notes: [],
  }
  return {
    article: await settleLanguage(titlePost(article, html.replace(/<[^>]{0,2000}>/gu, ' '))),
    page: null,
    further: [],
    failure,
  }
}

import { DocumentError, FetchError } from '../../errors.ts'
import type { Get, Got } from '../../net/get.ts'
import { measureLength } from '../../text/length.ts'
import { redactUrl } from '../../text/redact-url.ts'
import type { ArticleText, Completeness, Page, Passage, Sign, Url } from '../../types.ts'
import { isAmong, namesOf } from '../body/script-story.ts'
import { pageNumber } from './next-page.ts'

/** Pages read after the first one of an article, and their bytes together. */
const mostPages = 8
const mostBytes = 10 * 1024 * 1024
/** Lines below this length come again on every page and in every text: they tell no two pages apart. */
const shortLine = 40

/** An article with what its further pages say, and those pages, as evidence. */
export type ReadOn = { article: ArticleText; further: Page[] }

/** `get` keeps the host's rules and pauses; `extract` reads a page. */
export type ReadOnTools = {
  get: Get
  extract: (page: Page) => Promise<ArticleText>
  pageOf: (url: Url, got: Got) => Page
}

/**
 * Read an article on to its last page: one page after the other, at most eight more and 10 MB.
 *
 * Passages are numbered on; what a page repeats of those before it is left out. A page that repeats everything ends the
 * article: the number in its address turned something else, as comments. A page that cannot be had, or that stands under
 * another headline, makes the text `cut`.
 */
export async function readOn(first: ArticleText, page: Page, tools: ReadOnTools): Promise<ReadOn> {
  const parts: Part[] = []
  const said = new Set(first.passages.map(({ text }) => text))
  let bytes = 0
  let missing: Sign | null = null
  for (let next = first.nextPage; next !== undefined;) {
    if (parts.length >= mostPages || bytes > mostBytes) {
      missing = { code: 'more-pages', detail: `${parts.length + 1} pages were read, "${redactUrl(next)}" was not` }
      break
    }
    try {
      const part = await readPart(next, { article: first, page }, tools)
      bytes += part.bytes
      const passages = part.text.passages.filter(({ text }) => text.length < shortLine || !said.has(text))
      if (passages.every(({ text }) => text.length < shortLine)) break
      for (const { text } of passages) said.add(text)
      parts.push({ ...part, text: { ...part.text, passages } })
      next = part.text.nextPage
    } catch (error) {
      if (!(error instanceof FetchError) && !(error instanceof DocumentError)) throw error
      missing = { code: 'page-missing', detail: error.message }
      break
    }
  }
  return { article: join(first, parts, missing), further: parts.map((part) => part.page) }
}

type Part = { text: ArticleText; page: Page; bytes: number }

async function readPart(
  url: Url,
  { article, page: first }: { article: ArticleText; page: Page },
  { get, extract, pageOf }: ReadOnTools,
): Promise<Part> {
  const got = await get(url, { kind: 'page' })
  const page = { ...pageOf(url, got), firstPage: first.url }
  if (pageNumber(page.url, first.url) === null)
    throw new DocumentError(
      `Cannot read on at "${redactUrl(url)}": "${redactUrl(page.url)}" answered, expected a page of the same article`,
    )
  const text = await extract(page)
  refuseOtherHeadline(article, text)
  return { text, page, bytes: got.bytes.byteLength }
}

/** A number in an address may be another article's: its page has none of the first one's headlines. */
function refuseOtherHeadline(first: ArticleText, { headline, otherHeadlines = [], url }: ArticleText): void {
  if (headline === '' || first.headline === '') return
  const names = namesOf([first.headline, ...(first.otherHeadlines ?? [])], undefined)
  if ([headline, ...otherHeadlines].some((one) => isAmong(one, names))) return
  throw new DocumentError(
    `Cannot read on at "${redactUrl(url)}": its headline is "${headline}", expected "${first.headline}" as on the first page`,
  )
}

function join(begun: ArticleText, parts: Part[], missing: Sign | null): ArticleText {
  const { nextPage: _, ...first } = begun
  const passages: Passage[] = [...first.passages]
  const furtherPages: NonNullable<ArticleText['furtherPages']> = []
  for (const { text, page } of parts) {
    furtherPages.push({ url: page.url, hash: page.hash, from: `p${passages.length + 1}` })
    for (const passage of text.passages) passages.push({ ...passage, id: `p${passages.length + 1}` })
  }
  const all = [first, ...parts.map(({ text }) => text)]
  const length = measureLength(passages.map(({ text }) => text).join('\n'))
  return {
    ...first,
    passages,
    ...(furtherPages.length > 0 && { furtherPages }),
    length,
    completeness: judgeTogether(
      all.map((one) => one.completeness),
      missing,
    ),
    residue: all.flatMap((one) => one.residue),
    notes: [...new Set(all.flatMap((one) => one.notes))],
  }
}

// What says of one page alone that it is not all, and is answered by the next page, or by those before it.
const answeredByNext = new Set(['more-pages', 'ends-open', 'ends-in-ellipsis', 'continue-reading', 'faded'])
const ofOnePage = new Set([
  'shorter-than-declared',
  'shorter-than-article-body',
  'shorter-than-feed',
  'shorter-than-usual',
  'very-short',
  'no-article-signs',
])

/** Pages together are whole when nothing is left of the signs of each that the other pages do not answer. */
function judgeTogether(pages: Completeness[], missing: Sign | null): Completeness {
  const [only] = pages
  if (pages.length === 1 && only) {
    const signs = only.signs.filter(({ code }) => code !== 'more-pages')
    if (missing)
      return { ...only, verdict: only.verdict === 'whole' ? 'cut' : only.verdict, signs: [...signs, missing] }
    // `more-pages` is added to whole texts only.
    return signs.length < only.signs.length ? { verdict: 'whole', signs, shareMissing: null } : only
  }
  const open = pages.flatMap(({ verdict, signs }, at) => {
    const left = signs.filter(
      ({ code }) =>
        !ofOnePage.has(code) && (at === pages.length - 1 ? code !== 'more-pages' : !answeredByNext.has(code)),
    )
    return verdict === 'whole' || left.every(({ code }) => code === 'not-free') ? [] : left
  })
  if (missing) open.push(missing)
  return { verdict: open.length > 0 ? 'cut' : 'whole', signs: open, shareMissing: null }
}

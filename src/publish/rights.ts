import { sourceSecrets } from '../text/feed-secrets.ts'
import type {
  Article,
  Claim,
  Completeness,
  Evidence,
  FramingNote,
  Instant,
  ParallelText,
  ReadingCard,
  Review,
  Rights,
  Source,
  Speaker,
} from '../types.ts'
import { speakerOf, standingOf, type Excerpt } from './excerpt.ts'
import { foreignSite } from './foreign-site.ts'
import { historyOf, limitHistory, type History } from './history.ts'
import { maskAll, withPublicLinks } from './public-links.ts'
import type { Publication } from './shelf.ts'
import { findsCopies } from './copied-words.ts'
import { createBudget, isName, mostQuoted, whyUnquoted, type Budget, type Unquoted } from './quote-budget.ts'

/** What may be printed: the same shapes with everything withheld already gone, so no template can leak it. */
export type Printable = {
  article: Article
  card: ReadingCard | null
  review: Review | null
  /** The translation of the whole text, where the rights give the whole text and enough of it passed the checks. */
  parallel: ParallelText | null
  /** Why there is no review yet; `null` when nothing is waited for. */
  waiting: Publication['waiting']
  /** What became of the original and of our review since. */
  history: History
  /** What the rights of the source keep from the page; `null` where all of the text may be shown. */
  withheld: Withheld | null
}

/** What is not shown, so that the page can say so. */
export type Withheld = {
  /** `expiry`: the text stood here until its time was over. `foreign`: it stands on another site than the source's. */
  because: 'rights' | 'expiry' | 'foreign'
  /** The other site, as `outlet.example`. */
  site?: string
  /** Why nothing is quoted where the rights give an excerpt; absent where something is. */
  unquoted?: Unquoted
  /** By passage: how the words that are shown stand in it. */
  excerpts: Record<string, Excerpt>
  /** By claim: passages that prove it and whose words are not shown. */
  unshown: Record<string, string[]>
}

/** The day an article is filed under. A date in the future is an outlet's mistake: then it is when we first saw it. */
export function dayOf(article: Article): Instant {
  const published = article.publishedAt
  if (published === null || Number.isNaN(Date.parse(published))) return article.firstSeenAt
  return Date.parse(published) > Date.parse(article.firstSeenAt) + 86_400_000 ? article.firstSeenAt : published
}

/** When the outlet's text is taken down again, or `null`. */
export function expiryOf(article: Article, source: Source): Instant | null {
  return source.expiresAfterDays === null ? null : hoursAfter(dayOf(article), source.expiresAfterDays * 24)
}

/** From when on an article may be shown, or `null` where its source has no embargo. */
export function embargoOf(article: Article, source: Source): Instant | null {
  return source.embargoHours === undefined ? null : hoursAfter(dayOf(article), source.embargoHours)
}

/**
 * How many UTF-16 units of an article's text may stand in the site at `now`, `null` for all of them. Headlines are no part of
 * it, but of what `private` and an embargo keep back.
 */
export function mostShown(article: Article, source: Source, now: Instant): number | null {
  const [opens, expiry] = [embargoOf(article, source), expiryOf(article, source)]
  if (source.rights === 'private' || source.rights === 'title') return 0
  if ((opens !== null && opens > now) || (expiry !== null && expiry <= now)) return 0
  return rightsFor(article, source) === 'full' ? null : mostQuoted(article)
}

/** What a source allows of one article: `full` is said of its own site's pages alone. */
function rightsFor(article: Article, source: Source): Rights {
  return source.rights === 'full' && foreignSite(article, source) !== null ? 'excerpt' : source.rights
}

function hoursAfter(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString().replace('.000Z', 'Z')
}

/**
 * Cut a publication down to what its source allows at `now`.
 *
 * `full`: all. `excerpt`: our own text and short quotes within {@link createBudget}. `title`, and any text that has expired:
 * our own text, headline, names and link. Photos only where the source allows images. A page on another site than the
 * source's gets `excerpt` at most, and no photo.
 *
 * @throws {RangeError} for `private`: nothing of it may be printed
 */
export function limitToRights(publication: Publication, source: Source, now: Instant): Printable {
  const printable = cutDown(publication, source, now)
  const secrets = sourceSecrets(source)
  return secrets.length > 0 ? maskAll(printable, secrets) : printable
}

function cutDown(publication: Publication, source: Source, now: Instant): Printable {
  if (source.rights === 'private')
    throw new RangeError(`Cannot print article "${publication.article.id}": source "${source.name}" is private`)
  const linked = withPublicLinks(publication.article, sourceSecrets(source))
  const site = foreignSite(publication.article, source)
  const photo = source.images && site === null ? linked.photo : null
  const expiry = expiryOf(publication.article, source)
  const expired = expiry !== null && expiry <= now
  const rights = expired ? 'title' : rightsFor(publication.article, source)
  // Residue is evidence for the editor, often the outlet's own words: it is never public.
  const article = { ...linked, photo, residue: [], completeness: withoutFaults(linked.completeness) }
  const { review: current, history } = historyOf(publication)
  const waiting = publication.review ? null : publication.waiting
  if (rights === 'full') {
    const parallel = publication.parallel && readable(publication.parallel)
    return { article, card: publication.card, review: current, parallel, waiting, history, withheld: null }
  }
  const budget = createBudget(article, rights === 'excerpt')
  const standfirst = article.standfirst !== null && budget.take(article.standfirst) ? article.standfirst : null
  // What proves our sentences comes first; key passages take what is left.
  const limited = current && limitReview(current, publication.article, budget)
  // `title` prints nothing that stands in the text: a card of names is taken from it too.
  const card = rights === 'excerpt' && publication.card ? limitCard(publication.card, article, budget) : null
  const review = limited && rights !== 'excerpt' ? { ...limited, terms: [], framing: [] } : limited
  const passages = article.passages
    .filter((passage) => budget.quoted.has(passage.id))
    .map((passage) => ({ id: passage.id, kind: passage.kind, text: budget.quoted.get(passage.id)?.quote ?? '' }))
  return {
    article: {
      ...article,
      standfirst,
      passages,
      photo: rights === 'excerpt' ? captioned(photo, budget) : null,
      completeness: {
        ...article.completeness,
        signs: article.completeness.signs.map((sign) => ({ ...sign, detail: '' })),
      },
      notes: [],
      keywords: [],
      section: shortOnly(article.section),
      dateline: shortOnly(article.dateline),
      ...(article.publisher && { publisher: shortOnly(article.publisher) ?? '' }),
      ...(article.otherHeadlines && {
        otherHeadlines: article.otherHeadlines.filter((one) => shortOnly(one, longestHeadline)),
      }),
    },
    card,
    review,
    parallel: null,
    waiting,
    history: limitHistory(history, budget.take),
    withheld: {
      because: expired ? 'expiry' : site === null ? 'rights' : 'foreign',
      ...(site !== null && { site }),
      ...(rights === 'excerpt' && passages.length === 0 && standfirst === null && { unquoted: whyUnquoted(article) }),
      excerpts: excerptsOf(publication, budget),
      unshown: current && review ? unshownOf(current, review) : {},
    },
  }
}

function excerptsOf({ article, card }: Publication, { quoted }: Budget): Record<string, Excerpt> {
  const shown = article.passages.flatMap((passage): [string, Excerpt][] => {
    const one = quoted.get(passage.id)
    return one
      ? [
          [
            passage.id,
            { ...standingOf(passage.text, one), speaker: speakerOf(one, card?.speakers ?? [], passage.text) },
          ],
        ]
      : []
  })
  return Object.fromEntries(shown)
}

function unshownOf(whole: Review, limited: Review): Record<string, string[]> {
  const shown = new Map(limited.claims.map((claim) => [claim.id, claim.evidence.map((one) => one.passage)]))
  const lacking = whole.claims.flatMap(({ id, evidence }): [string, string[]][] => {
    const passages = evidence.map((one) => one.passage).filter((passage) => !shown.get(id)?.includes(passage))
    return passages.length > 0 ? [[id, [...new Set(passages)]]] : []
  })
  return Object.fromEntries(lacking)
}

/** A translation with more gaps than text is no text to read beside the original. */
function readable(parallel: ParallelText): ParallelText | null {
  const there = parallel.passages.filter(({ text }) => text !== null).length
  return there * 2 > parallel.passages.length ? parallel : null
}

/** A headline longer than this is a whole post in the headline's place. */
const longestHeadline = 240

/** Facts that stand outside the text are short; one that is not carries text that the rights do not give. */
function shortOnly(text: string | null, longest = 60): string | null {
  return text !== null && text.length <= longest ? text : null
}

/** A photo's words are the outlet's text like any other. */
function captioned(photo: Article['photo'], budget: Budget): Article['photo'] {
  if (photo === null || photo.caption === null || budget.take(photo.caption)) return photo
  return { ...photo, caption: null }
}

/** Where the passages that quote a speaker name them: the name is a fact, however long the words are. */
function namings({ name, quotes }: Speaker, { passages }: Article): Evidence[] {
  return quotes.flatMap(({ passage }) => {
    const start = name === null ? -1 : (passages.find(({ id }) => id === passage)?.text.indexOf(name) ?? -1)
    return name === null || start === -1 ? [] : [{ passage, quote: name, start, end: start + name.length }]
  })
}

function limitCard(card: ReadingCard, article: Article, budget: Budget): ReadingCard {
  const keyPassages = budget.cut(card.keyPassages)
  const speakers = card.speakers.map((speaker) => {
    const quotes = budget.cut(speaker.quotes)
    return { ...speaker, quotes: quotes.length > 0 ? quotes : budget.point(namings(speaker, article)) }
  })
  const mention = <T extends { evidence: Evidence[] }>(one: T): T => ({ ...one, evidence: budget.point(one.evidence) })
  return {
    ...card,
    keyPassages,
    speakers: speakers.filter((speaker) => speaker.name !== null || speaker.quotes.length > 0),
    figures: card.figures.flatMap((figure) => {
      const [evidence] = budget.point([figure.evidence])
      return evidence ? [{ ...figure, evidence }] : []
    }),
    places: card.places.map(mention),
    dates: card.dates.map(mention),
    organisations: card.organisations.map(mention),
  }
}

/** Of names and expressions so many: a list of them all would be the text again, in pieces. */
const mostTerms = 12

/** `null` where the review's headline or lede is the outlet's own sentence: what is left would open with nothing. */
function limitReview(review: Review, article: Article, budget: Budget): Review | null {
  const copied = findsCopies(article)
  const claims: Claim[] = review.claims
    .filter(({ text }) => !copied(text) || budget.take(text))
    .map((claim) => ({ ...claim, evidence: budget.cut(claim.evidence) }))
  const parts = new Set(claims.map(({ part }) => part))
  if (review.claims.some(({ part }) => (part === 'headline' || part === 'lede') && !parts.has(part))) return null
  const framing = review.framing.flatMap((note): FramingNote[] => {
    if (note.kind === 'absent') return [note]
    const [evidence] = budget.cut([note.evidence])
    return evidence ? [{ ...note, evidence }] : []
  })
  const terms = review.terms.filter(({ original }) => isName(original)).slice(0, mostTerms)
  return { ...review, claims, framing, terms }
}

// Signs whose detail is how our own request failed.
const ofRequests = new Set(['page-not-read', 'page-missing'])

/** Where a name leads in the editor's network, or that it has none, is for the editor: a stranger could ask for it by a link. */
function withoutFaults(completeness: Completeness): Completeness {
  const signs = completeness.signs.map((sign) => (ofRequests.has(sign.code) ? { ...sign, detail: '' } : sign))
  return { ...completeness, signs }
}

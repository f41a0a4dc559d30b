import type { Instant } from '../../types.ts'
import words from './date-words.json' with { type: 'json' }
import { anyCase } from '../../text/any-case.ts'
import { tellsMore } from '../tells-more.ts'
import { beginsLikeByline } from './names.ts'
import { findDates, type FoundDate, readInstant } from './instant.ts'

/** Where a page says when its article appeared, each list in the page's order. */
export type SaidDates = {
  linked: (string | null)[]
  meta: string[]
  /** Microdata and `<time>`. */
  marked: string[]
  /** Short lines right under the headline. */
  lines: string[]
  /** Short lines above the headline, in its box. */
  above?: string[]
  /** What nobody vouches for: `<time>` beside the article, attributes of the outlet's own. */
  own: string[]
  url: string
  item: Instant | null
  /** When the page was fetched: a date well after it is a placeholder where another source says otherwise. */
  fetchedAt: Instant | null
}

const updated = anyCase(`(?:${words.updated})[^\\d]*$`)
const updatedWord = anyCase(words.updated)
const published = anyCase(`(?:${words.published})[^\\d]*$`)
const inUrl =
  /\/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?([0-2]\d|3[01])(?=[/_-]|\d{4,}|[^\d]|$)|[/A-Za-z_-]((?:20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])\d{4,}/u

// Nothing was published on the day that software counts from: the field was empty.
const epochDay = '1970-01-02'
// A clock may be wrong by a zone, and a newspaper prints tomorrow's date.
const aheadMs = 48 * 3_600_000

/**
 * When the article appeared: the first source that says so, from what is made for machines to what is printed.
 *
 * A time without a zone takes the zone of another source that gives the same time of day with one.
 */
export function pickPublished(said: SaidDates, language: string | null): Instant | null {
  const dates = (list: (string | null)[]): FoundDate[] =>
    list.flatMap((one) => (one === null ? [] : findDates(one, language).slice(0, 1))).filter((one) => one.at > epochDay)
  const [declared, marked] = [[said.linked, said.meta].flatMap(dates), dates(said.marked)]
  const machine = declared.length > 0 || isBorneOut(marked, said, language) ? [...declared, ...marked] : []
  const latest = said.fetchedAt === null ? null : Date.parse(said.fetchedAt) + aheadMs
  const past = latest === null ? undefined : machine.find((one) => Date.parse(one.at) <= latest)
  const printed = printedDate(said, language)
  const best = past ?? machine[0] ?? (printed && settleOrder(printed, said, language)) ?? dates(said.own)[0]
  if (best && !best.zoned && best.timed) return zonedLike(best, machine) ?? best.at
  return best?.at ?? said.item ?? dateInUrl(said.url)
}

const weekMs = 7 * 86_400_000

/** A date in `<time>` alone may be that of a card for another story: the feed's is near it, or the head of the article prints it. */
function isBorneOut([first]: FoundDate[], { item, lines }: SaidDates, language: string | null): boolean {
  if (!first || item === null) return true
  const apart = (one: Instant): number => Math.abs(Date.parse(one) - Date.parse(first.at))
  return apart(item) <= weekMs || lines.some((line) => dateOf(line, language).some(({ at }) => apart(at) < otherDayMs))
}

// Where a tag names the land, or all lands of the language write the day first, 3/4/2026 is no question.
const eitherWay = /^en$/iu

/**
 * The day that 3/4/2026 means: of two readings the one that is past and that address or feed bear out, else the usual one.
 *
 * @returns the date, and in `other` the second reading where nothing decides
 */
function settleOrder(date: FoundDate, { item, url, fetchedAt }: SaidDates, language: string | null): FoundDate {
  const { other, ...one } = date
  if (other === undefined) return one
  const latest = fetchedAt === null ? Infinity : Date.parse(fetchedAt) + aheadMs
  const isNear = (at: Instant, known: Instant | null): boolean =>
    known !== null && Math.abs(Date.parse(at) - Date.parse(known)) < otherDayMs
  const bearsOut = (at: Instant): boolean => [item, dateInUrl(url)].some((known) => isNear(at, known))
  if (Date.parse(other) > latest || bearsOut(one.at)) return one
  if (Date.parse(one.at) > latest || bearsOut(other)) return { ...one, at: other }
  return language === null || eitherWay.test(language) ? date : one
}

/** What the page's only date may mean as well, where it is printed as 3/4/2026 and nothing decides; else `null`. */
export function otherReading(said: SaidDates, language: string | null): Instant | null {
  if ([said.linked, said.meta, said.marked].some((list) => list.some((one) => readInstant(one, language) !== null)))
    return null
  const printed = printedDate(said, language)
  return (printed && settleOrder(printed, said, language).other) ?? null
}

/** The date under the headline; above it stands one only where a line says nothing else, and under it often another's. */
function printedDate({ lines, above = [] }: SaidDates, language: string | null): FoundDate | undefined {
  const over = above.flatMap((line) => dateOf(line, language)).find(({ before }) => !updated.test(before))
  const under = shownDate(lines, language)
  return under !== undefined && (over === undefined || published.test(under.before)) ? under : (over ?? under)
}

function shownDate(lines: string[], language: string | null): FoundDate | undefined {
  const printed = lines.filter((line) => !tellsMore(line)).flatMap((line) => findDates(line, language))
  return printed.find((one) => published.test(one.before)) ?? printed.find((one) => !updated.test(one.before))
}

/** A printed date this far from another is another day, whatever the zones. */
const otherDayMs = 48 * 3_600_000
const longestDateLine = 90
/** From the first sentence on a date may be one that the text tells of. */
const shortestSentence = 80

/**
 * The date that the page prints under the headline where its data say another day; `null` where they agree, where the feed
 * or the address has the data's day, and where the printed date may be one of a change or of an event (ADR 0125).
 *
 * @param picked what {@link pickPublished} took, and when the article was last changed
 */
export function printedInstead(
  said: SaidDates,
  picked: { at: Instant | null; modifiedAt: Instant | null },
  language: string | null,
): Instant | null {
  const { at, modifiedAt } = picked
  if (at === null) return null
  const isNear = (one: Instant | null): boolean =>
    one !== null && Math.abs(Date.parse(one) - Date.parse(at)) < otherDayMs
  const text = said.lines.findIndex((line) => line.length >= shortestSentence && /[.!?。！？]$/u.test(line))
  const head = text < 0 ? said.lines : said.lines.slice(0, text)
  const first = head.flatMap((line) => dateOf(line, language))[0]
  const printed = first === undefined ? null : settleOrder(first, said, language).at
  if (printed === null || isNear(printed) || isNear(said.item) || isNear(dateInUrl(said.url))) return null
  const isChange = modifiedAt !== null && Math.abs(Date.parse(modifiedAt) - Date.parse(printed)) < otherDayMs
  return isChange ? null : printed
}

/** The date of a line that is there to name it: after a word for "published", after a byline, or alone but for a weekday. */
function dateOf(line: string, language: string | null): FoundDate[] {
  if (line.length > longestDateLine || tellsMore(line)) return []
  return findDates(line, language).filter(
    ({ before }) => !updated.test(before) && (published.test(before) || beginsLikeByline(line) || wordsIn(before) <= 1),
  )
}

/** The words before a date; a time of day is none. */
function wordsIn(before: string): number {
  return before.replace(/\d{1,2}[:.]\d{2}/gu, '').match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
}

/** Another source's instant whose clock showed the same time. */
function zonedLike(date: FoundDate, others: FoundDate[]): Instant | null {
  const minutes = (at: Instant): number => Date.parse(at) / 60_000
  const same = others.find((one) => {
    const apart = minutes(one.at) - minutes(date.at)
    // Zones are whole quarters of an hour and at most 14 hours from UTC.
    return one.zoned && Math.abs(apart) <= 14 * 60 && Number.isInteger(apart / 15)
  })
  return same?.at ?? null
}

/** When the article was last changed; a printed date counts only beside a word that says so. */
export function pickModified(
  said: { machine: (string | null)[]; lines: string[] },
  language: string | null,
): Instant | null {
  const machine = said.machine.map((one) => readInstant(one, language)).find((at) => at !== null)
  if (machine) return machine
  const marked = said.lines.filter((line) => updatedWord.test(line))
  return marked.flatMap((line) => findDates(line, language)).find((one) => updated.test(one.before))?.at ?? null
}

function dateInUrl(url: string): Instant | null {
  const path = URL.parse(url)?.pathname ?? ''
  const [, year, month, day, yearRun, monthRun, dayRun] = inUrl.exec(path) ?? []
  const said = year ? `${year}-${month}-${day}` : yearRun ? `${yearRun}-${monthRun}-${dayRun}` : null
  return readInstant(said)
}

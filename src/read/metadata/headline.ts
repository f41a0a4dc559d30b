import rules from './headline-rules.json' with { type: 'json' }
import { foldLetters } from '../../text/letters.ts'
import { weightOf } from './letters.ts'

/** A first-level heading: whole, without the line above the headline, and the text of each element inside. */
export type Heading = { full: string; bare: string; parts: string[] }

/** Where a page and its feed say the headline. */
export type SaidHeadlines = {
  h1: Heading[]
  linked: string | null
  /** OpenGraph's: the form in which the outlet hands the article on. */
  shared: string | null
  title: string | null
  item: string | null
}

/** The headline, the one printed over the text, and every other wording the outlet uses. */
export type Headlines = { headline: string; printed: string; others: string[] }

/**
 * The headline: the outlet's shared one, without its tail, unless heading and JSON-LD stand against it; see ADR 0065.
 *
 * Letters are never changed; only a tail that names the outlet, a section or the author is taken off.
 *
 * @param outlet names of the outlet, as `Harbour Post` and `harbour.example`
 */
export function pickHeadlines(all: SaidHeadlines, outlet: string[]): Headlines {
  const said = withoutTexts(all)
  const elsewhere = [said.linked, said.shared, said.title, said.item].filter((one) => one !== null)
  const h1 = said.h1.map((one) => withoutKicker(one, elsewhere))
  const bare = new Set(h1.filter((one, index) => one !== said.h1[index]?.full))
  const linked = said.linked && withoutTail(said.linked, outlet)
  const whole = linked ? [linked] : h1.filter((one) => weightOf(one) >= 4)
  const [shared, titled, item] = [said.shared, said.title, said.item].map((one) =>
    one === null ? null : withoutTail(upTo(one, whole), outlet),
  )
  const title = titled && withoutHead(titled, outlet)
  const printed = pickPrinted({ h1, others: [linked, shared, title, item].filter(isSaid), item: said.item }, outlet)
  const confirmed = bare.has(printed)
  const headline = pickShared(
    { printed, linked, shared: shared ?? null, title: title ?? null, item: item ?? null, confirmed },
    outlet,
  )
  const others = new Map<string, string>()
  for (const one of [printed, linked, shared, title])
    if (isSaid(one) && foldLetters(one) !== foldLetters(headline) && !others.has(foldLetters(one)))
      others.set(foldLetters(one), one)
  return { headline, printed, others: [...others.values()] }
}

/** What is longer than any headline is a text that somebody put in its place. */
function withoutTexts(said: SaidHeadlines): SaidHeadlines {
  const [linked, shared, title, item] = [said.linked, said.shared, said.title, said.item].map((one) =>
    one === null || one.length > longestTitle ? null : one,
  )
  const h1 = said.h1.filter((one) => one.full.length <= longestTitle)
  return { h1, linked: linked ?? null, shared: shared ?? null, title: title ?? null, item: item ?? null }
}

function isSaid(one: string | null | undefined): one is string {
  return one !== null && one !== undefined && one !== ''
}

type Candidates = {
  printed: string
  linked: string | null
  shared: string | null
  title: string | null
  item: string | null
  /** The page itself sets the printed headline apart from the line above it. */
  confirmed: boolean
}

function pickShared(said: Candidates, outlet: string[]): string {
  const { printed, linked, item } = said
  // Many pages share one title for the whole site: it begins with the outlet's name.
  const shared = said.shared && !startsWithOutlet(said.shared, printed, outlet) ? said.shared : null
  if (shared === null || foldLetters(shared).length < 4) return printed || linked || ''
  if (foldLetters(shared) === foldLetters(printed)) return words(shared) > words(printed) ? shared : printed
  if (linked && foldLetters(shared) === foldLetters(linked)) return shared
  const [one, other] = [foldLetters(shared), foldLetters(printed)]
  const agreed = said.confirmed || [linked, item].some((form) => form && foldLetters(form) === other)
  // A search phrase before the headline, or a headline cut short for a card: the page has all of it and nothing else.
  if (agreed && weightOf(other) >= 10 && one.includes(other)) return printed
  if (/(?:…|\.{3})$/u.test(shared) && other.startsWith(one)) return printed
  if (agreed && isEndOf(shared, printed)) return printed
  // The feed is written for readers: where it and one more form have the printed words, another one is for sharing only.
  if (item && foldLetters(item) === other && [linked, said.title].some((form) => form && foldLetters(form) === other))
    return printed
  return shared
}

/** The heading over the text: of all first-level headings the one that others repeat. */
function pickPrinted(said: { h1: string[]; others: string[]; item: string | null }, outlet: string[]): string {
  const h1 = said.h1.filter((one) => weightOf(one) >= 4)
  // A page may have several first-level headings (the logo is often one): the one other sources repeat is the headline.
  const agreed = h1.find((one) => said.others.some((other) => alike(one, other)))
  if (agreed) return withoutTail(agreed, outlet)
  const { others } = said
  const twice = others.find((one, index) => others.some((other, at) => at !== index && alike(one, other)))
  const alone = h1.filter((one) => !outlet.some((name) => foldLetters(name) === foldLetters(one)))
  if (alone.length === 1 && alone[0] && weightOf(alone[0]) >= 15) return alone[0]
  return twice ?? others[0] ?? alone[0] ?? said.item ?? ''
}

/** The headline without the line above it, only where that is an element of its own and nobody else counts it in. */
function withoutKicker({ full, bare, parts }: Heading, others: string[]): string {
  const kicker = foldLetters(full).replace(foldLetters(bare), '')
  if (weightOf(bare) >= 4 && kicker !== '' && !/^[-–—:|·,;.\s]/u.test(bare))
    return others.some((other) => foldLetters(other).includes(kicker)) ? full : bare
  // Others put another line above the same headline: then neither line belongs to it.
  const last = parts.at(-1)
  const begun =
    last && weightOf(foldLetters(last)) >= 10 && full.endsWith(last)
      ? foldLetters(full).slice(0, -foldLetters(last).length)
      : ''
  const repeated = last !== undefined && others.some((other) => foldLetters(other).includes(foldLetters(last)))
  return last && begun !== '' && repeated && !others.some((other) => foldLetters(other).includes(begun)) ? last : full
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&')
const anyOf = (list: string): string => list.split(' ').map(escape).join('|')
const separator = new RegExp(`\\s+(?:${anyOf(rules.spaced)})\\s+|\\s*(?:${anyOf(rules.glued)})\\s*|:\\s+`, 'gu')
const dash = /\s*[-–—]\s*/gu
const authorTail = new RegExp(`^(?:${rules.authorTail})\\s`, 'iu')
const sections = new Set(rules.sections.map(foldLetters))

const longestTitle = 1000

/** Take the outlet's name off the end of a title, with a section or an author that stand beside it. */
export function withoutTail(title: string, outlet: string[]): string {
  const names = outlet.map(foldLetters).filter((name) => name.length > 1)
  let kept = title
  let own = false
  for (const cut of [...title.matchAll(separator)].toReversed()) {
    const said = title.slice(cut.index + cut[0].length, kept.length)
    const tail = foldLetters(said)
    const isOutlet = names.some((name) => isName(tail, name))
    if (isOutlet) own = true
    // A section or "by Ann Lee" goes only together with the outlet's name: alone it may be the headline's own end.
    else if (!(authorTail.test(said) && namedBefore(title.slice(0, cut.index), names)) && !(own && sections.has(tail)))
      break
    kept = title.slice(0, cut.index).trim()
  }
  const glued = own ? [...kept.matchAll(dash)].at(-1) : undefined
  if (glued && sections.has(foldLetters(kept.slice(glued.index + glued[0].length))))
    kept = kept.slice(0, glued.index).trim()
  return kept === '' ? title : kept
}

/** A page's title without the outlet's own name before the headline: `Harbour News - The ferry stays`. */
function withoutHead(title: string, outlet: string[]): string {
  const [cut] = title.matchAll(separator)
  const first = foldLetters(cut ? title.slice(0, cut.index) : '')
  const rest = cut ? title.slice(cut.index + cut[0].length) : ''
  return first.length >= 4 && words(rest) >= 3 && outlet.some((name) => foldLetters(name) === first) ? rest : title
}

function isName(tail: string, name: string): boolean {
  if (tail === name || name === tail.replace(/^the/u, '')) return true
  return (tail.length > 3 && name.includes(tail)) || (tail.includes(name) && tail.length <= 2.5 * name.length)
}

function namedBefore(before: string, names: string[]): boolean {
  const cut = [...before.matchAll(separator)].at(-1)
  return cut !== undefined && names.some((name) => isName(foldLetters(before.slice(cut.index + cut[0].length)), name))
}

/** A title up to where a whole headline ends in it, when what follows is set off like a tail: ` - National | Harbour`. */
function upTo(title: string, whole: string[]): string {
  const rest = whole
    .filter((one) => weightOf(one) >= 10 && title.startsWith(one))
    .map((one) => ({ one, rest: title.slice(one.length) }))
    .find((one) => one.rest.length <= 70 && new RegExp(`^(?:${separator.source})`, 'u').test(one.rest))
  return rest ? rest.one : title
}

function startsWithOutlet(shared: string, printed: string, outlet: string[]): boolean {
  const names = outlet.map(foldLetters).filter((name) => name.length >= 4)
  return names.some((name) => foldLetters(shared).startsWith(name) && !foldLetters(printed).startsWith(name))
}

function alike(a: string, b: string): boolean {
  const [one, two] = [foldLetters(a), foldLetters(b)]
  if (one === '' || two === '') return false
  if (one === two) return true
  const [short, long] = one.length < two.length ? [one, two] : [two, one]
  return weightOf(short) >= 10 && short.length / long.length > 0.6 && long.includes(short)
}

// Of pages whose shared form is a reworded heading none has this many of the heading's words in a row.
const endShare = 0.85
const leastEnd = 5
const mostWords = 60

/** Is the shared form the printed one without its beginning, give or take a word? Then the printed one is whole. */
function isEndOf(shared: string, printed: string): boolean {
  const end = wordsOf(shared)
  const whole = [...printed.matchAll(/[\p{L}\p{N}]+/gu)].slice(0, mostWords)
  if (end.length < leastEnd || whole.length < end.length + 3) return false
  const last = whole.slice(-end.length)
  // What a colon or a dash sets off is a line above the headline, no beginning of it.
  if (/[^\p{L}\p{N}]$/u.test(printed.slice(0, last[0]?.index).trimEnd())) return false
  const words = last.map(([word]) => word.toLowerCase())
  return commonInOrder(end, words) >= endShare * end.length
}

/** How many words two rows share in the same order (longest common subsequence). */
function commonInOrder(one: string[], other: string[]): number {
  let row = Array.from({ length: other.length + 1 }, () => 0)
  for (const word of one) {
    const next = [0]
    for (const [at, their] of other.entries())
      next.push(word === their ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, mostWords) ?? []
  )
}

function words(text: string): number {
  return wordsOf(text).length
}

import { isTag, type Element } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import { isUnseen, visibleText } from '../tree.ts'
import type { Line, NearLines } from './lines.ts'
import {
  afterDeed,
  beginsLikeByline,
  type Byline,
  isAgency,
  isLead,
  isRole,
  namesAfterLabel,
  splitByline,
  upright,
  withoutLead,
} from './names.ts'
import { foldLetters } from '../../text/letters.ts'

/** Where a page names its authors. */
export type SaidAuthors = {
  /** JSON-LD's names with their types, as `Person`. */
  linked: { name: string; types: string[] }[]
  meta: string[]
  /** The feed's names. */
  item: string[]
  /** Elements marked as bylines, in the page's order. */
  marked: Element[]
  near: NearLines
}

/**
 * Who wrote it; `named`: people, not the printed byline of a desk or an agency. `against`: whom the page's data name instead
 * of those whom it prints.
 */
export type Authors = { authors: string[]; agency: string | null; named: boolean; against: string[] }

/**
 * The authors: people where a source names any; else the byline as printed, be it an agency or a desk; see ADR 0066.
 * A byline under the headline stands against data that name nobody of it, unless the feed names one of theirs (ADR 0125).
 *
 * @param outlet names of the outlet
 */
export function pickAuthors(said: SaidAuthors, outlet: string[]): Authors {
  const isOrganization = ({ types }: { types: string[] }): boolean =>
    types.some((type) => /organi[sz]ation/iu.test(type))
  const linked = splitByline(texts(said.linked.filter((one) => !isOrganization(one))), outlet)
  const desks = splitByline(texts(said.linked), outlet)
  // What JSON-LD calls an organisation is nobody's name elsewhere either.
  const known = [...outlet, ...texts(said.linked.filter(isOrganization))]
  const sources: Byline[] = [
    linked,
    splitByline(said.meta.map(upright), known),
    firstMarked(said.marked, known),
    seen(splitByline(bylinesOf(said.near.under), known)),
  ]
  const agency = [...sources, desks].find((one) => one.agency !== null)?.agency ?? null
  const named = sources.find((one) => one.people.length > 0)
  const printed = sources.at(-1)?.people ?? []
  if (named && printed.length > 0 && ![...printed, ...splitByline(said.item, known).people].some(isOneOf(named.people)))
    return { authors: printed, agency, named: true, against: named.people }
  if (named) return { authors: named.people, agency, named: true, against: [] }
  const own = new Set(outlet.map(foldLetters))
  const nobody = new Set(known.map(foldLetters))
  const other = (names: string[]): string[] => names.filter((one) => !own.has(foldLetters(one)))
  const signed = splitByline(signaturesOf(said.near.signs), known).people
  // A signature that no word introduces counts only where nobody but the outlet is named.
  if (
    signed.length > 0 &&
    agency === null &&
    sources.every((one) => one.printed.every((name) => nobody.has(foldLetters(name))))
  )
    return { authors: signed, agency, named: true, against: [] }
  // An organisation that is the outlet says nothing that the page's other sources do not say better.
  const alone = desks.printed.length > 1 ? desks.printed : other(desks.printed)
  const unsigned = [
    linked.printed.length > 0 ? desks.printed : alone,
    ...sources.slice(1).map((one) => one.printed.filter((name) => !isInitials(name))),
    desks.printed,
    ...sources.map((one) => one.printed),
  ]
  return { authors: unsigned.find((names) => names.length > 0) ?? [], agency, named: false, against: [] }
}

/** Is a name one of these, with or without first or middle names? */
function isOneOf(names: string[]): (name: string) => boolean {
  const known = names.map(foldLetters)
  return (name) => known.some((one) => one.includes(foldLetters(name)) || foldLetters(name).includes(one))
}

function texts(names: { name: string }[]): string[] {
  return names.map((one) => one.name)
}

const longestByline = 200

/** The first byline of the page that says anything; a page lists other articles with theirs below. */
function firstMarked(marked: Element[], outlet: string[]): Byline {
  let first: Byline | null = null
  for (const element of marked) {
    const line = wordsOf(element)
    if (line === '' || line.length > longestByline) continue
    const said = seen(splitByline([line], outlet))
    if (said.people.length > 0) return seen(splitByline(textsBeside(element, marked), outlet))
    first ??= said.printed.length > 0 ? said : null
    // The box round a byline says more than it: "3 hours ago Ann Lee Transport reporter Share".
    if (marked.some((one) => one !== element && holds(element, one))) continue
    if (said.agency !== null || said.printed.some((one) => !isInitials(one))) return said
  }
  return first ?? { people: [], agency: null, printed: [] }
}

// A name, or an address for letters: "Ann Lee" and "ann@harbour.example" run together.
const begun = /^(?:\p{Lu}|\S+@\S)/u

/** What a marked byline says; microdata may say it in a `<meta>` of its own. */
function wordsOf(element: Element): string {
  const parts = innermost(element).children.map((child) =>
    isTag(child) ? (isUnseen(child) ? '' : visibleText(child)) : rawText(child),
  )
  // Name and role in elements of their own, with nothing between them.
  const glued = parts.some((part, index) => /[\p{Ll}.]$/u.test(parts[index - 1] ?? '') && begun.test(part))
  const said = parts.filter((part) => part.trim() !== '')
  const names = said.filter((part, index) => index === 0 || !isRole(part))
  const text = glued ? cleanLine(names.join(', ')) : visibleText(element)
  if (text !== '') return text
  const name = element.children.find((one) => isTag(one) && one.attribs.itemprop === 'name')
  return cleanLine(element.attribs.content ?? (name && isTag(name) ? (name.attribs.content ?? '') : ''))
}

/** Through boxes round a single box to the one that holds the parts. */
function innermost(element: Element): Element {
  const inside = element.children.filter((child) => rawText(child).trim() !== '' || isTag(child))
  const only = inside.length === 1 ? inside[0] : undefined
  return only && isTag(only) && only.children.some(isTag) ? innermost(only) : element
}

function rawText(node: { type: string }): string {
  return node.type === 'text' && 'data' in node ? String(node.data) : ''
}

function textsBeside(first: Element, marked: Element[]): string[] {
  const lines = marked.filter((one) => beside(first, one)).map(wordsOf)
  return lines.filter((line) => line.length <= longestByline)
}

/** Outside JSON-LD one Latin word alone is no person: it may be a section. Beside a full name it may be a mononym. */
function seen(said: Byline): Byline {
  const full = said.people.some((name) => /\s/u.test(name) || !/^[\p{Script=Latin}-]+$/u.test(name))
  return full ? said : { ...said, people: [] }
}

/** Initials (mlu) name nobody to a reader. */
function isInitials(name: string): boolean {
  return /^\p{Ll}{1,4}(?:[/,\s]+\p{Ll}{1,5})*$/u.test(name) && !isAgency(name)
}

const near = 3

/** Do both stand in one small box? Several authors have an element each. */
function beside(first: Element, other: Element): boolean {
  let box: Element = first
  for (
    let up = 0;
    up < near && box.parent && isTag(box.parent) && !/^(?:article|main|body|section)$/u.test(box.parent.name);
    up++
  )
    box = box.parent
  return other === box || holds(box, other)
}

function holds(box: Element, one: Element): boolean {
  for (let at = one.parent, up = 1; at && up < 2 * near; up++, at = at.parent) if (at === box) return true
  return false
}

// A line that is a name and a date: "Ann Lee | 4.3.2026".
const beforeDate = /^([^\d|•·]{5,60}?)\s*[|•·,]\s*(?:\p{L}+,?\s*)?\d{1,4}[./\-年]\s?\d{1,2}/u

// "Ann Lee, Saltmere; Photos: Bo Ray": of a printed byline the single word behind a full name is where it was written.
const placeBehind = /(?<=^\p{Lu}[\p{L}.'’-]*(?:\s[\p{L}.'’-]+){1,3}),\s*\p{Lu}\p{Ll}[\p{Ll}-]+(?=\s*(?:[;|(]|$))/u

const koreanReporter = /^\p{Script=Hangul}{2,4}\s(?:(?:선임|수석|전문|인턴)?기자|특파원|논설위원)$/u

function bylinesOf(lines: Line[]): string[] {
  const found = lines.flatMap(({ text }, at) => {
    if (text.length <= 90 && beginsLikeByline(text)) return [withoutLead(text).replace(/\s*[|•·].*$|\s+\d.*$/u, '')]
    if (koreanReporter.test(text)) return [text]
    // The word for "by" and the name in elements of their own.
    const next = lines[at + 1]?.text ?? ''
    if (isLead(text) && isFullName(next)) return [next]
    const doer = text.length <= 90 ? afterDeed(text) : null
    if (doer !== null) return [doer]
    const labelled = namesAfterLabel(text)
    if (labelled.length > 0) return [labelled.join('、')]
    const dated = beforeDate.exec(text)?.[1]
    return dated && isFullName(dated) ? [dated] : []
  })
  // The box around a byline repeats it with more words: the shortest of the first is the name itself.
  const first = found[0]
  const shortest = found.filter((one) => first?.startsWith(one) && one.length >= 5).at(-1) ?? first
  return shortest === undefined ? [] : [shortest.replace(placeBehind, '')]
}

function signaturesOf(lines: Line[]): string[] {
  return lines
    .map((line) => line.text)
    .filter(isFullName)
    .slice(0, 1)
}

/** Two to four words with a capital each and nothing else: a name that no word introduces must look like one. */
function isFullName(text: string): boolean {
  return /^(?:\p{Lu}[\p{L}\p{M}'’.-]*)(?:\s+(?:\p{Lu}[\p{L}\p{M}'’.-]*|de|da|van|von|bin|al|el)){1,4}$/u.test(
    text.trim(),
  )
}

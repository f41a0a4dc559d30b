import type { Document } from 'domhandler'
import type { Passage, Residue } from '../../types.ts'
import { chooseByVotes } from './generate.ts'
import { readShown } from '../completeness/shown-lines.ts'
import { reasonToWithhold } from '../seen/reason-to-withhold.ts'
import { captionsOf, isInPicturesParagraph, isUnderPicture, markCaptionBoxes, repeatsCaption } from './captions.ts'
import { clockLines } from './clock-lines.ts'
import { judgeBoxes } from './judge-boxes.ts'
import { foldLetters } from '../../text/letters.ts'
import { type Box, type Line, readLines } from './lines.ts'
import { trimEdges } from './edge-lines.ts'
import { advertLines, findNextStory } from './next-story.ts'
import { readMarks } from './marks.ts'
import { findNotices } from './notices.ts'
import { endsWithCredit, endsWithDuration, isPrompt, isStopHeading } from './prompt-rules.ts'
import { textFromScripts } from './script-text.ts'
import { bareCards } from './bare-cards.ts'
import { repeatedLines } from './repeated-lines.ts'
import { endOfReport } from './stop-lines.ts'
import { weigh } from './weigh.ts'

/**
 * `fromScript`: where in the page's scripts the text stood that it does not show itself, and `shown` what it shows instead.
 * `withheld`: why such a text was left there.
 */
export type Body = {
  passages: Passage[]
  residue: Residue[]
  fromScript?: string
  withheld?: string
  shown?: Passage[]
}

/** `titles`: other forms of the headline, as the feed's. */
type Options = {
  headline: string
  titles?: string[]
  url?: string
  isBoilerplate: (line: string) => boolean
  authors?: string[]
}

const longestResidue = 500

/** Below this weight of prose a page may have its text in scripts only. */
const littleProse = 600

/**
 * Cut the body out of a page: lines, three ways to choose among them, line votes, then trimming; residue keeps its rule.
 *
 * An empty shell is read once more from the text in its scripts. What they hold beyond a beginning that the page shows,
 * beyond its wall, or of an article that is not free, stays there: the reader does not see it.
 */
export function readBody(document: Document, options: Options): Body {
  const body = cutBody(document, options)
  const shown = proseOf(body)
  if (shown >= littleProse) return body
  const { headline, titles = [], url } = options
  const written = textFromScripts(document, [headline, ...body.passages.map((passage) => passage.text)], {
    titles: [headline, ...titles],
    url,
  })
  if (written === null) return body
  if ('withheld' in written) return { ...body, withheld: written.withheld }
  const second = cutBody(written.document, options)
  if (proseOf(second) < Math.max(littleProse / 2, shown * 2)) return body
  const withheld = reasonToLeave(document, body, second)
  if (withheld !== null) return { ...body, withheld }
  return {
    passages: second.passages,
    residue: [...body.residue, ...second.residue],
    fromScript: written.declared ? 'articleBody' : 'data of a script',
    shown: body.passages,
  }
}

/**
 * Why the text of a page's scripts is not to be taken, or `null`: the page says so, or shows a beginning of that text. What
 * goes on from there only in a script is what the outlet holds back, or sends to those who may read it.
 */
function reasonToLeave(document: Document, body: Body, written: Body): string | null {
  const reason = reasonToWithhold(document, readShown(document).lines, 'script')
  if (reason !== null) return reason
  const all = foldLetters(written.passages.map(({ text }) => text).join(' '))
  const begun = body.passages.filter(({ text }) => text.length >= 40 && all.includes(foldLetters(text)))
  return begun.at(-1)?.text ?? null
}

function proseOf({ passages }: Body): number {
  return passages.reduce((sum, { text }) => sum + (text.length >= 40 ? weigh(text) : 0), 0)
}

function cutBody(document: Document, options: Options): Body {
  const all = readLines(document)
  markCaptionBoxes(all)
  judgeBoxes(all, options)
  const captions = captionsOf(all.lines)
  const voted = chooseByVotes(all)
  const body = voted.size > 0 ? [...voted].toSorted((a, b) => a.index - b.index) : all.lines.filter(isPlain)
  const { first, last } = widen(all.lines, body)
  const chosen = new Set(body)
  const residue: Residue[] = []
  const kept: Line[] = []
  const clocks = clockLines(all.lines, options.authors ?? [])
  const nextStory = findNextStory(all.lines, { headline: options.headline, first }) ?? Infinity
  const adverts = advertLines(all.lines)
  const repeats = repeatedLines(all.lines, chosen)
  const bare = bareCards(all.lines)
  const notices = findNotices(all.lines, { first, last })
  const isBoilerplate = isPublishedAgain(body, options) ? () => false : options.isBoilerplate
  for (const line of all.lines) {
    const rule = notices.has(line)
      ? null
      : reasonToDrop(line, {
          ...options,
          isBoilerplate,
          chosen,
          captions,
          clocks,
          adverts,
          repeats,
          bare,
          nextStory,
          first,
          last,
        })
    if (rule === null) kept.push(line)
    else if (rule === 'prompt-beside-text' || (line.index >= first && line.index <= last))
      residue.push({ step: 'body', rule, text: line.text.slice(0, longestResidue) })
  }
  for (const line of kept.splice(endOfReport(kept)))
    residue.push({ step: 'body', rule: 'below-read-also', text: line.text.slice(0, longestResidue) })
  // A heading such as "Related" that ended nothing is a prompt like any other.
  const report: Line[] = []
  for (const line of kept) {
    if (isStopHeading(line.text) && isPrompt(line.text))
      residue.push({ step: 'body', rule: 'prompt', text: line.text.slice(0, longestResidue) })
    else report.push(line)
  }
  const edges = report.filter((line) => !notices.has(line))
  for (const { line, rule } of trimEdges(edges, options.authors ?? []))
    residue.push({ step: 'body', rule, text: line.text.slice(0, longestResidue) })
  const text = new Set(edges)
  const whole = report.filter((line) => text.has(line) || notices.has(line))
  return { passages: toPassages(withoutIdleHeadings(whole, residue)), residue }
}

/** A text of which most was seen before is an article that the outlet published at several addresses, not boilerplate. */
function isPublishedAgain(body: Line[], { isBoilerplate }: Options): boolean {
  const sizeOf = (lines: Line[]): number => lines.reduce((sum, { size }) => sum + size, 0)
  return sizeOf(body.filter(({ text }) => isBoilerplate(text))) > sizeOf(body) / 2
}

/**
 * From the first to the last line of the body, with what belongs to them: short paragraphs beside them in the same
 * element, and what the last element goes on to say after a `<br>`, as a list of places.
 */
function widen(lines: Line[], body: Line[]): { first: number; last: number } {
  let first = body[0]?.index ?? 0
  let last = body.at(-1)?.index ?? -1
  const isBeside = (one: Line | undefined, line: Line | undefined): boolean =>
    one !== undefined && line !== undefined && (one.box === line.box || isSetLike(one.box, line.box)) && isPlain(one)
  while (last >= 0 && isBeside(lines[last + 1], lines[last])) last++
  for (let end = endOfEntry(lines, last); end > last; end = endOfEntry(lines, last)) last = end
  while (first > 0 && isBeside(lines[first - 1], lines[first])) first--
  return { first, last }
}

/**
 * The last line of the entry below, where the text's last line stands in an entry of a heading and short lines and another of
 * the same kind follows: the steps of a timeline. `last` where none does.
 */
function endOfEntry(lines: Line[], last: number): number {
  const [box, heading] = [lines[last]?.box.parent, lines[last + 1]]
  const beside = heading?.box.parent
  if (!box || !beside || box === beside || box.parent !== beside.parent || heading.kind !== 'heading') return last
  if (!isNamedAlike(box, beside) || !lines.some((line) => line.kind === 'heading' && line.box.parent === box))
    return last
  let end = last + 1
  while (lines[end + 1]?.box.parent === beside) end++
  return lines.slice(last + 1, end + 1).every(isPlain) ? end : last
}

function isNamedAlike({ element: one }: Box, { element: other }: Box): boolean {
  return one.name === other.name && one.attribs.class !== undefined && one.attribs.class === other.attribs.class
}

/** Paragraphs in the same box, or each in a box of its own of one kind and beside the other's. */
function isSetLike(one: Box, other: Box): boolean {
  if (one.parent === other.parent) return flowing.has(one.element.name) && flowing.has(other.element.name)
  const [box, beside] = [one.parent, other.parent]
  if (!box || !beside || box.parent !== beside.parent || one.element.name !== 'p') return false
  const kindOf = ({ element }: Box): string => `${element.name}.${element.attribs.class ?? ''}`
  return kindOf(one) === kindOf(other) && kindOf(box) === kindOf(beside)
}

// What stands side by side and is one text: paragraphs, questions and answers, items of a list.
const flowing = new Set(['p', 'dt', 'dd', 'li'])

function isPlain(line: Line): boolean {
  return line.box.bad === null && line.linked < line.size / 2
}

type Place = Options & {
  chosen: Set<Line>
  captions: string[]
  clocks: Set<Line>
  adverts: Set<Line>
  repeats: Set<Line>
  bare: Set<Line>
  nextStory: number
  first: number
  last: number
}

function reasonToDrop(line: Line, place: Place): string | null {
  const { text, box, index } = line
  if (index < place.first || index > place.last) return isPrompt(text) ? 'prompt-beside-text' : 'outside-body'
  if (index >= place.nextStory) return 'next-story'
  if (place.adverts.has(line)) return 'advertisement'
  if (box.bad !== null && !isEntryHeading(line)) return `class-word:${box.bad}`
  if (text === place.headline || line.level === 1 || place.titles?.includes(text)) return 'repeats-headline'
  if (place.repeats.has(line)) return 'repeats-text'
  if (place.bare.has(line)) return 'card'
  if (!isStopHeading(text) && isPrompt(text)) return 'prompt'
  if (endsWithDuration(text)) return 'duration'
  if (repeatsCaption(line, place.captions)) return 'repeats-caption'
  if (line.kind !== 'heading' && endsWithCredit(text)) return 'picture-credit'
  if (isUnderPicture(line)) return 'caption-in-italics'
  if (isInPicturesParagraph(line)) return 'caption-in-paragraph'
  if (place.clocks.has(line)) return 'time-of-entry'
  if (leadsElsewhere(line)) return 'leads-elsewhere'
  if (place.isBoilerplate(text)) return 'outlet-line'
  if (line.linked > line.size * 0.8 && !/[\p{Ll}"”’»]\.["”’»]?$/u.test(text)) return 'only-links'
  return line.prose && !place.chosen.has(line) ? 'outvoted' : null
}

/** The heading of an entry, in a `<header>` below the first line of the text: live blogs put time and heading there. */
function isEntryHeading({ kind, level, linked, size, box }: Line): boolean {
  return box.bad === 'header' && kind === 'heading' && level > 1 && linked < size / 2
}

/** "The other story | [a link to it]", ">> [a link]": a label or an arrow, and a link that is the rest. */
function leadsElsewhere({ text, prose, linked, size, pieces, kind }: Line): boolean {
  if (linked === 0 || kind === 'heading' || linked < size * 0.3) return false
  if (/^(?:>>|»|››|→|▶|►|➡|☞|\*\*)/u.test(text)) return true
  if (prose && linked < size * 0.6) return false
  const [label, ...rest] = pieces.filter((piece) => piece.text.trim() !== '')
  return (
    label !== undefined &&
    rest.length > 0 &&
    label.link === null &&
    /^[^.!?]{2,50}[:|>–—]\s*$/u.test(label.text) &&
    rest.every((piece) => piece.link !== null)
  )
}

/** A heading stays only with text after it, before the next heading of its level or above. */
function withoutIdleHeadings(lines: Line[], residue: Residue[]): Line[] {
  const kept: Line[] = []
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1]
    const idle = line.kind === 'heading' && (next === undefined || (next.kind === 'heading' && next.level < line.level))
    if (idle) residue.push({ step: 'body', rule: 'heading-without-text', text: line.text })
    else kept.push(line)
  }
  while (kept.at(-1)?.kind === 'heading') {
    const last = kept.pop()
    if (last) residue.push({ step: 'body', rule: 'heading-without-text', text: last.text })
  }
  return kept
}

function toPassages(lines: Line[]): Passage[] {
  return lines.map(({ kind, text, level, pieces }, index): Passage => {
    const marks = readMarks(text, pieces)
    return {
      id: `p${index + 1}`,
      kind,
      text,
      ...(kind === 'heading' ? { level: Math.max(2, level) } : {}),
      ...(marks.length > 0 ? { marks } : {}),
    }
  })
}

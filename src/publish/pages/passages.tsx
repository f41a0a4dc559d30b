import type { Child, Markup } from '../../text/jsx-runtime.ts'
import type { Claim, Evidence, Language, ParallelText, Passage } from '../../types.ts'
import { framing, uncut, withInnerSigns, type Excerpt } from '../excerpt.ts'
import { tongueOf, type Tongue } from '../../text/tongue.ts'
import { wordsOf } from '../plain-words.ts'
import { linkTo } from '../sheet.tsx'
import { cutText, type Stretch } from '../text-pieces.ts'

/** Evidence with the id that its words have on the page, as `e-c3-1`. */
export type Pinned = Evidence & { anchor: string; claim: Claim }

/** Every piece of evidence of a review, in order of claims. */
export function pinClaims(claims: Claim[]): Pinned[] {
  return claims.flatMap((claim) =>
    claim.evidence.map((one, at) => ({ ...one, anchor: `e-${claim.id}-${at + 1}`, claim })),
  )
}

type PassagesProps = {
  passages: Passage[]
  /** By passage: how each stands in the outlet's text, where only excerpts are shown; `null` for a whole text. */
  excerpts: Record<string, Excerpt> | null
  pinned: Pinned[]
  parallel: ParallelText | null
  language: 'zh-Hans' | 'en'
  /** The language of the text. */
  own: Language | null
}

/** The outlet's text with its own structure; beside each passage our statements that stand on it. */
export function Passages({ passages, excerpts, pinned, parallel, language, own }: PassagesProps) {
  const homes = homesOf(passages, pinned)
  if (excerpts) {
    return (
      <>
        {passages.map((passage) => (
          <div class="pinned">
            <Quoted passage={passage} excerpt={excerpts[passage.id]} pinned={pinned} language={language} own={own} />
            <Notes group={[passage]} pinned={pinned} homes={homes} language={language} />
          </div>
        ))}
      </>
    )
  }
  const { dir } = tongueOf(own)
  return (
    <>
      {groupsOf(passages).map((group) => (
        <div class="pinned" data-passage={group[0]?.id.slice(1)}>
          {parallel === null ? (
            <Group group={group} pinned={pinned} dir={dir} />
          ) : (
            <div class="pair">
              <div class="outlets">
                <Group group={group} pinned={pinned} dir={dir} />
              </div>
              <Translated group={group} parallel={parallel} language={language} />
            </div>
          )}
          <Notes group={group} pinned={pinned} homes={homes} language={language} />
        </div>
      ))}
    </>
  )
}

/** By claim: the first passage on the page that proves it, beside which it is told. */
function homesOf(passages: Passage[], pinned: Pinned[]): Map<string, string> {
  const homes = new Map<string, string>()
  for (const { id } of passages)
    for (const { passage, claim } of pinned) if (passage === id && !homes.has(claim.id)) homes.set(claim.id, id)
  return homes
}

type QuotedProps = Omit<PassagesProps, 'passages' | 'excerpts' | 'parallel'> & {
  passage: Passage
  excerpt: Excerpt | undefined
}

/** Words cut out of the outlet's text: from which passage, said by whom, in quotation signs, with an ellipsis at a cut. */
function Quoted({ passage, excerpt = uncut, pinned, language, own }: QuotedProps) {
  const words = wordsOf(language)
  const { dir } = tongueOf(own)
  const [before, after] = framing(passage.text, own, excerpt)
  const speaker = excerpt.speaker ?? (excerpt.spoken ? words.spokenInReport : null)
  return (
    <blockquote id={passage.id} class="excerpt" dir={dir}>
      <p class="whence" lang={language} dir={dir && 'ltr'}>
        {words.passage(passage.id.slice(1))}
        {speaker === null ? null : (
          <>
            {' · '}
            <span {...(excerpt.speaker ? tongueOf(own) : {})}>{speaker}</span>
          </>
        )}
      </p>
      <p>
        {before}
        {inline({ ...passage, text: withInnerSigns(passage.text, own) }, pinned)}
        {after}
      </p>
    </blockquote>
  )
}

type TranslatedProps = { group: Passage[]; parallel: ParallelText; language: 'zh-Hans' | 'en' }

/** The same passages in the reader's language, in the same form; what the checks refused says so. */
function Translated({ group, parallel, language }: TranslatedProps) {
  const words = wordsOf(language)
  const all = group.map((passage) => ({ passage, ours: parallel.passages.find(({ id }) => id === passage.id) }))
  const there = all.flatMap(({ passage, ours }): Passage[] =>
    ours && ours.text !== null ? [inOurForm(passage, ours.text)] : [],
  )
  const advice = [...new Set(all.flatMap(({ ours }) => ours?.findings ?? []).map(({ check }) => check))]
  const whole = there.length === group.length
  return (
    <div class={whole ? 'parallel' : 'parallel refused'} lang={parallel.language}>
      {there.length > 0 ? <Group group={there} pinned={[]} dir={undefined} /> : null}
      {whole ? null : <p class="state">{words.refused}</p>}
      {whole && advice.length > 0 ? <p class="state">{words.advice(advice)}</p> : null}
    </div>
  )
}

/** The outline of a page is the outlet's: our headings are lines that look like headings. */
function inOurForm({ id, kind, level }: Passage, text: string): Passage {
  const form = { id: `t-${id}`, text }
  return kind === 'heading' ? { ...form, kind: 'paragraph', level } : { ...form, kind }
}

/** Runs of list items and of table rows are one list and one table; every other passage stands alone. */
function groupsOf(passages: Passage[]): Passage[][] {
  const groups: Passage[][] = []
  for (const passage of passages) {
    const last = groups.at(-1)
    const runs = passage.kind === 'list-item' || passage.kind === 'table-row'
    if (runs && last?.[0]?.kind === passage.kind) last.push(passage)
    else groups.push([passage])
  }
  return groups
}

type GroupProps = { group: Passage[]; pinned: Pinned[]; dir: Tongue['dir'] }

function Group({ group, pinned, dir }: GroupProps) {
  const [first] = group
  if (!first) return null
  const text = (passage: Passage): Child => inline(passage, pinned)
  if (first.kind === 'quote')
    return (
      <blockquote id={first.id} dir={dir}>
        {text(first)}
      </blockquote>
    )
  if (first.kind === 'list-item')
    return (
      <ul dir={dir}>
        {group.map((one) => (
          <li id={one.id}>{text(one)}</li>
        ))}
      </ul>
    )
  if (first.kind === 'table-row')
    return (
      <table dir={dir}>
        <tbody>
          {group.map((one) => (
            <tr id={one.id}>{cells(one, pinned)}</tr>
          ))}
        </tbody>
      </table>
    )
  if (first.kind === 'heading') {
    const Heading = headings[(first.level ?? 2) - 2] ?? 'h2'
    return (
      <Heading id={first.id} dir={dir}>
        {text(first)}
      </Heading>
    )
  }
  return (
    <p id={first.id} class={first.level === undefined ? first.kind : 'heading'} dir={dir}>
      {text(first)}
    </p>
  )
}

// The page's own headline is the only h1.
const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const

/** Reading a page joins the cells of a row so. */
const betweenCells = ' | '

function cells(row: Passage, pinned: Pinned[]): Child[] {
  let start = 0
  const ranges = row.text.split(betweenCells).map((cell) => {
    const range = { start, end: start + cell.length }
    start = range.end + betweenCells.length
    return range
  })
  return inRanges(row, pinned, ranges).map((cell) => <td>{cell}</td>)
}

const inline = (passage: Passage, pinned: Pinned[]): Child =>
  inRanges(passage, pinned, [{ start: 0, end: passage.text.length }])[0] ?? ''

/** Ranges of a passage's text with its emphasis, links and evidence; its letters stay as they are. */
function inRanges({ id, text, marks = [] }: Passage, pinned: Pinned[], ranges: Stretch[]): Child[] {
  const isIn = ({ start, end }: Stretch): boolean => start < end && end <= text.length
  const proofs = pinned.filter((one) => one.passage === id && isIn(one))
  // Most passages: nothing is emphasised, linked or proved in them.
  if (marks.length === 0 && proofs.length === 0) return ranges.map(({ start, end }) => text.slice(start, end))
  const placed = new Set<string>()
  return cutText(ranges, { marks: marks.filter(isIn), proofs }).map((pieces) => (
    <>
      {pieces.map((piece) => {
        const fresh = piece.proofs.filter(({ anchor }) => !placed.has(anchor))
        for (const { anchor } of fresh) placed.add(anchor)
        const dressed = piece.marks.reduce<Child>(
          (child, mark) => dress(child, mark),
          text.slice(piece.start, piece.end),
        )
        return piece.proofs.length === 0 ? dressed : <EvidenceMark anchors={fresh}>{dressed}</EvidenceMark>
      })}
    </>
  ))
}

function dress(child: Child, mark: NonNullable<Passage['marks']>[number]): Child {
  if (mark.kind === 'emphasis') return <em>{child}</em>
  if (mark.kind === 'strong') return <strong>{child}</strong>
  const target = linkTo(mark.url ?? '')
  return target === '#' ? (
    child
  ) : (
    <a href={target} rel="noopener nofollow external">
      {child}
    </a>
  )
}

/** Words that prove a statement. Several statements may stand on the same words: each has its own anchor. */
function EvidenceMark({ anchors, children }: { anchors: Pinned[]; children: Child }) {
  const [first, ...others] = anchors
  const marked = <mark id={first?.anchor}>{children}</mark>
  return others.reduce<Markup | null>((child, one) => <span id={one.anchor}>{child}</span>, marked)
}

type NotesProps = { group: Passage[]; pinned: Pinned[]; homes: Map<string, string>; language: 'zh-Hans' | 'en' }

/** Our statements beside the passage that proves them; one that stands on several is told beside the first. */
function Notes({ group, pinned, homes, language }: NotesProps) {
  if (pinned.length === 0) return null
  const ids = new Set(group.map((one) => one.id))
  const claims = [...new Set(pinned.filter((one) => ids.has(one.passage)).map((one) => one.claim))]
  if (claims.length === 0) return null
  const words = wordsOf(language)
  return (
    <aside class="notes" lang={language} aria-label={`${words.notes} ¶${group[0]?.id.slice(1)}`}>
      {claims.map((claim) => (
        <p class={claim.kind}>
          <a href={`#c-${claim.id}`}>{words.kinds[claim.kind]}</a>{' '}
          {ids.has(homes.get(claim.id) ?? '') ? claim.text : words.notedBeside(homes.get(claim.id)?.slice(1) ?? '')}
        </p>
      ))}
    </aside>
  )
}

/** A link to the very words on the outlet's own page (WICG, text fragments). */
export function fragmentLink(url: string, quote: string, language: Language | null): string {
  const words = quote.trim().split(/\s+/u)
  const dense = /^(?:zh|ja|th|ko)/u.test(language ?? '') || words.length < 8
  const escape = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D')
  const text = dense
    ? escape(quote.trim().slice(0, 80))
    : `${escape(words.slice(0, 4).join(' '))},${escape(words.slice(-4).join(' '))}`
  return `${linkTo(url).split('#')[0]}#:~:text=${text}`
}

import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import type { Completeness, FeedItem, Passage, Sign, Verdict } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import { elements } from '../tree.ts'
import { compareAccounts, size } from './accounts.ts'
import { judgeEnding, openness, type Weighed } from './ending.ts'
import { readGate } from './gate-words.ts'
import type { Shown, ShownLine } from './shown-lines.ts'

/** What is weighed. `usualLength`: words and characters of the outlet's usual article, where known. `html`: the page's source. */
export type Facts = {
  passages: Passage[]
  metadata: PageMetadata
  item: FeedItem | null
  document: Document
  shown: Shown
  html?: string
  usualLength?: number | null
}

/** From this weight on a text is not called whole. */
const enough = 1.5
/** Words and characters under which a text is no article without more. */
const teaserLength = 45
const linesBelow = 14
const signsBelow = 1600

/**
 * Judge whether the text is all there is, with the signs that say so.
 *
 * No flag decides alone: an outlet's `isAccessibleForFree: false` is right about what we hold in 13 % of pages. Signs have
 * weights; from 1.5 on the text is cut. What stands right below the last passage, how that ends, and other accounts of
 * the length (the outlet's own text and count, the feed, what this outlet usually gives) say most.
 */
export function judgeCompleteness(facts: Facts): Completeness {
  const { passages, metadata, shown } = facts
  const length = size(passages.map((passage) => passage.text).join('\n'))
  const end = findEnd(passages, shown.lines)
  const accounts = compareAccounts(facts, length)
  const gate = judgeBelow(facts, { end, length })
  const signs: Weighed[] = [
    ...gate,
    ...judgeEnding(passages, brokenLine(shown.lines, end)),
    ...accounts.signs,
    ...judgeAccess(facts),
    ...judgeSource(facts, end),
  ]
  if (facts.usualLength && length < facts.usualLength * 0.3)
    signs.push({ code: 'shorter-than-usual', detail: `${length} of about ${facts.usualLength}`, weight: 0.75 })
  const walled = gate.some((sign) => sign.weight >= 1)
  const give = (verdict: Verdict): Completeness => ({
    verdict,
    signs: signs.map(({ code, detail }): Sign => ({ code, detail: detail.slice(0, 160) })),
    shareMissing: verdict === 'whole' ? null : accounts.shareMissing,
  })
  if (length < 80 && shown.player && !walled) {
    signs.push({ code: 'player', detail: shown.player, weight: 0 })
    return give('not-text')
  }
  if (length === 0) {
    signs.push({ code: 'no-text', detail: '0 passages', weight: 2 })
    return give(walled ? 'wall' : 'teaser')
  }
  if (length < teaserLength && !accounts.agrees)
    signs.push({ code: 'very-short', detail: `${length} words and characters`, weight: 1.5 })
  else if (length < teaserLength * 2 && metadata.publishedAt === null && metadata.authors.length === 0)
    signs.push({ code: 'no-article-signs', detail: `${length} words and characters, no date, no author`, weight: 1.5 })
  const weight = signs.reduce((sum, sign) => sum + sign.weight, accounts.agrees ? -1 : 0)
  if (weight < enough) return give('whole')
  return give(length < 60 ? (walled ? 'wall' : 'teaser') : 'cut')
}

const key = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()

/** The index of the line in which the last passage ends, or -1. */
function findEnd(passages: Passage[], lines: ShownLine[]): number {
  const keys = lines.map((line) => key(line.text.slice(-120)))
  for (const passage of passages.slice(-4).toReversed()) {
    const said = key(passage.text.slice(-120))
    const tail = said.slice(-24)
    if (tail.length < 6) continue
    const at = keys.findLastIndex(
      (one) => one.endsWith(tail) || (one.length >= 8 && one.length < 24 && tail.endsWith(one)),
    )
    if (at >= 0) return at
  }
  return -1
}

/** A line below the last passage that is set like it and breaks off: too short to have been taken for a passage. */
function brokenLine(lines: ShownLine[], end: number): string | null {
  const last = lines[end]
  const next = lines[end + 1]
  if (!last?.box || !next?.box || next.linked || next.heading) return null
  const beside = next.box === last.box || (next.box.parent === last.box.parent && next.box.name === last.box.name)
  return beside && readGate(next.text) === null && (openness(next.text) === 2 || /(?:…|\.{3})\s*$/u.test(next.text))
    ? next.text
    : null
}

/** Gates, prompts and fading in the lines below the text; in a short page, everywhere. */
function judgeBelow({ shown }: Facts, { end, length }: { end: number; length: number }): Weighed[] {
  const { lines } = shown
  const signs: Weighed[] = []
  const walls = new Set(shown.walls.map(({ element }) => element))
  const lonely = length < 120
  let seen = 0
  let under = false
  for (let at = end + 1; at < lines.length && signs.length < 2; at++) {
    const line = lines[at]
    if (!line) break
    const far = at - end
    seen += line.text.length
    const inWall = isInside(line.box, walls)
    if (!inWall && !lonely && (far > linesBelow || seen > signsBelow)) {
      if (far > 400) break
      continue
    }
    const kind = readGate(line.text)
    // Links below a heading are other articles: one of them may be about subscribing.
    if (line.heading && kind === null) under = true
    if (kind === null || (under && line.linked && !inWall)) continue
    const near = far <= 6 || lonely
    if (kind === 'more') {
      if (far <= 3)
        signs.push({ code: 'continue-reading', detail: line.text, weight: line.linked || far === 1 ? 1.5 : 0.75 })
    } else if (inWall) signs.push({ code: 'wall-phrase', detail: line.text, weight: near || far <= linesBelow ? 2 : 1 })
    else signs.push({ code: 'wall-phrase', detail: line.text, weight: near ? 2 : kind === 'alone' ? 1 : 0.75 })
  }
  const fade = findFade(shown, end)
  if (fade) signs.push({ code: 'faded', detail: fade, weight: signs.length > 0 ? 1 : 0.75 })
  return signs
}

function isInside(box: Element | null, set: Set<Element>): boolean {
  let up = box
  for (let height = 0; up && height < 12; height++) {
    if (set.has(up)) return true
    up = up.parent && isTag(up.parent) ? up.parent : null
  }
  return false
}

/** A fade or clamp around the last line, or begun between it and the next one. */
function findFade({ lines, fades }: Shown, end: number): string | null {
  const last = lines[end]
  if (!last) return null
  const around = new Set<Element>()
  let up = last.box
  for (let height = 0; up && height < 4; height++) {
    around.add(up)
    up = up.parent && isTag(up.parent) ? up.parent : null
  }
  const found = fades.find(({ at, element }) => at === end + 1 || (at <= end && around.has(element)))
  return found?.name ?? null
}

/** The outlet's own flags: half a sign each. */
function judgeAccess({ metadata, document }: Facts): Weighed[] {
  if (metadata.isAccessibleForFree !== false) return []
  const signs: Weighed[] = [{ code: 'not-free', detail: 'isAccessibleForFree is false', weight: 0.5 }]
  const gate = metadata.accessSelector
    ?.split(',')[0]
    ?.trim()
    .match(/^([.#])([\w-]+)$/u)
  if (gate && !hasElement(document, { kind: gate[1] ?? '', name: gate[2] ?? '' }))
    signs.push({ code: 'gated-part-absent', detail: String(metadata.accessSelector), weight: 0.75 })
  return signs
}

function hasElement(document: Document, { kind, name }: { kind: string; name: string }): boolean {
  for (const { attribs } of elements(document)) {
    if (kind === '#' ? attribs.id === name : (attribs.class ?? '').split(/\s+/u).includes(name)) return true
  }
  return false
}

/** A source that stops where the text stops was broken off on its way. */
function judgeSource({ html, shown }: Facts, end: number): Weighed[] {
  if (html === undefined || end < 0 || end < shown.lines.length - 1) return []
  if (/<\/(?:html|body)\s*>/iu.test(html.slice(-20_000))) return []
  return [{ code: 'page-breaks-off', detail: html.slice(-80), weight: 1 }]
}

import type { Document, Element } from 'domhandler'
import { isTag } from 'domhandler'
import { redactUrl } from '../../text/redact-url.ts'
import type { Completeness, Passage, Sign, Verdict } from '../../types.ts'
import { elementsOf } from '../tree.ts'
import { compareAccounts, size } from './accounts.ts'
import { brokenLine, isOwn, ownKinds } from './broken-line.ts'
import { isBrief, judgeEnding, type Weighed } from './ending.ts'
import { mayBeGate, readGate } from './gate-words.ts'
import { type Place, placePassages } from './place.ts'
import type { Shown, ShownLine } from './shown-lines.ts'
import { partThatLoads } from './loads-later.ts'
import { readStandIn } from './stand-in.ts'
import type { Facts } from './facts.ts'
import { gateAbove, gateFirst } from './gates-above.ts'

/** From this weight on a text is not called whole. */
const enough = 1.5
/** Words and characters under which a text is no article without more. */
const teaserLength = 60
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
  const instead = readStandIn(passages, metadata.headline)
  if (instead?.kind === 'retracted')
    return { verdict: 'whole', signs: [{ code: 'retracted', detail: instead.said.slice(0, 160) }], shareMissing: null }
  const place = placePassages(passages, shown.lines)
  const accounts = compareAccounts(facts, length)
  const gate = judgeBelow(facts, { place, length })
  const signs: Weighed[] = [
    ...gate,
    ...judgeEnding(passages, { rest: place.rest, below: brokenLine(shown.lines, place) }),
    ...accounts.signs,
    ...judgeAccess(facts),
    ...judgeSource(facts, place.last),
    ...judgeLater(facts, place.last),
    ...judgeTemplate(passages),
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
  const named = metadata.publishedAt !== null || metadata.authors.length > 0
  const isShort = length < teaserLength && !accounts.agrees
  if (isShort && !(named && signs.length === 0 && isBrief(passages)))
    signs.push({ code: 'very-short', detail: `${length} words and characters`, weight: 1.5 })
  else if (length < teaserLength * 1.5 && !named)
    signs.push({ code: 'no-article-signs', detail: `${length} words and characters, no date, no author`, weight: 1.5 })
  const weight = signs.reduce((sum, sign) => sum + sign.weight, accounts.agrees ? -1 : 0)
  if (weight < enough) return give('whole')
  return give(length < 60 ? (walled ? 'wall' : 'teaser') : 'cut')
}

/** Letters of the article's own elements that may follow a gate: a note, a line about a newsletter. */
const restAfterGate = 400
const restAfterMore = 200

/** Gates, prompts and fading in the lines below the text, or before its last few lines; in a short page, everywhere. */
function judgeBelow(facts: Facts, { place, length }: { place: Place; length: number }): Weighed[] {
  const { passages, shown } = facts
  const { lines } = shown
  const signs: Weighed[] = []
  const walls = new Set(shown.walls.map(({ element }) => element))
  const lonely = length < 120
  const ends = new Set(place.lineOf)
  const kinds = ownKinds(lines, place.lineOf)
  const from = firstEnd(place, Math.max(restAfterGate, place.all * 0.2))
  let seen = 0
  let under = false
  let ownRest = place.rest[place.lineOf.indexOf(from)] ?? 0
  let far = 0
  for (let at = from + 1; at < lines.length && signs.length < 2; at++) {
    const line = lines[at]
    if (!line) break
    const passage = ends.has(at) ? place.lineOf.indexOf(at) : -1
    if (passage >= 0) {
      ownRest = place.rest[passage] ?? 0
      under = false
    }
    far = passage >= 0 && !(mayBeGate(line.text) && readGate(line.text)) ? 0 : far + 1
    if (at > place.last) seen += line.text.length
    // A paragraph of the article that was left out brings its end nearer.
    if (isOwn(line, kinds)) far = 0
    const inWall = isInside(line.box, walls)
    if (!inWall && !lonely && at > place.last && (far > linesBelow || seen > signsBelow)) {
      if (far > 400) break
      continue
    }
    const kind = passage >= 0 && !mayBeGate(line.text) ? null : readGate(line.text)
    // Links below a heading are other articles: one of them may be about subscribing.
    if (line.heading && kind === null) under = true
    if (kind === null || (under && line.linked && !inWall)) continue
    const near = far <= 6 || lonely
    if (kind === 'more') {
      const open = ownRest <= restAfterMore && (far <= 2 || (far === 3 && lonely))
      if (open)
        signs.push({ code: 'continue-reading', detail: line.text, weight: line.linked || far === 1 ? 1.5 : 0.75 })
    } else if (inWall) signs.push({ code: 'wall-phrase', detail: line.text, weight: near || far <= linesBelow ? 2 : 1 })
    else signs.push({ code: 'wall-phrase', detail: line.text, weight: near ? 2 : kind === 'alone' ? 1 : 0.75 })
  }
  const above = gateAbove(lines, place) ?? (lonely ? gateFirst(facts, place) : null)
  if (above) signs.push(above)
  const fade = findFade(shown, place.last)
  if (fade) signs.push({ code: 'faded', detail: fade, weight: signs.length > 0 ? 1 : 0.75 })
  if (isRowOfTeasers(passages, lines, place))
    signs.push({ code: 'teasers-only', detail: 'each passage stands beside a linked heading', weight: 1.5 })
  if (isLegal(passages)) signs.push({ code: 'legal-notice-only', detail: passages[0]?.text ?? '', weight: 1.5 })
  return signs
}

const legal =
  /©|\(c\) ?(?:19|20)\d\d|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|tutti i diritti|todos os direitos|may not be (?:published|reproduced)|registered (?:office|in england)|все права защищены|版权所有|版權所有|無断転載|무단 ?전재|tüm hakları|جميع الحقوق/iu

/** Is what was taken for the text nothing but the small print of the page? */
function isLegal(passages: Passage[]): boolean {
  const said = passages.filter(({ text }) => legal.test(text)).reduce((sum, { text }) => sum + text.length, 0)
  const all = passages.reduce((sum, { text }) => sum + text.length, 0)
  return said > all * 0.3 && all < 1200
}

/** The line of the first passage after which no more than `most` letters of the article's own elements come. */
function firstEnd({ lineOf, rest }: Place, most: number): number {
  const index = lineOf.findIndex((line, at) => line >= 0 && (rest[at] ?? 0) <= most)
  return index < 0 ? -1 : (lineOf[index] ?? -1)
}

/** Are the passages the lines under the headlines of other articles? Then the article's own text is not among them. */
function isRowOfTeasers(passages: Passage[], lines: ShownLine[], { lineOf }: Place): boolean {
  const found = lineOf.filter((at) => at >= 0)
  if (passages.length < 3 || found.length < 3) return false
  const beside = found.filter((at) =>
    [at - 2, at - 1, at + 1, at + 2].some((near) => lines[near]?.heading && lines[near]?.linked),
  )
  return beside.length >= found.length * 0.75
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
  for (const { attribs } of elementsOf(document)) {
    if (kind === '#' ? attribs.id === name : (attribs.class ?? '').split(/\s+/u).includes(name)) return true
  }
  return false
}

/** Template code that a script would have filled in: what was taken for the text is a form or a box of the page. */
function judgeTemplate(passages: Passage[]): Weighed[] {
  const code = passages.filter(({ text }) => /\{([*{%#])[^{}]{1,80}(?:[*}%#])\}/u.test(text))
  if (code.length < 2) return []
  return [{ code: 'template-code', detail: code[0]?.text ?? '', weight: 1.5 }]
}

/** A source without its end was broken off on its way; the more surely, the nearer to the text it stops. */
function judgeSource({ html, shown }: Facts, end: number): Weighed[] {
  // No page that is written to its end ends inside a tag.
  if (html !== undefined && /<\/?[a-z][^<>]*$/iu.test(html.slice(-400)))
    return [{ code: 'page-breaks-off', detail: html.slice(-80), weight: 2 }]
  if (html === undefined || html.length < 2000 || /<\/(?:html|body)\s*>/iu.test(html.slice(-20_000))) return []
  const near = end >= 0 && shown.lines.length - 1 - end <= 4
  // What was left without its last tags by hand still ends with a tag.
  const inText = !html.trimEnd().endsWith('>')
  return [{ code: 'page-breaks-off', detail: html.slice(-80), weight: near || inText ? 2 : 1 }]
}

/** A part of the text that the page fetches only when a reader comes to it. */
function judgeLater({ shown, url }: Facts, end: number): Weighed[] {
  const address = partThatLoads(shown.lines[end]?.box ?? null, url ?? null)
  return address === null ? [] : [{ code: 'continue-reading', detail: redactUrl(address), weight: 1.5 }]
}

import type { Document, Element } from 'domhandler'
import { measureLength } from '../../text/length.ts'
import type { Completeness, FeedItem, Passage, Residue, Sign } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import { elements, visibleText } from '../tree.ts'
import phrases from './wall-phrases.json' with { type: 'json' }

const wall = new RegExp(phrases.join('|'), 'iu')
const wallClass =
  /paywall|piano-|regwall|subscriber-only|premium-(?:wall|content|teaser)|meter(?:ed)?-|abo-?schranke|article-(?:gate|wall)/iu
const ended = /[.!?。！？…।؟۔"”’»」』)）\]:：;*]\s*$/u

/**
 * Judge whether the text is all there is, with the signs that say so.
 *
 * No flag decides alone: an outlet's `isAccessibleForFree: false` is right about what we hold in 13 % of pages, and
 * declared words count captions and boxes too. What is missing by two accounts, or by a prompt with an end before it, is cut.
 *
 * @param facts.usualLength words and characters of the outlet's usual article, where known
 */
export function judgeCompleteness(facts: {
  passages: Passage[]
  residue: Residue[]
  metadata: PageMetadata
  item: FeedItem | null
  document: Document
  usualLength?: number
}): Completeness {
  const { passages, residue, metadata, item } = facts
  const length = size(passages.map((passage) => passage.text).join(' '))
  const page = look(facts.document, metadata.accessSelector)
  const prompt =
    page.prompt ??
    [...residue.map((one) => one.text), ...passages.slice(-2).map((one) => one.text)].find(
      (one) => one.length < 400 && wall.test(one),
    )
  const body = size(metadata.articleBody ?? '')
  const feed = size((item?.content ?? '').replace(/<[^>]*>/gu, ' '))
  const known = Math.max(body, metadata.declaredWords ?? 0, feed)
  const shareMissing = known > length * 1.15 + 20 ? Math.round((1 - length / known) * 100) / 100 : null
  const last = passages.at(-1)
  const signs: Sign[] = []
  let weight = 0
  const sign = (code: string, detail: string, points: number): void => {
    signs.push({ code, detail: detail.slice(0, 160) })
    weight += points
  }
  if (prompt) sign('wall-phrase', prompt, page.walled || length < 250 ? 2 : 1)
  if (page.walled && !prompt) sign('wall-element', page.walled, 0.5)
  if (metadata.isAccessibleForFree === false) sign('not-free', 'isAccessibleForFree is false', 0.5)
  if (metadata.isAccessibleForFree === false && page.gated === 0)
    sign('gated-part-absent', String(metadata.accessSelector), 0.5)
  if (body > length * 1.3 + 30) sign('shorter-than-article-body', `${length} of ${body}`, 2)
  if ((metadata.declaredWords ?? 0) > length * 1.5 + 60)
    sign('shorter-than-declared', `${length} of ${metadata.declaredWords}`, 2)
  if (feed > length * 1.2 + 30) sign('shorter-than-feed', `${length} of ${feed}`, 2)
  if (last && /(?:…|\.\.\.|\[\s*(?:…|\.\.\.)\s*\])$/u.test(last.text)) sign('ends-in-ellipsis', last.text.slice(-60), 1)
  else if (last?.kind === 'paragraph' && last.text.length > 60 && !ended.test(last.text))
    sign('ends-open', last.text.slice(-60), 0.5)
  if (facts.usualLength && length < facts.usualLength * 0.3)
    sign('shorter-than-usual', `${length} of about ${facts.usualLength}`, 0.5)
  if (length < 80 && page.player)
    return { verdict: 'not-text', signs: [...signs, { code: 'player', detail: page.player }], shareMissing: null }
  if (length === 0)
    return {
      verdict: prompt || page.walled ? 'wall' : 'teaser',
      signs: [...signs, { code: 'no-text', detail: '0 passages' }],
      shareMissing,
    }
  if (length < 40 && weight < 1.5) sign('very-short', `${length} words and characters`, 1.5)
  if (weight < 1.5) return { verdict: 'whole', signs, shareMissing: null }
  return { verdict: length < 60 ? (prompt ? 'wall' : 'teaser') : 'cut', signs, shareMissing }
}

/** Prompts, gates and players of the page, in one walk. `gated` counts what the access selector finds; `null` without one. */
function look(document: Document, selector: string | null) {
  const gate =
    selector
      ?.split(',')[0]
      ?.trim()
      .match(/^([.#])([\w-]+)$/u) ?? null
  const seen = {
    prompt: null as string | null,
    walled: null as string | null,
    player: null as string | null,
    gated: gate ? 0 : null,
  }
  for (const element of elements(document)) {
    const { name, attribs } = element
    if (name === 'audio' || name === 'video') seen.player ??= name
    if (gate && seen.gated !== null && matches(element, gate)) seen.gated++
    const marks = `${attribs.class ?? ''} ${attribs.id ?? ''}`
    if (marks.length < 2 || name === 'body' || name === 'html' || !wallClass.test(marks)) continue
    // Some outlets put class="paywall" on every paragraph: only a small element that also says so is a wall.
    const said = visibleText(element)
    if (said.length < 1500 && wall.test(said)) {
      seen.prompt ??= said
      seen.walled ??= marks.trim()
    }
  }
  return seen
}

function matches({ attribs }: Element, [, kind, name]: RegExpMatchArray): boolean {
  return kind === '#' ? attribs.id === name : (attribs.class ?? '').split(/\s+/u).includes(name ?? '')
}

/** Words and characters together. */
function size(text: string): number {
  const { words, characters } = measureLength(text)
  return words + characters
}

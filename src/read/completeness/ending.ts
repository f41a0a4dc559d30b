import { countHanAndKana } from '../../text/letters.ts'
import type { Passage, Sign } from '../../types.ts'
import { isInvitation } from './gate-words.ts'

/** A sign with its weight: a text is called whole while the weights stay under 1.5. */
export type Weighed = Sign & { weight: number }

const closers = String.raw`["”’»«」』）)\]】〉》'“]`
const ended = new RegExp(String.raw`(?:[.!?。！？…।॥؟۔։።၊။។]|[:;：；])\s*${closers}*\s*$|[)）\]］】♦■◆▪●►▶★*]\s*$`, 'u')
const ellipsis = new RegExp(String.raw`(?:…|(?<!\.)\.{3}|⋯)\s*${closers}*\s*$`, 'u')
const bracketed = /[[(（]\s*(?:…|\.{3,}|⋯+|\+\d+ chars?)\s*[\])）]\s*$/u
// One capital and a dot are an initial or an abbreviation: "the U.S. President".
const sentenceEnd = new RegExp(
  String.raw`(?:(?<!(?<!\p{L})\p{Lu})\.|[!?。！？…।॥؟۔։።။។])(?=${closers}*(?:\s|$|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}))`,
  'gu',
)
const openEnd = /(?:[,，、،–—(（[“„«‹「『]|\s-)\s*$/u
// What stands in the last line of a whole text without a full stop: addresses, rows of facts, names of those who wrote.
const credit =
  /@|https?:|www\.|\.(?:com|org|net|de|fr|it|es|uk|ru|jp|kr|cn|tr)\b|\||©|ⓒ|:\s*\p{Lu}\S*(?:\s\p{Lu}\S*){0,3}$|(?:reporting|editing|writing|additional reporting|translated|edited|compiled) by|(?:quelle|quellen|source|sources|fuente|fonte|foto|photo|text|mit material|redaktion|kaynak|bron|kilde|källa|zdroj|źródło|источник|фото|記者|记者|기자|編集|编辑|責任編集|写真)\s*[:：/／)]|기자\s*$|記者\s*$|记者\s*$/iu
const invitation = /newsletter|subscribe|sign(?:ing)?[- ]up|follow us|click here|whatsapp|telegram|facebook|instagram/iu
const spaced = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u

const restAfterEnd = 240
// An open sentence is a slip of the pen more often than dots are: less of the text may come after it.
const restAfterOpen = 160
const mostTails = 12
const shortestProse = 40

/** How clearly a text breaks off in the middle of a sentence: 0 not, 1 perhaps, 2 clearly. */
export function openness(text: string): 0 | 1 | 2 {
  const line = text.trimEnd()
  if (line.length < 12 || ended.test(line)) return 0
  if (openEnd.test(line)) return 2
  let from = 0
  for (const end of line.matchAll(sentenceEnd)) from = end.index + 1
  const rest = line.slice(from).replace(/^["”’»」』）)\s]+/u, '')
  if (credit.test(rest) || invitation.test(rest)) return 0
  const last = /[\p{L}\p{M}\p{N}'’-]+$/u.exec(rest)?.[0] ?? ''
  if (last === '') return 0
  const words = rest.split(/\s+/u).filter((word) => /\p{L}/u.test(word))
  if (spaced.test(last)) {
    const small = words.filter((word) => /^[^\p{L}]*\p{Ll}/u.test(word)).length
    if (/^\p{Ll}/u.test(last)) return words.length >= 4 ? 2 : 1
    return words.length >= 6 && small / words.length >= 0.4 ? 1 : 0
  }
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u.test(last)) {
    // A row of places or names, as of those whom a warning reaches.
    const items = rest.split(/[、,，]/u)
    if (items.length >= 4 && !/\p{Script=Hiragana}{2}/u.test(items.at(-1) ?? '')) return 0
    return rest.length >= 14 ? 2 : 0
  }
  if (/\p{Script=Hangul}$/u.test(last)) return /[다요죠까음함임됨]$/u.test(last) ? 0 : words.length >= 4 ? 2 : 0
  if (/\p{N}$/u.test(last)) return words.length >= 6 ? 1 : 0
  return words.length >= 6 ? 2 : 0
}

const briefSentences = 3
const wordsOfSentence = 3

/** A brief: three sentences or more, all of them complete. A standfirst that announces an article has one or two. */
export function isBrief(passages: Passage[]): boolean {
  const lines = passages.filter(({ kind }) => kind !== 'heading').map(({ text }) => text.trim())
  if (ellipsis.test(lines.at(-1) ?? '') || lines.some((line) => openness(line) > 0)) return false
  const sentences = lines.flatMap((line) => line.split(sentenceEnd)).filter((one) => isSentence(one))
  return sentences.length >= briefSentences
}

function isSentence(text: string): boolean {
  const unspacedLetters = countHanAndKana(text)
  return unspacedLetters >= 8 || (text.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) >= wordsOfSentence
}

/**
 * The shape of the ending: an ellipsis, an open sentence.
 *
 * @param place.rest letters of the article's own elements after each passage: the text may end before the last one
 * @param place.below the first line below the last passage where it is set like the passages: a broken-off line that is
 *   too short to have been taken for one
 */
export function judgeEnding(passages: Passage[], place: { rest: number[]; below: string | null }): Weighed[] {
  const prose = passages.filter(
    ({ kind, text }) => kind !== 'heading' && kind !== 'table-row' && text.length >= shortestProse,
  )
  const others = prose.slice(0, -3)
  const dotted = others.filter(({ text }) => ellipsis.test(text)).length
  const closed = others.length < 3 ? 1 : others.filter(({ text }) => ended.test(text)).length / others.length
  let best: Weighed | null = null
  let closedBelow = 0
  for (const [index, { text, rest }] of tailsOf(passages, place).entries()) {
    const sign = readTail(text, { dotted, closed, last: index === 0 }) ?? (index === 0 ? readStub(text, prose) : null)
    // One sentence below may be something else of the page; where two follow, the open one was a slip of the pen.
    const isSlip = sign?.code === 'ends-open' && (rest > restAfterOpen || closedBelow >= 2)
    if (sign && !isSlip && sign.weight > (best?.weight ?? 0)) best = sign
    if (text.length >= shortestProse && ended.test(text)) closedBelow += 1
  }
  return best ? [best] : []
}

/** @param style.dotted how many other paragraphs end in dots; `closed`: the share of them that ends like a sentence */
function readTail(text: string, style: { dotted: number; closed: number; last: boolean }): Weighed | null {
  const detail = text.slice(-80)
  if (bracketed.test(text)) return { code: 'ends-in-ellipsis', detail, weight: 2 }
  if (ellipsis.test(text)) return { code: 'ends-in-ellipsis', detail, weight: style.dotted >= 2 ? 0.75 : 1.5 }
  const open = openness(text)
  if (open === 2)
    return { code: 'ends-open', detail, weight: style.closed >= 0.8 && (style.last || text.length >= 60) ? 1.5 : 0.5 }
  // A noun or a name may end a sentence whose full stop was forgotten, but hardly where all others have theirs.
  if (open === 1 && style.last)
    return {
      code: 'ends-open',
      detail,
      weight: style.closed >= 0.95 && text.length >= 60 ? 1.5 : style.closed >= 0.8 ? 0.75 : 0.25,
    }
  return null
}

/** A last sentence of which one word is left, with which the outlet begins other sentences: "The harbour froze. In". */
function readStub(text: string, prose: Passage[]): Weighed | null {
  const stub = /[.!?][”"’»]?\s+(\p{L}*\p{Ll}\p{L}*)$/u.exec(text.trimEnd())?.[1]
  if (stub === undefined || text.length < 60) return null
  const begun = new RegExp(`(?:^|[.!?]\\s+)${stub} \\p{Ll}`, 'u')
  return prose.some((one) => begun.test(one.text)) ? { code: 'ends-open', detail: text.slice(-80), weight: 1.5 } : null
}

const longestPrompt = 100

function isPrompt(text: string): boolean {
  return text.length <= longestPrompt && isInvitation(text)
}

/** A text that may be the last one, and how many letters of the article's own elements come after it. */
type Tail = { text: string; rest: number }

/** The texts that may be the last one, last first. */
function tailsOf(passages: Passage[], { rest, below }: { rest: number[]; below: string | null }): Tail[] {
  const tails: Tail[] = below === null ? [] : [{ text: below, rest: 0 }]
  for (let i = passages.length - 1; i >= 0 && tails.length < mostTails; i--) {
    const passage = passages[i]
    if (!passage || (rest[i] ?? 0) > restAfterEnd) break
    // A list goes on in its next item, whatever the one before ends with.
    const goesOn = passage.kind === 'list-item' && passages[i + 1]?.kind === 'list-item'
    if (passage.kind === 'heading' || passage.kind === 'table-row' || goesOn || isPrompt(passage.text)) continue
    tails.push({ text: passage.text, rest: rest[i] ?? 0 })
  }
  return tails
}

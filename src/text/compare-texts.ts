import { diffArrays } from 'diff'
import type { Passage, SentenceChange, TextChange } from '../types.ts'
import { foldWords, isStamp } from './fold-words.ts'
import { isLabelledBox, isMovingLine } from './moving-lines.ts'
import { sentenceSpans } from './sentences.ts'

/** The words of an article that a reader takes for its text. */
export type Words = {
  headline: string
  standfirst: string | null
  language: string | null
  passages: Passage[]
}

// Beyond this many differing sentences the texts are two texts; what differs is then told as a whole.
const mostEdits = 600
// Two sentences with less in common than this are one taken out and one put in.
const alike = 0.4
const widestPairing = 60
/** No sentence is longer: of one that is, so many characters tell what it became. */
const longestSentence = 2000

/**
 * What an outlet changed between two states of an article, sentence by sentence; `null` when only trivial things
 * differ: white space, typography, time stamps, counters and other lines that move with the hour, boxes beside the text, the
 * order of sentences.
 */
export function compareTexts(before: Words, after: Words): TextChange | null {
  const headline = changeOf(before.headline, after.headline)
  const standfirst = changeOf(before.standfirst, after.standfirst)
  const { sentences, kept } = compareSentences(...withoutMoving(sentencesOf(before), sentencesOf(after)))
  if (!headline && !standfirst && sentences.length === 0) return null
  return { headline, standfirst, sentences, kept }
}

/** What moves with the hour is looked for only where the texts differ: most sentences stand in both. */
function withoutMoving(before: string[], after: string[]): [string[], string[]] {
  const both = new Set(before.map(foldWords)).intersection(new Set(after.map(foldWords)))
  const stays = (sentence: string): boolean => both.has(foldWords(sentence)) || !isMovingLine(sentence)
  return [before.filter(stays), after.filter(stays)]
}

/** Sentences of the text in order, without time stamps, boxes of links and those that a label names. */
export function sentencesOf({ passages, language }: Pick<Words, 'passages' | 'language'>): string[] {
  const own = passages.filter(
    (passage, at) => !isLinkBox(passage) && !headsLinkBox(passages, at) && !isLabelledBox(passage.text),
  )
  return own
    .flatMap(({ text }) => sentenceSpans(text, language).map(({ start, end }) => text.slice(start, end).trim()))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence) && !isStamp(sentence))
}

/** A passage that is nothing but a link, or a label such as "Read more:" and a link: it leads elsewhere. */
function isLinkBox({ text, marks }: Passage): boolean {
  const linked = (marks ?? [])
    .filter((mark) => mark.kind === 'link')
    .reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
  if (linked === 0) return false
  const label = /^[^:：.。!?]{1,40}[:：]\s*/u.exec(text)?.[0].length ?? 0
  return linked >= (text.length - label) * 0.9
}

function headsLinkBox(passages: Passage[], at: number): boolean {
  const next = passages[at + 1]
  return passages[at]?.kind === 'heading' && next !== undefined && isLinkBox(next)
}

function changeOf(before: string | null, after: string | null): SentenceChange | null {
  return foldWords(before ?? '') === foldWords(after ?? '') ? null : { before, after }
}

function compareSentences(before: string[], after: string[]): { sentences: SentenceChange[]; kept: number } {
  const [old, now] = [before.map(foldWords), after.map(foldWords)]
  const parts = diffArrays(old, now, { maxEditLength: mostEdits })
  if (!parts) {
    const changes = [...before.map((text) => taken(text)), ...after.map((text) => added(text))]
    return { sentences: withoutMoved(changes), kept: shareKept(before, withoutMoved(changes)) }
  }
  const sentences: SentenceChange[] = []
  let [fromOld, fromNow] = [0, 0]
  let gone: string[] = []
  let come: string[] = []
  const flush = (): void => {
    sentences.push(...pairUp(gone, come))
    gone = []
    come = []
  }
  for (const part of parts) {
    const size = part.value.length
    if (part.removed) gone.push(...before.slice(fromOld, fromOld + size))
    else if (part.added) come.push(...after.slice(fromNow, fromNow + size))
    else flush()
    if (!part.added) fromOld += size
    if (!part.removed) fromNow += size
  }
  flush()
  const real = withoutMoved(sentences)
  return { sentences: real, kept: shareKept(before, real) }
}

const taken = (before: string): SentenceChange => ({ before, after: null })
const added = (after: string): SentenceChange => ({ before: null, after })

function shareKept(before: string[], changes: SentenceChange[]): number {
  const lost = changes.filter((change) => change.before !== null && change.after === null).length
  return before.length === 0 ? 1 : 1 - lost / before.length
}

/** A sentence that went from one place to another has not changed. */
function withoutMoved(changes: SentenceChange[]): SentenceChange[] {
  const come = new Map<string, number>()
  for (const { before, after } of changes) {
    if (before === null && after !== null) come.set(foldWords(after), (come.get(foldWords(after)) ?? 0) + 1)
  }
  const moved = new Map<string, number>()
  const left = changes.filter(({ before, after }) => {
    if (before === null || after !== null) return true
    const folded = foldWords(before)
    const free = (come.get(folded) ?? 0) - (moved.get(folded) ?? 0)
    if (free <= 0) return true
    moved.set(folded, (moved.get(folded) ?? 0) + 1)
    return false
  })
  return left.filter(({ before, after }) => {
    if (before !== null || after === null) return true
    const times = moved.get(foldWords(after)) ?? 0
    if (times === 0) return true
    moved.set(foldWords(after), times - 1)
    return false
  })
}

/** Which sentence became which: the pairing, in order, with the most in common. */
function pairUp(gone: string[], come: string[]): SentenceChange[] {
  if (gone.length === 0 || come.length === 0 || gone.length > widestPairing || come.length > widestPairing)
    return [...gone.map(taken), ...come.map(added)]
  const score = likeness(gone, come)
  const best = Array.from({ length: gone.length + 1 }, () => Array.from({ length: come.length + 1 }, () => 0))
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0
  for (let i = gone.length - 1; i >= 0; i--) {
    for (let j = come.length - 1; j >= 0; j--) {
      const both = score[i]?.[j] ?? 0
      const row = best[i]
      if (row) row[j] = Math.max(at(i + 1, j), at(i, j + 1), both >= alike ? both + at(i + 1, j + 1) : 0)
    }
  }
  const changes: SentenceChange[] = []
  let [i, j] = [0, 0]
  while (i < gone.length || j < come.length) {
    const [before, after] = [gone[i], come[j]]
    const both = score[i]?.[j] ?? 0
    if (before !== undefined && after !== undefined && both >= alike && at(i, j) === both + at(i + 1, j + 1)) {
      changes.push({ before, after })
      i++
      j++
    } else if (before !== undefined && (after === undefined || at(i, j) === at(i + 1, j))) {
      changes.push(taken(before))
      i++
    } else if (after !== undefined) {
      changes.push(added(after))
      j++
    }
  }
  return changes
}

/** Dice's coefficient of the words, of pairs of signs where a script has no spaces. */
function likeness(gone: string[], come: string[]): number[][] {
  const [a, b] = [gone.map(partsOf), come.map(partsOf)]
  return a.map((one) => b.map((other) => (2 * one.intersection(other).size) / Math.max(1, one.size + other.size)))
}

function partsOf(sentence: string): Set<string> {
  const parts = new Set<string>()
  for (const word of foldWords(sentence.slice(0, longestSentence))
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)) parts.add(word)
    else for (let at = 0; at < Math.max(1, word.length - 1); at++) parts.add(word.slice(at, at + 2))
  }
  return parts
}

/**
 * A word of a text as it is compared: folded, with its place in the folded text. `weight` says how much of a run it is; see
 * {@link enough}.
 */
export type Piece = { text: string; start: number; end: number; weight: number }

/**
 * What eight words in a row weigh, so that any script is measured alike (ADR 146): a word of letters with spaces around it
 * is an eighth, a letter of Chinese or Japanese one of twelve, of Thai, Lao, Khmer or Burmese one of 32.
 */
export const enough = 96
const weights = { word: 12, han: 8, thai: 3 }

const pieces =
  /(?<han>[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])|(?<thai>[[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]&&\p{L}])|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]]+/gv

/** The words of a text; letters one by one in scripts that are written without spaces. */
export function piecesOf(text: string): Piece[] {
  const folded = text.normalize('NFKC').toLowerCase()
  return Array.from(folded.matchAll(pieces), ({ 0: piece, index, groups }) => ({
    text: piece,
    start: index,
    end: index + piece.length,
    weight: groups?.han ? weights.han : groups?.thai ? weights.thai : weights.word,
  }))
}

/** Whether a text has eight words or more. */
export function isRun(text: string): boolean {
  return piecesOf(text).reduce((sum, { weight }) => sum + weight, 0) >= enough
}

/** Tell each run that is just long enough: a number for its words, the first piece and the one behind the last. */
export function eachRun(all: Piece[], tell: (run: number, from: number, to: number) => void, least = enough): void {
  const hashes = all.map(({ text }) => hashOf(text))
  let [to, weight] = [0, 0]
  for (let from = 0; from < all.length; from++) {
    while (weight < least && to < all.length) weight += all[to++]?.weight ?? 0
    if (weight < least) return
    tell(numberOf(hashes, from, to), from, to)
    weight -= all[from]?.weight ?? 0
  }
}

/** 53 bits for a run: among a hundred million runs two different ones meet once in two trials, and then a file is looked at. */
function numberOf(hashes: number[], from: number, to: number): number {
  let [low, high] = [0x811c9dc5, 0x1234567]
  for (let at = from; at < to; at++) {
    low = Math.imul(low ^ (hashes[at] ?? 0), 0x01000193)
    high = Math.imul(high ^ low, 0x85ebca6b) ^ (high >>> 13)
  }
  return (low >>> 0) * 2 ** 21 + (high >>> 11)
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}

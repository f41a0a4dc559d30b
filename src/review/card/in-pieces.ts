import type { Evidence, Passage } from '../../types.ts'

/** A passage is read in pieces of so many characters: what the rules ask of each place is told by its sentence. */
const longestPiece = 4000
/** No article is longer; what comes behind is read by nobody as news. */
const mostCharacters = 200_000
const mostPassages = 3000

/** Passages as the rules of the card read them, and how to say where something stands in the article itself. */
export type Pieces = { pieces: Passage[]; inArticle: (evidence: Evidence) => Evidence }

/**
 * Long passages in pieces, cut behind a sentence. The rules look at all that stands around a place; of a passage of a
 * megabyte they would take an hour. Marks are not kept in pieces: no rule reads them.
 */
export function inPieces(passages: Passage[]): Pieces {
  const cuts = new Map<string, { passage: string; offset: number }>()
  const pieces: Passage[] = []
  let left = mostCharacters
  for (const passage of passages.slice(0, mostPassages)) {
    if (left <= 0) break
    if (passage.text.length <= longestPiece) pieces.push(passage)
    else
      for (const { start, text } of cutUp(passage.text.slice(0, left))) {
        // Still a number behind its letter, between that of this passage and the next: mentions are put in order by it.
        const id = `${passage.id}.${String(start).padStart(7, '0')}1`
        cuts.set(id, { passage: passage.id, offset: start })
        pieces.push({ id, kind: passage.kind, text })
      }
    left -= passage.text.length
  }
  const inArticle = (evidence: Evidence): Evidence => {
    const { passage = evidence.passage, offset = 0 } = cuts.get(evidence.passage) ?? {}
    return { ...evidence, passage, start: evidence.start + offset, end: evidence.end + offset }
  }
  return { pieces, inArticle }
}

function cutUp(text: string): { start: number; text: string }[] {
  const pieces: { start: number; text: string }[] = []
  for (let start = 0; start < text.length;) {
    const stretch = text.slice(start, start + longestPiece)
    const piece = stretch.slice(0, endOfPiece(stretch))
    pieces.push({ start, text: piece })
    start += piece.length
  }
  return pieces
}

/** Where a stretch is cut: behind its last sentence, else behind its last word, else between two letters. */
function endOfPiece(stretch: string): number {
  if (stretch.length < longestPiece) return stretch.length
  const second = stretch.slice(longestPiece / 2)
  const end = /^.*(?:[.!?…][”"’»)]*\s|[。！？][”」』）]*)/su.exec(second) ?? /^.*\s/su.exec(second)
  if (end) return longestPiece / 2 + end[0].length
  return /[\uD800-\uDBFF]$/u.test(stretch) ? stretch.length - 1 : stretch.length
}

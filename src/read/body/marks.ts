import { cleanLine } from '../../text/clean.ts'
import type { Mark } from '../../types.ts'
import type { Piece } from './pieces.ts'

/**
 * The links and emphasis of a passage, found in its cleaned text piece by piece, in UTF-16 units.
 *
 * Links only to http and https addresses; stress that covers the whole passage says nothing and is left out.
 */
export function readMarks(text: string, pieces: Piece[]): Mark[] {
  if (pieces.every(({ link, stress }) => link === null && stress === null)) return []
  const marks: Mark[] = []
  let from = 0
  for (const piece of pieces) {
    const said = cleanLine(piece.text)
    if (said === '') continue
    const start = text.indexOf(said, from)
    // A piece that cleaning joined differently with its neighbour: no mark from here on is better than a wrong one.
    if (start < 0) break
    const end = start + said.length
    from = end
    if (piece.link !== null && /^https?:\/\//iu.test(piece.link))
      marks.push({ start, end, kind: 'link', url: piece.link })
    if (piece.stress !== null && said.length < text.length) marks.push({ start, end, kind: piece.stress })
  }
  return marks
}

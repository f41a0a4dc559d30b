import { foldLetters } from '../../text/letters.ts'
import type { Box, Line, Lines } from './lines.ts'

/** The largest box round a picture and its caption, in weighted letters. */
const largest = 420
/** What a paragraph in such a box may have: a longer one stands beside a picture and is no caption. */
const longestParagraph = 260
const longestInParagraph = 120
const fewestLetters = 20
const mostCaptions = 400
/** Letters that a repeated caption may have more, for its credit. */
const mostMore = 60

/**
 * Give the boxes round one picture and few words the trait of a caption, where no name says what they are.
 *
 * Outlets without `<figure>` set picture and caption into one small box; a box with a heading is a card, and one that
 * holds much of the page's prose is judged like any other.
 */
export function markCaptionBoxes({ lines }: Lines): void {
  const headed = new Set<Box>()
  for (const { kind, box } of lines) {
    if (kind !== 'heading') continue
    for (let up: Box | null = box, height = 0; up && height < 4; up = up.parent, height++) headed.add(up)
  }
  for (const line of lines) {
    if (!line.afterMedia || line.kind !== 'paragraph' || line.size > largest) continue
    const round = pictureBox(line)
    if (round && round.trait === null && !headed.has(round)) round.trait = 'caption'
  }
}

const wide = new Set(['p', 'body', 'main', 'article', 'section', 'td', 'li', 'html'])

/** A paragraph with a picture in it and a few words that are no sentence: editors without a field for captions do so. */
export function isInPicturesParagraph({ box, kind, text, size, afterMedia }: Line): boolean {
  if (!afterMedia || kind !== 'paragraph' || box.element.name !== 'p' || box.media !== 1) return false
  return size <= longestInParagraph && box.size === size && !/[.!?。！？…"”’»」]$/u.test(text)
}

/** The nearest box that holds a picture, when it holds little else than this line. */
function pictureBox(line: Line): Box | null {
  let up: Box | null = line.box
  if (up.element.name === 'p' && line.size > longestParagraph) return null
  for (let height = 0; up && height < 4; up = up.parent, height++) {
    if (up.size > largest) return null
    if (up.media > 0) return wide.has(up.element.name) ? null : up
  }
  return null
}

/** The letters of every caption that was told by its box, to know the same words where they stand again. */
export function captionsOf(lines: Line[]): string[] {
  return lines
    .filter(({ box }) => box.bad === 'caption' || box.bad === 'figure' || box.bad === 'gallery')
    .map(({ text }) => foldLetters(text))
    .filter(({ length }) => length >= fewestLetters)
    .slice(0, mostCaptions)
}

/** Does this line say what one of the captions says, but for a credit? */
export function repeatsCaption(line: Line, captions: string[]): boolean {
  // A paragraph of the report stays, though a caption quotes it.
  if (captions.length === 0 || line.size > largest * 2 || (line.prose && line.box.element.name === 'p')) return false
  const letters = foldLetters(line.text)
  if (letters.length < fewestLetters) return false
  return captions.some(
    (caption) =>
      (caption.startsWith(letters) && caption.length <= letters.length + mostMore) ||
      (letters.startsWith(caption) && letters.length <= caption.length + mostMore),
  )
}

/** Is this a few words in italics right under a picture, as editors without a field for captions write them? */
export function isUnderPicture({ afterMedia, kind, prose, size, pieces, text }: Line): boolean {
  return (
    afterMedia &&
    // A question in italics is an interview's.
    !/[?？؟"”»」]$/u.test(text) &&
    kind === 'paragraph' &&
    (!prose || size <= longestParagraph / 2) &&
    pieces.every((piece) => piece.stress === 'emphasis' || piece.text.trim() === '')
  )
}

import { cleanLine } from '../../text/clean.ts'

const closed = /[.!?。！？…।؟۔:："”’»」』)）\]]$/u
const small = /^\p{Ll}/u

/**
 * Cut what one element says at its `<br>`s.
 *
 * Two breaks, or one after a closed sentence, begin a paragraph; many short open lines are verse and stay together, with
 * their breaks; a break inside a sentence is only a line's end and becomes a space.
 */
export function splitPieces(pieces: Piece[]): Piece[][] {
  if (!pieces.some((piece) => piece.text === '\n')) return [pieces]
  const rows = cutAtBreaks(pieces)
  const parts: Piece[][] = []
  for (const stanza of stanzas(rows)) {
    if (isVerse(stanza)) parts.push(stanza.flatMap((row, at) => (at === 0 ? row : [lineBreak, ...row])))
    else for (const part of paragraphs(stanza)) parts.push(part)
  }
  return parts
}

const lineBreak: Piece = { text: '\n', link: null, stress: null }
const space: Piece = { text: ' ', link: null, stress: null }

function cutAtBreaks(pieces: Piece[]): Piece[][] {
  const rows: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.text === '\n') rows.push([])
    else rows.at(-1)?.push(piece)
  }
  return rows
}

/** Rows between empty rows. */
function stanzas(rows: Piece[][]): Piece[][][] {
  const all: Piece[][][] = [[]]
  for (const row of rows) {
    if (textOf(row) === '') all.push([])
    else all.at(-1)?.push(row)
  }
  return all.filter((stanza) => stanza.length > 0)
}

function isVerse(stanza: Piece[][]): boolean {
  if (stanza.length < 3) return false
  const texts = stanza.map(textOf)
  const open = texts.filter((text) => !closed.test(text)).length
  return (
    texts.every((text) => text.length <= 70) &&
    open >= texts.length * 0.5 &&
    !texts.some((text) => /^[-–—•*·\d]/u.test(text))
  )
}

function paragraphs(stanza: Piece[][]): Piece[][] {
  const parts: Piece[][] = []
  let last = ''
  for (const row of stanza) {
    const text = textOf(row)
    const goesOn = parts.length > 0 && !closed.test(last) && (small.test(text) || /[,，、;-]$/u.test(last))
    if (goesOn) parts.at(-1)?.push(space, ...row)
    else parts.push([...row])
    last = text
  }
  return parts
}

function textOf(row: Piece[]): string {
  return cleanLine(row.map((piece) => piece.text).join(''))
}

/** A stretch of a line's text under one link and one emphasis; `'\n'` stands for a `<br>`. */
export type Piece = { text: string; link: string | null; stress: 'strong' | 'emphasis' | null }

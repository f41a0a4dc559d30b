import { isTag, type Element } from 'domhandler'
import { foldLetters } from '../text/letters.ts'
import type { Passage } from '../types.ts'
import { readTrait, type Trait } from './body/box-words.ts'
import type { ShownLine } from './completeness/shown-lines.ts'

type Facts = { described: string | null; headline: string; lines: ShownLine[]; passages: Passage[] }

/** Letters of a standfirst: shorter is a label, longer a paragraph. */
const [shortest, longest] = [20, 700]

/**
 * The standfirst as printed: the line between headline and text that the page describes itself with, or that stands in a
 * box named so.
 *
 * A description that is nowhere on the page is for search engines: no reader sees it, so it is no standfirst. One that the
 * text begins with would be printed twice.
 *
 * @param described what the page's metadata give, often cut short
 */
export function settleStandfirst({ described, headline, lines, passages }: Facts): string | null {
  const letters = lettersOnce()
  const [title, said] = [foldLetters(headline), foldLetters(described ?? '')]
  const from = lines.findIndex((line) => letters(line) === title) + 1
  const first = foldLetters(passages.find(({ kind }) => kind === 'paragraph')?.text ?? '')
  const below = lines.slice(from)
  const begins = below.findIndex((line) => first !== '' && letters(line) === first)
  const between = below.slice(0, begins < 0 ? 8 : begins).filter(isOne)
  const printed =
    between.find((line) => isDescribed(letters(line), said)) ??
    between.find(({ box }) => isNamed(box, 'standfirst')) ??
    lines.find((line) => isOne(line) && described !== null && letters(line) === said)
  if (!printed) return null
  const words = letters(printed)
  return passages.slice(0, 5).some(({ text }) => foldLetters(text).startsWith(words)) ? null : printed.text
}

function isOne({ text, linked, heading, box }: ShownLine): boolean {
  if (linked || (heading && text.length <= 40) || text.length < shortest || text.length > longest) return false
  return !isNamed(box, 'caption')
}

/** The letters of a line, told once however often it is compared. */
function lettersOnce(): (line: ShownLine) => string {
  const known = new Map<ShownLine, string>()
  return (line) => {
    const letters = known.get(line) ?? foldLetters(line.text)
    known.set(line, letters)
    return letters
  }
}

/** Descriptions are cut at some 150 letters, in the middle of a word too. Both are letters alone. */
function isDescribed(whole: string, said: string): boolean {
  return said.length >= shortest && (whole.startsWith(said) || (whole.length >= 40 && said.startsWith(whole)))
}

function isNamed(box: Element | null, trait: Trait): boolean {
  for (let up = box, height = 0; up && height < 3; height++) {
    if (readTrait(up) === trait) return true
    up = up.parent && isTag(up.parent) ? up.parent : null
  }
  return false
}

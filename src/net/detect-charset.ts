import type { eld as Eld } from 'eld/small'
import iconv from 'iconv-lite'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import singleBytes from './data/single-byte-charsets.json' with { type: 'json' }
import { doubleByteNames, doubleByteScore, languageOf } from './detect-double-byte.ts'

/**
 * `handicap`: how much better than others it must read, because hardly anybody writes it; below 0 where eld's scores are
 * low, as for a language with a script of its own.
 */
type SingleByte = { name: string; languages: string[]; handicap: number }
type Score = (charset: string) => number
type Judged = { lines: Buffer[]; judge: 'any language' | 'its languages' }

const enoughBytes = 2000
const singles = new Map((singleBytes as SingleByte[]).map((one) => [one.name, one]))
const names = [...doubleByteNames, ...singles.keys()]
// A server that was never told writes its default; a rarer name was chosen by somebody who knew.
const defaultLabel = 'windows-1252'
const doubt = { default: 0.1, chosen: 0.15 }

/**
 * The charset that bytes are most likely written in: double-byte ones are told by the rows that their letters come from,
 * single-byte ones by how well the text reads in the languages that are written with each.
 *
 * @param labels charsets that the document may be in by its labels; the best of them is believed unless another reads
 *   much better
 * @returns `null` for bytes in which no letter outside ASCII stands
 */
export function detectCharset(bytes: Uint8Array, labels: string[] = []): string | null {
  const lines = linesOutsideAscii(bytes)
  if (lines.length === 0) return labels[0] ?? null
  const unknown = labels.find((label) => !names.includes(label))
  if (unknown !== undefined) return unknown
  const fitting = labels.filter(
    (label) => doubleByteNames.includes(label) && doubleByteScore(label, lines, 'labelled') >= 1,
  )
  if (fitting.length === 1) return fitting[0] ?? null
  const score = scoreOnce(lines, 'its languages')
  // Who chose a label may write any language with it: Polish in the Baltic charset, Russian in the Chinese one.
  const chosen = scoreOnce(lines, 'any language')
  const labelled: Score = (charset) => (charset === defaultLabel ? score(charset) : chosen(charset))
  const said =
    best(
      labels.filter((label) => label !== defaultLabel),
      labelled,
    ) ?? best(labels, labelled)
  const paired = doubleByteNames.filter((name) => score(name) >= 1)
  const found = best(paired.length > 0 ? paired : names, score) ?? defaultLabel
  if (said === null) return found
  return score(found) - labelled(said) > (said === defaultLabel ? doubt.default : doubt.chosen) ? found : said
}

function best(charsets: string[], score: Score): string | null {
  let [top, most]: [string | null, number] = [null, -Infinity]
  for (const charset of charsets) {
    const reached = score(charset)
    if (reached > most + 1e-9) [top, most] = [charset, reached]
  }
  return top
}

/** How well lines read in a charset, about 0 to 1; more than 1 for a double-byte one that fits. */
function scoreOnce(lines: Buffer[], judge: Judged['judge']): Score {
  const known = new Map<string, number>()
  return (charset) => {
    const before = known.get(charset)
    if (before !== undefined) return before
    const single = singles.get(charset)
    const score =
      single === undefined ? pairScore(charset, { lines, judge }) : singleByteScore(single, { lines, judge })
    known.set(charset, score)
    return score
  }
}

/** The runs of text between tags that hold letters outside ASCII: markup would make every page look like English. */
function linesOutsideAscii(bytes: Uint8Array): Buffer[] {
  const lines: Buffer[] = []
  let size = 0
  let start = 0
  for (let at = 0; at <= bytes.length && size < enoughBytes; at++) {
    const sign = bytes[at]
    if (sign !== undefined && sign !== 0x3c && sign !== 0x3e && sign !== 0x0a) continue
    // A line may be the whole document: two thousand bytes tell enough, and are decoded some thirty times.
    const line = Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(at - start, enoughBytes))
    start = at + 1
    if (!line.some((byte) => byte > 0x7f)) continue
    lines.push(line)
    size += line.length
  }
  return lines
}

/** Kanji alone are everyday letters of China too: of charsets that fit alike the one that reads as its language is meant. */
function pairScore(charset: string, { lines, judge }: Judged): number {
  const score = doubleByteScore(charset, lines, judge === 'any language' ? 'labelled' : 'guessed')
  if (score < 1) return score
  const text = iconv.decode(Buffer.concat(lines), charset)
  return text.includes('\uFFFD') ? 0 : score + (scoreLanguages(text)[languageOf(charset)] ?? 0) / 10
}

function singleByteScore({ name, languages, handicap }: SingleByte, { lines, judge }: Judged): number {
  const texts = lines.map((line) => iconv.decode(line, name).normalize('NFC'))
  if (texts.some((text) => text.includes('\uFFFD'))) return -1
  const scores = scoreLanguages(texts.join(' ').slice(0, 1000))
  const counted = judge === 'its languages' ? languages.map((one) => scores[one] ?? 0) : Object.values(scores)
  return Math.max(0, ...counted) - handicap - oddShare(texts)
}

// Between letters: a sign that is none, a capital behind a small letter, two scripts in one word. Anywhere: controls, box drawings, marks alone.
const odd =
  /(?<=\p{L})[^\p{L}\p{M}\p{Z}\p{ASCII}’‘·\u00AD](?=\p{L})|(?<=\p{Ll})\p{Lu}(?<![A-Z])|\p{Script=Latin}(?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}])|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Thai}](?=\p{Script=Latin})|[\u0080-\u009F\u2500-\u25FF¤¦¬¨¯´¸]/gu
const outsideAscii = /[^\p{ASCII}\s]/gu
const smallStart = 0.15

/** How much of what is not ASCII stands where no writer puts it, 0 to 1; lines that begin with a small letter add to it. */
function oddShare(texts: string[]): number {
  const text = texts.join(' ')
  const signs = text.match(outsideAscii)?.length ?? 0
  const small = texts.filter((line) => /^[\s\p{P}]*(?![a-z])\p{Ll}/u.test(line)).length
  return Math.min(1, (text.match(odd)?.length ?? 0) / Math.max(1, signs)) + (smallStart * small) / texts.length
}

let scoreLoaded: ((text: string) => Record<string, number>) | null = null

/** The tables of eld take half a second to load: they are loaded for the first document that is not in UTF-8 or a double-byte charset. */
function scoreLanguages(text: string): Record<string, number> {
  if (scoreLoaded === null) {
    const path = fileURLToPath(import.meta.resolve('eld/small'))
    const { eld } = createRequire(import.meta.url)(path) as { eld: typeof Eld }
    scoreLoaded = (words) => eld.detect(words).getScores()
  }
  return scoreLoaded(text)
}

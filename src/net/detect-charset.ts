import iconv from 'iconv-lite'
import singleBytes from './data/single-byte-charsets.json' with { type: 'json' }
import { doubleByteNames, languageOf, sharesOfPairs } from './detect-double-byte.ts'
import { howItReads, oddShare, scoreLanguages, type Judge } from './how-it-reads.ts'

/**
 * `handicap`: how much better than others it must read, because hardly anybody writes it; below 0 where eld's scores are
 * low, as for a language with a script of its own.
 */
type SingleByte = { name: string; languages: string[]; handicap: number }
type Score = (charset: string) => number
type Judged = { lines: Buffer[]; judge: Judge }

const enoughBytes = 2000
// Of random pairs about half are everyday letters, of a news text nineteen in twenty.
const leastUsual = 0.85
const mostAlone = 0.5
// eld's score of its language: 0 for pairs by chance, 0.37 where a few kana are right, 0.45 and more for a headline.
const [leastRead, surelyRead] = [0.2, 0.45]
const fewPairs = 4
const headlinePairs = 24
const leastOdd = 0.3
const singles = new Map((singleBytes as SingleByte[]).map((one) => [one.name, one]))
const names = [...doubleByteNames, ...singles.keys()]
// A server that was never told writes its default; a rarer name was chosen by somebody who knew.
const defaultLabel = 'windows-1252'
// Of few signs a label is believed sooner.
const doubt = { default: 0.1, chosen: 0.15, least: 0.025 }

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
  const plain = labels.find((label) => isPlainly(label, lines))
  if (plain !== undefined) return plain
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
  const usual = said === defaultLabel ? doubt.default : doubt.chosen
  const believed = Math.max(doubt.least, usual / (1 + signsOf(lines) / 8))
  return score(found) - labelled(said) > believed ? found : said
}

/**
 * A label that bytes fit and no other double-byte charset does about as well: nothing needs to be read. The charsets stand
 * from the one with the fewest everyday letters on: in more than a headline a wider one fits by chance, a narrower does not.
 */
function isPlainly(label: string, lines: Buffer[]): boolean {
  const own = sharesOfPairs(label, lines)
  if (own === null || own.alone > mostAlone || own.usual < leastUsual) return false
  const rivals = own.pairs < headlinePairs ? doubleByteNames : doubleByteNames.slice(0, doubleByteNames.indexOf(label))
  return !rivals.some((name) => name !== label && (sharesOfPairs(name, lines)?.usual ?? 0) > own.usual - 0.1)
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

/**
 * 1 and more where bytes are text in a double-byte charset: nearly all pairs are everyday letters and their order is one of
 * its language, of which eld finds nothing in letters by chance; three pairs are too few for that.
 */
function pairScore(charset: string, { lines, judge }: Judged): number {
  const shares = sharesOfPairs(charset, lines)
  if (shares === null || (judge === 'its languages' && shares.alone > mostAlone)) return -1
  const text = iconv.decode(Buffer.concat(lines), charset)
  if (text.includes('\uFFFD')) return -1
  const scores = scoreLanguages(text.slice(0, 1000))
  const own = scores[languageOf(charset)] ?? 0
  const odd = oddShare([text])
  const language = judge === 'its languages' ? own : Math.max(own, ...Object.values(scores)) - odd
  const fits = shares.usual >= leastUsual && (language > leastRead || (shares.pairs < fewPairs && odd < leastOdd))
  if (!fits && (judge === 'its languages' || shares.usual < 0.5 || own < surelyRead)) return shares.usual / 2
  return 1 + shares.usual + Math.min(0.5, shares.telling) + Math.max(own, language)
}

function singleByteScore({ name, languages, handicap }: SingleByte, { lines, judge }: Judged): number {
  const texts = lines.map((line) => iconv.decode(line, name).normalize('NFC'))
  if (texts.some((text) => text.includes('\uFFFD'))) return -1
  return howItReads(texts, { own: languages, judge }) - (judge === 'its languages' ? handicap : 0)
}

/** How many bytes tell charsets apart. */
function signsOf(lines: Buffer[]): number {
  return lines.reduce((sum, line) => sum + line.reduce((count, byte) => count + Number(byte > 0x7f), 0), 0)
}

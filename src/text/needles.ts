/** Signs that an expression without regard to case takes for others than their small letters (Unicode's CaseFolding.txt). */
export const foldsOddly =
  /\u0345|[\u00B5\u017F\u03D0\u03D1\u03D5\u03D6\u03F0\u03F1\u03F5\u1C80-\u1C88\u1E9B\u1E9E\u1FBE\u1FD3\u1FE3\uFB05\uFB06]/u

/** Small letters, with one form of sigma, as needles are written and a text has to be to be searched for them. */
export function foldCase(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ')
}

const shortest = 2
/** A needle longer than this tells no more. */
const enough = 8
// One sign that no alphabet has is as good as two: "©", and Han, kana and Hangul, which stand for whole words.
const dense = /^[\u00A1-\u00BF\u2000-\u2BFF\u2E80-\uFFFF]/u

/**
 * Words of which at least one stands in every text that an expression fits, in small letters; `null` where none is sure.
 *
 * Knows what phrase tables are written in: alternatives, groups, classes, quantifiers, look-arounds. Of what stands one
 * behind the other the part is taken whose shortest word is longest.
 *
 * @param source of a regular expression with the flag `u`
 */
export function needlesOf(source: string): string[] | null {
  const scanner = { source, at: 0 }
  const found = readAlternatives(scanner)
  return scanner.at < source.length ? null : found
}

type Scanner = { source: string; at: number }

function readAlternatives(scanner: Scanner): string[] | null {
  const all: string[] = []
  let sure = true
  do {
    const one = readSequence(scanner)
    if (one === null) sure = false
    else all.push(...one)
  } while (scanner.source.charAt(scanner.at++) === '|')
  scanner.at--
  return sure ? all : null
}

/** One alternative, up to `|`, `)` or the end. */
function readSequence(scanner: Scanner): string[] | null {
  const { source } = scanner
  const parts: string[][] = []
  let run = ''
  const close = (): void => {
    parts.push([run])
    run = ''
  }
  for (let sign = source.charAt(scanner.at); sign !== '' && sign !== '|' && sign !== ')';) {
    const atom = readAtom(scanner)
    const times = readQuantifier(scanner)
    if (typeof atom === 'string' && times === 1) run += atom
    else {
      if (typeof atom === 'string' && times > 1) run += atom
      close()
      if (typeof atom === 'object' && atom !== null && times > 0) parts.push(atom)
    }
    sign = source.charAt(scanner.at)
  }
  close()
  const best = parts.toSorted((a, b) => worth(b) - worth(a))[0] ?? []
  return worth(best) < shortest ? null : best
}

function worth(needles: string[]): number {
  return Math.min(enough, ...needles.map((needle) => (dense.test(needle) ? 2 : 1) * needle.length))
}

/** A literal sign, the needles of a group, or `null` for what may be one of many. */
function readAtom(scanner: Scanner): string | string[] | null {
  const { source } = scanner
  const sign = String.fromCodePoint(source.codePointAt(scanner.at) ?? 0)
  scanner.at += sign.length
  // Most of a table is small letters and spaces: a program that asks each of them three things takes a while to begin.
  if ((sign >= 'a' && sign <= 'z') || sign === ' ') return sign
  if (sign === '(') return readGroup(scanner)
  if (sign === '[') {
    for (; scanner.at < source.length && source.charAt(scanner.at) !== ']'; scanner.at++)
      if (source.charAt(scanner.at) === '\\') scanner.at++
    scanner.at++
    return null
  }
  if (sign === '\\') return readEscape(scanner)
  return /[.^$]/u.test(sign) || foldsOddly.test(sign) ? null : foldCase(sign)
}

function readEscape(scanner: Scanner): string | null {
  const sign = scanner.source.charAt(scanner.at++)
  if (/[pPuxk]/u.test(sign)) {
    const rest = /^\{[^}]*\}|^<[^>]*>|^[\da-f]{2,4}/iu.exec(scanner.source.slice(scanner.at))?.[0] ?? ''
    scanner.at += rest.length
    return null
  }
  return /[\p{L}\d]/u.test(sign) ? null : sign
}

function readGroup(scanner: Scanner): string[] | null {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/u.exec(scanner.source.slice(scanner.at, scanner.at + 40))?.[0] ?? ''
  scanner.at += opening.length
  const found = readAlternatives(scanner)
  scanner.at++
  return /[=!]$/u.test(opening) ? null : found
}

/** How often the atom before has to stand there: once, 0 for at least not at all, 2 for at least once. */
function readQuantifier(scanner: Scanner): number {
  const next = scanner.source.charAt(scanner.at)
  if (next !== '?' && next !== '*' && next !== '+' && next !== '{') return 1
  const found = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/u.exec(scanner.source.slice(scanner.at, scanner.at + 12))
  if (!found) return 1
  scanner.at += found[0].length
  return found[0].startsWith('+') || Number(found[1] ?? 0) > 0 ? 2 : 0
}

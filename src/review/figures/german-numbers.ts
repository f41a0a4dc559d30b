import { letters } from '../letters.ts'

const ones: Record<string, number> = {
  ein: 1, zwei: 2, zwo: 2, drei: 3, vier: 4, fünf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10, elf: 11, zwölf: 12,
  dreizehn: 13, vierzehn: 14, fünfzehn: 15, sechzehn: 16, siebzehn: 17, achtzehn: 18, neunzehn: 19,
} // prettier-ignore
const tens: Record<string, number> = {
  zwanzig: 20, dreißig: 30, dreissig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, siebzig: 70, achtzig: 80, neunzig: 90,
} // prettier-ignore

// Longer words first: vierzehn before vier.
const any = (words: Record<string, number>): string =>
  Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join('|')
const parts = `(?:${any(ones)}|${any(tens)}|und|hundert|tausend|einhalb|anderthalb)`
const edge = `[${letters}0-9]`
const compound = new RegExp(`(?<!${edge})${parts}{2,}(?!${edge})`, 'giu')
const ordinal = new RegExp(`(?<!${edge})(${parts}+)(?:st|t)e[mnrs]?(?!${edge})`, 'giu')
const ranked =
  /(?<!\p{L})(zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)(?!e|ausend)\p{L}{1,12}[sß]te[mnrs]?(?!\p{L})/giu
const rankOf = ['zweit', 'dritt', 'viert', 'fünft', 'sechst', 'siebt', 'acht', 'neunt', 'zehnt']
const timesAs = new RegExp(`(?<!${edge})(${parts}+)(?:mal|fach\\p{L}{0,2})(?!${edge})`, 'giu')

/** A number found in a text. Offsets in UTF-16 units. */
export type Spelled = { value: number; start: number; end: number }

/** German numbers written as one word of several parts: siebenundzwanzig, zweihundertfünfzig, viereinhalb, zwanzigtausend. */
export function germanCompounds(text: string): Spelled[] {
  return [...text.matchAll(compound)].flatMap((match) => spelled(match, valueOf(match[0].toLowerCase())))
}

/** Ordinals beyond the tenth, and ranks before a superlative: zum elften Mal, die zweitgrößte Stadt. */
export function germanOrdinals(text: string): Spelled[] {
  const counted = [...text.matchAll(ordinal)].flatMap((match) => {
    const value = valueOf((match[1] ?? '').toLowerCase())
    return value !== null && value > 10 ? spelled(match, value) : []
  })
  const ranks = [...text.matchAll(ranked)].flatMap((match) =>
    spelled(match, rankOf.indexOf((match[1] ?? '').toLowerCase()) + 2),
  )
  return [...counted, ...ranks]
}

/** Sechsmal, zwölffach. */
export function germanMultiples(text: string): Spelled[] {
  return [...text.matchAll(timesAs)].flatMap((match) => spelled(match, valueOf((match[1] ?? '').toLowerCase())))
}

function spelled(match: RegExpMatchArray, value: number | null): Spelled[] {
  const start = match.index ?? 0
  return value === null || value === 0 ? [] : [{ value, start, end: start + match[0].length }]
}

const below100 = new RegExp(`^(?:(?:(${any(ones)})und)?(${any(tens)})|(${any(ones)}))?$`, 'u')
const rest: Record<string, number> = { einhalb: 0.5, '': 0 }

/** The value of a word in lower case, `null` where it is no number. */
function valueOf(word: string): number | null {
  if (word === 'anderthalb') return 1.5
  const [thousands, below] = word.includes('tausend') ? split(word, 'tausend') : ['', word]
  const [hundreds, last] = below.includes('hundert') ? split(below, 'hundert') : ['', below]
  const head = word.includes('tausend') ? (thousands === '' ? 1 : valueOf(thousands)) : 0
  const middle = below.includes('hundert') ? (hundreds === '' ? 1 : smallOf(hundreds)) : 0
  const tail = smallOf(last.replace(/^und(?=\p{L})/u, ''))
  return head === null || middle === null || tail === null ? null : head * 1000 + middle * 100 + tail
}

function split(word: string, unit: string): [string, string] {
  const at = word.indexOf(unit)
  return [word.slice(0, at), word.slice(at + unit.length)]
}

function smallOf(word: string): number | null {
  const half = word.endsWith('einhalb')
  const [, one, ten, plain] = below100.exec(half ? word.slice(0, -'einhalb'.length) : word) ?? [null]
  if (one === undefined && ten === undefined && plain === undefined) return word in rest ? (rest[word] ?? 0) : null
  return (ones[one ?? ''] ?? 0) + (tens[ten ?? ''] ?? 0) + (ones[plain ?? ''] ?? 0) + (half ? 0.5 : 0)
}

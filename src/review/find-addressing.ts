import { cleanLine } from '../text/clean.ts'
import { createScreen, type Screen } from '../text/screen.ts'
import type { Passage } from '../types.ts'
import { withPlainLetters } from './letters.ts'
import addressing from './data/addressing.json' with { type: 'json' }
import lookalikes from './data/lookalikes.json' with { type: 'json' }

// Without the flag `u`, where no property needs it, a pattern is four times as fast.
const compile = (source: string): RegExp => new RegExp(source.normalize('NFKC'), source.includes('\\p{') ? 'iu' : 'i')
const { note: _, en, ...others } = addressing
const english = en.map(compile)
const everyLanguage = [...english, ...Object.values(others).flat().map(compile)]
const inLatin = new Map(Object.entries(lookalikes))
let screen: Screen | null = null

/** How many signs of two neighbours are read together: an instruction may be divided between passages. */
const seam = 160
const judged = new Map<string, boolean>()
const mostJudged = 5000

/**
 * Passages that speak to software: shown to the model as a gap, refused as evidence, told to the editor.
 *
 * Read as they stand, with look-alike letters, figures for letters and spaced letters put right, and decoded from base64,
 * hex, percent and entity forms, ROT13 and backwards writing. An instruction divided between neighbours refuses both.
 */
export function findAddressing<P extends Pick<Passage, 'id' | 'text'>>(passages: P[]): P[] {
  const found = new Set(passages.filter(({ text }) => addressesSoftware(text)))
  for (const [at, passage] of passages.entries()) {
    const next = passages[at + 1]
    if (!next || found.has(passage) || found.has(next)) continue
    if (addressesSoftware(`${passage.text.slice(-seam)} ${next.text.slice(0, seam)}`)) found.add(passage).add(next)
  }
  return passages.filter((passage) => found.has(passage))
}

/** Does a text, as it stands or decoded, tell software what to do? */
export function addressesSoftware(text: string): boolean {
  const known = judged.get(text)
  if (known !== undefined) return known
  const said = speaksToSoftware(text)
  // The checks ask for each claim anew; a cache that only grew would hold the whole press.
  if (judged.size >= mostJudged) judged.clear()
  judged.set(text, said)
  return said
}

function speaksToSoftware(text: string): boolean {
  const plain = cleanLine(text.normalize('NFKC'))
  const readings = new Set([plain, ...decodeRuns(plain), decodeSigns(plain)])
  if ([...readings].some((reading) => commands(reading, everyLanguage))) return true
  // These disguises are of Latin letters; without its accents a French past tense would read as a command.
  const folded = foldLookalikes(plain)
  const disguised = new Set([folded, joinSpaced(folded), rot13(plain), backwards(plain)])
  // What disguises nothing has been read above.
  disguised.delete(plain)
  return [...disguised].some((reading) => commands(reading, english))
}

/** Whether one of the first patterns of `everyLanguage` fits; those of which no word stands in the text are not tried. */
function commands(reading: string, patterns: RegExp[]): boolean {
  screen ??= createScreen(everyLanguage.map(({ source }) => source))
  const found = screen(reading)
  return patterns.some((pattern, at) => found.has(at) && pattern.test(reading))
}

const accented = /[\u00c0-\u024f\u1e00-\u1eff]|[\u0300-\u036f]/
const accents = /([a-z])[\u0300-\u036f]+/gi
// A Latin letter beside a sign that may stand for one.
const mixed = /[a-z][\d@$!|\u0100-\u1fff\ua720-\ua7ff]|[\d@$!|\u0100-\u1fff\ua720-\ua7ff][a-z]/i
// Only inside words of Latin letters: "ignоre" with a Cyrillic о, "1gn0re"; a Russian word keeps its letters.
function foldLookalikes(text: string): string {
  const bare = accented.test(text) ? text.normalize('NFD').replace(accents, '$1').normalize('NFC') : text
  if (!mixed.test(bare)) return bare
  return bare.replace(/[\p{L}\p{N}@$!|]+/gu, (word) =>
    /[a-z]/i.test(word) && /[^a-z]/i.test(word) ? [...word].map((sign) => inLatin.get(sign) ?? sign).join('') : word,
  )
}

// "i g n o r e", "i.g.n.o.r.e", "i-g-n-o-r-e": four letters and more that stand alone are one word.
const spacedLetters = withPlainLetters(/(?<!\p{L})(?:\p{L}[ .\-_*·]){3,}\p{L}(?!\p{L})/giu)
function joinSpaced(text: string): string {
  return text.replace(spacedLetters, (run) => run.replace(/[ .\-_*·]/gu, ''))
}

function decodeRuns(text: string): string[] {
  const runs =
    text.match(
      /(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{4}){5,}[A-Za-z0-9+/_-]*={0,2}|(?<![0-9a-f])(?:[0-9a-f]{2}[\s:]?){16,}/gi,
    ) ?? []
  return runs.slice(0, 20).flatMap((run) => {
    const hex = run.replace(/[\s:]/gu, '')
    const forms = [Buffer.from(run, 'base64').toString('utf8')]
    if (/^[0-9a-f]+$/iu.test(hex)) forms.push(Buffer.from(hex, 'hex').toString('utf8'))
    return forms.filter((form) => !form.includes('\uFFFD'))
  })
}

function decodeSigns(text: string): string {
  const point = (digits: string, base: number): string => {
    const code = Number.parseInt(digits, base)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  }
  return text
    .replace(/&#x([0-9a-f]{1,6});/giu, (_all, digits: string) => point(digits, 16))
    .replace(/&#(\d{1,7});/gu, (_all, digits: string) => point(digits, 10))
    .replace(/\\u\{?([0-9a-f]{4,6})\}?/giu, (_all, digits: string) => point(digits, 16))
    .replace(/\\x([0-9a-f]{2})/giu, (_all, digits: string) => point(digits, 16))
    .replace(/(?:%[0-9a-f]{2})+/giu, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString('utf8'))
}

// By units: a string made of ten thousand small ones takes a millisecond.
const fromUnits = (units: Uint16Array): string => Buffer.from(units.buffer).toString('utf16le')
const unitsOf = (text: string): Uint16Array => new Uint16Array(new Uint8Array(Buffer.from(text, 'utf16le')).buffer)

const backwards = (text: string): string => fromUnits(unitsOf(text).toReversed())

// In lower case: the patterns ignore it.
function rot13(text: string): string {
  const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122
  return fromUnits(unitsOf(text.toLowerCase()).map((unit) => (isLetter(unit) ? ((unit - 97 + 13) % 26) + 97 : unit)))
}

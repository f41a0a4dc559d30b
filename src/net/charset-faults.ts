import iconv from 'iconv-lite'

/** What faults leave of a text: signs that are whole, signs in another charset that could be told, bytes that nobody can read. */
type Broken = { text: string; kept: number; mended: number; lost: number; cut: number }
type Around = { before: string; after: string }
type Fault = { start: number; end: number }

// Of legacy texts in 46 languages and 42 charsets none has more than one whole sign to two faults by chance (ibm866); of
// western ones nearly none has a whole sign at all.
const [mostLost, mostMended] = [1, 20]
const defaultLabels = new Set(['utf-8', 'windows-1252'])
// What so many faults leave is not looked at one by one: it would block the process for seconds.
const mostFaults = 20_000
const longestRun = 4

/**
 * The text of a document in UTF-8 some of whose bytes are broken; `null` where it does not look like one.
 *
 * What cannot be read is U+FFFD. A byte that stands alone in a word of Latin letters, where windows-1252 has just the
 * letter or quotation mark that fits there, is read so: feeds are put together from articles of several ages.
 *
 * @param labels charsets that the document may be in by its labels: where one was chosen that is none that servers write
 *   unasked, faults must be few
 */
export function readBrokenUtf8(bytes: Uint8Array, labels: string[]): string | null {
  const { faults, lost: all, wholes } = findFaults(bytes)
  if (all > mostFaults) return all * 4 <= wholes ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null
  const { text, kept, mended, lost, cut } = readAround(bytes, faults)
  if (labels.some((label) => !defaultLabels.has(label))) return (lost + mended) * 4 <= kept ? text : null
  if (kept > 0) return lost <= kept * mostLost && mended <= kept * mostMended ? text : null
  // Nothing but one sign that was cut in two: no other charset writes half a sign of UTF-8.
  const mayBe = labels.length === 0 || labels.includes('utf-8')
  return mayBe && faults.length === 1 && cut === 1 ? text : null
}

/** The parts that are no UTF-8, each as long as one U+FFFD stands for, the first of them with their places; and signs that are whole. */
function findFaults(bytes: Uint8Array): { faults: Fault[]; lost: number; wholes: number } {
  const faults: Fault[] = []
  let [at, wholes, lost] = [0, 0, 0]
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) {
      at++
      continue
    }
    const [length, found] = [lengthAfter(lead), partLength(bytes, at)]
    if (found === length) wholes++
    else if (++lost <= mostFaults) faults.push({ start: at, end: at + found })
    at += found
  }
  return { faults, lost, wholes }
}

/** How long a sign is by its first byte; 0 where none begins so. */
function lengthAfter(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

// The second byte has less room after some first ones: no sign is written longer than it must be, none is a surrogate.
const secondByte = new Map([
  [0xe0, [0xa0, 0xbf]],
  [0xed, [0x80, 0x9f]],
  [0xf0, [0x90, 0xbf]],
  [0xf4, [0x80, 0x8f]],
])

/** How many bytes from here on can be the beginning of one sign, at least 1. */
function partLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  const length = lengthAfter(lead)
  let found = 1
  let [from = 0x80, to = 0xbf] = secondByte.get(lead) ?? []
  while (found < length) {
    const next = bytes[at + found] ?? 0
    if (next < from || next > to) break
    found++
    ;[from, to] = [0x80, 0xbf]
  }
  return found
}

function readAround(bytes: Uint8Array, faults: Fault[]): Broken {
  const runs = joinFaults(faults)
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const wholes = [0, ...runs.map((run) => run.end)].map((start, at) =>
    decoder.decode(bytes.subarray(start, runs[at]?.start ?? bytes.length)),
  )
  const whole = wholes.join('')
  const singles = iconv.decode(Buffer.concat(runs.map((run) => bytes.subarray(run.start, run.end))), 'windows-1252')
  const readable = readableLetters(whole, singles)
  const broken = { text: wholes[0] ?? '', kept: countKept(whole), mended: 0, lost: 0, cut: 0 }
  for (const [at, run] of runs.entries()) {
    const around = { before: wholes[at]?.slice(-2) ?? '', after: wholes[at + 1]?.[0] ?? '' }
    const part = bytes.subarray(run.start, run.end)
    const letters = run.end === bytes.length ? null : readRun(part, { ...around, readable })
    if (letters === null) broken.lost += isOneSign(part, around) ? 0.25 : run.faults
    else broken.mended += run.faults
    if (letters === null && isCut(part, around)) broken.cut++
    broken.text += (letters ?? '\uFFFD'.repeat(run.faults)) + (wholes[at + 1] ?? '')
  }
  return broken
}

function joinFaults(faults: Fault[]): (Fault & { faults: number })[] {
  const runs: (Fault & { faults: number })[] = []
  for (const fault of faults) {
    const last = runs.at(-1)
    if (last?.end === fault.start) [last.end, last.faults] = [fault.end, last.faults + 1]
    else runs.push({ ...fault, faults: 1 })
  }
  return runs
}

// Signs of two bytes that news is written with; others there are the chance of a legacy text. Longer ones are no chance.
const written =
  /[\u00A0-\u017F\u01A0\u01A1\u01AF\u01B0\u0218-\u021B\u0386-\u03CE\u0401-\u045F\u0490-\u04FF\u05D0-\u05EA\u060C-\u06D2\u0800-\u{10FFFF}]/gu

function countKept(whole: string): number {
  return whole.match(written)?.length ?? 0
}

// At one place in the charsets of western, middle and northern Europe and of Turkey.
const everywhere = 'éäöüßÉÖÜ'
const western = 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœšžÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŒŠŽŸ'
const westernSigns = '’–—…€£°·¿¡\u00A0'
// Each may be what is left of a letter: two of a kind are not.
const paired = ['“”', '«»', '‘’', '„“']
// First bytes of other letters in UTF-8: they are letters only in languages that write these as well.
const asWith: [string, RegExp][] = [
  ['Ä', /[äöüåß]/iu],
  ['Å', /[åøæäö]/iu],
  ['È', /[èàòù]/iu],
]

/** Letters that a single byte may be: by the language that the whole signs show, none beside another script. */
function readableLetters(whole: string, singles: string): Set<string> {
  const letters = new Set(whole.match(/(?!\p{ASCII}|[ªº])\p{L}/gu) ?? [])
  if (![...letters].every((letter) => western.includes(letter))) return new Set()
  const signs = westernSigns + paired.filter((pair) => [...pair].every((sign) => singles.includes(sign))).join('')
  if (letters.size === 0) return new Set(everywhere + signs)
  const readable = new Set(western + signs)
  for (const [letter, written] of asWith) if (!written.test(whole)) readable.delete(letter)
  return readable
}

// A letter joins a word as it goes on there. What begins a sign of UTF-8 among western ones (C2 to C5, E2, EF, F0) tells
// nothing at the end of a word: the rest of the sign may have been cut off.
const placed = new RegExp(
  [
    '(?<=\\p{L}|\\p{L}’)[à-ÿœšžß](?<![âïðþÿ])',
    '[à-ÿœšžß](?=\\p{L})',
    '(?<!\\p{Ll})[À-ÞŒŠŽŸ](?<![ÂÃ])(?=\\p{L})|(?<=Ç)Ã(?=[OE])',
    '(?<=\\p{Lu})[À-ÞŒŠŽŸ](?<![ÂÃÄÅ])(?!\\p{L})',
    '(?<=[\\s’“«(])[àáèéíòóöøåæÀÁÈÉÍÒÓÖØ](?=[\\s<])',
    '(?<=\\p{L})’(?=\\p{L})',
    '(?<![\\p{L}\\d])[‘“«„](?=[\\p{L}\\d\\u00A0])|(?<=\\s)«(?=\\s)|(?<=^|[\\s>(“"])[¿¡](?=\\p{L})|£(?=\\d)|(?<=\\d)°|(?<=l)·(?=l)',
    '(?<=[\\p{L}\\d.!?,…\\u00A0])[’”»“](?![\\p{L}\\d])|(?<=\\s)»(?=[\\s,.<])',
    '(?<=\\s)[–—](?=\\s)',
    '(?<=\\p{L})…(?!\\p{L})',
    '(?<=\\d\\s?)€(?!\\p{L})|€(?=\\d)',
    '(?<=«)\\u00A0|(?<=[\\p{L}\\d])\\u00A0(?=[»:;!?€%])|(?<=\\d)\\u00A0(?=\\d)',
  ].join('|'),
  'gu',
)

/** Bytes that are windows-1252 by where they stand; `null` where they may be anything. */
function readRun(run: Uint8Array, { before, after, readable }: Around & { readable: Set<string> }): string | null {
  const [lead = 0] = run
  // The beginning of a sign that western texts in UTF-8 have, its rest lost.
  if (run.length > longestRun || (run.length > 1 && isPart(run) && westernLead(lead))) return null
  const letters = iconv.decode(Buffer.from(run), 'windows-1252')
  if (![...letters].every((letter) => readable.has(letter))) return null
  const ends = before.length + letters.length
  const fits = [...`${before}${letters}${after}`.matchAll(placed)].filter(
    ({ index }) => index >= before.length && index < ends,
  )
  return fits.length === letters.length ? letters : null
}

/** Whether a run is the beginning of one sign: at the end of the document, or where no legacy text has such bytes. */
function isCut(run: Uint8Array, { before, after }: Around): boolean {
  if (!isPart(run)) return false
  if (run.length > 1 || after === '') return true
  return (run[0] ?? 0) <= 0xc5 && /\p{Ll}$|(?<!\p{Lu})\p{Lu}$/u.test(before) && !/\p{L}/u.test(after)
}

/** One damaged sign leaves two bytes among ASCII; letters of legacy charsets stand in rows. */
function isOneSign(run: Uint8Array, { before, after }: Around): boolean {
  return run.length <= 2 && /^\p{ASCII}*$/u.test(before.slice(-1) + after)
}

function isPart(run: Uint8Array): boolean {
  return lengthAfter(run[0] ?? 0) > 0 && partLength(run, 0) === run.length
}

function westernLead(lead: number): boolean {
  return lead <= 0xc5 || [0xe2, 0xef, 0xf0].includes(lead)
}

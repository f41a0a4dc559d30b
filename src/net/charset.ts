import iconv from 'iconv-lite'
import { readBrokenUtf8 } from './charset-faults.ts'
import charsetNames from './data/charset-names.json' with { type: 'json' }
import { detectCharset } from './detect-charset.ts'
import { decodeEbcdic } from './ebcdic.ts'
import { escapedCharset, shiftToEightBits } from './escaped-charsets.ts'
import type { GetKind } from './get.ts'

/** The text of a document and the character encoding it was read with. */
export type Decoded = { text: string; charset: string }

const boms: [number[], string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0, 0], 'utf-32le'],
  [[0, 0, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]
// An ASCII sign and the zeros beside it, where a document has no BOM.
const wide: [(bytes: Uint8Array) => boolean, string][] = [
  [([a, b, c, d]) => a !== 0 && b === 0 && c === 0 && d === 0, 'utf-32le'],
  [([a, b, c, d]) => a === 0 && b === 0 && c === 0 && d !== 0, 'utf-32be'],
  [([a, b]) => a !== 0 && b === 0, 'utf-16le'],
  [([a, b]) => a === 0 && b !== 0 && b !== undefined, 'utf-16be'],
]

// Names under which outlets mean a charset, or a superset of it: GB2312 is written by software that knows GB18030.
const known = new Map(Object.entries(charsetNames).flatMap(([charset, names]) => names.map((name) => [name, charset])))
const byNode = new Set(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'euc-jp', 'iso-2022-jp'])

/**
 * Decode a document: BOM, then valid UTF-8 whatever the label says, then the header or the document's own
 * declaration, whichever decodes without loss, then detection. Never throws: the worst case is windows-1252.
 */
export function decodeBytes(bytes: Uint8Array, label: { contentType: string | null; kind: GetKind }): Decoded {
  for (const [sign, charset] of boms) {
    if (startsWith(bytes, sign)) return { text: decodeAs(bytes.subarray(sign.length), charset) ?? '', charset }
  }
  for (const [isWide, charset] of wide) {
    if (isWide(bytes)) return { text: decodeAs(bytes, charset) ?? '', charset }
  }
  const ebcdic = decodeEbcdic(bytes)
  if (ebcdic !== null) return ebcdic
  const labels = declaredCharsets(bytes, label.contentType)
  const utf8 = decodeStrictUtf8(bytes)
  if (utf8 === null) return decodeByLabels(bytes, labels)
  // Charsets of seven bits hide their letters behind escapes.
  return (isAscii(utf8) ? decodeEscaped(bytes, labels) : null) ?? { text: utf8, charset: 'utf-8' }
}

function decodeEscaped(bytes: Uint8Array, labels: string[]): Decoded | null {
  const ascii = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const charset = escapedCharset(ascii, labels)
  if (charset === null) return null
  const plain = charset === 'iso-2022-kr' || charset === 'hz-gb-2312' ? shiftToEightBits(ascii, charset) : bytes
  const text = decodeAs(plain, { 'iso-2022-kr': 'cp949', 'hz-gb-2312': 'gb18030' }[charset] ?? charset)
  return text === null ? null : { text, charset }
}

/** The label that decodes without loss and reads best; where none does, a UTF-8 text with a few broken bytes, else what the bytes look like. */
function decodeByLabels(bytes: Uint8Array, labels: string[]): Decoded {
  const clean = labels.filter((name) => name !== 'utf-8' && isClean(decodeAs(bytes, name)))
  const utf8 = readBrokenUtf8(bytes, labels.includes('utf-8') ? ['utf-8', ...clean] : clean)
  if (utf8 !== null) return { text: utf8, charset: 'utf-8' }
  const charset = detectCharset(bytes, clean) ?? 'windows-1252'
  return { text: decodeAs(bytes, charset) ?? iconv.decode(Buffer.from(bytes), 'windows-1252'), charset }
}

function isClean(text: string | null): boolean {
  // oxlint-disable-next-line no-control-regex
  return text !== null && !/[\uFFFD\u0081\u008D\u008F\u0090\u009D]/u.test(text)
}

/** Charsets that the header and the document name, in that order, as canonical names. */
function declaredCharsets(bytes: Uint8Array, contentType: string | null): string[] {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  // Blanks are counted: two runs of any length beside each other cost the square of their length.
  const found = [
    /charset\s{0,9}=[\s"']{0,9}([^\s"';,]+)/iu.exec(contentType ?? '')?.[1],
    /<\?xml[^>]*?encoding\s{0,9}=\s{0,9}["']\s{0,9}([^"'\s]+)/iu.exec(head)?.[1],
    /<meta[^>]+?charset\s{0,9}=[\s"']{0,9}([^\s"'/>;]+)/iu.exec(head)?.[1],
  ]
  // A document in UTF-16 or UTF-32 was known by its first bytes: such a label on another is wrong.
  const names = found.filter((name) => name !== undefined).map(canonicalCharset)
  return [...new Set(names.filter((name) => !/^utf-?(?:16|32)/u.test(name)))]
}

function canonicalCharset(name: string): string {
  const plain = name.toLowerCase().replace(/[^a-z\d]/gu, '')
  return (
    known.get(plain) ??
    plain.replace(/^iso8859(?=\d)/u, 'iso-8859-').replace(/^(?:cp|windows)(125\d|874)$/u, 'windows-$1')
  )
}

/** `null` when nobody knows the charset. */
function decodeAs(bytes: Uint8Array, charset: string): string | null {
  if (byNode.has(charset)) return new TextDecoder(charset).decode(bytes)
  if (!iconv.encodingExists(charset)) return null
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), charset)
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function isAscii(text: string): boolean {
  // oxlint-disable-next-line no-control-regex
  return /^[\u0000-\u007F]*$/u.test(text)
}

function startsWith(bytes: Uint8Array, sign: number[]): boolean {
  return bytes.length >= sign.length && sign.every((byte, at) => bytes[at] === byte)
}

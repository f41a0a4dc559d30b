import { analyse } from 'chardet'
import iconv from 'iconv-lite'
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
// `<` and the byte after it, where a document has no BOM.
const wide: [number[], string][] = [
  [[0x3c, 0, 0, 0], 'utf-32le'],
  [[0, 0, 0, 0x3c], 'utf-32be'],
  [[0x3c, 0], 'utf-16le'],
  [[0, 0x3c], 'utf-16be'],
]

/** Names under which outlets mean a superset: GB2312 is written by software that knows GB18030. */
const superset: Record<string, string> = {
  utf8: 'utf-8',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-gbk': 'gb18030',
  'gb_2312-80': 'gb18030',
  cp936: 'gb18030',
  big5: 'big5-hkscs',
  'x-x-big5': 'big5-hkscs',
  cp950: 'big5-hkscs',
  'euc-kr': 'cp949',
  'ks_c_5601-1987': 'cp949',
  ks_c_5601: 'cp949',
  'x-windows-949': 'cp949',
  sjis: 'shift_jis',
  'x-sjis': 'shift_jis',
  'shift-jis': 'shift_jis',
  'windows-31j': 'shift_jis',
  cp932: 'shift_jis',
  'x-euc-jp': 'euc-jp',
}
const byNode = new Set(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'euc-jp', 'iso-2022-jp'])

/**
 * Decode a document: BOM, then valid UTF-8 whatever the label says, then the header or the document's own
 * declaration, whichever decodes without loss, then detection. Never throws: the worst case is windows-1252.
 */
export function decodeBytes(bytes: Uint8Array, label: { contentType: string | null; kind: GetKind }): Decoded {
  for (const [sign, charset] of boms) {
    if (startsWith(bytes, sign)) return { text: decodeAs(bytes.subarray(sign.length), charset) ?? '', charset }
  }
  for (const [sign, charset] of wide) {
    if (startsWith(bytes, sign)) return { text: decodeAs(bytes, charset) ?? '', charset }
  }
  const labels = declaredCharsets(bytes, label.contentType)
  const utf8 = decodeStrictUtf8(bytes)
  const escaped = labels.find((name) => /^(?:iso-2022-|hz-gb|utf-7)/u.test(name))
  if (utf8 !== null && !(escaped !== undefined && isAscii(utf8))) return { text: utf8, charset: 'utf-8' }
  return decodeByLabels(bytes, labels) ?? decodeByContent(bytes, labels)
}

function decodeByLabels(bytes: Uint8Array, labels: string[]): Decoded | null {
  for (const charset of labels) {
    if (charset === 'utf-8') continue
    const text = decodeAs(bytes, charset)
    // oxlint-disable-next-line no-control-regex
    if (text !== null && !/[\uFFFD\u0081\u008D\u008F\u0090\u009D]/u.test(text)) return { text, charset }
  }
  return null
}

/** No label tells the truth: a UTF-8 text with a few broken bytes, else what the bytes look like. */
function decodeByContent(bytes: Uint8Array, labels: string[]): Decoded {
  const utf8 = new TextDecoder().decode(bytes)
  const lost = utf8.match(/\uFFFD/gu)?.length ?? 0
  // oxlint-disable-next-line no-control-regex
  const kept = utf8.match(/[^\u0000-\u007F\uFFFD]/gu)?.length ?? 0
  if (lost * 4 <= kept) return { text: utf8, charset: 'utf-8' }
  const guesses = analyse(highBytes(bytes)).map((match) => canonicalCharset(match.name))
  for (const charset of guesses) {
    const text = charset === 'utf-8' ? null : decodeAs(bytes, charset)
    if (text !== null && !text.includes('\uFFFD')) return { text, charset }
  }
  const first = labels.find((name) => name !== 'utf-8')
  const charset = first ?? guesses.find((name) => decodeAs(new Uint8Array(0), name) !== null) ?? 'windows-1252'
  return { text: decodeAs(bytes, charset) ?? utf8, charset }
}

/** The lines with letters outside ASCII: markup would make every page look like English. */
function highBytes(bytes: Uint8Array): Uint8Array {
  const picked: number[] = []
  let start = 0
  for (let at = 0; at <= bytes.length && picked.length < 20_000; at++) {
    const sign = bytes[at]
    if (sign !== undefined && sign !== 0x3c && sign !== 0x3e && sign !== 0x0a) continue
    const run = bytes.subarray(start, at)
    if (run.some((byte) => byte > 0x7f)) picked.push(...run.subarray(0, 2000), 0x20)
    start = at + 1
  }
  return Uint8Array.from(picked)
}

/** Charsets that the header and the document name, in that order, as canonical names. */
function declaredCharsets(bytes: Uint8Array, contentType: string | null): string[] {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const found = [
    /charset\s*=\s*["']?\s*([^\s"';,]+)/iu.exec(contentType ?? '')?.[1],
    /<\?xml[^>]*?encoding\s*=\s*["']\s*([^"'\s]+)/iu.exec(head)?.[1],
    /<meta[^>]+?charset\s*=\s*["']?\s*([^\s"'/>;]+)/iu.exec(head)?.[1],
  ]
  return [...new Set(found.filter((name) => name !== undefined).map(canonicalCharset))]
}

function canonicalCharset(name: string): string {
  const lower = name.trim().toLowerCase()
  return superset[lower] ?? lower.replace(/^(?:cp|x-cp|windows)-?(125\d|874)$/u, 'windows-$1')
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

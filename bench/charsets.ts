/**
 * Feeds and pages in every charset that a language is written in, under each label that is wrong, right or missing.
 *
 *     node bench/charsets.ts [share of the wrong labels, 0 to 1] [only charsets that hold this]
 *
 * A text is right when it is letter for letter what was encoded. The texts are our own (`charset-texts.json`).
 */
import iconv from 'iconv-lite'
import { decodeBytes } from '../src/net/charset.ts'
import texts from './charset-texts.json' with { type: 'json' }

const share = Number(process.argv[2] ?? 1)
const only = process.argv.slice(3).find((one) => one !== '-v') ?? ''
// What outlets and their servers write, by the tables of browsers and of other readers.
const labels =
  'utf-8 us-ascii iso-8859-1 windows-1252 iso-8859-15 windows-1250 iso-8859-2 windows-1251 koi8-r koi8-u iso-8859-5 x-mac-cyrillic ibm866 windows-1253 iso-8859-7 windows-1254 iso-8859-9 windows-1255 iso-8859-8 windows-1256 iso-8859-6 windows-1257 iso-8859-13 iso-8859-4 windows-1258 iso-8859-3 iso-8859-10 iso-8859-14 iso-8859-16 tis-620 windows-874 gb2312 gbk gb18030 big5 big5-hkscs shift_jis euc-jp iso-2022-jp euc-kr cp949 utf-16 macintosh x-unknown'.split(
    ' ',
  )
const defaults = new Set(['utf-8', 'us-ascii', 'iso-8859-1'])
// Names of one charset, or of a larger one that holds it letter by letter: such a label is not wrong.
const families = [
  'us-ascii iso-8859-1 windows-1252',
  'iso-8859-9 windows-1254',
  'tis-620 windows-874',
  'gb2312 gbk gb18030',
  'big5 big5-hkscs',
  'euc-kr cp949',
  'x-mac-cyrillic maccyrillic',
].map((line) => line.split(' '))

/** Windows-1258 writes most Vietnamese tones as marks of their own behind the letter. */
function encodeVietnamese(text: string): Buffer {
  const apart = text.normalize('NFD').replace(/\p{L}\p{M}+/gu, (sign) => {
    const [letter = '', ...marks] = sign
    const own = marks.filter((mark) => '\u0302\u0306\u031B'.includes(mark))
    const tones = marks.filter((mark) => !own.includes(mark))
    return (letter + own.join('')).normalize('NFC') + tones.join('')
  })
  return iconv.encode(apart, 'windows-1258')
}

/** ISO-2022-JP holds the pairs of EUC-JP in seven bits between escapes. */
function encodeEscaped(text: string): Buffer {
  const euc = iconv.encode(text, 'euc-jp').toString('latin1')
  const escaped = euc.replace(/[\u00A1-\u00FE]+/gu, (run) => {
    const pairs = [...run].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x80)).join('')
    return `\u001B$B${pairs}\u001B(B`
  })
  return Buffer.from(escaped, 'latin1')
}

const wide = new Map([
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
])

function encode(text: string, charset: string): Buffer {
  if (charset === 'windows-1258') return encodeVietnamese(text)
  if (charset === 'iso-2022-jp') return encodeEscaped(text)
  const [name = charset, bom] = charset.split(' ')
  const bytes = iconv.encode(text, name)
  return bom === undefined ? bytes : Buffer.concat([Buffer.from(wide.get(name) ?? []), bytes])
}

/** A sign of a text that a charset does not have. */
function lostSign(text: string, charset: string): string | undefined {
  if (charset === 'windows-1258') return undefined
  const name = charset === 'iso-2022-jp' ? 'euc-jp' : (charset.split(' ')[0] ?? charset)
  return [...text].find((sign) => iconv.decode(iconv.encode(sign, name), name) !== sign)
}

const escapeXml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
type Text = { titles: string[]; text: string }
type Labels = { header: string | null; inside: string | null }
type Case = { kind: string; source: string; header: string | null; page: boolean }

function feedOf({ titles, text }: Text, { inside }: Labels): string {
  const items = titles.map(
    (title, at) =>
      `<item><title>${escapeXml(title)}</title><link>https://a.example/${at}</link>${text === '' ? '' : `<description>${escapeXml(text)}</description>`}</item>`,
  )
  return `<?xml version="1.0"${inside === null ? '' : ` encoding="${inside}"`}?>\n<rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`
}

function pageOf({ titles, text }: Text, { inside }: Labels): string {
  const meta = inside === null ? '' : `<meta http-equiv="Content-Type" content="text/html; charset=${inside}">`
  const [title = ''] = titles
  return `<!DOCTYPE html><html><head>${meta}<title>${escapeXml(title)} | News</title><script>var x = {"a": "b"}</script></head><body><ul><li><a href="/">Home</a></ul><h1>${escapeXml(title)}</h1><p>${escapeXml(text)}</p><p>&copy; News</p></body></html>`
}

const positions: [string, (label: string, right: string) => Labels][] = [
  ['wrong declaration alone', (label) => ({ header: null, inside: label })],
  ['wrong header alone', (label) => ({ header: label, inside: null })],
  ['both wrong alike', (label) => ({ header: label, inside: label })],
  ['right declaration, wrong header', (label, right) => ({ header: label, inside: right })],
  ['right header, wrong declaration', (label, right) => ({ header: right, inside: label })],
]
const unswapped: [string, (right: string) => Labels][] = [
  ['no label', () => ({ header: null, inside: null })],
  ['right declaration', (right) => ({ header: null, inside: right })],
  ['right header', (right) => ({ header: right, inside: null })],
]

function documentsOf(text: Text, where: Labels, kind: string): Case[] {
  const short = text.titles.map((title) => ({ titles: [title], text: '' }))
  const header = where.header
  return [
    ...short.map((one) => ({ kind: `feed of one title: ${kind}`, source: feedOf(one, where), header, page: false })),
    { kind: `feed of three items: ${kind}`, source: feedOf(text, where), header, page: false },
    { kind: `page: ${kind}`, source: pageOf(text, where), header, page: true },
  ]
}

type Score = { right: number; all: number; wrong: Map<string, string> }
const scores = new Map<string, Score>()
const pairs = new Map<string, [number, number]>()

function tryCase(one: Case, { charset, label }: { charset: string; label: string }): void {
  const bytes = encode(one.source, charset)
  const type = one.page ? 'text/html' : 'application/rss+xml'
  const contentType = one.header === null ? type : `${type}; charset=${one.header}`
  const got = decodeBytes(bytes, { contentType, kind: one.page ? 'page' : 'feed' })
  const right = got.text.normalize('NFC') === one.source.normalize('NFC')
  const score = scores.get(one.kind) ?? { right: 0, all: 0, wrong: new Map() }
  scores.set(one.kind, score)
  const pair = pairs.get(`${charset} as ${label}`) ?? [0, 0]
  pairs.set(`${charset} as ${label}`, [pair[0] + Number(right), pair[1] + 1])
  score.all++
  if (right) score.right++
  else
    score.wrong.set(`${charset} as ${label}: read as ${got.charset}`, `${titleOf(one.source)} | ${titleOf(got.text)}`)
}

const titleOf = (source: string): string => /<(?:title|h1)>(?!News)([^<]*)/u.exec(source)?.[1]?.slice(0, 50) ?? ''
const sameFamily = (a: string, b: string): boolean =>
  a === b || families.some((one) => one.includes(a) && one.includes(b))

let turn = 0
/** Golden steps, so that a part of the cases is spread over all kinds. */
function isPicked(): boolean {
  turn = (turn + 0.618_033_988_75) % 1
  return turn < share
}

function tryLabels(text: Text, charset: string): void {
  const right = charset.startsWith('utf-16') ? 'utf-16' : charset
  for (const [kind, where] of unswapped)
    for (const one of documentsOf(text, where(right), kind)) tryCase(one, { charset, label: kind })
  for (const label of labels.filter((one) => !sameFamily(one, right))) {
    const ofDefault = defaults.has(label) ? 'the default of a server' : 'wrong'
    const documents = positions.flatMap(([kind, where]) =>
      documentsOf(text, where(label, right), kind.replace('wrong', ofDefault)),
    )
    for (const one of documents) if (isPicked()) tryCase(one, { charset, label })
  }
}

for (const { language, charsets, ...text } of texts) {
  const all = [...charsets.split(' '), 'utf-8', 'utf-16le', 'utf-16le bom', 'utf-16be', 'utf-16be bom']
  for (const charset of all.filter((one) => one.includes(only))) {
    const lost = lostSign(`${text.titles.join('')}${text.text}`, charset)
    if (lost === undefined) tryLabels(text, charset)
    else process.stdout.write(`${language} in ${charset}: left out, it lacks "${lost}"\n`)
  }
}
for (const [kind, { right, all, wrong }] of scores) {
  process.stdout.write(`${kind}: ${right} of ${all}, ${((100 * right) / all).toFixed(2)} %\n`)
  if (process.argv.includes('-v'))
    for (const [what, example] of wrong) process.stdout.write(`    ${what}: ${example}\n`)
}
const bad = [...pairs]
  .filter(([, [right, all]]) => right < all)
  .toSorted((a, b) => a[1][0] / a[1][1] - b[1][0] / b[1][1])
process.stdout.write(
  `swaps that fail most: ${bad
    .slice(0, 40)
    .map(([what, [right, all]]) => `${what} ${right}/${all}`)
    .join('; ')}\n`,
)

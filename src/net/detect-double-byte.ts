import iconv from 'iconv-lite'

/** One double-byte charset: how its pairs are built, and which of them are everyday letters. */
type DoubleByte = {
  name: string
  language: string
  isPair: (lead: number, trail: number) => boolean
  /** A byte above 0x7f that stands alone. */
  isSingle: (byte: number) => boolean
  isUsual: (lead: number, trail: number) => boolean
  /** Letters that no other charset has at this place. */
  isTelling: (lead: number, trail: number) => boolean
  /** Everyday letters of other writers, who have all theirs among these and not in the rows. */
  others?: () => Set<number>
}

const within = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to
const never = (): boolean => false
const highTrail = (byte: number): boolean => within(byte, 0xa1, 0xfe)

// Rows of everyday letters: level 1 of each national standard, its kana, its Hangul, its
// Greek and Russian, its punctuation. Where two charsets
// explain a text equally well the first is meant: the Hangul rows are the fewest.
const doubleBytes: DoubleByte[] = [
  {
    name: 'cp949',
    language: 'ko',
    isPair: (lead, trail) =>
      within(lead, 0x81, 0xfe) && (highTrail(trail) || isLetter(trail) || within(trail, 0x81, 0xa0)),
    isSingle: never,
    isUsual: (lead, trail) =>
      highTrail(trail) && (within(lead, 0xb0, 0xc8) || within(lead, 0xa1, 0xa3) || lead === 0xac),
    isTelling: never,
  },
  {
    name: 'euc-jp',
    language: 'ja',
    isPair: (lead, trail) => (lead === 0x8e || highTrail(lead)) && highTrail(trail),
    // In front of a pair of the supplementary kanji.
    isSingle: (byte) => byte === 0x8f,
    isUsual: (lead, trail) => highTrail(trail) && (within(lead, 0xb0, 0xcf) || within(lead, 0xa1, 0xa7)),
    isTelling: (lead) => within(lead, 0xa4, 0xa5),
  },
  {
    name: 'shift_jis',
    language: 'ja',
    isPair: (lead, trail) =>
      (within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xfc)) && within(trail, 0x40, 0xfc) && trail !== 0x7f,
    isSingle: (byte) => within(byte, 0xa1, 0xdf),
    isUsual: (lead, trail) => trail !== 0x7f && (within(lead, 0x88, 0x98) || within(lead, 0x81, 0x84)),
    isTelling: (lead, trail) =>
      (lead === 0x82 && within(trail, 0x9f, 0xf1)) || (lead === 0x83 && within(trail, 0x40, 0x96)),
  },
  {
    name: 'gb18030',
    language: 'zh',
    isPair: (lead, trail) => within(lead, 0x81, 0xfe) && within(trail, 0x40, 0xfe) && trail !== 0x7f,
    isSingle: never,
    isUsual: (lead, trail) => highTrail(trail) && (within(lead, 0xb0, 0xd7) || within(lead, 0xa1, 0xa7)),
    isTelling: never,
    others: traditionalInGbk,
  },
  {
    name: 'big5-hkscs',
    language: 'zh',
    isPair: (lead, trail) => within(lead, 0x87, 0xfe) && (within(trail, 0x40, 0x7e) || highTrail(trail)),
    isSingle: never,
    isUsual: (lead) => within(lead, 0xa4, 0xc8) || lead === 0xa1,
    isTelling: never,
    others: cantoneseInBig5,
  },
]

// Letters of spoken Cantonese, which Big5 has outside its first level or in the Hong Kong supplement.
const cantonese = '冇佢哋嘅喺咗睇啲嚟揾攞嗰噉瞓乜嘢咁咩喎啱嘥嗌唔嗱哂晒啩嘞咪掂攰嬲孖瞓氹'

let traditional: Set<number> | null = null
let spoken: Set<number> | null = null

/** The first level of Big5 and its punctuation as GBK writes them: Hong Kong and Taiwan in the mainland's charset. */
function traditionalInGbk(): Set<number> {
  return (traditional ??= pairsOf(iconv.decode(Buffer.from(levelOne), 'big5'), 'gbk'))
}

/** The first level of Big5 with the letters of spoken Cantonese. */
function cantoneseInBig5(): Set<number> {
  return (spoken ??= pairsOf(iconv.decode(Buffer.from(levelOne), 'big5') + cantonese, 'big5-hkscs'))
}

const levelOne = Array.from({ length: 0xc6 - 0xa1 + 1 }, (_, row) => row + 0xa1).flatMap((lead) =>
  Array.from({ length: 0x5e + 0x3f }, (_, at) => [lead, at < 0x3f ? at + 0x40 : at + 0x62]).flat(),
)

function pairsOf(letters: string, charset: string): Set<number> {
  const bytes = iconv.encode(letters, charset)
  const pairs = new Set<number>()
  for (let at = 0; at + 1 < bytes.length; at++) if ((bytes[at] ?? 0) > 0x7f) pairs.add(bytes.readUInt16BE(at++))
  return pairs
}

function isLetter(byte: number): boolean {
  return within(byte, 0x41, 0x5a) || within(byte, 0x61, 0x7a)
}

/** The double-byte charsets that are told apart. */
export const doubleByteNames = doubleBytes.map(({ name }) => name)

/** The language that a double-byte charset was made for, as eld names it. */
export function languageOf(name: string): string {
  return doubleBytes.find((one) => one.name === name)?.language ?? ''
}

/** `usual` and `telling`: shares of all pairs, 0 to 1. `alone`: pairs that stand one by one, as the accents of a western text do. */
export type PairShares = { pairs: number; usual: number; telling: number; alone: number }

/** How bytes fit a double-byte charset; `null` when those above 0x7f do not form pairs. */
export function sharesOfPairs(name: string, lines: Uint8Array[]): PairShares | null {
  const charset = doubleBytes.find((one) => one.name === name)
  const count = { pairs: 0, usual: 0, others: 0, telling: 0, alone: 0 }
  if (charset === undefined || !lines.every((line) => countPairs(charset, line, count))) return null
  const pairs = Math.max(1, count.pairs)
  return {
    pairs: count.pairs,
    usual: Math.max(count.usual, count.others) / pairs,
    telling: count.telling / pairs,
    alone: count.alone / pairs,
  }
}

function countPairs(
  { name, isPair, isSingle, isUsual, isTelling, others }: DoubleByte,
  line: Uint8Array,
  count: { pairs: number; usual: number; others: number; telling: number; alone: number },
): boolean {
  const otherPairs = others?.()
  let row = 0
  const endRow = (): void => {
    if (row === 1) count.alone++
    row = 0
  }
  for (let at = 0; at < line.length; at++) {
    const [lead = 0, trail = 0] = [line[at], line[at + 1]]
    if (lead < 0x80) {
      endRow()
      continue
    }
    if (name === 'gb18030' && within(trail, 0x30, 0x39)) {
      // Four bytes: a rare letter or an emoji, which says nothing against the charset.
      at += 3
      continue
    }
    count.pairs++
    if (isSingle(lead)) continue
    if (!isPair(lead, trail)) return false
    if (isUsual(lead, trail)) count.usual++
    if (otherPairs?.has(lead * 256 + trail) === true) count.others++
    if (isTelling(lead, trail)) count.telling++
    row++
    at++
  }
  endRow()
  return true
}

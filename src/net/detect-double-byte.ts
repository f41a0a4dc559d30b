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
  },
  {
    name: 'big5-hkscs',
    language: 'zh',
    isPair: (lead, trail) => within(lead, 0x87, 0xfe) && (within(trail, 0x40, 0x7e) || highTrail(trail)),
    isSingle: never,
    isUsual: (lead) => within(lead, 0xa4, 0xc8) || lead === 0xa1,
    isTelling: never,
  },
]

function isLetter(byte: number): boolean {
  return within(byte, 0x41, 0x5a) || within(byte, 0x61, 0x7a)
}

/** How many pairs must be everyday letters. Of random pairs about half are; of a news text nineteen in twenty. */
const leastUsual = 0.85

/** The double-byte charsets that are told apart. */
export const doubleByteNames = doubleBytes.map(({ name }) => name)

/** The language that a double-byte charset was made for, as eld names it. */
export function languageOf(name: string): string {
  return doubleBytes.find((one) => one.name === name)?.language ?? ''
}

/**
 * How well bytes fit a double-byte charset: 1 and more where all bytes above 0x7f form pairs and nearly all pairs are
 * everyday letters, below 0 where they form no pairs or, without a label, stand one by one as the accents of a western text do.
 */
export function doubleByteScore(name: string, lines: Uint8Array[], how: 'labelled' | 'guessed'): number {
  const charset = doubleBytes.find((one) => one.name === name)
  const share = charset === undefined ? null : usualShare(charset, lines, how)
  if (share === null) return -1
  return share < leastUsual ? share / 2 : 1 + share
}

/** Share of everyday letters, more than 1 for telling ones; `null` when the bytes do not form pairs. */
function usualShare(charset: DoubleByte, lines: Uint8Array[], how: 'labelled' | 'guessed'): number | null {
  const count = { pairs: 0, usual: 0, telling: 0, alone: 0 }
  for (const line of lines) if (!countPairs(charset, line, count)) return null
  if (how === 'guessed' && count.alone * 2 > count.pairs) return null
  const pairs = Math.max(1, count.pairs)
  return count.usual / pairs + Math.min(0.5, count.telling / pairs)
}

function countPairs(
  { name, isPair, isSingle, isUsual, isTelling }: DoubleByte,
  line: Uint8Array,
  count: { pairs: number; usual: number; telling: number; alone: number },
): boolean {
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
    if (isTelling(lead, trail)) count.telling++
    row++
    at++
  }
  endRow()
  return true
}

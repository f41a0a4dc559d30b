import words from './data/han-figures.json' with { type: 'json' }

const digits = '〇零一二两兩三四五六七八九'
/** The signs that Chinese and Japanese numbers are written in. */
export const hanSigns = `${digits}十百千万萬亿億兆`

const some = `(?:\\d+(?:\\.\\d+)?|[${hanSigns}]+)`
const isDigit = `[${digits}十\\d]`

// 三成, 二割五分, 三分之二, 百分之六, 半数. 成 and 割 begin many words (成为, 成立, 割引): what stands behind tells.
const tenth =
  '成(?![为為立功员員本果长長人年都交熟型就份绩績分形千百群对對双雙套片语語品全见見])|割(?![りれらくっるをけ引合拠愛裁算])'
const shares = [
  `(?:百|千|万|萬)分之${some}(?:[点點][${digits}]+)?`,
  `${some}分[之の]${some}`,
  `(?:${isDigit}|[${digits}十]{1,2}|10)(?:${tenth})(?:[${digits}半](?:分(?!之)|(?![${hanSigns}\\p{L}])|(?=[的以多左]))|\\d分(?!之))?`,
  '(?:半数|半數|過半数)',
]
const share = new RegExp(`(?<![${hanSigns}\\d.,第])(?:${shares.join('|')})`, 'gu')
const isShare = new RegExp(`^(?:${shares.join('|')})$`, 'u')
const numeral = new RegExp(
  `(?<![${hanSigns}\\d.]|[${hanSigns}][点點]|${words.before.split(' ').join('|')})[${hanSigns}]+(?:[点點][${digits}]+[万萬亿億兆]*)?(?![${hanSigns}\\d几幾数數])`,
  'gu',
)

const skips: Record<string, RegExp> = Object.fromEntries(
  Object.entries(words.notAmounts).map(([base, list]) => [base, new RegExp(list.split(' ').join('|'), 'gu')]),
)

/** A number in a text, `start` in UTF-16 units. */
type Found = { start: number; text: string }

/**
 * Numbers in Chinese signs, and shares (三成, 二割五分, 三分之二, 半数) in either, of a Chinese or Japanese text. Signs that
 * count nobody are left out: 一 alone, 二 in Chinese (which counts with 两), a bare 百, 千 or 万 in Chinese, names and set
 * phrases of `data/han-figures.json`.
 */
export function hanNumbers(text: string, base: string): Found[] {
  const skip = skips[base]
  if (!skip) return []
  const taken = placesOf([...text.matchAll(skip)].map((match) => ({ start: match.index, text: match[0] })))
  const parts = [...text.matchAll(share)].map((match) => ({ start: match.index, text: match[0] }))
  const shared = placesOf(parts)
  const whole = [...text.matchAll(numeral)]
    .map((match) => ({ start: match.index, text: match[0] }))
    .filter((one) => (isAmount(one.text, base) || text.startsWith('一倍', one.start)) && !shared.has(one.start))
  return [...parts, ...whole].filter(
    ({ start, text: { length } }) => !taken.has(start) && !taken.has(start + length - 1),
  )
}

/** Every offset that a stretch of text covers. */
function placesOf(found: Found[]): Set<number> {
  return new Set(found.flatMap(({ start, text }) => [...Array(text.length).keys()].map((at) => start + at)))
}

/** Does a number say what it is a share of, and so counts nothing else? */
export function isHanShare(text: string): boolean {
  return isShare.test(text)
}

function isAmount(text: string, base: string): boolean {
  if (text === '一' || /[〇零]$/u.test(text)) return false
  if (base === 'zh') return text !== '二' && !/^[百千万萬亿億兆]+$/u.test(text)
  return !/^[万萬亿億兆]+$/u.test(text)
}

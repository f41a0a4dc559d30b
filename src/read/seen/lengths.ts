const perUnit: Record<string, number> = {
  px: 1,
  '': 1,
  pt: 1.33,
  pc: 16,
  in: 96,
  cm: 38,
  mm: 3.8,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
  vw: 12.8,
  vh: 8,
  vmax: 12.8,
  vmin: 8,
  '%': 12.8,
}

const number = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)([a-z%]*)$/u
const longestSum = 200

/** A length in pixels of a screen of 1280 by 800, sums and products worked out; `null` for what is no length. */
export function pixels(value: string | undefined): number | null {
  if (value === undefined) return null
  const found = number.exec(value)
  if (found) return lengthOf(found)
  const sum = /^calc\((.*)\)$/su.exec(value)?.[1]
  return sum === undefined || sum.length > longestSum ? null : workOut(sum)
}

function lengthOf([, digits, unit = '']: RegExpExecArray): number | null {
  const size = perUnit[unit]
  return size === undefined ? null : Number(digits) * size
}

/** A number or a percentage as a share of 1; 1 for what is neither. */
export function fraction(value: string): number {
  const sum = value.startsWith('calc(') ? pixels(value) : null
  const share = sum ?? Number.parseFloat(value)
  if (Number.isNaN(share)) return 1
  return value.endsWith('%') ? share / 100 : share
}

/** The value of a sum such as `-1 * (100vw + 20px)`; `null` where a part of it is unknown. */
function workOut(sum: string): number | null {
  let text = sum.replaceAll('calc(', '(')
  for (let inner = /\(([^()]*)\)/u.exec(text); inner; inner = /\(([^()]*)\)/u.exec(text)) {
    const value = addUp(inner[1] ?? '')
    if (value === null) return null
    text = `${text.slice(0, inner.index)} ${value} ${text.slice(inner.index + inner[0].length)}`
  }
  return addUp(text)
}

function addUp(sum: string): number | null {
  const parts = sum.trim().split(/\s+([+-])\s+/u)
  let total = 0
  for (let at = 0; at < parts.length; at += 2) {
    const product = multiply(parts[at] ?? '')
    if (product === null) return null
    total += parts[at - 1] === '-' ? -product : product
  }
  return total
}

function multiply(product: string): number | null {
  const parts = product.trim().split(/\s*([*/])\s*/u)
  let total = 1
  for (let at = 0; at < parts.length; at += 2) {
    const found = number.exec(parts[at] ?? '')
    const value = found && lengthOf(found)
    if (value === null) return null
    total = parts[at - 1] === '/' ? total / value : total * value
  }
  return total
}

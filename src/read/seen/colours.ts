import { remembering } from '../remember.ts'
import { fraction } from './lengths.ts'

const faint = 0.05
const named: Record<string, string> = {
  white: '255,255,255',
  black: '0,0,0',
  red: '255,0,0',
  snow: '255,250,250',
  ivory: '255,255,240',
  whitesmoke: '245,245,245',
  ghostwhite: '248,248,255',
  gray: '128,128,128',
  grey: '128,128,128',
  silver: '192,192,192',
  yellow: '255,255,0',
  blue: '0,0,255',
  green: '0,128,0',
  navy: '0,0,128',
  beige: '245,245,220',
}

/** A picture may stand where a colour is looked for, and is too long to be remembered. */
const longestKnown = 60

/** A colour as `r,g,b`, or `transparent`; `null` for what is no colour that we know. */
export function colour(said: string): string | null {
  return said.length > longestKnown ? readColour(said) : knownColour(said)
}

const knownColour = remembering(readColour)

function readColour(said: string): string | null {
  const text = said.trim()
  if (text === 'transparent') return text
  if (named[text] !== undefined) return named[text] ?? null
  const hex = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/u.exec(text)?.[1]
  if (hex !== undefined) {
    const digits = hex.length <= 4 ? hex.replace(/./gu, '$&$&') : hex
    const [red = 0, green = 0, blue = 0, alpha = 255] = (digits.match(/../gu) ?? []).map((two) =>
      Number.parseInt(two, 16),
    )
    return alpha < 13 ? 'transparent' : `${red},${green},${blue}`
  }
  const call = /^(rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(([^)]*)\)$/u.exec(text)
  if (!call) return null
  const parts = (call[2] ?? '').split(/[\s,/]+/u).filter((part) => part !== '')
  if (parts[3] !== undefined && fraction(parts[3]) <= faint) return 'transparent'
  return call[1]?.startsWith('rgb')
    ? parts
        .slice(0, 3)
        .map((part) => Math.round(part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number.parseFloat(part)))
        .join(',')
    : parts.slice(0, 3).join(' ')
}

/** Are two colours the same to the eye: no part of them more than a few steps apart? */
export function isSameColour(one: string, other: string): boolean {
  return one === other || isNear(partsOf(one), partsOf(other))
}

/** The parts of a colour as numbers, to be compared often. */
export function partsOf(colour: string): number[] {
  return colour.split(',').map(Number)
}

export function isNear(one: number[], other: number[]): boolean {
  if (one.length !== 3 || other.length !== 3) return false
  for (let at = 0; at < 3; at++) if (!(Math.abs((one[at] ?? 0) - (other[at] ?? 0)) <= 6)) return false
  return true
}

import { cents } from './data/units.ts'
import type { Figure } from './figure.ts'

const kinds = new Map(cents.map((one) => [one.of, one]))

/** Whether a figure is told in parts of a currency: 45美分, 4角. */
export const isCents = ({ family, of }: Figure): boolean => family === 'money' && kinds.has(of ?? '')

/** A sum of the source in the parts that the sentence tells it in: $0.45 for 45美分, 0.4元 for 4角. */
export function asCents({ family, of }: Figure, one: Figure): Figure {
  const kind = family === 'money' ? kinds.get(of ?? '') : undefined
  // "83 cents" is worth 0.83 in many currencies: only what is written as a whole sum is turned.
  const written = one.family === 'money' && one.raw === one.value
  if (kind === undefined || !written || !kind.in.includes(one.of ?? '')) return one
  const value = Number((one.value * (kind.parts ?? 100)).toPrecision(12))
  return { ...one, of, value, raw: value }
}

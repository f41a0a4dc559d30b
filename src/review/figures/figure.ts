import type { Numeral } from './numeral.ts'

export type Family = 'count' | 'money' | 'ratio' | 'points' | 'multiple' | 'measure' | 'time' | 'ordinal' | 'age'

/**
 * A figure with what it is a figure of.
 *
 * `value`: 0.2 for 20 %, days for lengths of time, the SI unit for measures, the plain number otherwise.
 */
export type Figure = Numeral & {
  family: Family
  /** Currency code, or dimension of a measure. */
  of: string | null
  /** The number as written, before the unit. */
  raw: number
  /** Worth of one unit as written: 7 for weeks, 1000 for kilometres, 1 without a unit. */
  each: number
  text: string
  /** What the words around say of its exactness. */
  /** One of two numbers as 3-1 or 6:4. */
  inScore?: true
  /** Told as growth by so much. */
  grown?: true
  hedge: 'about' | 'over' | 'under' | null
}

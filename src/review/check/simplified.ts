import { Converter } from 'opencc-js/t2cn'

const simplifiers = new Map<string, (text: string) => string>()

/** A text in simplified signs, from traditional ones (`t`) or Japanese forms (`jp`). */
export function simplify(text: string, from: 'jp' | 't'): string {
  const made = simplifiers.get(from) ?? Converter({ from, to: 'cn' })
  simplifiers.set(from, made)
  return made(text)
}

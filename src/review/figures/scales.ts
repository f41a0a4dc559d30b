import { scaleWords } from './data/number-words.ts'

const overUnits: Record<string, number> = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 万亿: 1e12 }

/**
 * What a scale word behind a number multiplies it with, and how many signs it takes: million, 億, 多万. Nothing: 1 and 0.
 * Behind an amount of money an m alone means millions, whatever word follows: "£3.5m and postponed".
 */
export function scaleAfter(after: string, main: string, money = false): { factor: number; length: number } {
  if (money && /^m\b/u.test(after)) return { factor: 1e6, length: 1 }
  // 500多万: what is over stands before the unit.
  const over = /^\s?[多余餘]\s?(万亿|[千万萬亿億])(?!瓦|克|米)/u.exec(after)
  if (over && main === 'zh') return { factor: overUnits[over[1] ?? ''] ?? 1, length: over[0].length }
  for (const [pattern, factor] of [...(scaleWords[main] ?? []), ...(scaleWords['any'] ?? [])]) {
    const found = pattern.exec(after)
    if (found) return { factor, length: found[0].length }
  }
  return { factor: 1, length: 0 }
}

import type { Figure } from './figure.ts'

const of =
  /^\s*(?:of|der|von|des|de|d['’])(?:\s+(?:the|its|their|his|her|all|some|den|seinen|ihren|ses|leurs|los|las|sus))?\s+$/iu

/** "Half of the 80 members" as forty: a share in words and the number that it is taken of. */
export function sharesOf(figures: Figure[], text: string): Figure[] {
  const counts = figures.filter(({ family, vague }) => family === 'count' && !vague)
  const shares = figures.filter(({ family, form }) => family === 'ratio' && form === 'word')
  return shares.flatMap((share) => {
    const whole = counts.find(({ start }) => start > share.end && of.test(text.slice(share.end, start)))
    if (!whole || !Number.isInteger(share.value * whole.value)) return []
    const value = share.value * whole.value
    return [{ ...whole, start: share.start, value, raw: value }]
  })
}

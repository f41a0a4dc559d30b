import type { Figure } from './figure.ts'

/** "20-30 million", "between 3 and 4 percent": the first number takes scale and unit of the second. */
export function shareUnits(figures: Figure[], text: string): void {
  figures.push(...wholesOf(figures, text))
  for (const [at, first] of [...figures].entries()) {
    const second = figures[at + 1]
    if (!second || !['count', 'money'].includes(first.family) || second.start < first.end) continue
    const join = text.slice(first.end, second.start)
    if (!/^\s*(?:[-–—~～〜至到]|to|and|or|or|bis|und|à|et|a|y|から)\s*[$€£¥]?\s*$/iu.test(join)) continue
    if (
      /^\s*(?:and|und|et|y)\s*$/iu.test(join) &&
      !/between|zwischen|entre/iu.test(text.slice(Math.max(0, first.start - 12), first.start))
    )
      continue
    const scale = first.scale === 1 && first.raw < 1000 ? second.scale : 1
    if (first.family === 'money') {
      // "$20-30 million": the sign stands before the first, the scale after the second.
      if (second.family !== 'count') continue
      figures.push(
        { ...second, family: 'money', of: first.of },
        { ...first, raw: first.raw * scale, value: first.raw * scale },
      )
      continue
    }
    const factor = second.raw === 0 ? 1 : second.value / second.raw
    const raw = first.raw * scale
    const shared = { ...first, family: second.family, of: second.of, each: second.each, raw, value: raw * factor }
    // "Two to three inches": two is no count any more.
    if (['measure', 'time', 'ratio', 'points'].includes(second.family)) figures[at] = shared
    else figures.push(shared)
  }
}

const ofEvery = /^\s?\p{L}{1,12} (?:of every|out of(?: every)?|in every|von|sur|de cada) $/u

/** "35 liters of every 100 pumped": the whole is of the unit of its part. */
function wholesOf(figures: Figure[], text: string): Figure[] {
  return figures.flatMap((whole) => {
    const part = figures.find(
      (one) => one.family === 'measure' && one.end < whole.start && ofEvery.test(text.slice(one.end, whole.start)),
    )
    if (part === undefined || whole.family !== 'count') return []
    const { family, of, each } = part
    return [{ ...whole, family, of, each, value: whole.raw * each }]
  })
}

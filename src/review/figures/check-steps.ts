import steps from './data/steps.json' with { type: 'json' }
import type { Figure } from './figure.ts'
import type { FigureFault } from './figure-fault.ts'

type Side = { text: string; language: string; figures: Figure[] }
type Forms = { by: string; to: string }

/**
 * 下降了41% for "waned to 41 percent", 降至3% for "fell by 3 percent": a change told as a level, or a level as a change.
 *
 * Only where every figure of the source with this value is told the other way.
 */
export function checkSteps(claim: Side, readSource: () => Side): FigureFault[] {
  return claim.figures.flatMap((figure) => {
    const ours = stepOf(figure, claim)
    if (ours === null || !['ratio', 'count', 'money'].includes(figure.family)) return []
    const source = readSource()
    const same = source.figures.filter((one) => isSame(one, figure))
    const turned = same.length > 0 && same.every((one) => isOther(stepOf(one, source), ours))
    if (!turned) return []
    const check = figure.family === 'ratio' ? 'percent' : 'number'
    return [{ check, message: `"${figure.text}" is a change in one, and what it changed to in the other` }]
  })
}

const isOther = (step: 'by' | 'to' | null, than: 'by' | 'to'): boolean => step !== null && step !== than

const isSame = (one: Figure, other: Figure): boolean =>
  one.family === other.family && Math.abs(one.value - other.value) <= 1e-6 * Math.abs(other.value)

const patterns = new Map<string, RegExp>()
function pattern(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(source, 'iu')
  patterns.set(source, known)
  return known
}

/** How a figure is told: as a change, as a level after one, or as neither. */
function stepOf(figure: Figure, { text, language }: Side): 'by' | 'to' | null {
  const main = language.split('-')[0] ?? 'en'
  const before = (steps as unknown as Record<string, Forms | undefined>)[main]
  const behind = (steps.behind as Record<string, Forms | undefined>)[main]
  const forms = before ?? behind
  if (!forms) return null
  // A sign of money stands between the word and its number.
  const left = text.slice(Math.max(0, figure.start - 28), figure.start).replace(/[$€£¥]\s?$/u, '')
  const near = before ? left : text.slice(figure.end, figure.end + 16)
  if (pattern(forms.to).test(near)) return 'to'
  return pattern(forms.by).test(near) ? 'by' : null
}

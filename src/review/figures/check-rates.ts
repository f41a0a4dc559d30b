import table from './data/rates.json' with { type: 'json' }
import { withPlainLetters } from '../letters.ts'
import type { FigureFault } from './figure-fault.ts'

type Rate = { name: string; group: string; said: RegExp; source: RegExp }

const rates: Rate[] = table.map(({ name, group, said, source }) => ({
  name,
  group,
  said: new RegExp(said, 'iu'),
  source: withPlainLetters(new RegExp(source, 'iu')),
}))

/**
 * A price or pace per another unit: 每升 where the source says a gallon, 每户 where it says a head, 每百万人 for "per
 * 100,000". Units are compared within their group: a speed says nothing of a price.
 */
export function checkRates(claim: string, source: string): FigureFault[] {
  const ours = rates.filter(({ said }) => said.test(claim))
  const stands = (one: Rate): boolean => one.source.test(source) || one.said.test(source)
  return ours.flatMap((one) => {
    if (stands(one)) return []
    const other = rates.find((rival) => rival.group === one.group && !ours.includes(rival) && stands(rival))
    return other
      ? [{ check: 'measure', message: `the sentence counts per ${one.name}, the source per ${other.name}` }]
      : []
  })
}

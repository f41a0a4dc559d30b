import table from './data/rates.json' with { type: 'json' }
import type { FigureFault } from './figure-fault.ts'

const rates = table.map(({ name, said, source }) => ({
  name,
  said: new RegExp(said, 'iu'),
  source: new RegExp(source, 'iu'),
}))

/** A price or pace per another unit: 每升 where the source says a gallon, 每月 where it says a week. */
export function checkRates(claim: string, source: string): FigureFault[] {
  const ours = rates.find(({ said }) => said.test(claim))
  if (!ours || ours.source.test(source) || ours.said.test(source)) return []
  const other = rates.find((one) => one.name !== ours.name && one.source.test(source) && !one.said.test(claim))
  return other
    ? [{ check: 'measure', message: `the sentence counts per ${ours.name}, the source per ${other.name}` }]
    : []
}

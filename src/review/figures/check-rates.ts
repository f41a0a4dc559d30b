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

// 5キロ当たり, "per 10 kilos": told of several, and 每公斤 of one.
const each = /每(?:公斤|千克|克|升|吨|斤|磅|桶)/u
const eachOfMany =
  /(?<![\d.,])(?!1\D)\d{1,4}\s?(?:キロ|㎏|kg|リットル|グラム|킬로그램|公斤|千克|克|升|斤)\s?(?:当たり|あたり|당)|\b(?:per|je|pro|par|por|les|los)\s(?!1\s)\d{1,4}\s?(?:kg|kilos?|kilogram\p{L}*|Kilo\p{L}*|lit\p{L}+|Liter|pounds)/iu

/**
 * A price or pace per another unit: 每升 where the source says a gallon, 每户 where it says a head, 每百万人 for "per
 * 100,000". Units are compared within their group: a speed says nothing of a price.
 */
export function checkRates(claim: string, source: string): FigureFault[] {
  const ours = rates.filter(({ said }) => said.test(claim))
  const stands = (one: Rate): boolean => one.source.test(source) || one.said.test(source)
  if (
    each.test(claim) &&
    eachOfMany.test(source) &&
    !each.test(source) &&
    !ours.some(({ source: single }) => single.test(source.replace(eachOfMany, ' ')))
  )
    return [{ check: 'measure', message: 'the source counts per several of the unit' }]
  return ours.flatMap((one) => {
    if (stands(one)) return []
    const other = rates.find((rival) => rival.group === one.group && !ours.includes(rival) && stands(rival))
    return other
      ? [{ check: 'measure', message: `the sentence counts per ${one.name}, the source per ${other.name}` }]
      : []
  })
}

import { dense } from './data/countries.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

const signs = '中美英法德俄日韩朝印巴以伊乌加澳意西葡荷比土墨波匈捷希'
// 中美两国, 日韩首脑: two signs of countries, and a word that has two sides.
const pair = new RegExp(
  `([${signs}])([${signs}])(?=两国|双方|首脑|领导人|外长|防长|总统|首相|总理|关系|贸易|边境|会谈|峰会|军队|联军|合作|合资|协定|协议|条约|航线|混血)`,
  'gu',
)

// 日美韩三国.
const triple = new RegExp(`([${signs}])([${signs}])([${signs}])(?=三[国方])`, 'gu')

/** Countries that are named by one sign each (中朝首脑) and that the article does not name. */
export function checkAbbreviated({ text }: Pick<Statement, 'text'>, has: (code: string) => boolean): Fault[] {
  return [...text.matchAll(pair), ...text.matchAll(triple)].flatMap((match) => {
    const strange = match.slice(1).filter((sign) => !codesOf(sign).some(has))
    return strange.map((sign) => ({
      check: 'entity_added',
      message: `"${sign}" of "${match[0]}" is nowhere in the article`,
    }))
  })
}

const codesOf = (sign: string): string[] => Object.keys(dense).filter((code) => dense[code]?.includes(sign))

import { checkAbbreviated } from './check-abbreviated.ts'
import regions from '../card/data/regions.json' with { type: 'json' }
import signs from './data/city-signs.json' with { type: 'json' }
import words from './data/words-with-places.json' with { type: 'json' }
import { american } from './data/countries.ts'
import { entitiesOf } from './entities.ts'
import { hasNamedMember, speaksForNamed } from './seats.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

/** 法国审计法院 for « la Cour des comptes »: papers do not name their own country, and translators do. */
const homes: Record<string, string> = { es: '西班牙', fr: '法国', de: '德国', ja: '日本', ko: '韩国', zh: '中国' }

// 23公里海域 is no Caspian Sea, and 马赛克 no Marseille.
const noPlaces = new RegExp(`[公英海]里|${words.join('|')}`, 'gu')

// 瑞典克朗 for "kronor": whose money it is, the figures decide.
const historic =
  /^(?:王朝|半岛|时代|战争|族|帝国|王国|语|克朗|比索|卢比|法郎|先令|福林|兰特|里拉|第纳尔|里亚尔|雷亚尔|新?元(?![旦首帅老]))/u

/**
 * A country, big city or body that the sentence names and the whole article does not.
 *
 * Only for languages whose names and adjectives of countries we have; a capital stands for its country in both directions.
 */
export function checkEntities({ text, passages, headline, terms, sourceLanguage, readerLanguage }: Statement): Fault[] {
  const source = sourceLanguage.split('-')[0] ?? 'en'
  if (!readerLanguage.startsWith('zh') || !['en', 'zh', 'ja', 'ko', 'de', 'fr', 'es'].includes(source)) return []
  const all = [headline, ...passages.map((passage) => passage.text)].join('\n')
  // Parts of names too: 里斯本赛季 is Rees in this season, and no Lisbon.
  let masked = terms
    .flatMap(({ reader }) => [reader, ...reader.split(/[·・]/u).filter((part) => part.length > 1)])
    .reduce(
      (left, form) => left.replaceAll(form, '＿'.repeat(form.length)),
      text.replace(noPlaces, (word) => '＿'.repeat(word.length)),
    )
  const found: Fault[] = []
  const home = Object.keys(homeCodes).find((code) => homeCodes[code] === homeOf(source, all))
  const isNamed = (name: string): boolean =>
    name === home ||
    entitiesOf(source).some((one) => (one.code === name || one.reader === name) && one.source.test(all))
  for (const entity of entitiesOf(source)) {
    const at = masked.indexOf(entity.reader)
    // 朝鲜王朝 and 朝鲜半岛 are of no country of today, and 瑞典克朗 is a sum.
    if (at === -1 || historic.test(masked.slice(at + entity.reader.length))) continue
    // Longer names come first: 印度 is not looked for in 印度尼西亚.
    masked = masked.replaceAll(entity.reader, '＿'.repeat(entity.reader.length))
    if (isSigned(entity.reader, all, source)) continue
    if (entity.source.test(all) || (entity.reader === '美国' && source === 'en' && isAmerican(all))) continue
    const around = { before: text.slice(0, at), behind: text.slice(at + entity.reader.length) }
    if (hasNamedMember(entity.reader, isNamed) || speaksForNamed(entity.reader, around, isNamed)) continue
    // 英国伦敦: a country before a place that the article names only says where it is.
    const next = text.slice(at + entity.reader.length)
    const named = terms.some((term) => next.startsWith(term.reader))
    const explains = named || entitiesOf(source).some((one) => next.startsWith(one.reader) && one.source.test(all))
    if (!explains && entity.reader !== homeOf(source, all))
      found.push({ check: 'entity_added', message: `"${entity.reader}" is nowhere in the article` })
  }
  return [...found, ...checkAbbreviated({ text: masked }, isNamed)]
}

/** 京沪 in a Chinese source is Beijing and Shanghai. */
function isSigned(reader: string, all: string, source: string): boolean {
  const own = source === 'zh' ? (signs as Record<string, string>)[reader] : undefined
  return own !== undefined && [...own].some((sign) => all.includes(sign))
}

const homeCodes: Record<string, string> = { ES: '西班牙', FR: '法国', DE: '德国', JP: '日本', KR: '韩国', CN: '中国' }
// A paper in Spanish is of Spain where it speaks of no country of America.
const spanishAmerica =
  /argentin|m[eé]xic|chile|colombi|per[uú]|venez|\bcuba|ecua|bolivi|urugua|paragua|guatemal|hondur|nicarag|salvador|panam|costarr|costa rica|dominican/iu

function homeOf(source: string, all: string): string | undefined {
  return source === 'es' && spanishAmerica.test(all) ? undefined : homes[source]
}

/** An American paper does not say that its courts, agencies and states are American; a translator does. */
const isAmerican = (all: string): boolean =>
  american.some((name) => all.includes(name)) || regions.states.some((state) => all.includes(state))

import type { Passage } from '../../types.ts'
import { isTrade } from './chinese-names.ts'
import data from './data/han-organisations.json' with { type: 'json' }
import type { Hit } from './mentions.ts'

const anyOf = (list: string): string => [...new Set(list.split(' '))].toSorted((a, b) => b.length - a.length).join('|')

const { zh, ja } = data
const stop = '在被把了是有已没能会将都也就才给向从对与和及的于为以到等并且或由据'
const inside = `(?:(?![${stop}])\\p{Script=Han})`
// 财政部长 and 公司员工 are people, a 财政部门 is one of many.
const noPerson = '(?![长長员員部门門队隊])'
const alone = new RegExp(`(?:${anyOf(zh.alone)})${noPerson}`, 'gu')
const endings = anyOf(zh.endings)
const sure = new RegExp(
  `(?<=^|[\\s，。、；：！？“”《》（）()「」]|[在由据向从对与和及的于为以])${inside}{2,5}?(?:${anyOf(zh.sure)})${noPerson}`,
  'gmu',
)
const needMiddle = new RegExp(`(?:${anyOf(zh.needMiddle)})$`, 'u')
const ending = new RegExp(`(?:${endings})$`, 'u')
const generic = new RegExp(`^(?:${anyOf(zh.generic)})*$`, 'u')
// Of a town there is one 中级人民法院.
const court = /人民(?:法院|检察院)$/u
const verbs = new RegExp(anyOf(zh.verbs), 'u')
const counted =
  /^(?:[今去明前当當][年天日时時]|昨[天日晚]|[本上下]?[周月]|日前|近日|目前|此前|随后|如今)|^[不一二两兩三四五六七八九十几幾多数數每各某该該这這那此其本另全有家所个個名些]/u
const words = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Organisations of a Chinese passage: well-known ones, those that begin with a place ("青岛水产研究所"), and those that
 * stand between signs or small words and end in what names one ("据青苗基金会介绍"). A kind of body (上市公司) is nobody's name.
 */
export function chineseBodies(passage: Passage, { places, countries }: Heads): Hit[] {
  const local = localNames(places, countries)
  const named = [...passage.text.matchAll(local)].filter((match) => isName(match[0], match[1] ?? ''))
  const others = [...passage.text.matchAll(sure)].filter((match) => isName(match[0], match[0].replace(ending, '')))
  return [...passage.text.matchAll(alone), ...named, ...others].map((match) => hitOf(passage, match))
}

/** What counts as a place at the head of a name, and what may stand before it. */
type Heads = { places: string[]; countries: string[] }

const patterns = new Map<string, RegExp>()

function localNames(places: string[], countries: string[]): RegExp {
  const key = `${places.length} ${countries.length} ${places[0] ?? ''}`
  const known = patterns.get(key)
  if (known) return known
  const head = [...places, ...zh.prefixes.split(' ')].toSorted((a, b) => b.length - a.length).join('|')
  const town = `(?:(?<!\\p{Script=Han})|(?<=[${stop}的]))${inside}{2,3}[省市县區区州](?!立)`
  const tail = `(${inside}{0,10}?)(?:${endings})(?:${inside}{0,6}(?:${endings}))?${noPerson}`
  const made = new RegExp(`(?:${countries.join('|')})?(?:(?:${head})(?:[省市县區区州]|自治区)?|${town})${tail}`, 'gu')
  patterns.set(key, made)
  return made
}

function isName(name: string, middle: string): boolean {
  if (middle === '' && needMiddle.test(name)) return false
  if (middle !== '' && ((generic.test(middle) && !court.test(name)) || verbs.test(middle) || counted.test(name)))
    return false
  return ![...words.segment(middle)].some(({ segment }) => isTrade(segment))
}

const run = /[\p{Script=Han}々ヶ\p{Script=Katakana}ーA-Za-zＡ-Ｚ・]{3,24}/gu
const jaAlone = new Set(ja.alone.split(' '))
const jaEnding = new RegExp(`^(.+?)(?:${anyOf(ja.endings)})$`, 'u')
const jaGeneric = new RegExp(`^(?:${anyOf(ja.generic)})*$`, 'u')
const company = /株式会社[\p{Script=Han}\p{Script=Katakana}ーA-Za-z]{2,14}/gu

/** Organisations of a Japanese passage: names between particles that end in what names one; a kind (地方銀行) is nobody's. */
export function japaneseBodies(passage: Passage): Hit[] {
  const runs = [...passage.text.matchAll(run)].filter(([text]) => {
    const core = jaEnding.exec(text)?.[1]
    return jaAlone.has(text) || (core !== undefined && core.length > 1 && !jaGeneric.test(core))
  })
  return [...runs, ...passage.text.matchAll(company)].map((match) => hitOf(passage, match))
}

function hitOf(passage: Passage, match: RegExpExecArray): Hit {
  return { passage, start: match.index, end: match.index + match[0].length, readerForm: null }
}

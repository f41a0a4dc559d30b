import { pinyin } from 'pinyin-pro'
import table from './data/surnames.json' with { type: 'json' }
import { simplify } from './simplified.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

const surname = `(?:${table.doubles.join('|')}|[${table.signs}])`
const han = '\\p{Script=Han}'
const stop = '[，。、；：（）()“”！？\\s]'
const behind = `(?=${table.speaks.join('|')}|${stop}|$)`
const title = `[${table.titleSigns}]`
/** Three signs behind a title or at the head of a clause, two only behind a title: fewer can be told from other words. */
const people = [
  new RegExp(`(?<=${title}|${stop}|[据由和与及]|^)(?=((?:${table.doubles.join('|')})${han}{1,2}?)${behind})`, 'gu'),
  new RegExp(`(?<=${title}|${stop}|^)(?=(${surname}${han}{2})${behind})`, 'gu'),
  new RegExp(`(?<=${title})(?=([${table.signs}]${han})${behind})`, 'gu'),
]
const common = new RegExp(`[${table.commonEnds}]$|[说称则的了是不没有这那其他她它们将被把已曾正在]`, 'u')
const places = [new RegExp(`(?=(${han}{2}(?:${table.placeEnds.join('|')})))`, 'gu')]
const noPlace = new RegExp(`^.?[${table.commonSigns}]`, 'u')
const address = table.japaneseTitles.join('|')
const japanese = new RegExp(`((?:(?!副?(?:${address}))${han}){3,6})(?=副?(?:${address}))`, 'gu')

/**
 * A person, place or body of a Chinese or Japanese source with one sign of the name changed: 邵启航 for 邵启帆, 云坡县 for
 * 云陂县. Both languages write names in the signs that we write them in, so each has to stand in the source to the letter.
 */
export function checkHanNames({ text, passages, sourceLanguage, readerLanguage, headline, terms }: Statement): Fault[] {
  if (!readerLanguage.startsWith('zh') || !/^(?:zh|ja)/u.test(sourceLanguage)) return []
  const fromJapan = sourceLanguage.startsWith('ja')
  const simple = (one: string): string => simplify(fromJapan ? simplify(one, 'jp') : one, 't')
  const [told, source] = [text, [headline, ...passages.map((passage) => passage.text)].join('\n')].map(simple)
  if (told === undefined || source === undefined) return []
  const known = `${source}\n${simple(terms.map(({ reader }) => reader).join('\n'))}`
  const ours = fromJapan ? windows(told) : [...peopleIn(told), ...placesIn(told)]
  const unknown = [...new Set(ours)].filter((name) => !known.includes(name))
  if (unknown.length === 0) return []
  const theirs = fromJapan ? japaneseIn(source) : [...peopleIn(source), ...placesIn(source)]
  const unused = theirs.filter((name) => !told.includes(name))
  for (const name of unknown) {
    const meant = unused.find((one) => (isOneSignOff(name, one) && mayBeMeant(name, one)) || isHeardAs(name, one))
    if (meant !== undefined) return [{ check: 'name', message: `"${name}" is written for "${meant}"` }]
  }
  return []
}

const found = (patterns: RegExp[], text: string): string[] =>
  patterns.flatMap((pattern) => Array.from(text.matchAll(pattern), (match) => match[1] ?? ''))

const peopleIn = (text: string): string[] => found(people, text).filter((name) => !common.test(name))
const placesIn = (text: string): string[] => found(places, text).filter((name) => !noPlace.test(name))

/** The last signs before 氏 or さん: a title may stand before a name without a sign between. */
const japaneseIn = (text: string): string[] =>
  found([japanese], text).flatMap((run) => (run.length > 4 ? [run, run.slice(-4)] : [run]))

/** Every run of three to five signs; which of them is a name, the source says. */
function windows(text: string): string[] {
  const run = new RegExp(`^${han}+$`, 'u')
  return [3, 4, 5].flatMap((length) =>
    [...text].map((_, at) => text.slice(at, at + length)).filter((one) => one.length === length && run.test(one)),
  )
}

function isOneSignOff(one: string, other: string): boolean {
  return one.length === other.length && [...one].filter((sign, at) => sign !== other.charAt(at)).length === 1
}

/** 简育雯 for 简毓文: another name that sounds the same. */
const isHeardAs = (name: string, source: string): boolean =>
  name.length === source.length && name.charAt(0) === source.charAt(0) && soundOf(name) === soundOf(source)

let segmenter: Intl.Segmenter | null = null

/** 航运 and 汽车 are words, 锦川 is none: the runtime's dictionary cuts it in two. A word may be meant that sounds the same. */
function mayBeMeant(name: string, source: string): boolean {
  if (!placeEnd.test(source)) return true
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(source.slice(0, 2))].length > 1 || soundOf(name) === soundOf(source)
}

const placeEnd = new RegExp(`(?:${table.placeEnds.join('|')})$`, 'u')
const soundOf = (text: string): string => pinyin(text, { toneType: 'none', type: 'array' }).join(' ')

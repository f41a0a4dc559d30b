import { pinyin } from 'pinyin-pro'
import { monthNames, weekdayNames } from '../figures/data/date-words.ts'
import table from './data/transliteration.json' with { type: 'json' }
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

const any = (words: string[]): string => words.join('|')
const run = `[${table.signs}]{2,6}`
// A name is told by what stands beside it: 法官布兰登, 布兰登法官, 布兰登说, 布兰登学院.
const beside = [
  new RegExp(`(?:${any(table.titles)})(${run}?)(?=[^${table.signs}]|${any(table.spoken)}|$)`, 'gu'),
  new RegExp(`[长官员家师人生授裁席统相手](${run}?)(?=${any(table.spoken)})`, 'gu'),
  new RegExp(`(?:^|[，。；：、“”的由与和被向对])(${run}?)(?=${any(table.spoken)}|${any(table.titles)})`, 'gu'),
  new RegExp(`(?<![${table.signs}])(${run}?)(?=${any(table.institutions)})`, 'gu'),
]
const words = new RegExp(any(table.words), 'u')
const firstSigns = new RegExp(`^[${table.signs}]+`, 'u')

/**
 * 奥斯特罗姆 for 奥斯特兰德: a foreign name of the sentence that no list has, in the place of one of the list that begins or
 * sounds like it and that the sentence does not use. Sources in Latin letters only.
 *
 * Where a name of the source that stands in no list sounds like what is written, that one may be meant: no fault.
 */
export function otherNames({ text, terms }: Statement, all: string): Fault[] {
  const lengthened = longerNames(text, terms)
  if (lengthened.length > 0) return lengthened
  const unused = terms.filter(
    ({ original, reader }) =>
      /^\p{Script=Latin}/u.test(original) && all.includes(original.split(/\s+/u).at(-1) ?? '') && !uses(text, reader),
  )
  if (unused.length === 0) return []
  const masked = terms
    .flatMap(({ reader }) => partsOf(reader))
    .reduce((left, part) => left.replaceAll(part, '＿'), text)
  // 安塞尔夫人号 beside 安塞尔港: the list has the name, with another word behind it.
  const found = writtenIn(masked).filter((one) => !terms.some(({ reader }) => reader.includes(one)))
  if (found.length === 0) return []
  const listed = new Set(terms.flatMap(({ original }) => original.split(/[\s'’-]+/u)))
  const strange = [...new Set(all.match(/(?<!\p{L})\p{Lu}\p{Ll}\p{L}+/gu) ?? [])].filter(
    (word) => !listed.has(word) && !(word.toLowerCase() in monthNames) && !(word.toLowerCase() in weekdayNames),
  )
  return found.flatMap((written) => {
    const term = unused.find((one) => partsOf(one.reader).some((part) => isTakenFor(written, part)))
    const sound = soundOf(written)
    // German writes every noun with a capital: one that sounds less like it than the name of the list is not meant.
    const own = Math.max(0, ...(term?.original ?? '').split(/\s+/u).map((word) => likeness(sound, lettersOf(word))))
    if (!term || strange.some((word) => likeness(sound, lettersOf(word)) > Math.max(0.59, own))) return []
    return [{ check: 'name', message: `"${written}" is written for "${term.reader}"` }]
  })
}

const writtenIn = (text: string): string[] =>
  [...new Set(beside.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => match[1] ?? '')))].filter(
    (one) => one.length > 1 && !words.test(one),
  )

const partsOf = (reader: string): string[] => reader.split(/[·・\s]/u).filter((part) => part.length > 1)
const uses = (text: string, reader: string): boolean => partsOf(reader).some((part) => text.includes(part))

/** Same first sign, or another sign in its place and the same first sound. Lengths differ by two at most. */
function isTakenFor(written: string, part: string): boolean {
  const name = part.match(firstSigns)?.[0] ?? ''
  if (name.length < 2 || Math.abs(written.length - name.length) > 2) return false
  if (written.charAt(0) === name.charAt(0)) return true
  const inPlace = [...written].some((sign, at) => sign === name.charAt(at))
  return inPlace && soundOf(written).charAt(0) === soundOf(name).charAt(0)
}

/** Consonants in the classes that transliteration keeps apart: p/b, t/d, k/g, sibilants, l/r, m, n, f/v/w, h. */
const classes: [RegExp, string][] = [
  [/zh|ch|sh|[jqxzcs]/gu, 's'], [/[bp]/gu, 'p'], [/[dt]/gu, 't'], [/[gk]/gu, 'k'], [/[lr]/gu, 'l'], [/ng|n/gu, 'n'], [/[fvw]/gu, 'f'],
] // prettier-ignore
// A vowel is kept where the word begins with it.
const skeleton = (letters: string): string =>
  classes
    .reduce((left, [pattern, sign]) => left.replace(pattern, sign), letters.replace(/^[aeiouy]/u, '#'))
    .replace(/[^sptklnfmh#]/gu, '')

const soundOf = (signs: string): string => skeleton(pinyin(signs, { toneType: 'none', type: 'array' }).join(''))
const lettersOf = (word: string): string => skeleton(word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())

/** Share of consonants that two skeletons have in the same order (longest common subsequence, Dice). */
function likeness(a: string, b: string): number {
  if (a.charAt(0) !== b.charAt(0)) return 0
  let row = Array.from({ length: b.length + 1 }, () => 0)
  for (const left of a) {
    const next = [0]
    for (const [at, right] of [...b].entries())
      next.push(left === right ? (row[at] ?? 0) + 1 : Math.max(next[at] ?? 0, row[at + 1] ?? 0))
    row = next
  }
  return (2 * (row.at(-1) ?? 0)) / (a.length + b.length || 1)
}

const onlySigns = new RegExp(`^[${table.signs}]{2,}$`, 'u')
const behindName = `(?=${any(table.spoken)}|曾|已|将|正|在|是|有|[，。、；：”]|$)`

/** 经理尼曼森 for 尼曼: behind a title, the last part of a name of the list with signs of foreign names behind it. */
function longerNames(text: string, terms: Statement['terms']): Fault[] {
  return terms.flatMap(({ original, reader }) => {
    const part = partsOf(reader).at(-1) ?? ''
    if (!/^\p{Lu}/u.test(original) || !onlySigns.test(part)) return []
    const longer = new RegExp(`(?:${any(table.titles)})(${part}[${table.endings}]{1,2})${behindName}`, 'u').exec(
      text,
    )?.[1]
    const listed = longer === undefined || terms.some((one) => one.reader.includes(longer))
    return listed ? [] : [{ check: 'name', message: `"${longer}" is written for "${part}"` }]
  })
}

const fold = (said: string): string =>
  said
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}]/gu, '')
    .toLowerCase()

/** A name of the list in the sentence, of which the article has no word: the list is longer than the article. */
export function strangers({ text, terms, headline }: Statement, all: string): Fault[] {
  const said = terms.filter(
    ({ original, reader }) => /^\p{Lu}/u.test(original) && reader.length > 1 && text.includes(reader),
  )
  // As it is written first: folding a long article costs a millisecond.
  const unsaid = said.filter(({ original }) => !all.includes(original))
  if (unsaid.length === 0) return []
  const article = fold(`${headline} ${all}`)
  return unsaid.flatMap(({ original, reader }) => {
    const long = fold(original)
      .split(/\s+/u)
      .filter((word) => word.length > 3)
    const there = long.length === 0 ? article.includes(fold(original)) : long.some((word) => article.includes(word))
    const inLonger = said.some((one) => one.reader !== reader && one.reader.includes(reader))
    return there || inLonger
      ? []
      : [{ check: 'name', message: `"${reader}" stands for "${original}", which the article does not have` }]
  })
}

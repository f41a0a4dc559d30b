import { letters } from '../letters.ts'
import type { Numeral } from './numeral.ts'
import { scaleAfter } from './scales.ts'
import { readCompounds, readMixed } from './whole-and-half.ts'
import { collectiveWords, decimalCommaLanguages, numberWords } from './data/number-words.ts'
import { vagueWords } from './data/vague-words.ts'

const hanDigits: Record<string, number> = {
  〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
} // prettier-ignore
const smallUnits: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 십: 10, 백: 100, 천: 1000 }
const bigUnits: Record<string, number> = {
  万: 1e4, 萬: 1e4, 만: 1e4, 亿: 1e8, 億: 1e8, 억: 1e8, 兆: 1e12, 조: 1e12,
} // prettier-ignore

const plainDigits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const commaDigits = "\\d{1,3}(?:[.\\u00a0\\u202f\\u2009 ']\\d{3})+(?!\\d)(?:,\\d+)?|\\d+(?:,\\d+)?"
// 千瓦, 兆赫: 千 and 兆 belong to the unit there.
const units = '(?:[十万萬亿億십백천만억조]|百(?!升)|[千兆](?![瓦克米卡焦帕赫伏字比]))'
const han = '〇零一二两兩三四五六七八九'

/**
 * Every number of a text in reading order, digits, Chinese numerals, Korean units and number words alike.
 *
 * @param language BCP 47; decides what a comma means and which words are numbers
 */
export function readNumbers(written: string, language: string): Numeral[] {
  const text = plainSigns(written)
  const main = language.split('-')[0] ?? 'en'
  const found = readVague(text, main)
  const taken = (start: number, end: number) => found.some((one) => one.start < end && start < one.end)
  for (const read of [readMixed, readCollectives, readCompounds, readWritten, readWords])
    for (const one of read(text, main)) if (!taken(one.start, one.end)) found.push(one)
  return found.toSorted((a, b) => a.start - b.start)
}

const formal = '壹贰貳叁肆伍陆陸柒捌玖拾佰仟'
const formalRun = new RegExp(`[${formal}万萬亿億零]*[壹贰貳叁肆柒捌玖拾佰仟][${formal}万萬亿億零]+`, 'gu')

/** 壹佰贰拾 as 一百二十: the signs of cheques and contracts. One of them alone may be a name (陆). */
function plainSigns(text: string): string {
  return text.replace(formalRun, (run) =>
    [...run].map((sign) => '一二二三四五六六七八九十百千'[formal.indexOf(sign)] ?? sign).join(''),
  )
}

const writtenWith = (digits: string): RegExp =>
  new RegExp(
    `(?:${digits}|[${han}]|${units})(?:\\s?(?:[${han}]|${units}|(?<=[十百千万萬亿億兆십백천만억조]\\s?)(?:${digits})))*`,
    'gu',
  )
const [withPoint, withComma] = [writtenWith(plainDigits), writtenWith(commaDigits)]

function readWritten(text: string, main: string): Numeral[] {
  const one = decimalCommaLanguages.has(main) ? withComma : withPoint
  return [...text.matchAll(one)].flatMap((match): Numeral[] => {
    // 唯一一次 is once, and no eleven.
    const isOnly = match[0].length > 1 && match[0].startsWith('一') && /[唯统单同]/u.test(text.charAt(match.index - 1))
    const start = match.index + Number(isOnly)
    // 15三振: a Chinese sign right behind a digit begins another word.
    const written = match[0].slice(Number(isOnly)).replace(/(?<=\d)[〇零一二两兩三四五六七八九].*$/u, '')
    // 一两只, 两三百: about so many, and no 12 or 2,300.
    const pair = /^([一二两三四五六七八])([二两三四五六七八九])([十百千万亿]*)$/u.exec(written)
    if (
      pair &&
      hanDigits[pair[2] ?? '']! - hanDigits[pair[1] ?? '']! <= 1 + Number(pair[1] === '三' && pair[2] === '五') &&
      main === 'zh'
    )
      return nearNumbers(pair, start)
    const inName =
      /^\d/u.test(written) &&
      /[A-Za-z]-?$/u.test(text.slice(Math.max(0, start - 2), start)) &&
      !/(?:US|HK|NT|A|C|R)$/u.test(text.slice(Math.max(0, start - 2), start))
    const parsed = parseWritten(written, decimalCommaLanguages.has(main))
    if (parsed === null) return []
    const money = /[$£€¥₩]\s?$/u.test(text.slice(Math.max(0, start - 2), start))
    const scaled = scaleAfter(text.slice(start + written.length), main, money)
    const form = /\d/u.test(written) ? 'digits' : 'han'
    if (form === 'han' && !['zh', 'ja', 'ko'].includes(main)) return []
    if (form === 'han' && /^[百千万萬亿億兆십백천만억조]+$/u.test(written)) return []
    return [
      {
        value: round(parsed.value * scaled.factor),
        start,
        end: start + written.length + scaled.length,
        step: parsed.step * scaled.factor,
        form,
        vague: false,
        scale: scaled.factor === 1 ? parsed.scale : scaled.factor,
        inName,
      },
    ]
  })
}

/** 两三 is both two and three; 两三百 is hundreds. */
function nearNumbers([written, first = '', second = '', unit = '']: string[], start: number): Numeral[] {
  const end = start + (written ?? '').length
  const made = { start, end, form: 'han', scale: 1, inName: false } as const
  const powers = { ...smallUnits, ...bigUnits }
  const power = [...unit].reduce((product, sign) => product * (powers[sign] ?? 1), 1)
  if (unit !== '') return [{ ...made, value: power === 10 ? 20 : power, step: power, vague: true }]
  return [first, second].map((sign) => ({ ...made, value: hanDigits[sign] ?? 0, step: 1, vague: false }))
}

function parseWritten(written: string, decimalComma: boolean): { value: number; step: number; scale: number } | null {
  const parts = written.match(/[\d][\d.,\u00a0\u202f\u2009' ]*\d|\d|[^\d\s]/gu) ?? []
  let [total, section, current] = [0, 0, 0]
  let [lastBig, scale, step] = [Infinity, 1, 1]
  let pending = false
  let digitRun = ''
  for (const part of parts) {
    if (/^\d/u.test(part)) {
      const plain = decimalComma ? part.replace(/[.\s']/gu, '').replace(',', '.') : part.replace(/[,\s]/gu, '')
      current = Number(plain)
      step = 10 ** -(plain.split('.')[1]?.length ?? 0)
      pending = true
    } else if (part in hanDigits) {
      digitRun += String(hanDigits[part])
      current = Number(digitRun)
      step = 1
      pending = true
      continue
    } else if (part in smallUnits) {
      const unit = smallUnits[part] ?? 1
      section += (pending ? current : 1) * unit
      step *= unit
      scale = unit
      current = 0
      pending = false
    } else if (part in bigUnits) {
      const unit = bigUnits[part] ?? 1
      if (unit > lastBig) total = (total + section + current) * unit
      else total += (section + current === 0 ? 1 : section + current) * unit
      step *= unit
      scale = lastBig === Infinity || unit < lastBig ? unit : scale * unit
      lastBig = unit
      section = 0
      current = 0
      pending = false
    } else return null
    digitRun = ''
  }
  const value = total + section + current
  if (pending && (total > 0 || section > 0)) step = 1
  return Number.isFinite(value) ? { value: round(value), step, scale } : null
}

function readVague(text: string, main: string): Numeral[] {
  return (vagueWords[main] ?? []).flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map((match): Numeral => ({
      value,
      start: match.index,
      end: match.index + match[0].length,
      step: value,
      form: main === 'zh' || main === 'ja' ? 'han' : 'word',
      vague: true,
      scale: 1,
      inName: false,
    })),
  )
}

/** "Half a million", "une centaine", "medio centenar": an amount in words of its own. */
function readCollectives(text: string, main: string): Numeral[] {
  return (collectiveWords[main] ?? []).flatMap(([pattern, value]) =>
    [...text.matchAll(pattern)].map((match): Numeral => ({
      value,
      start: match.index,
      end: match.index + match[0].length,
      step: value,
      form: 'word',
      vague: false,
      scale: 1,
      inName: false,
    })),
  )
}

/** Runs of number words, as "two hundred and ten thousand", "deux millions et demi", "half a million". */
function readWords(text: string, main: string): Numeral[] {
  const words = numberWords[main]
  if (!words) return []
  const found: Numeral[] = []
  const tokens = tokensOf(text)
  for (let at = 0; at < tokens.length; at++) {
    if (words[tokens[at]?.word ?? ''] === undefined) continue
    const run = wordRun(tokens.slice(at, at + longestRun), { words, text })
    const [first, last] = [tokens[at], tokens[at + (run?.length ?? 0) - 1]]
    if (!run || !first || !last) continue
    const { value, scale } = run
    at += run.length - 1
    found.push({
      value,
      start: first.start,
      end: last.end,
      step: 1,
      form: 'word',
      vague: false,
      scale,
      inName: false,
    })
  }
  return found
}

/** So many words at most are one number. */
const longestRun = 8
const anyWord = new RegExp(`[${letters}]+`, 'giu')
const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(anyWord), (match) => ({
    word: match[0].toLowerCase(),
    start: match.index,
    end: match.index + match[0].length,
  }))

// Soixante-dix, quatre-vingt-onze: ten to nineteen go on after sixty and eighty.
const tensOfFrench = (value: number): boolean => value % 100 === 60 || value % 100 === 80

const joins = /^(?:and|et|y|und|e)$/u
/** "And" joins only what makes one number: two hundred and ten, vingt et un, treinta y cinco. */
const goesOn = (current: number, next: number | undefined): boolean =>
  next !== undefined &&
  (current >= 100 || (current >= 20 && current % 10 === 0 && (next < 10 || (current === 60 && next === 11))))
const dozens = /^(?:dozen|dutzend|docenas?|douzaines?)$/u

type Token = { word: string; start: number; end: number }

function wordRun(
  tokens: Token[],
  { words, text }: { words: Record<string, number>; text: string },
): { value: number; length: number; scale: number } | null {
  let [total, current, length, scale] = [0, 0, 0, 1]
  for (const [at, { word, start }] of tokens.entries()) {
    const before = tokens[at - 1]
    if (before && !/^[\s-]+$/u.test(text.slice(before.end, start))) break
    const value = words[word]
    if (value === undefined) {
      // "and", "et", "y" join only between two numbers.
      const next = tokens[at + 1]
      if (length > 0 && joins.test(word) && next && goesOn(current, words[next.word])) continue
      break
    }
    if (value >= 1000) {
      // Mil millones: a greater unit multiplies all that stands before it.
      if (total > 0 && value > total) total = (total + current) * value
      else total += (current === 0 ? 1 : current) * value
      current = 0
      scale = value
    } else if (dozens.test(word) && current > 1) current *= value
    else if (/^vingts?$/u.test(word) && current % 100 === 4) current += 76
    else if (tensOfFrench(current) && value >= 10 && value < 20) current += value
    else if (value === 100) current = (current === 0 ? 1 : current) * 100
    else if (length > 0 && current > 0 && current % 100 !== 0 && !(current % 10 === 0 && value < 10)) break
    else current += value
    length = at + 1
  }
  return length === 0 ? null : { value: round(total + current), length, scale }
}

/** Floating point leaves 4.199999999 of 4.2 million. */
function round(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(12))
}

import type { Finding } from '../../types.ts'
import { isOtherLanguage, leftovers } from './check-language.ts'
import { doublesWord, hasBareChange, hasNoteMark, scaresWithQuotes } from './check-marks.ts'
import { isAssistantTalk, isVerdict } from './check-phrases.ts'
import { repeats } from './check-repetition.ts'
import { assertsBias, judges, missesInCutText } from './check-stance.ts'
import { endsInTheMiddle, leavesOpen, losesFigure } from './check-unfinished.ts'
import { isEmptyComment } from './general-words.ts'
import { keepsForeignWords } from './left-untranslated.ts'

type Rule = { check: string; message: string; broken: (text: string, zh: boolean) => boolean }

const rules: Rule[] = [
  { check: 'verdict', message: 'a verdict or an opinion of our own', broken: isVerdict },
  { check: 'language', message: 'not in the reader’s language and script', broken: isOtherLanguage },
  {
    check: 'junk',
    message: 'a foreign word left in the sentence',
    broken: (text, zh) => zh && leftovers(text).length > 0,
  },
  { check: 'leak', message: 'a phrase of a chat or of the prompt', broken: isAssistantTalk },
  { check: 'markup', message: 'markup, or signs of another script', broken: hasMarkup },
  { check: 'repetition', message: 'the same words again and again', broken: repeats },
  // 678月份: months or days run together, as nobody writes June, July and August.
  {
    check: 'junk',
    message: 'numbers run together',
    broken: (text) =>
      /(?<!\d)(?:(?:1[3-9]|[2-9]\d)\s*月(?:份|\d|上|中|下|初|底)|\d{3,}\s*月(?![球饼亮])|(?<=年)(?:1[3-9]|[2-9]\d)\s*月|(?<=[本上下当\d]月)\d{3,}\s*日)/u.test(
        text,
      ),
  },
  { check: 'verdict', message: 'how we feel about it, or how well it is written', broken: judges },
  { check: 'verdict', message: 'bias is asserted, not shown', broken: assertsBias },
  { check: 'verdict', message: 'called missing where only a part was received', broken: missesInCutText },
  { check: 'template', message: 'says nothing of this article', broken: isEmptyComment },
  { check: 'junk', message: 'a word of another language or script left in it', broken: keepsForeignWords },
  { check: 'junk', message: 'a change without its unit', broken: hasBareChange },
  { check: 'markup', message: 'the mark of a footnote', broken: hasNoteMark },
  { check: 'repetition', message: 'a word twice in a row', broken: doublesWord },
  { check: 'quote_marks', message: 'plain words in quotation signs', broken: scaresWithQuotes },
  { check: 'junk', message: 'a day or an hour that no calendar has', broken: isNoDate },
  { check: 'junk', message: 'a figure is missing in its place', broken: losesFigure },
  { check: 'markup', message: 'a quotation sign or bracket of two is missing', broken: leavesOpen },
  { check: 'cut', message: 'it ends in the middle', broken: endsInTheMiddle },
  {
    check: 'junk',
    message: 'a value that a program left empty',
    broken: (text) => /(?<![A-Za-z])(?:NaN|None|NULL|Infinity|\[object \w+\])(?![A-Za-z])/u.test(text),
  },
  {
    check: 'junk',
    message: 'a rate without its percent sign',
    broken: (text) => bareRates.some((pattern) => pattern.test(text)),
  },
]

const shortMonths = new Set([4, 6, 9, 11])

/** 5月32日, 2月30日, 25时10分. */
function isNoDate(text: string): boolean {
  const days = [...text.matchAll(/(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/gu)]
  const hours = [...text.matchAll(/(?<!\d)(\d{1,2})\s*时\s*(\d{1,2})\s*分(?!之)/gu)]
  const lengths = [...text.matchAll(/\d\s*小时\s*(\d{2,})\s*分(?!之)/gu)]
  return (
    days.some(([, month, day]) => Number(day) > lastOf(Number(month))) ||
    hours.some(([, hour, minute]) => Number(hour) > 24 || Number(minute) > 59) ||
    lengths.some(([, minute]) => Number(minute) > 59)
  )
}

function lastOf(month: number): number {
  if (month === 2) return 29
  return shortMonths.has(month) ? 30 : 31
}

const rate = '(?:关税|税率|利率|增幅|涨幅|跌幅|降幅|比例|比率|占比|支持率|失业率|增长率|通胀率|投票率|得票率|折扣率)'
const bareRates = [
  // 占据40的市场份额: a share of nothing.
  /(?:占|拥有|握有|夺得|拿下)[^，。；\d]{0,12}\d+(?:\.\d+)?\s*的(?:市场)?份额/u,
  new RegExp(`高达\\s*\\d+(?:\\.\\d+)?\\s*的${rate}`, 'u'),
  new RegExp(`${rate}(?:高达|达到?|为|升至|降至|提高到|下调至|维持在)\\s*\\d+(?:\\.\\d+)?\\s*(?=的|[，。；、]|$)`, 'u'),
]

/**
 * Check how a text is written: language and script, leftovers, markup, chat phrases, verdicts, repetition.
 *
 * @param readerLanguage `zh-Hans` or `en`
 */
export function checkStyle(text: string, readerLanguage: string): Finding[] {
  const zh = readerLanguage.startsWith('zh')
  const broken = rules.filter((rule) => rule.broken(text, zh))
  return broken.map(({ check, message }) => ({ check, tier: 'blocking', message }))
}

const marks =
  /<\/?[a-z][^<>]{0,200}>|&(?:[a-z]{2,8}|#x?[\da-f]{2,6});|\*\*|__|`|\]\(|^#{1,6}\s|#{2}|\[\[|\]\]|~~|^\s*\d{1,2}、|^\s*>\s|^\s*[-*•·–]\s|^\s*\d{1,2}[.)]\s|^\s*\||\|\s*$|\\[nrt]|\\u[\da-f]{4}|\n|\{\{|<\||�|(?<![*\w])\*[^*\s][^*]{0,80}\*/iu
// UTF-8 read as Latin-1: accented capitals and controls in runs. The middle dot of 碧昂丝·Beyoncé·… is none.
const mojibake =
  /(?:[ÃÂâäåæçèéïð][\u0080-\u00bf¡-¿œŠšž™…“”‘’„†‡ˆ‰‹›€Ÿ]){2}|[à-ÿ](?![\u00a0\u00ab\u00b0\u00b7\u00bb])[\u0080-\u00bf]/u
const halfWidth = /\p{Script=Han}[,;!?]\s*\p{Script=Han}|\p{Script=Han}[.][”’"]?$/u
// Two signs of pause with nothing between them: a word was lost there.
const footnote = /[[［【]\d{1,3}[\]］】]/u
// Nobody sets a space before a Chinese stop.
const spacedStop = /\p{Script=Han}\s+[，。；：！？]/u
const doubledPause = /[，、；]\s*[，、；。：]|。\s*[，、；。！？]|！{2}|？{2}|[。！？]”。/u
// ©, ® and ™ belong to names.
const picture = /(?![©®™*#\d])\p{Extended_Pictographic}|[\u2600-\u27bf\u25a0-\u25ff\u2190-\u21ff]/u
const address = /https?:\/\/|(?<![\p{L}\d.])www\./iu

function hasMarkup(text: string, zh: boolean): boolean {
  return (
    marks.test(text) ||
    mojibake.test(text) ||
    footnote.test(text) ||
    picture.test(text) ||
    address.test(text) ||
    (zh && [halfWidth, doubledPause, spacedStop].some((pattern) => pattern.test(text)))
  )
}

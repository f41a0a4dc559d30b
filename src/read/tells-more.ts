import { countDense } from '../text/letters.ts'
import { monthOf } from './metadata/months.ts'
import words from './metadata/date-words.json' with { type: 'json' }

const ending = /[.!?。！？।؟۔։።]["”’»」』）)]*$/u
const dateWords = new RegExp(
  `(?:${[words.updated, words.published, words.afternoon, words.morning, words.clock].join('|')})(?![\\p{L}\\p{M}])`,
  'giu',
)
const hanDate =
  /星期[一二三四五六日天]|[周週][一二三四五六日]|[月火水木金土日]曜日?|[월화수목금토일]요일|[年月日号號时時分秒点點년월일시분]/gu
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const word = /[\p{L}\p{M}]{3,}/gu
// "Thursday, 5 March 2026." leaves one word, 北京时间 four signs; a sentence has a subject and a verb.
const fewestWords = 2
const fewestSigns = 3

/** Is a short line with a date in it a sentence, which tells what happened, and no mark of when the article appeared? */
export function tellsMore(text: string): boolean {
  if (/[%％‰$€£¥]/u.test(text)) return true
  if (!ending.test(text)) return false
  const rest = text.replace(dateWords, ' ').replace(hanDate, ' ')
  if (countDense(rest) >= fewestSigns) return true
  const said = rest.replace(dense, ' ').match(word) ?? []
  return said.filter((one) => monthOf(one, null) === null).length >= fewestWords
}

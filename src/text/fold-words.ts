import { stripInvisible } from './clean.ts'
import stampWords from './data/stamp-words.json' with { type: 'json' }

// Every sign that opens or closes a quotation or stands for an apostrophe; a straight one after folding.
const quoteSigns = /(?:''|["'`´‘-‟′-‷‹›«»「-』〝-〟＂＇])+/gu
const dashes = /\s*[-‐-―⸺⸻−﹘﹣－~〜～]+\s*/gu
const ellipses = /…+|⋯+|\.{3,}|。{3,}/gu
// No reader of Chinese or Japanese sees a space beside its signs as a change of words; Korean parts its words with spaces.
const spaceBesideHan =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\s+|\s+(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/**
 * A text as it is compared with an earlier state of itself: two texts that differ only in typography are equal.
 *
 * Width and ligatures (NFKC), invisible signs, white space, the kind of quotation marks, dashes and ellipses do not
 * count; letters, their case, figures and all other punctuation do.
 */
export function foldWords(text: string): string {
  return stripInvisible(text)
    .normalize('NFKC')
    .replace(ellipses, '…')
    .replace(/…/gu, '...')
    .replace(quoteSigns, "'")
    .replace(dashes, '-')
    .replace(/\s+/gu, ' ')
    .replace(spaceBesideHan, '')
    .trim()
}

let calendar: Set<string> | undefined

/** Is a word, in small letters, of a month or weekday, with what stands beside it in a date of its language? */
export function isCalendarWord(word: string): boolean {
  // Made when it is first asked for: the calendars of forty languages take a tenth of a second.
  calendar ??= new Set(calendarWords())
  return calendar.has(word)
}

const spaced = new Set(stampWords.spaced.map((word) => word.toLowerCase()))

const decisive = new Set(stampWords.decisive)
const unspaced = new RegExp(stampWords.unspaced.toSorted((a, b) => b.length - a.length).join('|'), 'gu')
const decisiveUnspaced = new RegExp(
  stampWords.decisive.filter((word) => /\p{Script=Han}|\p{Script=Katakana}/u.test(word)).join('|'),
  'u',
)
const longestStamp = 140

/**
 * Is a sentence only a time stamp or a counter of the page, as `Updated 3 hours ago` or `阅读 1234`?
 *
 * Every word of it must be one of such words, and one of them must say what the figure is (`updated`, `评论`): a date
 * that stands alone may be what was reported.
 */
export function isStamp(sentence: string): boolean {
  if (sentence.length > longestStamp) return false
  const folded = sentence.normalize('NFKC').toLowerCase()
  const rest = folded.replace(unspaced, ' ')
  const words = rest.match(/[\p{L}\p{M}]+/gu) ?? []
  if (!words.every(isTimeWord)) return false
  return words.some((word) => decisive.has(word)) || decisiveUnspaced.test(folded)
}

/** Is a word, in small letters, one of the calendar or of those that stand around a time? */
export function isTimeWord(word: string): boolean {
  return spaced.has(word) || isCalendarWord(word)
}

/** Names of months and weekdays, long and short, as the runtime knows them. */
function calendarWords(): string[] {
  const locales =
    'en de fr es pt it nl sv da nb fi is pl cs sk sl hr sr hu ro bg ru uk el tr id ms vi ar fa he hi bn ur ta te ko et lv lt ca sw af'.split(
      ' ',
    )
  // A day of each month, so that all weekdays come.
  const days = Array.from({ length: 12 }, (_, month) => {
    const first = new Date(Date.UTC(2024, month, 1))
    return new Date(Date.UTC(2024, month, 1 + ((month - first.getUTCDay() + 7) % 7)))
  })
  return locales.flatMap((locale) =>
    (['long', 'short'] as const).flatMap((width) => {
      const format = new Intl.DateTimeFormat(locale, { month: width, weekday: width, day: 'numeric', timeZone: 'UTC' })
      return days.flatMap(
        (day) =>
          format
            .format(day)
            .normalize('NFKC')
            .toLowerCase()
            .match(/[\p{L}\p{M}]+/gu) ?? [],
      )
    }),
  )
}

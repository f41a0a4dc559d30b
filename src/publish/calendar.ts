import { baseLanguage } from '../text/base-language.ts'
import type { Instant } from '../types.ts'
import names from './words/languages.json' with { type: 'json' }

type ReaderLanguage = 'zh-Hans' | 'en'

const months = 'January February March April May June July August September October November December'.split(' ')
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const chineseDays = '日一二三四五六'

/**
 * A day of UTC in pieces, as both languages write it. By hand: the runtime's own calendars take 20 ms to be made ready,
 * half of what publishing one article takes, and another version of them may write another word in a page of the archive.
 *
 * @throws {RangeError} when it is no day
 */
function piecesOf(at: Instant | number) {
  const day = new Date(at)
  if (Number.isNaN(day.getTime())) throw new RangeError(`Cannot write "${at}" as a day: expected an instant`)
  return { year: day.getUTCFullYear(), month: day.getUTCMonth(), date: day.getUTCDate(), weekday: day.getUTCDay() }
}

/** The day of an instant in UTC, in words: 2026年11月22日. */
export function dayWords(at: Instant, language: ReaderLanguage): string {
  const { year } = piecesOf(at)
  return language === 'en' ? `${dateWords(at, language)}, ${year}` : `${year}年${dateWords(at, language)}`
}

/** The day and the time of an instant in UTC, in words: 2026年11月22日 08:05 UTC. */
export function momentWords(at: Instant, language: ReaderLanguage): string {
  return `${dayWords(at, language)} ${new Date(at).toISOString().slice(11, 16)} UTC`
}

/** The day without its year: 11月22日周日. */
export function shortDayWords(at: Instant, language: ReaderLanguage): string {
  const { weekday } = piecesOf(at)
  const date = dateWords(at, language)
  return language === 'en' ? `${weekdays[weekday]?.slice(0, 3)}, ${date}` : `${date}周${chineseDays[weekday]}`
}

/** The day with its name, as a masthead prints it: 2026年11月22日星期日. */
export function fullDayWords(at: Instant, language: ReaderLanguage): string {
  const { weekday } = piecesOf(at)
  const day = dayWords(at, language)
  return language === 'en' ? `${weekdays[weekday]}, ${day}` : `${day}星期${chineseDays[weekday]}`
}

function dateWords(at: Instant | number, language: ReaderLanguage): string {
  const { month, date } = piecesOf(at)
  return language === 'en' ? `${months[month]} ${date}` : `${month + 1}月${date}日`
}

/** A month as `2026-11`, in words: 2026年11月. */
export function monthWords(month: string, language: ReaderLanguage): string {
  const { year, month: number } = piecesOf(`${month}-01T00:00:00Z`)
  return language === 'en' ? `${months[number]} ${year}` : `${year}年${number + 1}月`
}

/** An ISO week as `2026-W47`, in words: 2026年第47周. */
export function weekWords(week: string, language: ReaderLanguage): string {
  const [year, number] = week.split('-W')
  return language === 'en' ? `Week ${Number(number)}, ${year}` : `${year}年第${Number(number)}周`
}

/** Monday and Sunday of an ISO week, in words: 11月16日至11月22日. */
export function weekDays(week: string, language: ReaderLanguage): string {
  return weekEnds(week, language).join(language === 'en' ? ' – ' : '至')
}

/** Monday and Sunday of an ISO week, each in words. ISO 8601: the week that holds 4 January is the first. */
export function weekEnds(week: string, language: ReaderLanguage): [monday: string, sunday: string] {
  const [year, number] = week.split('-W').map(Number)
  const fourth = new Date(Date.UTC(year ?? 0, 0, 4))
  const monday = fourth.getTime() + ((number ?? 1) - 1) * 604_800_000 - ((fourth.getUTCDay() || 7) - 1) * 86_400_000
  return [dateWords(monday, language), dateWords(monday + 518_400_000, language)]
}

/**
 * A language by its name in the reader's: 德语. Tags that no table knows stay as they are. The runtime, whose names take
 * 20 ms to be made ready, is asked for those that `languages.json` lacks.
 */
export function languageWords(tag: string, language: ReaderLanguage): string {
  const key = `${language} ${tag}`
  const known = languages.get(key)
  if (known !== undefined) return known
  const words = nameOfLanguage(tag, language)
  if (languages.size > 1000) languages.clear()
  languages.set(key, words)
  return words
}

const languages = new Map<string, string>()

function nameOfLanguage(tag: string, language: ReaderLanguage): string {
  try {
    // The German of Germany and of Austria is one language in a list; simplified and traditional Chinese are two.
    const { script } = new Intl.Locale(tag)
    const plain = script === undefined ? baseLanguage(tag) : `${baseLanguage(tag)}-${script}`
    const known = (names as Record<string, Record<ReaderLanguage, string>>)[plain]
    return known?.[language] ?? new Intl.DisplayNames([language], { type: 'language' }).of(plain) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}

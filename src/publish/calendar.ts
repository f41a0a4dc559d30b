import { baseLanguage } from '../text/base-language.ts'
import type { Instant } from '../types.ts'

type ReaderLanguage = 'zh-Hans' | 'en'

const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: ReaderLanguage, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(language, { timeZone: 'UTC', ...options })
  formats.set(key, made)
  return made
}

const days = new Map<string, string>()

/** The day of an instant in UTC, in words: 2026年11月22日. */
export function dayWords(at: Instant, language: ReaderLanguage): string {
  const words = () => format(language, { dateStyle: 'long' }).format(new Date(at))
  if (!at.endsWith('Z')) return words()
  return remembered(`${language} ${at.slice(0, 10)}`, words)
}

/** Words of a day or a month: a page has them forty times. */
function remembered(key: string, words: () => string): string {
  const known = days.get(key) ?? words()
  if (days.size > 4000) days.clear()
  days.set(key, known)
  return known
}

/** The day and the time of an instant in UTC, in words: 2026年11月22日 08:05 UTC. */
export function momentWords(at: Instant, language: ReaderLanguage): string {
  return `${dayWords(at, language)} ${new Date(at).toISOString().slice(11, 16)} UTC`
}

/** The day without its year: 11月22日星期日. */
export function shortDayWords(at: Instant, language: ReaderLanguage): string {
  return format(language, { month: 'long', day: 'numeric', weekday: 'short' }).format(new Date(at))
}

/** The day with its name, as a masthead prints it: 2026年11月22日星期日. */
export function fullDayWords(at: Instant, language: ReaderLanguage): string {
  return format(language, { dateStyle: 'full' }).format(new Date(at))
}

/** A month as `2026-11`, in words: 2026年11月. */
export function monthWords(month: string, language: ReaderLanguage): string {
  const words = () => format(language, { year: 'numeric', month: 'long' }).format(new Date(`${month}-01T00:00:00Z`))
  return remembered(`${language} ${month}`, words)
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
  const days = format(language, { month: 'long', day: 'numeric' })
  return [days.format(monday), days.format(monday + 518_400_000)]
}

/** A language by its name in the reader's: 德语. Tags that no table knows stay as they are. */
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
    return new Intl.DisplayNames([language], { type: 'language' }).of(plain) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}

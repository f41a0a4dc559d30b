import halves from './day-halves.json' with { type: 'json' }
import zones from './zones.json' with { type: 'json' }

/** A time of day as it is written; `zone` in minutes east of UTC, 0 where none is named. */
export type TimeOfDay = { hour: number; minute: number; second: number; zone: number }

// Beside a time of twelve hours. Night has hours of both halves: eleven is late, two is early, twelve is midnight.
const half = new RegExp(`^\\s*(?:ч\\.|h\\b|น\\.)?\\s*(?:${allOf(halves)})(?![\\p{L}\\p{M}])`, 'u')
const halfBefore = new RegExp(`(?<![\\p{L}\\p{M}])(?:${allOf(halves)})\\s*$`, 'u')
// Closest first: in `5: 15:04` the day stands before a colon of its own.
const tight = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?(?!\d)/u
const colon =
  /(?<![\d:])(\d{1,2})\s?(?:[:∶]|h(?=\s?\d|\b)|時|时|點|点|시)\s*(\d{1,2})?(?:\s?(?:[:∶]|分|분|min\b|m(?=\d))\s*(\d{1,2}(?:[.,]\d+)?)?)?\s*(?:秒|초|s\b)?/u
const dotted = /(?:\b(?:kl|klo|pukul|jam|om|at|um)\b\.?|,|\s)\s*(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])/u
// Catalan and others count hours behind it: `18.30 h`.
const dottedHours = /(?<![\d.])(\d{1,2})\.(\d{2})\s?(?:h|uhr|hrs?)\b()/u
const bare = /^(?:t|(?=\d{6}))(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(?=$|[\sz+-])/u
const alone = /(?<![\d.,:/-])(\d{1,2})\s?(?=(?:a\.? ?m|p\.? ?m)\b|uhr\b)/u
// `27 NOVEMBER 2026 0700`: behind a year four digits are hours and minutes.
const bareBehindYear =
  /(?<=\p{L}[.,]?\s(?:19|20)\d\d[,.]?\s)([01]\d|2[0-3])([0-5]\d)()(?=$|\s?(?:hrs?|h|uhr|z|[a-z]{2,4})?\b\s*$|\s?[+-])/u
const hourOnly = /^t(\d{2})(?=$|z|[+-])/u

/**
 * The first time of day in a text, with the zone behind it.
 *
 * @param text in lower case, ASCII digits
 * @returns the time and the text without it, or `null` when there is none
 */
export function readTime(text: string): { time: TimeOfDay; rest: string } | null {
  const found = [tight, dottedHours, colon, bare, bareBehindYear, hourOnly, alone, dotted]
    .map((form) => form.exec(text))
    .find((one) => one !== null)
  if (found === undefined) return null
  let before = text.slice(0, found.index)
  let after = text.slice(found.index + found[0].length)
  const behind = half.exec(after)
  const front = behind === null ? halfBefore.exec(before) : null
  if (behind !== null) after = after.slice(behind[0].length)
  if (front !== null) before = before.slice(0, front.index)
  let hour = Number(found[1])
  const mark = behind ?? front
  if (mark !== null) hour = inHalf(hour, mark)
  const second = Math.floor(Number((found[3] ?? '0').replace(',', '.')))
  const zone = readZone(after)
  const time = { hour, minute: Number(found[2] ?? 0), second, zone: zone?.minutes ?? 0 }
  return { time, rest: `${before} ${zone === null ? after : zone.rest}` }
}

/** The hour of twenty-four for one of twelve and a word of the morning, the afternoon or the night. */
function inHalf(hour: number, [, morning, afternoon, night]: (string | undefined)[]): number {
  const isEarly = morning !== undefined || (night !== undefined && (hour === 12 || hour < 6))
  if (isEarly) return hour === 12 ? 0 : hour
  return (afternoon !== undefined || night !== undefined) && hour < 12 ? hour + 12 : hour
}

/** The words as an expression with a group for each of the three. */
function allOf({ morning, afternoon, night }: typeof halves): string {
  return [morning, afternoon, night].map((words) => `(${words.map(asExpression).join('|')})`).join('|')
}

/** Spaces and the last of several full stops may be left out, an apostrophe may be either. */
function asExpression(word: string): string {
  const plain = word.replaceAll('.', '\\.').replaceAll(' ', '\\s?').replaceAll("'", "['’]")
  return word.replace(/[^.]/gu, '').length > 1 ? `${plain}?` : plain
}

/** The zone of a text that follows a time: a number, a name, or a place as `europe/paris` (see `placeZone`). */
function readZone(text: string): { minutes: number; rest: string } | null {
  const number =
    /^[.\d]*\s*\(?(?:etc\/)?(?:gmt|utc|ut)?\s*([+\-−])(\d{1,2})(?::?(\d{2}))?(?!\d)/u.exec(text) ??
    /\((?:gmt|utc)\s*([+\-−])\s*(\d{1,2})(?::?(\d{2}))?\)/u.exec(text)
  if (number !== null) {
    const minutes = Number(number[2]) * 60 + Number(number[3] ?? 0)
    const rest = text.replace(number[0], ' ').replace(/\([^()]*\)/u, ' ')
    return { minutes: number[1] === '+' ? minutes : -minutes, rest }
  }
  const named = /^[.\d]*\s*\(?(?:etc\/)?(\p{L}{1,4})\b\)?/u.exec(text) ?? /(?:^|\s|\()(\p{L}{3,4})\)?\s*$/u.exec(text)
  const minutes = (zones as Record<string, number>)[named?.[1] ?? '']
  return named === null || minutes === undefined ? null : { minutes, rest: text.replace(named[0], ' ') }
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** Minutes east of UTC of a place of the IANA data base at a moment, or `null` for an unknown one. */
export function placeOffset(place: string, at: number): number | null {
  try {
    const clock = clocks.get(place) ?? new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' })
    // There are 600 places, but each may be written in many cases (eUROPE/pARIS).
    if (clocks.size >= 1000) clocks.clear()
    clocks.set(place, clock)
    const parts = clock.formatToParts(at)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const found = /([+-])(\d{2}):(\d{2})/u.exec(name)
    return found === null ? 0 : (found[1] === '+' ? 1 : -1) * (Number(found[2]) * 60 + Number(found[3]))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

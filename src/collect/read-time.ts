import zones from './zones.json' with { type: 'json' }

/** A time of day as it is written; `zone` in minutes east of UTC, 0 where none is named. */
export type TimeOfDay = { hour: number; minute: number; second: number; zone: number }

// Words for the halves of the day, as CLDR and outlets write them; `m` after a time in Persian is "after noon".
const morning =
  'a\\. ?m\\.?|am|午前|上午|凌晨|早上|清晨|오전|ص|ق\\.ظ\\.?|पूर्वाह्न|ก่อนเที่ยง|sa|öö|de\\.|π\\. ?μ\\.?|fm|e paradites|p\\.d\\.|pg|da manhã|eb|ጥዋት|পূৰ্বাহ্ন|পূর্বাহ্ন|dop\\.|vorm\\.|vm\\.|gh|ب\\.ن|ກ່ອນທ່ຽງ|နံနက်|ү\\.ө\\.|претпл\\.|пре подне|преди обяд|пр\\.об\\.|дп|тң|go\\.öň|صبح|چ\\.ب|priešpiet|priekšp\\.|පෙ\\.ව\\.|atm|上晝|sáng'
const evening =
  'p\\. ?m\\.?|pm|午後|下午|晚上|中午|傍晚|오후|م|ب\\.ظ\\.?|अपराह्न|หลังเที่ยง|ch|ös|du\\.|μ\\. ?μ\\.?|em|e pasdites|m\\.d\\.|ptg|da tarde|da noite|ip|ከሰዓት|অপৰাহ্ন|অপরাহ্ন|odp\\.|nachm\\.|nm\\.|gd|د\\.ن|ຫຼັງທ່ຽງ|ညနေ|ү\\.х\\.|попл\\.|поподне|по подне|следобед|сл\\.об\\.|пп|тк|go\\.soň|شام|چ\\.ك|popiet|pēcp\\.|ප\\.ව\\.|ptm|下晝|chiều|tối'
const half = new RegExp(`^\\s*(?:(${morning})|(${evening}))(?![\\p{L}\\p{M}])`, 'u')
const halfBefore = new RegExp(`(?<![\\p{L}\\p{M}])(?:(${morning})|(${evening}))\\s*$`, 'u')
// Closest first: in `5: 15:04` the day stands before a colon of its own.
const tight = /(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?(?!\d)/u
const colon =
  /(?<![\d:])(\d{1,2})\s?(?:[:∶]|h(?=\s?\d|\b)|時|时|點|点|시)\s*(\d{1,2})?(?:\s?(?:[:∶]|分|분|min\b|m(?=\d))\s*(\d{1,2}(?:[.,]\d+)?)?)?\s*(?:秒|초|s\b)?/u
const dotted = /(?:\b(?:kl|klo|pukul|jam|om|at|um)\b\.?|,|\s)\s*(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d.])/u
const bare = /^(?:t|(?=\d{6}))(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?(?=$|[\sz+-])/u
const alone = /(?<![\d.,:/-])(\d{1,2})\s?(?=(?:a\.? ?m|p\.? ?m)\b|uhr\b)/u
const hourOnly = /^t(\d{2})(?=$|z|[+-])/u

/**
 * The first time of day in a text, with the zone behind it.
 *
 * @param text in lower case, ASCII digits
 * @returns the time and the text without it, or `null` when there is none
 */
export function readTime(text: string): { time: TimeOfDay; rest: string } | null {
  const found = [tight, colon, bare, hourOnly, alone, dotted].map((form) => form.exec(text)).find((one) => one !== null)
  if (found === undefined) return null
  let before = text.slice(0, found.index)
  let after = text.slice(found.index + found[0].length)
  const behind = half.exec(after)
  const front = behind === null ? halfBefore.exec(before) : null
  if (behind !== null) after = after.slice(behind[0].length)
  if (front !== null) before = before.slice(0, front.index)
  let hour = Number(found[1])
  const mark = behind ?? front
  if (mark?.[2] !== undefined && hour < 12) hour += 12
  if (mark?.[1] !== undefined && hour === 12) hour = 0
  const second = Math.floor(Number((found[3] ?? '0').replace(',', '.')))
  const zone = readZone(after)
  const time = { hour, minute: Number(found[2] ?? 0), second, zone: zone?.minutes ?? 0 }
  return { time, rest: `${before} ${zone === null ? after : zone.rest}` }
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

/** Minutes east of UTC of a place of the IANA data base at a moment, or `null` for an unknown one. */
export function placeOffset(place: string, at: number): number | null {
  try {
    const parts = new Intl.DateTimeFormat('en', { timeZone: place, timeZoneName: 'longOffset' }).formatToParts(at)
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
    const found = /([+-])(\d{2}):(\d{2})/u.exec(name)
    return found === null ? 0 : (found[1] === '+' ? 1 : -1) * (Number(found[2]) * 60 + Number(found[3]))
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

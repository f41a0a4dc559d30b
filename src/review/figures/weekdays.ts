import { weekdayNames } from './data/date-words.ts'
import { screened } from './screened.ts'
import type { Dates, Take, Weekday } from './told-dates.ts'

const weekShifts: [RegExp, number][] = [
  [/^(?:上上)/u, -2],
  [/^(?:上|先週|前週|지난)/u, -1],
  [/^(?:这|本|今週|이번)/u, 0],
  [/^(?:下|来週|다음)/u, 1],
]

/** 上周三, 来週の火曜日, 다음 주 화요일, and days of the week without a week. */
export function takeEasternWeekdays(dates: Dates, take: Take): void {
  take(
    /((?:上上|[上下这本])个?)?(?:周|星期|礼拜)([一二三四五六日天])(?!个|次(?![会日]))|((?:先|前|今|来)週)?の?([日月火水木金土])曜日?|((?:지난|이번|다음) ?주?)?\s?([일월화수목금토])요일/gu,
    (m) => {
      const day = [
        '日一二三四五六'.indexOf((m[2] ?? '-').replace('天', '日')),
        '日月火水木金土'.indexOf(m[4] ?? '-'),
        '일월화수목금토'.indexOf(m[6] ?? '-'),
      ].find((at) => at >= 0)
      if (day === undefined) return false
      const turned = m[1] ?? m[3] ?? m[5] ?? ''
      add(dates, { day, week: weekShifts.find(([pattern]) => pattern.test(turned))?.[1] ?? null, side: 'near' })
    },
  )
}

const before =
  '(?:(last|past|letzte[nr]?|vergangene[nrm]?|vorige[nr]?|pasad[oa])|(next|coming|this coming|nächste[nr]?|kommende[nrm]?|próxim[oa])) (?:el )?'
const behind = '(?: (?:(dernier|pasado)|(prochain|próximo|que viene)))?'
const western = new RegExp(
  `(?<!\\p{L})(?:${before})?(${Object.keys(weekdayNames).join('|')})(?:s|['’]s|(?:vor|nach)?mittags?|abends?|morgens?|nachts?|früh)?(?!\\p{L})\\.?${behind}`,
  'giu',
)

screened([western])

/** "Last Tuesday", « jeudi prochain », "el pasado lunes", and days of the week alone. */
export function takeWesternWeekdays(dates: Dates, take: Take): void {
  take(western, (m) => {
    const name = m[3] ?? ''
    if (/^(?:sun|sat|wed|mar|mer|do|so|mi|di|fr|sa)$/iu.test(name)) return false
    const side = (m[1] ?? m[4]) ? 'last' : (m[2] ?? m[5]) ? 'next' : 'near'
    add(dates, { day: weekdayNames[name.toLowerCase()] ?? 0, week: null, side })
  })
}

function add(dates: Dates, told: Weekday): void {
  dates.weekdays.add(told.day)
  dates.turns.push(told)
}

/** So many days before and behind the day of writing a day of the week may be. */
const spans = { last: [-13, -1], next: [1, 13], near: [-8, 8] } as const

/** The days a weekday may be, counted from the day of writing, itself a day of the week from 0 for Sunday. */
export function spanOfWeekday({ day, week, side }: Weekday, today: number): readonly [number, number] {
  if (week === null) return spans[side]
  // Weeks begin on Monday: ISO 8601.
  const at = week * 7 + ((day + 6) % 7) - ((today + 6) % 7)
  return [at, at]
}

/** Days of the week of a sentence that are of another week in the source: 本周四 for « jeudi prochain ». */
export function otherWeeks(ours: Dates, theirs: Dates, published: Date | null): string[] {
  if (published === null) return []
  const today = published.getUTCDay()
  // "On Tuesday of next week": the week stands apart, and the day alone may be of any.
  const apart = [...theirs.relative].some((name) => name.startsWith('week:'))
  return ours.turns.flatMap((one) => {
    const same = theirs.turns.filter(({ day }) => day === one.day)
    if (same.length === 0 || apart) return []
    const [from, to] = spanOfWeekday(one, today)
    const meets = same.some((other) => {
      const [a, b] = spanOfWeekday(other, today)
      return from <= b && a <= to
    })
    return meets ? [] : [`weekday ${one.day} (0 is Sunday) is of another week in the source`]
  })
}

import type { Dates, Take } from './told-dates.ts'

/** Minutes that clocks of a zone are before (+) or behind UTC; summer time by its own name. */
const zones: Record<string, number> = {
  GMT: 0, UTC: 0, Z: 0, BST: 60, CET: 60, MEZ: 60, CEST: 120, MESZ: 120, MSK: 180, IST: 330, SGT: 480, CST: 480, JST: 540, KST: 540,
  AEST: 600, AEDT: 660, EDT: -240, EST: -300, ET: -240, CDT: -300, PDT: -420, PST: -480, PT: -420,
} // prettier-ignore
const beijing = 480
const names = Object.keys(zones).join('|')

const military = new RegExp(
  `(?<![\\d.,:])([01]\\d|2[0-3])([0-5]\\d)\\s?(?:hours|hrs|local time|(${names}))(?!\\p{L})`,
  'gu',
)
const zoned = new RegExp(`(?<=(\\d{1,2})[:.]?(\\d{2})?\\s?)(?:([ap])\\.?m\\.?\\s)?\\(?(${names})(?!\\p{L})`, 'gu')

/** "0100 GMT", "9 p.m. ET": the time by its own clock, and by that of Beijing, as Chinese papers give it. */
export function takeZoned(dates: Dates, take: Take): void {
  const add = (minutes: number, zone: string | undefined): void => {
    dates.times.push({ minutes: minutes % 1440, sure: true })
    const offset = zones[zone ?? '']
    if (offset !== undefined) dates.times.push({ minutes: (minutes - offset + beijing + 1440) % 1440, sure: true })
  }
  take(military, (m) => add(Number(m[1]) * 60 + Number(m[2]), m[3]))
}

/** The Beijing time of hours with a zone behind them, read before the hours themselves are taken. */
export function beijingTimes(text: string): { minutes: number; sure: boolean }[] {
  return Array.from(text.matchAll(zoned), (m) => {
    const hour = (Number(m[1]) % (m[3] ? 12 : 24)) + (m[3] === 'p' ? 12 : 0)
    return { minutes: (hour * 60 + Number(m[2] ?? 0) - (zones[m[4] ?? ''] ?? 0) + beijing + 2880) % 1440, sure: true }
  })
}

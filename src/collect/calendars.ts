/** A day; a year of 0 for one that there is not. */
export type Day = { year: number; month: number; day: number }

/** A year of the Thai solar calendar is 543 ahead; one of the Persian calendar 621 behind. */
export function gregorian(day: Day): Day {
  if (day.year >= 2443 && day.year <= 2700) return { ...day, year: day.year - 543 }
  return day.year >= 1300 && day.year < 1500 ? fromPersian(day) : day
}

/** By the 33-year cycle of the Persian calendar, right from 1799 to 2256 (K. Borkowski, 1996). */
export function fromPersian({ year, month, day }: Day): Day {
  const none = { year: 0, month: 0, day: 0 }
  if (month < 1 || month > 12 || day < 1 || day > (month < 7 ? 31 : 30)) return none
  const before = month < 8 ? (month - 1) * 31 : (month - 1) * 30 + 6
  const days = 365 * year + Math.floor((8 * year + 21) / 33) + before + day
  // 1 Farvardin 1403 was 20 March 2024.
  const anchor = 365 * 1403 + Math.floor((8 * 1403 + 21) / 33) + 1
  const at = new Date(Date.UTC(2024, 2, 20 + days - anchor))
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() }
}

import type { Instant } from '../types.ts'

/**
 * The ISO 8601 week of an instant, as `2026-W48`, by the calendar day in UTC.
 *
 * @throws {RangeError} when the instant is no date
 */
export function isoWeek(at: Instant): string {
  const day = new Date(at)
  if (Number.isNaN(day.getTime()))
    throw new RangeError(`Cannot name the ISO week of "${at}": expected an RFC 3339 instant`)
  // The week belongs to the year of its Thursday.
  day.setUTCHours(0, 0, 0, 0)
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7))
  const start = Date.UTC(day.getUTCFullYear(), 0, 1)
  const week = Math.ceil(((day.getTime() - start) / 86_400_000 + 1) / 7)
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`
}

/** The month of an instant in UTC, as `2026-11`. */
export function issueMonth(at: Instant): string {
  return new Date(at).toISOString().slice(0, 7)
}

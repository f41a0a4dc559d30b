import { parseDate } from '../collect/parse-date.ts'
import { ConfigError } from '../errors.ts'
import type { Instant } from '../types.ts'

const units: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 }
const days: Record<string, number> = { today: 0, yesterday: 1, 今天: 0, 昨天: 1 }

/**
 * The instant that somebody means by a date, as `2026-11-23`, `2026-11-23 08:00`, `2026-11-23T09:00+01:00`, `23 Nov 2026`,
 * `2026年11月23日`, `yesterday`, `36h` or `3 days ago`. Without a zone it is UTC, as every instant of a press.
 *
 * @throws {ConfigError} for what is no date, or one that is read in two ways
 */
export function parseSince(written: string, now: Instant): Instant {
  const text = written.trim()
  const back = /^(\d{1,6})\s*(m|h|d|w)(?:in(?:ute)?s?|ours?|ays?|eeks?)?(?:\s+ago)?$/iu.exec(text)
  if (back) return instant(Date.parse(now) - Number(back[1]) * (units[(back[2] ?? '').toLowerCase()] ?? 0))
  const day = days[text.toLowerCase()]
  if (day !== undefined) return `${instant(Date.parse(now) - day * 86_400_000).slice(0, 10)}T00:00:00Z`
  // 3/5/2026 is March to some and May to others.
  const at = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/u.test(text) ? null : parseDate(text)
  if (at === null)
    throw new ConfigError(
      `Wrong --since: current value is "${written}", expected a date as 2026-11-23, with a time as 2026-11-23T08:00:00Z, or a time back as 36h`,
    )
  return instant(Date.parse(at))
}

function instant(ms: number): Instant {
  return new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')
}

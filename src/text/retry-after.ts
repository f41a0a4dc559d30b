import { msUntil, type Clocks } from './ms-until.ts'

/**
 * Milliseconds a `Retry-After` header asks us to wait: seconds, or a date by the server's own clock where it shows it
 * (`Date`) and that was set, for ours may be wrong. Quoted, with a parameter or the word "seconds" behind it, as an ISO date or sent twice,
 * as proxies and applications write it, it is read too; of several the longest counts.
 *
 * @param headers names in lower case
 * @returns `null` when there is none or it cannot be read; 0 when the date is past; at most a year
 */
export function retryAfterMs(headers: Record<string, string>, nowMs: number): number | null {
  const said = headers['retry-after']
  if (said === undefined) return null
  const clocks = { serverMs: readHttpDate(headers['date'] ?? ''), nowMs }
  // The name of a day stands before a comma as well: it can be read as nothing.
  const waits = said
    .slice(0, longestHeader)
    .split(',')
    .map((part) => readWait(part.split(';', 1)[0]?.replace(/["']/gu, '').trim() ?? '', clocks))
    .filter((wait) => wait !== null)
  return waits.length === 0 ? null : Math.min(Math.max(...waits), longestMs)
}

const longestHeader = 1000
const longestMs = 366 * 86_400_000

function readWait(said: string, clocks: Clocks): number | null {
  const seconds = /^\+?(\d+(?:\.\d*)?)\s*(?:s|secs?|seconds?)?$/iu.exec(said)?.[1]
  if (seconds !== undefined) return Math.round(Number(seconds) * 1000)
  const at = readHttpDate(said)
  return at === null ? null : Math.max(0, msUntil(at, clocks))
}

const time = String.raw`\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?`
const weekday = String.raw`(?:[\p{L}.]{2,12},?\s+)?`
const mailDate = new RegExp(
  String.raw`^${weekday}(\d{1,2})[\s-]([a-z]{3})[a-z]*[\s-](\d{4}|\d{2})\s+(${time})\s*([a-z]{1,5}|[+-]\d{2}:?\d{2})?$`,
  'iu',
)
const asctime = new RegExp(String.raw`^${weekday}([a-z]{3})\s+(\d{1,2})\s+(${time})\s+(\d{4})$`, 'iu')
const isoDate = new RegExp(String.raw`^(\d{4}-\d{2}-\d{2})[t\s]\s*(${time})\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$`, 'iu')

/**
 * A date of HTTP (RFC 9110 §5.6.7: the form of mail, RFC 850, asctime) or ISO 8601, in milliseconds since 1970. Without a
 * zone it means GMT. `EST` and the other zones of RFC 822 are read; one that only its neighbours know makes it unreadable.
 */
function readHttpDate(written: string): number | null {
  const text = written.trim()
  const mail = mailDate.exec(text)
  if (mail !== null) return parsed(`${mail[1]} ${mail[2]} ${mail[3]} ${mail[4]} ${mail[5] ?? 'GMT'}`)
  const old = asctime.exec(text)
  if (old !== null) return parsed(`${old[2]} ${old[1]} ${old[4]} ${old[3]} GMT`)
  const iso = isoDate.exec(text)
  return iso === null ? null : parsed(`${iso[1]} ${iso[2]} ${iso[3] ?? 'GMT'}`)
}

function parsed(text: string): number | null {
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

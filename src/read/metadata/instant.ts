import type { Instant } from '../../types.ts'

const iso =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{1,2}:?\d{2}|[+-]\d{2})?)?/iu
const han = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]?(?:[^\d]{0,8}(\d{1,2})[:：時时시]\s*(\d{2}))?/u
const dotted = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[^\d]{1,8}(\d{1,2})[:.h](\d{2}))?/u

/**
 * The instant a date on a page means, in UTC; a date without a zone is read as UTC.
 *
 * @returns `null` when it is no date, or one that no calendar has (31 February)
 */
export function readInstant(text: string | null): Instant | null {
  if (text === null) return null
  const said = text.trim()
  if (/^\d{10}$|^\d{13}$/u.test(said)) return print(Number(said) * (said.length === 10 ? 1000 : 1))
  const found = iso.exec(said) ?? han.exec(said)
  if (found) {
    const [, year, month, day, hour = '0', minute = '0', second = '0', zone = ''] = found
    return checked([year, month, day, hour, minute, second].map(Number), zoneMinutes(zone))
  }
  const german = dotted.exec(said)
  if (german) {
    const [, day, month, year, hour = '0', minute = '0'] = german
    return checked([year, month, day, hour, minute, 0].map(Number), 0)
  }
  // Only a form with a named month is left to the engine: it reads anything else in the machine's own zone and order.
  if (!/\p{L}{3}/u.test(said) || !/\d{4}/u.test(said)) return null
  const zoned = /(?:GMT|UTC|Z|[+-]\d{2}:?\d{2}|[ECMP][SD]T)\s*$/u.test(said) ? said : `${said} UTC`
  return print(Date.parse(zoned))
}

function zoneMinutes(zone: string): number {
  const found = /^([+-])(\d{1,2}):?(\d{2})?$/u.exec(zone)
  return found ? (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] ?? 0)) : 0
}

function checked(parts: number[], zone: number): Instant | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  // A day or hour out of range rolls over into another one: then no such instant exists.
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || at.getUTCMinutes() !== minute) return null
  return print(at.getTime() - zone * 60_000)
}

function print(at: number): Instant | null {
  if (Number.isNaN(at) || at < 0 || at > 4_102_444_800_000) return null
  return new Date(at).toISOString().replace(/\.\d{3}Z$/u, 'Z')
}

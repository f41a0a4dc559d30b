import type { Instant } from '../types.ts'

const months: Record<string, number> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
  janv: 1,
  févr: 2,
  mars: 3,
  avr: 4,
  mai: 5,
  juin: 6,
  juil: 7,
  août: 8,
  déc: 12,
  mär: 3,
  okt: 10,
  dez: 12,
}
const zones: Record<string, number> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  cet: 60,
  cest: 120,
  jst: 540,
  kst: 540,
  hkt: 480,
}

/** A date of a feed as an instant in UTC. An impossible date is `null`, never now. */
export function parseDate(text: string | null): Instant | null {
  if (!text) return null
  const parts = isoParts(text) ?? mailParts(text) ?? eastAsianParts(text)
  if (!parts) return null
  const [year, month, day, hour, minute, second, offsetMinutes] = parts
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute - offsetMinutes, second))
  const sameDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
  return sameDay && !Number.isNaN(at.getTime()) ? at.toISOString().replace('.000Z', 'Z') : null
}

type Parts = [number, number, number, number, number, number, number]

function isoParts(text: string): Parts | null {
  const found =
    /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([a-z]+|[+-]\d{2}:?\d{0,2})?)?\s*$/iu.exec(
      text,
    )
  if (!found) return null
  const [, year, month, day, hour, minute, second, zone] = found
  return [
    Number(year),
    Number(month),
    Number(day),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0),
    offset(zone),
  ]
}

function mailParts(text: string): Parts | null {
  const found =
    /(\d{1,2})[\s-]+(\p{L}{3,9})\.?[\s,-]+(\d{2,4})(?:[\s,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*([a-z]{1,4}|[+-]\d{2}:?\d{2})?/iu.exec(
      text,
    )
  if (!found) return null
  const [, day, name = '', year = '', hour, minute, second, zone] = found
  const lower = name.toLowerCase()
  const month = months[lower] ?? months[lower.slice(0, 4)] ?? months[lower.slice(0, 3)]
  if (!month) return null
  const full = year.length === 2 ? Number(year) + (Number(year) < 70 ? 2000 : 1900) : Number(year)
  return [full, month, Number(day), Number(hour ?? 0), Number(minute ?? 0), Number(second ?? 0), offset(zone)]
}

function eastAsianParts(text: string): Parts | null {
  const found =
    /(\d{4})\s*[年년/.]\s*(\d{1,2})\s*[月월/.]\s*(\d{1,2})\s*[日일]?(?:[^\d]*(\d{1,2})[:时時시](\d{1,2})?)?/u.exec(text)
  if (!found) return null
  return [Number(found[1]), Number(found[2]), Number(found[3]), Number(found[4] ?? 0), Number(found[5] ?? 0), 0, 0]
}

/** Minutes east of UTC. */
function offset(zone: string | undefined): number {
  if (!zone) return 0
  const named = zones[zone.toLowerCase()]
  if (named !== undefined) return named
  const [, sign, hours, minutes] = /([+-])(\d{2}):?(\d{2})?/u.exec(zone) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) : 0
}

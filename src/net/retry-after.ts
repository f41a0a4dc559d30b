/**
 * Milliseconds a `Retry-After` header asks us to wait: seconds, or an HTTP date.
 *
 * @returns `null` when there is none or it cannot be read; 0 when the date is past
 */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null
  const value = header.trim()
  if (/^\d+(?:\.\d+)?$/u.test(value)) return Math.round(Number(value) * 1000)
  if (!/[a-z]{3}/iu.test(value)) return null
  // The third form of RFC 9110 §5.6.7 names no zone and means GMT.
  const at = Date.parse(/gmt|utc|z$|[+-]\d{2}:?\d{2}$/iu.test(value) ? value : `${value} GMT`)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

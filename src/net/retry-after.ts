/**
 * Milliseconds a `Retry-After` header asks us to wait: seconds, or an HTTP date by the server's own clock where it shows
 * it (`Date`), for ours may be wrong.
 *
 * @param headers names in lower case
 * @returns `null` when there is none or it cannot be read; 0 when the date is past
 */
export function retryAfterMs(headers: Record<string, string>, nowMs: number): number | null {
  const value = headers['retry-after']?.trim()
  if (value === undefined) return null
  // Sent twice, the header reaches us joined by a comma: the longer wait counts.
  const seconds = value.split(',').map((part) => part.trim())
  if (seconds.every((part) => /^\d+(?:\.\d+)?$/u.test(part))) return Math.round(Math.max(...seconds.map(Number)) * 1000)
  const at = readHttpDate(value)
  return at === null ? null : Math.max(0, at - (readHttpDate(headers['date'] ?? '') ?? nowMs))
}

function readHttpDate(value: string): number | null {
  if (!/[a-z]{3}/iu.test(value)) return null
  // The third form of RFC 9110 §5.6.7 names no zone and means GMT.
  const at = Date.parse(/gmt|utc|z$|[+-]\d{2}:?\d{2}$/iu.test(value) ? value : `${value} GMT`)
  return Number.isNaN(at) ? null : at
}

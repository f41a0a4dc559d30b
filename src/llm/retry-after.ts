/**
 * How long a model's endpoint asks us to wait: `retry-after-ms`, `retry-after` in seconds or as a date.
 *
 * @param headers names in lower case
 */
export function retryAfterMs(headers: Record<string, string>, nowMs: number = Date.now()): number | null {
  const exact = Number(headers['retry-after-ms'])
  if (headers['retry-after-ms'] && Number.isFinite(exact)) return Math.max(0, exact)
  const said = headers['retry-after']
  if (!said) return null
  if (/^\d+(?:\.\d+)?$/u.test(said.trim())) return Number(said) * 1000
  const at = Date.parse(said)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

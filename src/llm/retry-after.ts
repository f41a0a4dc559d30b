/**
 * How long a model's endpoint asks us to wait: `retry-after-ms`, `retry-after` in seconds or as a date; where it says
 * neither, when the limit that is used up begins anew (`x-ratelimit-reset-*` as `6m0s`, `anthropic-ratelimit-*-reset`
 * as an instant); the delay that Google writes into the body (`"retryDelay": "34s"`).
 *
 * @param headers names in lower case
 */
export function retryAfterMs(
  headers: Record<string, string>,
  { nowMs = Date.now(), body = '' }: { nowMs?: number; body?: string } = {},
): number | null {
  const exact = Number(headers['retry-after-ms'])
  if (headers['retry-after-ms'] && Number.isFinite(exact)) return Math.max(0, exact)
  const said = headers['retry-after']?.trim()
  if (said) return readWait(said, nowMs)
  const delay = /"retryDelay"\s*:\s*"([\d.]+)s"/u.exec(body)?.[1]
  return delay === undefined ? limitReset(headers, nowMs) : Number(delay) * 1000
}

/** Seconds, a date of any form, or a duration of steps as `1m30s` and `20ms`. */
function readWait(said: string, nowMs: number): number | null {
  if (/^\d+(?:\.\d+)?$/u.test(said)) return Number(said) * 1000
  const steps = [...said.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/gu)]
  if (steps.length > 0 && steps.map(([step]) => step).join('') === said) {
    const unit: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }
    return steps.reduce((sum, [, count, of = 's']) => sum + Number(count) * (unit[of] ?? 0), 0)
  }
  const at = Date.parse(said)
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs)
}

// Only a limit with nothing left has to be waited for: requests may be used up while tokens are not.
function limitReset(headers: Record<string, string>, nowMs: number): number | null {
  const waits = Object.entries(headers).flatMap(([name, said]) => {
    const limit = /^(x-ratelimit|anthropic-ratelimit)-(?:reset-(.+)|(.+)-reset)$/u.exec(name)
    if (!limit) return []
    const [, family, behind, before] = limit
    const left = headers[behind ? `${family}-remaining-${behind}` : `${family}-${before}-remaining`]
    const wait = Number(left) > 0 ? null : readWait(said.trim(), nowMs)
    return wait === null ? [] : [wait]
  })
  return waits.length === 0 ? null : Math.max(...waits)
}

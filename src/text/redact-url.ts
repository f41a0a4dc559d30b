// A parameter is secret when one word of its name is, or when its name ends in a compound of one: `rss_key`, `accessKey`,
// `X-Amz-Signature`, `PHPSESSID`. `keyword` and `author` are no secrets.
const secretWord =
  /^(?:auth|authorization|bearer|credentials?|csrf|hmac|jwt|key|otp|passwd|password|pass|passphrase|pin|pwd|pw|secret|session|sid|sig|signature|ticket|token|xsrf)$/u
const secretEnd =
  /(?:token|secret|password|passwd|signature|sessid|sessionid|(?:access|account|api|app|auth|feed|license|member|pass|private|rss|secret|subscription|user)key)$/u
const parameter = /([?&;#](?:amp;)?|%3F|%26)([\w.[\]~-]{1,80}|[\w.[\]~%-]{1,80}?)(=|%3D)([^&;#\s"'<>]+)/giu
// Of a scheme the last letters are enough; from each word on to the end of a long path would be quadratic.
const userInfo = /([a-z][a-z\d+.-]{0,30}:[\\/]{2})[^/\\?#\s"'<>]*@/giu
const withoutScheme = /([\\/]{2})[^/\\?#\s"'<>@:]*:[^/\\?#\s"'<>]*@/gu
// No address at all, yet somebody's password: one with a slash stands where a port is expected.
const notAPort = /([a-z][a-z\d+.-]{0,30}:\/\/)[^/?#\s"'<>@:]{0,200}:(?!\d*(?:[/?#\s"'<>]|$))[^\s"'<>]{0,200}@/giu
const encodedUser = /(%3A%2F%2F)(?:(?!%2F|%3F)[^&;#\s"'<>]){0,200}%40/giu

/**
 * A text with the secrets of its addresses taken out: what may stand in a log, an error, a page or an export.
 * User names and passwords go, the values of parameters such as `token` become `***`, also in an address that is a
 * parameter of another; everything else stays.
 */
export function redactUrl(text: string): string {
  // Most texts hold no address: one look spares them five.
  if (!/[\\/?&;#]|%3/iu.test(text)) return text
  return text
    .replace(notAPort, '$1')
    .replace(userInfo, '$1')
    .replace(withoutScheme, '$1')
    .replace(encodedUser, '$1')
    .replace(parameter, (all: string, ...[before, name, equals, value]: string[]) =>
      isSecretName(name ?? '') ? `${before}${name}${equals}***${rest(equals ?? '', value ?? '')}` : all,
    )
}

/** Of an encoded address, what stands behind the value. */
function rest(equals: string, value: string): string {
  return equals === '=' ? '' : (/%26.*$/isu.exec(value)?.[0] ?? '')
}

/** Is the name of a parameter, as written in an address, one of secrets? */
export function isSecretName(written: string): boolean {
  const name = written.replace(/%([2-7][\da-f])/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
  const words = name
    .replace(/([a-z\d])(?=[A-Z])/gu, '$1 ')
    .toLowerCase()
    .split(/[^a-z\d]+/u)
  return words.some((word) => secretWord.test(word)) || secretEnd.test(words.filter(Boolean).at(-1) ?? '')
}

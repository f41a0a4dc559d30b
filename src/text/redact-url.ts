// Parameters under which services put keys. Whole names only: `keyword` and `author` are no secrets.
const secret =
  /([?&;#](?:api[-_]?key|key|apikey|(?:access|auth|user|private|rss|feed|id)?[-_]?token|auth|authorization|secret|client[-_]?secret|pass|passwd|password|pwd|sig|signature|session|sessionid|sid|jwt|credential)=)[^&;#\s"'<>]+/giu
const userInfo = /\b([a-z][a-z\d+.-]*:\/\/)[^/?#\s"'<>]*@/giu

/**
 * A text with the secrets of its addresses taken out: what may stand in a log, an error, a page or an export.
 * User names and passwords go, the values of parameters such as `token` become `***`; everything else stays.
 */
export function redactUrl(text: string): string {
  return text.replace(userInfo, '$1').replace(secret, '$1***')
}

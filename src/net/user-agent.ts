/** Where the site stands and how its editor is reached, as far as the configuration says. */
type Named = { url?: string | undefined; contact?: string | undefined }

/**
 * The name under which Waikan asks: the site and whom to write to (RFC 9110 §10.1.5 lets both stand in a comment). Where there is
 * neither it names nobody: an address that leads nowhere would be worse than none.
 */
export function userAgentOf({ url, contact }: Named): string {
  const named = [url, contact].flatMap((one) => (one === undefined ? [] : [inAscii(one)]))
  return `Waikan/0.1 (${named.join('; ') || 'self-hosted feed reader'})`
}

/** A header is ASCII: a domain in other letters stands there as DNS knows it. */
function inAscii(address: string): string {
  return /^https?:/iu.test(address) ? `+${new URL(address).href}` : address
}

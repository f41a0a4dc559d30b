import type { Url } from '../types.ts'

const inner = /\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp)$/u

/**
 * The address that relative ones in a document start from: its `Content-Location` where it names one, else where it was had.
 *
 * RFC 9110 no longer says so, feeds made before it go by it. An address inside a server's own network, as misplaced proxies
 * let through, is none.
 *
 * @param url where the document was had, after redirects
 * @param headers names in lower case
 */
export function baseAddress(url: Url, headers: Record<string, string>): Url {
  const written = headers['content-location']
  const named = written === undefined ? null : URL.parse(written, url)
  if (named === null || !/^https?:$/u.test(named.protocol)) return url
  const host = named.hostname
  const isOutside = host.includes('.') && !/[\d\]]$/u.test(host) && !inner.test(host)
  return isOutside || host === URL.parse(url)?.hostname ? named.href : url
}

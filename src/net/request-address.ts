import { FetchError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Url } from '../types.ts'
import { isPublicAddress } from './address.ts'
import { portOf, type Reach } from './reach.ts'

/** An address to ask: absolute, http or https, and not private as a literal. */
export function parseAddress(reach: Reach, url: Url): URL {
  if (!URL.canParse(url)) {
    throw new FetchError(`Cannot fetch "${redactUrl(url)}": expected an absolute http or https address`, {
      url: redactUrl(url),
      retryable: false,
    })
  }
  return checkAddress(reach, new URL(url))
}

/** Where a redirect leads, checked like the first address. */
export function resolveAddress(reach: Reach, to: string, from: URL): URL {
  // Header bytes reach us as latin1; addresses outside ASCII are meant as UTF-8.
  const target = Buffer.from(to, 'latin1').toString('utf8')
  const text = target.includes('\uFFFD') ? to : target
  if (!URL.canParse(text, from.href)) {
    throw new FetchError(
      `Cannot fetch "${redactUrl(from.href)}": it redirects to "${redactUrl(text)}", which is no address`,
      {
        url: redactUrl(from.href),
        retryable: false,
      },
    )
  }
  const next = new URL(text, from.href)
  if (next.hash === '') next.hash = from.hash
  return checkAddress(reach, next)
}

function checkAddress(reach: Reach, at: URL): URL {
  const url = redactUrl(at.href)
  if (at.protocol !== 'http:' && at.protocol !== 'https:') {
    throw new FetchError(`Cannot fetch "${url}": its scheme is "${at.protocol}", expected http: or https:`, {
      url,
      retryable: false,
    })
  }
  const host = at.hostname.replace(/^\[|\]$/gu, '')
  const literal = /^[\d.]+$/u.test(host) || host.includes(':')
  if (literal && !isPublicAddress(host) && !reach.opens(at)) {
    throw new FetchError(`Cannot fetch "${url}": the address ${host} is not public${reach.refusal(host, portOf(at))}`, {
      url,
      retryable: false,
    })
  }
  return at
}

/** The address without user name and password. */
export function withoutUser(at: URL): URL {
  const clean = new URL(at)
  clean.username = ''
  clean.password = ''
  return clean
}

/** User name and password of an address as basic authentication, or `null`. */
export function credentials(at: URL): string | null {
  if (at.username === '' && at.password === '') return null
  const pair = `${decoded(at.username)}:${decoded(at.password)}`
  return `Basic ${Buffer.from(pair).toString('base64')}`
}

/** A name or password as it was meant; one with a bare `%` in it is sent as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

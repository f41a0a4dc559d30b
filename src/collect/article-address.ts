import type { Url } from '../types.ts'
import { canonicalAddress } from './identity.ts'

// Under which hosts, paths and parameters outlets show the page of an article once more, for telephones and as AMP.
const forms = {
  host: /^(?:www\.)?(?:m|mobile|wap|touch|amp)\.(?=[^.]+\.[^.])/u,
  path: /^\/(?:amp|mobile)(?=\/.)|\/amp$|\.amp(?=\.html?$|$)/gu,
  parameter: /^(?:amp|outputtype|output|view)$/iu,
  value: /^(?:amp|1|true|)$/iu,
}

/**
 * An address as names of the article that stands there, scheme, port, `www.`, tracking and last slash apart: first without
 * the form in which the page is shown (`//outlet.example/ferry` for `//m.outlet.example/ferry` and `…/ferry/amp`, ADR 251),
 * then, where that is another, as it is. None for a front page.
 */
export function addressNames(url: Url | null): string[] {
  const parsed = url === null ? null : URL.parse(canonicalAddress(url))
  if (!parsed || (parsed.pathname === '/' && parsed.search === '' && parsed.hash === '')) return []
  return [...new Set([nameOf(withoutForm(parsed)), nameOf(parsed)])]
}

/** The first of an address's names, by which it is compared; `null` for a front page. */
export function addressName(url: Url | null): string | null {
  return addressNames(url)[0] ?? null
}

/** Is a name one of an address, and not a guid? */
export function isAddressName(name: string): boolean {
  return name.startsWith('//')
}

type Parts = { hostname: string; pathname: string; search: string; hash: string }

function nameOf({ hostname, pathname, search, hash }: Parts): string {
  return `//${hostname.replace(/^www\./u, '')}${pathname.replace(/\/+$/u, '')}${search}${hash}`
}

function withoutForm({ hostname, pathname, searchParams, search, hash }: URL): Parts {
  const kept = [...searchParams].filter(([name, value]) => !isForm(name, value))
  const path = pathname.replace(/\/+$/u, '').replace(forms.path, '')
  return {
    hostname: hostname.replace(forms.host, ''),
    pathname: path === '' ? pathname : path,
    search: kept.length === searchParams.size ? search : asSearch(kept),
    hash,
  }
}

function asSearch(kept: [string, string][]): string {
  return kept.length === 0 ? '' : `?${new URLSearchParams(kept).toString()}`
}

/** `amp`, `amp=1`, `outputType=amp`; a number is a place, not a form, under any other name than `amp`. */
function isForm(name: string, value: string): boolean {
  if (!forms.parameter.test(name) || !forms.value.test(value)) return false
  return name.toLowerCase() === 'amp' || value.toLowerCase() === 'amp'
}

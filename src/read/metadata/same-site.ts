import type { Url } from '../../types.ts'

// Second-level names below which outlets register: `outlet.co.uk`, `outlet.com.br`.
const shared = new Set('ac co com edu go gob gouv gov ne net nic or org'.split(' '))

/** Do two addresses belong to one outlet: the same registered name, whatever stands before it (`www.`, `m.`, `amp.`)? */
export function sameSite(a: Url, b: Url): boolean {
  const [first, second] = [registeredName(a), registeredName(b)]
  return first !== null && first === second
}

function registeredName(url: Url): string | null {
  const host = URL.parse(url)?.hostname
  if (!host) return null
  if (/^[\d.]+$|:/u.test(host)) return host
  const labels = host.split('.')
  const below = labels.length > 2 && shared.has(labels.at(-2) ?? '') ? 3 : 2
  return labels.slice(-below).join('.')
}

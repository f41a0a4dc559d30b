import { isIP } from 'node:net'

/**
 * Why an entry of `net.allow` could never match, as "expected …"; `null` for a right one: a host, `host:port`, an IP address
 * or a range of addresses as `10.0.0.0/8`.
 */
export function wrongHost(entry: string): string | null {
  if (/:\/\//u.test(entry)) {
    const host = URL.parse(entry)?.host ?? ''
    return `expected a host without http:// and path${host === '' ? '' : `, as ${host}`}`
  }
  if (entry.includes('*'))
    return 'expected each host by its whole name, as rsshub.home.lan, or a range of addresses, as 192.168.0.0/16'
  if (entry.includes('/')) {
    const [address = '', bits = '', ...rest] = entry.split('/')
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
    const isRange = rest.length === 0 && /^\d{1,3}$/u.test(bits) && Number(bits) <= most
    return isRange ? null : 'expected a host without a path, or a range of addresses as 192.168.0.0/16'
  }
  if (isIP(entry.replace(/^\[(.*)\](?::\d{1,5})?$/u, '$1')) !== 0) return null
  const isHost = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_.])?(?::\d{1,5})?$/u.test(entry)
  return isHost
    ? null
    : 'expected a host, as rsshub.home.lan, with its port where only that one is meant, as localhost:1200'
}

import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/** Azure's machines reach their platform's agent at this address, which is not reserved and lies on no network outside. */
const platformAddress = '168.63.129.16'

/**
 * May we connect to this address? Only globally routed unicast passes: loopback, private, link-local, shared,
 * multicast, documentation, NAT64, 6to4 and Teredo ranges do not; a mapped IPv4 address counts as the IPv4 address, and so
 * does one inside an ISATAP address (RFC 5214 §6.1), to which some systems open a tunnel.
 *
 * @param address an IP address as text, without brackets, as systems write it: no `127.1`
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/u, '')
  const version = isIP(plain)
  if (version === 0) return false
  // The library takes `::8.8.8.8` for a mapped address; written in figures it is told apart.
  const parsed = ipaddr.process(version === 6 ? new URL(`http://[${plain}]`).hostname.slice(1, -1) : plain)
  if (parsed.range() !== 'unicast' || parsed.toString() === platformAddress) return false
  if (parsed.kind() === 'ipv4') return true
  // `::a.b.c.d` (IPv4-compatible) and `fec0::/10` (site-local) are deprecated, yet systems still route them inside.
  const bytes = parsed.toByteArray()
  const global = ((bytes[0] ?? 0) & 0xe0) === 0x20
  return global && (!isIsatap(bytes) || isPublicAddress(bytes.slice(12).join('.')))
}

/** Does it end in `0:5efe:a.b.c.d`, or in `100:`, `200:` or `300:5efe:a.b.c.d`, which say whether that is unique? */
function isIsatap(bytes: number[]): boolean {
  return ((bytes[8] ?? 0) & 0xfc) === 0 && bytes[9] === 0 && bytes[10] === 0x5e && bytes[11] === 0xfe
}

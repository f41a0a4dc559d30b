import ipaddr from 'ipaddr.js'

/** Azure's machines reach their platform's agent at this address, which is not reserved and lies on no network outside. */
const platformAddress = '168.63.129.16'

/**
 * May we connect to this address? Only globally routed unicast passes: loopback, private, link-local, shared,
 * multicast, documentation, NAT64, 6to4 and Teredo ranges do not; a mapped IPv4 address counts as the IPv4 address.
 *
 * @param address an IP address as text, without brackets
 */
export function isPublicAddress(address: string): boolean {
  const plain = address.replace(/%.*$/u, '')
  if (!ipaddr.isValid(plain)) return false
  const parsed = ipaddr.process(plain)
  if (parsed.range() !== 'unicast' || parsed.toString() === platformAddress) return false
  // `::a.b.c.d` (IPv4-compatible) and `fec0::/10` (site-local) are deprecated, yet systems still route them inside.
  if (parsed.kind() === 'ipv6') {
    const bytes = parsed.toByteArray()
    const compatible = bytes.slice(0, 12).every((byte) => byte === 0)
    const global = ((bytes[0] ?? 0) & 0xe0) === 0x20
    return !compatible && global
  }
  return true
}

/** Hosts that may be fetched although they are private: `host`, `host:port`, an IP address or a CIDR range. */
export type AllowList = (host: string, port: string) => boolean

/** Read an allow list once; compare hosts without case and brackets. */
export function createAllowList(allow: string[]): AllowList {
  const names = new Set<string>()
  const ranges: ReturnType<typeof ipaddr.parseCIDR>[] = []
  for (const entry of allow) {
    if (ipaddr.isValidCIDR(entry)) ranges.push(ipaddr.parseCIDR(entry))
    else names.add(entry.toLowerCase().replace(/\[|\]/gu, '').replace(/\.$/u, ''))
  }
  return (host, port) => {
    const name = host.toLowerCase().replace(/\[|\]/gu, '').replace(/\.$/u, '')
    if (names.has(name) || names.has(`${name}:${port}`)) return true
    if (ranges.length === 0 || !ipaddr.isValid(name)) return false
    const address = ipaddr.process(name)
    return ranges.some((range) => range[0].kind() === address.kind() && address.match(range))
  }
}

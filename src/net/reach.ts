import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import ipaddr from 'ipaddr.js'
import type { Url } from '../types.ts'
import { isPublicAddress } from './address.ts'
import privateNames from './data/private-names.json' with { type: 'json' }

/** Who is at the other end of a connection: the host and port that were asked for, and the IP address that was reached. */
export type Peer = { host: string; port: string; address: string }

/**
 * Which private hosts a request may reach: those under the entries of the allow list under which an address lies that the
 * editor wrote himself. What a stranger's feed or page names is reached in public only.
 */
export type Reach = {
  /** The entries that are open, as text: the same for all requests that may go to the same hosts. */
  key: string
  /** May this host be one of the editor's network for this request? Where a name leads is seen at the connection. */
  opens(at: URL): boolean
  /** Only public addresses, and those of an open entry. */
  admits(peer: Peer): boolean
  /** Why it is refused, and what was expected: ends the sentence `the address 10.0.0.1 is not public`. */
  refusal(host: string, port: string): string
}

type Entry = {
  text: string
  name: string | null
  range: ReturnType<typeof ipaddr.parseCIDR> | null
  port: string | null
}

/**
 * Read an allow list once.
 *
 * An entry with a name is for that name, wherever it leads. An address or a range is for addresses written in figures and for
 * names that nobody can own in public (RFC 6761, RFC 6762 appendix G, RFC 8375, and those without a dot): any other name leads
 * where its owner wants it to today, also into a range of ours.
 *
 * @param allow hosts, `host:port`, IP addresses or CIDR ranges
 * @param hasOption may the command at work be told more of them by `--allow`? A refusal says so
 */
export function createReaches(allow: string[], hasOption = false): (own: Url[]) => Reach {
  const entries = allow.map(readEntry)
  return (own) => {
    const at = own.flatMap((url) => URL.parse(url) ?? [])
    const open = entries.filter((entry) => at.some((one) => standsUnder(entries, entry, hostOf(one))))
    return {
      key: open.map(({ text }) => text).join(' '),
      opens: (url) => open.some((entry) => mayCover(entry, hostOf(url))),
      admits: ({ host, port, address }) =>
        isPublicAddress(address) ||
        open.some(
          (entry) =>
            covers(entry, { host: plain(host), port }) || leadsInto(entry, { host: plain(host), port, address }),
        ),
      refusal: (host, port) =>
        entries.some((entry) => mayCover(entry, { host: plain(host), port }))
          ? `; net.allow${hasOption ? ', or --allow,' : ''} opens it only to a source whose own feed lies there`
          : `, expected a public one or a host named in net.allow${hasOption ? ', or with --allow' : ''}`,
    }
  }
}

/** The port of an address, also where it is the usual one of the scheme. */
export function portOf({ port, protocol }: { port: string; protocol: string }): string {
  return port || (protocol === 'https:' ? '443' : '80')
}

type Host = { host: string; port: string }

function hostOf(at: URL): Host {
  return { host: plain(at.hostname), port: portOf(at) }
}

function plain(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[|\]$/gu, '')
    .replace(/\.$/u, '')
}

function readEntry(text: string): Entry {
  if (ipaddr.isValidCIDR(text)) return { text, name: null, range: ipaddr.parseCIDR(text), port: null }
  const [, bracketed, simple, port = null] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/u.exec(text) ?? []
  const host = plain(bracketed ?? simple ?? text)
  if (isIP(host) === 0) return { text, name: domainToASCII(host) || host, range: null, port }
  const address = ipaddr.process(host)
  return { text, name: null, range: [address, address.kind() === 'ipv4' ? 32 : 128], port }
}

/** Is this the entry under which the editor placed the host? A private name that none names lies under one of the ranges. */
function standsUnder(entries: Entry[], entry: Entry, at: Host): boolean {
  return covers(entry, at) || (mayCover(entry, at) && !entries.some((one) => covers(one, at)))
}

function mayCover(entry: Entry, at: Host): boolean {
  return covers(entry, at) || (entry.range !== null && isPort(entry, at) && isPrivateName(at.host))
}

/** Does an entry name a host, by name or as an address written in figures? `localhost` is such an address (RFC 6761 §6.3). */
function covers(entry: Entry, at: Host): boolean {
  if (!isPort(entry, at)) return false
  const addresses = at.host === 'localhost' ? ['127.0.0.1', '::1'] : [at.host]
  return entry.name === at.host || addresses.some((address) => holds(entry, address))
}

function leadsInto(entry: Entry, peer: Peer): boolean {
  return isPort(entry, peer) && isPrivateName(peer.host) && holds(entry, peer.address)
}

function isPort({ port: only }: Entry, { port }: Host): boolean {
  return only === null || only === port
}

function holds({ range }: Entry, address: string): boolean {
  if (range === null || !ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return range[0].kind() === parsed.kind() && parsed.match(range)
}

function isPrivateName(host: string): boolean {
  if (isIP(host) !== 0) return false
  return !host.includes('.') || privateNames.some((name) => host.endsWith(`.${name}`))
}

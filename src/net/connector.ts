import { lookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import type { buildConnector } from 'undici'
import { FetchError } from '../errors.ts'
import { portOf, type Reach } from './reach.ts'

type Connector = buildConnector.connector
type Lookup = LookupFunction

/**
 * A connector that refuses private addresses where it matters, at the connection: the literal, every address a name
 * resolves to, and the peer that was reached in the end (a name may answer differently the second time).
 */
export function guardedConnector(build: (lookup: Lookup) => Connector, reach: Reach): Connector {
  return (options, callback) => {
    const host = options.hostname.replace(/^\[|\]$/gu, '')
    const port = portOf(options)
    const passes = (address: string): boolean => reach.admits({ host, port, address })
    const refuse = (address: string): FetchError =>
      new FetchError(
        `Cannot fetch from "${host}": it leads to the address ${address}, which is not public${reach.refusal(host, port)}`,
        { url: `${options.protocol}//${options.host ?? host}`, retryable: false },
      )
    if (isIP(host) !== 0 && !passes(host)) {
      callback(refuse(host), null)
      return
    }
    const connect = build(guardedLookup(passes, refuse))
    connect(options, (...[error, socket]) => {
      if (error !== null || socket === null) {
        callback(error ?? new Error('No socket'), null)
        return
      }
      const peer = socket.remoteAddress ?? ''
      if (passes(peer)) {
        callback(null, socket)
        return
      }
      socket.destroy()
      callback(refuse(peer), null)
    })
  }
}

function guardedLookup(passes: (address: string) => boolean, refuse: (address: string) => FetchError): Lookup {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error !== null) {
        callback(error, [], 0)
        return
      }
      const bad = addresses.find(({ address }) => !passes(address))
      if (bad !== undefined) {
        callback(refuse(bad.address), [], 0)
        return
      }
      const first = addresses[0]
      if (options.all === true || first === undefined) callback(null, addresses, 0)
      else callback(null, first.address, first.family)
    })
  }
}

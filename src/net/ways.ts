import { Agent, buildConnector } from 'undici'
import type { Url } from '../types.ts'
import { guardedConnector } from './connector.ts'
import { createReaches, type Reach } from './reach.ts'
import { createRecent, type Recent } from './recent.ts'
import type { SiteRules } from './site-rules.ts'

/**
 * A way to hosts, with all that is remembered of them: connections, rules, manners. Requests of the same reach share it. One of
 * less reach would else go by a connection that was opened for more, or be told what a private host's robots.txt says.
 */
export type Way = {
  reach: Reach
  agent: Agent
  connect: buildConnector.connector
  rules: SiteRules
  /** Origins that have answered once, and to which a connection may be kept. */
  answered: Recent
  /** Origins whose answers only the lenient way understands. */
  garbled: Recent
}

/** `rulesOf`: the rules of sites as they are asked for by one way. */
export type WayTools = {
  allow: string[]
  hasAllowOption: boolean
  timeoutMs: number
  headerBytes: number
  rulesOf: (way: () => Way) => SiteRules
}

// An origin that is forgotten costs a request more at the worst.
const mostOrigins = 10_000

/** Which way a request goes. */
export type Ways = {
  /** The way of what is asked for the sake of these addresses of the editor's. */
  of(own: Url[]): Way
  /** The way on to a host: one that is not open is in public, and nothing leads from there to a private one. */
  to(at: URL, way: Way): Way
}

/** Ways are made when they are needed: one in public, one for each set of entries of the allow list that is open to a source. */
export function createWays(tools: WayTools): Ways {
  const reachOf = createReaches(tools.allow, tools.hasAllowOption)
  const ways = new Map<string, Way>()
  const of = (own: Url[]): Way => {
    const reach = reachOf(own)
    const way = ways.get(reach.key) ?? openWay(reach, tools)
    ways.set(reach.key, way)
    return way
  }
  return { of, to: (at, way) => (way.reach.opens(at) ? way : of([])) }
}

function openWay(reach: Reach, { timeoutMs, headerBytes, rulesOf }: WayTools): Way {
  const connect = guardedConnector(
    (lookup) => buildConnector({ timeout: timeoutMs, lookup } as buildConnector.BuildOptions),
    reach,
  )
  const agent = new Agent({
    connect,
    connections: 1,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    maxHeaderSize: headerBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  })
  const [answered, garbled] = [createRecent(mostOrigins), createRecent(mostOrigins)]
  const way: Way = { reach, agent, connect, rules: rulesOf(() => way), answered, garbled }
  return way
}

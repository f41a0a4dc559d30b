import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectFeed, type Collected } from '../../src/collect/collect.ts'
import type { Get } from '../../src/net/get.ts'
import { createPoliteGet, type PoliteOptions } from '../../src/net/polite-get.ts'
import type { FeedState } from '../../src/types/feed-state.ts'

/** One request as the server saw it. */
export type Asked = { method: string; path: string; headers: IncomingHttpHeaders; at: number; port: number }

/** A server on loopback that answers by `answer`, and Waikan's real network and collecting in front of it. */
export type World = {
  url: string
  asked: Asked[]
  get: Get
  /** Ask the feed at `path` once, from `state` on, at `now`. */
  visit: (how?: {
    state?: Partial<FeedState>
    now?: string
    path?: string
    url?: string
    get?: Get
  }) => Promise<Collected>
  close: () => void
}

/** How the server answers: `number` counts its requests from 0. */
export type Answer = (response: ServerResponse, request: IncomingMessage, number: number) => void

export const start = '2026-11-23T08:00:00Z'
export const feedText =
  '<rss version="2.0"><channel><title>T</title><item><title>One</title><guid>1</guid></item></channel></rss>'

const fresh = {
  etag: null,
  lastModified: null,
  hash: null,
  checkedAt: null,
  nextDueAt: null,
  failures: 0,
  error: null,
  status: 'active',
  movedTo: null,
} as const

/** Answer with a feed, or with what is given. */
export const say =
  (headers: Record<string, string> = {}, body: string | Buffer = feedText, status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/rss+xml', ...headers }).end(body)
  }

/** Open a world. Close it when done. */
export async function openWorld(answer: Answer, options: Partial<PoliteOptions> = {}): Promise<World> {
  const asked: Asked[] = []
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    const { method = '', url = '', headers, socket } = request
    asked.push({ method, path: url, headers, at: performance.now(), port: socket.remotePort ?? 0 })
    answer(response, request, asked.length - 1)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const polite = createPoliteGet({
    userAgent: 'Waikan/0.1 (+https://press.example)',
    allow: [`127.0.0.1:${new URL(url).port}`, `localhost:${new URL(url).port}`],
    perHostDelayMs: 0,
    timeoutMs: 1200,
    maxBytes: { feed: 200_000, page: 200_000 },
    ...options,
  })
  // The server is an outlet's that the editor follows.
  const get: Get = (at, how) => polite(at, { own: [url], ...how })
  return {
    url,
    asked,
    get,
    visit: ({ state = {}, now = start, path = '/feed', url: at = url + path, get: other = get } = {}) => {
      const feed = { id: 'f', sourceId: 's', url: at }
      return collectFeed(feed, { ...fresh, feedId: 'f', ...state }, { get: other, now: () => now })
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

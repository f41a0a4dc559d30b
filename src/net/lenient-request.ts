import { request } from 'node:http'
import type { Duplex, Readable } from 'node:stream'
import { errors, type buildConnector } from 'undici'
import { withMendedHead } from './mend-head.ts'

/** The head of an answer, and its body as it comes. */
export type Answer = {
  statusCode: number
  headers: Record<string, string | string[] | undefined>
  body: Readable
}

/** An answer that breaks the rules of HTTP/1.1, as undici tells it; a connection that ends is none. */
export function isGarbled(error: unknown): boolean {
  return (
    error instanceof errors.HTTPParserError ||
    error instanceof errors.ResponseContentLengthMismatchError ||
    (error instanceof errors.SocketError && error.message === 'bad response')
  )
}

/**
 * Ask a server that undici does not understand: Node's own client reads 100 Continue that nobody asked for (RFC 9110 §15.2
 * demands it), folded header lines (RFC 9112 §5.2 too), lines that end with LF alone, a length beside chunks, and blanks
 * behind a chunk's size. One connection for one request, by the same guarded connector.
 *
 * @param how.headerBytes the most that a head may have
 */
export function askLeniently(
  at: URL,
  how: {
    connect: buildConnector.connector
    headers: Record<string, string>
    signal: AbortSignal
    headerBytes: number
  },
): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>()
  const asked = request(
    {
      path: at.pathname + at.search,
      headers: { ...how.headers, host: at.host, connection: 'close' },
      signal: how.signal,
      insecureHTTPParser: true,
      maxHeaderSize: how.headerBytes,
      createConnection: (_options, created) => {
        const { host, protocol, port } = at
        const hostname = at.hostname.replace(/^\[|\]$/gu, '')
        how.connect({ hostname, host, protocol, port }, (...[error, socket]) => {
          const mended = socket === null ? null : withMendedHead(socket, how.headerBytes)
          // Node looks at the error first; its types want a stream beside it.
          created(error, mended as unknown as Duplex)
        })
        return undefined
      },
    },
    (body) => resolve({ statusCode: body.statusCode ?? 0, headers: body.headersDistinct, body }),
  )
  // An upgrade that nobody asked for would else wait for the timeout.
  asked.on('upgrade', (_head, socket) => {
    socket.destroy()
    reject(new Error('it answers with another protocol'))
  })
  asked.on('error', reject)
  asked.end()
  return promise
}

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** What readers may take of a server together, and one alone. Times in milliseconds. */
export type Limits = {
  /** Open at one time; each may hold a file open besides, and many systems give a program 1,024 of both. */
  connections: number
  /** Requests that one connection may have sent ahead of its answers. Browsers send none. */
  waiting: number
  /** Until a request is there with all its headers. */
  headMs: number
  /** Without a byte in either direction, as when nobody takes the answer. */
  silentMs: number
  /** For one whole answer: longer takes only who means to. */
  answerMs: number
}

const defaults: Limits = { connections: 400, waiting: 50, headMs: 10_000, silentMs: 30_000, answerMs: 300_000 }

/**
 * A server that no reader can take for himself. A connection is answered one request at a time, however many it sends; who sends
 * without end, takes no answer or takes years over it is hung up on. Bodies are not waited for. Where room is scarce the connection
 * goes that asked longest ago, be it one that a browser keeps for later or one that somebody opened to fill the place.
 */
export function createBoundedServer(answer: RequestListener, given: Partial<Limits> = {}): Server {
  const limits = { ...defaults, ...given }
  const queue = createQueues(answer, limits)
  // The one that asked last stands last.
  const open = new Set<Socket>()
  const server = createServer(
    {
      headersTimeout: limits.headMs,
      requestTimeout: limits.headMs,
      connectionsCheckingInterval: Math.ceil(limits.headMs / 5),
    },
    (request, response) => {
      if (open.delete(request.socket)) open.add(request.socket)
      queue(request, response)
    },
  )
  server.timeout = limits.silentMs
  server.on('connection', (socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    const [longest] = open
    if (open.size <= limits.connections || longest === undefined) return
    open.delete(longest)
    longest.destroy()
  })
  return server
}

/** Hands on the requests of each connection one after the other. */
function createQueues(answer: RequestListener, { waiting, answerMs }: Limits): RequestListener {
  const queues = new WeakMap<Socket, (() => void)[]>()
  const begin = (request: IncomingMessage, response: ServerResponse): void => {
    const { socket } = request
    const late = setTimeout(() => socket.destroy(), answerMs)
    response.once('close', () => {
      clearTimeout(late)
      const next = queues.get(socket)?.shift()
      if (next === undefined) queues.delete(socket)
      else if (!socket.destroyed) next()
    })
    if (hasBody(request)) response.setHeader('connection', 'close')
    answer(request, response)
  }
  return (request, response) => {
    const queue = queues.get(request.socket)
    if (queue === undefined) {
      queues.set(request.socket, [])
      begin(request, response)
    } else if (queue.length < waiting) queue.push(() => begin(request, response))
    else request.socket.destroy()
  }
}

function hasBody({ headers }: IncomingMessage): boolean {
  return (headers['content-length'] ?? '0') !== '0' || headers['transfer-encoding'] !== undefined
}

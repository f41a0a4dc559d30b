import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { contentPolicy } from '../publish/publish.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

const headers = {
  'content-security-policy': `${contentPolicy}; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/**
 * Serve a published site over HTTP. Only files inside `folder` are given, whatever the address says.
 *
 * An article's address with an old or missing slug is redirected to its page: only the id counts.
 *
 * @param slugOf the present slug of an article id, or `null` for an unknown one
 */
export function serveSite(folder: string, slugOf: (id: string) => string | null): Server {
  return createServer((request, response) => {
    try {
      answer({ request, response, folder, slugOf })
    } catch (error) {
      response.writeHead(500, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
      response.end(`Cannot answer: ${error instanceof Error ? error.message : 'unknown fault'}\n`)
    }
  })
}

type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  folder: string
  slugOf: (id: string) => string | null
}

function answer(exchange: Exchange): void {
  const { request, response, folder } = exchange
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { ...headers, allow: 'GET, HEAD' }).end()
    return
  }
  const path = readPath(request.url ?? '/')
  if (path === null) {
    sendFile(exchange, join(folder, '404.html'), 404)
    return
  }
  const moved = newAddress(exchange, path)
  if (moved !== null) {
    response.writeHead(301, { ...headers, location: moved }).end()
    return
  }
  const file = fileFor(folder, path)
  if (file === null) sendFile(exchange, join(folder, '404.html'), 404)
  else sendFile(exchange, file, 200)
}

function readPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/u, ''))
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

function newAddress({ slugOf }: Exchange, path: string): string | null {
  const [, id, slug] = /^\/a\/([a-z0-9]+)(?:\/([^/]*))?\/?(?:index\.html)?$/u.exec(path) ?? []
  if (id === undefined) return null
  const present = slugOf(id)
  if (present === null || present === slug) return null
  return `/a/${id}/${encodeURIComponent(present)}/`
}

function fileFor(folder: string, path: string): string | null {
  const root = existsSync(folder) ? realpathSync(folder) : folder
  let file = join(root, path)
  if (file !== root && !file.startsWith(root + sep)) return null
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
  if (!existsSync(file)) return null
  const real = realpathSync(file)
  return real.startsWith(root + sep) ? real : null
}

function sendFile({ request, response }: Exchange, file: string, status: number): void {
  if (!existsSync(file)) {
    response.writeHead(404, { ...headers, 'content-type': 'text/plain; charset=utf-8' }).end('Not here\n')
    return
  }
  const { size, mtimeMs } = statSync(file)
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ...headers, etag }).end()
    return
  }
  const type = types[extname(file)] ?? 'application/octet-stream'
  response.writeHead(status, { ...headers, 'content-type': type, 'content-length': size, etag })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

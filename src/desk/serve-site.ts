import { createReadStream, existsSync, realpathSync, statSync } from 'node:fs'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { contentPolicy, type Found, type Question } from '../publish/publish.ts'
import { createBoundedServer } from './bounded-server.ts'
import { openPacker, packingFor } from './packing.ts'

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

/** Answers differ by how they are packed: caches must know. */
const vary = 'accept-encoding'

/** What a served site asks the store. */
export type SiteAnswers = {
  /** The present slug of an article id, empty for one that stands at its id alone, or `null` for an unknown one. */
  slugOf(id: string): string | null
  /** Whether `search` has an answer; otherwise the page's script searches the files. */
  canSearch(): boolean
  search(question: Question): Found[] | null
}

/** A folder alone. */
const filesOnly: SiteAnswers = { slugOf: () => null, canSearch: () => false, search: () => null }

/** Longer queries are looked for in the files, by the browser that has them: each word costs this process time. */
const longestQuery = 200

/**
 * Serve a published site over HTTP. Only files inside `folder` are given, whatever the address says.
 *
 * An article's address with an old or missing slug is redirected to its page: only the id counts.
 * `search/find.json` answers a search; `search/index.json` says in a header when it does.
 */
export function serveSite(folder: string, answers: SiteAnswers = filesOnly): Server {
  return createBoundedServer((request, response) => {
    try {
      answer({ request, response, folder, answers })
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
  answers: SiteAnswers
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
  if (path === '/search/find.json') {
    sendFound(exchange)
    return
  }
  if (path === '/search/index.json' && exchange.answers.canSearch()) response.setHeader('waikan-search', 'find.json')
  const file = fileFor(folder, path)
  if (file === null && !existsSync(join(folder, 'index.html'))) sendWaiting(exchange)
  else if (file === null) sendFile(exchange, join(folder, '404.html'), 404)
  else sendFile(exchange, file, 200)
}

/** Before the first edition there is nothing to read: the page looks again by itself. */
function sendWaiting({ request, response }: Exchange): void {
  const body =
    '<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><meta http-equiv="refresh" content="3"><title>Waikan</title>' +
    '<p>还没有出过一期。waikan start 或 waikan run 编好第一期，本页便自动刷新。</p>' +
    '<p lang="en">There is no edition yet. As soon as waikan start or waikan run has made the first one, this page shows it.</p>'
  response.writeHead(503, {
    ...headers,
    'content-type': types['.html'],
    'retry-after': '3',
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function readPath(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/u, ''))
    return path.includes('\0') ? null : path
  } catch {
    return null
  }
}

function newAddress({ answers }: Exchange, path: string): string | null {
  const [, id, slug] = /^\/a\/([a-z0-9]+)(?:\/(?!index\.(?:html|json)$)([^/]*))?\/?(?:index\.html)?$/u.exec(path) ?? []
  if (id === undefined) return null
  const present = answers.slugOf(id)
  if (present === null || present === (slug ?? '')) return null
  return present === '' ? `/a/${id}/` : `/a/${id}/${encodeURIComponent(present)}/`
}

/** Status 404 while there is no answer, 414 for a query no reader types: the page's script then reads the files. */
function sendFound({ request, response, answers }: Exchange): void {
  const asked = new URL(request.url ?? '/', 'http://site').searchParams
  const value = (name: string): string => asked.get(name) ?? ''
  const query = value('q')
  const question = { query, source: value('source'), language: value('language'), week: value('week') }
  const found = query.length > longestQuery ? null : answers.search(question)
  const status = found !== null ? 200 : query.length > longestQuery ? 414 : 404
  const body = Buffer.from(JSON.stringify({ found: found ?? [] }))
  const type = 'application/json; charset=utf-8'
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': body.length,
    'cache-control': 'no-store',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
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
  const packing = packingFor(request, file, size)
  const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}-${packing}"`
  if (status === 200 && request.headers['if-none-match'] === etag) {
    response.writeHead(304, { ...headers, vary, etag }).end()
    return
  }
  const type = types[extname(file)] ?? 'application/octet-stream'
  const length = packing === 'identity' ? { 'content-length': size } : { 'content-encoding': packing }
  response.writeHead(status, { ...headers, 'content-type': type, ...length, vary, etag })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const parts = packing === 'identity' ? [] : [openPacker(packing)]
  // It takes the connection down where the file or the reader goes away; there is nobody else to tell.
  pipeline([createReadStream(file), ...parts, response], () => undefined)
}

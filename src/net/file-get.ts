import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { FetchError } from '../errors.ts'
import type { Url } from '../types.ts'
import { decodeBytes } from './charset.ts'
import type { Get, Got } from './get.ts'

/** What one address of the sample press answers: a file of its folder, and another one from the second visit on. */
type Entry = { file: string; contentType: string; second?: string; etag?: string; status?: number }

/**
 * Serve the sample press from its folder through the same decoding as the network: `press.json` says which file
 * answers which address. Unknown addresses are 404; the ETag is the hash of the bytes, and 304 comes back for it.
 *
 * @param visit from the second visit of an address on, its `second` file answers; `visit: 2` starts there
 * @throws {FetchError} from the returned function when a file of the manifest cannot be read
 */
export function createFileGet(folder: string, options: { visit?: 1 | 2; now?: () => number } = {}): Get {
  const manifest = JSON.parse(readFileSync(join(folder, 'press.json'), 'utf8')) as Record<Url, Entry>
  const now = options.now ?? ((): number => Date.now())
  return (url, ask) => {
    const entry = manifest[url] ?? manifest[url.replace(/#.*$/u, '')]
    const fetchedAt = new Date(now()).toISOString().replace(/\.\d+Z$/u, 'Z')
    const nothing = { url, redirects: [], fetchedAt, bytes: new Uint8Array(), text: '', charset: 'utf-8' }
    if (entry === undefined) return Promise.resolve({ ...nothing, status: 404, headers: {} })
    const bytes = readEntry(folder, { url, file: (options.visit === 2 ? entry.second : undefined) ?? entry.file })
    const etag = entry.etag ?? `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`
    const headers = { 'content-type': entry.contentType, etag }
    if (ask.etag === etag) return Promise.resolve({ ...nothing, status: 304, headers })
    const decoded = decodeBytes(bytes, { contentType: entry.contentType, kind: ask.kind })
    const got: Got = { ...nothing, ...decoded, bytes, status: entry.status ?? 200, headers }
    return Promise.resolve(got)
  }
}

function readEntry(folder: string, entry: { url: Url; file: string }): Uint8Array {
  const root = resolve(folder)
  const path = resolve(root, entry.file)
  if (!path.startsWith(root + sep)) {
    throw new FetchError(`Cannot read "${entry.url}": press.json names "${entry.file}", which is outside its folder`, {
      url: entry.url,
      retryable: false,
    })
  }
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new FetchError(`Cannot read "${entry.url}": the file "${path}" cannot be read`, {
      url: entry.url,
      retryable: false,
      cause,
    })
  }
}

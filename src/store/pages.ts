import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Page } from '../types.ts'
import type { Store } from './store.ts'

/** Keep a captured page as evidence, compressed, by content hash; one that is there is not written again. */
export function savePage(store: Store, page: Page): void {
  const path = pagePath(store, page.hash)
  if (existsSync(path)) return
  mkdirSync(dirname(path), { recursive: true })
  const temporary = `${path}.${process.pid}.tmp`
  const file = openSync(temporary, 'w')
  writeSync(file, gzipSync(JSON.stringify(page)))
  fsyncSync(file)
  closeSync(file)
  renameSync(temporary, path)
}

/** A captured page by its content hash, or `null`. */
export function loadPage(store: Store, hash: string): Page | null {
  const path = pagePath(store, hash)
  return existsSync(path) ? (JSON.parse(gunzipSync(readFileSync(path)).toString('utf8')) as Page) : null
}

function pagePath(store: Store, hash: string): string {
  return join(store.folder, 'pages', hash.slice(0, 2), `${hash}.json.gz`)
}

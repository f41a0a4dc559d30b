import type { Url } from '../types.ts'
import type { Store } from './store.ts'
import { readRow } from './stored-json.ts'

/** What a site's file said: status and text of the answer, to be believed until then, in milliseconds since 1970. */
type SiteFile = { status: number; text: string; until: number }
/** `reach`: the private hosts that the request might go to; what it heard there is told to no other. */
type FileName = { reach: string; url: Url }

// The bounds of what is kept in memory, robots.txt and the TDM file together (ADR 261).
const defaultMaxBytes = 24_000_000
// A row that says nothing: its names, its place in table and indexes.
const bytesOfNothing = 600
/** Above the bound so much of it is left: room is made rarely. */
const left = 0.9
const longestMs = 86_400_000

/**
 * What sites said in robots.txt and in the TDM file, kept over the end of the process: the next `waikan run` of a cron table asks
 * no site anew that was asked today. When it is no more to be believed it goes; so do, above `maxBytes`, those first that were
 * asked for longest ago, of those above the middle size.
 *
 * @param now milliseconds since 1970
 */
export function storedSiteFiles(
  store: Store,
  { now = Date.now, maxBytes = defaultMaxBytes }: { now?: () => number; maxBytes?: number } = {},
): { get(name: FileName): SiteFile | undefined; set(name: FileName, file: SiteFile): void } {
  const { db } = store
  // At most what is there: an entry that takes the place of another is counted twice until room is made.
  let bytes = sizeOf(store)
  return {
    get({ reach, url }) {
      const row = db.prepare('SELECT until, data FROM site_file WHERE reach = ? AND url = ?').get(reach, url)
      if (row === undefined) return undefined
      const said = readRow<Omit<SiteFile, 'until'>>(row.data, 'site_file', url)
      return said === null ? undefined : { ...said, until: Number(row.until) }
    },
    set({ reach, url }, { until, ...said }) {
      const data = JSON.stringify(said)
      const size = data.length + reach.length + url.length + bytesOfNothing
      store.transaction(() => {
        // What is believed for more than a day was kept by a clock that was ahead.
        db.prepare('DELETE FROM site_file WHERE until <= ? OR until > ?').run(now(), now() + longestMs)
        db.prepare('INSERT OR REPLACE INTO site_file (reach, url, until, bytes, data) VALUES (?, ?, ?, ?, ?)').run(
          reach,
          url,
          until,
          size,
          data,
        )
        bytes += size
        if (bytes > maxBytes) bytes = makeRoom(store, maxBytes)
      })
    },
  }
}

function sizeOf({ db }: Store): number {
  return Number(db.prepare('SELECT TOTAL(bytes) AS bytes FROM site_file').get()?.bytes)
}

/** Gives how much is left. */
function makeRoom(store: Store, maxBytes: number): number {
  let bytes = sizeOf(store)
  if (bytes <= maxBytes) return bytes
  const oldest = store.db.prepare(
    `DELETE FROM site_file WHERE rowid =
       (SELECT rowid FROM site_file WHERE bytes >= (SELECT AVG(bytes) FROM site_file) ORDER BY until LIMIT 1)
     RETURNING bytes`,
  )
  while (bytes > maxBytes * left) bytes -= Number(oldest.get()?.bytes ?? bytes)
  return bytes
}

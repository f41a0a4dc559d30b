import type { Store } from './store.ts'

/**
 * Until when a host asked to be left alone, in milliseconds since 1970, kept over the end of the process: the next
 * `waikan run` of a cron table must obey a `Retry-After` that the last one got.
 */
export function storedHolds({ db }: Store): {
  get(host: string): number | undefined
  set(host: string, until: number): void
} {
  return {
    get(host) {
      const row = db.prepare('SELECT until FROM host_hold WHERE host = ?').get(host)
      return row === undefined ? undefined : Number(row.until)
    },
    set(host, until) {
      db.prepare('INSERT INTO host_hold VALUES (?, ?) ON CONFLICT DO UPDATE SET until = excluded.until').run(
        host,
        until,
      )
    },
  }
}

import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const mark = 'withdrawn-'

/** A withdrawal that the store had no room for. */
export type NotedWithdrawal = { id: string; reason: string | null }

/**
 * Take the pages of an article off the site without a byte of room, and note in the press folder that it is withdrawn: its
 * folder is renamed, which is the note, and then emptied.
 *
 * @returns `false` where nothing is noted: it has no pages, or only those that say that it was withdrawn
 */
export function noteWithdrawal(press: string, { id, reason }: NotedWithdrawal): boolean {
  const place = join(press, 'site', 'a', id)
  const twin = join(place, 'index.json')
  if (!/^[a-z\d]+$/u.test(id)) return false
  if (!existsSync(twin)) return existsSync(join(press, mark + id))
  if (!('article' in JSON.parse(readFileSync(twin, 'utf8')))) return false
  const note = join(press, mark + id)
  forgetNote(press, id)
  renameSync(place, note)
  for (const name of globSync('*', { cwd: note })) rmSync(join(note, name), { recursive: true })
  if (reason !== null) writeReason(note, reason)
  return true
}

/** Withdrawals that wait in the press folder for room in the store. */
export function notedWithdrawals(press: string): NotedWithdrawal[] {
  return globSync(`${mark}*`, { cwd: press }).map((name) => {
    const reason = join(press, name, 'reason')
    return { id: name.slice(mark.length), reason: existsSync(reason) ? readFileSync(reason, 'utf8') : null }
  })
}

/** The store knows of it now. */
export function forgetNote(press: string, id: string): void {
  rmSync(join(press, mark + id), { recursive: true, force: true })
}

function writeReason(note: string, reason: string): void {
  try {
    writeFileSync(join(note, 'reason'), reason)
  } catch {
    // What was deleted left no room: the note stands without its reason.
    rmSync(join(note, 'reason'), { force: true })
  }
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Surety } from './write-files.ts'
import type { PublishInput } from './publish-input.ts'

/** What a run has before it: `everything` when no file can be taken for granted, `empty` when the manifest names none. */
export type Plan = { everything: boolean; empty: boolean; surety: Surety }

/** Notice what makes everything out of date, and how files are to be written. */
export function prepare({ site, shelf, folder, full, compress, now }: PublishInput): Plan {
  const sources = shelf.sources()
  // What was learnt since the last run is of new articles: the others are not printed again for it.
  const settings = JSON.stringify(sources, (name, value: unknown) => (name === 'learned' ? undefined : value))
  const version = hash(JSON.stringify([templateVersion(shelf, import.meta.dirname), site, settings, compress === true]))
  const place = resolve(folder)
  const begun = shelf.note('folder') === place && shelf.note('fresh') === 'yes' && existsSync(join(folder, '.waikan'))
  const lost = (shelf.note('folder') !== place || !existsSync(join(folder, 'index.html')) || crashed(shelf)) && !begun
  const everything = full === true || lost || shelf.note('version') !== version
  shelf.transaction(() => {
    shelf.markExpired(now)
    if (!everything) return
    if (lost) shelf.forgetFiles()
    // All of it is listed again, and another version may mean something else by a step.
    shelf.forgetWork()
    shelf.markAllDirty()
    shelf.setNote('folder', place)
    shelf.setNote('version', version)
    shelf.setNote('fresh', existsSync(join(folder, 'index.html')) ? 'no' : 'yes')
    shelf.setNote('unsynced', machineStart())
    if (compress) shelf.setNote('twins', 'yes')
    // Kept until the run has settled every article: a crash in between must not forget that this was a full one.
    shelf.setNote('everything', 'yes')
    shelf.setNote('search', 'no')
  })
  const unsynced = shelf.note('unsynced') ?? 'no'
  const unread = shelf.note('fresh') === 'yes' && !existsSync(join(folder, 'index.html'))
  const surety = unsynced === 'no' ? 'each' : unread ? 'fresh' : 'end'
  return { everything: everything || shelf.note('everything') === 'yes', empty: everything && lost, surety }
}

/**
 * Bring all files of a full run to the disk at once, at its end: one by one they took a third of its time.
 *
 * Until then a note says so. When the machine went down meanwhile, what the manifest says is not to be trusted, and the
 * next run makes everything anew; a killed process loses nothing, its files are with the system.
 */
export function bringToDisk({ shelf, folder }: PublishInput, { surety }: Plan): void {
  if (surety === 'each') return
  // `sync -f` is syncfs(2) of GNU and busybox; elsewhere each file is asked for.
  if (spawnSync('sync', ['-f', folder], { stdio: 'ignore' }).status !== 0) syncOneByOne(shelf.files(''), folder)
  shelf.transaction(() => {
    shelf.setNote('unsynced', 'no')
    shelf.setNote('fresh', 'no')
  })
}

function syncOneByOne(paths: Iterable<string>, folder: string): void {
  for (const path of paths) {
    const handle = openSync(join(folder, path), 'r+')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }
}

/** Whether the machine went down before the files of a full run were on the disk. */
function crashed(shelf: PublishInput['shelf']): boolean {
  const since = shelf.note('unsynced') ?? 'no'
  return since !== 'no' && since !== machineStart()
}

/** A name of this start of the machine; where it has none, every run takes the last one for lost. */
function machineStart(): string {
  const known = '/proc/sys/kernel/random/boot_id'
  return existsSync(known) ? readFileSync(known, 'utf8').trim() : `process ${process.pid}`
}

/**
 * Hash of the code that makes the pages, in a folder: a template that is edited is a new version without anybody counting.
 *
 * Reading all of it took a tenth of the publishing of one article, so it is read again only when a file is another one.
 * Whether it is, its change time says: unlike the modification time, which packages set to one day for all their
 * versions, no program can choose it.
 */
export function templateVersion(shelf: Pick<PublishInput['shelf'], 'note' | 'setNote'>, folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|jsx?|json|css|svg)$/u.test(name) && !/\.test\.|\.d\.ts$/u.test(name))
    .sort()
  const stamp = hash(names.map((name) => `${name} ${stampOf(join(folder, name))}`).join('\n'))
  const [known, version] = (shelf.note('code') ?? '').split(' ')
  if (known === stamp && version) return version
  const code = createHash('sha256')
  for (const name of names)
    code
      .update(`${name}\0`)
      .update(readFileSync(join(folder, name)))
      .update('\0')
  const fresh = code.digest('hex').slice(0, 16)
  shelf.setNote('code', `${stamp} ${fresh}`)
  return fresh
}

function stampOf(file: string): string {
  const { ino, size, ctimeMs } = statSync(file)
  return `${ino} ${size} ${ctimeMs}`
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

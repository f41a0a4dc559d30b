import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { openSameWords, type SameWords } from './same-words.ts'
import { unpack } from './search/pack.ts'
import { eachRun, enough, piecesOf, type Piece } from './word-runs.ts'

/** Texts of an article of which at most so many UTF-16 units may stand in the site: none where it was taken back. */
export type Guarded = { id: string; texts: string[]; most: number }

/**
 * More of an article stands in a group of files than may: `path` is the one with most of it, `words` the first run of eight
 * there, as that file has them, `units` how much in all, each place once whatever number of revisions hold it.
 */
export type Leak = { id: string; path: string; words: string; units: number }

/** Runs that are looked for in one reading of the site: some 150 MB. */
const mostRuns = 1_000_000

/**
 * Read every file of a site, packed and compressed ones too, and find where more stands of guarded texts than may.
 *
 * It knows nothing of how pages are made. Counted are runs of eight words and more (see `enough`); markup inside a
 * sentence does not hide them. What an article's own files and those of all (lists, feeds, search) show counts together;
 * the page of another article may quote the same words, and counts by itself.
 *
 * @param words how many in a row are looked for
 * @throws {Error} when a packed file cannot be unpacked, with its path
 */
export function scanSite(folder: string, guarded: Iterable<Guarded>, words = 8): Leak[] {
  const leaks: Leak[] = []
  const least = (words * enough) / 8
  let runs = openRuns(least)
  for (const one of guarded) {
    runs.guard(one)
    if (runs.size() < mostRuns) continue
    leaks.push(...scanFor(folder, runs))
    runs = openRuns(least)
  }
  return [...leaks, ...scanFor(folder, runs)]
}

function scanFor(folder: string, runs: Runs): Leak[] {
  if (runs.size() === 0) return []
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.(?:html|json|xml|txt|gz|br)$/u.test(path) || /cards\/\d+\.bin$|facts\.bin$/u.test(path))
      runs.meet(path, piecesOf(plain(path, readText(join(folder, path)))))
  }
  return runs.leaks()
}

type Runs = ReturnType<typeof openRuns>
type Text = { guarded: Guarded; pieces: Piece[]; same: SameWords }
/** Runs of a text that stand in one file: how many, and the first of them as the file has it. */
type InFile = { path: string; runs: number; words: string }
/** Which pieces of a text stand in a group of files, the file that is being read, and the one with most runs. */
type Shown = { text: Text; pieces: Set<number>; here: InFile; most: InFile }

const nowhere: InFile = { path: '', runs: 0, words: '' }

function openRuns(least: number) {
  const texts: Text[] = []
  const places = new Map<number, { text: number; from: number; to: number }[]>()
  const shown = new Map<string, Shown>()
  return {
    size: () => places.size,
    guard(guarded: Guarded) {
      const pieces = guarded.texts.flatMap(piecesOf)
      const same = openSameWords(pieces.length)
      const text = texts.push({ guarded, pieces, same }) - 1
      eachRun(
        pieces,
        (run, from, to) => {
          const known = places.get(run)
          const last = known?.at(-1)
          // What a text says twice counts once, as what a later revision says again.
          if (last?.text === text) same.join(last.from, { from, to })
          else if (known) known.push({ text, from, to })
          else places.set(run, [{ text, from, to }])
        },
        least,
      )
    },
    meet(path: string, pieces: Piece[]) {
      eachRun(
        pieces,
        (run, start, end) => {
          for (const { text, ...place } of places.get(run) ?? []) {
            const met = texts[text]
            if (!met) continue
            const name = `${text} ${groupOf(path, met.guarded.id)}`
            const one = shown.get(name) ?? { text: met, pieces: new Set<number>(), here: nowhere, most: nowhere }
            shown.set(name, one)
            if (one.here.path !== path) one.here = { path, runs: 0, words: wordsAt(pieces, start, end) }
            addRun(one, place)
          }
        },
        least,
      )
    },
    leaks: () => [...shown.values()].flatMap(leakOf),
  }
}

function addRun(one: Shown, { from, to }: { from: number; to: number }): void {
  one.here.runs++
  if (one.here.runs > one.most.runs) one.most = one.here
  for (let at = from; at < to; at++) one.pieces.add(at)
}

/** Words as they stand in a file, without the signs between them. */
function wordsAt(pieces: Piece[], from: number, to: number): string {
  const run = pieces.slice(from, to)
  return run.map(({ text, start }, at) => (at > 0 && run[at - 1]?.end !== start ? ' ' : '') + text).join('')
}

/** Compressed twins are copies: they count by themselves, as the page of another article does. */
function groupOf(path: string, id: string): string {
  const [, compressed = ''] = /(\.(?:gz|br))$/u.exec(path) ?? []
  const [, other] = /^a\/([^/]+)\//u.exec(path) ?? []
  return compressed + (other === undefined || other === id ? '' : other)
}

function leakOf({ text: { guarded, pieces, same }, pieces: met, most }: Shown): Leak[] {
  const shown = new Set(Array.from(met, same.firstOf))
  const counted = new Map<number, number>()
  for (const at of met) {
    const first = same.firstOf(at)
    const units = unitsOf(pieces, at, shown.has(same.firstOf(at + 1)))
    counted.set(first, Math.max(counted.get(first) ?? 0, units))
  }
  const units = [...counted.values()].reduce((sum, one) => sum + one, 0)
  return units > guarded.most ? [{ id: guarded.id, path: most.path, words: most.words, units }] : []
}

/** A word and, where the next one of its text is shown too, what stands between them. */
function unitsOf(pieces: Piece[], at: number, isNextShown: boolean): number {
  const [piece, next] = [pieces[at], pieces[at + 1]]
  if (!piece) return 0
  return (next && isNextShown && next.start >= piece.end ? next.start : piece.end) - piece.start
}

function readText(path: string): string {
  const bytes = readFileSync(path)
  try {
    return unpacked(path, bytes).toString()
  } catch (cause) {
    throw new Error(`Cannot scan "${path}": it does not unpack; waikan run publish --full makes it anew`, { cause })
  }
}

function unpacked(path: string, bytes: Buffer): Buffer {
  if (path.endsWith('.br')) return brotliDecompressSync(bytes)
  if (path.endsWith('.bin')) return unpack(bytes)
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes
}

/** Text without markup: signs that stand for others twice over, as RSS has them. */
function plain(path: string, text: string): string {
  if (/\.(?:json|bin)(?:\.gz|\.br)?$/u.test(path)) return text.replace(/\\[nt"\\]/gu, ' ')
  const bare = text.replace(/<\/?(?:em|strong|mark|b|i)\b[^>]*>/gu, '').replace(/<[^>]*>/gu, ' ')
  return decode(decode(bare))
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

function decode(text: string): string {
  return text
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos|nbsp);/gu, (_, name: string) => named[name] ?? ' ')
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { unpack } from './search/pack.ts'
import { eachRun, enough, piecesOf, type Piece } from './word-runs.ts'

/** Texts of an article of which at most so many UTF-16 units may stand in the site: none where it was taken back. */
export type Guarded = { id: string; texts: string[]; most: number }

/** A file in which more of an article stands than may: `words` is the first run of eight, `units` how much in all. */
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
type Text = { guarded: Guarded; pieces: Piece[] }
/** Which pieces of a text stand in a group of files, and the file that showed them last. */
type Shown = { text: Text; pieces: Set<number>; path: string; first: number }

function openRuns(least: number) {
  const texts: Text[] = []
  const places = new Map<number, { text: number; from: number; to: number }[]>()
  const shown = new Map<string, Shown>()
  return {
    size: () => places.size,
    guard(guarded: Guarded) {
      const pieces = guarded.texts.flatMap(piecesOf)
      const text = texts.push({ guarded, pieces }) - 1
      eachRun(
        pieces,
        (run, from, to) => {
          const known = places.get(run)
          // What a text says twice counts once.
          if (known?.some((one) => one.text === text)) return
          if (known) known.push({ text, from, to })
          else places.set(run, [{ text, from, to }])
        },
        least,
      )
    },
    meet(path: string, pieces: Piece[]) {
      eachRun(
        pieces,
        (run) => {
          for (const { text, from, to } of places.get(run) ?? []) {
            const met = texts[text]
            if (!met) continue
            const name = `${text} ${groupOf(path, met.guarded.id)}`
            const one = shown.get(name) ?? { text: met, pieces: new Set<number>(), path, first: from }
            shown.set(name, one)
            one.path = path
            for (let at = from; at < to; at++) one.pieces.add(at)
          }
        },
        least,
      )
    },
    leaks: () => [...shown.values()].flatMap(leakOf),
  }
}

/** Compressed twins are copies: they count by themselves, as the page of another article does. */
function groupOf(path: string, id: string): string {
  const [, compressed = ''] = /(\.(?:gz|br))$/u.exec(path) ?? []
  const [, other] = /^a\/([^/]+)\//u.exec(path) ?? []
  return compressed + (other === undefined || other === id ? '' : other)
}

function leakOf({ text: { guarded, pieces }, pieces: met, path, first }: Shown): Leak[] {
  const units = [...met].reduce((sum, at) => sum + unitsOf(pieces, at, met), 0)
  if (units <= guarded.most) return []
  const words = pieces.slice(first, first + 13).map(({ text }) => text)
  return [{ id: guarded.id, path, words: words.join(' '), units }]
}

/** A word and, where the next one of its text is shown too, what stands between them. */
function unitsOf(pieces: Piece[], at: number, met: Set<number>): number {
  const [piece, next] = [pieces[at], pieces[at + 1]]
  if (!piece) return 0
  return (next && met.has(at + 1) && next.start >= piece.end ? next.start : piece.end) - piece.start
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

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { unpack } from './search/pack.ts'

/** A run of withheld words found in a file of the site. */
export type Leak = { path: string; words: string }

/**
 * Look through a whole site for runs of `run` words of withheld texts; Han, kana and Hangul count letter by letter.
 *
 * Markup inside a sentence does not hide it: tags and entities are taken off before words are compared.
 *
 * @param withheld texts that must not be there, as passages of withdrawn articles
 * @param run how many words in a row are a leak; 8 by default
 */
export function scanWithheld(folder: string, withheld: string[], run = 8): Leak[] {
  const runs = new Set(withheld.flatMap((text) => runsOf(text, run)))
  if (runs.size === 0) return []
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:html|json|xml|txt|bin|gz|br)$/u.test(path),
  )
  return paths.flatMap((path) => {
    const found = runsOf(plain(readText(join(folder, path))), run).find((words) => runs.has(words))
    return found === undefined ? [] : [{ path, words: found }]
  })
}

/** The text of a file; compressed twins and the cards of the search index are unpacked. */
function readText(path: string): string {
  const bytes = readFileSync(path)
  if (path.endsWith('.br')) return brotliDecompressSync(bytes).toString()
  if (path.endsWith('.bin')) return unpack(bytes).toString()
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
}

function runsOf(text: string, run: number): string[] {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{Script=Han}|[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(' '))
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(?:amp|lt|gt|quot);/gu, ' ')
    .replace(/\\[nt]/gu, ' ')
}

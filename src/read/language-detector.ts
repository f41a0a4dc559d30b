import { readFileSync } from 'node:fs'

/** What eld says of a text: a language of ISO 639-1, `''` for none, and whether it is sure. */
export type Detected = { language: string; isReliable: () => boolean }
export type Detector = { detect: (text: string) => Detected }

type Eld = { createEld: () => { instance: Detector; loadData: (table: object) => void } }

/** How many groups of letters the table of eld 2.1 has; fewer mean that its file is written in another way. */
const fewestGroups = 40_000

/**
 * The detector of eld with its smallest table, which it is handed in a compact form.
 *
 * Its own entry imports the table as a program of one object with 50,000 others in it: that takes 170 ms, 42 MB to parse
 * and 29 MB to keep. Read as text it takes 40 ms and 5 MB, and eld asks it as it would ask its own; see ADR 137.
 */
export async function loadDetector(): Promise<Detector> {
  const entry = import.meta.resolve('eld/extrasmall')
  const { createEld } = (await import(new URL('../languageDetector.js', entry).href)) as Eld
  const { instance, loadData } = createEld()
  loadData(readTable(readFileSync(new URL('../ngrams/extrasmall.js', entry), 'utf8')))
  return instance
}

/**
 * Read `{type:'…',languages:{0:'am',…},ngrams:{'abc':{0:176,…},…}}`.
 *
 * @throws {SyntaxError} when the file is written in another way
 */
function readTable(source: string): object {
  const [head = '', body = ''] = source.split('ngrams:{', 2)
  const languages = Object.fromEntries([...head.matchAll(/(\d+):'(\w+)'/gu)].map(([, at, language]) => [at, language]))
  const scores: number[] = []
  const places = new Map<string, { from: number; to: number }>()
  const group = /(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([^'",{}:]+)):\{([\d:,]*)\}/gu
  for (const [, single, double, bare = '', said = ''] of body.matchAll(group)) {
    const from = scores.length
    for (const score of said.split(/[:,]/u)) scores.push(Number(score))
    places.set((single ?? double ?? bare).replace(/\\(.)/gu, '$1'), { from, to: scores.length })
  }
  if (places.size < fewestGroups)
    throw new SyntaxError(
      `Cannot read the table of eld: found ${places.size} groups of letters, expected 40,000 or more`,
    )
  const packed = Uint8Array.from(scores)
  const scoresOf = (letters: string): Record<number, number> | undefined => {
    const place = places.get(letters)
    if (!place) return undefined
    const found: Record<number, number> = {}
    for (let at = place.from; at < place.to; at += 2) found[packed[at] ?? 0] = packed[at + 1] ?? 0
    return found
  }
  return { type: 'XS60', languages, ngrams: new Proxy({}, { get: (_, letters) => scoresOf(String(letters)) }) }
}

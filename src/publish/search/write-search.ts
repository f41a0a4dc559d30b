import { existsSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { limitToRights } from '../rights.ts'
import type { SiteFile } from '../write-files.ts'
import { articleFolder, type Printer } from '../write-out.ts'
import { blockSize } from './blocks.ts'

/** One article of a search block: link, headline, day, source, language, and the text that may be searched. */
export type SearchCard = [path: string, headline: string, day: string, source: string, language: string, text: string]

/** The script of the search page: compiled in `dist`, stripped of its types in a checkout. */
export function writeSearchAssets(): SiteFile[] {
  const compiled = join(import.meta.dirname, 'browser.js')
  const source = join(import.meta.dirname, 'browser.ts')
  const body = existsSync(compiled)
    ? readFileSync(compiled, 'utf8')
    : stripTypeScriptTypes(readFileSync(source, 'utf8'))
  return [{ path: 'search.js', body }]
}

/** A block of articles to search, and the list of blocks. Only what the rights let us print can be found. */
export function writeSearchBlock(block: number, { shelf, sources, now }: Printer): SiteFile[] {
  const members = shelf.members('', block * blockSize, (block + 1) * blockSize)
  const cards = members.flatMap(({ entry }): SearchCard[] => {
    const publication = shelf.publication(entry.id)
    const source = sources.get(entry.sourceId)
    if (!publication || !source) return []
    const { article, review } = limitToRights(publication, source, now)
    const texts = [
      ...(review?.claims.map((claim) => claim.text) ?? []),
      article.standfirst ?? '',
      article.authors.join(' '),
      ...article.passages.map((passage) => passage.text),
    ]
    return [
      [
        articleFolder(entry),
        entry.headline,
        entry.sortedAt.slice(0, 10),
        source.name,
        entry.language ?? '',
        texts.join('\n'),
      ],
    ]
  })
  const blocks = Math.ceil(shelf.lengthOf('') / blockSize)
  return [
    { path: `search/${block}.json`, body: `${JSON.stringify(cards)}\n` },
    { path: 'search/index.json', body: `${JSON.stringify({ blocks })}\n` },
  ]
}

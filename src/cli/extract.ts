import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { ConfigError, DocumentError } from '../errors.ts'
import { createExtractor } from '../read/extract-in-worker.ts'
import type { ArticleText, Page } from '../types.ts'
import { allowOption, lookConfigOption } from './options.ts'
import { filterJsonLines } from './json-lines.ts'
import { readDocument } from './read-document.ts'
import { redactUrl } from '../text/redact-url.ts'

type ExtractOptions = {
  jsonl?: boolean
  markdown?: boolean
  explain?: boolean
  url?: string
  allow: string[]
  config?: string
}

/** `waikan extract`: one page to an article. */
export function addExtract(program: Command): void {
  program
    .command('extract')
    .description('one page to an article, as JSON or Markdown; a filter with --jsonl')
    .argument('[page]', 'a file or an address')
    .option('--jsonl', 'read {id,url,html} or {id,url,base64,contentType} lines, print one article a line')
    .option('--markdown', 'print Markdown instead of JSON')
    .option('--explain', 'print what was removed and by which rule')
    .option('--url <address>', 'the address of a page given as a file')
    .addOption(allowOption())
    .addOption(lookConfigOption())
    .action(async (page: string | undefined, options: ExtractOptions) => {
      // In a thread with limits: one hostile page must not stop the others.
      const extractor = createExtractor()
      if (options.jsonl) {
        const failed = await filterJsonLines({ input: process.stdin, output: process.stdout }, async (line) =>
          extractor.extract(await pageOfLine(line), null),
        )
        if (failed > 0) process.exitCode = 1
        return extractor.close()
      }
      if (page === undefined) throw new ConfigError('Cannot extract nothing: expected a file, an address or --jsonl')
      const article = await extractor.extract(await openPage(page, options), null).finally(extractor.close)
      process.stdout.write(
        options.explain
          ? explain(article)
          : options.markdown
            ? toMarkdown(article)
            : `${JSON.stringify(article, null, 2)}\n`,
      )
    })
}

// What only bytes and addresses need is loaded with them: a filter of decoded pages starts in half the time without it.
const app = () => import('../app.ts')

async function pageOfLine(line: Record<string, unknown>): Promise<Page> {
  const url = typeof line.url === 'string' ? line.url : 'https://page.invalid/'
  if (typeof line.html === 'string') return asPage(url, line.html)
  if (typeof line.base64 !== 'string')
    throw new TypeError('Cannot read the line: it has neither "html" nor "base64", expected one of them')
  const contentType = typeof line.contentType === 'string' ? line.contentType : null
  const { decodeDocument } = await app()
  const { text, charset } = decodeDocument(Buffer.from(line.base64, 'base64'), { contentType, kind: 'page' })
  return { ...asPage(url, text), charset, contentType }
}

async function openPage(page: string, options: ExtractOptions): Promise<Page> {
  if (/^https?:\/\//iu.test(page)) {
    const { lookGet } = await app()
    const got = await lookGet(options.allow, options.config)(page, { kind: 'page', own: [page] })
    if (got.status !== 200)
      throw new DocumentError(`Cannot read page "${redactUrl(page)}": server answered ${got.status}, expected 200`)
    return { ...asPage(got.url, got.text), charset: got.charset, contentType: got.headers['content-type'] ?? null }
  }
  if (!existsSync(page))
    throw new ConfigError(
      `Cannot read page "${page}": there is no such file, expected a file, or an address with http:// or https://`,
    )
  const bytes = readDocument(page)
  // What a browser would open as a document of another kind is no page.
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
    throw new DocumentError(`Cannot read page "${redactUrl(page)}": it is a PDF, expected HTML`)
  const { decodeDocument } = await app()
  const { text, charset } = decodeDocument(bytes, { contentType: null, kind: 'page' })
  return { ...asPage(options.url ?? pathToFileURL(page).href, text, page), charset }
}

// The root of a document in RSS, Atom or RDF, or the first member of a JSON feed.
const feedBeginning =
  /^\s*(?:(?:<\?(?:[^?]|\?(?!>)){0,2000}\?>|<!--(?:[^-]|-(?!->)){0,5000}-->|<!DOCTYPE[^>]{0,2000}>)\s*){0,20}<(?:rss|feed|rdf:RDF)[\s>]|^\s*\{\s*"version"\s*:\s*"https?:\/\/jsonfeed\.org\//iu

/** @throws {DocumentError} for a feed, which has no article of its own */
function asPage(url: string, html: string, name = url): Page {
  if (feedBeginning.test(html.slice(0, 20_000)))
    throw new DocumentError(
      `Cannot read page "${redactUrl(name)}": it is a feed, expected the page of an article; print its items with "waikan parse-feed", follow it with "waikan sources add"`,
    )
  return { url, html, contentType: null, charset: 'utf-8', hash: '', fetchedAt: new Date(0).toISOString() }
}

function explain(article: ArticleText): string {
  const removed = article.residue.map(
    (one) => `${one.step}\t${one.rule}\t${one.text.replace(/\s+/gu, ' ').slice(0, 160)}`,
  )
  const signs = article.completeness.signs.map((sign) => `${sign.code}\t${sign.detail}`)
  return [
    '# removed: step, rule, text',
    ...removed,
    `# completeness: ${article.completeness.verdict}`,
    ...signs,
    '',
  ].join('\n')
}

const prefixes = {
  paragraph: '',
  heading: '## ',
  quote: '> ',
  'list-item': '- ',
  'table-row': '| ',
  verse: '',
} as const

function toMarkdown(article: ArticleText): string {
  const body = article.passages.map((passage) => prefixes[passage.kind] + passage.text)
  return [`# ${article.headline}`, ...(article.standfirst ? [`*${article.standfirst}*`] : []), ...body, ''].join('\n\n')
}

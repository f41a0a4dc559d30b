import type { Command } from 'commander'
import { readFileSync } from 'node:fs'
import { decodeDocument, networkGet } from '../app.ts'
import { describeFeed, parseFeed } from '../collect/parse-feed.ts'
import { parseConfig } from '../config.ts'
import { filterJsonLines } from './json-lines.ts'

type ParseFeedOptions = { jsonl?: boolean; url: string; allow: string[] }

/** `waikan parse-feed`: one feed to its items. */
export function addParseFeed(program: Command): void {
  program
    .command('parse-feed')
    .description('one feed to its items as JSON; a filter with --jsonl')
    .argument('[feed]', 'a file or an address')
    .option('--jsonl', 'read {id,url,headers,base64} lines, print {id,feed,items} lines')
    .option('--url <address>', 'the address of a feed given as a file', 'https://feed.invalid/')
    .option('--allow <host...>', 'hosts on private addresses that may be fetched', [])
    .action(async (feed: string | undefined, options: ParseFeedOptions) => {
      if (options.jsonl) {
        if ((await filterJsonLines(process.stdin, process.stdout, parseLine)) > 0) process.exitCode = 1
        return
      }
      if (feed === undefined) throw new TypeError('Cannot parse nothing: expected a file, an address or --jsonl')
      process.stdout.write(`${JSON.stringify(await openFeed(feed, options), null, 2)}\n`)
    })
}

function parseLine(line: Record<string, unknown>): unknown {
  if (typeof line.base64 !== 'string')
    throw new TypeError('Cannot read the line: "base64" is missing, expected the bytes of a feed')
  const contentType = headerOf(line.headers, 'content-type')
  const { text } = decodeDocument(Buffer.from(line.base64, 'base64'), { contentType, kind: 'feed' })
  const location = headerOf(line.headers, 'content-location')
  const base = typeof line.url === 'string' ? line.url : 'https://feed.invalid/'
  const url = location === null ? base : (URL.parse(location, base)?.href ?? base)
  return describeFeed(parseFeed({ url, text, contentType, language: headerOf(line.headers, 'content-language') }))
}

function headerOf(headers: unknown, name: string): string | null {
  if (headers === null || typeof headers !== 'object') return null
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)
  return typeof found?.[1] === 'string' ? found[1] : null
}

async function openFeed(feed: string, options: ParseFeedOptions): Promise<unknown> {
  if (/^https?:\/\//iu.test(feed)) {
    const config = parseConfig('', 'defaults')
    const got = await networkGet({ ...config, net: { ...config.net, allow: options.allow } })(feed, { kind: 'feed' })
    if (got.status !== 200)
      throw new TypeError(`Cannot read feed "${feed}": server answered ${got.status}, expected 200`)
    return describeFeed(parseFeed({ url: got.url, text: got.text, contentType: got.headers['content-type'] ?? null }))
  }
  const { text } = decodeDocument(readFileSync(feed), { contentType: null, kind: 'feed' })
  return describeFeed(parseFeed({ url: options.url, text, contentType: null }))
}

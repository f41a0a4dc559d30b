import type { Command } from 'commander'
import { existsSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { decodeDocument, lookGet } from '../app.ts'
import { baseAddress } from '../collect/base-address.ts'
import { describeFeed } from '../collect/parse-feed.ts'
import { createFeedParser, type FeedParser } from '../collect/parse-in-worker.ts'
import { ConfigError, DocumentError } from '../errors.ts'
import { allowOption, lookConfigOption } from './options.ts'
import { filterJsonLines } from './json-lines.ts'
import { readDocument } from './read-document.ts'
import { redactUrl } from '../text/redact-url.ts'

type ParseFeedOptions = { jsonl?: boolean; url: string; allow: string[]; config?: string }

/** `waikan parse-feed`: one feed to its items. */
export function addParseFeed(program: Command): void {
  program
    .command('parse-feed')
    .description('one feed to its items as JSON; a filter with --jsonl')
    .argument('[feed]', 'a file or an address')
    .option('--jsonl', 'read {id,url,headers,base64} lines, print {id,feed,items} lines')
    .option('--url <address>', 'the address of a feed given as a file', 'https://feed.invalid/')
    .addOption(allowOption())
    .addOption(lookConfigOption())
    .action(async (feed: string | undefined, options: ParseFeedOptions) => {
      // In a thread with limits: one hostile line must not stop the others.
      const parser = createFeedParser()
      if (options.jsonl) {
        const failed = await filterJsonLines({ input: process.stdin, output: process.stdout }, (line) =>
          parseLine(line, parser),
        )
        if (failed > 0) process.exitCode = 1
      } else {
        if (feed === undefined) throw new ConfigError('Cannot parse nothing: expected a file, an address or --jsonl')
        process.stdout.write(`${JSON.stringify(await openFeed(feed, { ...options, parser }), null, 2)}\n`)
      }
      await parser.close()
    })
}

async function parseLine(line: Record<string, unknown>, parser: FeedParser): Promise<unknown> {
  if (typeof line.base64 !== 'string')
    throw new TypeError('Cannot read the line: "base64" is missing, expected the bytes of a feed')
  const contentType = headerOf(line.headers, 'content-type')
  const bytes = unzipped(Buffer.from(line.base64, 'base64'))
  const { text } = decodeDocument(bytes, { contentType, kind: 'feed' })
  const location = headerOf(line.headers, 'content-location')
  const asked = typeof line.url === 'string' ? line.url : 'https://feed.invalid/'
  const url = baseAddress(asked, location === null ? {} : { 'content-location': location })
  const language = headerOf(line.headers, 'content-language')
  return describeFeed(await parser.parse({ url, text, contentType, language }))
}

/** Some captures keep the bytes as they came over the wire. */
function unzipped(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: 20_000_000 }) : bytes
}

function headerOf(headers: unknown, name: string): string | null {
  if (headers === null || typeof headers !== 'object') return null
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)
  return typeof found?.[1] === 'string' ? found[1] : null
}

async function openFeed(feed: string, options: ParseFeedOptions & { parser: FeedParser }): Promise<unknown> {
  const { parse } = options.parser
  if (/^https?:\/\//iu.test(feed)) {
    const got = await lookGet(options.allow, options.config)(feed, { kind: 'feed', own: [feed] })
    if (got.status !== 200)
      throw new DocumentError(`Cannot read feed "${redactUrl(feed)}": server answered ${got.status}, expected 200`)
    return describeFeed(
      await parse({
        url: baseAddress(got.url, got.headers),
        text: got.text,
        contentType: got.headers['content-type'] ?? null,
      }),
    )
  }
  if (!existsSync(feed))
    throw new ConfigError(
      `Cannot read feed "${feed}": there is no such file, expected a file or an address with http:// or https://`,
    )
  const { text } = decodeDocument(readDocument(feed), { contentType: null, kind: 'feed' })
  try {
    return describeFeed(await parse({ url: options.url, text, contentType: null }))
  } catch (error) {
    // The address of a file is a guess: its name is what somebody knows it by.
    if (!(error instanceof DocumentError)) throw error
    throw new DocumentError(error.message.replace(`"${options.url}"`, `"${feed}"`), { cause: error })
  }
}

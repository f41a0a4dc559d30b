import { expect, test } from 'vitest'
import { describeFeed, parseFeed } from '../../src/collect/parse-feed.ts'
import { DocumentError } from '../../src/errors.ts'
import { decodeBytes } from '../../src/net/charset.ts'
import { atomCases } from './atom-cases.ts'
import { brokenCases } from './broken-cases.ts'
import { address, type HardFeed } from './case.ts'
import { rssCases } from './rss-cases.ts'

function read({ document, contentType = 'text/xml' }: HardFeed) {
  const { text } = decodeBytes(Buffer.from(document), { contentType, kind: 'feed' })
  try {
    return describeFeed(parseFeed({ url: address, text }))
  } catch (error) {
    if (error instanceof DocumentError) return { feed: {}, items: [] }
    throw error
  }
}

test.each([...rssCases, ...atomCases, ...brokenCases].map((one) => [one.name, one] as const))(
  'parseFeed() reads a hard feed: %s',
  (_name, one) => {
    const read_ = read(one)
    expect(read_.items).toHaveLength(one.items.length)
    expect(read_).toMatchObject({ feed: one.feed ?? {}, items: one.items })
  },
)

import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

test.each(['gzip', 'br', 'zstd', 'deflate'])('readBody() takes no body in %s for an empty one', async (encoding) => {
  const bytes = await readBody(Readable.from([]), { encoding, maxBytes: 100, url: 'https://mill.example/feed' })
  expect(bytes).toHaveLength(0)
})

import { expect, test } from 'vitest'
import { credentials } from './request-address.ts'

test.each([
  ['http://ann:50%25off@mill.example/feed', 'ann:50%off'],
  ['http://ann:50%off@mill.example/feed', 'ann:50%off'],
])('credentials() sends the password of %s as it is meant', (address, pair) => {
  expect(credentials(new URL(address))).toBe(`Basic ${Buffer.from(pair).toString('base64')}`)
})

import { expect, test } from 'vitest'
import { sameSite } from './same-site.ts'

test.each([
  ['https://www.outlet.example/a', 'https://m.outlet.example/b', true],
  ['https://outlet.co.uk/a', 'https://amp.outlet.co.uk/a', true],
  ['https://outlet.co.uk/a', 'https://other.co.uk/a', false],
  ['https://127.0.0.1:8080/a', 'https://outlet.example/a', false],
  ['https://outlet.example.evil.example/a', 'https://outlet.example/a', false],
  ['not an address', 'https://outlet.example/', false],
])('sameSite() of %s and %s is %s', (a, b, same) => {
  expect(sameSite(a, b)).toBe(same)
})

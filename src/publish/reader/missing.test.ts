import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { browserCode } from '../browser-code.ts'

/** Where the page for missing addresses leads from an address; `null` where it stays. */
function leadsTo(pathname: string): string | null {
  const led: string[] = []
  runInNewContext(browserCode('reader/missing'), { location: { pathname, replace: (to: string) => led.push(to) } })
  return led[0] ?? null
}

test.each([
  ['/a/mic3k9x2a7qd01xk/the-headline/', '/a/mic3k9x2a7qd01xk/'],
  ['/press/daily/a/mic3k9x2a7qd01xk/%E6%96%B0%E9%A2%98/index.html', '/press/daily/a/mic3k9x2a7qd01xk/'],
  ['/a/mic3k9x2a7qd01xk/the-headline', '/a/mic3k9x2a7qd01xk/'],
  ['/a/mic3k9x2a7qd01xk/', null],
  ['/w/2026-W48/', null],
  ['/', null],
])('the page for missing addresses leads from %s to %s', (from, to) => {
  expect(leadsTo(from)).toBe(to)
})

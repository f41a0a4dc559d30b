import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser.ts'
import { publishHostilePress } from './hostile-press.ts'
import { openSite } from './open-site.ts'
import { call, vectors } from './vectors.ts'

const folder = mkdtempSync(join(tmpdir(), 'waikan-hostile-'))
let browser: Browser | undefined

const open = () => {
  if (!browser) throw new Error('Cannot open a site: the browser did not start')
  return browser
}
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true })
})

test('openSite() tells a script that ran, a request that left, and what would run when touched', async () => {
  const site = join(folder, 'canary')
  mkdirSync(site)
  const head = `<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none'">`
  writeFileSync(join(site, 'a.html'), `${head}<script>${call}</script>`)
  writeFileSync(join(site, 'b.html'), `${head}<img src="https://evil.example/a.png">`)
  writeFileSync(join(site, 'c.html'), `${head}<a href=" java\nscript:${call}">k</a><p onclick="${call}">k</p>`)
  const seen = await openSite(open(), site)
  expect(seen.ran).toHaveLength(2)
  expect(seen.asked).toEqual(['https://evil.example/a.png'])
  expect(seen.unsafe).toEqual(['c.html: a href= java\nscript:waikanRan()', 'c.html: p onclick'])
})

test('a site made of vectors runs nothing and asks nobody, without its content policy', async () => {
  expect(vectors.length).toBeGreaterThan(1300)
  const { site } = await publishHostilePress(folder, { vectors, articles: 16 })
  const pages = globSync('a/*/*/index.html', { cwd: site }).map((file) => readFileSync(join(site, file), 'utf8'))
  expect(pages.filter((html) => html.includes(call) && html.includes('港口')).length).toBeGreaterThan(10)
  const { ran, asked, unsafe } = await openSite(open(), site)
  expect({ ran, asked, unsafe }).toEqual({ ran: [], asked: [], unsafe: [] })
}, 120_000)

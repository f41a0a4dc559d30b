import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Desk from '../src/desk/serve-site.ts'
import type * as Publish from '../src/publish/publish.ts'
import { openBrowser } from './browser.ts'

// From the build, as the pages are: the hash of the script that stands in them is in the server's policy too.
const built = (path: string) => import(join(import.meta.dirname, '..', 'dist', path))
const { serveSite } = (await built('desk/serve-site.js')) as typeof Desk
const { contentPolicy } = (await built('publish/publish.js')) as typeof Publish

const folder = mkdtempSync(join(tmpdir(), 'waikan-choices-'))
const site = join(folder, 'site')
const server = serveSite(site)
let browser: Browser | undefined
let base = ''
let article = ''
let translated = ''

beforeAll(async () => {
  const main = join(import.meta.dirname, '..', 'dist', 'main.js')
  execFileSync(process.execPath, [main, 'run', '-p', folder], { stdio: 'pipe' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  article = `/${globSync('a/*/container-ship*/index.html', { cwd: site })[0] ?? 'missing'}`
  translated = `/${globSync('a/*/the-library*/index.html', { cwd: site })[0] ?? 'missing'}`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  server.close()
  rmSync(folder, { recursive: true })
})

async function open(path: string, javaScriptEnabled = true): Promise<Page> {
  if (!browser) throw new Error('Cannot open a page: the browser did not start')
  const context = await browser.newContext({ javaScriptEnabled, colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto(base + path)
  return page
}

const paper = 'getComputedStyle(document.body).backgroundColor'

test('an article without a review offers its card alone, and no review', async () => {
  const path = globSync('a/*/ein-nachtbus*/index.html', { cwd: site })[0] ?? 'missing'
  const page = await open(`/${path}`, false)
  expect(await page.locator('.ours').count()).toBe(0)
  expect(await page.locator('.view label').allTextContents()).toEqual(['原文与导读卡', '只看原文', '只看导读卡'])
  await page.context().close()
})

test('the filters of the search speak of languages and weeks by name', async () => {
  const page = await open('/search/')
  await page.locator('#search select:enabled').nth(2).waitFor()
  expect(await page.locator('select[name=language] option').allTextContents()).toContain('德语')
  expect(await page.locator('select[name=week] option').allTextContents()).toContain('2026年第47周')
  await page.locator('select[name=language]').selectOption({ label: '德语' })
  expect(await page.locator('select[name=language]').inputValue()).toBe('de')
  await page.context().close()
})

test('a reader without script turns the page dark and puts our notes away', async () => {
  const page = await open(article, false)
  const shown = page.locator('.notes').first()
  expect(await shown.isVisible()).toBe(true)
  const before = await page.locator('body').screenshot()
  await page.locator('.mast .choices summary').click()
  await page.locator('label:has(#theme-dark)').click()
  await page.locator('label:has(#view-text)').click()
  expect(await shown.isVisible()).toBe(false)
  expect(await page.locator('.ours').isVisible()).toBe(false)
  expect((await page.locator('body').screenshot()).equals(before)).toBe(false)
  await page.context().close()
})

test('a reader without script unfolds the review, and a margin note that leads into it does so too', async () => {
  const page = await open(article, false)
  const sentences = page.locator('.ours .parts')
  expect(await sentences.isVisible()).toBe(false)
  await page.locator('.ours .fold').click()
  expect(await sentences.isVisible()).toBe(true)
  await page.locator('.ours .fold').click()
  await page.locator('.notes a').nth(2).click()
  expect(await sentences.isVisible()).toBe(true)
  await page.context().close()
})

test('what a reader chose holds on the next page, and no cookie is set', async () => {
  const page = await open(article)
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  await page.goto(`${base}/`)
  expect(await page.evaluate(paper)).toBe('rgb(23, 21, 15)')
  expect(await page.context().cookies()).toEqual([])
  await page.context().close()
})

test('the review alone shows a passage again when its mark is followed', async () => {
  const page = await open(article)
  await page.locator('label:has(#view-ours)').click()
  expect(await page.locator('.text').isVisible()).toBe(false)
  await page.locator('.ours .marks a').first().click()
  expect(await page.locator('.text').isVisible()).toBe(true)
  await page.context().close()
})

test('the keys are listed under ?, and lead where they say', async () => {
  const page = await open('/')
  await page.keyboard.press('?')
  expect(await page.locator('#keys').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  expect(await page.evaluate('document.activeElement === document.querySelector(".list h2 a")')).toBe(true)
  await page.keyboard.press('/')
  await page.waitForURL('**/search/**')
  await page.keyboard.press('/')
  await page.keyboard.type('jh')
  expect(await page.locator('#search input').inputValue()).toBe('jh')
  await page.context().close()
})

test('n and p go from note to note in a text', async () => {
  const page = await open(article)
  const focused = 'document.querySelectorAll(".notes")[__at] === document.activeElement'
  await page.keyboard.press('n')
  expect(await page.evaluate(focused.replace('__at', '0'))).toBe(true)
  await page.keyboard.press('n')
  expect(await page.evaluate(focused.replace('__at', '1'))).toBe(true)
  await page.keyboard.press('p')
  expect(await page.evaluate(focused.replace('__at', '0'))).toBe(true)
  await page.context().close()
})

test('docs/deploying.md gives servers the policy that the pages have', () => {
  const told = readFileSync(join(import.meta.dirname, '..', 'docs', 'deploying.md'), 'utf8').match(
    /"default-src[^"]*"/gu,
  )
  expect(new Set(told)).toEqual(new Set([`"${contentPolicy}; frame-ancestors 'none'"`]))
})

test('a reader without script sees text and translation side by side, or one of them alone', async () => {
  const page = await open(translated, false)
  const [ours, theirs] = [page.locator('#t-p4'), page.locator('#p4')]
  const [left, right] = [await theirs.boundingBox(), await ours.boundingBox()]
  expect(Math.abs((left?.y ?? 0) - (right?.y ?? 99))).toBeLessThan(2)
  expect(right?.x).toBeGreaterThan((left?.x ?? 0) + (left?.width ?? 0))
  await page.locator('label:has(#view-translation)').click()
  expect([await theirs.isVisible(), await ours.isVisible()]).toEqual([false, true])
  expect(await page.locator('h1').isVisible()).toBe(true)
  await page.locator('label:has(#view-both)').click()
  expect([await theirs.isVisible(), await ours.isVisible()]).toEqual([true, false])
  await page.context().close()
})

test('the words that prove a sentence are shown in the translation view too', async () => {
  const page = await open(translated)
  await page.locator('label:has(#view-translation)').click()
  const link = page.locator('.ours a[href^="#e-"]').first()
  const target = page.locator((await link.getAttribute('href')) ?? '#missing')
  expect(await target.isVisible()).toBe(false)
  await link.click()
  expect(await target.isVisible()).toBe(true)
  await page.context().close()
})

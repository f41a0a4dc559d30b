import { execFileSync, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Desk from '../src/desk/serve-site.ts'
import { openBrowser } from './browser.ts'

// From the build, as the pages are: the hash of the script that stands in them is in the server's policy too.
const built = (path: string) => import(join(import.meta.dirname, '..', 'dist', path))
const { serveSite } = (await built('desk/serve-site.js')) as typeof Desk

const folder = mkdtempSync(join(tmpdir(), 'waikan-site-'))
const site = join(folder, 'site')
const server = serveSite(site)
let browser: Browser | undefined
let base = ''
let article = ''

beforeAll(async () => {
  const main = join(import.meta.dirname, '..', 'dist', 'main.js')
  for (let visit = 1; visit <= 2; visit++)
    execFileSync(process.execPath, [main, 'run', '--all-feeds', '-p', folder], { stdio: 'pipe' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  article = `/${globSync('a/*/détente*/index.html', { cwd: site })[0] ?? 'missing'}`
  browser = await openBrowser()
})
afterAll(async () => {
  // A browser that never started has nothing to close, and its own error is the one to be seen.
  await browser?.close()
  server.close()
  rmSync(folder, { recursive: true })
})

type Look = { width?: number; dark?: boolean; print?: boolean }

async function visit(path: string, look: Look, see: (page: Page) => Promise<void>): Promise<void> {
  if (!browser) throw new Error('Cannot open a page: the browser did not start')
  const context = await browser.newContext({
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark ? 'dark' : 'light',
  })
  const page = await context.newPage()
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy/iu.test(message.text())) refused.push(message.text())
  })
  if (look.print) await page.emulateMedia({ media: 'print' })
  const answer = await page.goto(base + path)
  expect(answer?.status()).toBe(200)
  await see(page)
  expect(refused).toEqual([])
  await context.close()
}

async function axeFindings(page: Page): Promise<string[]> {
  const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(source)
  const result = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: { html: string }[] }[] }
  return result.violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)
}

const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'

test.each([
  ['home', '/', {}],
  ['home in the dark', '/', { dark: true }],
  ['home on a phone', '/', { width: 390 }],
  ['archive', '/archive/', {}],
  ['week', '/w/2026-W45/', {}],
  ['month on a phone', '/m/2026-11/', { width: 390 }],
  ['source', '/source/the-saltmere-courier/', {}],
  ['sources', '/sources/', {}],
  ['about', '/about/', {}],
  ['search', '/search/', {}],
] as const)('%s: axe finds nothing and nothing sticks out', async (_, path, look) => {
  await visit(path, look, async (page) => {
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(overflow)).toBe(0)
  })
})

test.each([
  ['desktop', {}],
  ['phone', { width: 390 }],
  ['dark', { dark: true }],
  ['print', { print: true }],
] as const)('an article on %s: axe finds nothing and nothing sticks out', async (_, look) => {
  await visit(article, look, async (page) => {
    expect(await axeFindings(page)).toEqual([])
    expect(await page.evaluate(overflow)).toBe(0)
    expect(await page.locator('h1').first().textContent()).toContain('Détente')
  })
})

test.each([390, 1280])('forty passages behind one entry of a card break into lines at a width of %s', async (width) => {
  const [library = ''] = globSync('a/*/the-library-that-lends*/index.html', { cwd: site })
  await visit(`/${library}`, { width }, async (page) => {
    await page.evaluate(`{
      const marks = document.querySelector('.card .marks')
      marks.closest('.card').querySelectorAll('.folded').forEach((one) => (one.style.display = 'block'))
      for (let at = 0; at < 40; at++) marks.append(marks.querySelector('a').cloneNode(true))
    }`)
    expect(await page.evaluate(overflow)).toBe(0)
  })
})

test('every article with its text: axe finds nothing', async () => {
  const pages = globSync('a/*/*/index.html', { cwd: site }).filter((one) => !leadsOn(one))
  expect(pages.length).toBeGreaterThan(14)
  const found: string[] = []
  for (const path of pages)
    await visit(`/${path}`, {}, async (page) => {
      found.push(...(await axeFindings(page)).map((one) => `${path} ${one}`))
    })
  expect(found).toEqual([])
}, 120_000)

/** The page at an article's earlier address only leads to the one of today. */
function leadsOn(path: string): boolean {
  return readFileSync(join(site, path), 'utf8').includes('http-equiv="refresh"')
}

const shifts = `new Promise((tell) => {
  let sum = 0
  new PerformanceObserver((list) => list.getEntries().forEach((one) => (sum += one.value))).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => tell(sum), 500)
})`

test.each([
  ['phone', 390, '/search/'],
  ['desktop', 1280, '/search/'],
  ['phone, with an answer', 390, '/search/?q=%E6%B8%AF%E5%8F%A3'],
] as const)('search on a %s: nothing moves when the filters and the answer come', async (_, width, path) => {
  await visit(path, { width }, async (page) => {
    await page.locator('#search select:enabled').nth(2).waitFor()
    if (path.includes('?')) await page.locator('.hits li').first().waitFor()
    expect(await page.evaluate(shifts)).toBe(0)
  })
})

test('the first tab stop of an article is a link that can be seen', async () => {
  await visit(article, {}, async (page) => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.tagName')).toBe('A')
    const box = await page.locator(':focus').boundingBox()
    expect(box?.width).toBeGreaterThan(0)
  })
})

test('the site works as files on a disk: every link of a page leads to a file', async () => {
  const dead: string[] = []
  for (const path of globSync('**/*.html', { cwd: site }).filter((one) => one !== '404.html')) {
    const html = readFileSync(join(site, path), 'utf8')
    for (const [, link = ''] of html.matchAll(/<(?:a|link|script)\b[^>]*?\s(?:href|src)="([^"#?:]+)[^":]*"/gu)) {
      if (!existsSync(join(site, dirname(path), decodeURIComponent(link))) || link.endsWith('/'))
        dead.push(`${path} ${link}`)
    }
  }
  expect(dead).toEqual([])
})

test('a page opened from a disk has its look and leads on', async () => {
  if (!browser) throw new Error('Cannot open a page: the browser did not start')
  const page = await browser.newPage()
  await page.goto(`file://${site}/index.html`)
  await page.locator('.list h2 a').first().click()
  await page.waitForURL('**/a/**')
  expect(await page.locator('article h1').count()).toBe(1)
  expect(await page.evaluate('getComputedStyle(document.body).maxWidth')).toBe('1152px')
  await page.close()
})

test('every page has a description of its own and an icon that asks for no request', () => {
  const pages = globSync('**/*.html', { cwd: site }).map((page) => readFileSync(join(site, page), 'utf8'))
  expect(pages.filter((html) => !/<meta name="description" content="[^"]{4,}"/u.test(html))).toEqual([])
  expect(pages.filter((html) => !html.includes('<link rel="icon" href="data:image/svg+xml,'))).toEqual([])
  const home = readFileSync(join(site, 'index.html'), 'utf8')
  expect(home).toContain('<meta name="description" content="外刊 · 读世界的报纸"')
})

test('on a wide screen the outlet’s first words stand above the fold on every article with its text', async () => {
  const pages = globSync('a/*/*/index.html', { cwd: site }).filter((one) => !leadsOn(one))
  const below: string[] = []
  for (const path of pages)
    await visit(`/${path}`, { width: 1440 }, async (page) => {
      const top = `document.querySelector('.text .pinned')?.getBoundingClientRect().top ?? 0`
      if ((await page.evaluate<number>(top)) > 870) below.push(path)
    })
  expect(below).toEqual([])
}, 120_000)

test('in print the review follows the head on the first sheet, and the card stays in one piece', async () => {
  const ship = globSync('a/*/container-ship-loses-43*/index.html', { cwd: site })[0] ?? 'missing'
  await visit(`/${ship}`, { print: true }, async (page) => {
    // A4 is 1123 px high: a review that may not break went to the next sheet and left two thirds of this one white.
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.ours')).breakInside`)).toBe('auto')
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.card')).breakInside`)).toBe('avoid')
    expect(await page.locator('.ours .parts').isVisible()).toBe(true)
    expect(await page.locator('.fold').first().isVisible()).toBe(false)
  })
})

test('every page says that the outlets are invented', () => {
  const pages = globSync('**/*.html', { cwd: site })
  const silent = pages.filter((page) => !readFileSync(join(site, page), 'utf8').includes('虚构'))
  expect(pages.length).toBeGreaterThan(30)
  expect(silent).toEqual([])
})

test('every page is valid HTML', async () => {
  const validator = new HtmlValidate(
    new FileSystemConfigLoader({ root: true, extends: ['html-validate:standard'], rules: { 'long-title': 'off' } }),
  )
  const faults: string[] = []
  for (const page of globSync('**/*.html', { cwd: site })) {
    const report = await validator.validateString(readFileSync(join(site, page), 'utf8'))
    faults.push(
      ...report.results.flatMap((result) =>
        result.messages.map((one) => `${page}:${one.line} ${one.ruleId} ${one.message}`),
      ),
    )
  }
  expect(faults.slice(0, 20)).toEqual([])
})

/** What RSS 2.0 and RFC 4287 require of a feed and of each of its items. */
const required: Record<string, [feed: string, parts: string[]][]> = {
  'feed.xml': [
    ['rss > channel', ['title', 'link', 'description']],
    ['item', ['title', 'link', 'guid']],
  ],
  'atom.xml': [
    ['feed', ['id', 'title', 'updated', 'link[rel=self]']],
    ['entry', ['id', 'title', 'updated', 'author > name', 'link']],
  ],
}

test.each(Object.keys(required))('every %s is well-formed and has what its format requires', async (name) => {
  await visit('/', {}, async (page) => {
    const lacking: string[] = []
    const feeds = globSync(`**/${name}`, { cwd: site })
    for (const path of feeds) {
      const about = JSON.stringify([readFileSync(join(site, path), 'utf8'), required[name]])
      const lacks = (await page.evaluate(`(([xml, wanted]) => {
        const feed = new DOMParser().parseFromString(xml, 'application/xml')
        if (feed.querySelector('parsererror')) return ['not well-formed']
        return wanted.flatMap(([where, parts]) => {
          const found = [...feed.querySelectorAll(where)]
          return found.length === 0 ? [where] : parts.filter((part) => found.some((one) => !one.querySelector(':scope > ' + part)))
        })
      })(${about})`)) as string[]
      lacking.push(...lacks.map((part) => `${path} ${part}`))
    }
    expect(feeds.length).toBeGreaterThan(8)
    expect(lacking).toEqual([])
  })
})

test('every JSON Feed of the site has what version 1.1 requires', () => {
  const feeds = globSync(['**/feed.json', '{w,m}/*/index.json'], { cwd: site })
  expect(feeds.length).toBeGreaterThan(15)
  for (const path of feeds) {
    const feed = JSON.parse(readFileSync(join(site, path), 'utf8')) as { items: { id: string }[] }
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', title: expect.any(String) as string })
    expect(new Set(feed.items.map((item) => item.id)).size).toBe(feed.items.length)
    for (const item of feed.items) expect(item).toHaveProperty('content_text')
  }
})

test('waikan scan finds nothing in the sample site that may not stand there', () => {
  const main = join(import.meta.dirname, '..', 'dist', 'main.js')
  const said = execFileSync(process.execPath, [main, 'scan', '-p', folder], { encoding: 'utf8' })
  expect(said).toMatch(/^scanned: [1-9]\d* articles? that may not be shown whole, 0 places with too much/u)
})

test('waikan serve answers a search from its store, with the results that the files give', async () => {
  const main = join(import.meta.dirname, '..', 'dist', 'main.js')
  const child = spawn(process.execPath, [main, 'serve', '--port', '0', '-p', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const said = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data))))
    const served = /http:\/\/[\d.:]+/u.exec(said)?.[0] ?? ''
    // The first publish after the first serve fills the index.
    execFileSync(process.execPath, [main, 'run', 'publish', '-p', folder], { stdio: 'pipe' })
    const path = '/search/?q=%E6%B8%AF%E5%8F%A3'
    const look = async (address: string) => {
      const asked: string[] = []
      const found: string[] = []
      await visit('/search/', {}, async (page) => {
        page.on('request', (request) => asked.push(new URL(request.url()).pathname))
        await page.goto(address + path)
        await page.locator('#found h2').first().waitFor()
        found.push(...(await page.locator('#found h2').allTextContents()))
      })
      return { found, asked }
    }
    const [fromStore, fromFiles] = [await look(served), await look(base)]
    expect(fromStore.found).toEqual(fromFiles.found)
    expect(fromStore.found.length).toBeGreaterThan(0)
    expect(fromStore.asked).toContain('/search/find.json')
    expect(fromStore.asked.filter((one) => one.endsWith('.bin'))).toEqual([])
    expect(fromFiles.asked).not.toContain('/search/find.json')
  } finally {
    child.kill()
  }
})

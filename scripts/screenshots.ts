// Screenshots of the sample edition for docs/ and the README. npm run build, then node scripts/screenshots.ts
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Desk from '../src/desk/serve-site.ts'
import { openBrowser } from '../test/browser.ts'

const root = join(import.meta.dirname, '..')
// From the build: Node itself reads no `.tsx`.
const { serveSite } = (await import(join(root, 'dist', 'desk', 'serve-site.js'))) as typeof Desk
const folder = mkdtempSync(join(tmpdir(), 'waikan-shots-'))
const site = join(folder, 'site')
for (let visit = 1; visit <= 2; visit++) {
  execFileSync(process.execPath, [join(root, 'dist', 'main.js'), 'run', '--all-feeds', '-p', folder], {
    stdio: 'inherit',
  })
}
const server = serveSite(site)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
const article = globSync('a/*/container-ship*/index.html', { cwd: site })[0] ?? ''
const translated = globSync('a/*/the-library*/index.html', { cwd: site })[0] ?? ''
const browser = await openBrowser()
type Shot = { name: string; path: string; width?: number; dark?: boolean; view?: string; at?: string; print?: boolean }
const shots: Shot[] = [
  { name: 'home', path: '' },
  { name: 'article', path: article },
  { name: 'article-text', path: article, view: 'text' },
  { name: 'article-review', path: article, view: 'ours' },
  { name: 'article-parallel', path: translated, view: 'parallel', at: '#p3' },
  { name: 'article-translation', path: translated, view: 'translation', at: '.text' },
  { name: 'margin-notes', path: article, at: '.text' },
  { name: 'article-dark', path: article, dark: true },
  { name: 'article-phone', path: article, width: 390 },
  { name: 'article-print', path: article, width: 660, print: true },
  { name: 'issue', path: 'm/2026-11/' },
  { name: 'search', path: 'search/?q=%E6%B8%AF%E5%8F%A3' },
]
for (const { name, path, width = 1280, dark, view, at, print } of shots) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' })
  if (print) await page.emulateMedia({ media: 'print' })
  await page.goto(base + path)
  if (view) await page.locator(`#view-${view}`).check()
  if (at) await page.evaluate(`document.querySelector('${at}').scrollIntoView()`)
  if (path.startsWith('search')) await page.locator('#found li').first().waitFor()
  await page.screenshot({ path: join(root, 'docs', 'screenshots', `${name}.png`) })
  await page.close()
}
await browser.close()
server.close()
rmSync(folder, { recursive: true })

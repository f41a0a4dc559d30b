// Screenshots of the sample edition for docs/ and the README. npm run build, then node scripts/screenshots.ts
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serveSite } from '../src/desk/serve-site.ts'
import { openBrowser } from '../test/browser.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'waikan-shots-'))
const site = join(folder, 'site')
for (let visit = 1; visit <= 2; visit++) {
  execFileSync(process.execPath, [join(root, 'dist', 'main.js'), 'run', '--all-feeds', '-p', folder], {
    stdio: 'inherit',
  })
}
const server = serveSite(site, () => null)
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
const article = globSync('a/*/container-ship*/index.html', { cwd: site })[0] ?? ''
const browser = await openBrowser()
const shots = [
  { name: 'home', path: '', width: 1280 },
  { name: 'article', path: article, width: 1280 },
  { name: 'article-dark', path: article, width: 1280, dark: true },
  { name: 'article-phone', path: article, width: 390 },
  { name: 'search', path: 'search/', width: 1280 },
]
for (const { name, path, width, dark } of shots) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: dark ? 'dark' : 'light' })
  await page.goto(base + path)
  await page.screenshot({ path: join(root, 'docs', 'screenshots', `${name}.png`) })
  await page.close()
}
await browser.close()
server.close()
rmSync(folder, { recursive: true })

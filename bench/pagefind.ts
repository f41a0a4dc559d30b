import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { openBrowser } from '../test/browser.ts'
import { measureCommand, type Used } from './measure.ts'

/**
 * Index the article pages of a site with Pagefind, its defaults but for the root: what stands around an article is no text of it.
 *
 * @throws {Error} when `peers` does not have Pagefind
 */
export async function indexWithPagefind(
  peers: string,
  { site, index }: { site: string; index: string },
): Promise<Used> {
  const runner = join(peers, 'node_modules/pagefind/lib/runner/bin.cjs')
  if (!existsSync(runner))
    throw new Error(`Cannot run Pagefind: "${runner}" is not there, expected npm i --prefix ${peers} pagefind`)
  const options = ['--site', site, '--output-path', index, '--glob', 'a/*/*/index.html', '--root-selector', 'main']
  return measureCommand([process.execPath, runner, ...options, '--quiet'])
}

/** Results of which the address is looked up: each costs a request, which only the first ten are charged for. */
const most = 200

const types: Record<string, string> = { '.js': 'text/javascript', '.json': 'application/json', '.html': 'text/html' }

/** Pagefind in a browser over `root/pagefind/`; every query in a new window with nothing kept. */
export async function openPagefind(root: string) {
  const cost = { bytes: 0, requests: 0 }
  const server = createServer((asked, response) => {
    const path = (asked.url ?? '/').split('?')[0] ?? '/'
    if (path === '/')
      return void response.setHeader('content-type', 'text/html').end('<!doctype html><html lang="zh-Hans">')
    const file = join(root, decodeURIComponent(path))
    if (path.includes('..') || !existsSync(file)) return void response.writeHead(404).end()
    const body = readFileSync(file)
    cost.bytes += body.length
    cost.requests++
    return void response
      .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      .end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const browser = await openBrowser()
  return {
    async ask(query: string) {
      Object.assign(cost, { bytes: 0, requests: 0 })
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(address)
      const first = await page.evaluate(
        `import('/pagefind/pagefind.js').then(async (pagefind) => {
          globalThis.found = (await pagefind.search(${JSON.stringify(query)})).results.slice(0, ${most})
          return Promise.all(globalThis.found.slice(0, 10).map(async (one) => (await one.data()).url))
        })`,
      )
      const paid = { ...cost }
      const rest = await page.evaluate(
        'Promise.all(globalThis.found.slice(10).map(async (one) => (await one.data()).url))',
      )
      await context.close()
      const urls = [...(first as string[]), ...(rest as string[])]
      return { ids: urls.map((url) => /\/a\/([^/]+)\//u.exec(url)?.[1] ?? ''), ...paid }
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

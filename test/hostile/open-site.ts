import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import type { Browser, BrowserContext } from 'playwright-core'

/** What a browser did that no page of ours may make it do. */
export type Seen = { pages: number; ran: string[]; asked: string[]; unsafe: string[] }

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.txt': 'text/plain',
  '.opml': 'text/xml',
}

// In the page: what a vector would run, and a look at each element that could run one when it is touched.
const watch = `window.waikanRan = () => { window.reportRun(location.href); return 1 }`
const lookAtAll = `(() => {
  const found = []
  const bad = /^[\\u0000-\\u0020\\u00A0\\u200B\\uFEFF]*(?:javascript|vbscript|livescript|data:text|data:application|data:image\\/svg)/i
  const walk = (root) => {
    for (const one of root.querySelectorAll('*')) {
      for (const { name, value } of one.attributes) {
        if (/^on/i.test(name)) found.push(one.localName + ' ' + name)
        else if (/^(?:href|src|action|formaction|data|poster|srcset|srcdoc|ping|background|xlink:href|content|values|to)$/i.test(name) && bad.test(value.replace(/[\\t\\n\\r]/g, '')) && !/^meta$/.test(one.localName) && one.rel !== 'icon') found.push(one.localName + ' ' + name + '=' + value.slice(0, 60))
      }
      if (/^(?:iframe|object|embed|base|applet|frame|frameset|portal|foreignobject|annotation-xml|bgsound|marquee|isindex)$/i.test(one.localName)) found.push('element ' + one.localName)
      if (one.localName === 'meta' && /refresh|set-cookie/i.test(one.httpEquiv || '')) found.push('meta ' + one.httpEquiv)
      if (one.localName === 'template') walk(one.content)
      for (const event of ['click', 'mouseover', 'pointerenter', 'focus', 'error', 'load', 'toggle', 'animationstart'])
        if (event !== 'click' || one.localName !== 'a') one.dispatchEvent(new Event(event, { cancelable: true }))
    }
  }
  walk(document)
  return found
})()`

/**
 * Open each file of a site in a browser that knows no content policy, touch each element, and count what ran, what was asked
 * of other hosts and what would run when somebody clicks.
 */
export async function openSite(browser: Browser, site: string): Promise<Seen> {
  const seen: Seen = { pages: 0, ran: [], asked: [], unsafe: [] }
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://a.example').pathname)
    try {
      // No header of safety: the pages stand on their own.
      response.setHeader('content-type', types[extname(path)] ?? 'text/html; charset=utf-8')
      response.end(readFileSync(join(site, path)))
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const context = await browser.newContext({ bypassCSP: true })
  await watchContext(context, base, seen)
  const queries = ['town', 'script', '"><img src=x onerror=waikanRan()>']
  const files = globSync('**/*.{html,xml,json,svg,opml,txt,xhtml}', { cwd: site })
  const page = await context.newPage()
  const look = async (path: string): Promise<void> => {
    await page.goto(`${base}/${path}`, { waitUntil: 'load' })
    // The search page shows what it found a little later.
    if (path.includes('?')) await page.waitForTimeout(500)
    const found = (await page.evaluate(lookAtAll)) as string[]
    seen.unsafe.push(...found.map((what) => `${path}: ${what}`))
    seen.pages++
  }
  for (const file of files) await look(file.split('/').map(encodeURIComponent).join('/'))
  if (files.includes('search/index.html'))
    for (const query of queries) await look(`search/index.html?q=${encodeURIComponent(query)}#${query}`)
  await context.close()
  server.closeAllConnections()
  server.close()
  return seen
}

async function watchContext(context: BrowserContext, base: string, seen: Seen): Promise<void> {
  await context.exposeFunction('reportRun', (where: string) => seen.ran.push(where))
  await context.addInitScript(watch)
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (url.startsWith(base) || url.startsWith('data:image/')) return route.continue()
    seen.asked.push(url)
    return route.abort()
  })
}

import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tempFolder } from '../test/temp-folder.ts'
import { openApp } from './app.ts'

test('openApp() asks a site for its rules once, however often the press is opened in a day', async () => {
  const asked: string[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    response.writeHead(200, { 'content-type': 'text/html' }).end(url === '/robots.txt' ? 'User-agent: *' : '')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const folder = tempFolder('rules-of-sites')
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const config = join(folder, 'waikan.yaml')
  writeFileSync(
    config,
    `net:\n  allow: [${new URL(home).host}]\n  delayMs: 0\nsources:\n  - { name: Mill, feed: ${home}/feed }\n`,
  )
  for (const page of ['/one', '/two']) {
    const app = openApp({ config, press: join(folder, 'press') }, { step: () => undefined, warn: () => undefined })
    await app.road.get(home + page, { kind: 'page', own: [home] })
    app.close()
  }
  expect(asked).toEqual(['/robots.txt', '/one', '/.well-known/tdmrep.json', '/two'])
})

import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

const at = (url: string) => new URL(url)

test('createTurns() takes another port, another scheme and a dot behind the name for the same host', async () => {
  const turns = createTurns({ pauseMs: 40, now: () => 0, holds: new Map() })
  const started: number[] = []
  const urls = ['http://news.example/a', 'https://news.example:8443/b', 'http://news.example./c']
  await Promise.all(urls.map((url) => turns.take(at(url), async () => void started.push(performance.now()))))
  expect((started[1] ?? 0) - (started[0] ?? 0)).toBeGreaterThan(38)
  expect((started[2] ?? 0) - (started[1] ?? 0)).toBeGreaterThan(38)
})

test('createTurns() sends nothing to a host that asked us to wait, and says so', async () => {
  const turns = createTurns({ pauseMs: 0, now: () => 1000, holds: new Map() })
  turns.hold(at('http://news.example/'), 60_000)
  const asked = turns.take(at('https://news.example:444/x'), async () => 'sent')
  await expect(asked).rejects.toMatchObject({ unasked: true, retryAfterMs: 60_000 })
})

test('createTurns() lets a host go that a wrong clock would have held for years', async () => {
  let now = Date.UTC(2031, 0, 1)
  const turns = createTurns({ pauseMs: 0, now: () => now, holds: new Map() })
  turns.hold(at('http://news.example/'), 60_000)
  now = Date.UTC(2026, 10, 23)
  expect(await turns.take(at('http://news.example/'), async () => 'sent')).toBe('sent')
})

test('createTurns() goes on after a request that failed, and keeps the longer pause a site asks for', async () => {
  const turns = createTurns({ pauseMs: 0, now: () => 0, holds: new Map() })
  turns.slow(at('http://news.example/'), 50)
  const first = turns.take(at('http://news.example/'), () => Promise.reject(new Error('reset')))
  const begun = performance.now()
  const second = turns.take(at('http://news.example/'), async () => performance.now() - begun)
  await expect(first).rejects.toThrow('reset')
  expect(await second).toBeGreaterThan(48)
})

test('createTurns() keeps the pauses of ten thousand hosts, and of those at work whatever comes', async () => {
  const turns = createTurns({ pauseMs: 0, now: () => 0, holds: new Map() })
  const [busy, idle] = [at('https://busy.example/'), at('https://idle.example/')]
  turns.slow(busy, 60)
  turns.slow(idle, 60)
  const { promise, resolve } = Promise.withResolvers<void>()
  const working = turns.take(busy, () => promise)
  for (let host = 0; host < 10_001; host++) turns.slow(at(`https://h${host}.example/`), 5000)
  resolve()
  await working
  const begun = performance.now()
  await turns.take(busy, async () => undefined)
  expect(performance.now() - begun).toBeGreaterThan(50)
  await turns.take(idle, async () => undefined)
  const again = performance.now()
  await turns.take(idle, async () => undefined)
  expect(performance.now() - again).toBeLessThan(40)
})

import { expect, onTestFinished, test } from 'vitest'
import { openStore } from './store.ts'
import { storedSiteFiles } from './site-files.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-11-23T08:00:00Z')

function press(maxBytes?: number) {
  const store = openStore(':memory:')
  onTestFinished(() => store.close())
  const clock = { now: start }
  const files = storedSiteFiles(store, { now: () => clock.now, ...(maxBytes !== undefined && { maxBytes }) })
  const keep = (host: string, text: string, ms = dayMs): void =>
    files.set({ reach: '', url: `https://${host}.example/robots.txt` }, { status: 200, text, until: clock.now + ms })
  const has = (host: string): boolean =>
    files.get({ reach: '', url: `https://${host}.example/robots.txt` }) !== undefined
  const rows = (): unknown => store.db.prepare('SELECT COUNT(*) AS n FROM site_file').get()?.n
  return { store, clock, files, keep, has, rows }
}

test('storedSiteFiles() gives back each sign of a file, also behind a NUL, and the last answer of a site', () => {
  const { files, rows } = press()
  const name = { reach: '', url: 'https://mill.example/robots.txt' }
  files.set(name, { status: 404, text: '', until: start + 1 })
  files.set(name, { status: 200, text: 'User-agent: *\n\0\nDisallow: /oats é 外', until: start + dayMs })
  expect(files.get(name)).toEqual({
    status: 200,
    text: 'User-agent: *\n\0\nDisallow: /oats é 外',
    until: start + dayMs,
  })
  expect(rows()).toBe(1)
})

test('storedSiteFiles() tells no reach what another heard', () => {
  const { files } = press()
  const url = 'http://press.lan/robots.txt'
  files.set({ reach: 'press.lan', url }, { status: 200, text: 'Disallow: /secret', until: start + dayMs })
  expect(files.get({ reach: '', url })).toBeUndefined()
})

test('storedSiteFiles() removes what is no more believed, and what a clock that was ahead kept', () => {
  const { clock, keep, rows, has } = press()
  keep('mill', '', 600_000)
  keep('weir', '')
  clock.now = start + 2 * dayMs
  keep('quay', '')
  expect(rows()).toBe(1)
  clock.now = start
  keep('ford', '')
  expect([rows(), has('ford')]).toEqual([1, true])
})

test('storedSiteFiles() stays in its bound: large files of strangers push out each other, the oldest first', () => {
  const { keep, has, rows, store } = press(1_000_000)
  for (let at = 0; at < 100; at++) keep(`mill-${at}`, 'User-agent: *\nDisallow: /oats')
  for (let at = 0; at < 30; at++) keep(`stranger-${at}`, 'x'.repeat(200_000), dayMs - 30 + at)
  expect(Array.from({ length: 100 }, (_, at) => has(`mill-${at}`)).every(Boolean)).toBe(true)
  expect([has('stranger-29'), has('stranger-0')]).toEqual([true, false])
  expect(Number(rows())).toBeLessThan(106)
  expect(store.db.prepare('SELECT TOTAL(LENGTH(data)) <= 1000000 AS bound FROM site_file').get()).toEqual({ bound: 1 })
})

test('storedSiteFiles() has a site asked again whose row is damaged', () => {
  const { store, keep, has } = press()
  keep('mill', '')
  store.db.exec("UPDATE site_file SET data = '{'")
  expect(has('mill')).toBe(false)
})

import { expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Got } from './get.ts'
import type { SiteFile, SiteFiles } from './site-files.ts'
import { createSiteRules, type SiteRules } from './site-rules.ts'
import { createTurns } from './turns.ts'

type Answer = { status?: number; text: string } | FetchError

/** Processes that come one after the other on one press; `asked`: every file that one of them asked for. */
function press(answer: (url: string) => Answer) {
  const asked: string[] = []
  const rows = new Map<string, SiteFile>()
  const files: SiteFiles = {
    get: ({ reach, url }) => rows.get(`${reach} ${url}`),
    set: ({ reach, url }, file) => void rows.set(`${reach} ${url}`, file),
  }
  const clock = { now: Date.parse('2026-11-28T06:00:00Z') }
  const now = (): number => clock.now
  const fetch = async (url: string): Promise<Got> => {
    asked.push(new URL(url).pathname)
    const said = answer(url)
    if (said instanceof FetchError) throw said
    const rest = { headers: {}, charset: 'utf-8', redirects: [], fetchedAt: '2026-11-28T06:00:00Z' }
    return { url, status: said.status ?? 200, bytes: Buffer.from(said.text), text: said.text, ...rest }
  }
  const begin = ({ product = 'Waikan', reach = '' } = {}): SiteRules => {
    const turns = createTurns({ pauseMs: 0, now, holds: new Map() })
    return createSiteRules({ product, now, turns, fetch, reach: () => reach, files })
  }
  return { begin, asked, clock, rows }
}

const oats = new URL('https://mill.example/oats/1')
const hourMs = 3_600_000

test('a process asks no site for what another heard of it within a day, and no longer believes it than that one', async () => {
  const { begin, asked, clock } = press(() => ({ text: 'User-agent: *\nDisallow: /oats' }))
  await expect(begin().check(oats)).rejects.toThrow('robots.txt forbids')
  clock.now += 23 * hourMs
  const second = begin()
  await expect(second.check(oats)).rejects.toThrow('robots.txt forbids')
  expect(asked).toEqual(['/robots.txt'])
  clock.now += hourMs
  await expect(second.check(oats)).rejects.toThrow('robots.txt forbids')
  expect(asked).toEqual(['/robots.txt', '/robots.txt'])
})

test('the TDM file is kept as well, a page that stands in its place is not', async () => {
  const rules = '[{"location": "/oats/*", "tdm-reservation": 1}]'
  const { begin, asked, rows } = press((url) => ({
    text: url.endsWith('.json') ? (url.includes('mill') ? rules : '<html>Welcome</html>') : '',
  }))
  for (const _ of [1, 2]) expect(await begin().reserved(oats)).toEqual(['/.well-known/tdmrep.json: tdm-reservation 1'])
  expect(await begin().reserved(new URL('https://quay.example/1'))).toEqual([])
  expect(asked).toEqual(['/robots.txt', '/.well-known/tdmrep.json', '/robots.txt', '/.well-known/tdmrep.json'])
  expect(rows.get(' https://quay.example/.well-known/tdmrep.json')?.text).toBe('')
})

test('another name of ours is held against the words that were kept, and the site is not asked', async () => {
  const { begin, asked } = press(() => ({ text: 'User-agent: Courier\nDisallow: /' }))
  await begin().check(oats)
  await expect(begin({ product: 'Courier' }).check(oats)).rejects.toThrow('robots.txt forbids')
  expect(asked).toEqual(['/robots.txt'])
})

test('a process with another reach asks for itself', async () => {
  const { begin, asked } = press(() => ({ text: 'User-agent: *\nDisallow: /oats' }))
  await expect(begin({ reach: 'press.lan' }).check(oats)).rejects.toThrow('robots.txt forbids')
  await expect(begin().check(oats)).rejects.toThrow('robots.txt forbids')
  expect(asked.length).toBe(2)
})

test.each([429, 500, 503])('a %s of either file is kept for ten minutes', async (status) => {
  const { begin, asked, clock } = press((url) => (url.endsWith('txt') ? { text: '' } : { text: '', status }))
  const shut = press(() => ({ text: '', status }))
  for (const wait of [0, 600_000 - 1, 1]) {
    clock.now += wait
    shut.clock.now += wait
    await begin().reserved(oats)
    await expect(shut.begin().check(oats)).rejects.toMatchObject({ retryable: true, retryAfterMs: 600_000 })
  }
  expect(asked).toEqual(['/robots.txt', '/.well-known/tdmrep.json', '/.well-known/tdmrep.json'])
  expect(shut.asked.length).toBe(2)
})

test('that nobody answered is for the next process to try again', async () => {
  let answer: Answer = new FetchError('Cannot fetch', { url: oats.href, retryable: true })
  const { begin } = press(() => answer)
  await expect(begin().check(oats)).rejects.toThrow('cannot be read just now')
  answer = { text: '', status: 404 }
  await expect(begin().check(oats)).resolves.toBeUndefined()
})

test('what a clock that was hours ahead kept is not believed', async () => {
  const { begin, asked, clock } = press(() => ({ text: '' }))
  clock.now += 5 * hourMs
  await begin().check(oats)
  clock.now -= 5 * hourMs
  await begin().check(oats)
  expect(asked.length).toBe(2)
})

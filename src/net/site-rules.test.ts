import { expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Got } from './get.ts'
import { createSiteRules } from './site-rules.ts'
import { createTurns } from './turns.ts'

type Answer = { status?: number; text: string } | FetchError

/** Rules of sites whose files `answer` gives, and every file that was asked for. */
function rulesOf(answer: (url: string) => Answer | Promise<Answer>) {
  const asked: string[] = []
  const clock = { now: Date.parse('2026-11-28T06:00:00Z') }
  const fetch = async (url: string, cutAt: number): Promise<Got> => {
    asked.push(url)
    const said = await answer(url)
    if (said instanceof FetchError) throw said
    const bytes = Buffer.from(said.text).subarray(0, cutAt)
    const rest = { headers: {}, charset: 'utf-8', redirects: [], fetchedAt: '2026-11-28T06:00:00Z' }
    return { url, status: said.status ?? 200, bytes, text: bytes.toString('utf8'), ...rest }
  }
  const now = (): number => clock.now
  const turns = createTurns({ pauseMs: 0, now, holds: new Map() })
  return { rules: createSiteRules({ product: 'Waikan', now, turns, fetch }), asked, clock }
}

const page = (host: string): URL => new URL(`https://${host}.example/oats/1`)
const forbidsOats = { text: 'User-agent: *\nDisallow: /oats' }

test('many pages of a site at once ask for its robots.txt once', async () => {
  const { rules, asked } = rulesOf(() => ({ text: '' }))
  await Promise.all(Array.from({ length: 9 }, () => rules.check(page('mill'))))
  await rules.check(page('mill'))
  expect(asked).toEqual(['https://mill.example/robots.txt'])
})

test('rules are believed for a day, and those that could not be read for ten minutes', async () => {
  let answer: Answer = forbidsOats
  const { rules, asked, clock } = rulesOf(() => answer)
  await expect(rules.check(page('mill'))).rejects.toThrow('robots.txt forbids')
  clock.now += 86_400_000 - 1
  await expect(rules.check(page('mill'))).rejects.toThrow('robots.txt forbids')
  expect(asked.length).toBe(1)
  answer = { status: 503, text: '' }
  clock.now += 1
  await expect(rules.check(page('mill'))).rejects.toThrow('cannot be read just now')
  answer = { status: 404, text: '' }
  clock.now += 599_999
  await expect(rules.check(page('mill'))).rejects.toThrow('cannot be read just now')
  clock.now += 1
  await rules.check(page('mill'))
  expect(asked.length).toBe(3)
})

test.each([429, 500, 502, 503, 504, 599])(
  'a robots.txt that answers %s forbids all for the time being',
  async (status) => {
    const { rules } = rulesOf(() => ({ text: '', status }))
    await expect(rules.check(page('mill'))).rejects.toMatchObject({ retryable: true, retryAfterMs: 600_000 })
  },
)

test('a page that robots.txt forbids is not to be asked for again', async () => {
  const { rules } = rulesOf(() => forbidsOats)
  await expect(rules.check(page('mill'))).rejects.toMatchObject({ retryable: false, retryAfterMs: null })
})

test.each([401, 403, 404, 410, 451])('a robots.txt that answers %s forbids nothing', async (status) => {
  const { rules } = rulesOf(() => ({ ...forbidsOats, status }))
  await expect(rules.check(page('mill'))).resolves.toBeUndefined()
})

const refusal = (url: string, retryable = false): FetchError => new FetchError('Cannot fetch', { url, retryable })
test.each([
  ['a private address', refusal('http://10.0.0.7/robots.txt')],
  ['a name with a private address', refusal('https://inner.mill.example')],
  ['no address', refusal('https://mill.example/robots.txt')],
  ['another scheme', refusal('ftp://mill.example/robots.txt')],
  ['itself', refusal('https://mill.example/robots.txt', true)],
])('a robots.txt that redirects to %s cannot be read just now', async (_what, error) => {
  const { rules } = rulesOf(() => error)
  await expect(rules.check(page('mill'))).rejects.toMatchObject({ retryable: true, retryAfterMs: 600_000 })
})

test('a site whose own address is refused stays refused', async () => {
  const { rules } = rulesOf(() => refusal('https://mill.example'))
  await expect(rules.check(page('mill'))).rejects.toMatchObject({ message: 'Cannot fetch', retryable: false })
})

test('of a robots.txt that is cut at the limit the line at its end does not count', async () => {
  const start = 'User-agent: *\nDisallow: /\n'
  const comment = `#${' '.repeat(512_000 - start.length - '#\nAllow: /'.length)}\n`
  const { rules } = rulesOf(() => ({ text: `${start}${comment}Allow: /public` }))
  await expect(rules.check(page('mill'))).rejects.toThrow('robots.txt forbids')
})

test('of a robots.txt without line ends the cut line counts for nothing, and no page is taken for forbidden', async () => {
  const { rules } = rulesOf(() => ({ text: 'x'.repeat(600_000) }))
  await expect(rules.check(page('mill'))).resolves.toBeUndefined()
})

const large = (rule: string): Answer => ({
  text: `User-agent: *\n${Array.from({ length: 5000 }, (_, n) => `Disallow: /${n}${'é'.repeat(40)}\n`).join('')}${rule}`,
})

test('large files of strangers push out each other, not what small sites said', async () => {
  const { rules, asked } = rulesOf((url) => (url.includes('stranger') ? large('') : forbidsOats))
  const small = Array.from({ length: 50 }, (_, number) => page(`mill-${number}`))
  const visit = async (): Promise<void> => {
    for (const site of small) await expect(rules.check(site)).rejects.toThrow('robots.txt forbids')
  }
  await visit()
  for (let number = 0; number < 40; number++) await rules.check(page(`stranger-${number}`))
  await visit()
  expect(asked.filter((url) => url.includes('mill')).length).toBe(50)
  // What was pushed out is asked for again, and obeyed as before.
  await rules.check(page('stranger-39'))
  expect(asked.length).toBe(90)
  await rules.check(page('stranger-0'))
  expect(asked.length).toBe(91)
})

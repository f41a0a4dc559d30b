import { isDue } from '../../src/collect/schedule.ts'
import type { FeedState } from '../../src/types/feed-state.ts'
import type { Behaviour } from './requests.ts'
import { must, should, site } from './verdicts.ts'
import { say, start, type World } from './world.ts'

const hours = (to: string | null): number => (Date.parse(to ?? start) - Date.parse(start)) / 3_600_000
const waited = async (world: World, state: Partial<FeedState> = {}): Promise<number> =>
  hours((await world.visit({ state })).state.nextDueAt)
const rhythm = (wish: Partial<NonNullable<FeedState['rhythm']>>): Partial<FeedState> => ({
  rhythm: { gapMs: null, ttlMinutes: null, skipHours: [], skipDays: [], ...wish },
})
const pace: Behaviour[] = [
  must(
    'skipHours hold after a failure too',
    say({}, '', 500),
    async (world) => (await waited(world, rhythm({ skipHours: [9, 10] }))) >= 3,
  ),
  must(
    'ttl holds after a failure too',
    say({}, '', 500),
    async (world) => (await waited(world, rhythm({ ttlMinutes: 300 }))) >= 5,
  ),
  must(
    'the max-age of a 404 is waited for',
    say({ 'cache-control': 'max-age=18000' }, '', 404),
    async (world) => (await waited(world)) >= 5,
  ),
  must(
    'Retry-After of zero is no reason to hurry',
    say({ 'retry-after': '0' }, '', 503),
    async (world) => (await waited(world)) >= 1,
  ),
  must(
    'a negative Retry-After is no reason to hurry',
    say({ 'retry-after': '-60' }, '', 503),
    async (world) => (await waited(world)) >= 1,
  ),
  must(
    'an enormous Retry-After ends no subscription',
    say({ 'retry-after': '99999999999999999999' }, '', 503),
    async (world) => {
      const wait = await waited(world)
      return wait >= 24 * 7 && wait < 24 * 8
    },
  ),
  must(
    'Retry-After given twice is read once',
    (response) => {
      response.socket?.end('HTTP/1.1 503 No\r\nRetry-After: 18000\r\nRetry-After: 18000\r\nContent-Length: 0\r\n\r\n')
    },
    async (world) => (await waited(world)) >= 5,
  ),
  must(
    'Retry-After as a date is read by the clock of the server',
    say({ date: 'Tue, 24 Nov 2020 08:00:00 GMT', 'retry-after': 'Tue, 24 Nov 2020 13:00:00 GMT' }, '', 429),
    async (world) => (await waited(world)) >= 5,
  ),
  should('420 stops the whole host as 429 does', say({}, '', 420), async (world) => {
    await world.visit()
    await world.visit({ path: '/other' })
    return world.asked.length === 1
  }),
  must(
    'a feed that was not asked because its host is held counts no failure',
    say({ 'retry-after': '7200' }, '', 429),
    async (world) => {
      await world.visit()
      const { state } = await world.visit({ path: '/other', state: { failures: 0 } })
      return (
        state.failures === 0 &&
        hours(state.nextDueAt) >= 1.9 &&
        hours(state.nextDueAt) < 2.5 &&
        state.checkedAt === null
      )
    },
  ),
  must(
    's-maxage is for shared caches and not for us',
    say({ 'cache-control': 's-maxage=86400, max-age=7200' }),
    async (world) => {
      const wait = await waited(world)
      return wait >= 2 && wait < 2.3
    },
  ),
  must(
    'Expires counts for nothing beside max-age',
    say({ 'cache-control': 'max-age=7200', expires: 'Mon, 23 Nov 2026 20:00:00 GMT' }),
    async (world) => {
      const wait = await waited(world)
      return wait >= 2 && wait < 2.3
    },
  ),
  must(
    'max-age in quotation marks and capitals is read',
    say({ 'cache-control': 'Public, Max-Age="7200"' }),
    async (world) => (await waited(world)) >= 2,
  ),
  must(
    'a negative or garbled max-age is no reason to hurry',
    say({ 'cache-control': 'max-age=-1, max-age=soon' }),
    async (world) => (await waited(world)) >= 0.25,
  ),
  must(
    'Expires of 0, -1 or in the past is no reason to hurry',
    say({ expires: '-1' }),
    async (world) => (await waited(world)) >= 0.25,
  ),
  must(
    'a garbled Age does not shorten max-age',
    say({ 'cache-control': 'max-age=7200', age: 'old' }),
    async (world) => (await waited(world)) >= 2,
  ),
  must(
    'immutable does not end a subscription',
    say({ 'cache-control': 'max-age=31536000, immutable' }),
    async (world) => (await waited(world)) < 30,
  ),
  must(
    'no-store does not keep the marks from being sent',
    say({ 'cache-control': 'no-store', etag: '"1"' }),
    async (world) => {
      await world.visit({ state: (await world.visit()).state })
      return world.asked[1]?.headers['if-none-match'] === '"1"'
    },
  ),
  must('a feed that is new is asked once', say(), async (world) => {
    const { state } = await world.visit()
    return !isDue(state, start) && world.asked.length === 1
  }),
]

const movesOf = async (
  world: World,
  times: number,
  state: Partial<FeedState> = {},
): Promise<Awaited<ReturnType<World['visit']>>[]> => {
  const all = []
  let last: Partial<FeedState> = state
  for (let more = 0; more < times; more++) {
    const visit = await world.visit({ state: last })
    last = visit.state
    all.push(visit)
  }
  return all
}
const moves: Behaviour[] = [
  must(
    'a move is told once, not with every answer',
    site({ '/feed': say({ location: '/new' }, '', 301), '/new': say() }),
    async (world) => (await movesOf(world, 8)).filter(({ message }) => message !== null).length === 1,
  ),
  must(
    'a feed that moved and moves again is found again',
    (response, request, number) => {
      const later = number >= 7
      const to: Record<string, string | undefined> = { '/feed': '/new', ...(later && { '/new': '/newest' }) }
      const location = to[request.url ?? '']
      ;(location === undefined ? say() : say({ location }, '', 301))(response, request, number)
    },
    async (world) => {
      await movesOf(world, 14)
      return world.asked.at(-1)?.path === '/newest' && world.asked.at(-2)?.path === '/newest'
    },
  ),
  must(
    'a feed with a password keeps it when it moves within its origin',
    (response, request, number) =>
      (request.headers.authorization === undefined
        ? say({}, '', 401)
        : site({ '/feed': say({ location: '/new' }, '', 301), '/new': say() }))(response, request, number),
    async (world) => {
      let state: Partial<FeedState> = {}
      const url = `${world.url.replace('//', '//ann:pw@')}/feed`
      let outcome = ''
      for (let more = 0; more < 5; more++) {
        const visit = await world.visit({ state, url })
        state = visit.state
        outcome = visit.outcome
      }
      return outcome === 'unchanged' && world.asked.at(-1)?.path === '/new'
    },
  ),
  must('a redirect without Location is a failure', say({}, '', 302), async (world) =>
    /answered 302/u.test((await world.visit()).message ?? ''),
  ),
  must('a Location that is no address is a failure', say({ location: 'http://[nonsense' }, '', 302), async (world) =>
    /no address/u.test((await world.visit()).message ?? ''),
  ),
  ...['new', './new', '../new', '/a/../new', '/new#part', '?q=1', '/n%C3%A9w', '/a b'].map((location) =>
    must(
      `the relative Location \`${location}\` is followed`,
      (response, request, number) =>
        (request.url === '/feed' ? say({ location }, '', 302) : say())(response, request, number),
      async (world) => (await world.visit()).outcome === 'new' && world.asked.length === 2,
    ),
  ),
]

/** When a feed is asked again, and where. */
export const paceAndMoves: Behaviour[] = [...pace, ...moves]

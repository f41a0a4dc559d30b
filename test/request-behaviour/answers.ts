import { isDue } from '../../src/collect/schedule.ts'
import type { FeedState } from '../../src/types/feed-state.ts'
import type { Behaviour } from './requests.ts'
import { feedText, say, start, type Answer, type World } from './world.ts'

const hours = (from: string, to: string | null): number => (Date.parse(to ?? from) - Date.parse(from)) / 3_600_000
/** A feed whose answer has these headers is not asked again within so many hours, and is within `most`. */
const waits = (
  what: string,
  answer: Answer,
  range: { least: number; most: number; state?: Partial<FeedState> },
): Behaviour => ({
  level: 'must',
  what,
  answer,
  run: async (world) => {
    const { state } = await world.visit({ state: range.state ?? {} })
    const waited = hours(start, state.nextDueAt)
    return waited >= range.least && waited <= range.most
  },
})
const inChannel = (fields: string): string => feedText.replace('<title>T</title>', fields)
const items = (gapHours: number, last = Date.parse(start)): string =>
  `<rss><channel>${Array.from({ length: 8 }, (_, at) => `<item><guid>${at}</guid><pubDate>${new Date(last - at * gapHours * 3_600_000).toUTCString()}</pubDate></item>`).join('')}</channel></rss>`
const redirect =
  (status: number, location: string): Answer =>
  (response, request, number) =>
    request.url === '/feed'
      ? say({ location }, '', status)(response, request, number)
      : say()(response, request, number)
const thrice = async (world: World, state: Partial<FeedState> = {}): Promise<FeedState> => {
  let last = (await world.visit({ state })).state
  for (let more = 0; more < 2; more++) last = (await world.visit({ state: last })).state
  return last
}
const robots =
  (text: string, status = 200): Answer =>
  (response, request, number) => {
    const body = request.url === '/robots.txt' ? text : '<html><body><p>Hi</p></body></html>'
    const special = request.url === '/robots.txt' || request.url?.startsWith('/.well-known') === true
    say(
      { 'content-type': 'text/html' },
      request.url?.startsWith('/.well-known') ? '' : body,
      special ? (request.url === '/robots.txt' ? status : 404) : 200,
    )(response, request, number)
  }
const page = (world: World, path: string): Promise<string> =>
  world.get(world.url + path, { kind: 'page' }).then(
    ({ status }) => String(status),
    (error: unknown) => String(error),
  )

const schedule: Behaviour[] = [
  waits('max-age is waited for', say({ 'cache-control': 'public, max-age=14400' }), { least: 4, most: 4.4 }),
  waits('max-age on a 304 is waited for', say({ 'cache-control': 'max-age=14400' }, '', 304), {
    least: 4,
    most: 4.4,
    state: { etag: '"1"' },
  }),
  waits('Age is taken off max-age', say({ 'cache-control': 'max-age=14400', age: '7200' }), { least: 2, most: 2.2 }),
  waits(
    'Expires is waited for, by the clock of the server',
    say({ date: 'Mon, 23 Nov 2020 08:00:00 GMT', expires: 'Mon, 23 Nov 2020 13:00:00 GMT' }),
    { least: 5, most: 5.5 },
  ),
  waits(
    'Expires on a 304 is waited for',
    say({ date: 'Mon, 23 Nov 2026 08:00:00 GMT', expires: 'Mon, 23 Nov 2026 13:00:00 GMT' }, '', 304),
    { least: 5, most: 5.5, state: { etag: '"1"' } },
  ),
  waits('a wrong max-age does not end a subscription', say({ 'cache-control': 'max-age=99999999' }), {
    least: 24,
    most: 27,
  }),
  waits('no-cache does not make it ask more often', say({ 'cache-control': 'no-cache' }), { least: 0.25, most: 2 }),
  waits('ttl is waited for', say({}, inChannel('<ttl>180</ttl>')), { least: 3, most: 3.3 }),
  waits(
    'sy:updatePeriod is waited for',
    say({}, inChannel('<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>')),
    { least: 6, most: 6.6 },
  ),
  waits('skipHours are skipped', say({}, inChannel('<skipHours><hour>9</hour><hour>10</hour></skipHours>')), {
    least: 3,
    most: 3.2,
  }),
  waits('skipDays are skipped', say({}, inChannel('<skipDays><day>Monday</day></skipDays>')), {
    least: 16,
    most: 16.2,
  }),
  waits('a feed with an item an hour is asked about twice an hour', say({}, items(1)), { least: 0.5, most: 0.6 }),
  waits('a feed with an item every three days is asked once a day', say({}, items(72)), { least: 24, most: 27 }),
  waits('a feed that fell silent is asked once a day', say({}, items(1, Date.parse(start) - 60 * 86_400_000)), {
    least: 24,
    most: 27,
  }),
  waits('never more often than every quarter of an hour', say({}, items(0.01)), { least: 0.25, most: 0.3 }),
  waits('the learnt pace holds after a 304', say({}, '', 304), {
    least: 6,
    most: 6.6,
    state: { etag: '"1"', rhythm: { gapMs: 12 * 3_600_000, ttlMinutes: null, skipHours: [], skipDays: [] } },
  }),
  waits('Retry-After in seconds is waited for on 429', say({ 'retry-after': '36000' }, '', 429), {
    least: 10,
    most: 10.1,
  }),
  waits('Retry-After in seconds is waited for on 503', say({ 'retry-after': '36000' }, '', 503), {
    least: 10,
    most: 10.1,
  }),
  waits(
    'Retry-After as a date is waited for',
    say({ date: 'Mon, 23 Nov 2026 08:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 20:00:00 GMT' }, '', 503),
    { least: 12, most: 12.1 },
  ),
  waits(
    'Retry-After as a date of RFC 850 and of asctime is waited for',
    say({ date: 'Mon, 23 Nov 2026 08:00:00 GMT', 'retry-after': 'Mon Nov 23 20:00:00 2026' }, '', 429),
    { least: 12, most: 12.1 },
  ),
  waits('an unreadable Retry-After is no reason to hurry', say({ 'retry-after': 'soon' }, '', 503), {
    least: 1,
    most: 1.1,
  }),
  waits('a first failure waits an hour', say({}, '', 500), { least: 1, most: 1.1 }),
  waits('a third failure waits four hours', say({}, '', 500), { least: 4, most: 4.4, state: { failures: 2 } }),
  waits('a thirtieth failure waits a day, no longer', say({}, '', 500), {
    least: 24,
    most: 27,
    state: { failures: 29 },
  }),
  waits('one success ends the back-off', say(), { least: 0.25, most: 1.1, state: { failures: 29 } }),
  {
    level: 'must',
    what: 'the max-age of the last whole answer holds after a 304 that names none',
    answer: (response, request, number) =>
      number === 0
        ? say({ 'cache-control': 'max-age=14400', etag: '"1"' }, items(0.1))(response, request, number)
        : say({}, '', 304)(response, request, number),
    run: async (world) => {
      const { state } = await world.visit({ state: (await world.visit()).state })
      return hours(start, state.nextDueAt) >= 4
    },
  },
  {
    level: 'should',
    what: 'feeds with the same answer do not all fall due together, and each keeps its place',
    answer: say(),
    run: async (world) => {
      const due = async (): Promise<string | null> => (await world.visit()).state.nextDueAt
      return (await due()) === (await due()) && hours(start, await due()) !== 1
    },
  },
  {
    level: 'must',
    what: 'a due time that a wrong clock set far ahead is not waited for; one set by a clock an hour behind is',
    answer: say(),
    run: () => {
      const state = (nextDueAt: string) => ({ status: 'active' as const, nextDueAt })
      return Promise.resolve(
        isDue(state('2031-01-01T00:00:00Z'), start) && !isDue(state('2026-11-23T09:00:00Z'), start),
      )
    },
  },
  {
    level: 'must',
    what: '410 ends a feed, and says so',
    answer: say({}, '', 410),
    run: async (world) => {
      const { outcome, message, state } = await world.visit()
      return outcome === 'gone' && /answered 410/u.test(message ?? '') && !isDue(state, '2027-01-01T00:00:00Z')
    },
  },
]

const moves: Behaviour[] = [301, 308].map((status) => ({
  level: 'must',
  what: `${status} three times in a row moves a feed, and says so`,
  answer: redirect(status, '/new'),
  run: async (world) => {
    const state = await thrice(world)
    await world.visit({ state })
    return state.movedTo?.times === 3 && world.asked.at(-1)?.path === '/new' && world.asked.length === 7
  },
}))
moves.push(
  ...[302, 303, 307].map((status): Behaviour => ({
    level: 'must',
    what: `${status} is followed and never remembered`,
    answer: redirect(status, '/new'),
    run: async (world) => (await thrice(world)).movedTo === null && world.asked.at(-1)?.path === '/new',
  })),
  {
    level: 'must',
    what: 'a permanent redirect that a temporary one follows does not move a feed',
    answer: (response, request, number) =>
      request.url === '/mid'
        ? say({ location: '/new' }, '', 302)(response, request, number)
        : redirect(301, '/mid')(response, request, number),
    run: async (world) => (await thrice(world)).movedTo === null,
  },
  {
    level: 'must',
    what: 'permanent redirects that disagree do not move a feed',
    answer: (response, request, number) => redirect(301, `/new${number}`)(response, request, number),
    run: async (world) => (await thrice(world)).movedTo?.times === 1,
  },
  {
    level: 'must',
    what: 'a permanent redirect to a page does not move a feed',
    answer: (response, request, number) =>
      (request.url === '/feed' ? say({ location: '/' }, '', 301) : say({}, '<html>Hi</html>'))(
        response,
        request,
        number,
      ),
    run: async (world) => (await thrice(world)).movedTo === null,
  },
  ...[302, 307].map((status): Behaviour => ({
    level: 'must',
    what: `410 behind a ${status} ends no feed, however often`,
    answer: (response, request, number) =>
      (request.url === '/feed' ? say({ location: '/pause' }, '', status) : say({}, '', 410))(response, request, number),
    run: async (world) => {
      const { status: after, failures } = await thrice(world)
      return after === 'active' && failures === 3
    },
  })),
  {
    level: 'must',
    what: '410 behind a permanent redirect ends a feed the third time in a row',
    answer: (response, request, number) =>
      (request.url === '/feed' ? say({ location: '/new' }, '', 308) : say({}, '', 410))(response, request, number),
    run: async (world) => {
      const first = (await world.visit()).state
      return first.status === 'active' && (await thrice(world)).status === 'gone'
    },
  },
  {
    level: 'must',
    what: '410 at a new address sends the next request to the old one',
    answer: (response, request, number) => say({}, '', request.url === '/new' ? 410 : 200)(response, request, number),
    run: async (world) => {
      const { state } = await world.visit({ state: { movedTo: { url: `${world.url}/new`, times: 3 } } })
      await world.visit({ state })
      return world.asked.map(({ path }) => path).join(' ') === '/new /feed'
    },
  },
  {
    level: 'should',
    what: 'a new address that keeps failing is doubted: the old one is asked now and then',
    answer: say(),
    run: async (world) => {
      await world.visit({ state: { movedTo: { url: `${world.url}/new`, times: 3 }, failures: 3 } })
      return world.asked[0]?.path === '/feed'
    },
  },
  {
    level: 'must',
    what: 'a circle of redirects ends at once',
    answer: say({ location: '/feed' }, '', 301),
    run: async (world) => /in a circle/u.test((await world.visit()).message ?? '') && world.asked.length === 1,
  },
  {
    level: 'must',
    what: 'redirects without end stop after ten',
    answer: (response, request, number) => say({ location: `/${number}` }, '', 302)(response, request, number),
    run: async (world) => /expected at most 10/u.test((await world.visit()).message ?? '') && world.asked.length === 11,
  },
  ...[
    'http://127.0.0.1:9/',
    'http://[::ffff:7f00:1]:9/',
    'http://2130706433:9/',
    'http://169.254.169.254/',
    'file:///etc/passwd',
  ].map((location): Behaviour => ({
    level: 'must',
    what: `a redirect to \`${location}\` is refused`,
    answer: say({ location }, '', 302),
    run: async (world) => /not public|expected http/u.test((await world.visit()).message ?? ''),
  })),
)

const hosts: Behaviour[] = [
  {
    level: 'must',
    what: 'requests to one host come one after the other on one connection, with the pause between them',
    answer: say(),
    options: { perHostDelayMs: 120 },
    run: async (world) => {
      await Promise.all(['/a', '/b', '/c'].map((path) => world.get(world.url + path, { kind: 'feed' })))
      const [first, second, third] = world.asked
      if (first === undefined || second === undefined || third === undefined) return false
      const ports = new Set(world.asked.map(({ port }) => port))
      return second.at - first.at >= 115 && third.at - second.at >= 115 && ports.size === 1
    },
  },
  {
    level: 'must',
    what: 'after Retry-After the whole host is left alone, other hosts are not',
    answer: (response, request, number) =>
      say({ 'retry-after': '60' }, '', number === 0 ? 429 : 200)(response, request, number),
    run: async (world) => {
      await world.visit()
      const same = await world.visit({ path: '/other' })
      const elsewhere = await world.get(`${world.url.replace('127.0.0.1', 'localhost')}/x`, { kind: 'feed' })
      return /asked us to wait/u.test(same.message ?? '') && elsewhere.status === 200 && world.asked.length === 2
    },
  },
  {
    level: 'should',
    what: '429 without a time stops the host for some minutes',
    answer: say({}, '', 429),
    run: async (world) => {
      await world.visit()
      return /another 300 seconds/u.test((await world.visit({ path: '/other' })).message ?? '')
    },
  },
  {
    level: 'must',
    what: 'robots.txt keeps it from a page, is asked once, and is not asked for feeds',
    answer: robots('User-agent: Waikan\nDisallow: /no\n\nUser-agent: *\nDisallow: /'),
    run: async (world) => {
      await world.visit()
      const [no, yes] = [await page(world, '/no/1'), await page(world, '/yes')]
      const asked = world.asked.filter(({ path }) => path === '/robots.txt').length
      return world.asked[0]?.path === '/feed' && /forbids this page/u.test(no) && yes === '200' && asked === 1
    },
  },
  ...[404, 403].map((status): Behaviour => ({
    level: 'must',
    what: `robots.txt that answers ${status} forbids nothing`,
    answer: robots('User-agent: *\nDisallow: /', status),
    run: async (world) => (await page(world, '/a')) === '200',
  })),
  {
    level: 'must',
    what: 'robots.txt that answers 503 forbids every page for the time being',
    answer: robots('', 503),
    run: async (world) => /cannot be read just now/u.test(await page(world, '/a')),
  },
  {
    level: 'must',
    what: 'of a robots.txt without end the first 500 kB count',
    answer: robots(`User-agent: *\nDisallow: /no\n${'# x\n'.repeat(200_000)}`),
    run: async (world) => /forbids this page/u.test(await page(world, '/no')) && (await page(world, '/a')) === '200',
  },
  {
    level: 'must',
    what: 'robots.txt behind a redirect counts',
    answer: (response, request, number) =>
      request.url === '/robots.txt'
        ? say({ location: '/r' }, '', 301)(response, request, number)
        : say({}, request.url === '/r' ? 'User-agent: *\nDisallow: /no' : '')(response, request, number),
    run: async (world) => /forbids this page/u.test(await page(world, '/no')),
  },
  ...[
    ['X-Robots-Tag: noai', { 'x-robots-tag': 'noai' }, '<html></html>'],
    ['the header tdm-reservation', { 'tdm-reservation': '1' }, '<html></html>'],
    ['a meta element with noai', {}, '<html><meta name="robots" content="noai, noimageai"></html>'],
  ].map(([what, headers, body]): Behaviour => ({
    level: 'must',
    what: `${String(what)} is found on a page and handed on`,
    answer: (response, request, number) =>
      (request.url === '/a' ? say(headers as Record<string, string>, String(body)) : say({}, '', 404))(
        response,
        request,
        number,
      ),
    run: async (world) => ((await world.get(`${world.url}/a`, { kind: 'page' })).optOut ?? []).length === 1,
  })),
  {
    level: 'must',
    what: '/.well-known/tdmrep.json is respected and asked once a day',
    answer: (response, request, number) => {
      const rules = '[{"location":"/a","tdm-reservation":1}]'
      say(
        {},
        request.url === '/.well-known/tdmrep.json' ? rules : '<html></html>',
        request.url === '/robots.txt' ? 404 : 200,
      )(response, request, number)
    },
    run: async (world) => {
      const [a, b] = [
        await world.get(`${world.url}/a`, { kind: 'page' }),
        await world.get(`${world.url}/b`, { kind: 'page' }),
      ]
      const asked = world.asked.filter(({ path }) => path.startsWith('/.well-known')).length
      return a.optOut?.length === 1 && b.optOut === undefined && asked === 1
    },
  },
]

export const answers: Behaviour[] = [...schedule, ...moves, ...hosts]

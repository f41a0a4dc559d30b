import { FetchError } from '../../src/errors.ts'
import type { Behaviour } from './requests.ts'
import { must, should, site } from './verdicts.ts'
import { say, type Answer, type World } from './world.ts'

const robots = (text: string | Buffer): Answer => site({ '/robots.txt': say({ 'content-type': 'text/plain' }, text) })
/** Is a page of this path asked for at all? */
const asksFor = async (world: World, path: string): Promise<boolean> => {
  await world.get(world.url + path, { kind: 'page' }).catch(() => undefined)
  return world.asked.some((one) => one.path === path)
}

const allowsOf: [string, string, string, boolean][] = [
  ['the longer rule counts', 'User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
  ['of two rules as long Allow counts', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
  ['our name in other letters counts', 'User-agent: WAIKAN\nDisallow: /a', '/a', false],
  ['a group of our name counts alone', 'User-agent: *\nDisallow: /\n\nUser-agent: waikan\nDisallow: /b', '/a', true],
  [
    'two groups of our name count together',
    'User-agent: waikan\nDisallow: /a\n\nUser-agent: x\nDisallow: /c\n\nUser-agent: waikan\nDisallow: /b',
    '/a',
    false,
  ],
  [
    'a group of several names is ours',
    'User-agent: one\nUser-agent: waikan\nUser-agent: two\nDisallow: /a',
    '/a',
    false,
  ],
  ['an empty Disallow forbids nothing', 'User-agent: *\nDisallow:', '/a', true],
  ['* in a rule stands for anything', 'User-agent: *\nDisallow: /*/print', '/x/y/print', false],
  ['$ in a rule is the end', 'User-agent: *\nDisallow: /*.pdf$', '/a.pdf?x', true],
  ['paths keep their case', 'User-agent: *\nDisallow: /Secret', '/secret', true],
  ['percent signs are compared decoded', 'User-agent: *\nDisallow: /caf%C3%A9', '/café', false],
  [
    'signs that need no percent sign are compared decoded',
    'User-agent: *\nDisallow: /%7Ejoan/%5B1%5D',
    '/~joan/[1]',
    false,
  ],
  ['letters outside ASCII are compared encoded', 'User-agent: *\nDisallow: /新闻', '/%E6%96%B0%E9%97%BB', false],
  ['a mark of byte order before the first line does not hide it', '\uFEFFUser-agent: *\nDisallow: /a', '/a', false],
  ['lines end with CR alone too', 'User-agent: *\rDisallow: /a', '/a', false],
  ['comments are left out', 'User-agent: * # all\nDisallow: /a # no', '/a', false],
  ['lines without meaning part no group', 'User-agent: *\nSitemap: /s\nFoo: bar\nDisallow: /a', '/a', false],
  [
    'lines without meaning part no names',
    'User-agent: waikan\nSitemap: /s\nUser-agent: other\nDisallow: /a',
    '/a',
    false,
  ],
  ['our name with a release or more words is ours', 'User-agent: Waikan Reader/2\nDisallow: /a', '/a', false],
  ['spaces before a rule do not matter', '  User-agent : *\n\tDisallow : /a', '/a', false],
  ['query parts are compared', 'User-agent: *\nDisallow: /*?print=', '/a?print=1', false],
  ['an HTML page in its place forbids nothing', '<!doctype html><html><body>Disallow: /</body></html>', '/a', true],
  ['a name that merely begins like ours is another', 'User-agent: waikanbot\nDisallow: /', '/a', true],
]
/** What robots.txt keeps it from. */
export const robotsRules: Behaviour[] = [
  ...allowsOf.map(([what, text, path, allowed]) =>
    must(
      `robots.txt: ${what}`,
      robots(text),
      async (world) => (await asksFor(world, encodeURI(decodeURI(path)))) === allowed,
    ),
  ),
  should('Crawl-delay is kept between two pages', robots('User-agent: *\nCrawl-delay: 0.25'), async (world) => {
    await Promise.all(['/a', '/b'].map((path) => world.get(world.url + path, { kind: 'page' })))
    const at = (path: string): number => world.asked.find((one) => one.path === path)?.at ?? 0
    return Math.abs(at('/b') - at('/a')) >= 245
  }),
  ...[
    ['ai-input=no in robots.txt is handed on', 'User-agent: *\nContent-Signal: search=yes, ai-input=no', 1],
    ['ai-train=no alone is not: nothing is trained here', 'User-agent: *\nContent-Signal: ai-train=no', 0],
    ['of another group is not ours', 'User-agent: other\nContent-Signal: ai-input=no\n\nUser-agent: *\nAllow: /', 0],
  ].map(([what, text, count]) =>
    must(`Content-Signal: ${String(what)}`, robots(String(text)), async (world) => {
      const { optOut = [] } = await world.get(`${world.url}/a`, { kind: 'page' })
      return optOut.length === count
    }),
  ),
  must(
    'robots.txt that redirects to a private address forbids for the time being',
    site({ '/robots.txt': say({ location: 'http://10.0.0.9/' }, '', 302) }),
    async (world) => {
      const error = await world.get(`${world.url}/a`, { kind: 'page' }).catch((thrown: unknown) => thrown)
      return error instanceof FetchError && error.retryable && world.asked.every(({ path }) => path === '/robots.txt')
    },
  ),
  must(
    'robots.txt is asked for once by several pages at a time',
    robots('User-agent: *\nDisallow: /b'),
    async (world) => {
      await Promise.allSettled(['/a', '/b', '/c'].map((path) => world.get(world.url + path, { kind: 'page' })))
      return world.asked.filter(({ path }) => path === '/robots.txt').length === 1
    },
  ),
  must(
    'a redirect of a page is held against the robots.txt of where it leads',
    site({
      '/robots.txt': say({}, 'User-agent: *\nDisallow: /private'),
      '/go': say({ location: '/private' }, '', 302),
      '/private': say(),
    }),
    async (world) => {
      await world.get(`${world.url}/go`, { kind: 'page' }).catch(() => undefined)
      return world.asked.every(({ path }) => path !== '/private')
    },
  ),
  must('nothing but the feed is asked for: no icon, no page, no HEAD', say(), async (world) => {
    await world.visit()
    return world.asked.length === 1 && world.asked[0]?.method === 'GET'
  }),
]

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from './temp-folder.ts'

const main = join(import.meta.dirname, '..', 'dist', 'main.js')

function waikan(args: string[], { folder = '/', input = '' } = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { cwd: folder, input })
  return { status, out: stdout.toString(), err: stderr.toString() }
}

const rss = '<rss version="2.0"><channel><title>Weir News</title><item><title>A</title></item></channel></rss>'
const feeds: [string, string][] = [
  ['RSS', `<?xml version="1.0"?>\n<!-- made by hand -->\n${rss}`],
  ['Atom', '<feed xmlns="http://www.w3.org/2005/Atom"><title>Weir News</title></feed>'],
  ['RDF', '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'],
  ['JSON', '{ "version": "https://jsonfeed.org/version/1.1", "title": "Weir News", "items": [] }'],
]

test.each(feeds)('extract says that a feed in %s is none of its pages, and what to do', (_, text) => {
  const folder = tempFolder('command-errors')
  writeFileSync(join(folder, 'news'), text)
  const { status, out, err } = waikan(['extract', 'news'], { folder })
  expect(err).toBe(
    'Cannot read page "news": it is a feed, expected the page of an article; print its items with "waikan parse-feed", follow it with "waikan sources add"\n',
  )
  expect([status, out]).toEqual([1, ''])
})

test('extract --jsonl answers a feed with an error and goes on', () => {
  const page =
    '<html><head><title>The weir</title></head><body><article><h1>The weir</h1><p>It opens.</p></article></body></html>'
  const lines = [
    { id: 1, url: 'https://weir.example/rss', html: rss },
    { id: 2, html: page },
  ]
  const { status, out } = waikan(['extract', '--jsonl'], {
    input: lines.map((line) => JSON.stringify(line)).join('\n'),
  })
  const [feed, article] = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(feed?.error).toContain('"https://weir.example/rss": it is a feed')
  expect(article?.headline).toBe('The weir')
  expect(status).toBe(1)
})

test.each([[[]], [['--style']]])('verify %j without --jsonl says what it reads', (args) => {
  const { status, err } = waikan(['verify', ...args])
  expect(err).toBe(
    `Cannot verify without --jsonl: it is a filter, expected lines of JSON on stdin, as in: waikan verify --jsonl${args.map((arg) => ` ${arg}`).join('')} < claims.jsonl\n`,
  )
  expect(status).toBe(2)
})

test('sources starter says which languages it has where it has none of the asked one', () => {
  const { status, out, err } = waikan(['sources', 'starter', '--language', 'xx'])
  expect(err).toMatch(/^Wrong --language: current value is "xx", expected one of (?:[a-z]{2}, )+[a-z]{2}\n$/u)
  expect([status, out]).toEqual([2, ''])
  expect(waikan(['sources', 'starter', '--language', 'zh-Hans']).out).toMatch(/^zh\t/u)
  expect(waikan(['sources', 'starter', '--language', 'EN']).out).toMatch(/^en\t/u)
})

test('sources export leaves out what is secret, says so, and writes it when told to', () => {
  const yaml =
    'sources:\n  - name: Weir\n    feed: https://weir.example/rss?u=swordfish\n  - name: Lock\n    feed: https://lock.example/rss\n'
  const folder = tempFolder('command-errors')
  writeFileSync(join(folder, 'waikan.yaml'), yaml)
  const open = waikan(['sources', 'export'], { folder })
  expect(open.out).toContain('xmlUrl="https://weir.example/rss?u=***"')
  expect(open.err).toBe(
    'Of 1 feed the address is not whole: what it holds for you alone was left out; for a reader of your own: waikan sources export --with-secrets\n',
  )
  const whole = waikan(['sources', 'export', '--with-secrets'], { folder })
  expect(whole.out).toContain('xmlUrl="https://weir.example/rss?u=swordfish"')
  expect(whole.err).toBe('')
})

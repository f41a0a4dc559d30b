import { expect, test } from 'vitest'
import { parseConfig, sourcesOf } from './config.ts'

test('parseConfig() gives every default to an empty file', () => {
  const config = parseConfig('', 'waikan.yaml')
  expect(config.site.language).toBe('zh-Hans')
  expect(config.review.model).toBe('none')
  expect(config.net.allow).toEqual([])
})

test('parseConfig() names file, line, column and the allowed keys of an unknown key', () => {
  expect(() => parseConfig('site:\n  title: A\n  titel: B\n', 'waikan.yaml')).toThrow(
    'Wrong key "site.titel" in "waikan.yaml" line 3 column 3: it is unknown, expected one of title, tagline, url, contact, language',
  )
})

test('parseConfig() names an unknown key inside a list of sources', () => {
  const text = 'sources:\n  - name: A\n    feed: https://a.example/f\n    right: full\n'
  expect(() => parseConfig(text, 'w.yaml')).toThrow('"sources.0.right" in "w.yaml" line 4 column 5')
})

test('parseConfig() quotes a wrong value and lists what is allowed', () => {
  const text = 'sources:\n  - name: A\n    feed: https://a.example/f\n    rights: some\n'
  expect(() => parseConfig(text, 'w.yaml')).toThrow(
    'Wrong value of "sources.0.rights" in "w.yaml" line 4 column 5: current value is "some", expected one of title, excerpt, full, private',
  )
})

test('parseConfig() refuses a feed that is not http', () => {
  expect(() => parseConfig('sources:\n  - { name: A, feed: "file:///etc/passwd" }\n', 'w.yaml')).toThrow(
    'sources.0.feed',
  )
})

test('parseConfig() says where YAML breaks', () => {
  expect(() => parseConfig('site: [\n', 'w.yaml')).toThrow('"w.yaml" line')
})

test('parseConfig() refuses two sources with one address', () => {
  const text =
    'sources:\n  - { name: A B, feed: "https://a.example/" }\n  - { name: a-b, feed: "https://b.example/" }\n'
  expect(() => parseConfig(text, 'w.yaml')).toThrow(
    'Wrong value of "sources.1.name" in "w.yaml" line 3 column 7: current value is "a-b", expected letters that "A B" has not: both would stand under "a-b"',
  )
})

test('sourcesOf() gives a source with two feeds one id', () => {
  const config = parseConfig(
    'sources:\n  - { name: The Day, feed: ["https://a.example/1", "https://a.example/2"] }\n',
    'w.yaml',
  )
  expect(sourcesOf(config).feeds.map((feed) => feed.sourceId)).toEqual(['the-day', 'the-day'])
})

test('parseConfig() says where a model stands that it does not know', () => {
  expect(() => parseConfig('review:\n  model: gtp-9\n', 'w.yaml')).toThrow(
    'Wrong value of "review.model" in "w.yaml" line 2 column 3: current value is "gtp-9", expected none, openai:…, anthropic:…, google:…, ollama:…, or any name together with "review.baseUrl"',
  )
})

test('parseConfig() refuses a budget that cannot be kept for want of a price', () => {
  expect(() => parseConfig('review: { model: "openai:m", budget: { perDay: 2 } }\n', 'w.yaml')).toThrow(
    'Wrong value of "review.budget.perDay" in "w.yaml" line 1 column 40: current value is 2, expected "review.price" beside it',
  )
})

test('parseConfig() takes a budget without a price for a model on the own machine', () => {
  const text = 'review: { model: "ollama:qwen3:8b", approval: auto, budget: { perDay: 2.00 } }\n'
  expect(parseConfig(text, 'w.yaml').review.budget).toEqual({ perDay: 2 })
})

test('parseConfig() gives an English site an English line under its title', () => {
  expect(parseConfig('site: { language: en }\n', 'w.yaml').site.tagline).toBe('Read the world’s press')
  expect(parseConfig('', 'w.yaml').site.tagline).toBe('读世界的报纸')
})

test('parseConfig() refuses one feed in two sources, whatever scheme and password stand before it', () => {
  const text =
    'sources:\n  - { name: A, feed: "https://a.example/rss" }\n  - { name: B, feed: "http://ann:key@a.example/rss" }\n'
  expect(() => parseConfig(text, 'w.yaml')).toThrow(
    'Wrong value of "sources.1.feed" in "w.yaml" line 3 column 16: current value is "http://a.example/rss", expected a feed of one source: "A" names it too, take it out of one of the two',
  )
})

test('parseConfig() refuses a feed that one source names twice', () => {
  const text = 'sources:\n  - { name: A, feed: ["https://a.example/rss", "https://a.example/rss#x"] }\n'
  expect(() => parseConfig(text, 'w.yaml')).toThrow('expected it once: "A" names this feed twice')
})

test('parseConfig() prints no password of an address', () => {
  expect(() =>
    parseConfig('review: { model: gtp-9, baseUrl: "ftp://ann:geheim@m.example/?key=geheim" }\n', 'w'),
  ).toThrow(/^(?!.*geheim)/su)
})

test('sourcesOf() counts front page, listed sites and feeds as sites of the outlet', () => {
  const text =
    'sources: [{ name: A, feed: "https://feeds.b.example/rss", homepage: "https://www.a.example/", sites: [a.org.uk] }]'
  expect(sourcesOf(parseConfig(text, 'w.yaml')).sources[0]?.sites).toEqual(['a.example', 'a.org.uk', 'b.example'])
})

test.each([
  ['site: { url: "https://ann:pass@press.example/" }', 'without user name, ? and #'],
  ['site: { url: "https://press.example/?draft=1" }', 'without user name, ? and #'],
  ['site: { contact: me }', 'expected a mail address, as editor@press.example, or an address that begins with http'],
  ['sources: [{ name: A }]', 'current value is missing, expected the address of a feed, or a list of them'],
  ['sources: [{ name: A, feed: 7 }]', 'current value is 7, expected the address of a feed, or a list of them'],
])('parseConfig() refuses %s and says what is allowed', (text, message) => {
  expect(() => parseConfig(text, 'waikan.yaml')).toThrow(message)
})

test.each(['editor@press.example', 'https://press.example/contact'])(
  'parseConfig() takes the contact %s',
  (contact) => {
    expect(parseConfig(`site: { contact: "${contact}" }`, 'waikan.yaml').site.contact).toBe(contact)
  },
)

test('sourcesOf() knows what the address of a feed holds for its one reader', () => {
  const yaml =
    'sources:\n  - name: Reed Post\n    feed: https://reed.example/private/k7WQx2mR9p/rss?u=RIVERw77q&format=rss\n'
  expect(sourcesOf(parseConfig(yaml, 'x.yaml')).sources[0]?.secrets).toEqual(['RIVERw77q', 'k7WQx2mR9p'])
})

test.each(['name', 'title', 'tagline'])(
  'parseConfig() takes out of a %s what no reader sees and what turns a line round',
  (key) => {
    const odd = '"Reed\\u202E \\x9B31mPost\\u2066\\u200B\\e[2J"'
    const yaml =
      key === 'name' ? `sources:\n  - name: ${odd}\n    feed: https://reed.example/rss\n` : `site:\n  ${key}: ${odd}\n`
    const { site, sources } = parseConfig(yaml, 'x.yaml')
    expect([site.title, site.tagline, sources[0]?.name]).toContain('Reed 31mPost[2J')
  },
)

test('parseConfig() refuses a name of which nothing is seen', () => {
  const yaml = 'sources:\n  - name: "\\u202E\\u200B"\n    feed: https://reed.example/rss\n'
  expect(() => parseConfig(yaml, 'x.yaml')).toThrow(/x\.yaml.*line 2/u)
})

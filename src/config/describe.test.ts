import { expect, test } from 'vitest'
import { parseConfig } from '../config.ts'
import { ConfigError } from '../errors.ts'

const feed = 'feed: https://a.example/f'

test.each([
  ['a full-width colon behind a group', 'site：\n  title: A\n', 'line 1 has the full-width colon "：" behind "site"'],
  ['a full-width colon behind a key', 'site:\n  title：A\n', 'line 2 has the full-width colon "：" behind "title"'],
  ['a full-width colon in braces', 'site: { title： A }\n', 'line 1 has the full-width colon "：" behind "title"'],
  [
    'a full-width colon in a list',
    `sources:\n  - name： A\n    ${feed}\n`,
    'line 2 has the full-width colon "：" behind "name"',
  ],
  [
    'a full-width dash',
    `sources:\n  － name: A\n    ${feed}\n`,
    'line 2 column 11, "－ name: A": the line has the full-width sign "－"',
  ],
  ['a tab', 'sources:\n\t- name: A\n', 'line 2 column 1, "- name: A": the line begins with a tab, expected spaces'],
  ['a line that stands out', `sources:\n - name: A\n  ${feed}\n`, 'the line does not stand below those it belongs to'],
  ['an open quotation', 'site: { title: "A }\n', 'a quotation mark is not closed'],
  ['an open bracket', 'sources: [\n', 'a bracket is not closed, expected "]"'],
  [
    'a key given twice',
    `sources:\n  - name: A\n    name: B\n    ${feed}\n`,
    'line 3 column 5, "name: B": this key stands twice',
  ],
  ['two documents', 'site: {}\n---\nsite: {}\n', 'a line "---" begins a second document'],
  ['an empty text', 'site: { title: "" }\n', 'current value is "", expected some text'],
  [
    'an empty list',
    'sources: [{ name: A, feed: [] }]\n',
    'current value is an empty list, expected at least one entry',
  ],
  [
    'a number for a text',
    `sources: [{ name: 123, ${feed} }]\n`,
    'current value is 123, expected a text, in quotation marks: "123"',
  ],
  ['a number too small', 'net: { timeoutMs: 0 }\n', 'current value is 0, expected a number above 0'],
  ['a number too large', 'review: { parallel: 100 }\n', 'current value is 100, expected a number of at most 64'],
  ['a broken number', 'net: { delayMs: 1.5 }\n', 'current value is 1.5, expected a whole number'],
  [
    'a word for a switch',
    `sources: [{ name: A, ${feed}, images: yes }]\n`,
    'current value is "yes", expected true or false',
  ],
  ['a group for a list', 'sources: { name: A }\n', 'current value is a group of settings, expected a list'],
  ['a text for everything', 'my press\n', 'it holds "my press", expected settings as "site:" and "sources:"'],
  [
    'two addresses in one',
    'sources: [{ name: A, feed: "https://a.example/f https://b.example/f" }]\n',
    'expected one address without spaces',
  ],
  [
    'a host with http',
    'net: { allow: ["http://rsshub.lan"] }\n',
    'expected a host without http:// and path, as rsshub.lan',
  ],
  ['a host with a star', 'net: { allow: ["*.lan"] }\n', 'expected each host by its whole name'],
  ['an alias for nothing', 'site: *nope\n', 'line 1: the alias "*nope" stands for nothing'],
  [
    'a password in an address',
    'review: { model: m, baseUrl: "http://ann:pass@m.example" }\n',
    'current value is "http://m.example", expected an address without user name',
  ],
])('parseConfig() tells %s in plain words', (_, text, message) => {
  expect(() => parseConfig(text, 'w.yaml')).toThrow(message)
})

test('parseConfig() refuses aliases that stand for a multitude', () => {
  const nine = (name: string) => `[${Array.from({ length: 9 }, () => name).join(', ')}]`
  const text = `a: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: ${nine('*c')}\n`
  expect(() => parseConfig(text, 'w.yaml')).toThrow(ConfigError)
  expect(() => parseConfig(text, 'w.yaml')).toThrow('line 2: its aliases ("*name") stand for more than')
})

test('parseConfig() takes a group without settings for none', () => {
  expect(parseConfig('site: { title: A }\nsources:\nnet:\n', 'w.yaml')).toMatchObject({
    sources: [],
    net: { allow: [] },
  })
})

test.each(['site:\n  title: \uFFFD\uFFFD\n', 's\0i\0t\0e\0'])('parseConfig() says that a file is not UTF-8', (text) => {
  expect(() => parseConfig(text, 'w.yaml')).toThrow('it is not written in UTF-8, expected a file saved as UTF-8')
})

test('parseConfig() takes full-width signs in a text', () => {
  expect(parseConfig(`sources: [{ name: "外刊：A", ${feed} }]`, 'w.yaml').sources[0]?.name).toBe('外刊：A')
})

test('parseConfig() tells one fault of a key once', () => {
  expect(() => parseConfig('review: { model: "" }\n', 'w.yaml')).toThrow(/^[^\n]*expected some text$/u)
})

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { readRobots } from './robots.ts'

const site = 'https://mill.example'
const read = (text: string, status: number | null = 200) => readRobots({ status, text }, 'Waikan')
const allows = (text: string, path: string): boolean => read(text).allows(site + path)
const all = (...lines: string[]): string => ['User-agent: *', ...lines].join('\n')

// The longest rule counts, wherever it stands; of two as long Allow; its length is that of its octets as they are sent.
test.each([
  [all('Allow: /weir', 'Disallow: /weir/logs', 'Allow: /weir/logs/may'), '/weir/logs/june', false],
  [all('Allow: /weir', 'Disallow: /weir/logs', 'Allow: /weir/logs/may'), '/weir/logs/may/1', true],
  [all('Disallow: /weir/logs', 'Disallow: /', 'Allow: /weir'), '/weir/sluice', true],
  [all('Disallow: /oats', 'Allow: /oats'), '/oats', true],
  [all('Allow: /oats', 'Disallow: /oats'), '/oats', true],
  [all('Allow: /a', 'Disallow: /*.htm'), '/a.htm', false],
  [all('Disallow: /', 'Allow: /$'), '/', true],
  [all('Disallow: /', 'Allow: /$'), '/a', false],
  [all('Disallow: /rye'), '/oats', true],
  [all('Allow: /*é', 'Disallow: /aaaa'), '/aaaaé', true],
])('the rule that counts of %j for %s allows it: %s', (text, path, allowed) => {
  expect(allows(text, path)).toBe(allowed)
})

test.each([
  ['/rye', '/rye.html', true],
  ['/rye', '/rye/', true],
  ['/rye', '/Rye', false],
  ['/rye/', '/rye', false],
  ['/rye/', '/rye/bread?x=1', true],
  ['/rye*', '/ryegrass', true],
  ['/*.pdf', '/tables/may.pdf?dl=1', true],
  ['/*.pdf$', '/tables/may.pdf', true],
  ['/*.pdf$', '/tables/may.pdf?dl=1', false],
  ['/*.pdf$', '/may.pdf/may.pdf', true],
  ['/rye*bran', '/rye/oat/bran/1', true],
  ['/rye*bran', '/bran/rye', false],
  ['/*a*b*a$', '/a/b', false],
  ['/aa*a$', '/aa', false],
  ['/**/print', '/x/print', true],
  ['*/print', '/x/print', true],
  ['*', '/anything', true],
  ['/$', '/', true],
  ['/*$', '/x', true],
  ['/a$b', '/a$b', true],
  ['/a$b', '/a', false],
  ['/a%24', '/a$', true],
  ['/a%24', '/a', false],
  ['/a%2A', '/a*', true],
  ['/a%2a', '/abc', false],
  ['/*?', '/x?y', true],
  ['/*?', '/x', false],
  ['/x?b=1', '/x?b=1&c', true],
  ['/x?b=1', '/x?a=0&b=1', false],
])('a rule %s forbids %s: %s', (location, path, forbidden) => {
  expect(allows(all(`Disallow: ${location}`), path)).toBe(!forbidden)
})

test.each([
  ['/%7Ejoan', '/~joan/'],
  ['/~joan', '/%7ejoan/'],
  ['/%61bc', '/abc'],
  ['/abc', '/%61%62c'],
  ['/a[1]', '/a%5B1%5D'],
  ['/a%5b1%5d', '/a[1]'],
  ['/a|b', '/a%7Cb'],
  ['/a%7cb', '/a|b'],
  ['/a{b}', '/a%7Bb%7D'],
  ['/a^b`c', '/a%5Eb%60c'],
  ['/a"b<c>', '/a%22b%3cc%3E'],
  ['/a b', '/a%20b'],
  ['/a%20b', '/a b'],
  ["/it's(new)!", '/it%27s%28new%29%21'],
  ['/a:b@c;d=e,f+g&h', '/a%3Ab%40c%3Bd%3De%2Cf%2Bg%26h'],
  ['/%E6%B0%B4', '/水'],
  ['/水', '/%e6%b0%b4'],
  ['/moulin-à-eau', '/moulin-%C3%A0-eau'],
  ['/moulin-%c3%a0', '/moulin-%C3%A0-eau'],
  ['/%ff', '/%FF'],
  ['/50%off', '/50%off'],
  ['/50%25off', '/50%off'],
  ['/50%off', '/50%25off'],
  ['/go?to=https://b.example/x', '/go?to=https%3A%2F%2Fb.example%2Fx'],
  ['/go?to=https%3a%2f%2fb.example', '/go?to=https://b.example'],
  ['/*http://', '/go?to=http://b.example'],
  ['/*http://', '/go?to=http%3A%2F%2Fb.example'],
  ['/go?q=a?b', '/go?q=a%3Fb'],
  ['/a%23b', '/a%23b'],
  ['/😀', '/%F0%9F%98%80'],
])('a rule %s forbids %s, which is written in another way', (location, path) => {
  expect(allows(all(`Disallow: ${location}`), path)).toBe(false)
})

test.each([
  ['/a%2Fb', '/a/b'],
  ['/a/b', '/a%2Fb'],
  ['/*%2F', '/a/b'],
  ['/*%3F', '/a?b'],
  ['/%2541', '/A'],
  ['/%41', '/%2541'],
])('a rule %s says nothing of %s, which is another page', (location, path) => {
  expect(allows(all(`Disallow: ${location}`), path)).toBe(true)
})

const forbidden = (...names: string[]): string => `${names.map((name) => `User-agent: ${name}\n`).join('')}Disallow: /`
test.each([
  ['a name with its release', forbidden('Waikan/1.0'), false],
  ['a name and more words', forbidden('Waikan Reader'), false],
  ['a name and a remark', forbidden('waikan (the reader)'), false],
  ['a name in capitals', forbidden('WAIKAN'), false],
  ['a name that begins like ours', forbidden('Waikanbot'), true],
  ['a name that begins like ours and goes on after a hyphen', forbidden('Waikan-Images'), true],
  ['a name that ends like ours', forbidden('Newwaikan'), true],
  ['a name with a figure', forbidden('Waikan2'), true],
  ['names below each other', forbidden('Alpha', 'Waikan', 'Beta'), false],
  ['names with lines between', 'User-agent: Waikan\n\n# and\n\nUser-agent: Beta\nDisallow: /', false],
  ['names with a Sitemap between', `User-agent: Waikan\nSitemap: ${site}/s.xml\nUser-agent: Beta\nDisallow: /`, false],
  ['names with an unknown line between', 'User-agent: Waikan\nMood: fair\nUser-agent: Beta\nDisallow: /', false],
  ['a Sitemap before the rules', `User-agent: Waikan\nSitemap: ${site}/s.xml\nDisallow: /`, false],
  [
    'a Sitemap between two groups',
    `User-agent: Beta\nDisallow: /\nSitemap: ${site}/s.xml\nUser-agent: *\nAllow: /`,
    true,
  ],
  ['an unknown line with the name of a rule in its value', 'User-agent: *\nHost: Disallow: /', true],
  ['our own group though it says nothing', 'User-agent: Waikan\nDisallow:\n\nUser-agent: *\nDisallow: /', true],
  ['our own group below that of everybody', 'User-agent: *\nDisallow: /\n\nUser-agent: Waikan\nDisallow: /x', true],
  ['two groups of ours', 'User-agent: Waikan\nDisallow: /x\n\nUser-agent: Waikan/2\nDisallow: /a', false],
  [
    'two groups of everybody',
    'User-agent: *\nDisallow: /x\n\nUser-agent: Beta\nDisallow:\n\nUser-agent: *\nDisallow: /a',
    false,
  ],
  ['ours and everybody as one group', 'User-agent: *\nUser-agent: Waikan\nDisallow: /', false],
  ['a pause alone as a group', 'User-agent: *\nCrawl-delay: 5\n\nUser-agent: Beta\nDisallow: /', true],
  ['a group of others', forbidden('Beta'), true],
  ['a group without a name', forbidden(''), true],
  ['rules before any group', 'Disallow: /\nUser-agent: *\nDisallow: /x', true],
  ['everybody with a remark', forbidden('* # all of you'), false],
  ['a star with letters', forbidden('*bot'), true],
  ['names of the machinery', forbidden('__proto__', 'constructor'), true],
  ['lines ending with CR', 'User-agent: Beta\rDisallow:\r\rUser-agent: *\rDisallow: /', false],
  ['lines ending with CR LF', 'User-agent: *\r\nDisallow: /\r\n', false],
  ['a mark of byte order', '\uFEFFUser-agent: *\nDisallow: /', false],
  ['blanks everywhere', '\t User-Agent\t:\t*  \n  DISALLOW  :   /  ', false],
  ['no blank at all', 'user-agent:*\ndisallow:/', false],
  ['remarks behind', 'User-agent: *#x\nDisallow: /#y', false],
  ['an empty Disallow', 'User-agent: *\nDisallow:', true],
  ['an empty Disallow with a remark', 'User-agent: *\nDisallow: # nothing', true],
  ['an empty Allow', 'User-agent: *\nAllow:\nDisallow: /a', false],
  ['names of rules as they are often misspelt', 'Useragent: *\nDissallow: /', false],
  ['a colon forgotten', 'User-agent: *\nDisallow /', false],
  ['an HTML page', '<!doctype html>\n<p>User-agent: *</p>\n<p>Disallow: /</p>', true],
  ['nothing', '', true],
])('readRobots() reads %s', (_what, text, allowed) => {
  expect(allows(text, '/a')).toBe(allowed)
})

test('readRobots() never forbids robots.txt itself', () => {
  expect(allows(all('Disallow: /'), '/robots.txt')).toBe(true)
  expect(allows(all('Disallow: /'), '/robots.txt.html')).toBe(false)
})

test.each([
  [200, false, false],
  [204, false, false],
  [401, true, false],
  [403, true, false],
  [404, true, false],
  [410, true, false],
  [429, false, true],
  [500, false, true],
  [502, false, true],
  [503, false, true],
  [504, false, true],
  [599, false, true],
  [null, false, true],
])(
  'a robots.txt that answers %s allows a page that it would forbid: %s, unreachable: %s',
  (status, allowed, unreachable) => {
    const rules = read(all('Disallow: /'), status)
    expect([rules.allows(`${site}/a`), rules.unreachable]).toEqual([allowed, unreachable])
  },
)

test.each([
  ['User-agent: *\nCrawl-delay: 2.5', 2500],
  ['User-agent: Waikan\nCrawl-delay: 4\n\nUser-agent: *\nCrawl-delay: 9', 4000],
  ['User-agent: Waikan\nDisallow: /x\n\nUser-agent: *\nCrawl-delay: 9', null],
  ['User-agent: *\nCrawl-delay: 0', null],
  ['User-agent: *\nCrawl-delay: soon', null],
  ['User-agent: *\nCrawl-delay:', null],
  ['User-agent: *\nCrawl-delay: -3', null],
  ['User-agent: *\nCrawl-delay: 3\nCrawl-delay: 7\nCrawl-delay: 5', 7000],
  ['Crawl-delay: 3\nUser-agent: *\nDisallow: /x', null],
])('the pause that %j asks for is %s ms', (text, delayMs) => {
  expect(read(text).delayMs).toBe(delayMs)
})

const lines = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => line(number)).join('\n')
// What one look-up or one reading may take on the slowest machine; before, each of these took from ten seconds to for ever.
const patientMs = 1500

test.each([
  [
    '18,000 names above 18,000 rules',
    `${lines(18_000, (n) => `User-agent: n${n}`)}\nUser-agent: *\n${lines(18_000, (n) => `Disallow: /p${n}`)}`,
  ],
  ['490,000 stars', all(`Disallow: /${'*'.repeat(490_000)}x`)],
  ['8,000 rules of many stars', all(lines(8000, (n) => `Disallow: /*${'a*'.repeat(22)}b${n}$`))],
  [
    '30,000 rules of two letters',
    all(lines(30_000, (n) => `Disallow: /*a${String.fromCodePoint(0x4e00 + (n % 20_000))}`)),
  ],
  ['900 rules of 500 letters', all(lines(900, (n) => `Disallow: /*${'a'.repeat(500)}b${n}`))],
  ['one rule of 500,000 letters', all(`Disallow: /*${'a'.repeat(500_000)}b`)],
  ['500,000 percent signs', all(`Disallow: /x${'%'.repeat(500_000)}`)],
  ['40,000 equal rules', all(lines(40_000, () => 'Disallow: /*aab'))],
])('readRobots() reads %s, and looks a long address up in it, at once', (_what, text) => {
  const start = performance.now()
  const rules = read(text)
  rules.allows(`${site}/${'a'.repeat(20_000)}`)
  rules.allows(`${site}/${'a/'.repeat(750)}?${'a'.repeat(1500)}`)
  rules.signals(`${site}/${'a'.repeat(20_000)}`)
  expect(performance.now() - start).toBeLessThan(patientMs)
})

/** Bytes in use, after everything was collected that nobody needs. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed
}

test('readRobots() keeps what is said to us, not the file around it', () => {
  const others = lines(20_000, (n) => `Disallow: /others/${n}`)
  const before = heapInUse()
  const kept = Array.from({ length: 40 }, (_, n) =>
    read(
      `User-agent: *\nDisallow: /a-private-folder-${n}/\nContent-Signal: /drafts-${n}/ ai-input=no\n\nUser-agent: Beta-${n}\n${others}`,
    ),
  )
  expect(heapInUse() - before).toBeLessThan(2_000_000)
  expect(kept[39]?.allows(`${site}/a-private-folder-39/1`)).toBe(false)
  expect(kept[39]?.signals(`${site}/drafts-39/1`)).toEqual(['Content-Signal: ai-input=no'])
})

// As Google's parser (google/robotstxt) has it: a token is letters, - and _ from the first sign on; * stands alone or before a blank.
test.each(['"Waikan"', "'*'", '*, Waikan', 'OtherBot, Waikan', '*Waikan'])(
  'a group of User-agent: %s is not for us',
  (name) => {
    expect(allows(`User-agent: ${name}\nDisallow: /`, '/rye')).toBe(true)
  },
)

test.each(['Waikan, OtherBot', '* # all', '* and all', 'waikan;'])('a group of User-agent: %s is for us', (name) => {
  expect(allows(`User-agent: ${name}\nDisallow: /`, '/rye')).toBe(false)
})

test.each(['Disalow', 'Dissallow', 'Diasllow', 'disallaw'])('%s is read as it is meant', (word) => {
  expect(allows(`User-agent: *\n${word}: /`, '/rye')).toBe(false)
})

import { expect, test } from 'vitest'
import { readContentSignals } from './content-signals.ts'
import { readGroup } from './robots-group.ts'

const read = (text: string) => readContentSignals(readGroup(text, 'Waikan')).refused
const no = (...names: string[]): string[] => names.map((name) => `Content-Signal: ${name}=no`)

test.each([
  ['User-agent: *\nContent-Signal: search=yes, ai-input=no, ai-train=no\nAllow: /', no('ai-input')],
  ['User-Agent: *\nContent-signal: search=yes,ai-train=no,use=reference\nAllow: /', []],
  ['User-agent: *\nContent-Signal: SEARCH = No , AI-Input = NO # all of it', no('search', 'ai-input')],
  ['Content-Signal: ai-input=no\nUser-agent: *\nDisallow:', no('ai-input')],
  ['User-agent: *\rDisallow: /x\r\rContent-Signal: ai-input=no', no('ai-input')],
  ['# Content-Signal: ai-input=no', []],
  ['User-agent: *\nContent-Signal: ai-input=yes\nContent-Signal: ai-input=no', no('ai-input')],
  ['User-agent: *\nContent-Signal: ai_input=no, ai-inputs=no, ai-input', []],
  ['<html>Content-Signal: ai-input=no</html>', []],
  ['', []],
])('a robots.txt %j refuses %j', (text, refused) => {
  expect(read(text)('https://a.example/news/1')).toEqual(refused)
})

test.each([
  ['User-agent: otherbot\nContent-Signal: ai-input=no\n\nUser-agent: *\nAllow: /', []],
  ['User-agent: one\nUser-agent: waikan/1.0\nContent-Signal: ai-input=no', no('ai-input')],
  ['User-agent: *\nContent-Signal: ai-input=no\n\nUser-agent: Waikan\nAllow: /', []],
  ['User-agent: *\nAllow: /\n\nUser-agent: WAIKAN\nContent-Signal: ai-input=no', no('ai-input')],
  ['User-agent: one\n\n# and\nUser-agent: *\nContent-Signal: ai-input=no', no('ai-input')],
])('of the groups of %j ours counts', (text, refused) => {
  expect(read(text)('https://a.example/news/1')).toEqual(refused)
})

test('a path before the signals narrows them, and the longest that fits counts', () => {
  const refused = read(
    'User-agent: *\nContent-Signal: ai-input=yes\nContent-Signal: /paid/ ai-input=no\nContent-Signal: /paid/*.pdf$ ai-input=yes',
  )
  expect(refused('https://a.example/open')).toEqual([])
  expect(refused('https://a.example/paid/1')).toEqual(no('ai-input'))
  expect(refused('https://a.example/paid/1.pdf')).toEqual([])
})

test('readContentSignals() reads a line of many blanks at once', () => {
  const signals = read(`User-agent: *\n${' '.repeat(400_000)}x\nContent-Signal: ai-input=no`)
  expect(signals('https://mill.example/a')).toEqual(['Content-Signal: ai-input=no'])
})

test('readContentSignals() reads a location of any length, and many of them, at once', () => {
  const before = process.cpuUsage()
  const many = Array.from({ length: 25_000 }, (_, number) => `Content-Signal: /*a${number} ai-input=no`).join('\n')
  const refused = [`Content-Signal: /${'x'.repeat(400_000)}\u2028`, many].map((text) =>
    read(`User-agent: *\n${text}`)(`https://mill.example/${'a'.repeat(9000)}`),
  )
  expect(refused[0]).toEqual([])
  expect(process.cpuUsage(before).user).toBeLessThan(1_500_000)
})

import { expect, test } from 'vitest'
import { areSiblings, sameSite, siteOf } from './site-of.ts'

test.each([
  ['https://www.outlet.example/a', 'https://m.outlet.example/b', true],
  ['https://outlet.co.uk/a', 'https://amp.outlet.co.uk/a', true],
  ['https://outlet.co.uk/a', 'https://other.co.uk/a', false],
  ['https://127.0.0.1:8080/a', 'https://outlet.example/a', false],
  ['https://outlet.example.evil.example/a', 'https://outlet.example/a', false],
  ['https://ann.substack.com/p/1', 'https://ben.substack.com/p/1', false],
  ['https://ann.substack.com/p/1', 'https://ann.substack.com/p/2', true],
  ['https://ann.blogspot.de/1', 'https://ben.blogspot.de/1', false],
  ['https://medium.com/@ann/1', 'https://medium.com/@ben/1', false],
  ['https://note.com/ann/n/1', 'https://note.com/ann/n/2', true],
  ['not an address', 'https://outlet.example/', false],
])('sameSite() of %s and %s is %s', (one, other, same) => {
  expect(sameSite(one, other)).toBe(same)
})

test('siteOf() names the publisher, not the host that many share', () => {
  expect(siteOf('https://www.ann.github.io/x')).toBe('ann.github.io')
  expect(siteOf('https://www.note.com/ann')).toBe('note.com/ann')
  expect(siteOf('https://news.outlet.com.au./x')).toBe('outlet.com.au')
})

test.each([
  ['bbc.com', 'bbc.co.uk', true],
  ['outlet.example', 'outlet.de', true],
  ['outlet.example', 'inlet.example', false],
  ['ann.substack.com', 'ann.github.io', false],
  ['ann.example', 'ann.substack.com', false],
  ['127.0.0.1', '127.0.0.2', false],
])('areSiblings() of %s and %s is %s', (one, other, are) => {
  expect(areSiblings(one, other)).toBe(are)
  expect(areSiblings(other, one)).toBe(are)
})

import { expect, test } from 'vitest'
import { addressNames } from './article-address.ts'

test.each([
  'https://lock.example/news/3',
  'http://lock.example:8080/news/3/',
  'https://www.lock.example/news/3?utm_source=x',
  'https://m.lock.example/news/3',
  'https://www.m.lock.example/news/3',
  'https://amp.lock.example/news/3',
  'https://lock.example/news/3/amp/',
  'https://lock.example/amp/news/3',
  'https://lock.example/news/3.amp',
  'https://lock.example/news/3?amp=1&utm_medium=y',
  'https://lock.example/news/3?outputType=amp',
])('%s is one article', (url) => {
  expect(addressNames(url)[0]).toBe('//lock.example/news/3')
})

test.each([
  ['https://m.co/news/3', '//m.co/news/3'],
  ['https://amp.example/news/3', '//amp.example/news/3'],
  ['https://lock.example/news/3.amp.html', '//lock.example/news/3.html'],
  ['https://lock.example/amp', '//lock.example/amp'],
  ['https://lock.example/amplifier/3', '//lock.example/amplifier/3'],
  ['https://lock.example/volt/ampere', '//lock.example/volt/ampere'],
  ['https://lock.example/news?view=1', '//lock.example/news?view=1'],
  ['https://lock.example/news?amp=2&id=3', '//lock.example/news?amp=2&id=3'],
  ['https://lock.example/news?id=3&view=list', '//lock.example/news?id=3&view=list'],
  ['https://lock.example/news?amp&id=a+b', '//lock.example/news?id=a+b'],
])('%s is %s', (url, name) => {
  expect(addressNames(url)[0]).toBe(name)
})

test('an address in another form keeps its own name beside', () => {
  expect(addressNames('https://m.lock.example/3')).toEqual(['//lock.example/3', '//m.lock.example/3'])
  expect(addressNames('https://m.lock.example/')).toEqual([])
  expect(addressNames(null)).toEqual([])
})

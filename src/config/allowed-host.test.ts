import { expect, test } from 'vitest'
import { wrongHost } from './allowed-host.ts'

test.each([
  'rsshub.home.lan',
  'localhost',
  'localhost:1200',
  'HOST.lan.',
  '127.0.0.1',
  '10.0.0.0/8',
  '::1',
  '[::1]:80',
  'fd00::/8',
])('wrongHost() finds nothing wrong with %s', (entry) => {
  expect(wrongHost(entry)).toBe(null)
})

test.each([
  ['http://rsshub.lan', 'expected a host without http:// and path, as rsshub.lan'],
  ['https://rsshub.lan:1200/x', 'expected a host without http:// and path, as rsshub.lan:1200'],
  ['*.lan', 'expected each host by its whole name'],
  ['rsshub.lan/feed', 'expected a host without a path'],
  ['10.0.0.0/33', 'expected a host without a path, or a range'],
  ['a，b', 'expected a host, as'],
  ['', 'expected a host, as'],
  ['two hosts', 'expected a host, as'],
])('wrongHost() says what is expected in place of "%s"', (entry, message) => {
  expect(wrongHost(entry)).toContain(message)
})

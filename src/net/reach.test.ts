import { expect, test } from 'vitest'
import { createReaches } from './reach.ts'

const allow = ['rsshub.home.lan', 'wiki.corp.example:8080', '10.0.0.0/8', '192.168.1.7:81', '[fd00::1]:90']
const reachOf = createReaches(allow)

// Own address of a source, the private host it leads to with the address reached there, and whether that is open to it.
test.each([
  ['http://rsshub.home.lan:1200/feed', 'rsshub.home.lan', '80', '172.16.0.2', true],
  ['http://RSSHub.Home.Lan./feed', 'rsshub.home.lan.', '80', '172.16.0.2', true],
  ['http://rsshub.home.lan/feed', 'wiki.corp.example', '8080', '172.16.0.2', false],
  ['http://rsshub.home.lan/feed', '10.1.2.3', '80', '10.1.2.3', false],
  ['http://rsshub.home.lan/feed', 'other.home.lan', '80', '10.1.2.3', false],
  ['http://wiki.corp.example:8080/feed', 'wiki.corp.example', '8080', '172.16.0.2', true],
  ['http://wiki.corp.example/feed', 'wiki.corp.example', '8080', '172.16.0.2', false],
  ['http://wiki.corp.example:8080/feed', 'wiki.corp.example', '80', '172.16.0.2', false],
  ['http://10.9.9.9/feed', '10.1.2.3', '443', '10.1.2.3', true],
  ['http://10.9.9.9/feed', '[::ffff:10.1.2.3]', '443', '::ffff:10.1.2.3', true],
  ['http://10.9.9.9/feed', '192.168.1.7', '81', '192.168.1.7', false],
  ['http://10.9.9.9/feed', 'news.intranet', '80', '10.1.2.3', true],
  ['http://10.9.9.9/feed', 'news.intranet', '80', '192.168.1.7', false],
  ['http://news/feed', 'news', '80', '10.1.2.3', true],
  ['http://news.internal/feed', 'press.internal', '80', '10.1.2.3', true],
  ['http://192.168.1.7:81/feed', '192.168.1.7', '81', '192.168.1.7', true],
  ['http://192.168.1.7/feed', '192.168.1.7', '81', '192.168.1.7', false],
  ['http://[fd00::1]:90/feed', '[fd00::1]', '90', 'fd00::1', true],
  ['http://outlet.example/feed', 'rsshub.home.lan', '80', '172.16.0.2', false],
  // A stranger's name leads where the stranger says: no range opens to it.
  ['http://outlet.example/feed', 'outlet.example', '80', '10.1.2.3', false],
  ['http://10.9.9.9/feed', 'outlet.example', '80', '10.1.2.3', false],
])('reach of %s: %s at port %s by way of %s', (...[own, host, port, address, isOpen]) => {
  const reach = reachOf([own])
  expect(reach.opens(new URL(`http://${host}:${port}/`)) && reach.admits({ host, port, address })).toBe(isOpen)
})

test('reach of nobody opens nothing; an address that is none counts for nothing', () => {
  expect(reachOf([]).opens(new URL('http://rsshub.home.lan/'))).toBe(false)
  expect(reachOf(['no address']).opens(new URL('http://rsshub.home.lan/'))).toBe(false)
})

test('localhost is the loopback addresses', () => {
  const reach = createReaches(['127.0.0.1', 'localhost:1200'])
  expect(reach(['http://127.0.0.1:9/']).opens(new URL('http://localhost:9/'))).toBe(true)
  expect(reach(['http://localhost:9/']).opens(new URL('http://127.0.0.1:9/'))).toBe(true)
  expect(reach(['http://localhost:1200/']).opens(new URL('http://localhost:1200/'))).toBe(true)
})

test('what lies under the same entries shares a key', () => {
  const keys = [
    ['http://10.1.1.1/a'],
    ['http://10.2.2.2/b'],
    ['http://rsshub.home.lan/'],
    ['http://outlet.example/'],
    [],
  ].map((own) => reachOf(own).key)
  expect(new Set(keys).size).toBe(3)
  expect(keys[0]).toBe(keys[1])
})

test('a refusal names --allow where the command at work has it, and there alone', () => {
  const refusals = [false, true].flatMap((hasOption) => {
    const reach = createReaches(['10.0.0.1'], hasOption)([])
    return [reach.refusal('10.0.0.2', '80'), reach.refusal('10.0.0.1', '80')]
  })
  expect(refusals).toEqual([
    ', expected a public one or a host named in net.allow',
    '; net.allow opens it only to a source whose own feed lies there',
    ', expected a public one or a host named in net.allow, or with --allow',
    '; net.allow, or --allow, opens it only to a source whose own feed lies there',
  ])
})

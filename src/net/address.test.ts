import { expect, test } from 'vitest'
import { createAllowList, isPublicAddress } from './address.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '192.168.0.1',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  '::ffff:127.0.0.1',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fec0::1',
  '64:ff9b:1::7f00:1',
  '2001:db8::1',
  'not an address',
])('isPublicAddress() refuses %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8'])('isPublicAddress() passes %s', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test('createAllowList() knows names, ports and ranges', () => {
  const allowed = createAllowList(['Rsshub.home.lan', '127.0.0.1:8080', '10.0.0.0/8'])
  expect([allowed('rsshub.home.lan', '80'), allowed('127.0.0.1', '8080'), allowed('10.9.9.9', '1')]).toEqual([
    true,
    true,
    true,
  ])
  expect(allowed('127.0.0.1', '8081')).toBe(false)
})

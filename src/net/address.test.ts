import { expect, test } from 'vitest'
import { isPublicAddress } from './address.ts'

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '168.63.129.16',
  '::ffff:168.63.129.16',
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
  // An IPv4 address inside: mapped, compatible, translated, 6to4, Teredo, NAT64, ISATAP.
  '::8.8.8.8',
  '::ffff:0:8.8.8.8',
  '2002:808:808::',
  '2001:0:53aa:64c::f5ff:fffe',
  '64:ff9b:1:7f00:0:100::',
  'fe80::5efe:7f00:1',
  '2a00:1450::5efe:7f00:1',
  '2a00:1450::5efe:10.0.0.1',
  '2a00:1450::200:5efe:a9fe:a9fe',
  '2600:9000::100:5efe:192.168.0.1',
  '2600:9000::300:5efe:192.168.0.1%eth0',
  '2600:9000::5efe:127.0.0.1%25lo',
  // No system writes an address so: what it means depends on who reads it.
  '1.2.3',
  '0x8.8.8.8',
  '010.8.8.8',
  '134744072',
  '8.8.8.8.',
  '[2606:4700::1]',
  'not an address',
])('isPublicAddress() refuses %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

test.each(['8.8.8.8', '2606:4700:4700::1111', '::ffff:8.8.8.8', '2a00:1450::5efe:808:808', '2a00::5eff:7f00:1'])(
  'isPublicAddress() passes %s',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

// Every way of writing an address that a browser understands; what is no address at all is refused before.
test.each([
  'http://2130706433/',
  'http://017700000001/',
  'http://0x7f000001/',
  'http://0x7f.0.0.1/',
  'http://0177.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://127.0.0.1./',
  'http://１２７.０.０.１/',
  'http://①②⑦.⓪.⓪.①/',
  'http://127。0。0。1/',
  'http://127｡0｡0｡1/',
  'http://0x7f．1/',
  'http://𝟏𝟐𝟕.𝟎.𝟎.𝟏/',
  'http://¹²⁷.1/',
  'http://127%2e0%2e0%2e1/',
  'http://0x00000000007f000001/',
  'http://127.0x000001/',
  'http://0251.0376.0251.0376/',
  'http://127\u00AD.0.0.1/',
  'http://127.0.0.1\u3002/',
  'http:\\\\127.0.0.1\\',
  'http://[2a00:1450::5efe:169.254.169.254]/',
  'http://%31%32%37.0.0.1/',
  'http://ann:pw@127.0.0.1/',
  'http://8.8.8.8@127.0.0.1/',
  'http://0/',
  'http://0.0.0.0:80/',
  'http://[::]/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[0:0:0:0:0:ffff:7f00:0001]/',
  'http://[::127.0.0.1]/',
  'http://[::ffff:0:127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://169.254.169.254/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://192.168.1.1/',
  'http://10.0.0.1/',
  'http://172.16.0.1/',
  'http://100.64.0.1/',
  'http://192.0.0.192/',
  'http://198.18.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
])('an address written as %s is seen to be not public', (written) => {
  const host = new URL(written).hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '')
  expect(isPublicAddress(host)).toBe(false)
})

test.each([
  'http://[fe80::1%25eth0]/',
  'http://[::1',
  'http://127.0.0.1.256/',
  'http://999.1.1.1/',
  'http://0x100000000/',
])('%s is no address at all', (written) => {
  expect(URL.canParse(written)).toBe(false)
})

import { expect, test } from 'vitest'
import { userAgentOf } from './user-agent.ts'

test('userAgentOf() names the site and whom to write to', () => {
  expect(userAgentOf({ url: 'https://gull.example', contact: 'ed@gull.example' })).toBe(
    'Waikan/0.1 (+https://gull.example/; ed@gull.example)',
  )
  expect(userAgentOf({ url: 'https://gull.example/press' })).toBe('Waikan/0.1 (+https://gull.example/press)')
})

test('userAgentOf() names no site where there is none', () => {
  expect(userAgentOf({ contact: 'ed@gull.example' })).toBe('Waikan/0.1 (ed@gull.example)')
  expect(userAgentOf({ contact: 'https://gull.example/us' })).toBe('Waikan/0.1 (+https://gull.example/us)')
  expect(userAgentOf({})).toBe('Waikan/0.1 (self-hosted feed reader)')
})

test('userAgentOf() is ASCII, whatever letters the addresses have', () => {
  expect(userAgentOf({ url: 'https://报刊.example/', contact: 'https://报刊.example/联系' })).toBe(
    'Waikan/0.1 (+https://xn--obrr81b.example/; +https://xn--obrr81b.example/%E8%81%94%E7%B3%BB)',
  )
})

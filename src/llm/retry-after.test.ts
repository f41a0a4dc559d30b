import { expect, test } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const nowMs = Date.UTC(2026, 10, 23, 14)

test('retryAfterMs() waits for the limit that is used up where the header is missing', () => {
  const openai = {
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '1m30s',
    'x-ratelimit-remaining-tokens': '900',
    'x-ratelimit-reset-tokens': '6m0s',
  }
  expect(retryAfterMs(openai, { nowMs })).toBe(90_000)
  const anthropic = {
    'anthropic-ratelimit-requests-remaining': '12',
    'anthropic-ratelimit-requests-reset': '2026-11-23T15:00:00Z',
    'anthropic-ratelimit-tokens-remaining': '0',
    'anthropic-ratelimit-tokens-reset': '2026-11-23T14:00:20Z',
  }
  expect(retryAfterMs(anthropic, { nowMs })).toBe(20_000)
})

test('retryAfterMs() reads durations of steps and the delay in a body of Google', () => {
  expect(retryAfterMs({ 'x-ratelimit-reset-requests': '120ms' })).toBe(120)
  expect(retryAfterMs({ 'retry-after': '2s' })).toBe(2000)
  expect(retryAfterMs({}, { body: '{"error":{"details":[{"retryDelay":"34s"}]}}' })).toBe(34_000)
})

test('retryAfterMs() says nothing where nothing readable is said', () => {
  expect(retryAfterMs({ 'retry-after': 'soon' })).toBe(null)
  expect(retryAfterMs({})).toBe(null)
})

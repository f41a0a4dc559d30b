import { expect, test } from 'vitest'
import { FetchError } from '../errors.ts'
import type { Ask } from './ask.ts'
import { askPatiently } from './ask-patiently.ts'

const question = { prefix: 'p', material: 'm', schema: {}, names: [] }

/** A clock that only sleeping moves, and an endpoint that fails with these waits, then answers. */
function world(waits: (number | null)[], more: { parallel?: number; perMinute?: number } = {}) {
  const clock = { ms: 0 }
  const askedAt: number[] = []
  const ask: Ask = async () => {
    askedAt.push(clock.ms)
    const wait = waits.shift()
    if (wait === undefined) return { model: 'm', text: '{}', inputTokens: 1, outputTokens: 1, complete: true }
    throw new FetchError('Cannot ask: 429', { url: 'u', status: 429, retryable: true, retryAfterMs: wait })
  }
  const patient = askPatiently(ask, {
    parallel: more.parallel ?? 1,
    perMinute: more.perMinute ?? null,
    maxWaitMs: 60_000,
    sleep: async (ms) => void (clock.ms += ms),
    nowMs: () => clock.ms,
  })
  return { clock, askedAt, patient }
}

test('askPatiently() asks again after the wait that the endpoint names', async () => {
  const { askedAt, patient } = world([7000])
  await patient(question)
  expect(askedAt).toEqual([0, 7000])
})

test('askPatiently() doubles its own wait where the endpoint names none', async () => {
  const { askedAt, patient } = world([null, null, null])
  await patient(question)
  expect(askedAt).toEqual([0, 1000, 3000, 7000])
})

test('askPatiently() asks nothing at all while the endpoint wants a longer silence than a run waits', async () => {
  const { clock, askedAt, patient } = world([600_000])
  await expect(patient(question)).rejects.toThrow('429')
  await expect(patient(question)).rejects.toThrow('429')
  expect(askedAt).toEqual([0])
  clock.ms = 600_000
  await patient(question)
  expect(askedAt).toEqual([0, 600_000])
})

test('askPatiently() begins no more questions in a minute than it may', async () => {
  const { askedAt, patient } = world([], { parallel: 3, perMinute: 6 })
  await Promise.all([patient(question), patient(question), patient(question)])
  expect(askedAt).toEqual([0, 10_000, 20_000])
})

test('askPatiently() gives up after four failures', async () => {
  const { askedAt, patient } = world([10, 10, 10, 10, 10])
  await expect(patient(question)).rejects.toThrow('429')
  expect(askedAt.length).toBe(4)
})

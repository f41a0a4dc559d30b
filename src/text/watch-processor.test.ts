import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchProcessor } from './watch-processor.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A thread that gets `share` of a processor. */
function thread(share: number) {
  const started = performance.now()
  return { cpuUsage: () => Promise.resolve({ user: (performance.now() - started) * share * 1000, system: 0 }) }
}

test('watchProcessor() ends a thread that has used what it may', async () => {
  const spent = vi.fn()
  watchProcessor(thread(1), 1000, spent)
  await vi.advanceTimersByTimeAsync(990)
  expect(spent).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(20)
  expect(spent).toHaveBeenCalledOnce()
})

test('watchProcessor() does not count what other programs take', async () => {
  const spent = vi.fn()
  watchProcessor(thread(0.25), 1000, spent)
  await vi.advanceTimersByTimeAsync(3900)
  expect(spent).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(spent).toHaveBeenCalledOnce()
})

test('watchProcessor() gives up a thread that gets nothing after six times its limit', async () => {
  const spent = vi.fn()
  watchProcessor(thread(0), 1000, spent)
  await vi.advanceTimersByTimeAsync(5900)
  expect(spent).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(200)
  expect(spent).toHaveBeenCalledOnce()
})

test('watchProcessor() says nothing once it was ended', async () => {
  const spent = vi.fn()
  watchProcessor(thread(1), 1000, spent)()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(spent).not.toHaveBeenCalled()
})

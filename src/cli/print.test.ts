import { expect, test } from 'vitest'
import { createReport, plainly, timeLeft } from './print.ts'

test('timeLeft() goes on at the pace so far', () => {
  expect(timeLeft(10_000, 100, 400)).toBe('30 s left')
  expect(timeLeft(60_000, 100, 1100)).toBe('10 min left')
  expect(timeLeft(500, 100, 400)).toBe('')
  expect(timeLeft(10_000, 400, 400)).toBe('')
})

test('createReport() prints a plain line for each tenth, however large the steps are', () => {
  const lines: string[] = []
  const report = createReport({ isTTY: false, write: (text: string) => lines.push(text) } as never)
  for (let done = 64; done < 1000; done += 64) report.step('publish', done, 1000)
  report.step('publish', 1000, 1000)
  expect(lines.length).toBe(11)
  expect(lines.at(-1)).toBe('publish 1000/1000\n')
})

test('createReport() ends a warning with its last word', () => {
  const lines: string[] = []
  const report = createReport({ isTTY: false, write: (text: string) => lines.push(text) } as never)
  report.warn('clock mended', {})
  report.warn('page not read', { address: 'https://gull.example/' })
  expect(lines).toEqual(['warning: clock mended\n', 'warning: page not read address="https://gull.example/"\n'])
})

test('plainly() spells out what would command a terminal, and leaves every other sign', () => {
  expect(plainly('Cannot parse "\u001B]0;PWNED\u0007\u009B2J\u202E": é 中\n\tnext')).toBe(
    'Cannot parse "\\u001b]0;PWNED\\u0007\\u009b2J\\u202e": é 中\n\tnext',
  )
})

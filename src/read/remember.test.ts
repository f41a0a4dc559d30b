import { expect, test } from 'vitest'
import { remembering } from './remember.ts'

test('remembering() reads each names once', () => {
  const asked: string[] = []
  const length = remembering((names) => {
    asked.push(names)
    return names.length
  })
  expect([length('byline'), length('byline'), length('share')]).toEqual([6, 6, 5])
  expect(asked).toEqual(['byline', 'share'])
})

test('remembering() begins anew when it holds 5,000 answers', () => {
  let asked = 0
  const read = remembering(() => asked++)
  for (let at = 0; at <= 5000; at++) read(`name-${at}`)
  read('name-0')
  expect(asked).toBe(5002)
})

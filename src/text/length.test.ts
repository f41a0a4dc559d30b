import { expect, test } from 'vitest'
import { measureLength } from './length.ts'

test('measureLength() counts Han characters one by one and never as one word', () => {
  expect(measureLength('外刊是读世界的报纸。')).toEqual({ words: 0, characters: 9, minutes: 1 })
})

test('measureLength() counts words and characters of a mixed text apart', () => {
  expect(measureLength("Détente isn't 缓和 in 2026")).toEqual({ words: 4, characters: 2, minutes: 1 })
})

test('measureLength() adds the minutes of both parts', () => {
  expect(measureLength(`${'word '.repeat(265)}${'字'.repeat(500)}`).minutes).toBe(2)
})

test('measureLength() refuses a speed of zero and names it', () => {
  expect(() => measureLength('a', { words: 0, characters: 1 })).toThrow('{"words":0,"characters":1}')
})

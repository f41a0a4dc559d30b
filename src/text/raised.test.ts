import { expect, test } from 'vitest'
import { htmlTitle } from './html-title.ts'
import { raise } from './raised.ts'

test('raise() sets numbers in raised and lowered signs, and leaves letters and long texts', () => {
  expect(raise('6', 'sup')).toBe('⁶')
  expect(raise('−12', 'sup')).toBe('⁻¹²')
  expect(raise('2', 'sub')).toBe('₂')
  expect(raise('st', 'sup')).toBe('st')
  expect(raise('123456789', 'sup')).toBe('123456789')
})

test('a title with a raised number keeps it raised', () => {
  expect(htmlTitle('Turbines turned 10<sup>6</sup> times')).toBe('Turbines turned 10⁶ times')
})

import { expect, test } from 'vitest'
import { snippetAround } from './snippet.ts'

test('snippetAround() cuts between words where words have spaces', () => {
  const text = `${'harbour masters everywhere '.repeat(6)}lantern${' keep their lights burning'.repeat(8)}`
  expect(snippetAround(text, 162)).toBe(
    '…everywhere harbour masters everywhere lantern keep their lights burning keep their lights burning keep their lights burning keep their lights burning keep…',
  )
})

test('snippetAround() cuts Chinese anywhere', () => {
  const text = '海岸警卫队'.repeat(60)
  expect(snippetAround(text, 100)).toBe(`……${'海岸警卫队'.repeat(32)}……`)
})

test('snippetAround() leaves a short text whole', () => {
  expect(snippetAround('A lantern.', 2)).toBe('A lantern.')
})

test('snippetAround() halves no sign of two units', () => {
  const snippet = snippetAround(`x${'🚢'.repeat(60)} lantern ${'🚢'.repeat(120)}`, 122)
  expect(snippet.isWellFormed()).toBe(true)
})

test('snippetAround() cuts a word that has no end', () => {
  expect(snippetAround('a'.repeat(400), 200).length).toBeLessThan(162)
})

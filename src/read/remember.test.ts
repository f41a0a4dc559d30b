import { Element } from 'domhandler'
import { expect, test } from 'vitest'
import { remembering, rememberingClass, rememberingMarks } from './remember.ts'

test('remembering() reads each names once', () => {
  const asked: string[] = []
  const length = remembering((names) => {
    asked.push(names)
    return names.length
  })
  expect([length('byline'), length('byline'), length('share')]).toEqual([6, 6, 5])
  expect(asked).toEqual(['byline', 'share'])
})

test('remembering() begins anew when it holds 1,000 answers', () => {
  let asked = 0
  const read = remembering(() => asked++)
  for (let at = 0; at <= 1000; at++) read(`name-${at}`)
  read('name-0')
  expect(asked).toBe(1002)
})

test('rememberingClass() keeps the answers of two questions about one class apart', () => {
  const asked: string[] = []
  const ask = (question: string): ((names: string) => string) =>
    rememberingClass((names) => {
      asked.push(`${question} ${names}`)
      return `${question}!`
    })
  const [gate, byline] = [ask('gate'), ask('byline')]
  expect([gate('quay'), byline('quay'), gate('quay'), byline('quay')]).toEqual(['gate!', 'byline!', 'gate!', 'byline!'])
  expect(asked).toEqual(['gate quay', 'byline quay'])
})

test('rememberingMarks() reads class and id together, and remembers a class alone', () => {
  const asked: string[] = []
  const read = rememberingMarks((marks) => {
    asked.push(marks)
    return marks.includes('gate')
  })
  expect(read(new Element('div', { class: 'harbour' }))).toBe(false)
  expect(read(new Element('div', { class: 'harbour' }))).toBe(false)
  expect(read(new Element('div', { class: 'harbour', id: 'gate' }))).toBe(true)
  expect(read(new Element('div', {}))).toBe(false)
  expect(asked).toEqual(['harbour ', 'harbour gate', ' '])
})

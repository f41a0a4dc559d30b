import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { clockLines } from './clock-lines.ts'
import { readLines } from './lines.ts'

const found = (lines: string[], authors: string[] = []): string[] =>
  [...clockLines(readLines(parsePage(lines.map((line) => `<p>${line}</p>`).join(''))).lines, authors)].map(
    (line) => line.text,
  )

test('clockLines() finds times before a name that writes several entries', () => {
  expect(found(['19:20 Ada Quay', 'The ferry left.', '19:39 Ada Quay'])).toEqual(['19:20 Ada Quay', '19:39 Ada Quay'])
})

test('clockLines() finds a time before a declared author, and times alone', () => {
  expect(found(['19.20 Uhr Ada Quay', '20:11', '20:15'], ['Ada Quay'])).toHaveLength(3)
})

test('clockLines() leaves a timetable alone', () => {
  expect(found(['19:20 Northern quay', '19:40 Southern quay', '20:05 The island'])).toEqual([])
})

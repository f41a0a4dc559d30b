import { expect, test } from 'vitest'
import type { Mark } from '../types.ts'
import { cutText } from './text-pieces.ts'

const whole = (end: number) => [{ start: 0, end }]
const strong = (start: number, end: number): Mark => ({ kind: 'strong', start, end })
const emphasis = (start: number, end: number): Mark => ({ kind: 'emphasis', start, end })

test('cutText() cuts where marks and proofs begin and end', () => {
  const proof = { start: 4, end: 9, anchor: 'e-c1-1' }
  const [pieces] = cutText(whole(12), { marks: [strong(2, 6)], proofs: [proof] })
  expect(pieces).toEqual([
    { start: 0, end: 2, marks: [], proofs: [] },
    { start: 2, end: 4, marks: [strong(2, 6)], proofs: [] },
    { start: 4, end: 6, marks: [strong(2, 6)], proofs: [proof] },
    { start: 6, end: 9, marks: [], proofs: [proof] },
    { start: 9, end: 12, marks: [], proofs: [] },
  ])
})

test('cutText() gives each range its own pieces of what reaches over both', () => {
  const pieces = cutText([...whole(3), { start: 6, end: 9 }], { marks: [emphasis(1, 8)], proofs: [] })
  expect(pieces.map((range) => range.map(({ start, end, marks }) => [start, end, marks.length]))).toEqual([
    [[0, 1, 0], [1, 3, 1]],
    [[6, 8, 1], [8, 9, 0]],
  ]) // prettier-ignore
})

test('cutText() makes one of emphasis within emphasis, and keeps the outer of two links', () => {
  const link = (start: number, url: string): Mark => ({ kind: 'link', start, end: 8, url })
  const [pieces] = cutText(whole(10), {
    marks: [
      strong(2, 6),
      strong(0, 10),
      strong(4, 8),
      link(2, 'https://outer.example/'),
      link(4, 'https://inner.example/'),
    ],
    proofs: [],
  })
  expect(pieces?.map(({ start, marks }) => [start, marks.map(({ kind, url }) => url ?? kind)])).toEqual([
    [0, ['strong']],
    [2, ['strong', 'https://outer.example/']],
    [8, ['strong']],
  ])
})

test('cutText() walks a text of a hundred thousand marks once', () => {
  const marks = Array.from({ length: 100_000 }, (_, at) =>
    at % 2 ? strong(at * 4, at * 4 + 1) : emphasis(0, at * 4 + 1),
  )
  const [pieces] = cutText(whole(400_000), { marks, proofs: [] })
  expect(pieces).toHaveLength(100_002)
}, 10_000)

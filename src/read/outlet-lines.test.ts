import { expect, test } from 'vitest'
import { isOutletLine, learnLines, type OutletLines } from './outlet-lines.ts'

const line = 'The Saltmere Courier is printed on paper of the valley.'
const learn = (urls: string[]): OutletLines | null =>
  urls.reduce<OutletLines | null>((outlet, url) => learnLines(outlet, url, [line]), null)

test('isOutletLine() knows a line that stood in three articles, and not one that stood in two', () => {
  expect(isOutletLine(learn(['a', 'b']), line)).toBe(false)
  expect(isOutletLine(learn(['a', 'b', 'c']), line)).toBe(true)
})

test('learnLines() counts two articles that are looked at again and again as two', () => {
  expect(isOutletLine(learn(['a', 'b', 'a', 'b', 'a', 'b']), line)).toBe(false)
})

test('learnLines() learns a new line when 2,000 lines are known already', () => {
  const many = Array.from({ length: 2500 }, (_, at) => `Sentence number ${at} of a long article.`)
  let outlet = learnLines(null, 'long', many)
  for (const url of ['a', 'b', 'c'])
    outlet = learnLines(outlet, url, [line, ...many.slice(0, 30).map((one) => url + one)])
  expect(isOutletLine(outlet, line)).toBe(true)
  expect(Object.keys(outlet.lines)).toHaveLength(2000)
})

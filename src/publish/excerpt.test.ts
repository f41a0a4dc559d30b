import { expect, test } from 'vitest'
import { quoted, speakerOf, standingOf, uncut } from './excerpt.ts'

function standing(text: string, quote: string) {
  const start = text.indexOf(quote)
  return standingOf(text, { start, end: start + quote.length })
}

test('standingOf() sees where a sentence of the outlet was cut', () => {
  const text = 'The ferry, which was late, left at nine. Nobody was hurt.'
  expect(standing(text, 'left at nine')).toEqual({ startsWithin: true, endsWithin: false, spoken: false })
  expect(standing(text, 'The ferry, which')).toEqual({ startsWithin: false, endsWithin: true, spoken: false })
  expect(standing(text, 'Nobody was hurt.')).toEqual({ startsWithin: false, endsWithin: false, spoken: false })
})

test('standingOf() takes a decimal point for no end', () => {
  expect(standing('It rose by 2.5 metres in a night.', 'It rose by 2').endsWithin).toBe(true)
})

test('standingOf() sees the ends of Chinese sentences', () => {
  const text = '船长说，风太大。渡船没有开；码头空着。'
  expect(standing(text, '渡船没有开').startsWithin).toBe(false)
  expect(standing(text, '渡船没有开').endsWithin).toBe(true)
  expect(standing(text, '码头空着')).toEqual({ startsWithin: true, endsWithin: false, spoken: false })
})

test('standingOf() tells words inside quotation signs, in the signs of several languages', () => {
  expect(standing('„Wir gehen“, sagt sie. „Morgen vielleicht.“', 'Morgen vielleicht').spoken).toBe(true)
  expect(standing('„Wir gehen“, sagt sie. „Morgen vielleicht.“', 'sagt sie').spoken).toBe(false)
  expect(standing('店主は「また来ます」と話した。', 'また来ます').spoken).toBe(true)
  expect(standing('« On part », dit-elle.', 'dit-elle').spoken).toBe(false)
  expect(standing('He said “no” and left.', 'and left').spoken).toBe(false)
})

test('standingOf() cuts no speech that the outlet opens and closes there', () => {
  const text = 'She waited. “We go,” she said, “and we stay.”'
  expect(standing(text, 'We go')).toEqual({ startsWithin: false, endsWithin: false, spoken: true })
  expect(standing(text, 'and we')).toEqual({ startsWithin: false, endsWithin: true, spoken: true })
})

test('speakerOf() names a speaker for words of the speech alone', () => {
  const speakers = [{ name: 'Ida Holm', quotes: [{ passage: 'p2', quote: 'We saw nothing.', start: 10, end: 25 }] }]
  expect(speakerOf({ passage: 'p2', quote: 'nothing', start: 17, end: 24 }, speakers)).toBe('Ida Holm')
  expect(speakerOf({ passage: 'p2', quote: 'said: We saw', start: 4, end: 16 }, speakers)).toBeNull()
  expect(speakerOf({ passage: 'p3', quote: 'nothing', start: 17, end: 24 }, speakers)).toBeNull()
})

test('quoted() uses the signs of the language, the inner ones around a text with its own', () => {
  expect(quoted('Wir gehen', 'de-AT', uncut)).toBe('„Wir gehen“')
  expect(quoted('また来ます', 'ja', uncut)).toBe('「また来ます」')
  expect(quoted('他说“好”。', 'zh-Hans', uncut)).toBe('‘他说“好”。’')
  expect(quoted('words', null, uncut)).toBe('“words”')
  expect(quoted('words', 'xx', { ...uncut, endsWithin: true })).toBe('“words […]”')
  expect(quoted('船没有开', 'zh', { ...uncut, startsWithin: true })).toBe('“……船没有开”')
})

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
  const text = 'She said: “We saw nothing.”'
  const speakers = [{ name: 'Ida Holm', quotes: [{ passage: 'p2', quote: 'We saw nothing.', start: 10, end: 25 }] }]
  expect(speakerOf({ passage: 'p2', quote: 'nothing', start: 17, end: 24 }, speakers, text)).toBe('Ida Holm')
  expect(speakerOf({ passage: 'p2', quote: 'said: We saw', start: 4, end: 16 }, speakers, text)).toBeNull()
  expect(speakerOf({ passage: 'p3', quote: 'nothing', start: 17, end: 24 }, speakers, text)).toBeNull()
})

test('quoted() uses the signs of the language, the inner ones around a text with its own', () => {
  expect(quoted('Wir gehen', 'de-AT', uncut)).toBe('„Wir gehen“')
  expect(quoted('また来ます', 'ja', uncut)).toBe('「また来ます」')
  expect(quoted('他说“好”。', 'zh-Hans', uncut)).toBe('“他说‘好’。”')
  expect(quoted('他說「好」。', 'zh-Hant', uncut)).toBe('「他說『好』。」')
  expect(quoted('「また来ます」と言った', 'ja', uncut)).toBe('「『また来ます』と言った」')
  expect(quoted('她说：“船名叫‘鸥’。”', 'zh', uncut)).toBe('“她说：‘船名叫“鸥”。’”')
  expect(quoted('O’Hara 说“好”。', 'zh', uncut)).toBe('“O’Hara 说‘好’。”')
  expect(quoted('Er sagte „gut“.', 'de', uncut)).toBe('‚Er sagte „gut“.‘')
  expect(quoted('words', null, uncut)).toBe('“words”')
  expect(quoted('words', 'xx', { ...uncut, endsWithin: true })).toBe('“words […]”')
  expect(quoted('船没有开', 'zh', { ...uncut, startsWithin: true })).toBe('“……船没有开”')
})

test.for([
  ['Inspectors closed the bakery of Mr. Olsen’s rivals.', 'Inspectors closed the bakery of Mr.', false, true],
  ['The oven was sold by the U.S. importer’s heirs.', 'The oven was sold by the U.S.', false, true],
  ['The following claim is false: the oven was stolen.', 'the oven was stolen.', true, false],
  ['“I never said ‘the oven is mine’ to anyone,” Ida Holm wrote.', 'the oven is mine', true, true],
  ['She denied that “I sold the oven” was her sentence.', 'I sold the oven', true, true],
  ['‘I sold the oven,’ the hero of the play says.', 'I sold the oven', false, false],
  ['She wrote: ‘The oven is cold and the bakers’ union knows it,’ and left.', 'The oven is cold', false, true],
  ['Inspectors closed the bakery’s oven.', 'Inspectors closed the bakery', false, true],
  ['面包师否认说过“烤炉是我的”这句话。', '烤炉是我的', true, true],
  ['面包师说：“烤炉是我的。”', '烤炉是我的', false, false],
] as const)(
  'standingOf() marks what a sentence of the outlet lost: %s | %s',
  ([text, quote, startsWithin, endsWithin]) => {
    expect(standing(text, quote)).toMatchObject({ startsWithin, endsWithin })
  },
)

test('standingOf() takes British single signs for speech, and an apostrophe for none', () => {
  expect(standing('‘We bake at four,’ she said.', 'We bake').spoken).toBe(true)
  expect(standing('The bakers’ oven stood in ’98 as in ’99.', 'oven stood').spoken).toBe(false)
})

test('speakerOf() gives nobody for words that a speaker quotes', () => {
  const text = '“I never said ‘the oven is mine’ to anyone,” Ida Holm wrote.'
  const whole = { passage: 'p1', quote: 'I never said ‘the oven is mine’ to anyone,', start: 1, end: 43 }
  const speakers = [{ name: 'Ida Holm', quotes: [whole] }]
  expect(speakerOf({ passage: 'p1', quote: 'the oven is mine', start: 15, end: 31 }, speakers, text)).toBeNull()
  expect(speakerOf({ passage: 'p1', quote: 'I never said', start: 1, end: 13 }, speakers, text)).toBe('Ida Holm')
})

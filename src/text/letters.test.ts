import { expect, test } from 'vitest'
import { countDense, countHanAndKana, countWords, foldLetters, lettersAlone } from './letters.ts'

test.each([
  ["Don't stop at l’État 22!", { words: 5, characters: 0 }],
  ['港务委员会 voted 二次', { words: 1, characters: 7 }],
  ['페리 と ferry', { words: 1, characters: 3 }],
  ['नमस्ते दुनिया', { words: 2, characters: 0 }],
  ['𝐀𝐁 𠀀𠀁 😀', { words: 1, characters: 2 }],
  ['a\ud800b', { words: 2, characters: 0 }],
  ["' ’ -", { words: 0, characters: 0 }],
])('countWords() counts %s', (text, count) => {
  expect(countWords(text)).toEqual(count)
})

test.each([
  ['Ferry No. 7 – “late”?', 'FerryNo7late'],
  ['Müller & Žižek: ½', 'MüllerŽižek½'],
  ['渡轮，7号。', '渡轮7号'],
  ['Ωμέγα, ℃ and 😀', 'Ωμέγαand'],
])('lettersAlone() takes out of %s what is neither letter nor figure', (text, letters) => {
  expect(lettersAlone(text)).toBe(letters)
})

test('foldLetters() takes two settings of one headline for the same', () => {
  expect(foldLetters('Ｆｅｒｒｙ’s ﬁnal Trip')).toBe(foldLetters("FERRY'S final trip"))
})

test('countDense() counts Han, kana and Hangul, countHanAndKana() leaves Korean out', () => {
  const text = '港 みなと ミナト 항구 port 12、'
  expect(countDense(text)).toBe(9)
  expect(countHanAndKana(text)).toBe(7)
  expect([countDense('port'), countHanAndKana('')]).toEqual([0, 0])
})

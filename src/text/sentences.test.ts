import { expect, test } from 'vitest'
import { endsInAbbreviation, sentenceSpans } from './sentences.ts'

const cut = (text: string, language: string | null): string[] =>
  sentenceSpans(text, language).map(({ start, end }) => text.slice(start, end).trim())

test('sentenceSpans() ends no sentence behind a title, an initial or letters with dots', () => {
  expect(cut('It was sold by the U.S. Navy. Dr. Holm and J. Reed left. They met Gen. Ostrow.', 'en')).toEqual([
    'It was sold by the U.S. Navy.',
    'Dr. Holm and J. Reed left.',
    'They met Gen. Ostrow.',
  ])
  expect(cut('Es kam z. B. Prof. Brandt. Er blieb.', 'de')).toEqual(['Es kam z. B. Prof. Brandt.', 'Er blieb.'])
})

test('sentenceSpans() ends no sentence behind speech that goes on in small letters', () => {
  expect(cut('“Really?” she asked. He nodded.', 'en')).toEqual(['“Really?” she asked.', 'He nodded.'])
})

test('sentenceSpans() ends Chinese and Japanese sentences at their own stops', () => {
  expect(cut('渡船停了。码头空着！', 'zh-Hans')).toEqual(['渡船停了。', '码头空着！'])
  expect(cut('船は止まった。港は静かだ。', null)).toEqual(['船は止まった。', '港は静かだ。'])
})

test('sentenceSpans() leaves out nothing of a text', () => {
  const text = 'One. Two.\n\nThree Mr.\nFour'
  expect(
    sentenceSpans(text, 'en')
      .map(({ start, end }) => text.slice(start, end))
      .join(''),
  ).toBe(text)
})

test('endsInAbbreviation() takes a whole word before a full stop for none', () => {
  expect(endsInAbbreviation('He left the harbour.')).toBe(false)
  expect(endsInAbbreviation('He left with Mrs.')).toBe(true)
  expect(endsInAbbreviation('It cost 3 p.m.”')).toBe(true)
})

import { expect, test } from 'vitest'
import { foldWords, isStamp } from './fold-words.ts'

test.each([
  ['“Yes,” he said — twice…', '"Yes," he said—twice...'],
  ['the ﬁrst\u00A0day', 'the first day'],
  ['na\u00ADtion', 'nation'],
  ['在 2024 年，“他”说……', '在2024年，「他」说…'],
  ['»Ja«, sagte er', '„Ja“, sagte er'],
  ['l’État – 5 ans', "l'État - 5 ans"],
])('foldWords() takes %j and %j for the same words', (one, other) => {
  expect(foldWords(one)).toBe(foldWords(other))
})

test.each([
  ['Five people died', 'Six people died'],
  ['He did', 'He did not'],
  ['fell to 5', 'fell to -5'],
  ['1.5 million', '15 million'],
  ['polish', 'Polish'],
  ['旧桥关闭', '旧桥开放'],
])('foldWords() keeps %j and %j apart', (one, other) => {
  expect(foldWords(one)).not.toBe(foldWords(other))
})

test.each([
  'Updated 3 hours ago',
  'Last updated: 23 November 2026, 10:05 GMT',
  'Stand: 5. März 2024, 10:20 Uhr',
  'Mis à jour le 5 mars 2024 à 10h20',
  'Actualizado el 5 de marzo de 2024 a las 10:20',
  'Обновлено 5 марта 2024 г. в 10:20',
  'Updated Tuesday, 24 November',
  'Aktualisiert am Mittwoch, 10:20 Uhr',
  '最后更新：2026年11月23日 10:05',
  '最終更新 2026年11月23日',
  '수정 2024.03.05. 오전 10:20',
  '阅读 1234 次',
  '123 comments',
])('isStamp() knows %j', (sentence) => {
  expect(isStamp(sentence)).toBe(true)
})

test.each([
  'The bridge was updated in March.',
  'March 5, 2024',
  '2024年3月5日',
  'The council met 3 hours ago.',
  '市政府更新了桥梁。',
  'Two days, three hours, ten minutes.',
])('isStamp() leaves %j in the text', (sentence) => {
  expect(isStamp(sentence)).toBe(false)
})

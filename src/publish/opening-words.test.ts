import { expect, test } from 'vitest'
import type { Passage } from '../types.ts'
import { openingWords } from './opening-words.ts'

const passage = (text: string, kind: Passage['kind'] = 'paragraph'): Passage => ({ id: 'p1', kind, text })

test('openingWords() gives the first sentence below the headings', () => {
  expect(
    openingWords([passage('Morning', 'heading'), passage('The ferry left at nine a.m. on Sunday. Nobody saw it.')]),
  ).toBe('The ferry left at nine a.m. on Sunday.')
})

test('openingWords() ends a Chinese sentence at its own full stop', () => {
  expect(openingWords([passage('渡轮上午九点离港，船上载着四十箱苹果和一支铜管乐队。码头上没有人看见。')])).toBe(
    '渡轮上午九点离港，船上载着四十箱苹果和一支铜管乐队。',
  )
})

test('openingWords() cuts a long sentence at a word and says so', () => {
  expect(openingWords([passage('apple '.repeat(60).trim())])).toBe(`${'apple '.repeat(26).trim()}…`)
})

test('openingWords() gives nothing where nothing may be printed', () => {
  expect(openingWords([])).toBeNull()
})

test('openingWords() takes of excerpts only one that begins a sentence and that nobody speaks', () => {
  const uncut = { startsWithin: false, endsWithin: false, spoken: false, speaker: null }
  const cut = { p1: { ...uncut, endsWithin: true } }
  expect(openingWords([passage('The ferry left')], cut)).toBe('The ferry left…')
  expect(openingWords([passage('left at nine.')], { p1: { ...uncut, startsWithin: true } })).toBeNull()
  expect(openingWords([passage('We left at nine.')], { p1: { ...uncut, spoken: true } })).toBeNull()
})

test('openingWords() ends no sentence behind a shortened word, and marks one that was cut there', () => {
  const uncut = { startsWithin: false, endsWithin: false, spoken: false, speaker: null }
  expect(openingWords([passage('Inspectors have closed Dr. Holm’s bakery. It smelled.')])).toBe(
    'Inspectors have closed Dr. Holm’s bakery.',
  )
  expect(openingWords([passage('Inspectors have closed the U.S.')], { p1: { ...uncut, endsWithin: true } })).toBe(
    'Inspectors have closed the U.S.…',
  )
})

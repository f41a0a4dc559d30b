import { expect, test } from 'vitest'
import { needlesOf } from './needles.ts'

test.each([
  ['the harbour', ['the harbour']],
  ['Harbour', ['harbour']],
  ['subscri(?:be|ber)', ['subscri']],
  ['(?:log|sign)(?:ing)? ?(?:in|up)', ['log', 'sign']],
  ['to (?:continue|read)', ['continue', 'read']],
  ['read|see also', ['read', 'see also']],
  ['colou?r of', ['colo']],
  ['ferr(?:y|ies)\\b', ['ferr']],
  ["l['’]abonné", ['abonné']],
  ['xa{1,3}bcd', ['bcd']],
  ['ab{2}c', ['ab']],
  ['(?<!no )tide(?! table)', ['tide']],
  ['\\p{L}*teaser', ['teaser']],
  ['\\d{1,2}\\.? Uhr', [' uhr']],
  ['ΣΥΝΔΡΟΜΗΣ', ['συνδρομησ']],
  ['文|©', ['文', '©']],
])('needlesOf() finds in %s what has to stand in the text', (source, needles) => {
  expect(needlesOf(source)).toEqual(needles)
})

test.each(['y|and', '.{0,20}', '[a-z]+', 'a?', '(?:x)?', '\\p{Lu}\\d', 'ſ', ')ab'])(
  'needlesOf() is not sure of %s',
  (source) => {
    expect(needlesOf(source)).toBeNull()
  },
)

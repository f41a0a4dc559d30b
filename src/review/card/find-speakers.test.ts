import { expect, test } from 'vitest'
import { findSpeakers } from './find-speakers.ts'

const named = (text: string, language = 'en'): (string | null)[] =>
  findSpeakers([{ id: 'p1', kind: 'paragraph', text }], language)
    .map(({ name }) => name)
    .filter((name) => name !== null)

test.each([
  ['Asked about “all foreigners must leave the city”, Anna Berg said it was a forgery.', 'en'],
  ['After the premiere of “The Last Ferry to the Island of Dogs”, Anna Berg said she was tired.', 'en'],
  ['In the film “Nobody leaves the harbour at night”, Anna Berg says nothing at all.', 'en'],
  ['“All foreigners must leave the city,” Anna Berg said it read.', 'en'],
  ['Nach der Premiere von „Die letzte Fähre zur Insel der Hunde“ sagte Anna Berg, sie sei müde.', 'de'],
  ['Après la lettre « tous les étrangers doivent quitter la ville », Anna Berg a déclaré son dégoût.', 'fr'],
])('findSpeakers() puts no words into the mouth of somebody who speaks of them: %s', (text, language) => {
  expect(named(text, language)).toEqual([])
})

test.each([
  ['“We will leave the harbour at night,” Anna Berg said on Monday.', 'en'],
  ['The plan is “a disaster for every harbour,” Anna Berg said.', 'en'],
  ['In a letter, Anna Berg said: “We will leave the harbour at night.”', 'en'],
  ['„Wir verlassen den Hafen in der Nacht“, sagte Anna Berg.', 'de'],
])('findSpeakers() names who says it: %s', (text, language) => {
  expect(named(text, language)).toEqual(['Anna Berg'])
})

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

test.each([
  ['“The oven was cold all night,” said Ida Holm’s fiercest rival.', 'en'],
  ['“The oven was cold all night,” said the late Ida Holm’s apprentice, Per Olsen.', 'en'],
  ['Ida Holm wrote that Per Olsen had warned her: “The oven was cold all night.”', 'en'],
  ['Ida Holm says Per Olsen told the guild: “The oven was cold all night.”', 'en'],
  ['According to Per Olsen, Ida Holm said: “The oven was cold all night.”', 'en'],
  ['“The oven was cold all night,” Ida Holm said, according to Per Olsen.', 'en'],
  ['„Der Ofen war die ganze Nacht kalt“, sagte der Verteidiger von Jan Richter.', 'de'],
  ['„Der Ofen war die ganze Nacht kalt“, sagte der Sohn Jan Richters.', 'de'],
  ['„Der Ofen war die ganze Nacht kalt“, sagte Jan Richters Bruder.', 'de'],
  ['„Der Ofen war die ganze Nacht kalt“, sagte Jan Richter nie.', 'de'],
  ['« Le four était froid toute la nuit », a dit la sœur de Luc Morel.', 'fr'],
  ['« Le four était froid toute la nuit », a dit l’avocat d’Ida Morel.', 'fr'],
  ['«Il forno era freddo tutta la notte», ha detto il legale di Ida Holm.', 'it'],
  ['«Il forno era freddo tutta la notte», ha detto il legale dell’attrice Ida Holm.', 'it'],
  ['«Печь была холодной всю ночь», сказал адвокат Ивана Сомова.', 'ru'],
  ['”Ugnen var kall hela natten”, sade Ida Holms advokat.', 'sv'],
])('findSpeakers() names nobody where another speaks, or the grammar is not plain: %s', (text, language) => {
  expect(named(text, language)).toEqual([])
})

test.each([
  ['Ida Holm, a rival of Per Olsen, said: “The oven was cold all night.”', 'en'],
  ['Ida Holm, who outlived Per Olsen, said: “The oven was cold all night.”', 'en'],
  ['Asked about Per Olsen, Ida Holm said: “The oven was cold all night.”', 'en'],
  ['“The oven was cold all night,” said the young baker Ida Holm.', 'en'],
  ['„Der Ofen war die ganze Nacht kalt“, sagte die Anwältin Ida Holm.', 'de'],
  ['«Печь была холодной всю ночь», сказала адвокат Ида Холмова.', 'ru'],
])('findSpeakers() names who opens the clause or stands behind the verb: %s', (text, language) => {
  expect(['Ida Holm', 'Ида Холмова']).toContain(named(text, language).join())
})

test('findSpeakers() reads twenty thousand opening signs in under two seconds', () => {
  const started = performance.now()
  expect(named('“'.repeat(20_000))).toEqual([])
  expect(performance.now() - started).toBeLessThan(2000)
})

test('findSpeakers() reads a word of two thousand apostrophes in under two seconds', () => {
  const started = performance.now()
  named(`die ${"l'".repeat(2000)} “We will go home now,” said Ida Holm.`, 'de')
  expect(performance.now() - started).toBeLessThan(2000)
})

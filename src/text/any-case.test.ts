import { expect, test } from 'vitest'
import { anyCase, smallOf } from './any-case.ts'

test.each([
  ['quay (?:news|post)', 'From the QUAY Post of Monday', 'QUAY Post'],
  ['Photo:\\s*(.{2,9})$', 'Ferry. pHoTo: Ada Quay', 'pHoTo: Ada Quay'],
  ['λιμάνις', 'ΤΟ ΛΙΜΆΝΙΣ', 'ΛΙΜΆΝΙΣ'],
  ['straße', 'DIE STRAẞE', 'STRAẞE'],
  ['iskele', 'İSTANBUL: İSKELE iskele', 'iskele'],
  ['rose', 'Roſe', 'Roſe'],
  ['\\p{Lu}da', 'with ada', 'ada'],
  ['\\S+', 'Quay', 'Quay'],
])('anyCase() finds what %s means in %s, as the usual expression does', (source, text, said) => {
  const usual = new RegExp(source, 'iu').exec(text)
  expect(anyCase(source).find(text)).toEqual({ index: usual?.index, said: [...(usual ?? [])] })
  expect(usual?.[0]).toBe(said)
  expect(anyCase(source).test(text)).toBe(true)
})

test('anyCase() finds all stretches one behind the other', () => {
  const found = anyCase('foto:?').findAll('Foto: Ada, FOTO Quay')
  expect(found.map(({ index, said }) => [index, said[0]])).toEqual([
    [0, 'Foto:'],
    [11, 'FOTO'],
  ])
})

test('anyCase() gives the groups in the letters of the text', () => {
  const { said } = anyCase('(foto|bild):\\s*(x)?(.+)').find('FOTO: Ada Quay') ?? { said: [] }
  expect(said).toEqual(['FOTO: Ada Quay', 'FOTO', undefined, 'Ada Quay'])
})

test('anyCase() finds nothing where nothing is', () => {
  expect(anyCase('ferry').find('harbour')).toBeNull()
  expect(anyCase('ferry').test('harbour')).toBe(false)
})

test('smallOf() gives up where case folds oddly', () => {
  expect(smallOf('QUAY Σς')).toBe('quay σσ')
  expect(smallOf('Roſe')).toBeNull()
})

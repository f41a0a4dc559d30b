import { expect, test } from 'vitest'
import { mendMojibake } from './mend-mojibake.ts'

test('mendMojibake() gives letters back that were read in the wrong charset', () => {
  expect(mendMojibake('La sanciÃ³n â€“ y el aÃ±o')).toBe('La sanción – y el año')
})

test('mendMojibake() reads ISO 8859-15 where that is what was done', () => {
  const wrong = new TextDecoder('iso-8859-15').decode(new TextEncoder().encode('Ça coûte 5 €, bœuf'))
  expect(mendMojibake(wrong)).toBe('Ça coûte 5 €, bœuf')
})

test('mendMojibake() leaves a text alone that is not wrong as a whole', () => {
  expect(mendMojibake('The name São was printed as SÃ£o')).toBe('The name São was printed as SÃ£o')
  expect(mendMojibake('Ã la carte, naïve – 中文')).toBe('Ã la carte, naïve – 中文')
})

test('mendMojibake() leaves three signs that happen to be the bytes of one letter', () => {
  expect(mendMojibake('le café…’ fermé')).toBe('le café…’ fermé')
  expect(mendMojibake('at the café…’')).toBe('at the café…’')
})

import { expect, test } from 'vitest'
import { drawCard } from './draw-card.ts'

const sizeOf = (png: Buffer): [number, number] => [png.readUInt32BE(16), png.readUInt32BE(20)]

test('drawCard() gives a PNG of 1200 by 630', () => {
  const png = drawCard({ title: '外刊', tagline: '读世界的报纸' })
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(sizeOf(png)).toEqual([1200, 630])
})

test('drawCard() takes a title for words, whatever signs it has', () => {
  expect(sizeOf(drawCard({ title: '<&"\'>', tagline: ']]></svg>' }))).toEqual([1200, 630])
})

test('drawCard() draws a title of a single sign as one of two, where the machine has a font for them', () => {
  const isDrawn = (title: string): boolean =>
    !drawCard({ title, tagline: '' }).equals(drawCard({ title: '', tagline: '' }))
  expect(isDrawn('M')).toBe(isDrawn('Mn'))
})

test('drawCard() seals a title that has Han signs, and no other', () => {
  expect(drawCard({ title: '外刊', tagline: '' }).equals(drawCard({ title: '', tagline: '' }))).toBe(false)
  expect(drawCard({ title: '\u{10FFFD}\u{10FFFC}', tagline: '' }).equals(drawCard({ title: '', tagline: '' }))).toBe(
    true,
  )
})

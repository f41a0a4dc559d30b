import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeBytes } from './charset.ts'

const declaration = '<?xml version="1.0" encoding="utf-8"?>'

/** What is read of a feed in UTF-8 by header and declaration: strings are UTF-8, numbers are bytes. */
function read(parts: (string | number)[], contentType = 'text/xml; charset=utf-8'): string {
  const bytes = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))
  return decodeBytes(Buffer.concat([Buffer.from(declaration), bytes]), { contentType, kind: 'feed' }).text.replace(
    declaration,
    '',
  )
}

test.each([
  [['<t>Rowers’ cup', 0xe2, 0x80, ' is over</t>'], '<t>Rowers’ cup\uFFFD is over</t>'],
  [['<t>Forêt fermée apr', 0xc3, '</t>'], '<t>Forêt fermée apr\uFFFD</t>'],
  [['<t>Żubry', 0xc5, '</t>'], '<t>Żubry\uFFFD</t>'],
  [['<t>Niños con brújula', 0xff, '</t>'], '<t>Niños con brújula\uFFFD</t>'],
  [['<t>灯塔', 0xe5, 0xa4, '</t>'], '<t>灯塔\uFFFD</t>'],
  [['<t>海', 0xe3, 0x81, 'へ</t>'], '<t>海\uFFFDへ</t>'],
  [['<t>등대', 0xec, '</t>'], '<t>등대\uFFFD</t>'],
  [['<t>מגדל', 0x90, '</t>'], '<t>מגדל\uFFFD</t>'],
  [['<t>Маяк', 0xd0, ' работает</t>'], '<t>Маяк\uFFFD работает</t>'],
])('decodeBytes() reads UTF-8 with a broken sign as UTF-8, however short: %j', (parts, text) => {
  expect(read(parts)).toBe(text)
})

test.each([
  [['<t>Open until the caf', 0xc3], '<t>Open until the caf\uFFFD'],
  [['<t>Fog ', 0xf0, 0x9f, 0x8c], '<t>Fog \uFFFD'],
])('decodeBytes() knows a document in UTF-8 that ends within its only sign: %j', (parts, text) => {
  expect(read(parts)).toBe(text)
})

test.each([
  ['La forêt fermée', 'Où est l’élève ? À la fête de Noël'],
  ['Das Märchen', 'Größere Straßen für Übermut'],
  ['A previsão', 'Não há opções às terças'],
  ['Peña abierta', '¿Quién abrió? Íñigo, por 5 €'],
  ['Überfahrt', '„Übermut“ für Fußgänger'],
  ['Le blé gelé', 'FERMÉE : « déjà », dit-elle à Orléans'],
  ['The mayor’s café', 'It’s a “quiet” coast – so far'],
])('decodeBytes() keeps every letter of items in UTF-8 and in windows-1252: %s, %s', (modern, old) => {
  const text = `<t>${modern}</t><t>${old}</t>`
  const bytes = iconv.encode(`<t>${old}</t>`, 'windows-1252')
  expect(read([`<t>${modern}</t>`, ...bytes])).toBe(text)
  expect(read([`<t>${modern}</t>`, ...bytes], 'text/xml; charset=iso-8859-1')).toBe(text)
})

test.each([
  ['a Polish feed is not western', ['<t>Żółta łódź</t><t>Rz', 0xb9, 'd Ole', 0xe6, 'ka</t>'], 'Rz\uFFFDd Ole\uFFFDka'],
  ['a feed of quotation marks alone shows no language', ['<t>The mayor’s</t><t>Dub', 0xe8, 'ek</t>'], 'Dub\uFFFDek'],
  ['half a sign is no letter', ['<t>Forêt</t><t>apr', 0xc3, '</t>'], 'apr\uFFFD'],
  ['a letter lost its second byte', ['<t>Häuser für</t><t>V', 0xc3, 'lker</t>'], 'V\uFFFDlker'],
  ['a letter lost its first byte', ['<t>L’été</t><t>Un ', 0x93, 'uf</t>'], 'Un \uFFFDuf'],
  ['a letter of another language', ['<t>Múzeum v júni</t><t>V', 0xc4, 'elári</t>'], 'V\uFFFDelári'],
  ['a second byte was changed', ['<t>Ein Märchen</t><t>', 0xc3, 0xcd, 'ber</t>'], '\uFFFD\uFFFDber'],
  ['a Chinese sign lost its rest', ['<t>灯塔与码头</t><t>Radio', 0xe9, '</t>'], 'Radio\uFFFD'],
])('decodeBytes() makes no letter of a byte that may be several: %s', (_, parts, text) => {
  expect(read(parts)).toContain(`<t>${text}</t>`)
})

test.each([
  ['koi8-r', 'Её лодка ушла без неё'],
  ['windows-1252', 'Größere Boote laufen aus'],
  ['windows-1250', 'Přívoz opět jezdí'],
  ['gb18030', '渡船恢复通航，市民称便'],
])('decodeBytes() does not take %s for broken UTF-8', (charset, title) => {
  expect(read(['<t>', ...iconv.encode(title, charset), '</t>'])).toBe(`<t>${title}</t>`)
})

test('decodeBytes() reads a document with fifteen thousand faults in a moment', () => {
  const bytes = Buffer.concat([
    Buffer.from('forêt '.repeat(20_000)),
    Buffer.from('d\u00E9j vu <p>'.repeat(15_000), 'latin1'),
  ])
  const before = process.cpuUsage()
  const { text } = decodeBytes(bytes, { contentType: null, kind: 'feed' })
  expect(text.endsWith('déj vu <p>')).toBe(true)
  expect(process.cpuUsage(before).user).toBeLessThan(3_000_000)
})

test('decodeBytes() is not held up by a million faults among a million whole signs', () => {
  const bytes = Buffer.from(Array.from({ length: 400_000 }, () => [0x61, 0x61, 0xe9, 0x61, 0x20, 0xc3, 0xa9]).flat())
  const before = process.cpuUsage()
  decodeBytes(bytes, { contentType: 'text/xml; charset=utf-8', kind: 'feed' })
  expect(process.cpuUsage(before).user).toBeLessThan(2_500_000)
})

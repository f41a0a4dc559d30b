import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

type Asked = { language?: string; reader?: string; published?: string }

const checksOf = (claim: string, source: string, { language = 'en', reader = 'zh-Hans', published }: Asked = {}) =>
  checkFigures(claim, {
    sources: [source],
    sourceLanguage: language,
    readerLanguage: reader,
    published: published ?? null,
    terms: [],
  }).map(({ check }) => check)

test('an age may be told by its ten years', () => {
  expect(checksOf('两名三十多岁的男子获救。', 'Two men in their thirties were saved.')).toEqual([])
  expect(checksOf('两名四十多岁的男子获救。', 'Two men in their thirties were saved.')).toEqual(['number'])
  expect(checksOf('一名八十多岁的女子获救。', 'Une octogénaire a été sauvée.', { language: 'fr' })).toEqual([])
  expect(checksOf('一名30多岁的男子获救。', '30代の男性が救助された。', { language: 'ja' })).toEqual([])
})

test('a length of which only the unit is told keeps its unit', () => {
  expect(checksOf('大雾可能持续数周。', 'The fog may last for weeks.')).toEqual([])
  expect(checksOf('大雾可能持续数月。', 'The fog may last for weeks.')).toEqual(['unit'])
  expect(checksOf('大雾持续了数天。', 'Der Nebel hielt tagelang an.', { language: 'de' })).toEqual([])
})

test('a speed may be told as a way in an hour', () => {
  expect(checksOf('冰川以每小时15米的速度移动。', 'The glacier moves at 15 meters an hour.')).toEqual([])
  expect(checksOf('冰川以每小时15公里的速度移动。', 'The glacier moves at 15 meters an hour.')).toEqual(['measure'])
  expect(checksOf('它停在约800米外。', 'Moving at 15 meters an hour, it stopped half a mile away.')).toEqual([])
})

test('centimeters are no cents, and one of a currency is told by "per"', () => {
  expect(checksOf('她落后22厘米。', 'She was 22 centimeters behind.')).toEqual([])
  expect(checksOf('汇率为1欧元兑27.4克朗。', 'The crown slipped to 27.4 per euro.')).toEqual([])
  expect(checksOf('汇率为1美元兑27.4克朗。', 'The crown slipped to 27.4 per euro.')).toEqual(['currency'])
})

test('titles in a row are counted, and a century of one figure is an era in Chinese', () => {
  expect(checksOf('她在杯赛上四连冠。', 'She won the cup four years in a row.')).toEqual([])
  expect(checksOf('她在杯赛上五连冠。', 'She won the cup four years in a row.')).toEqual(['number'])
  expect(checksOf('这是公元4世纪的金币。', 'The coins are of the fourth century.')).toEqual([])
  expect(checksOf('这是14世纪的金币。', 'The coins are of the fourth century.')).toEqual(['date'])
})

test('an hour said once for both ends of a night is read for both', () => {
  const night = 'Zwischen 22 und 5 Uhr ruht der Betrieb.'
  expect(checksOf('每晚22时至次日5时停工。', night, { language: 'de' })).toEqual([])
  expect(checksOf('每晚21时至次日5时停工。', night, { language: 'de' })).toEqual(['date'])
})

test('a season is of the year that the day of writing leaves open', () => {
  const august = { language: 'de', published: '2025-08-27T12:00:00Z' }
  const source = 'Die Leitung kommt im kommenden Frühjahr.'
  expect(checksOf('线路明年春天铺设。', source, august)).toEqual([])
  expect(checksOf('线路今年春天铺设。', source, august)).toEqual(['date'])
  expect(checksOf('线路今年春天铺设。', source, { ...august, published: '2025-02-03T12:00:00Z' })).toEqual([])
})

test('next month is not next Monday, where both are in one month', () => {
  const source = 'Les visites reprendront lundi prochain.'
  expect(checksOf('探视下周一恢复。', source, { language: 'fr', published: '2026-04-16T12:00:00Z' })).toEqual([])
  expect(checksOf('探视下个月恢复。', source, { language: 'fr', published: '2026-04-16T12:00:00Z' })).toEqual(['date'])
})

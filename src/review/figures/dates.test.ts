import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'
import { readDates } from './dates.ts'

test.each([
  ['fr', 'l’an dernier', 'year:-1'],
  ['fr', 'le mois passé', 'month:-1'],
  ['fr', 'après-demain', 'day:2'],
  ['de', 'im kommenden Jahr', 'year:1'],
  ['de', 'in der vergangenen Woche', 'week:-1'],
  ['de', 'übermorgen', 'day:2'],
  ['es', 'el pasado mes', 'month:-1'],
  ['es', 'la semana que viene', 'week:1'],
  ['es', 'anoche', 'day:-1'],
  ['en', 'the coming year', 'year:1'],
  ['en', 'a week ago', 'week:-1'],
  ['ja', 'あさって', 'day:2'],
  ['ko', '내달', 'month:1'],
  ['zh', '今晨', 'day:0'],
])('what is told from the day of writing is read in %s: %s', (language, text, name) => {
  expect([...readDates(`… ${text} …`, language).relative]).toContain(name)
})

test.each([
  ['de', 'in den vergangenen Jahren'],
  ['fr', 'ces dernières semaines'],
  ['es', 'en los próximos meses'],
])('several weeks or years are not the last one: %s %s', (language, text) => {
  expect([...readDates(text, language).relative]).toEqual([])
})

test.each([
  ['fr', 'une toile du XVIIe siècle', 17],
  ['es', 'a finales del siglo XIX', 19],
  ['de', 'im siebzehnten Jahrhundert', 17],
  ['en', 'a nineteenth-century lighthouse', 19],
])('a century is read in digits, words and Roman numerals: %s %s', (language, text, century) => {
  expect([...readDates(text, language).centuries]).toEqual([century])
})

test.each([
  ['fr', 'les années quatre-vingt-dix', '1990'],
  ['es', 'la década de los noventa', '1990'],
  ['de', 'in den späten 80er-Jahren', '1980 late'],
  ['ko', '1990년대 초', '1990 early'],
  ['zh', '十九世纪八十年代', '1880'],
])('a decade is read in %s: %s', (language, text, decade) => {
  expect([...readDates(text, language).decades]).toEqual([decade])
})

test('three hours of Korean are no hour of the day', () => {
  expect(readDates('3시간 동안', 'ko').times).toEqual([])
  expect(readDates('오후 3시 30분', 'ko').times).toEqual([{ minutes: 930, sure: true }])
})

const faults = (claim: string, source: string, sourceLanguage: string) =>
  // A Thursday.
  checkFigures(claim, {
    sources: [source],
    sourceLanguage,
    readerLanguage: 'zh-Hans',
    published: '2025-10-09T12:00:00Z',
    terms: [],
  }).map(({ check }) => check)

test('a weekday is of the week that the source means', () => {
  expect(faults('北翼将于下周四开放。', 'L’aile nord rouvrira jeudi prochain.', 'fr')).toEqual([])
  expect(faults('北翼将于本周四开放。', 'L’aile nord rouvrira jeudi prochain.', 'fr')).toEqual(['date'])
  expect(faults('码头本周二停工。', 'The dock closed on Tuesday.', 'en')).toEqual([])
  expect(faults('码头上周五停工。', 'The dock closed on Friday.', 'en')).toEqual([])
  expect(faults('码头下周二停工。', 'The dock closed last Tuesday.', 'en')).toEqual(['date'])
  expect(faults('码头将于下周二停工。', 'The dock will close on Tuesday of next week.', 'en')).toEqual([])
})

test('a bare number may be a day, and minutes are none', () => {
  expect(faults('渡轮20日停航。', '渡轮10日停航，航程20分钟。', 'zh')).toEqual(['date'])
})

test('过半 is said of more than half', () => {
  expect(faults('该党席位过半。', 'The party won 88 of 150 seats.', 'en')).toEqual([])
  expect(faults('该党席位过半。', 'The party won 48 of 150 seats.', 'en')).toEqual(['percent'])
  expect(faults('过半选民赞成。', 'A majority of voters is in favor.', 'en')).toEqual([])
})

test('a figure inside another one is not looked for', () => {
  const zh = { sourceLanguage: 'zh', readerLanguage: 'en', published: null, terms: [] }
  expect(checkFigures('One in ten is opposed.', { ...zh, sources: ['约一成反对。'] })).toEqual([])
  expect(checkFigures('It takes an hour and a half.', { ...zh, sources: ['需要一个半小时。'] })).toEqual([])
})

test.each([
  ['en', 'They will strike on Oct. 18 and 19 unless paid.'],
  ['en', 'The fair is held on 18 and 19 October.'],
  ['de', 'Am 18. und 19. Oktober bleibt die Brücke zu.'],
  ['fr', 'La foire se tient du 18 au 19 octobre.'],
  ['es', 'Habrá mercado el 18 y 19 de octubre.'],
])('both days of one month are read in %s: %s', (language, text) => {
  expect([...readDates(text, language).days].toSorted()).toEqual([18, 19])
})

test.each([
  ['de', 'ein Hort aus dem 9. Jahrhundert v. Chr.', -9],
  ['fr', 'une tombe du IVe siècle av. J.-C.', -4],
  ['es', 'una tumba del siglo IV a. C.', -4],
  ['en', 'a hoard of the 9th century B.C.', -9],
  ['de', 'ein Hort aus dem 9. Jahrhundert', 9],
])('centuries before our era are read in %s: %s', (language, text, century) => {
  expect([...readDates(text, language).centuries]).toEqual([century])
})

import { expect, test } from 'vitest'
import phrases from './line-phrases.json' with { type: 'json' }
import {
  endsWithCredit,
  endsWithDuration,
  isAboutAuthor,
  isByline,
  isPrompt,
  isStopHeading,
  isTailLine,
} from './prompt-rules.ts'

test.each([
  'READ MORE: The other ferry',
  'Lesen Sie hier: Die andere Fähre',
  'À lire aussi : l’autre bac',
  'Lea también: el otro transbordador',
  'Leggi anche: l’altro traghetto',
  'Leia também: a outra balsa',
  'Czytaj także: drugi prom',
  'Διαβάστε επίσης: το άλλο πλοίο',
  'Читайте также: другой паром',
  '延伸阅读：另一条渡轮',
  '関連記事：もう一つの船',
  '관련 기사: 다른 배',
  'REKLAM',
  'Реклама:',
  '– Anzeige –',
  '$$ADVERT$$',
  'Sign up to our newsletter for harbour news.',
])('isPrompt() knows "%s"', (line) => {
  expect(isPrompt(line)).toBe(true)
})

test.each([
  'Anzeige gegen den Kapitän hat die Hafenbehörde erstattet.',
  'Register offices along the coast close at noon on Fridays.',
  'Related costs rose by a third, the council said.',
  'Watch officers are to be paid more from May on.',
  'Share prices of the ferry company fell.',
  '广告业的收入在第三季度下降。',
  'Subscribe was the name of the ship.',
])('isPrompt() leaves "%s" to the report', (line) => {
  expect(isPrompt(line)).toBe(false)
})

test('isPrompt() looks at no long paragraph', () => {
  expect(isPrompt(`Read more: ${'the ferry '.repeat(60)}`)).toBe(false)
})

test.each([
  'Reporting by Ada Quay; Editing by Ben Pier',
  'Mit Informationen der Hafenbehörde',
  'Источник: Порт',
  'dpa/ap',
])('isTailLine() knows "%s"', (line) => {
  expect(isTailLine(line)).toBe(true)
})

test('isAboutAuthor() knows what somebody works as', () => {
  expect(isAboutAuthor('Ada Quay is a reporter on the harbour desk.')).toBe(true)
})

test.each(['Most read', 'Mehr zum Thema', '相关阅读', 'Похожие статьи', 'Leave a Reply'])(
  'isStopHeading() knows "%s"',
  (line) => {
    expect(isStopHeading(line)).toBe(true)
  },
)

test('endsWithDuration() knows the lines of recordings by their length', () => {
  expect(endsWithDuration('The ferry in the storm. 18.04.2024 | 0:21 min')).toBe(true)
  expect(endsWithDuration('The crossing takes ten minutes')).toBe(false)
})

test('every language has phrases of its own for what stands alone on a line', () => {
  expect(Object.keys(phrases.whole).length).toBeGreaterThanOrEqual(38)
})

test.each([
  'The ferry in the snow. IMAGO/Ada Quay',
  'The ferry in the snow (Photo: Ada Quay)',
  'Die Fähre im Schnee. Foto: Ada Quay / Hafenamt',
  'Паром в снегу. Фото: Порт',
  'Tàu phà trong tuyết. Ảnh: Cảng',
])('endsWithCredit() knows "%s"', (line) => {
  expect(endsWithCredit(line)).toBe(true)
})

test.each([
  'The ferry stays, the council said. (dpa/ap)',
  'Der Rat stimmte zu. dpa/lno',
  'He held up a photo: the ferry in the snow, seen from the quay when he was a boy of six.',
])('endsWithCredit() leaves "%s" to the report', (line) => {
  expect(endsWithCredit(line)).toBe(false)
})

test.each([
  'Do you have an opinion on the issues raised in this article? Send a letter of up to 300 words.',
  'Want all of The Harbour Post? Subscribe.',
  'The Harbour Post is now on WhatsApp. Join our channel for the latest.',
  'Dalszy ciąg materiału pod wideo',
  '現在用APP看新聞　點我下載APP',
])('isPrompt() knows “%s”', (line) => {
  expect(isPrompt(line)).toBe(true)
})

test('isPrompt() leaves a report about such services alone', () => {
  expect(isPrompt('The minister is on Telegram every night, her office said.')).toBe(false)
  expect(isPrompt('Hospitals say they want all of the money back.')).toBe(false)
})

test('isByline() knows a byline that names the photographer too, and no sentence', () => {
  expect(isByline('Von Ada Quay, Salzmar; Fotos: Bo Lee')).toBe(true)
  expect(isByline('Von Salzmar nach Norden; Preise: Erste Klasse doppelt')).toBe(false)
})

import { expect, test } from 'vitest'
import type { ArticleText } from '../types.ts'
import { contradicts, fitsBetter, lacksWordsOf, settleLanguage } from './language.ts'

const german =
  'Die Fähre lief um neun Uhr aus dem Hafen aus, mit vierzig Kisten Äpfeln und einem stillen Fahrgast an Bord.'
const chinese =
  '渡船九点离港，船上有四十箱苹果和一名沉默的乘客。港务局说，没有人受伤，航线照常运行，下午的班次也不会取消，请乘客按时到码头候船。岛上的居民说，冬天的船比夏天少一半。'
const japanese =
  '渡船は午前九時に港を出た。船にはりんご四十箱と、ひとりの静かな乗客が乗っていた。けが人はいないという。'

const article = (language: string | null, text: string): ArticleText =>
  ({ language, headline: '', passages: [{ id: 'p1', kind: 'paragraph', text }], notes: [] }) as unknown as ArticleText

test('settleLanguage() takes the language from the text where the page says none, and says so', async () => {
  const { language, notes } = await settleLanguage(article(null, german))
  expect(language).toBe('de')
  expect(notes).toEqual(['language by the text: de'])
})

test('settleLanguage() believes the letters when the page contradicts them', async () => {
  const { language, notes } = await settleLanguage(article('en-US', chinese))
  expect(language).toBe('zh')
  expect(notes).toEqual(['page says en-US, text is zh'])
})

const long =
  'Die Fähre lief um neun Uhr aus dem Hafen aus, mit vierzig Kisten Äpfeln und einem stillen Fahrgast an Bord. Der Rat hat am Abend beschlossen, dass die alte Brücke nicht vor dem Herbst gesperrt wird, weil sich die Bewohner der Insel sonst nicht mit dem Nötigsten versorgen könnten. Für die Arbeiten sind elf Wochen und vier Millionen vorgesehen, von denen die Hälfte noch fehlt, wie ein Sprecher der Stadt am Montag sagte.'

test('settleLanguage() believes the commonest words when the page names another language of Latin letters', async () => {
  const { language, notes } = await settleLanguage(article('en-US', long))
  expect(language).toBe('de')
  expect(notes).toEqual(['page says en-US, text is de'])
})

test('fitsBetter() doubts no right language, no short text and no language it has no words of', () => {
  expect(fitsBetter(long, 'de-CH')).toBeNull()
  expect(fitsBetter(long, 'lb')).toBeNull()
  expect(fitsBetter(german, 'en')).toBeNull()
  expect(fitsBetter(long, 'fr')).toBe('de')
})

test('settleLanguage() leaves what fits, and what is too short to tell', async () => {
  const fits = article('de', german)
  expect(await settleLanguage(fits)).toBe(fits)
  const short = article(null, 'Hello.')
  expect((await settleLanguage(short)).language).toBeNull()
})

test.each([
  ['ja', japanese, false],
  ['zh', japanese, true],
  ['zh-Hant', chinese, false],
  ['ja', chinese, false],
  ['ko', chinese, true],
  ['nb', german, false],
  ['ru', german, true],
  ['en', `${german} 「渡船」`, false],
])('contradicts() of %s and “%s” is %s', (language, text, expected) => {
  expect(contradicts(text, language)).toBe(expected)
})

const xhosa =
  'Amalungu ebhunga ahlangene ngoMvulo kwaye avumelana ukuba ibhulorho endala mayilungiswe phambi kobusika. Usihlalo uthi abantu bale lali bebelinde iminyaka emihlanu, kodwa imali ibingekho kude kube ngoku. Utshilo kananjalo ukuba isikolo siza kuvulwa kwakhona kunye neklinikhi, ukuze bonke abahlali bafumane uncedo. Abanye bathi umsebenzi uza kuthatha ixesha elide okanye uphele phakathi, ngenxa yokuba akukho mntu uyazi ukuba imali iza kuvela phi. Emva koko ibhunga liza kuhlangana neenkokeli zelali njengoko kucetyiwe kule veki.'

test('settleLanguage() hears isiXhosa under a page that says English', async () => {
  expect(await settleLanguage(article('en', xhosa))).toMatchObject({
    language: 'xh',
    notes: ['page says en, text is xh'],
  })
})

const invented = Array.from({ length: 30 }, (_, at) => `Vorrem talu sinkva belotha miren${'ab'.repeat(at % 3)}.`).join(
  ' ',
)

test('settleLanguage() names no language rather than one that the text contradicts', async () => {
  expect(lacksWordsOf(invented, 'en-US')).toBe(true)
  const settled = await settleLanguage(article('en-US', invented))
  expect(settled.language).not.toBe('en-US')
  expect(settled.notes).toHaveLength(1)
})

test('lacksWordsOf() doubts no text that has the words, is short, or whose language goes without', () => {
  expect(lacksWordsOf(`${long} ${long}`, 'de')).toBe(false)
  expect(lacksWordsOf(german, 'en')).toBe(false)
  expect(lacksWordsOf(invented, 'tr')).toBe(false)
})

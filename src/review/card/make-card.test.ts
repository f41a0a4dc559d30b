import { expect, test, vi } from 'vitest'
import type { Article, Language, Passage } from '../../types.ts'
import { makeCard } from './make-card.ts'

function article(language: Language, ...texts: string[]): Article {
  const passages: Passage[] = texts.map((text, at) => ({ id: `p${at + 1}`, kind: 'paragraph', text }))
  return {
    id: 'a1',
    revision: 1,
    sourceId: 's',
    itemKey: 'k',
    edition: null,
    pageHash: null,
    url: 'https://press.example/a',
    firstSeenAt: '2026-11-01T00:00:00Z',
    readAt: '2026-11-01T00:00:00Z',
    headline: 'H',
    standfirst: null,
    authors: [],
    agency: null,
    dateline: null,
    publishedAt: null,
    modifiedAt: null,
    language,
    section: null,
    keywords: [],
    photo: null,
    passages,
    completeness: { verdict: 'whole', signs: [], shareMissing: null },
    length: { words: 0, characters: 0, minutes: 1 },
    declaredWords: null,
    residue: [],
    notes: [],
  }
}

function named(language: Language, text: string) {
  return makeCard(article(language, text), 'zh-Hans').speakers.map((speaker) => [
    speaker.name,
    speaker.quotes[0]?.quote,
  ])
}

test('makeCard() names an English speaker behind the verb', () => {
  expect(named('en', '“The bridge will open in spring,” said harbour master Ada Lund.')).toEqual([
    ['Ada Lund', 'The bridge will open in spring,'],
  ])
})

test('makeCard() names a German speaker in German quotation signs', () => {
  expect(named('de', '„Wir öffnen die Brücke im Mai“, sagte Jonas Reuter am Montag.')).toEqual([
    ['Jonas Reuter', 'Wir öffnen die Brücke im Mai'],
  ])
})

test('makeCard() names a French speaker in guillemets', () => {
  expect(named('fr', '« Le pont sera ouvert au printemps », a déclaré Claire Vasseur.')).toEqual([
    ['Claire Vasseur', 'Le pont sera ouvert au printemps'],
  ])
})

test('makeCard() names a Chinese speaker behind the role and before the verb', () => {
  expect(named('zh-Hans', '港务局发言人林晓27日在记者会上表示：“大桥将于明年春天通车。”')).toEqual([
    ['林晓', '大桥将于明年春天通车。'],
  ])
})

test('makeCard() names a Japanese speaker by the title behind the name', () => {
  expect(named('ja', '森川市長は「橋は来年の春に開通する」と述べた。')).toEqual([['森川', '橋は来年の春に開通する']])
})

test('makeCard() names a Korean speaker by family name and title', () => {
  expect(named('ko', '박하늘 시장은 “다리는 내년 봄에 개통할 것”이라고 말했다.')).toEqual([
    ['박하늘', '다리는 내년 봄에 개통할 것'],
  ])
})

test('makeCard() names a Russian speaker behind the verb', () => {
  expect(named('ru', '«Мост откроется весной будущего года», — сказал Олег Вяземский.')).toEqual([
    ['Олег Вяземский', 'Мост откроется весной будущего года'],
  ])
})

test('makeCard() leaves scare quotes out', () => {
  expect(named('en', 'The so-called “smart bridge” has cracks, said Ada Lund.')).toEqual([])
})

test('makeCard() names nobody behind a pronoun or a spokesman of a company', () => {
  expect(named('en', '“We will open it in the spring,” he said.')).toEqual([[null, 'We will open it in the spring,']])
  expect(named('en', '“We will open it in the spring,” said a spokesman for Lundberg.')).toEqual([
    [null, 'We will open it in the spring,'],
  ])
})

test('makeCard() carries the speaker over a quotation of two passages', () => {
  const card = makeCard(
    article('en', 'Ada Lund said: “The bridge will open in spring.', '“Nobody has to pay for it.”'),
    'zh-Hans',
  )
  expect(card.speakers).toMatchObject([{ name: 'Ada Lund', quotes: [{ passage: 'p1' }, { passage: 'p2' }] }])
})

test('makeCard() gives a figure what it counts and leaves years and dates out', () => {
  const card = makeCard(
    article('en', 'On 12 May 2026 about 3,400 workers earned 2.5 million euros, up 4% since 2019.'),
    'zh-Hans',
  )
  expect(card.figures.map(({ text, counts }) => [text, counts])).toEqual([
    ['3,400', 'workers'],
    ['2.5 million', 'euros'],
    ['4%', null],
  ])
})

test('makeCard() writes dates and countries in the reader’s language', () => {
  const card = makeCard(article('de', 'Am 3. Oktober 2026 reiste sie von Frankreich nach Peking.'), 'zh-Hans')
  expect(card.dates.map(({ text, readerForm }) => [text, readerForm])).toEqual([['3. Oktober 2026', '2026年10月3日']])
  expect(card.places.map(({ text, readerForm }) => [text, readerForm])).toEqual([
    ['Frankreich', '法国'],
    ['Peking', '北京'],
  ])
})

test('makeCard() takes no country out of a person’s or another place’s name', () => {
  expect(
    makeCard(article('en', 'He met Michael Jordan in New Jersey and read the China Herald.'), 'zh-Hans').places,
  ).toEqual([])
})

test('makeCard() knows well-known bodies by their acronym', () => {
  expect(makeCard(article('fr', 'L’OTAN a répondu.'), 'zh-Hans').organisations).toMatchObject([
    { text: 'OTAN', readerForm: '北约' },
  ])
})

test('makeCard() gives at most three key passages, in the order of the article', () => {
  const texts = ['harbour', 'bridge', 'school', 'market', 'river'].map(
    (word) =>
      `The ${word} council met again about the old ${word} plan and voted for money from the town ${word} fund.`,
  )
  const ids = makeCard(article('en', ...texts), 'zh-Hans').keyPassages.map((key) => Number(key.passage.slice(1)))
  expect(ids.length).toBe(3)
  expect(ids).toEqual(ids.toSorted((a, b) => a - b))
})

test('makeCard() reads an article whose language tag is broken', () => {
  expect(
    makeCard(article('not a tag!', '港务局发言人林晓表示：“大桥将于明年春天通车。”'), 'zh-Hans').speakers[0]?.name,
  ).toBe('林晓')
})

test('makeCard() keeps a number of several steps in one piece', () => {
  const figures = (language: Language, text: string) =>
    makeCard(article(language, text), 'zh-Hans').figures.map((one) => one.text)
  expect(figures('ja', '費用は1億3000万円だった。')).toEqual(['1億3000万'])
  expect(figures('tr', 'Ülkede 4 bin 713 istasyon var.')).toEqual(['4 bin 713'])
})

test('makeCard() takes no German noun for a speaker', () => {
  expect(named('de', '„Es passiert immer irgendetwas anderes“, sagte Mutter am Montag.')[0]?.[0] ?? null).toBe(null)
})

test('makeCard() takes no time of day for a figure', () => {
  expect(makeCard(article('es', 'El tren salió a las 19.00 horas.'), 'zh-Hans').figures).toEqual([])
})

test.each([
  [
    'en',
    'The closed area is 120 square kilometres, 38 nautical miles west.',
    ['120 square kilometres', '38 nautical miles'],
  ],
  ['es', 'El incendio quemó 120 kilómetros cuadrados de monte.', ['120 kilómetros cuadrados']],
  ['fr', 'Une surface de 120 mètres carrés est fermée.', ['120 mètres carrés']],
] as const)('makeCard() keeps a measure of two words whole in %s', (language, text, figures) => {
  const { figures: found } = makeCard(article(language, text), 'zh-Hans')
  expect(found.map((one) => `${one.text} ${one.counts}`)).toEqual(figures)
})

test('makeCard() names a speaker behind an office and a comma, and gives her the sentence that follows', () => {
  const text =
    '“The limits were written for smaller ships,” said its secretary, Dorothy Pell. “You can keep every one of them.”'
  const [pell, ...others] = makeCard(article('en', text), 'zh-Hans').speakers
  expect(pell).toMatchObject({ name: 'Dorothy Pell' })
  expect(pell?.quotes.map((one) => one.quote)).toEqual([
    'The limits were written for smaller ships,',
    'You can keep every one of them.',
  ])
  expect(others).toEqual([])
})

test('makeCard() gives a second quotation to nobody when another sentence stands between', () => {
  const text =
    '“We open in spring this year,” said Ada Lund. The council disagreed. “We have not decided anything at all.”'
  expect(named('en', text).map(([name]) => name)).toEqual(['Ada Lund', null])
})

test('makeCard() keeps the initials of a name', () => {
  expect(named('en', '“We have seen this kind of thing before,” said C.Q. Brown of the harbour office.')).toEqual([
    ['C.Q. Brown', 'We have seen this kind of thing before,'],
  ])
})

const figuresOf = (language: Language, text: string) =>
  makeCard(article(language, text), 'zh-Hans').figures.map((one) => [one.text, one.counts].filter(Boolean).join(' '))

test.each([
  ['en', 'The rate was cut by 25 basis points.', ['25 basis points']],
  ['en', 'It has 3,200 people in one town and another 1,150 in Poland.', ['3,200 people']],
  ['en', 'One in 6 children missed the third dose.', []],
  ['en', 'The court paid 1,100 former employees.', ['1,100 former employees']],
  ['de', 'In 3 von 10 Proben fanden sie Mikroplastik. Am 3.4. erscheint die Studie.', []],
  ['fr', 'L’Algérie achète 1 bateau sur 5.', []],
  ['es', 'El Gobierno aprobó ayudas por 2.190 millones de euros.', ['2.190 millones de euros']],
  ['zh', '下游有12万居民，淹了4亩稻田，12个国家和地区的代表到会。', ['12万 居民', '4 亩', '12 个国家和地区']],
  ['zh-Hant', '每天可望增加18萬人次運量。', ['18萬 人次']],
  ['ja', '約30万立方メートルの土砂が崩れ、2万3千戸が停電した。', ['30万 立方メートル', '2万3千 戸']],
  ['ko', '연장 거리는 4.1㎞다.', ['4.1㎞']],
  [
    'en',
    'They sent 300 patrol boats, 12 rescue helicopters and 40 others.',
    ['300 patrol boats', '12 rescue helicopters'],
  ],
  ['en', 'In the village 250 fled and 3 said nothing; 47 cameraman Jon Ek stayed.', []],
  ['en', 'An Orbel 460 jets were grounded; the Orbel 460 aircraft of Line 7 stayed.', []],
  ['en', 'Not 500 but 300 workers came, 10 to 15 buses left and 20km south a tank stood.', ['300 workers', '20km']],
  ['en', 'She got £5,000 worth of clothes on 31 February and £5,000 in cash.', ['£5,000']],
  ['de', 'Der Rat will bis 67 ihren Dienst und 700 Volks- und Musikschulen erhalten.', []],
  ['de', 'Zwischen 550 bis 600 Kinder und etwa 134 Lehrer kamen.', ['134 Lehrer']],
  ['es', 'De ellas, 193 permanecen fuera; el 112 recibió 150 llamadas.', ['150 llamadas']],
  ['fr', 'La trêve, en vigueur à 6 heures locales, a duré 40 heures.', ['40 heures']],
  ['nb', 'Sammen med 19 andre løpere og 12 andre var 20 deltakere med.', ['19 andre løpere', '20 deltakere']],
  ['ru', 'Более 40 других судей и 220 томов ждут.', ['40 других судей', '220 томов']],
  ['tr', 'Yangına 8 su ikmal aracı, 3 uçak ve 2 helikopter gitti; 15 saat sürdü.', ['3 uçak', '15 saat']],
  ['zh', '船上掉下43个集装箱，其中17个浮在海面，9个主要港口关闭。', ['43 个集装箱', '9 个主要港口']],
  ['ja', 'コンテナ43個が流出し、17個が浮いている。震源は北緯31.8度。', ['コンテナ43 個']],
  ['ko', '제21대 국회의원과 20대 청년이 차량 5대를 기증했다.', ['5 대']],
  ['ar', 'تبلغ التكلفة 3.5 مليون دولار والنسبة 82 في المئة.', ['82 في المئة']],
] as const)('makeCard() says what a figure counts or leaves it out: %s %s', (language, text, figures) => {
  expect(figuresOf(language, text)).toEqual(figures)
})

test.each([
  ['de', '„Wir haben den Zustand unterschätzt“, sagte Projektleiterin Katrin Vogelsang.', 'Katrin Vogelsang'],
  ['de', '„Das ist ein Offenbarungseid“, kritisierte der SPD-Abgeordnete Jens Hartlieb.', 'Jens Hartlieb'],
  ['de', '„Wir bitten um etwas Geduld“, sagte Evelyn Palla der Zeitung.', 'Evelyn Palla'],
  ['de', '„Wir bitten um etwas Geduld“, sagte Ursula von der Aue.', 'Ursula von der Aue'],
  ['en', '“Nobody remembers who came second,” said Coach Dana Whitlock.', 'Dana Whitlock'],
  ['en', '“Orders are the problem now,” the governor, Elin Straub, said.', 'Elin Straub'],
  ['fr', 'Le préfet, Alain Courtois, a déclaré : « Aucune victime n’est à déplorer. »', 'Alain Courtois'],
  ['ru', 'Токарь Виктор Сомов сказал: «Нам обещали по три оклада».', 'Виктор Сомов'],
  ['zh', '欧盟贸易专员马罗什·谢夫乔维奇说：“我们欢迎公平的竞争。”', '马罗什·谢夫乔维奇'],
  ['zh', '主教练郑维钢赛后称：“上半场我们踢得像没睡醒。”', '郑维钢'],
  ['ja', '中村准教授は会見で「揺れに注意してほしい」と呼びかけた。', '中村'],
  ['ja', '小池都知事は会見で「対策を急ぎたい」と述べた。', '小池'],
] as const)('makeCard() gives a speaker without the office: %s %s', (language, text, name) => {
  expect(named(language, text)[0]?.[0]).toBe(name)
})

test('makeCard() gives a quotation that ends its sentence to nobody of the next sentence', () => {
  const text =
    'Critics called the plan “half a dam.” Marcus Feld, a farmer, said: “They measure, they model, and then it rains.”'
  expect(named('en', text)).toEqual([['Marcus Feld', 'They measure, they model, and then it rains.']])
})

test('makeCard() takes no namesake and no part of an organisation for a place', () => {
  const places = (language: Language, text: string) =>
    makeCard(article(language, text), 'zh-Hans').places.map((one) => one.text)
  expect(places('en', 'The creek near Paris, Ohio, stood at 14 feet.')).toEqual([])
  expect(places('zh', '上海财经大学教授陈杰到了北京。')).toEqual(['北京'])
  expect(places('ja', '東京大学の教授がソウルで会見した。')).toEqual(['ソウル'])
})

test('makeCard() gives a quotation with a speaker of its own to nobody before', () => {
  const text =
    '“The old bridge is not safe,” said Ada Lund. “It is all fine here,” said a man. “We saw all of it, every day.”'
  expect(named('en', text)).toEqual([
    ['Ada Lund', 'The old bridge is not safe,'],
    [null, 'It is all fine here,'],
  ])
})

test('makeCard() asks the runtime for no format a second time: it keeps 20 kB of each outside of the heap', () => {
  const card = (text: string): void => void makeCard(article('da', text), 'zh-Hans')
  card('Rådet mødtes den 3. marts 2026 i Tyskland.')
  const format = vi.spyOn(Intl, 'DateTimeFormat')
  const names = vi.spyOn(Intl, 'DisplayNames')
  card('Rådet mødtes igen den 9. april 2026 i Frankrig.')
  expect([format.mock.calls, names.mock.calls]).toEqual([[], []])
})

test('makeCard() says where in a long passage something stands', () => {
  const filling = 'The bridge was quiet all day. '.repeat(400)
  const text = `${filling}“It will open on time,” said Mara Quill, a spokeswoman, on 3 March 2026. ${filling}`
  const card = makeCard(article('en', 'A short passage first.', text), 'zh-Hans')
  const [quote] = card.speakers.find(({ name }) => name === 'Mara Quill')?.quotes ?? []
  const [date] = card.dates
  expect([quote, date?.evidence[0]]).toEqual([
    { passage: 'p2', quote: 'It will open on time,', start: filling.length + 1, end: filling.length + 22 },
    { passage: 'p2', quote: '3 March 2026', start: filling.length + 59, end: filling.length + 71 },
  ])
})

test.each([
  ['"a" ', 'quotation signs'],
  ['“yes,” said Ann Vale, “no,” he said ', 'speech'],
  ['1,234.5 million dollars 45% ', 'figures'],
  ["O'", 'names'],
])(
  'makeCard() does not read a passage of 400,000 characters of %j to its end: %s',
  (piece) => {
    const long = makeCard(article('en', piece.repeat(400_000 / piece.length)), 'zh-Hans')
    const places = [...long.speakers.flatMap(({ quotes }) => quotes), ...long.figures.map(({ evidence }) => evidence)]
    expect(places.every(({ end }) => end <= 200_000)).toBe(true)
  },
  20_000,
)

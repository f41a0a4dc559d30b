import { expect, test } from 'vitest'
import { makeArticle } from '../../../bench/archive.ts'
import { now, press, source, text } from '../../../test/search-press.ts'
import { saveCard } from '../../store/articles.ts'
import { withdraw } from '../../store/publishing.ts'
import { isSearchReady, keepSearch } from '../../store/search.ts'
import { matchOf } from './served.ts'

const articles = [
  text('港口议会', '预算获得通过。'),
  text('世贸组织', '国际贸易规则。'),
  text('提到世贸、贸组的稿子', '互不相连。'),
  text('Šimić spoke', 'The bridges of détente.'),
  text('A股上涨', '维生素C的新研究。'),
  text('ข่าววันนี้', '.'),
  text('हिन्दी भाषा', '.'),
  text('Masks of Covid\u201119', 'Of 10 people 5 agreed.'),
  text('10.5 % more', 'Kept apart: AND OR NOT NEAR.'),
]

test.each([
  ['two letters', '港口', ['港口议会']],
  ['a part of a longer word', '际贸', ['世贸组织']],
  ['three letters in a row', '世贸组', ['世贸组织']],
  ['pairs that do not follow one another', '组世贸', []],
  ['a name without its marks', 'simic', ['Šimić spoke']],
  ['a name with marks', 'Šimić', ['Šimić spoke']],
  ['both scripts in one chunk', 'a股', ['A股上涨']],
  ['a short word between letters', '维生素C的新', ['A股上涨']],
  ['two chunks anywhere', '国际 世贸', ['世贸组织']],
  ['a word of Thai', 'ข่าว', ['ข่าววันนี้']],
  ['a word of Hindi', 'हिन्दी', ['हिन्दी भाषा']],
  ['words written as one', 'covid-19', ['Masks of Covid\u201119']],
  ['a figure with its decimals', '10.5', ['10.5 % more']],
  ['another form of an English word', 'bridge', ['Šimić spoke']],
  ['a word that is nowhere', 'zeppelin', []],
  ['one letter of Chinese', '港', []],
  ['nothing', ' \u3000 ', []],
])('findServed() finds %s', async (_, query, wanted) => {
  const { publish, served } = press(articles)
  await publish()
  expect(served(query)).toEqual(wanted)
})

test.each([
  ['"', []],
  ['"spoke', ['Šimić spoke']],
  ['spoke"', ['Šimić spoke']],
  ['spoke" OR "covid', []],
  ['spoke OR covid', []],
  ['AND', ['10.5 % more']],
  ['NOT spoke', []],
  ['NEAR(spoke, 2)', []],
  ['spo*', []],
  ['^spoke', ['Šimić spoke']],
  ['headline:spoke', []],
  ['{headline} : spoke', []],
  ['-spoke', ['Šimić spoke']],
  ["spoke'; DROP TABLE article; --", []],
  ['spoke) OR (covid', []],
  ['spoke\u0000', ['Šimić spoke']],
  ['\uD800', []],
  ['\uE001', []],
  ['source6e6f7274680', []],
])('findServed() takes %j for words, never for syntax', async (query, wanted) => {
  const { publish, served } = press(articles)
  await publish()
  expect(served(query)).toEqual(wanted)
})

test('findServed() answers a query of a thousand words', async () => {
  const { publish, served } = press(articles)
  await publish()
  expect(served('spoke '.repeat(1000))).toEqual(['Šimić spoke'])
  expect(served(Array.from({ length: 1000 }, (__, at) => `word${at}`).join(' '))).toEqual([])
})

test('findServed() gives what the files give, in their order', async () => {
  const { publish, served, find } = press([
    text('Old', 'the market'),
    text('The market', 'x'),
    text('New', 'the market'),
    text('研究生命的人', 'x'),
    text('生命起源', 'x'),
  ])
  await publish()
  for (const query of ['market', '生命', 'the', 'x']) expect(served(query)).toEqual(await find(query))
  expect(served('market')).toEqual(['The market', 'New', 'Old'])
})

test('findServed() and the files filter by source, language and week, British English among English', async () => {
  const { publish, served, find } = press([
    { ...text('One harbour'), language: 'en-GB' },
    { ...text('Two harbour'), language: 'fr' },
    { ...text('Three harbour'), sourceId: 'south' },
  ])
  await publish()
  for (const [question, wanted] of [
    [{ query: 'harbour', source: 'Outlet south' }, ['Three harbour']],
    [{ query: 'harbour', source: 'Nobody' }, []],
    [{ query: 'harbour', language: 'fr' }, ['Two harbour']],
    [{ query: 'harbour', language: 'en', source: 'Outlet north' }, ['One harbour']],
    [{ query: 'harbour', week: '1999-W01' }, []],
  ] as const) {
    expect(served(question)).toEqual(wanted)
    expect(await find(question)).toEqual(wanted)
  }
})

test('findServed() loses a withdrawn article before the next publish and the index after it', async () => {
  const { store, publish, served } = press([text('Secretum headline', 'quixotic'), text('Kept', 'quixotic')])
  await publish()
  expect(served('quixotic')).toEqual(['Kept', 'Secretum headline'])
  withdraw(store, makeArticle(0).id, { at: now, reason: null })
  expect(served('quixotic')).toEqual(['Kept'])
  await publish()
  const left = store.db.prepare("SELECT rowid FROM publish_search WHERE publish_search MATCH 'secretum'").all()
  expect(left).toEqual([])
})

test('findServed() knows no text over its rights', async () => {
  const long = 'zanzibar and more words that are not quoted'
  const { publish, served } = press([{ ...text('Kept', long), sourceId: 'south' }])
  await publish()
  expect(served('zanzibar')).toEqual([])
  expect(served('kept')).toEqual(['Kept'])
})

test('publishSite() keeps no index for a site that nobody serves, and fills it once somebody does', async () => {
  const { store, publish, served, add } = press([text('Secretum'), text('Kept', 'quixotic')])
  store.db.exec("DELETE FROM publish_note WHERE name = 'served'")
  withdraw(store, makeArticle(0).id, { at: now, reason: null })
  await publish()
  expect([served('kept'), isSearchReady(store)]).toEqual([[], false])
  keepSearch(store)
  await publish()
  expect([served('kept'), served('secretum'), isSearchReady(store)]).toEqual([['Kept'], [], true])
  add([text('Later', 'quixotic')], 2)
  await publish()
  expect(served('quixotic')).toEqual(['Later', 'Kept'])
})

test('findServed() leads to no page that is not there yet', async () => {
  const { store, publish, served } = press([text('Secretum')], [source('north')])
  await publish()
  store.db.exec("DELETE FROM publish_file WHERE path LIKE 'a/%'")
  expect(served('secretum')).toEqual([])
})

test('an article whose outlet says search=no is found neither in the files nor in the store', async () => {
  const optOut = ['robots.txt: Content-Signal: search=no']
  const { publish, find, served } = press([
    { ...text('港口议会', '预算获得通过。'), optOut },
    text('港口工人', '罢工。'),
  ])
  await publish()
  expect(await find('港口')).toEqual(['港口工人'])
  expect(served('港口')).toEqual(['港口工人'])
})

test('a place and a term are found by the reader’s form of their names', async () => {
  const { store, publish, find, served } = press([text('The ferry to Geneva', 'It left at nine.')])
  const evidence = [{ passage: 'p1', quote: 'It', start: 0, end: 2 }]
  const rest = { speakers: [], figures: [], dates: [], organisations: [], keyPassages: [] }
  const card = {
    articleId: 'b0000000',
    revision: 1,
    rules: 1,
    places: [{ text: 'Geneva', readerForm: '日内瓦', evidence }],
    ...rest,
  }
  saveCard(store, card, 'zh-Hans')
  await publish()
  expect(await find('日内瓦')).toEqual(['The ferry to Geneva'])
  expect(served('日内瓦')).toEqual(['The ferry to Geneva'])
})

test('matchOf() asks for a word that was typed many times once', () => {
  expect(matchOf({ query: 'ferry quay ferry '.repeat(20) }, [])).toEqual(matchOf({ query: 'ferry quay' }, []))
})

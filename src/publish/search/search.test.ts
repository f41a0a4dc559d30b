import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { now, press, text } from '../../../test/search-press.ts'
import { expect, test } from 'vitest'
import { makeArticle } from '../../../bench/archive.ts'
import { saveParallel } from '../../store/parallel.ts'
import { withdraw } from '../../store/publishing.ts'
import { readPostings, writeShard } from './postings.ts'
import { replacedBy, segmentAt, segmentsOf } from './segments.ts'
import { fold, tokensOf } from './tokens.ts'

test('fold() makes case, width and marks the same and keeps Indic vowel signs', () => {
  expect(['Détente', 'ＤＥＴＥＮＴＥ', 'Łódź', 'हिन्दी'].map(fold)).toEqual(['detente', 'detente', 'lodz', 'हिन्दी'])
})

test('tokensOf() gives pairs of a run, words, and a short word with the letter it touches', () => {
  expect(tokensOf('A股 港口城').tokens).toEqual([
    { term: 'a', at: 0, placed: false },
    { term: 'a股', at: 0, placed: true },
    { term: '港口', at: 2, placed: true },
    { term: '口城', at: 3, placed: true },
  ])
})

test('tokensOf() gives words that are written as one together too, whatever the sign between them', () => {
  const terms = (text: string) => tokensOf(text).tokens.map(({ term }) => term)
  expect(terms('COVID-19')).toEqual(['covid', '19', 'covid-19'])
  expect(terms('l’État')).toEqual(['l', 'etat', 'l-etat'])
  expect(terms('end. New')).toEqual(['end', 'new'])
})

test('readPostings() reads what writeShard() wrote, numbers over 127 too', () => {
  const shard = writeShard([
    ['word', { placed: false, articles: 2, steps: [1, 400], places: [] }],
    ['港口', { placed: true, articles: 2, steps: [5, 2, 0], places: [300, 7, 12] }],
  ])
  expect(readPostings(shard, 'word')).toEqual([
    { article: 0, inHeadline: true, places: [] },
    { article: 201, inHeadline: false, places: [] },
  ])
  expect(readPostings(shard, '港口')).toEqual([
    { article: 2, inHeadline: false, places: [300, 307] },
    { article: 3, inHeadline: true, places: [12] },
  ])
  expect(readPostings(shard, 'wor')).toEqual([])
})

test('segmentsOf() covers every position once, for any length', () => {
  for (const length of [0, 1, 31, 32, 33, 511, 512, 4095, 4096, 9_999]) {
    const covered = segmentsOf(length).reduce((sum, one) => sum + one.to - one.from, 0)
    expect(covered).toBe(length)
  }
})

test('replacedBy() names the sixteen small segments of a larger one', () => {
  expect(replacedBy(segmentAt(600, 1024)).length).toBe(16)
  expect(replacedBy(segmentAt(600, 1024))[0]).toBe('search/32/16/')
})

test.each([
  ['two letters', '港口', ['港口议会']],
  ['a part of a longer word', '际贸', ['世贸组织']],
  ['three letters in a row', '世贸组', ['世贸组织']],
  ['pairs that do not follow one another', '组世贸', []],
  ['a name without its marks', 'simic', ['Šimić spoke']],
  ['a name with marks', 'Šimić', ['Šimić spoke']],
  ['both scripts in one chunk', 'A股', ['A股上涨']],
  ['two chunks anywhere', '国际 世贸', ['世贸组织']],
  ['a word of Thai', 'ข่าว', ['ข่าววันนี้']],
  ['a word that is nowhere', 'zeppelin', []],
  ['words written as one', 'covid-19', ['Masks of Covid\u201119']],
  ['a figure with its decimals', '10.5', ['10.5 % more']],
  ['both halves apart', '19 covid', ['Masks of Covid\u201119']],
])('findArticles() finds %s', async (_, query, wanted) => {
  const { publish, find } = press([
    text('港口议会', '预算获得通过。'),
    text('世贸组织', '国际贸易规则。'),
    text('Šimić spoke', 'Nothing else.'),
    text('A股上涨', '市场。'),
    text('ข่าววันนี้', '.'),
    text('Masks of Covid\u201119', 'Of 10 people 5 agreed.'),
    text('10.5 % more', '.'),
  ])
  await publish()
  expect(await find(query)).toEqual(wanted)
})

test('findArticles() puts a headline with the word first, its own word before a part, then the newest', async () => {
  const { publish, find } = press([
    text('Old', 'the market'),
    text('The market', 'x'),
    text('New', 'the market'),
    text('研究生命的人', 'x'),
    text('生命起源', 'x'),
  ])
  await publish()
  expect(await find('market')).toEqual(['The market', 'New', 'Old'])
  expect((await find('生命'))[0]).toBe('生命起源')
})

test('findArticles() finds a text by its translation, which a served site does too', async () => {
  const { store, publish, find, served } = press([text('Ferry', 'Forty crates of apples.')])
  const { id, revision } = makeArticle(0)
  const passages = [{ id: 'p1', text: '四十箱苹果。', findings: [] }]
  const facts = { language: 'zh-Hans', model: 'none', promptVersion: 'translation-1', translatedAt: now }
  saveParallel(store, { articleId: id, revision, ...facts, passages })
  await publish()
  expect([await find('苹果'), served('苹果')]).toEqual([['Ferry'], ['Ferry']])
})

test('findArticles() filters by source, language and week', async () => {
  const { publish, find } = press([
    text('One harbour'),
    { ...text('Two harbour'), language: 'fr' },
    { ...text('Three harbour'), sourceId: 'south' },
  ])
  await publish()
  expect(await find({ query: 'harbour', source: 'Outlet south' })).toEqual(['Three harbour'])
  expect(await find({ query: 'harbour', language: 'fr' })).toEqual(['Two harbour'])
  expect(await find({ query: 'harbour', week: '1999-W01' })).toEqual([])
})

test('publishSite() merges small segments as the list grows, and everything is found before and after', async () => {
  const many = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => text(`Article word${from + at}x`, 'common'))
  const { folder, publish, find, add } = press(many(0, 500))
  await publish()
  expect(await find('word499x')).toEqual(['Article word499x'])
  add(many(500, 520), 500)
  await publish()
  for (const number of [0, 511, 512, 519]) expect(await find(`word${number}x`)).toEqual([`Article word${number}x`])
  expect(globSync('search/32/*', { cwd: folder })).toEqual(['search/32/16'])
})

test('publishSite() leaves nothing of a withdrawn article, nor of a text over its rights, in the index', async () => {
  const { store, folder, publish, find } = press([
    text('Secretum headline', 'quixotic'),
    { ...text('Kept', 'zanzibar and more words that are not quoted'), sourceId: 'south' },
  ])
  await publish()
  expect(await find('quixotic')).toEqual(['Secretum headline'])
  expect(await find('zanzibar')).toEqual([])
  withdraw(store, makeArticle(0).id, { at: now, reason: null })
  await publish()
  const index = globSync('search/**/*.bin', { cwd: folder }).map((path) =>
    gunzipSync(readFileSync(join(folder, path))).toString('latin1'),
  )
  expect(index.filter((bytes) => /secretum|quixotic|zanzibar/iu.test(bytes))).toEqual([])
})

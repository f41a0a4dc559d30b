import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { now, press, text } from '../../../test/search-press.ts'
import { array, assert, boolean, constantFrom, dictionary, integer, oneof, property, record, string } from 'fast-check'
import { expect, test } from 'vitest'
import { makeArticle } from '../../../bench/archive.ts'
import { saveParallel } from '../../store/parallel.ts'
import { withdraw } from '../../store/publishing.ts'
import { pack, unpack } from './pack.ts'
import { readPostings, readTerms } from './postings.ts'
import { replacedBy, segmentAt, segmentsOf } from './segments.ts'
import { fold, tokensOf } from './tokens.ts'
import { writeShard, type Term } from './write-shard.ts'

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
  const shard = shardOf([
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

test('a shard gives back any terms, whatever they share and however far apart they stand', () => {
  const number = integer({ min: 0, max: 100_000 })
  const word = record({ headline: boolean(), step: number })
  const pair = record({ step: number, places: array(number, { minLength: 1, maxLength: 6 }) })
  const term = oneof(
    array(word, { minLength: 1, maxLength: 20 }).map((all) => ({ words: all, pairs: [] })),
    array(pair, { minLength: 1, maxLength: 20 }).map((all) => ({ words: [], pairs: all })),
  )
  const name = oneof(string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), constantFrom('港', '港口', '港湾'))
  assert(
    property(dictionary(name, term), (made) => {
      const sorted = Object.entries(made).toSorted(([a], [b]) => (a < b ? -1 : 1))
      const terms = sorted.map(([word, { words, pairs }]): [string, Term] => [
        word,
        words.length > 0
          ? {
              placed: false,
              articles: words.length,
              steps: words.map((one) => one.step * 2 + Number(one.headline)),
              places: [],
            }
          : {
              placed: true,
              articles: pairs.length,
              steps: pairs.flatMap(({ step, places }) =>
                places.length > 1 ? [step * 2 + 1, places.length] : [step * 2],
              ),
              places: pairs.flatMap(({ places }) => places),
            },
      ])
      const read = [...readTerms(shardOf(terms))].map(({ name: bytes, postings }) => ({
        word: new TextDecoder().decode(bytes),
        articles: postings.map(({ article }) => article),
        places: postings.map(({ places }) => places),
      }))
      const wanted = sorted.map(([word, { words, pairs }]) => ({
        word: word.toWellFormed(),
        articles: sums([...words, ...pairs].map(({ step }) => step + 1)).map((sum) => sum - 1),
        places: [...words.map(() => []), ...pairs.map(({ places }) => sums(places))],
      }))
      expect(read).toEqual(wanted)
    }),
    { numRuns: 200 },
  )
})

function shardOf(terms: [string, Term][]): Uint8Array {
  const { heads, letters, bits } = writeShard(terms, 4096)
  return unpack(pack(heads, letters, bits))
}

function sums(steps: number[]): number[] {
  let sum = 0
  return steps.map((step) => (sum += step))
}

test('segmentsOf() covers every position once, for any length', () => {
  for (const length of [0, 1, 7, 8, 9, 63, 64, 511, 512, 4095, 4096, 9_999]) {
    const covered = segmentsOf(length).reduce((sum, one) => sum + one.to - one.from, 0)
    expect(covered).toBe(length)
  }
})

test('replacedBy() names the small segments of a larger one, of every size below', () => {
  const names = replacedBy(segmentAt(600, 1024))
  expect(names.length).toBe(8 + 64)
  expect([names[0], names[8]]).toEqual(['search/64/8/', 'search/8/64/'])
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
  expect(globSync('search/{8,64}/*', { cwd: folder })).toEqual(['search/8/64'])
})

test('publishSite() takes away segments that an older version cut otherwise', async () => {
  const { store, folder, publish, find } = press([text('Harbour', 'x')])
  await publish()
  mkdirSync(join(folder, 'search/32/0'), { recursive: true })
  writeFileSync(join(folder, 'search/32/0/7.bin'), 'old')
  store.db.exec("INSERT INTO publish_file VALUES ('search/32/0/7.bin', 'hash', '2026-01-01T00:00:00Z')")
  store.db.exec("UPDATE publish_note SET value = 'older' WHERE name = 'version'")
  await publish()
  expect(globSync('search/*', { cwd: folder }).toSorted()).toEqual([
    'search/8',
    'search/cards',
    'search/index.html',
    'search/index.json',
  ])
  expect(await find('harbour')).toEqual(['Harbour'])
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
  const isShard = ({ path }: { path: string }): boolean => /\d+\/\d+\/\d+\.bin$/u.test(path)
  const files = globSync('search/**/*.bin', { cwd: folder }).map((path) => ({
    path,
    bytes: unpack(readFileSync(join(folder, path))),
  }))
  const [shards, others] = [files.filter(isShard), files.filter((file) => !isShard(file))]
  const terms = shards.flatMap(({ bytes }) => [...readTerms(bytes)].map(({ name }) => new TextDecoder().decode(name)))
  expect(terms).toContain('kept')
  const all = [...terms, ...others.map(({ bytes }) => bytes.toString())]
  expect(all.filter((one) => /secretum|quixotic|zanzibar/iu.test(one))).toEqual([])
})

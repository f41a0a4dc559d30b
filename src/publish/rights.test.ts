import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { saveArticle } from '../store/articles.ts'
import { add, article, now, passage, press, read, source } from '../../test/small-press.ts'
import { tempFolder } from '../../test/temp-folder.ts'
import { withdraw } from '../store/publishing.ts'
import type { Claim, ParallelText, ReadingCard, Review, Rights, Source } from '../types.ts'
import { limitToRights } from './rights.ts'
import { scanSite } from './scan-site.ts'

const leaks = (folder: string, texts: string[], words?: number) =>
  scanSite(folder, [{ id: 'a', texts, most: 0 }], words)

test('publishSite() removes every copy of a withdrawn article and leaves a tombstone', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 3)
  await publish()
  withdraw(store, 'a00001', { at: now, reason: null })
  await publish()
  expect(leaks(folder, [`${passage} 1`, article(1).headline], 19)).toEqual([])
  // Its address held the headline: the tombstone stands at its number, and nothing below.
  const { slug } = press([source('north')], 'none', { store, folder }).shelf.entry('a00001')?.entry ?? {}
  expect(
    Object.keys(read(folder)).filter((path) => path.startsWith('a/a00001/') || path.includes(String(slug))),
  ).toEqual(['a/a00001/index.html', 'a/a00001/index.json'])
  expect(readFileSync(join(folder, 'a/a00001/index.html'), 'utf8')).toContain('本文已由编辑撤回')
  expect(JSON.parse(readFileSync(join(folder, 'a/a00001/index.json'), 'utf8'))).toEqual({
    id: 'a00001',
    withdrawnAt: now,
  })
})

test('publishSite() leaves no old address of a withdrawn article, and puts all back when that is undone', async () => {
  const { store, folder, publish } = press()
  saveArticle(store, article(1, { headline: 'The first headline' }), 'one')
  await publish()
  saveArticle(store, article(1, { headline: 'The second headline', revision: 2 }), 'two')
  await publish()
  withdraw(store, 'a00001', { at: now, reason: null })
  await publish()
  expect(Object.keys(read(folder)).filter((path) => path.includes('headline'))).toEqual([])
  store.db.exec('DELETE FROM withdrawal')
  await publish()
  expect(Object.keys(read(folder)).filter((path) => path.startsWith('a/a00001/'))).toEqual([
    'a/a00001/index.json',
    'a/a00001/the-first-headline/index.html',
    'a/a00001/the-second-headline/index.html',
  ])
})

test.each(['full', 'excerpt', 'title'] as const)(
  'publishSite() prints no secret of the feed in any file of a source with rights %s',
  async (rights) => {
    const { store, folder, publish } = press([{ ...source('north'), rights, images: true }])
    const url = 'https://bo:pass1234@north.example/a/7?token=se3cretToken&page=2'
    const mark = {
      kind: 'link' as const,
      start: 0,
      end: 4,
      url: 'https://north.example/b?s=se3cretToken&token=se3cretToken',
    }
    const passages = [{ id: 'p1', kind: 'paragraph' as const, text: 'Reed is cut by hand.', marks: [mark] }]
    const photo = { url: 'https://north.example/p.jpg?token=se3cretToken', caption: null, credit: null }
    saveArticle(store, article(1, { url, passages, photo }), 'secret')
    await publish()
    const files = Object.values(read(folder)).map(String).join('\n')
    expect(files).toContain('https://north.example/a/7?page=2')
    expect(files).not.toMatch(/pass1234|se3cret/u)
  },
)

test.each(
  (['full', 'excerpt', 'title'] as const).flatMap((rights) =>
    [
      ['RIVERw77q', 'RIVERw77q'],
      ['u=swordfish', 'swordfish'],
    ].flatMap(([secret = '', value = '']) =>
      [{ secrets: [secret] }, { learned: [secret] }].map((known) => [rights, known, value] as const),
    ),
  ),
)(
  'publishSite() prints with rights %s nothing that the address of a feed holds for its one reader: %j',
  async (rights, known, value) => {
    const { store, folder, publish } = press([{ ...source('north'), rights, images: true, ...known }])
    const url = `https://north.example/a/7?page=2&u=${value}`
    const mark = { kind: 'link' as const, start: 0, end: 4, url: `https://north.example/b?u=${value}&x=1` }
    const passages = [
      { id: 'p1', kind: 'paragraph' as const, text: `Reed is cut by hand, as ${url} says.`, marks: [mark] },
    ]
    const failed = `Cannot read article page "${url}": server answered 404`
    const completeness = {
      verdict: 'cut' as const,
      signs: [{ code: 'page-missing', detail: failed }],
      shareMissing: null,
    }
    const photo = { url: `https://north.example/p.jpg?u=${value}`, caption: url, credit: null }
    const more = { url, itemKey: url, headline: `Read ${url}`, standfirst: url, nextPage: `${url}&next` }
    saveArticle(store, article(1, { ...more, passages, photo, completeness }), 'secret')
    await publish()
    const files = Object.values(read(folder)).map(String).join('\n')
    expect(files).toContain('https://north.example/a/7?page=2')
    expect(files).not.toContain(value)
  },
)

test('publishSite() tells nobody how a request of ours failed in the network of the editor', async () => {
  const { store, folder, publish } = press([source('north')])
  const detail = 'Cannot fetch from "wiki.lan": it leads to the address 10.1.2.3, which is not public'
  const completeness = {
    verdict: 'teaser' as const,
    signs: [
      { code: 'page-not-read', detail },
      { code: 'page-missing', detail },
      { code: 'very-short', detail: '11 words' },
    ],
    shareMissing: null,
  }
  saveArticle(store, article(1, { completeness }), 'teaser')
  await publish()
  const files = Object.values(read(folder)).map(String).join('\n')
  expect(files).toMatch(/page-not-read.*11 words/u)
  expect(files).not.toContain('10.1.2.3')
})

test('publishSite() prints nothing anew when an address that holds a secret is learnt', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 3)
  await publish()
  const later = press([{ ...source('north'), learned: ['RIVERw77q'] }], 'none', { store, folder })
  expect((await later.publish()).paths).toEqual([])
})

test('publishSite() shows nothing of an article under embargo, and all of it from then on', async () => {
  const { store, folder, publish } = press([{ ...source('north'), embargoHours: 6 }])
  saveArticle(store, article(0, { publishedAt: '2026-11-23T03:00:00Z', firstSeenAt: '2026-11-23T03:10:00Z' }), 'closed')
  saveArticle(store, article(1), 'open')
  await publish()
  expect(leaks(folder, [`${passage} 0`], 19).map(({ path }) => path)).toEqual([])
  expect(existsSync(join(folder, 'a/a00000'))).toBe(false)
  await publish(folder, { now: '2026-11-23T08:59:59Z' })
  expect(existsSync(join(folder, 'a/a00000'))).toBe(false)
  await publish(folder, { now: '2026-11-23T09:00:00Z' })
  expect(readFileSync(join(folder, 'a/a00000/index.json'), 'utf8')).toContain(passage)
})

test('publishSite() takes a text down when it expires, counted from our first sight where an outlet dates it ahead', async () => {
  const { store, folder, publish } = press([{ ...source('north'), expiresAfterDays: 30 }])
  saveArticle(store, article(0, { publishedAt: '2099-01-01T00:00:00Z', firstSeenAt: '2026-11-01T00:00:00Z' }), 'ahead')
  await publish()
  expect(leaks(folder, [`${passage} 0`]).length).toBeGreaterThan(0)
  await publish(folder, { now: '2026-12-01T00:00:00Z' })
  expect(leaks(folder, [`${passage} 0`])).toEqual([])
})

test('publishSite() removes compressed twins of a withdrawn article too', async () => {
  const { store, folder, publish } = press()
  add(store, 0, 3)
  await publish(folder, { compress: true })
  withdraw(store, 'a00001', { at: now, reason: null })
  await publish(folder, { compress: true })
  expect(leaks(folder, [`${passage} 1`, article(1).headline], 19)).toEqual([])
  const fresh = tempFolder('fresh')
  const paths = Object.keys(read(folder))
  await publish(fresh, { compress: true })
  expect(paths).toEqual(Object.keys(read(fresh)))
})

test.each(['title', 'excerpt', 'private'] as const)(
  'publishSite() prints no text of a source with rights %s',
  async (rights) => {
    const { store, folder, publish } = press([source('north', rights)])
    add(store, 0, 2)
    await publish()
    expect(leaks(folder, [passage])).toEqual([])
  },
)

test('publishSite() leaves no text in the facts beside it where only headlines may be shown', async () => {
  const { store, folder, publish } = press([source('north', 'title')])
  const facts = {
    keywords: [passage],
    section: passage,
    dateline: passage,
    otherHeadlines: [`${passage} ${passage} ${passage} ${passage} ${passage}`],
  }
  saveArticle(store, article(0, facts), 'bulky')
  await publish()
  expect(leaks(folder, [passage])).toEqual([])
})

test('publishSite() takes every page of a source away that became private, its name too', async () => {
  const { store, folder, publish } = press([source('north'), source('south')])
  add(store, 0, 30)
  await publish()
  expect(existsSync(join(folder, 'source/north/index.html'))).toBe(true)
  const later = press([source('north', 'private'), source('south')], 'none', { store, folder })
  await later.publish()
  const left = Object.entries(read(folder)).filter(
    ([path, text]) => path.includes('north') || text.includes('Outlet north'),
  )
  expect(left.map(([path]) => path)).toEqual([])
})

const long = `The harbour office counted ${'crate after crate on the quay and '.repeat(7)}then 1.900 tonnes of ice, and went home.`
const said = 'We will be back before the frost'
const spoken = `The ice was gone. “${said},” said Ida Holm, who ran the ferry for thirty years and more.`

/** An article of two passages with a card and a review that stand on it. */
function publication() {
  const passages = [
    { id: 'p1', kind: 'paragraph' as const, text: long },
    { id: 'p2', kind: 'paragraph' as const, text: spoken },
    { id: 'p3', kind: 'paragraph' as const, text: `${passage}, and so did many others. `.repeat(8) },
  ]
  const evidence = { passage: 'p2', quote: said, start: spoken.indexOf(said), end: spoken.indexOf(said) + said.length }
  const claim = { id: 'c1', part: 'summary', kind: 'attribution', text: '她说会回来。', evidence: [evidence] }
  const review = { claims: [{ ...claim, speaker: 'Ida Holm', state: 'verified', findings: [] } as Claim] }
  const card = { ...noFacts, speakers: [{ name: 'Ida Holm', quotes: [evidence] }], keyPassages: [whole('p1', long)] }
  return {
    article: article(1, { passages }),
    card: card as ReadingCard,
    review: { ...review, terms: [], framing: [], heldBecause: null } as unknown as Review,
    ...noHistory,
  }
}

const noFacts = { articleId: 'a00001', rules: 1, revision: 1, figures: [], places: [], dates: [], organisations: [] }
const noHistory = {
  parallel: null,
  waiting: null,
  earlierReview: null,
  earlier: [],
  revisions: [],
  gone: null,
  withdrawnAt: null,
}
const whole = (id: string, text: string) => ({ passage: id, quote: text, start: 0, end: text.length })

test('limitToRights() gives an excerpt with its speaker and with what was cut, evidence of the review first', () => {
  const { article: shown, withheld } = limitToRights(publication(), source('north', 'excerpt'), now)
  expect(shown.passages.map(({ id }) => id)).toEqual(['p1', 'p2'])
  expect(withheld).toEqual({
    because: 'rights',
    excerpts: {
      p1: { startsWithin: false, endsWithin: true, spoken: false, speaker: null },
      p2: { startsWithin: false, endsWithin: false, spoken: true, speaker: 'Ida Holm' },
    },
    unshown: {},
  })
})

test('limitToRights() never cuts a quote inside a number', () => {
  const dense = `${'港口办公室清点了码头上的箱子'.repeat(17)}共1,900吨冰，然后下班回家，码头上再没有人。`
  const passages = [{ id: 'p1', kind: 'paragraph' as const, text: dense + passage.repeat(30) }]
  const cut = { ...publication(), article: article(1, { passages }), review: null }
  const card = { ...cut.card, speakers: [], keyPassages: [whole('p1', dense)] }
  const { article: shown } = limitToRights({ ...cut, card }, source('north', 'excerpt'), now)
  expect(dense.slice(239, 242)).toBe('1,9')
  expect(shown.passages[0]?.text.endsWith('箱子共')).toBe(true)
})

test('limitToRights() takes a sentence of Chinese for a quote, however few letters it has, and no figure for one', () => {
  const spoken = '网里捞起靴子还能当笑话讲，捞起电池就不行了'
  const passages = [{ id: 'p1', kind: 'paragraph' as const, text: `${spoken}，他说。有三百二十亩。` }]
  const card = { ...noFacts, speakers: [{ name: '老陈', quotes: [whole('p1', spoken)] }], keyPassages: [] }
  const figures = [spoken, '三百二十亩'].map((text) => ({ text, counts: null, evidence: whole('p1', text) }))
  const short = { ...publication(), article: article(1, { passages }), review: null }
  const { card: shown } = limitToRights(
    { ...short, card: { ...card, figures } as unknown as ReadingCard },
    source('north', 'excerpt'),
    now,
  )
  expect(shown?.speakers).toEqual([{ name: '老陈', quotes: [] }])
  expect(shown?.figures.map(({ text }) => text)).toEqual(['三百二十亩'])
})

test('limitToRights() never cuts a quote between a number and its unit', () => {
  const text = `${'So it went. '.repeat(18)}Then it hoped for 0.2 per cent more of both.`
  const passages = [{ id: 'p1', kind: 'paragraph' as const, text: text + passage.repeat(30) }]
  const cut = { ...publication(), article: article(1, { passages }), review: null }
  const card = { ...cut.card, speakers: [], keyPassages: [whole('p1', text)] }
  const { article: shown } = limitToRights({ ...cut, card }, source('north', 'excerpt'), now)
  expect(text.slice(0, 240).endsWith('hoped for 0.2 pe')).toBe(true)
  expect(shown.passages[0]?.text.endsWith('Then it hoped for')).toBe(true)
})

test('limitToRights() names the passages that prove a sentence where nothing may be quoted', () => {
  const { article: shown, review, withheld } = limitToRights(publication(), source('north', 'title'), now)
  expect([shown.passages, review?.claims[0]?.evidence]).toEqual([[], []])
  expect(withheld).toEqual({ because: 'rights', excerpts: {}, unshown: { c1: ['p2'] } })
})

test('limitToRights() points to the name of a speaker whose words do not fit into the excerpt', () => {
  const text = `“${passage}, and ${passage}, and ${passage},” said Ida Holm.`
  const passages = [{ id: 'p1', kind: 'paragraph' as const, text }]
  const words = text.slice(1, text.indexOf(',”') + 1)
  const card = {
    ...publication().card,
    keyPassages: [],
    speakers: [{ name: 'Ida Holm', quotes: [whole('p1', words)] }],
  }
  const cut = { ...publication(), article: article(1, { passages }), review: null, card }
  const { card: shown } = limitToRights(cut, source('north', 'excerpt'), now)
  expect(shown?.speakers[0]?.quotes.map((one) => one.quote)).toEqual(['Ida Holm'])
})

test('limitToRights() tells a text that expired from one that never was shown', () => {
  const expired = { ...source('north'), expiresAfterDays: 3 }
  expect(limitToRights(publication(), expired, now).withheld?.because).toBe('expiry')
  expect(limitToRights(publication(), source('north'), now).withheld).toBeNull()
})

test('limitToRights() gives a translation with the whole text alone, and none that is mostly gaps', () => {
  const line = (id: string, text: string | null) => ({ id, text, findings: [] })
  const printed = (source_: Source, texts: (string | null)[]) => {
    const passages = texts.map((text, at) => line(`p${at + 1}`, text))
    return limitToRights({ ...publication(), parallel: { passages } as unknown as ParallelText }, source_, now).parallel
  }
  expect(printed(source('north'), ['一', '二', null])?.passages.length).toBe(3)
  expect(printed(source('north'), ['一', null, null])).toBeNull()
  expect(printed(source('north', 'excerpt'), ['一', '二', '三'])).toBeNull()
  expect(printed({ ...source('north'), expiresAfterDays: 3 }, ['一', '二', '三'])).toBeNull()
})

test('limitToRights() counts sentences of ours that are the outlet’s own, and gives few terms', () => {
  const one = publication()
  const own = { ...one.review.claims[0], id: 'c2', text: 'She will be back.' } as Claim
  const copy = { ...own, id: 'c3', text: `The report: ${long.slice(0, 100)}` }
  const terms = Array.from({ length: 30 }, (_, at) => ({ original: `Name ${at}`, reader: `名 ${at}` }))
  const sentence = { original: 'counted crate after crate on the quay and crate after', reader: '清点' }
  const review = { ...one.review, claims: [own, copy], terms: [sentence, ...terms] }
  const printed = (rights: Rights) => limitToRights({ ...one, review }, source('north', rights), now).review
  expect(printed('title')?.claims.map(({ id }) => id)).toEqual(['c2'])
  expect(printed('full')?.claims.map(({ id }) => id)).toEqual(['c2', 'c3'])
  expect(printed('excerpt')?.terms.length).toBe(12)
  expect(JSON.stringify(printed('excerpt')?.terms)).not.toContain('crate')
  expect(
    limitToRights(
      { ...one, review: { ...review, claims: [own, { ...copy, part: 'headline' }] } },
      source('north', 'title'),
      now,
    ).review,
  ).toBeNull()
})

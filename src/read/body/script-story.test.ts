import { expect, test } from 'vitest'
import { parsePage } from '../tree.ts'
import { readBody, type Body } from './read-body.ts'
import words from './script-words.json' with { type: 'json' }

const title = 'Weir keeper rings the bell at dawn'
const other = 'Orchard tax is put off until autumn'
const tell = (what: string, rows: number): string[] =>
  Array.from(
    { length: rows },
    (_, at) =>
      `${what} was looked at for the ${at + 2}nd time by the parish on Monday. Whoever had come for it went home after noon and said that nothing else had been asked.`,
  )
const bell = tell('The bell of the lower weir', 5)
const orchard = tell('The orchard tax of the upper farms', 9)
const policy = tell('The notice on the data of readers', 14)
const html = (rows: string[]): string => rows.map((row) => `<p>${row}</p>`).join('')
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
const json = (value: unknown): string =>
  `<script id="__NEXT_DATA__" type="application/json">${inScript(value)}</script>`

function read(scripts: string, url = 'https://weir.example/2026/bell-at-dawn'): Body {
  const page = `<html><head><title>${title} - The Weir Gazette</title></head><body><div id="root"><h1>${title}</h1></div>${scripts}</body></html>`
  return readBody(parsePage(page), { headline: title, url, isBoilerplate: () => false })
}
const said = (body: Body): string => body.passages.map(({ text }) => text).join(' ')

test.each([
  { premium: true },
  { isPaid: true },
  { paywalled: 1 },
  { access: 'locked' },
  { tier: 'plus' },
  { accessType: 'SUBSCRIBER' },
  { contentTier: 'locked' },
  { isFree: false },
  { free: false },
  { paywall: { active: true } },
  { visibility: 'paid' },
  { audience: 'only_paid' },
  { restricted: 'true' },
  { requiresSubscription: true },
  { isAccessibleForFree: false },
  { behindPaywall: true },
  { subscribersOnly: true },
  { meta: { is_premium: 'yes' } },
  { access: { level: 'members' } },
  { content_restrictions: { content_code: 'premium' } },
  { isLocked: true, comments: { free: true } },
  { userHasAccess: false },
  { entitlements: ['subscriber'] },
  { 付费: true },
])('readBody() leaves a text in the script whose own object says %j', (flag) => {
  const body = read(json({ props: { post: { title, ...flag, body: html(bell) } } }))
  expect(body.passages).toEqual([])
  expect(body.withheld).toMatch(/script/u)
})

test.each([
  [{ title, teaser: bell[0], premiumBody: html(bell) }],
  [{ title, teaser: html(bell.slice(0, 3)), membersContent: html(bell), access: 'subscribers' }],
  [{ isPremium: true, post: { title, body: html(bell) } }],
  [{ post: { title, access: 'paid', body: { blocks: bell.map((text) => ({ type: 'p', text })) } } }],
  [
    {
      post: {
        title,
        body: [
          { type: 'teaser', text: bell[0] },
          { locked: true, blocks: bell },
        ],
      },
    },
  ],
])('readBody() leaves a text in the script that is marked as paid around or below it: %#', (data) => {
  const body = read(json({ props: data }))
  expect(said(body)).not.toContain('5nd time')
  expect(body.withheld).toBeDefined()
})

test.each([
  { premium: false },
  { access: 'free' },
  { isFree: true },
  { paywall: { active: false } },
  { visibility: 'public' },
  { commentsLocked: true },
  { tier: null, plan: '' },
  { author: { isPremium: true } },
  { subscription: { url: 'https://weir.example/subscribe' } },
  { premiumLogo: '/plus.svg', plusIcon: true },
])('readBody() reads a text whose own object says %j', (flag) => {
  expect(
    read(json({ isPremium: 'premium' in flag, post: { title, ...flag, body: html(bell) } })).passages,
  ).toHaveLength(bell.length)
})

test.each([
  [`window.__STATE__={post:{title:"${title}",isPremium:!0,body:${inScript(html(bell))}}}`],
  [`window.__NUXT__=(function(a){return {post:{title:a,isFree:false,body:${inScript(html(bell))}}}})("${title}")`],
])('readBody() leaves a paid text in a program that is no JSON: %#', (script) => {
  const body = read(`<script>${script}</script>`)
  expect(body.passages).toEqual([])
  expect(body.withheld).toBeDefined()
})

const nuxt = (...values: unknown[][]): string => json(values.flat())

test("readBody() leaves a paid text in Nuxt's list of values", () => {
  const body = read(nuxt([['Reactive', 1], { story: 2 }, { title: 3, premium: 4, body: 5 }, title, true, html(bell)]))
  expect(body).toMatchObject({ passages: [], withheld: 'premium is true in a script' })
})

const blocks = (rows: string[]) => rows.map((text) => ({ type: 'paragraph', text }))
const push = (text: string): string => `<script>self.__next_f.push([1,${inScript(text)}])</script>`
const row = (id: string, text: string): string => `${id}:T${Buffer.byteLength(text).toString(16)},${text}`

test.each([
  [
    'a cache of records',
    json({
      'Article:1': { __typename: 'Article', title, paragraphs: bell },
      'Article:2': { __typename: 'Article', title: other, paragraphs: orchard },
    }),
  ],
  [
    'a cache that keeps the texts apart',
    json({
      ROOT: { a: { __ref: 'Article:1' }, b: { __ref: 'Article:2' } },
      'Body:7': { paragraphs: orchard },
      'Body:8': { paragraphs: bell },
      'Article:1': { headline: title, body: { __ref: 'Body:8' } },
      'Article:2': { headline: other, body: { __ref: 'Body:7' } },
    }),
  ],
  [
    'a list of stories',
    json({
      stories: [
        { title: other, body: html(orchard) },
        { title, body: html(bell) },
      ],
    }),
  ],
  [
    'a list of many stories',
    json({
      stories: [1, 2, 3]
        .map((n) => ({ title: `${other} (${n})`, body: html(orchard) }))
        .concat({ title, body: html(bell) }),
    }),
  ],
  [
    'records by number',
    `<script>window.__INITIAL_STATE__=${inScript({ byId: { 4: { title: other, blocks: blocks(orchard) }, 5: { title, blocks: blocks(bell) } } })}</script>`,
  ],
  [
    'a longer notice beside it',
    json({ article: { title, body: html(bell) }, legal: { title: 'Privacy policy', body: html(policy) } }),
  ],
  ['a longer notice without a title', json({ article: { title, body: html(bell) }, privacy: html(policy) })],
  [
    'what it is related to',
    json({
      article: {
        title,
        url: '/a',
        body: html(bell),
        related: [1, 2, 3].map((n) => ({ title: `${other} ${n}`, body: html(orchard) })),
      },
    }),
  ],
  [
    'rows of a React stream',
    push(
      `3:${JSON.stringify({
        articles: [
          { title: other, body: '$8' },
          { title, body: '$9' },
        ],
      })}\n${row('8', html(orchard))}${row('9', html(bell))}`,
    ),
  ],
  [
    'titles that are objects',
    json({
      posts: [
        { title: { rendered: other }, content: { rendered: html(orchard) } },
        { title: { rendered: title }, content: { rendered: html(bell) } },
      ],
    }),
  ],
  [
    'an object literal',
    `<script>window.__S__={posts:[{title:"${other}",body:${inScript(html(orchard))}},{title:"${title}",body:${inScript(html(bell))}}]}</script>`,
  ],
  [
    'the address of the page',
    json({
      posts: [
        { title: other, slug: 'orchard-tax', body: html(orchard) },
        { title: 'The bell', slug: 'bell-at-dawn', body: html(bell) },
      ],
    }),
  ],
  [
    "Nuxt's list of values",
    nuxt(
      [['ShallowReactive', 1], { data: 2 }, [3, 6], { title: 4, body: 5 }, other, html(orchard)],
      [{ title: 7, body: 8 }, title, html(bell)],
    ),
  ],
  [
    'chapters',
    json({
      post: { title, chapters: [{ title: 'The first hour', paragraphs: bell }] },
      more: [{ title: other, chapters: [{ title: 'The first hour', paragraphs: orchard }] }],
    }),
  ],
])('readBody() takes the text of the story itself from %s', (_, scripts) => {
  const body = read(scripts)
  expect(said(body)).toContain('bell of the lower weir')
  expect(said(body)).not.toMatch(/orchard tax|data of readers/u)
})

test.each([
  [
    'another story that stands first',
    json({ article: { title, bodyUrl: '/body/1' }, more: [{ title: other, paragraphs: orchard }] }),
  ],
  ['what is recommended', json({ recommended: [{ headline: other, body: html(orchard) }] })],
  [
    'the next story in a record',
    json({ byId: { 1: { headline: title }, 2: { headline: other, body: html(orchard) } } }),
  ],
  [
    'a story in JSON-LD',
    `<script type="application/ld+json">${inScript({ '@type': 'NewsArticle', headline: other, articleBody: orchard.join('\n') })}</script>`,
  ],
  [
    'a story of a React stream',
    push(`3:${JSON.stringify({ next: { title: other, body: '$8' } })}\n${row('8', html(orchard))}`),
  ],
  [
    'a story below the one of the page',
    json({ post: { title, items: [{ title: other, url: '/orchard', body: html(orchard) }] } }),
  ],
])('readBody() takes no text of another story: %s', (_, scripts) => {
  expect(read(scripts).passages).toEqual([])
})

test('script-words.json holds small letters, each word once in its list', () => {
  for (const list of Object.values(words).map((all) => all.split(' '))) {
    expect(list).toEqual([...new Set(list)])
    expect(list.filter((word) => word !== word.toLowerCase() || word === '')).toEqual([])
  }
})

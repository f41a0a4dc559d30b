import { expect, test } from 'vitest'
import type { Passage } from '../../types.ts'
import { readMetadata } from '../metadata/metadata.ts'
import { parsePage } from '../tree.ts'
import { judgeNature } from './challenge.ts'
import { judgeCompleteness } from './completeness.ts'
import { readShown } from './shown-lines.ts'

const sentence = 'The ferry to the outer islands will not run this week, the harbour office said. '
const passages: Passage[] = ['p1', 'p2', 'p3'].map((id) => ({ id, kind: 'paragraph', text: sentence.repeat(4).trim() }))

function judge(html: string, text = passages) {
  const document = parsePage(html)
  const metadata = readMetadata(document, { url: 'https://harbour.example/a', item: null })
  return judgeCompleteness({ passages: text, metadata, item: null, document, shown: readShown(document) })
}

test('judgeCompleteness() does not believe isAccessibleForFree alone', () => {
  const html = '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>'
  expect(judge(html).verdict).toBe('whole')
})

test('judgeCompleteness() calls a text cut when a gate with a prompt follows it', () => {
  const found = judge('<div class="paywall">Subscribe to continue reading</div>')
  expect(found.verdict).toBe('cut')
  expect(found.signs[0]?.code).toBe('wall-phrase')
})

test('judgeCompleteness() gives the share that is missing from the articleBody', () => {
  const body =
    sentence.repeat(12) + 'Nobody knows yet how the islands will get their bread and their letters. '.repeat(40)
  const html = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":${JSON.stringify(body)}}</script>`
  expect(judge(html)).toMatchObject({ verdict: 'cut', shareMissing: 0.75 })
})

test('judgeCompleteness() calls a page with a player and no text not-text', () => {
  expect(judge('<audio src="/a.mp3"></audio>', []).verdict).toBe('not-text')
})

const shownText = passages.map(({ text }) => `<p>${text}</p>`).join('')
const end = '<p>The office will say on Friday when the boats sail again.</p>'

test.each([
  '<p>Subscribe now to continue reading this article.</p>',
  '<p>Jetzt Zugang sichern und diesen Artikel weiterlesen</p>',
  '<p>Cet article est réservé aux abonnés.</p>',
  '<p>Suscríbete para seguir leyendo</p>',
  '<p>Чтобы дочитать статью, оформите подписку</p>',
  '<p>登录后可阅读全文</p>',
  '<p>この記事は有料会員限定です。残り 1,204 文字</p>',
  '<p>Bu haberin devamını okumak için abone olun</p>',
  '<p>لمتابعة القراءة يرجى الاشتراك</p>',
  '<a href="/full">Continue reading</a>',
  '<p>The office said that it could not</p>',
  '<p>The office said that it could not …</p>',
])('judgeCompleteness() calls a text cut when below it stands %s', (below) => {
  expect(judge(`${shownText}${below}`).verdict).toBe('cut')
})

test.each([
  '<p>Sign up for our newsletter to read the best of our week.</p>',
  '<p>Subscribe to our channel for more</p>',
  '<p>Read more: the harbour in figures</p>',
  '<h3>Most read</h3><a href="/b">Subscribe to read the story of the lighthouse keeper</a>',
])('judgeCompleteness() calls a text whole when below it stands %s', (below) => {
  expect(judge(`${shownText}${end}<p>By Jane Doe</p>${below}`, [...passages, asPassage(end)]).verdict).toBe('whole')
})

function asPassage(html: string): Passage {
  return { id: 'p9', kind: 'paragraph', text: html.replace(/<[^>]+>/gu, '') }
}

test('judgeCompleteness() calls a text whole though a sentence lost its full stop, where two others end it', () => {
  const last = [
    'The boats stay in the harbour tonight, and the crews have gone home to sleep',
    'The office thanks all who waited on the quay.',
    'It will ring the bell when the first boat sails.',
  ]
  const lines = last.map((text, at): Passage => ({ id: `p${at + 4}`, kind: 'paragraph', text }))
  const html = shownText + last.map((text) => `<p>${text}</p>`).join('')
  expect(judge(html, [...passages, ...lines]).verdict).toBe('whole')
})

test('judgeCompleteness() takes buttons that unfold the captions of pictures for no gate', () => {
  const slide = (place: string): string =>
    `<div class="slide"><p>Passengers wait for the ferry at ${place}, on a bench that the council mended in the spring.</p><button>Read More</button></div>`
  expect(judge(`<h1>No ferry this week</h1>${slide('Saltmere')}${slide('Port Alder')}${shownText}${end}`).verdict).toBe(
    'whole',
  )
})

test('judgeNature() tells a bot check from an article that quotes one', () => {
  const document = parsePage('<title>Just a moment...</title><p>Verify you are human</p>')
  const shown = readShown(document)
  expect(judgeNature(document, shown, { headline: '', passages: [], dated: false })?.verdict).toBe('wall')
  const article = parsePage(`<h1>Why "Verify you are human" annoys</h1>${shownText.repeat(3)}`)
  const facts = { headline: 'Why it annoys', passages: [...passages, ...passages], dated: true }
  expect(judgeNature(article, readShown(article), facts)).toBeNull()
})

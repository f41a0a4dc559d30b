import { expect, test } from 'vitest'
import { extractArticle } from '../read.ts'

const said = [
  'The peat cutters of Upper Moor will be paid by the day and not by the load from the first of May, the parish decided.',
  'Their spokeswoman had asked for it since the wet autumn in which half of the loads were lost on the way to the quay.',
  'The carters were against it, as a cart that comes late costs them the tide, and the tide does not come back for anybody.',
  'A vote on the price is to follow in June, when the surveyor has counted what lies in the sheds and what was sold abroad.',
]
const paragraphs = said.map((text) => `<p class="copy">${text}</p>`).join('')

function verdict(below: string): string {
  const html = `<html lang="en"><head><title>Peat is paid by the day</title><meta property="article:published_time" content="2026-03-02T08:00:00Z"></head><body><main><h1>Peat is paid by the day</h1><div>${paragraphs}</div>${below}</main><footer><p>The Moor Gazette, Peat Lane</p></footer></body></html>`
  const page = {
    url: 'https://moor.example/peat',
    html,
    contentType: null,
    charset: 'utf-8',
    hash: '',
    fetchedAt: '2026-03-03T08:00:00Z',
  }
  return extractArticle(page, null).completeness.verdict
}

const broken = 'The surveyor said that the sheds at the northern end had not been opened since the wet autumn'

test.each([
  ['a heading', `<h3>The sheds</h3><p class="copy">${broken}</p>`],
  ['a gap in brackets', `<p class="copy">${broken}: it had been locked since […]</p>`],
  [
    'a box with another article',
    `<aside><h4><a href="/carts">Carts wait for the tide</a></h4></aside><div><b>Note</b></div><p class="copy">${broken} [...]</p>`,
  ],
])('judgeCompleteness() calls a text cut whose last paragraph breaks off below %s', (_, below) => {
  expect(verdict(below)).toBe('cut')
})

test('judgeCompleteness() calls a text cut that leads on below a paragraph of its own', () => {
  expect(verdict(`<aside><i>Also</i></aside><p class="copy">${broken}</p><a href="/peat/2">Continue reading</a>`)).toBe(
    'cut',
  )
})

test('judgeCompleteness() calls a text cut that breaks off behind a name with initials', () => {
  expect(
    verdict(
      '<p class="copy">Asked on Sunday how she would receive the surveyor, she told a friend of U.K. Minister Ann Lee</p>',
    ),
  ).toBe('cut')
})

test.each([
  ['a line for readers', '<p class="copy">Log in to join the conversation</p>'],
  [
    'the summary of another article',
    `<aside class="related"><h3><a href="/carts">Carts wait for the tide</a></h3><p class="copy">${broken}...</p></aside>`,
  ],
  [
    'an outlet’s prompt',
    '<p class="copy">Read it all in our app: join our WhatsApp channel and win prizes every day</p>',
  ],
  ['a note in another class', `<h3>About</h3><p class="note">${broken}</p>`],
])('judgeCompleteness() calls a text whole with %s below it', (_, below) => {
  expect(verdict(below)).toBe('whole')
})

import { expect, test } from 'vitest'
import { extractArticle } from '../read.ts'

const real = 'The harbour council voted on Tuesday to keep the old ferry running through the winter months. '
function read(hidden: string, css = '', head = ''): ReturnType<typeof extractArticle> {
  const html = `<html><head><title>Ferry stays</title><style>${css}</style></head><body>${head}<article><h1>Ferry stays</h1><p>${real.repeat(2)}</p>${hidden}<p>${real.repeat(3)}</p></article></body></html>`
  return extractArticle(
    {
      url: 'https://harbour.example/ferry',
      html,
      contentType: 'text/html',
      charset: 'utf-8',
      hash: '',
      fetchedAt: '2026-11-23T08:00:00Z',
    },
    null,
  )
}
const trap = 'Planted words that no visitor of this page can see at all.'

test.each([
  'display:none',
  'display: none !important',
  'visibility:hidden',
  'visibility:collapse',
  'opacity:0',
  'opacity: 0.0',
  'font-size:0',
  'font-size:0px',
  'position:absolute;left:-9999px',
  'position:absolute;top:-5000px',
  'text-indent:-9999px',
  'clip:rect(0,0,0,0)',
  'clip-path:inset(100%)',
  'clip-path: inset(50%)',
  'clip-path:circle(0)',
  'transform:scale(0)',
  'transform:translateX(-9999px)',
  'color:transparent',
  'color:#fff;background:#ffffff',
  'color:white;background-color:#fff',
  'color:rgba(0,0,0,0)',
  'height:0;overflow:hidden',
  'width:0;overflow:hidden',
  'max-height:0;overflow:hidden',
  'width:1px;height:1px;overflow:hidden',
  'content-visibility:hidden',
])('extractArticle() leaves out text hidden by the style "%s", inline and in a stylesheet', (style) => {
  expect(JSON.stringify(read(`<p style="${style}">${trap}</p>`).passages)).not.toContain('Planted')
  expect(JSON.stringify(read(`<p class="trap">${trap}</p>`, `.trap { ${style} }`).passages)).not.toContain('Planted')
})

test.each([
  `<p hidden>${trap}</p>`,
  `<p aria-hidden="true">${trap}</p>`,
  `<template><p>${trap}</p></template>`,
  `<!-- <p>${trap}</p> -->`,
  `<svg><text>${trap}</text></svg>`,
  `<p><img alt="${trap}"></p>`,
  `<noscript><p>${trap}</p></noscript>`,
  `<p class="sr-only">${trap}</p>`,
  `<p class="visually-hidden">${trap}</p>`,
  `<div style="display:none"><div><p>${trap}</p></div></div>`,
  `<script>"${trap}"</script>`,
])('extractArticle() leaves out what no reader sees: %s', (hidden) => {
  expect(JSON.stringify(read(hidden).passages)).not.toContain('Planted')
})

test('extractArticle() keeps what only paper or a phone hides', () => {
  const css = '@media print { .x { display: none } } @media (max-width: 600px) { .x { display: none } }'
  expect(JSON.stringify(read(`<p class="x">${trap}</p>`, css).passages)).toContain('Planted')
})

test('extractArticle() keeps what is blurred so little that it is read', () => {
  const css = '.x { filter: blur(1px) }'
  expect(JSON.stringify(read(`<p class="x">${trap}</p>`, css).passages)).toContain('Planted')
})

test('extractArticle() keeps what a heavier rule shows again', () => {
  const css = 'article .x { display: block } .x { display: none }'
  expect(JSON.stringify(read(`<p class="x">${trap}</p>`, css).passages)).toContain('Planted')
})

test('extractArticle() never takes a hidden heading for the headline', () => {
  expect(read('', '', `<h1 style="display:none">${trap}</h1>`).headline).toBe('Ferry stays')
})

test('extractArticle() says which hidden text was taken out, and why', () => {
  expect(read(`<p hidden>${trap}</p>`).residue).toContainEqual({ step: 'hidden', rule: 'hidden', text: trap })
})

test('extractArticle() keeps an article that a script reveals and notes it', () => {
  const article = read(`<div style="opacity:0"><p>${real.repeat(30)}</p></div>`)
  expect(JSON.stringify(article.passages).length).toBeGreaterThan(1500)
  expect(article.notes).toContain('text hidden by style was kept: a script shows it')
})

test('extractArticle() keeps a paragraph of the class that marks text for subscribers', () => {
  const page = read(`<p class="paywall" aria-hidden="true">The mayor said that the ferry pays for itself. ${real}</p>`)
  expect(page.passages).toHaveLength(3)
  expect(page.notes).toContain('text hidden by aria-hidden was kept: a script shows it')
})

test('extractArticle() keeps a hidden part of the text that the page declares word by word', () => {
  const folded = `The mayor said that the ferry pays for itself. ${real}`
  const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: `${real.repeat(2)} ${folded} ${real.repeat(3)}` })
  const head = `<script type="application/ld+json">${data}</script>`
  expect(read(`<div hidden><p>${folded}</p></div>`, '', head).passages).toHaveLength(3)
  expect(read(`<div hidden><p>${folded}</p></div>`).passages).toHaveLength(2)
})

test('extractArticle() takes no style that hides for folding, whatever the page declares', () => {
  const data = JSON.stringify({ '@type': 'NewsArticle', articleBody: `${real.repeat(2)} ${trap}` })
  const head = `<script type="application/ld+json">${data}</script>`
  expect(JSON.stringify(read(`<div style="opacity:0">${trap}</div>`, '', head).passages)).not.toContain(trap)
})

test('extractArticle() reads what is shown again inside a part whose letters are hidden', () => {
  const inner = 'The mayor said that the ferry pays for itself in summer and in winter.'
  const css =
    '.list { font-size: 0 } .list p { font-size: 16px } .off { visibility: hidden } .on { visibility: visible }'
  for (const name of ['list', 'off'])
    expect(
      JSON.stringify(
        read(`<div class="${name}">${trap}<p class="on">${inner} <b class="off">${trap}</b></p></div>`, css).passages,
      ),
    ).toMatch(new RegExp(`^(?!.*Planted).*${inner}`, 'u'))
})

test('extractArticle() leaves out what is hidden inside an article that a script reveals', () => {
  const page = read(`<div style="opacity:0"><p>${real.repeat(30)}</p><p hidden>${trap}</p></div>`)
  expect(JSON.stringify(page.passages)).not.toContain('Planted')
})

test('extractArticle() lists what is hidden inside of hidden text no second time, a picture between them or not', () => {
  const inner = '<picture><i style="display:none">Inner words</i></picture>'
  const { residue } = read(`<div style="display:none"><p>${trap}</p>${inner}</div>`)

  expect(residue.filter(({ step }) => step === 'hidden')).toEqual([{ step: 'hidden', rule: 'style', text: trap }])
})

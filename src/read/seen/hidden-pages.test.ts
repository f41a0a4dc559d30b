import { expect, test } from 'vitest'
import type { ArticleText } from '../../types.ts'
import { extractArticle } from '../read.ts'

const story = [
  'The lighthouse board met on Monday and agreed to repaint the tower before the first storms arrive.',
  'Work starts in April, said the keeper, and visitors may climb the stairs again from the middle of May.',
  'The cost of nine thousand crowns is shared between the parish, the sailing club and the ferry company.',
]
const trap = 'Zinnober planted this sentence where no visitor of the page is able to see it.'

function read(html: string): ArticleText {
  return extractArticle(
    {
      url: 'https://lantern.example/tower',
      html,
      contentType: 'text/html',
      charset: 'utf-8',
      hash: '',
      fetchedAt: '2026-11-23T08:00:00Z',
    },
    null,
  )
}

/** A page with the trap in every place that a step reads: above the headline, in it, below it, at the byline, at the photo, in the text. */
function page(hide: (inner: string, tag: string) => string, css = ''): string {
  return `<html lang="en"><head><title>Tower gets new paint</title><style>${css}</style></head><body>
${hide(trap, 'h1')}<main><article><h1>Tower gets new paint${hide(` ${trap}`, 'span')}</h1>
${hide(trap, 'h2')}<p class="standfirst">The board wants white and red.${hide(` ${trap}`, 'span')}</p>
<p class="byline">By Ada Quay${hide(' and Zinnober Planted', 'span')}</p>
<figure><img src="/tower.jpg" width="800" height="500"><figcaption>The tower in June${hide(` ${trap}`, 'span')}</figcaption></figure>
${hide(trap, 'p')}<p>${story[0]}${hide(` ${trap}`, 'span')}</p>${hide(`<p>${trap}</p>`, 'div')}<p>${story[1]}</p>
<ul><li>White paint for the tower</li>${hide(trap, 'li')}</ul><p>${story[2]}</p>${hide(trap, 'blockquote')}</article></main></body></html>`
}

const style =
  (declarations: string) =>
  (inner: string, tag: string): string =>
    `<${tag} style="${declarations}">${inner}</${tag}>`
const attribute =
  (attributes: string) =>
  (inner: string, tag: string): string =>
    `<${tag} ${attributes}>${inner}</${tag}>`

const inline = [
  'display:none',
  'DISPLAY : NONE',
  'display:none!important;',
  'display:/**/none',
  'visibility:hidden',
  'visibility: collapse',
  'content-visibility:hidden',
  'display:grid;grid-template-rows:0fr;overflow:hidden',
  'display:grid;grid-template:0 / 1fr;overflow:hidden',
  'opacity:0',
  'opacity:.0',
  'opacity:0%',
  'opacity:0.01',
  'filter:opacity(0)',
  'filter: alpha(opacity=0); opacity: 0',
  'filter: blur(6px)',
  'filter: blur(3px)',
  'filter: grayscale(1) blur(.2rem)',
  'font-size:0',
  'font-size:0.1px',
  'font-size:1px',
  'font:0/0 a',
  'font: 0px/1 serif',
  'line-height:0;height:0;overflow:hidden',
  'width:0;height:0;overflow:hidden',
  'max-height:0;overflow:hidden',
  'max-height:0px;overflow-y:clip',
  'max-width:1px;max-height:1px;overflow:hidden',
  'block-size:0;overflow:hidden',
  'clip:rect(0,0,0,0);position:absolute',
  'clip: rect(1px 1px 1px 1px); position: absolute',
  'clip-path:inset(50%)',
  'clip-path:inset(0 100% 0 0)',
  'clip-path:circle(0px)',
  'clip-path:polygon(0 0,0 0,0 0)',
  '-webkit-clip-path:inset(100%)',
  'position:absolute;left:-9999px',
  'position:absolute;left:-999em',
  'position:absolute;left:-100vw',
  'position:fixed;top:-200%',
  'position:absolute;inset:-9999px auto auto -9999px',
  'position:absolute;inset-inline-start:-9999px',
  'position:absolute;right:9999px',
  'position:absolute;left:200vw',
  'text-indent:-9999px',
  'text-indent:-100em;overflow:hidden',
  'text-indent:100%;white-space:nowrap;overflow:hidden',
  'margin-left:-9999px',
  'margin:-9999px 0 0 -9999px',
  'transform:scale(0)',
  'transform:scale(0,0)',
  'transform: scaleY(0)',
  'transform:translateX(-9999px)',
  'transform:translate(-200vw, 0)',
  'transform:translate3d(-9999px,0,0)',
  'scale:0',
  'translate:-9999px',
  'zoom:0',
  'color:transparent',
  'color:#fff;background:#fff',
  'color:white;background-color:rgb(255, 255, 255)',
  'background:white url(x.png);color:#FFFFFF',
  'color:rgba(10,10,10,0)',
  'color:rgb(0 0 0 / 0)',
  'color:rgb(0 0 0 / 0%)',
  'color:hsla(0,0%,0%,0)',
  'color:#0000',
  'color:#12345600',
  '-webkit-text-fill-color:transparent',
  'mask:linear-gradient(transparent,transparent)',
  'mask-image:linear-gradient(transparent, transparent)',
]

function leaks(article: ArticleText): string[] {
  const { headline, otherHeadlines, standfirst, authors, agency, dateline, photo, passages, section, keywords } =
    article
  const places = { headline, otherHeadlines, standfirst, authors, agency, dateline, photo, passages, section, keywords }
  return Object.entries(places).flatMap(([place, said]) =>
    /Zinnober/iu.test(JSON.stringify(said ?? '')) ? [place] : [],
  )
}

/** Where the trap is found, and which sentences of the story are not. */
function judge(html: string): { leaks: string[]; lost: string[] } {
  const article = read(html)
  const said = article.passages.map(({ text }) => text)
  return { leaks: leaks(article), lost: story.filter((sentence) => !said.includes(sentence)) }
}
const clean = { leaks: [], lost: [] }

test.each(inline)('extractArticle() leaks nothing of text with the style "%s"', (declarations) => {
  expect(judge(page(style(declarations)))).toEqual(clean)
})

test.each(inline)('extractArticle() leaks nothing of text that a stylesheet hides by "%s"', (declarations) => {
  expect(judge(page(attribute('class="q7"'), `.q7 { ${declarations} }`))).toEqual(clean)
})

test.each([
  ['hidden', 'hidden'],
  ['hidden with a value', 'hidden="until-found"'],
  ['aria-hidden', 'aria-hidden="true"'],
  ['aria-hidden in capitals', 'ARIA-HIDDEN="TRUE"'],
  ['the class sr-only', 'class="sr-only"'],
  ['the class visually-hidden', 'class="label visually-hidden"'],
  ['the class screen-reader-text', 'class="screen-reader-text"'],
  ['the class hidden of Tailwind', 'class="mt-2 hidden"'],
  ['the class d-none of Bootstrap', 'class="d-none"'],
  ['the class invisible', 'class="invisible"'],
  ['the class is-hidden of Bulma', 'class="is-hidden"'],
  ['the class u-visuallyHidden', 'class="u-visuallyHidden"'],
  ['ink of its paper by font', 'bgcolor="#ffffff" style="color:#ffffff"'],
])('extractArticle() leaks nothing of text hidden by %s', (_, attributes) => {
  expect(judge(page(attribute(attributes)))).toEqual(clean)
})

test.each([
  ['a template', (inner: string) => `<template><p>${inner}</p></template>`],
  ['a comment', (inner: string) => `<!-- ${inner} -->`],
  ['a script', (inner: string) => `<script type="text/template"><p>${inner}</p></script>`],
  ['noscript', (inner: string) => `<noscript><p>${inner}</p></noscript>`],
  [
    'SVG text',
    (inner: string) => `<svg><text>${inner}</text><title>${inner}</title><foreignObject>${inner}</foreignObject></svg>`,
  ],
  ['MathML', (inner: string) => `<math><annotation>${inner}</annotation></math>`],
  ['an alternative text', (inner: string) => `<img src="x.gif" width="1" height="1" alt="${inner}" title="${inner}">`],
  ['a title attribute', (inner: string) => `<span title="${inner}" aria-label="${inner}" data-text="${inner}"></span>`],
  ['a hidden input', (inner: string) => `<input type="hidden" value="${inner}">`],
  ['a textarea', (inner: string) => `<textarea hidden>${inner}</textarea>`],
  ['an option', (inner: string) => `<select><option>${inner}</option></select>`],
  ['a data list', (inner: string) => `<datalist><option>${inner}</option></datalist>`],
  ['a frame', (inner: string) => `<iframe srcdoc="${inner}">${inner}</iframe>`],
  ['an object', (inner: string) => `<object data="x">${inner}</object>`],
  ['a canvas', (inner: string) => `<canvas>${inner}</canvas>`],
  ['an audio player', (inner: string) => `<audio>${inner}</audio><video>${inner}</video>`],
  ['a closed dialog', (inner: string) => `<dialog><p>${inner}</p></dialog>`],
  ['a ruby without brackets', (inner: string) => `<rp>${inner}</rp>`],
  ['noframes', (inner: string) => `<noframes>${inner}</noframes>`],
  ['noembed', (inner: string) => `<noembed>${inner}</noembed>`],
  ['a hidden parent', (inner: string) => `<div style="display:none"><section><p>${inner}</p></section></div>`],
  ['two ways at once', (inner: string) => `<b hidden style="color:#fff;background:#fff">${inner}</b>`],
  ['a parent moved away', (inner: string) => `<div style="position:absolute;top:-3000px"><b>${inner}</b></div>`],
])('extractArticle() leaks nothing of text in %s', (_, hide) => {
  expect(judge(page(hide))).toEqual(clean)
})

test.each([
  ['a list of selectors', '.a, .q7, .b { display: none }'],
  ['an id', '#q8 { display: none }'],
  ['an element of a class', 'p.q7, h1.q7, h2.q7, span.q7, div.q7, li.q7, blockquote.q7 { display: none }'],
  ['an attribute', '[data-w="7"] { display: none }'],
  ['an attribute beginning', '[data-w^="7"], x { visibility: hidden }'],
  [':not()', '.q7:not(.shown) { display: none }'],
  ['a list with a name of other pages', '.elsewhere p, .q7, #nowhere { display: none }'],
  ['nesting in what only :not() names', '.elsewhere { .q7:not(&) { display: none } }'],
  [':is()', ':is(.q7, .q9) { display: none }'],
  [':where()', ':where(.q7) { display: none }'],
  ['@media screen', '@media screen { .q7 { display: none } }'],
  ['@media screen and a width of all screens', '@media screen and (min-width: 1px) { .q7 { display: none } }'],
  ['@supports', '@supports (display: grid) { .q7 { display: none } }'],
  ['@layer', '@layer base { .q7 { display: none } }'],
  ['nesting', 'article, body { .q7 { display: none } }'],
  ['nesting with &', 'body { & .q7 { display: none } }'],
  ['a comment inside', '.q7/* x */{ display/* y */: none }'],
  ['a comment with signs before it', "/* don't; } .q0 { */ .q7 { display: none }"],
  ['a block with braces in its string', '.q7 { content: "}{;"; display: none }'],
  ['marks of the first browsers around it', '<!-- .q7 { display: none } -->'],
  ['one such mark before it', '--> .q7 { display: none }'],
  ['an escape', '.q\\37 { display: none }'],
  ['capitals', '.q7 { DISPLAY: NONE }'],
  ['a later rule that is lighter', '.q7.q7 { display: none } .q7 { display: block }'],
  ['!important before a later rule', '.q7 { display: none !important } .q7 { display: block }'],
  ['a custom property', ':root { --off: none } .q7 { display: var(--off) }'],
  ['a child', 'body .q7 { display: none }'],
  ['a sibling', '* + .q7, * > .q7 { display: none }'],
  ['two declarations apart', '.q7 { color: #fff } .q7 { background: #fff }'],
  ['a page in the same colour', 'body { background: #fff } .q7 { color: #fff }'],
  [':has() of what stands below', 'body:has(h1) .q7 { display: none }'],
  [':has() of a child', 'html:has(> body > main) [data-w] { display: none }'],
  [':not() of :has()', '.q7:not(:has(table)) { display: none }'],
  [':is() of a path', ':is(body .q7, .elsewhere .q9) { display: none }'],
  [':where() of a path', ':where(html > body) .q7 { display: none }'],
  [':not() of a path', '.q7:not(.elsewhere *) { display: none }'],
  ['a list within a list', ':is(:where(.q7, .q6), .q5) { display: none }'],
  [':lang()', '.q7:lang(en) { display: none }'],
  [':dir()', '.q7:dir(ltr) { display: none }'],
  [':nth-child() of any place', '.q7:nth-child(n) { display: none }'],
  [':nth-child() of every place', '.q7:nth-child(odd), .q7:nth-child(2n) { display: none }'],
  [':scope', '@scope (body) { :scope .q7 { display: none } }'],
  ['an attribute in other letters', '[data-v="LOUD" i] { display: none }'],
  ['an attribute with a bracket', '[data-u="a]b"] { display: none }'],
  ['a word of the attribute class', '[class~="q7"] { display: none }'],
  [
    'a later layer',
    '@layer one, two; @layer two { .q7 { display: none } } @layer one { body .q7.q7 { display: block } }',
  ],
  [
    'a layer that a sheet of its own puts later',
    '@layer one, two;</style><style>@layer two { .q7 { display: none } } @layer one { body .q7.q7 { display: block } }',
  ],
  ['a block that the end of the sheet closes', '.q7 { display: none'],
  ['a sheet behind one with an open block', 'x { color: red</style><style>.q7 { display: none }'],
  ['no layer over a layer', '@layer base { body .q7.q7 { display: block } } .q7 { display: none }'],
  ['an important layer', '@layer base { .q7 { display: none !important } } .q7 { display: block !important }'],
  ['a custom property of its own', '.q7 { --off: none; display: var(--off) }'],
  ['a custom property of an element above', 'body { --off: none } main { color: #123 } .q7 { display: var(--off) }'],
  ['what stands for a missing property', '.q7 { display: var(--nowhere, none) }'],
  ['what stands for one named as the end of a class', '.seal--off:hover { top: 0 } .q7 { opacity: var(--off, 0) }'],
  [
    'a drawer that another rule makes a grid',
    '.q7 { display: flex; grid-template-rows: 0fr } html .q7 { display: grid }',
  ],
  [
    'padding that another rule takes back',
    '.q7 { height: 0; overflow: clip; padding-top: 56% } html .q7 { padding-top: 0 }',
  ],
  ['one property within another', ':root { --a: var(--b); --b: hidden } .q7 { visibility: var(--a) }'],
  ['what stands for two missing ones', '.q7 { display: var(--no, var(--nor, none)) }'],
  ['a colour by a property', ':root { --paper: #fff } .q7 { color: var(--paper); background: var(--paper) }'],
  ['a property that is transparent', ':root { --ink: transparent } .q7 { color: var(--ink) }'],
  ['@media not print', '@media not print { .q7 { display: none } }'],
  ['@media without a small screen', '@media not all and (max-width: 600px) { .q7 { display: none } }'],
  ['@media between two widths', '@media (300px <= width <= 3000px) { .q7 { display: none } }'],
  ['@media of a wide screen', '@media (orientation: landscape) and (pointer: fine) { .q7 { display: none } }'],
  ['@supports not', '@supports not (holdover: 3) { .q7 { display: none } }'],
  ['@container', '@container (min-width: 1px) { .q7 { display: none } }'],
  ['a drawer that is shut', '.q7 { display: grid } .q7 { grid-template-rows: 0fr } .q7 > * { overflow: hidden }'],
  ['letters spelt in code', '.q7 { dis\\70 lay: n\\6f ne }'],
  ['a sum', '.q7 { position: absolute; left: calc(-1 * 9000px - 99px) }'],
  ['a share of nothing', '.q7 { opacity: calc(0 * 1) }'],
  ['a turn out of sight', '.q7 { transform: rotateX(90deg) }'],
  ['dots for letters', '.q7 { -webkit-text-security: disc }'],
])('extractArticle() leaks nothing of text that a stylesheet hides through %s', (_, css) => {
  expect(judge(page(attribute('class="q7" id="q8" data-w="7" data-v="loud" data-u="a]b"'), css))).toEqual(clean)
})

test('extractArticle() leaks nothing where the style of an element asks for a property of the sheet', () => {
  expect(judge(page(style('display:var(--off)'), ':root { --off: none }'))).toEqual(clean)
})

test('extractArticle() leaks nothing of text that a sheet in an address of data hides', () => {
  const link = '<link rel="stylesheet" href="data:text/css,.q7%7Bdisplay:none%7D">'
  expect(judge(page(attribute('class="q7"')).replace('<style>', `${link}<style>`))).toEqual(clean)
})

test.each([
  ['for a reader without script', '<noscript><style>p { display: none }</style></noscript>'],
  [':has() of what is not there', '<style>body:has(table) p { display: none }</style>'],
  ['a list that a brace breaks open in its brackets', '<style>q:not(.b { top: 0 } .c), p { display: none }</style>'],
  [':is() of a path of other pages', '<style>:is(.elsewhere p) { display: none }</style>'],
  ['another language', '<style>p:lang(fr) { display: none }</style>'],
  ['a layer under none', '<style>p { display: block } @layer base { body p.p, body p { display: none } }</style>'],
  [
    'a theme that is not on',
    '<style>:root { --ink: #123 } .dark { --ink: #fff } p { color: var(--ink); background: #fff }</style>',
  ],
  [
    'a theme of the dark',
    '<style>:root { --ink: #123 } @media (prefers-color-scheme: dark) { :root { --ink: #fff } } p { color: var(--ink) }</style>',
  ],
  ['@supports not of what is known', '<style>@supports not (display: grid) { p { display: none } }</style>'],
  ['a narrow screen', '<style>@media not all and (min-width: 700px) { p { display: none } }</style>'],
  ['the moment it appears', '<style>@starting-style { p { opacity: 0 } }</style>'],
])('extractArticle() keeps what a sheet hides for %s', (_, head) => {
  expect(judge(page(attribute('hidden')).replace('<style>', `${head}<style>`))).toEqual(clean)
})

test('extractArticle() leaks nothing of children that the slots of a declared shadow root do not ask for', () => {
  const root = '<template shadowrootmode="open"><p>Tides: 7.12</p><slot name="tide"></slot></template>'
  expect(
    judge(
      page((inner, tag) => `<${tag}>${root}<span>${inner}</span>${inner}</${tag}>`).replace(
        /<p>Tides: 7.12<\/p>/gu,
        '',
      ),
    ),
  ).toEqual(clean)
})

test('extractArticle() reads the children that a slot of a declared shadow root shows', () => {
  const html = page(() => '').replace(
    `<p>${story[1]}</p>`,
    `<div><template shadowrootmode="open"><slot></slot></template><p>${story[1]}</p></div>`,
  )
  expect(read(html).passages.map(({ text }) => text)).toContain(story[1])
})

const tags = (text: string): string =>
  [...text].map((sign) => String.fromCodePoint(0xe0000 + (sign.codePointAt(0) ?? 0))).join('')
test.each([
  ['tag letters', tags('Zinnober')],
  ['zero-width signs', '\u200BZ\u200B'.replace('Z', '')],
  ['bidi overrides', '\u202E\u2066\u2069\u202C'],
  ['variation selectors', '\u{E0101}\u{E0102}'],
])('extractArticle() drops %s and keeps every letter', (_, signs) => {
  const article = read(page(() => signs))
  expect(JSON.stringify({ ...article, residue: [] })).not.toMatch(
    /[\u200B\u202E\u2066\u2069\u202C\u{E0000}-\u{E01EF}]/u,
  )
  expect(article.passages.map(({ text }) => text)).toContain(story[1])
})

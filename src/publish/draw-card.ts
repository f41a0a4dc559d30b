import { Resvg } from '@resvg/resvg-js'
import type { SiteSettings } from './printer.ts'

const han = '"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif'
const latin = 'Georgia,"Noto Serif","Liberation Serif","DejaVu Serif",serif'

/**
 * The picture that others show beside a link to the site: its title as the masthead has it, and the seal. PNG, 1200 × 630
 * (the shape of 1.91 : 1 that sites which show such cards ask for).
 *
 * Fonts are the system's own. A machine without a font for the title gets the card without words: boxes in place of
 * letters would be worse. The seal stays, without its signs.
 */
export function drawCard({ title, tagline }: Pick<SiteSettings, 'title' | 'tagline'>): Buffer {
  const name = `${title}\n${tagline}`
  const card = drawn.get(name) ?? render(cardSvg({ title, tagline }))
  drawn.set(name, card)
  return card
}

// The fonts of the machine are looked through for each drawing: once a process is enough.
const drawn = new Map<string, Buffer>()

function cardSvg(site: Pick<SiteSettings, 'title' | 'tagline'>): string {
  const [title = '', tagline = ''] = drawable([site.title, site.tagline])
  const signs = title.match(/\p{Script=Han}/gu)?.slice(-2) ?? []
  const sealed = /\p{Script=Han}/u.test(site.title)
  const [middle, width] = sealed ? [500, 780] : [600, 1000]
  const size = Math.min(180, Math.floor(width / Math.max(1, widthOf(title))))
  const small = Math.min(38, Math.floor(width / Math.max(1, widthOf(tagline))))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="#faf7f0"/>
<path d="M80 90h1040M80 540h1040" stroke="#1d1a16" stroke-width="3"/><path d="M80 99h1040M80 531h1040" stroke="#1d1a16"/>
${title === '' ? '' : text(title, { x: middle, y: 300 + size * 0.36, size, fill: '#1d1a16' })}
${tagline === '' ? '' : text(tagline, { x: middle, y: 470, size: small, fill: '#5e574c' })}
${sealed ? seal(signs) : ''}</svg>`
}

function seal(signs: string[]): string {
  const lines = signs.map((sign, at) =>
    text(sign, { x: 1010, y: signs.length === 1 ? 322 : 290 + at * 72, size: 62, fill: '#faf7f0' }),
  )
  return `<rect x="930" y="222" width="160" height="160" rx="18" fill="#b3261e"/>${lines.join('')}`
}

type Place = { x: number; y: number; size: number; fill: string }

function text(words: string, { x, y, size, fill }: Place): string {
  const family = /\p{Script=Han}/u.test(words) ? han : latin
  const safe = words.replace(/[&<>"']/gu, (sign) => `&#${sign.charCodeAt(0)};`)
  return `<text x="${x}" y="${Math.round(y)}" font-size="${size}" font-family='${family}' font-weight="700" text-anchor="middle" fill="${fill}">${safe}</text>`
}

/** Width in ems, roughly: a Han sign is one, a Latin letter little more than half of one. */
function widthOf(words: string): number {
  return Array.from(words).reduce((sum, sign) => sum + (/[\u2E80-\uFFFF]/u.test(sign) ? 1 : 0.58), 0)
}

/**
 * Texts that the machine's fonts can draw, the others empty. Two different signs that look the same are the font's box for
 * what it lacks; nothing at all is no font.
 */
function drawable(texts: string[]): string[] {
  const signs = texts.map((words) => [...new Set(words.replace(/[\s\p{P}]/gu, ''))].slice(0, 2))
  const [none, ...looks] = looksOf([' ', ...signs.flatMap(([first = ' ', second = ' ']) => [first, second])])
  return texts.map((words, at) => {
    const [first, second] = looks.slice(at * 2)
    return first !== none && (first !== second || second === none) ? words : ''
  })
}

const cell = 80

/** How signs look, all in one drawing: each drawing looks through the fonts of the machine. */
function looksOf(signs: string[]): string[] {
  const drawn = signs.map((sign, at) => text(sign, { x: at * cell + 40, y: 60, size: 48, fill: '#000' }))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${signs.length * cell} ${cell}" width="${signs.length * cell}">${drawn.join('')}</svg>`
  const { pixels, width } = new Resvg(svg, options).render()
  return signs.map((_, at) =>
    Array.from({ length: cell }, (__, row) => {
      const from = (row * width + at * cell) * 4
      return pixels.subarray(from, from + cell * 4).toString('latin1')
    }).join(''),
  )
}

const options = { font: { loadSystemFonts: true } }

function render(svg: string): Buffer {
  return new Resvg(svg, { ...options, fitTo: { mode: 'width', value: 1200 } }).render().asPng()
}

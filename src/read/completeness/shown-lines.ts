import type { ChildNode, Document, Element } from 'domhandler'
import { isTag, isText } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import { rememberingMarks } from '../remember.ts'

/** A line as a reader sees it, buttons included. `linked`: nothing in it is outside links and buttons. */
export type ShownLine = { text: string; box: Element | null; linked: boolean; heading: boolean; links: string[] }

/** The lines of a page in order, and the elements whose name says gate or fade, with the line before which they begin. */
export type Shown = {
  lines: ShownLine[]
  walls: { at: number; element: Element; name: string }[]
  fades: { at: number; element: Element; name: string }[]
  player: string | null
  password: boolean
}

const silent = new Set(
  'script style template noscript svg math iframe object select textarea title head audio video canvas'.split(' '),
)
const block = new Set(
  'address article aside blockquote body button center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr caption ul'.split(
    ' ',
  ),
)
const wallName =
  /pay-?wall|(?:^|[\s_-])piano|tp-(?:modal|container)|reg(?:istration)?-?wall|(?:subscri\w+|member|premium|login|content|article|hard|soft|metered?)-?(?:wall|gate|barrier|lock|offer|prompt|banner|overlay|blocker|teaser-end)|(?:^|[\s_-])(?:locked|gated|regwall|leaky|barrier)(?:$|[\s_-])|abo-?(?:schranke|box|wall|offer)|bezahlschranke|aboteaser|muro-?de-?pago/iu
const fadeName =
  /(?:^|[\s_-])(?:fade(?:d|-?out|-?away|-?bottom|-?to-?\w+|-?overlay|-?text|-?white)?|gradient|text-?fade|blur(?:red|ry)?|truncat\w*|line-?clamp|cut-?off|is-?cut|clipped|collapsed-?(?:text|content|article)|read-?more|show-?more|see-?more|continue-?reading|expand-?(?:text|article)|weiterlesen|lire-la-suite|leer-mas|leggi-tutto)(?:$|[\s_-])|articleFade|contentFade|bodyFade|readMore|showMore|truncated/u
const fadeStyle =
  /mask(?:-image)?\s*:[^;]*gradient|line-clamp\s*:\s*\d|filter\s*:\s*blur|linear-gradient\([^)]*(?:transparent|rgba\([^)]*,\s*0?\.?0\s*\))/iu

const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const latinLetter = /[A-Za-z0-9]/
const saysSomething = /[\p{L}\p{N}…]|\.{3}/u
const blank = /^\s*$/u

const readMarks = rememberingMarks((names) => ({ wall: wallName.test(names), fade: fadeName.test(names) }))

function marksOf({ attribs }: Element): string {
  return `${attribs.class ?? ''} ${attribs.id ?? ''}`.trim()
}

/** What was around a block or a link that is left. */
type Leave = { type: 'leave'; isBlock: boolean; isLink: boolean; box: Element | null }
type Step = ChildNode | Leave

/** One walk over a page from which what is hidden was taken out, or is `outside`. */
export function readShown(document: Document, outside: ReadonlySet<Element> = new Set()): Shown {
  const shown: Shown = { lines: [], walls: [], fades: [], player: null, password: false }
  let text = ''
  let free = false
  let links: string[] = []
  let box: Element | null = null
  let linked = 0
  const flush = (): void => {
    if (text === '' && links.length === 0) return void (free = false)
    const line = latinLetter.test(text) || saysSomething.test(text) ? cleanLine(text) : ''
    if (line !== '')
      shown.lines.push({ text: line, box, linked: !free, heading: box !== null && headings.has(box.name), links })
    text = ''
    free = false
    links = []
  }
  const steps: Step[] = document.children.toReversed()
  for (let step = steps.pop(); step; step = steps.pop()) {
    if (step.type === 'leave') leave(step)
    else if (isText(step)) {
      text += step.data
      if (linked === 0 && !free && !blank.test(step.data)) free = true
    } else if (isTag(step)) enter(step)
  }
  flush()
  return shown

  function enter(element: Element): void {
    const { name } = element
    if (name === 'audio' || name === 'video') shown.player ??= name
    if (name === 'input') return readInput(element)
    if ((silent.has(name) && element.attribs.shadowrootmode === undefined) || outside.has(element)) return
    if (name === 'br') return flush()
    mark(element)
    if (name === 'a' && element.attribs.href) links.push(element.attribs.href)
    const isBlock = block.has(name) || name.includes('-')
    const isLink = name === 'a' || name === 'button'
    if (isBlock) flush()
    if (isBlock || isLink) steps.push({ type: 'leave', isBlock, isLink, box })
    if (isBlock) box = element
    if (isLink) linked++
    for (let i = element.children.length - 1; i >= 0; i--) {
      const node = element.children[i]
      if (node) steps.push(node)
    }
  }

  function leave({ isBlock, isLink, box: outer }: Leave): void {
    if (isBlock) flush()
    if (isLink) linked--
    box = outer
  }

  function readInput({ attribs }: Element): void {
    if (attribs.type === 'password') shown.password = true
    if (attribs.type === 'submit' || attribs.type === 'button') text += ` ${attribs.value ?? ''} `
  }

  function mark(element: Element): void {
    const { attribs, name } = element
    if (name === 'body' || name === 'html' || name === 'main') return
    const { wall, fade } = readMarks(element)
    if (wall) shown.walls.push({ at: shown.lines.length, element, name: marksOf(element) })
    if (fade || (attribs.style !== undefined && fadeStyle.test(attribs.style)))
      shown.fades.push({ at: shown.lines.length, element, name: marksOf(element) || 'style' })
  }
}

import { colour } from './colours.ts'
import { fraction, pixels } from './lengths.ts'
import { unescapeName } from './parse-selector.ts'
import { substitute, substituteColour, type Variables } from './variables.ts'

/** What is declared of an element: property to value, small letters, the later one of two winning. */
export type Declarations = Map<string, { value: string; important: boolean }>

/** How a property can hide text, as bits. */
const by = {
  display: 1,
  opacity: 2,
  security: 4,
  clip: 8,
  size: 16,
  place: 32,
  transform: 64,
  zoom: 128,
  mask: 256,
  text: 512,
  nothing: 1024,
}
const ofBoxes = by.text - 1

// What can hide text, and what keeps other properties from it. Everything else is passed over.
const properties = new Map<string, number>(
  Object.entries({
    'display content-visibility grid-template-rows grid-template': by.display,
    'opacity filter': by.opacity,
    '-webkit-text-security': by.security,
    'clip clip-path -webkit-clip-path': by.clip,
    'width height inline-size block-size max-width max-height max-inline-size max-block-size overflow overflow-x overflow-y':
      by.size,
    'text-indent': by.size | by.place,
    'left right top bottom margin margin-left margin-top margin-inline margin-inline-start': by.place,
    'transform -webkit-transform -ms-transform scale translate rotate': by.transform,
    zoom: by.zoom,
    'mask mask-image -webkit-mask -webkit-mask-image': by.mask,
    'visibility font font-size color -webkit-text-fill-color background background-color background-image background-clip -webkit-background-clip':
      by.text,
    'padding padding-top padding-bottom all': by.nothing,
  }).flatMap(([names, how]) => names.split(' ').map((name): [string, number] => [name, how])),
)
const inset = /^inset(?:-\w+)*$/u
const longest = 20_000

/** Read declarations as they stand in a `style` attribute or a rule; comments are gaps. */
export function parseDeclarations(text: string, variables: Variables | null = null): Declarations {
  const found: Declarations = new Map()
  const own = new Map<string, string>()
  const short = text.slice(0, longest)
  const plain = short.includes('/*') ? short.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, ' ') : short
  const read = plain.includes('\\') ? unescapeName(plain) : plain
  for (const part of read.split(';')) {
    const colon = part.indexOf(':')
    if (colon < 1) continue
    const bare = part.slice(0, colon).trim()
    const name = bare.toLowerCase()
    const isOwn = name.startsWith('--')
    if (!isOwn && !properties.has(name) && !inset.test(name)) continue
    const said = part
      .slice(colon + 1)
      .trim()
      .toLowerCase()
    if (isOwn) {
      own.set(bare, said)
      continue
    }
    const important = said.includes('!') && /!\s*important$/u.test(said)
    const plainly = important ? said.replace(/\s*!\s*important$/u, '') : said
    const value = settle(name, plainly, { variables, own })
    if (value !== '' && !(found.get(name)?.important && !important)) found.set(name, { value, important })
  }
  return found
}

type Known = { variables: Variables | null; own: Map<string, string> }

/** The value of a property with its variables. A colour that nobody can tell is another one than all that are told. */
function settle(name: string, said: string, { variables, own }: Known): string {
  if (!said.includes('var(')) return said
  if (variables === null) return ''
  if (!/color|background/u.test(name)) return substitute(said, variables, own)
  return substituteColour(said, variables) ?? (name === 'color' ? 'currentcolor' : 'url()')
}

const offScreen = -400
const farOff = -900
const beyond = 2000
const faint = 0.05
const legible = 3
/**
 * Letters of a text cannot be told apart when they are blurred by this many pixels: between the stems of letters of 14 to 20
 * pixels 0 to 7 % of black on white is left, at 2 pixels up to 18 % (`bench/blur.ts`).
 */
const illegible = 3

/** By what these declarations may hide a box or its text: most rules say something of colours and distances alone. */
function waysOf(all: Declarations): number {
  let ways = 0
  for (const name of all.keys()) ways |= properties.get(name) ?? by.place
  return ways
}

const clipping: Declarations = new Map([['overflow', { value: 'hidden', important: false }]])

/** Can these declarations be part of what hides a box? A size of nothing needs another rule's `overflow`. */
export function mayHideBox(all: Declarations): boolean {
  const ways = waysOf(all)
  if ((ways & ofBoxes) === 0) return false
  return hidesBox((ways & by.size) === 0 ? all : new Map([...all, ...clipping])) !== null
}

/** Do these declarations take an element and all below it out of sight? Says by what. */
export function hidesBox(all: Declarations): string | null {
  const ways = waysOf(all)
  if ((ways & ofBoxes) === 0) return null
  const get = (name: string): string | undefined => all.get(name)?.value
  if (get('display') === 'none') return 'display'
  if (get('content-visibility') === 'hidden') return 'content-visibility'
  if (hasNoRows(all)) return 'grid'
  if ((ways & by.opacity) !== 0) {
    const opacity = get('opacity')
    if (opacity !== undefined && fraction(opacity) <= faint) return 'opacity'
    const filter = /opacity\(\s*([^)]*)\)/u.exec(get('filter') ?? '')?.[1]
    if (filter !== undefined && fraction(filter.trim()) <= faint) return 'opacity'
    const blur = /blur\(\s*([^)]*?)\s*\)/u.exec(get('filter') ?? '')?.[1]
    if ((pixels(blur) ?? 0) >= illegible) return 'blur'
  }
  const security = get('-webkit-text-security')
  if (security !== undefined && !/^(?:none|inherit|initial|unset)?$/u.test(security)) return 'text-security'
  if ((ways & by.clip) !== 0 && isClippedAway(all)) return 'clip'
  if ((ways & by.size) !== 0 && hasNoSize(all)) return 'clip'
  if ((ways & by.place) !== 0 && isOffScreen(all)) return 'off-screen'
  if ((ways & by.transform) !== 0 && isTransformedAway(all)) return 'transform'
  if ((ways & by.zoom) !== 0 && fraction(get('zoom') ?? '') <= faint) return 'zoom'
  return (ways & by.mask) !== 0 && isMasked(all) ? 'mask' : null
}

/** A drawer that is shut: a grid whose only row takes a share of nothing. */
function hasNoRows(all: Declarations): boolean {
  const rows = all.get('grid-template-rows')?.value ?? all.get('grid-template')?.value
  return (
    rows !== undefined &&
    /^0(?:fr|px)?(?=\s*\/|$)/u.test(rows) &&
    /^(?:inline-)?grid$/u.test(all.get('display')?.value ?? 'grid')
  )
}

function isMasked(all: Declarations): boolean {
  const mask = ['mask', '-webkit-mask', 'mask-image', '-webkit-mask-image'].find((name) => all.has(name))
  return (
    mask !== undefined &&
    /gradient\((?:[\s,]*(?:to \w+|\d+deg|transparent|rgba\([^)]*,\s*0\s*\))\s*)+\)/u.test(all.get(mask)?.value ?? '')
  )
}

function isClippedAway(all: Declarations): boolean {
  const clip = all.get('clip')?.value
  const sides =
    clip === undefined
      ? null
      : /^rect\(([^)]*)\)/u
          .exec(clip)?.[1]
          ?.trim()
          .split(/[\s,]+/u)
  if (sides?.length === 4) {
    const [top = 0, right = 0, bottom = 0, left = 0] = sides.map((side) => pixels(side) ?? Number.NaN)
    if (right - left <= 2 || bottom - top <= 2) return true
  }
  const path = all.get('clip-path')?.value ?? all.get('-webkit-clip-path')?.value
  if (path === undefined) return false
  const inset = /^inset\(([^)]*?)(?:\s+round[^)]*)?\)/u.exec(path)?.[1]
  if (inset !== undefined) {
    const given = inset.trim().split(/\s+/u)
    const [top = 0, right = top, bottom = top, left = right] = given.map((one) =>
      one.endsWith('%') ? Number.parseFloat(one) : 0,
    )
    return top + bottom >= 100 || left + right >= 100
  }
  if (/^(?:circle|ellipse)\(\s*0/u.test(path)) return true
  const corners = /^polygon\((.*)\)$/u
    .exec(path)?.[1]
    ?.split(',')
    .map((corner) => corner.trim())
  return corners !== undefined && new Set(corners).size < 3
}

function hasNoSize(all: Declarations): boolean {
  const clipped = ['overflow', 'overflow-x', 'overflow-y'].some((name) =>
    /^(?:hidden|clip)/u.test(all.get(name)?.value ?? ''),
  )
  if (!clipped) return false
  // A box that is opened by its padding holds a picture or a player.
  if (['padding', 'padding-top', 'padding-bottom'].some((name) => /\d%/u.test(all.get(name)?.value ?? ''))) return false
  for (const name of ['width', 'height', 'inline-size', 'block-size']) {
    const size = pixels(all.get(name)?.value) ?? pixels(all.get(`max-${name}`)?.value)
    if (size !== null && size <= 2) return true
  }
  const indent = pixels(all.get('text-indent')?.value)
  return indent !== null && indent >= 1280
}

function isOffScreen(all: Declarations): boolean {
  const at = (name: string): number => pixels(all.get(name)?.value) ?? 0
  const inset = (all.get('inset')?.value ?? '').split(/\s+/u)
  const moved = [
    'left',
    'right',
    'top',
    'bottom',
    'inset-inline-start',
    'inset-inline-end',
    'inset-block-start',
    'inset-inline',
    'inset-block',
  ]
  if (moved.some((name) => at(name) <= offScreen) || inset.some((one) => (pixels(one) ?? 0) <= offScreen)) return true
  if (Math.max(at('left'), at('right'), at('inset-inline-start')) >= beyond) return true
  const margins = (all.get('margin')?.value ?? '').split(/\s+/u).map((one) => pixels(one) ?? 0)
  const pulled = ['margin-left', 'margin-top', 'margin-inline-start', 'margin-inline'].map(at)
  return Math.min(...margins, ...pulled) <= farOff || at('text-indent') <= offScreen
}

function isTransformedAway(all: Declarations): boolean {
  const transform = ['transform', '-webkit-transform', '-ms-transform']
    .map((name) => all.get(name)?.value ?? '')
    .join(' ')
  if (
    /scale[xy]?\(\s*0*\.?0*\s*[,)]|scale\([^,)]*,\s*0*\.?0*\s*\)|scale3d\(\s*0[\s,]|matrix\(\s*0\s*,/u.test(transform)
  )
    return true
  // A sheet that is turned on its edge.
  const turned = `${transform} ${(all.get('rotate')?.value ?? '').replace(/^([xy])\s+(\S+)$/u, 'rotate$1($2)')}`
  if (/rotate[xy]\(\s*-?(?:90deg|270deg|0?\.25turn|0?\.75turn|100grad)\s*\)/u.test(turned)) return true
  const scale = all.get('scale')?.value
  if (scale !== undefined && scale.split(/\s+/u).some((one) => fraction(one) <= 0.01)) return true
  const moves = [...transform.matchAll(/translate(?:x|y|3d)?\(([^)]*)\)/gu)].flatMap((found) =>
    (found[1] ?? '').split(','),
  )
  moves.push(...(all.get('translate')?.value ?? '').split(/\s+/u))
  // A share is one of the element's own size: half of it centres, all of it closes a drawer beside the page.
  return moves.some((one) => {
    const said = one.trim()
    return said.endsWith('%') ? Math.abs(Number.parseFloat(said)) >= 200 : Math.abs(pixels(said) ?? 0) >= -farOff
  })
}

/** What is declared of the text itself, which elements below inherit; `null` where nothing is said. */
export type TextLook = { visible: boolean | null; size: number | null; ink: string | null; paper: string | null }

const nothing: TextLook = { visible: null, size: null, ink: null, paper: null }

/** Read what elements below inherit. `size` in pixels; `paper` is `'?'` for a picture or a gradient. */
export function readLook(all: Declarations): TextLook {
  if ((waysOf(all) & by.text) === 0) return nothing
  const get = (name: string): string | undefined => all.get(name)?.value
  const visibility = get('visibility')
  const font = get('font')
  const fontSize =
    get('font-size') ?? (font && /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%|(?=[\s/])))(?:\s*\/|\s+["'\w])/u.exec(font)?.[1])
  // Letters cut out of a background are seen, whatever their own colour.
  const cutOut = /text/u.test(
    `${get('background-clip') ?? ''} ${get('-webkit-background-clip') ?? ''} ${get('background') ?? ''}`,
  )
  const fill = cutOut ? undefined : (get('-webkit-text-fill-color') ?? get('color'))
  const background = get('background-color') ?? get('background')
  const picture = /url\(|gradient\(/u.test(`${get('background') ?? ''} ${get('background-image') ?? ''}`)
  return {
    visible:
      visibility === undefined
        ? null
        : visibility === 'visible' || visibility === 'inherit' || visibility === 'initial',
    size: fontSize === undefined ? null : relative(fontSize),
    ink: fill === undefined ? null : colour(fill),
    paper: background === undefined && !picture ? null : paperOf(background ?? '', picture),
  }
}

/** Font sizes in `em` and `%` of nothing are nothing: only what says a size of its own shows text again. */
function relative(value: string): number | null {
  if (/(?:em|%)$/u.test(value) && !value.endsWith('rem')) {
    const times = Number.parseFloat(value) / (value.endsWith('%') ? 100 : 1)
    return times <= 0.1 ? 0 : null
  }
  return pixels(value)
}

function paperOf(background: string, picture: boolean): string | null {
  const found = background
    .split(/\s+(?![^(]*\))/u)
    .map(colour)
    .find((one) => one !== null)
  if (found !== undefined && !/^transparent$/u.test(found ?? '')) return found
  return picture ? '?' : null
}

export function isTooSmall(size: number | null): boolean {
  return size !== null && size < legible
}

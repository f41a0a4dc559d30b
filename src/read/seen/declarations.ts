import { colour } from './colours.ts'
import { fraction, pixels } from './lengths.ts'
import { unescapeName } from './parse-selector.ts'
import { substitute, substituteColour, type Variables } from './variables.ts'

/** What is declared of an element: property to value, small letters, the later one of two winning. */
export type Declarations = Map<string, { value: string; important: boolean }>

// What can hide text. Everything else is passed over.
const properties = new Set(
  'display visibility content-visibility opacity filter font font-size width height inline-size block-size max-width max-height max-inline-size max-block-size overflow overflow-x overflow-y clip clip-path -webkit-clip-path mask mask-image -webkit-mask -webkit-mask-image left right top bottom text-indent margin margin-left margin-top margin-inline margin-inline-start transform -webkit-transform -ms-transform scale translate rotate zoom -webkit-text-security color -webkit-text-fill-color background background-color background-image background-clip -webkit-background-clip padding padding-top padding-bottom all'.split(
    ' ',
  ),
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

const opening = new Set(['padding', 'padding-top', 'padding-bottom'])
const ofText = new Set('visibility font font-size color -webkit-text-fill-color background background-color'.split(' '))

/** Is there any property by which a box can be hidden? Most rules say something of colours and distances alone. */
export function mayHideBox(all: Declarations): boolean {
  for (const name of all.keys()) if (!ofText.has(name) && !opening.has(name)) return true
  return false
}

/** Do these declarations take an element and all below it out of sight? Says by what. */
export function hidesBox(all: Declarations): string | null {
  const get = (name: string): string | undefined => all.get(name)?.value
  if (get('display') === 'none') return 'display'
  if (get('content-visibility') === 'hidden') return 'content-visibility'
  const opacity = get('opacity')
  if (opacity !== undefined && fraction(opacity) <= faint) return 'opacity'
  const filter = /opacity\(\s*([^)]*)\)/u.exec(get('filter') ?? '')?.[1]
  if (filter !== undefined && fraction(filter.trim()) <= faint) return 'opacity'
  if (!/^(?:none|inherit|initial|unset)?$/u.test(get('-webkit-text-security') ?? '')) return 'text-security'
  const blur = /blur\(\s*([^)]*?)\s*\)/u.exec(get('filter') ?? '')?.[1]
  if ((pixels(blur) ?? 0) >= illegible) return 'blur'
  if (isClippedAway(all) || hasNoSize(all)) return 'clip'
  if (isOffScreen(all)) return 'off-screen'
  if (isTransformedAway(all)) return 'transform'
  if (get('zoom') !== undefined && fraction(get('zoom') ?? '') <= faint) return 'zoom'
  const mask = get('mask') ?? get('-webkit-mask') ?? get('mask-image') ?? get('-webkit-mask-image')
  return mask !== undefined &&
    /gradient\((?:[\s,]*(?:to \w+|\d+deg|transparent|rgba\([^)]*,\s*0\s*\))\s*)+\)/u.test(mask)
    ? 'mask'
    : null
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
  if (
    !all.has('transform') &&
    !all.has('scale') &&
    !all.has('translate') &&
    !all.has('rotate') &&
    !all.has('-webkit-transform') &&
    !all.has('-ms-transform')
  )
    return false
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

/** Read what elements below inherit. `size` in pixels; `paper` is `'?'` for a picture or a gradient. */
export function readLook(all: Declarations): TextLook {
  const get = (name: string): string | undefined => all.get(name)?.value
  const visibility = get('visibility')
  const fontSize =
    get('font-size') ??
    /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%|(?=[\s/])))(?:\s*\/|\s+["'\w])/u.exec(get('font') ?? '')?.[1]
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

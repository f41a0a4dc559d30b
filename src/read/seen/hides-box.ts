import { by, type Declarations } from './declarations.ts'
import { fraction, pixels } from './lengths.ts'

const offScreen = -400
const farOff = -900
const beyond = 2000
const faint = 0.05
/**
 * Letters of a text cannot be told apart when they are blurred by this many pixels: between the stems of letters of 14 to 20
 * pixels 0 to 7 % of black on white is left, at 2 pixels up to 18 % (`bench/blur.ts`).
 */
const illegible = 3

/** By what these declarations take an element and all below it out of sight, for each of the ways that a box has. */
const tests: [way: number, isHidden: (all: Declarations) => boolean][] = [
  [by.display, isNotDisplayed],
  [by.opacity, isFaded],
  [by.security, isMadeDots],
  [by.clip, isClippedAway],
  [by.size, hasNoSize],
  [by.place, isOffScreen],
  [by.transform, isTransformedAway],
  [by.zoom, (all) => fraction(all.get('zoom')?.value ?? '') <= faint],
  [by.mask, isMasked],
]

/** What one rule alone may say of it: another may give the grid, the `overflow` or take the padding back. */
const mayTests = tests.map(([way, isHidden]): (typeof tests)[number] => [
  way,
  way === by.display ? (all) => isHidden(all) || hasNoRows(all) : way === by.size ? mayHaveNoSize : isHidden,
])

/** Do these declarations take an element and all below it out of sight in one of these ways? */
export function hidesBox(all: Declarations, ways: number): boolean {
  return waysAmong(tests, all, ways) !== 0
}

/** Those of these ways in which the declarations can be part of what hides a box. */
export function waysToHideBox(all: Declarations, ways: number): number {
  return waysAmong(mayTests, all, ways)
}

function waysAmong(list: typeof tests, all: Declarations, ways: number): number {
  let found = 0
  for (let at = 0; at < list.length; at++) {
    const test = list[at]
    if (test && (ways & test[0]) !== 0 && test[1](all)) found |= test[0]
  }
  return found
}

function isNotDisplayed(all: Declarations): boolean {
  if (all.get('display')?.value === 'none' || all.get('content-visibility')?.value === 'hidden') return true
  return hasNoRows(all) && /^(?:inline-)?grid$/u.test(all.get('display')?.value ?? 'grid')
}

function isFaded(all: Declarations): boolean {
  const opacity = all.get('opacity')?.value
  if (opacity !== undefined && fraction(opacity) <= faint) return true
  const filter = all.get('filter')?.value
  if (filter === undefined) return false
  const share = /opacity\(\s*([^)]*)\)/u.exec(filter)?.[1]
  if (share !== undefined && fraction(share.trim()) <= faint) return true
  return (pixels(/blur\(\s*([^)]*?)\s*\)/u.exec(filter)?.[1]) ?? 0) >= illegible
}

function isMadeDots(all: Declarations): boolean {
  const security = all.get('-webkit-text-security')?.value
  return security !== undefined && !/^(?:none|inherit|initial|unset)?$/u.test(security)
}

/** A drawer that is shut, if it is a grid: its only row takes a share of nothing. */
function hasNoRows(all: Declarations): boolean {
  const rows = all.get('grid-template-rows')?.value ?? all.get('grid-template')?.value
  return rows !== undefined && /^0(?:fr|px)?(?=\s*\/|$)/u.test(rows)
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
  if (!clipping.some((name) => /^(?:hidden|clip)/u.test(all.get(name)?.value ?? ''))) return false
  // A box that is opened by its padding holds a picture or a player.
  if (paddings.some((name) => /\d%/u.test(all.get(name)?.value ?? ''))) return false
  return sizes.some(([name, most]) => isNothing(lengthOf(all, name) ?? lengthOf(all, most))) || isIndentedAway(all)
}

const clipping = ['overflow', 'overflow-x', 'overflow-y']
const paddings = ['padding', 'padding-top', 'padding-bottom']
const sizes = ['width', 'height', 'inline-size', 'block-size'].map((name): [string, string] => [name, `max-${name}`])

function mayHaveNoSize(all: Declarations): boolean {
  return sizes.some((names) => names.some((name) => isNothing(lengthOf(all, name)))) || isIndentedAway(all)
}

function lengthOf(all: Declarations, name: string): number | null {
  return pixels(all.get(name)?.value)
}

function isNothing(length: number | null): boolean {
  return length !== null && length <= 2
}

function isIndentedAway(all: Declarations): boolean {
  const indent = pixels(all.get('text-indent')?.value)
  return indent !== null && indent >= 1280
}

const edges = [
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
const margins = ['margin-left', 'margin-top', 'margin-inline-start', 'margin-inline']

function isOffScreen(all: Declarations): boolean {
  const at = (name: string): number => pixels(all.get(name)?.value) ?? 0
  if (edges.some((name) => at(name) <= offScreen)) return true
  if (leastOf(all.get('inset')?.value) <= offScreen) return true
  if (Math.max(at('left'), at('right'), at('inset-inline-start')) >= beyond) return true
  if (leastOf(all.get('margin')?.value) <= farOff || margins.some((name) => at(name) <= farOff)) return true
  return at('text-indent') <= offScreen
}

/** The least of several lengths. */
function leastOf(lengths: string | undefined): number {
  return lengths === undefined ? 0 : Math.min(...lengths.split(/\s+/u).map((one) => pixels(one) ?? 0))
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

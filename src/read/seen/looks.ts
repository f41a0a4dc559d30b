import { colour } from './colours.ts'
import type { Declarations } from './declarations.ts'
import { pixels } from './lengths.ts'

const legible = 3

/** What is declared of the text itself, which elements below inherit; `null` where nothing is said. */
export type TextLook = { visible: boolean | null; size: number | null; ink: string | null; paper: string | null }

/** Read what elements below inherit. `size` in pixels; `paper` is `'?'` for a picture or a gradient. */
export function readLook(all: Declarations): TextLook {
  const visibility = all.get('visibility')?.value
  const fill = fillOf(all)
  return {
    visible:
      visibility === undefined
        ? null
        : visibility === 'visible' || visibility === 'inherit' || visibility === 'initial',
    size: sizeOf(all),
    ink: fill === undefined ? null : colour(fill),
    paper: readPaper(all),
  }
}

function sizeOf(all: Declarations): number | null {
  const own = all.get('font-size')?.value
  if (own !== undefined) return relative(own)
  const font = all.get('font')?.value
  const said =
    font === undefined
      ? undefined
      : /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%|(?=[\s/])))(?:\s*\/|\s+["'\w])/u.exec(font)?.[1]
  return said === undefined ? null : relative(said)
}

/** Letters cut out of a background are seen, whatever their own colour. */
function fillOf(all: Declarations): string | undefined {
  const fill = all.get('-webkit-text-fill-color') ?? all.get('color')
  return fill === undefined || cuts.some((name) => all.get(name)?.value.includes('text')) ? undefined : fill.value
}

const cuts = ['background-clip', '-webkit-background-clip', 'background']

/** The colour of the ground alone, as in {@link readLook}. */
export function readPaper(all: Declarations): string | null {
  const whole = all.get('background')?.value
  const image = all.get('background-image')?.value
  const background = all.get('background-color')?.value ?? whole
  if (background === undefined && image === undefined) return null
  const isPicture = holdsPicture(whole) || holdsPicture(image)
  return background === undefined && !isPicture ? null : paperOf(background ?? '', isPicture)
}

function holdsPicture(value: string | undefined): boolean {
  return value !== undefined && (value.includes('url(') || value.includes('gradient('))
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

/** Is a text of this size, in pixels, too small to be read? */
export function isTooSmall(size: number | null): boolean {
  return size !== null && size < legible
}

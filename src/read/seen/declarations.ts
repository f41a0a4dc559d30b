import { remembering } from '../remember.ts'
import { unescapeName } from './parse-selector.ts'
import { substitute, substituteColour, type Variables } from './variables.ts'

/** What is declared of an element: property to value, small letters, the later one of two winning. */
export type Declarations = Map<string, { value: string; important: boolean }>

/** How properties can hide text, as bits: all that one way of hiding depends on have its bit. */
export const by = {
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
}

// What can hide text, and what keeps other properties from it. Everything else is passed over.
const properties = new Map<string, number>(
  Object.entries({
    'display content-visibility grid-template-rows grid-template': by.display,
    'opacity filter': by.opacity,
    '-webkit-text-security': by.security,
    'clip clip-path -webkit-clip-path': by.clip,
    'width height inline-size block-size max-width max-height max-inline-size max-block-size overflow overflow-x overflow-y padding padding-top padding-bottom':
      by.size,
    'text-indent': by.size | by.place,
    'left right top bottom margin margin-left margin-top margin-inline margin-inline-start': by.place,
    'transform -webkit-transform -ms-transform scale translate rotate': by.transform,
    zoom: by.zoom,
    'mask mask-image -webkit-mask -webkit-mask-image': by.mask,
    'visibility font font-size color -webkit-text-fill-color background background-color background-image background-clip -webkit-background-clip':
      by.text,
  }).flatMap(([names, how]) => names.split(' ').map((name): [string, number] => [name, how])),
)
const inset = /^inset(?:-\w+)*$/u
const longest = 20_000

/** The bits of a property as it is written; 0 for what has no part in hiding, as most have. */
const waysOfProperty = remembering((written): number => {
  const name = written.toLowerCase()
  return properties.get(name) ?? (inset.test(name) ? by.place : 0)
})

/** Declarations, and by what they may hide, as bits. */
export type ReadDeclarations = { all: Declarations; ways: number }

/** Read declarations as they stand in a `style` attribute or a rule; comments are gaps. */
export function parseDeclarations(text: string, variables: Variables | null = null): ReadDeclarations {
  const found: Found = { all: new Map(), ways: 0, variables, own: null }
  const short = text.length > longest ? text.slice(0, longest) : text
  const plain = short.includes('/*') ? short.replace(/\/\*[\s\S]*?(?:\*\/|$)/gu, ' ') : short
  const read = plain.includes('\\') ? unescapeName(plain) : plain
  let colon = read.indexOf(':')
  for (let from = 0; colon >= 0;) {
    const next = read.indexOf(';', from)
    const end = next < 0 ? read.length : next
    if (colon > from && colon < end) addDeclared(found, read.slice(from, colon).trim(), read.slice(colon + 1, end))
    if (next < 0) break
    from = end + 1
    if (colon < from) colon = read.indexOf(':', from)
  }
  return found
}

/** What was read, and what a value may ask for: the properties that the page and these declarations give themselves. */
type Found = ReadDeclarations & { variables: Variables | null; own: Map<string, string> | null }

function addDeclared(found: Found, written: string, value: string): void {
  if (written.startsWith('--')) (found.own ??= new Map()).set(written, value.trim().toLowerCase())
  else {
    const ways = waysOfProperty(written)
    found.ways |= ways
    if (ways !== 0) addProperty(found, written.toLowerCase(), value.trim().toLowerCase())
  }
}

function addProperty(found: Found, name: string, said: string): void {
  const important = said.includes('!') && /!\s*important$/u.test(said)
  const plainly = important ? said.replace(/\s*!\s*important$/u, '') : said
  const value = plainly.includes('var(') ? settle(name, plainly, found) : plainly
  if (value !== '' && (important || !found.all.get(name)?.important)) found.all.set(name, { value, important })
}

/** The value of a property with its variables. A colour that nobody can tell is another one than all that are told. */
function settle(name: string, said: string, { variables, own }: Found): string {
  if (variables === null) return ''
  if (!/color|background/u.test(name)) return substitute(said, variables, own)
  return substituteColour(said, variables) ?? (name === 'color' ? 'currentcolor' : 'url()')
}

/** Lay later declarations over earlier ones. */
export function addDeclarations(all: Declarations, later: Declarations): void {
  // An iterator over each would be a tenth of the garbage of a page.
  later.forEach((declared, name) => {
    if (declared.important || !all.get(name)?.important) all.set(name, declared)
  })
}

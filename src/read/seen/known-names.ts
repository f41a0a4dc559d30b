import type { Element } from 'domhandler'
import { wordsOf } from './words.ts'

/** What is known of the classes and ids of a page: most rules of a sheet are written for other pages. */
export type KnownNames = {
  /** Does the page know every class and id that a selector asks for? */
  knows: (selector: string) => boolean
  /**
   * May it know those of one of the selectors that stand in a sheet from one place to another? Asked of every rule, so that
   * it looks at each sign once; true too where more than names stands there.
   */
  mayKnow: (css: string, from: number, to: number) => boolean
}

const anyName = /[.#][\w\u0080-\uFFFF-]+/gu

/** The names of the elements of a page. */
export function knownNames(all: readonly Element[]): KnownNames {
  const ids = new Set<string>()
  const classes = new Set<string>()
  const lists = new Set<string>()
  for (const { attribs } of all) {
    if (attribs.id !== undefined) ids.add(attribs.id)
    if (attribs.class !== undefined) lists.add(attribs.class)
  }
  for (const list of lists) for (const one of wordsOf(list)) classes.add(one)
  const isKnown = (name: string): boolean => (name.startsWith('.') ? classes : ids).has(name.slice(1))
  return {
    knows: (selector) => {
      // Brackets may say what is not, and an escape spells a name otherwise.
      if (/[([\\]/u.test(selector)) return true
      if (selector.includes('::')) return false
      anyName.lastIndex = 0
      for (let one = anyName.exec(selector)?.[0]; one !== undefined; one = anyName.exec(selector)?.[0])
        if (!isKnown(one)) return false
      return true
    },
    mayKnow: (css, from, to) => {
      let known = true
      for (let at = from; at < to; at++) {
        const sign = css.charCodeAt(at)
        if (saysMore(sign) || (sign === comma && known)) return true
        if (sign === comma) known = true
        if (!known || (sign !== dot && sign !== hash)) continue
        const end = endOfName(css, at + 1)
        known = end === at + 1 || (sign === dot ? classes : ids).has(css.slice(at + 1, end))
        at = end - 1
      }
      return known
    },
  }
}

const [hash, comma, dot] = [0x23, 0x2c, 0x2e]

/** One of `(`, `/`, `;`, `@`, `[`, `\\`: a condition, a comment, a declaration, an at-rule, an attribute, an escape. */
function saysMore(sign: number): boolean {
  return sign === 0x28 || sign === 0x2f || sign === 0x3b || sign === 0x40 || sign === 0x5b || sign === 0x5c
}

function endOfName(css: string, from: number): number {
  let end = from
  for (let sign = css.charCodeAt(end); isOfName(sign); sign = css.charCodeAt(end)) end++
  return end
}

function isOfName(sign: number): boolean {
  return (
    (sign >= 0x61 && sign <= 0x7a) ||
    sign === 0x2d ||
    sign === 0x5f ||
    (sign >= 0x30 && sign <= 0x39) ||
    (sign >= 0x41 && sign <= 0x5a) ||
    sign >= 0x80
  )
}

import type { Element } from 'domhandler'
import { wordsOf } from './words.ts'

/** What is known of the classes and ids of a page: most rules of a sheet are written for other pages. */
export type KnownNames = {
  /** Does the page know every class and id that a selector asks for? */
  knows: (selector: string) => boolean
  /**
   * The selectors, from one place of a sheet to another, of which the page knows every class and id; `null` where more than
   * names stands there. Asked of every rule, so that it looks at each sign once.
   */
  readKnown: (css: string, from: number, to: number) => string[] | null
}

type Names = { ids: Set<string>; classes: Set<string> }

const anyName = /[.#][\w\u0080-\uFFFF-]+/gu

/** The names of the elements of a page. */
export function knownNames(all: readonly Element[]): KnownNames {
  const names = namesOf(all)
  const isKnown = (name: string): boolean => (name.startsWith('.') ? names.classes : names.ids).has(name.slice(1))
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
    readKnown: (css, from, to) => {
      let found = none
      for (let at = from; at < to;) {
        const end = readSelector(css, { from: at, to, names })
        if (end === notPlain) return null
        if (end > 0 && found === none) found = [css.slice(at, end).trim()]
        else if (end > 0) found.push(css.slice(at, end).trim())
        at = Math.abs(end) + 1
      }
      return found
    },
  }
}

const none: string[] = []
const notPlain = 0

function namesOf(all: readonly Element[]): Names {
  const ids = new Set<string>()
  const classes = new Set<string>()
  const lists = new Set<string>()
  for (let at = 0; at < all.length; at++) {
    const { id, class: list } = all[at]?.attribs ?? {}
    if (id !== undefined) ids.add(id)
    if (list === undefined || lists.has(list)) continue
    lists.add(list)
    const words = wordsOf(list)
    for (let word = 0; word < words.length; word++) classes.add(words[word] ?? '')
  }
  return { ids, classes }
}

type Place = { from: number; to: number; names: Names }

// The engine's search takes a third of the time of a loop over the signs. The brace is that behind the head.
const mark = /[.#,:>()/;<@[\]\\&{]/gu
const restOfName = /[\w\u0080-\uFFFF-]*/uy
const [hash, comma, hyphen, dot, colon, greater, brace] = [0x23, 0x2c, 0x2d, 0x2e, 0x3a, 0x3e, 0x7b]

/** Where a selector ends: at its comma or at the end of all; below zero when the page does not know a name of it. */
function readSelector(css: string, { from, to, names }: Place): number {
  let known = true
  mark.lastIndex = from
  while (mark.test(css)) {
    const at = mark.lastIndex - 1
    const sign = css.charCodeAt(at)
    if (sign === comma || sign === brace) return known ? at : -at
    if (sign === dot || sign === hash) {
      if (!known) continue
      restOfName.lastIndex = at + 1
      restOfName.test(css)
      const end = restOfName.lastIndex
      known = (sign === dot ? names.classes : names.ids).has(css.slice(at + 1, end))
      mark.lastIndex = end
    } else if (sign === colon) {
      known &&= css.charCodeAt(at + 1) !== colon
      // A condition, comments and their marks, a declaration, an at-rule, an attribute, an escape, the selector around.
    } else if (sign !== greater || css.charCodeAt(at - 1) === hyphen) return notPlain
  }
  return known ? to : -to
}

import type { Element } from 'domhandler'

const mostKnown = 5000

/**
 * The same function with a memory, for what is asked of the names of elements: those of one kind have the same names, on a
 * page and on all pages of an outlet. A full memory, of 5,000 answers, begins anew.
 */
export function remembering<Value extends string | number | boolean | object | null>(
  read: (names: string) => Value,
): (names: string) => Value {
  const known = new Map<string, Value>()
  return (names) => {
    const before = known.get(names)
    if (before !== undefined) return before
    const value = read(names)
    if (known.size >= mostKnown) known.clear()
    // A slice of a page would hold the whole page: the key is a copy.
    known.set(` ${names}`.slice(1), value)
    return value
  }
}

/**
 * What class and id of an element say (`class id`, with a space between), remembered. Most elements have no id: their class
 * alone is looked up, as a string put together would have to be read sign by sign each time.
 */
export function rememberingMarks<Value extends string | number | boolean | object | null>(
  read: (marks: string) => Value,
): (element: Element) => Value {
  const ofClass = remembering((names) => read(`${names} `))
  const ofBoth = remembering(read)
  return ({ attribs }) => {
    const names = attribs.class ?? ''
    return attribs.id ? ofBoth(`${names} ${attribs.id}`) : ofClass(names)
  }
}

import type { Element } from 'domhandler'

// More is looked up outside of the processor's caches, and what was said twenty pages ago is said by another outlet.
const mostKnown = 1000

type Answer = string | number | boolean | object | null

/**
 * The same function with a memory, for what is asked of the names of elements: those of one kind have the same names, on a
 * page and on all pages of an outlet. A full memory, of 1,000 answers, begins anew.
 */
export function remembering<Value extends Answer>(read: (names: string) => Value): (names: string) => Value {
  const known = new Map<string, Value>()
  return (names) => {
    const before = known.get(names)
    if (before !== undefined) return before
    const value = read(names)
    if (known.size >= mostKnown) known.clear()
    known.set(copyOf(names), value)
    return value
  }
}

/** What was answered about a value of `class`, by the number of the question. */
const answers = new Map<string, Answer[]>()
let questions = 0

/**
 * {@link remembering} for values of `class`. All questions about one share its entry: most values are new on a page, and an
 * entry takes as long as a question.
 */
export function rememberingClass<Value extends Answer>(read: (names: string) => Value): (names: string) => Value {
  const question = questions++
  return (names) => {
    let own = answers.get(names)
    if (own === undefined) {
      if (answers.size >= mostKnown) answers.clear()
      answers.set(copyOf(names), (own = []))
    }
    const before = own[question] as Value | undefined
    return before === undefined ? (own[question] = read(names)) : before
  }
}

/**
 * What class and id of an element say (`class id`, with a space between), remembered where there is no id: ids are not said
 * twice on a page.
 */
export function rememberingMarks<Value extends Answer>(read: (marks: string) => Value): (element: Element) => Value {
  const ofClass = rememberingClass((names) => read(`${names} `))
  return ({ attribs }) => {
    const names = attribs.class ?? ''
    return attribs.id ? read(`${names} ${attribs.id}`) : ofClass(names)
  }
}

/** A slice of a page would hold the whole page: what is kept is a copy. */
function copyOf(names: string): string {
  return ` ${names}`.slice(1)
}

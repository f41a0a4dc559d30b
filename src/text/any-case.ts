import { foldCase, foldsOddly } from './needles.ts'

/** What an expression found: the place, then the stretch and its groups as they stand in the text (of {@link AnyCase.findAll} the stretch alone). */
export type Found = { index: number; said: (string | undefined)[] }

/** An expression that takes large and small letters for the same. */
export type AnyCase = {
  test: (text: string) => boolean
  find: (text: string) => Found | null
  /** Every stretch that fits, one behind the other. */
  findAll: (text: string) => Found[]
}

let last: { text: string; small: string | null } = { text: '', small: '' }

/**
 * A text in small letters as {@link foldCase} writes them; `null` where case folds oddly. The last one is kept: a line is
 * held against many expressions one behind the other.
 */
export function smallOf(text: string): string | null {
  if (text !== last.text) last = { text, small: foldsOddly.test(text) ? null : foldCase(text) }
  return last.small
}

// Only as large letters: small letters of a text would hide them.
const cased = /\\[pP]\{(?:gc=|General_Category=)?(?:L[ult]|Lowercase|Uppercase|LC)/u

/**
 * The expression `new RegExp(source, 'iu')`, compiled when it is first asked for and in a fifth of the time: V8 looks every
 * sign of one with `i` and `u` up in the tables of Unicode. A text is searched in small letters; where those are more or
 * others than its own (`İ`, `ſ`), or where the source asks for capitals, the expression is the usual one.
 */
export function anyCase(source: string): AnyCase {
  const isUsual = cased.test(source) || foldsOddly.test(source)
  // Places of groups are asked for only where there are any.
  const flags = /(?<!\\)\((?!\?)/u.test(source) ? 'du' : 'u'
  let small: RegExp | null = null
  let usual: RegExp | null = null
  const choose = (text: string): { pattern: RegExp; said: string } => {
    const said = isUsual ? null : smallOf(text)
    if (said === null || said.length !== text.length)
      return { pattern: (usual ??= new RegExp(source, 'iu')), said: text }
    return { pattern: (small ??= new RegExp(smallSource(source), flags)), said }
  }
  return {
    test: (text) => {
      const { pattern, said } = choose(text)
      return pattern.test(said)
    },
    find: (text) => {
      const { pattern, said } = choose(text)
      const found = pattern.exec(said)
      return found && { index: found.index, said: inText(found, text) }
    },
    findAll: (text) => {
      const { pattern, said } = choose(text)
      return [...said.matchAll(new RegExp(pattern, `${pattern.flags}g`))].map(({ index, 0: { length } }) => {
        return { index, said: [text.slice(index, index + length)] }
      })
    },
  }
}

/** The groups of what was found in small letters, as the text itself has them. */
function inText(found: RegExpExecArray, text: string): (string | undefined)[] {
  if (found.length === 1) return [text.slice(found.index, found.index + found[0].length)]
  return found.indices?.map((place) => place && text.slice(...place)) ?? [...found]
}

function smallSource(source: string): string {
  return source.replace(/\\[pP]\{[^}]*\}|\\.|[^\\]+/gsu, (part) => (part.startsWith('\\') ? part : foldCase(part)))
}

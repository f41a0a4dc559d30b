import { withPlainLetters } from '../letters.ts'
import table from './data/turns.json' with { type: 'json' }
import type { Figure } from './figure.ts'
import type { FigureFault } from './figure-fault.ts'

type Side = { text: string; language: string; figures: Figure[] }
type Words = Partial<Record<string, string>>

const pairs = table.map(({ name, noun, up, down }) => ({ name, noun, up: up as Words, down: down as Words }))
const made = new Map<string, RegExp>()
const families = new Set(['ratio', 'points', 'money', 'count', 'measure'])
/** A smaller count is of anything. */
const leastCount = 3

/**
 * 增长5.2% for "fell by 5.2 percent", 盈利 for a loss: the same figure told of the opposite.
 *
 * Looks at the words of the figure's own clause; verbs of rising and falling go with one figure, what has risen (`noun`)
 * with all of them. Only where every figure of the source
 * with this value is told the other way.
 */
export function checkTurns(claim: Side, readSource: () => Side): FigureFault[] {
  return claim.figures.flatMap((figure) => {
    if (!families.has(figure.family) || (figure.family === 'count' && figure.value < leastCount)) return []
    const told = pairs.filter((pair) => sideOf(figure, claim, pair) !== null)
    if (told.length === 0) return []
    const source = readSource()
    const same = source.figures.filter((one) => one.family === figure.family && isSame(one.value, figure.value))
    const turned = told.find((pair) => {
      const ours = sideOf(figure, claim, pair)
      const theirs = same.map((one) => sideOf(one, source, pair))
      return theirs.length > 0 && theirs.every((one) => one !== null && one !== ours)
    })
    return turned
      ? [{ check: 'number', message: `"${figure.text}" is told of the opposite in the source (${turned.name})` }]
      : []
  })
}

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.abs(b)

type Pair = (typeof pairs)[number]

/** Which of the two the clause of a figure tells; `null` where neither or both. */
function sideOf(figure: Figure, { text, language, figures }: Side, { noun, up, down }: Pair): 'up' | 'down' | null {
  const main = language.split('-')[0] ?? 'en'
  const clause = ownClause(figure, text, noun ? [] : figures)
  const [rises, falls] = [up[main], down[main]].map((words) => words !== undefined && pattern(words).test(clause))
  if (rises === falls || denied.test(clause)) return null
  return rises ? 'up' : 'down'
}

const denied =
  /不[再会是]?|没有|未|並|ない|않|\bnot?\b|n['’]t\b|\bnicht\b|\bkein|\bpas\b|\bno\b|\bunter\b|\bbelow\b|\babove\b/iu

function pattern(words: string): RegExp {
  const known =
    made.get(words) ??
    withPlainLetters(new RegExp(words.replaceAll('\\w', '\\p{L}').replaceAll('\\b(?:', '(?<!\\p{L})(?:'), 'iu'))
  made.set(words, known)
  return known
}

const bound = /[,，。；;:：、!?！？()（）](?!\d)|\.(?!\d)/u

function ownClause(figure: Figure, text: string, figures: Figure[]): string {
  // "Un 1,4%": the article is no figure.
  const isArticle = (one: Figure): boolean => one.form === 'word' && one.raw === 1
  const others = figures.filter((one) => (one.end <= figure.start || one.start >= figure.end) && !isArticle(one))
  const from = Math.max(0, ...others.map(({ end }) => end).filter((end) => end <= figure.start))
  const to = Math.min(text.length, ...others.map(({ start }) => start).filter((start) => start >= figure.end))
  // 削减占总额75%的罚款: the share is of the whole, and what is cut has no figure.
  const left = (text.slice(from, figure.start).split(bound).at(-1) ?? '').replace(/^.*(?=占[^，。]{0,12}$)/u, '')
  const right = text.slice(figure.end, to).split(bound)[0] ?? ''
  return `${left}#${right}`
}

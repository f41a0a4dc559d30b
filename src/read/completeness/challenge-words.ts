import { anyCase, type Found } from '../../text/any-case.ts'
import { createScreen } from '../../text/screen.ts'
import phrases from './challenge-phrases.json' with { type: 'json' }

/** What a text says of a list of `challenge-phrases.json`: the first phrase in it, `undefined` when it says none. */
export type Finder = (text: string) => string | undefined

/** A phrase of the lists as an expression. */
export const plain = (list: string[]): string => list.join('|').replaceAll('\\w', '[\\p{L}\\p{M}\\p{N}]')
const kinds = ['bot', 'title', 'error', 'absent', 'offer', 'retracted', 'login', 'geo', 'server', 'script'] as const
const screen = createScreen(kinds.flatMap((kind) => phrases[kind].map((one) => plain([one]))))
const owners = kinds.flatMap((kind) => phrases[kind].map((one) => ({ kind, one: `(?:${plain([one])})` })))

/** Phrase by phrase, as few are ever tried and the expression of all bot checks compiles to 300 kB. */
function find(kind: (typeof kinds)[number], wrap: (one: string) => string): Finder {
  const patterns = owners.map(({ one }) => anyCase(wrap(one)))
  return (text) => {
    let first: Found | null = null
    for (const at of [...screen(text)].toSorted((a, b) => a - b)) {
      const found = owners[at]?.kind === kind ? patterns[at]?.find(text) : null
      if (found && (first === null || found.index < first.index)) first = found
    }
    return first?.said[0]
  }
}

const inside = (one: string): string => `(?<!\\p{L})${one}`
const whole = (one: string): string => `^[^\\p{L}\\p{N}]*${one}[^\\p{L}\\p{N}]*$`
/** The first phrase of a list that a text holds. */
export const bot = find('bot', inside)
/** The phrase of a list that a title, or a sentence, is as a whole. */
export const title = find('title', whole)
export const fault = find('error', whole)
export const absent = find('absent', whole)
export const offer = find('offer', whole)
export const retracted = find('retracted', whole)
export const login = find('login', whole)
export const geo = find('geo', inside)
export const server = find('server', inside)
export const script = find('script', inside)

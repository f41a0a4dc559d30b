import { answers } from './answers.ts'
import { unneededBodies } from './bodies.ts'
import { marksAndBodies } from './marks.ts'
import { optOutForms } from './opt-outs.ts'
import { paceAndMoves } from './pace.ts'
import { patience } from './patience.ts'
import { requests, type Behaviour } from './requests.ts'
import { robotsRules } from './robots.ts'
import { rough } from './rough.ts'
import { wire } from './wire.ts'

/** Every behaviour, in the order of the documentation. */
export const behaviours: Behaviour[] = [
  ...requests,
  ...answers,
  ...marksAndBodies,
  ...paceAndMoves,
  ...robotsRules,
  ...wire,
  ...unneededBodies,
  ...optOutForms,
  ...rough,
  ...patience,
]

/** The table of `docs/collecting.md`, between its marks. Written there by `node test/request-behaviour/write-table.ts`. */
export function formatTable(): string {
  const rows = behaviours.map(({ level, what }) => `| ${what} | ${level} |`)
  const count = (wanted: Behaviour['level']): number => behaviours.filter(({ level }) => level === wanted).length
  return `${count('must')} of ${count('must')} must, ${count('should')} of ${count('should')} should.\n\n| behaviour | |\n|---|---|\n${rows.join('\n')}`
}

/** What stands before and behind the table. */
export const marks = { begin: '<!-- request-behaviour: begin -->', end: '<!-- request-behaviour: end -->' }

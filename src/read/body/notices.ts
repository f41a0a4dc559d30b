import { anyCase } from '../../text/any-case.ts'
import type { Trait } from './box-words.ts'
import type { Line } from './lines.ts'
import words from './notice-words.json' with { type: 'json' }

const named = anyCase(
  `^[\\s*【\\[（(]*(?:${words.named.join('|')})\\s*(?:[(（\\[【][^)）\\]】]{0,40}[)）\\]】]|,[^:]{0,30})?\\s*[:：】\\]）)—–]`,
)
const told = anyCase(`^(?:•\\s*)?(?:${words.told.join('|')})`)
const nameAlone = anyCase(`^[【\\[]?(?:${words.named.join('|')})[】\\]]?$`)
const linesAround = 12
// Where the outlet's own words are not, whatever they begin with.
const others = new Set<Trait>(['comments', 'related', 'consent', 'embed', 'ad'])

/**
 * The outlet's own word that its report is wrong, withdrawn or to be read with care: a correction, a retraction, an editor's note.
 * It is text wherever it stands near the report and whatever its element is called; a report without it is another report.
 *
 * @param place indices of the first and last line of the body
 */
export function findNotices(lines: Line[], { first, last }: { first: number; last: number }): Set<Line> {
  const found = new Set<Line>()
  for (let at = Math.max(0, first - linesAround); at <= Math.min(lines.length - 1, last + linesAround); at++) {
    const line = lines[at]
    if (!line || (line.box.bad !== null && others.has(line.box.bad)) || line.linked > line.size / 2) continue
    if (named.test(line.text) || told.test(line.text)) found.add(line)
    const next = lines[at + 1]
    if (nameAlone.test(line.text) && next?.prose && next.box.parent === line.box.parent) found.add(line).add(next)
  }
  return found
}

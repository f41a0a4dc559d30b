import type { Completeness, Passage } from '../../types.ts'
import { foldLetters } from '../../text/letters.ts'

/** Text that the page holds without showing it: parts a script reveals, why more was left, where in the scripts text stood. */
export type Unseen = { revealed: string[]; withheld: string | null; from: string | null }

const leastLetters = 30

/**
 * Say of a text that it came from the page's script, and of one that goes on unseen that it is cut.
 *
 * The sign `text-from-script` is no fault of the text: it tells an editor that the page shows it only once its script ran.
 */
export function countUnseen(judged: Completeness, passages: Passage[], unseen: Unseen): Completeness {
  const { signs } = judged
  if (unseen.withheld !== null) {
    const withheld = { code: 'text-withheld', detail: unseen.withheld.slice(0, 160) }
    return { ...judged, verdict: judged.verdict === 'whole' ? 'cut' : judged.verdict, signs: [...signs, withheld] }
  }
  const from = unseen.from ?? (isAmong(passages, unseen.revealed) ? 'an element that a script shows' : null)
  return from === null ? judged : { ...judged, signs: [...signs, { code: 'text-from-script', detail: from }] }
}

function isAmong(passages: Passage[], revealed: string[]): boolean {
  if (revealed.length === 0) return false
  const all = revealed.map(foldLetters)
  return passages.some(({ text }) => {
    const said = foldLetters(text)
    return said.length >= leastLetters && all.some((one) => one.includes(said))
  })
}

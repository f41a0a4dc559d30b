import { sentenceSpans } from '../../text/sentences.ts'
import type { Passage } from '../../types.ts'
import { shareOfTitle } from '../another-story.ts'
import { size } from './accounts.ts'
import { absent, fault, login, offer, retracted, title } from './challenge-words.ts'
import { mayBeGate, readGate } from './gate-words.ts'

/**
 * What stands in place of an article: `wall`, a gate or an offer of the app; `fault`, an error or maintenance; `absent`, a
 * notice that it is not there; `retracted`, the outlet's own word that it took its report back. `said`: the sentence.
 */
export type StandIn = { kind: 'wall' | 'fault' | 'absent' | 'retracted'; said: string }

/** Words and characters above which a text is more than a notice. */
const longestNotice = 120
/** Signs of so many words in any language: longer texts need not be counted. */
const mostSigns = longestNotice * 20
const sentencesRead = 3
/** A brief has half of its headline's words or more. */
const tells = 0.5

/**
 * Read the beginning of a short text: does it speak of the page in place of what its headline says? An article about
 * gates, faults and withdrawals has the words of its headline; a notice of retraction may have them too.
 */
export function readStandIn(passages: Passage[], headline: string): StandIn | null {
  const text = passages.map((passage) => passage.text).join('\n')
  if (text === '' || text.length > mostSigns || size(text) > longestNotice) return null
  const first = passages.filter(({ kind }) => kind !== 'heading').slice(0, 2)
  const sentences = first.flatMap((passage) =>
    sentenceSpans(passage.text, null).map(({ start, end }) => passage.text.slice(start, end).trim()),
  )
  const opening = [headline, ...sentences.slice(0, sentencesRead)]
  const taken = opening.find((sentence) => retracted(sentence) !== undefined)
  if (taken !== undefined) return { kind: 'retracted', said: taken }
  if (isTold(headline, text)) return null
  for (const said of opening.slice(1)) {
    const kind = kindOf(said)
    if (kind) return { kind, said }
  }
  return null
}

function kindOf(sentence: string): StandIn['kind'] | null {
  if (isWall(sentence) || title(sentence) !== undefined) return 'wall'
  if (absent(sentence) !== undefined) return 'absent'
  return fault(sentence) === undefined ? null : 'fault'
}

/** Is a sentence a gate, a login or an offer of the app? */
export function isWall(sentence: string): boolean {
  return isGate(sentence) || login(sentence) !== undefined || offer(sentence) !== undefined
}

/** Does a sentence ask for a subscription, login or payment in order to read on? */
export function isGate(sentence: string): boolean {
  const kind = mayBeGate(sentence) ? readGate(sentence) : null
  return kind === 'gate' || kind === 'alone'
}

/** Has a text the words of a headline? A headline of one word tells nothing of it. */
export function isTold(headline: string, text: string): boolean {
  return (shareOfTitle(headline, text) ?? 0) >= tells
}

import type { Finding } from '../../../types.ts'
import { withPlainLetters } from '../../letters.ts'
import table from '../data/hearsay.json' with { type: 'json' }
import { has } from '../sense/word-classes.ts'

type Kind = 'adverbs' | 'adjectives'
const made = new Map<string, RegExp | null>()

function wordsOf(language: string, kind: Kind): RegExp | null {
  const key = `${language} ${kind}`
  const known = made.get(key)
  if (known !== undefined) return known
  const words = (table as Record<string, Record<Kind, string[]> | undefined>)[language]?.[kind] ?? []
  const pattern = words.length > 0 ? withPlainLetters(new RegExp(words.join('|'), 'iu')) : null
  made.set(key, pattern)
  return pattern
}

/** Words by which Chinese says that it only hands on; a suspect (嫌疑人) is one for "the alleged thief" only. */
const handsOn = /据|涉嫌|(?<!嫌)疑(?!犯|难)|所谓|被指|被控|传|称|说|似乎|看来|显然|好像|可能|或|声称|指控/u
const suspect = /嫌|被告/u

/** "Allegedly" left out of a sentence: what somebody only says is told as a fact. */
export function checkHearsay(
  ours: string,
  theirs: string,
  { source, reader }: { source: string; reader: string },
): Finding[] {
  const language = source.split('-')[0] ?? 'en'
  const told = wordsOf(language, 'adverbs')?.exec(theirs)?.[0]
  const called = wordsOf(language, 'adjectives')?.exec(theirs)?.[0]
  const said = told ?? (suspect.test(ours) ? undefined : called)
  if (said === undefined || !reader.startsWith('zh') || handsOn.test(ours)) return []
  if (has('attributed', { text: ours.replace(/嫌疑[人犯]|嫌犯/gu, ''), language: reader })) return []
  return [{ check: 'attribution', tier: 'blocking', message: `"${said}" of the source is not in the translation` }]
}

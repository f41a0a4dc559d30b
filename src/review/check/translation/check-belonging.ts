import type { Finding, Passage, Term } from '../../../types.ts'
import { anchorsOf, anchorsOfTranslation, mayName, type Anchors } from './anchors.ts'
import pronouns from '../data/pronouns.json' with { type: 'json' }

type Context = { passages: Passage[]; source: string; reader: string; terms: Term[] }

const block = (message: string): Finding[] => [{ check: 'passage', tier: 'blocking', message }]

/** How much better another passage has to fit, in the worth of anchors: a name, or a day and a question. */
const better = 3

/**
 * A translation that stands under the wrong passage: another passage of the article has what it names, or it names somebody
 * or some country whom its own passage has in no form, or nobody whom its own passage names.
 */
export function checkBelonging(text: string, passage: Passage, context: Context): Finding[] {
  if (passage.kind === 'table-row') return []
  const ours = anchorsOfTranslation(text, context)
  const own = known(passage, context)
  const at = context.passages.findIndex(({ id }) => id === passage.id)
  const others = context.passages.slice(Math.max(0, at - around), at + around + 1).filter(({ id }) => id !== passage.id)
  const may = refers(passage.text, context.source)
  // "She found the crack" may be told with her name: it says little of where the sentence belongs.
  const told = { text, ours: may ? new Map([...ours].map(([name, worth]) => [name, Math.min(1, worth)])) : ours }
  const fit = fitOf(told, own)
  const theirs = others.map((other) => ({ id: other.id, anchors: known(other, context) }))
  const closer = theirs.find(({ anchors }) => fitOf(told, anchors) >= fit + better)
  if (closer) return block(`says what ${closer.id} says, and not what its passage says`)
  const named = theirs.map(({ anchors }) => anchors)
  return [...(may ? [] : strangers(ours, own, named)), ...lost({ text, ours }, own)]
}

/** So many passages on each side may have changed places. */
const around = 4

const read = new WeakMap<Passage, { terms: Term[]; anchors: Anchors }>()

/** The anchors of a passage, read once for all its neighbours. */
function known(passage: Passage, context: Context): Anchors {
  const before = read.get(passage)
  if (before?.terms === context.terms) return before.anchors
  const anchors = anchorsOf(passage.text, context)
  read.set(passage, { terms: context.terms, anchors })
  return anchors
}

/** What both have less what only one of them has. */
function fitOf({ text, ours }: { text: string; ours: Anchors }, theirs: Anchors): number {
  const shared = [...ours].filter(([name]) => theirs.has(name))
  const foreign = [...ours].filter(([name]) => !theirs.has(name))
  // "Geneva" stands for a country in the table, and is translated as a city.
  const missing = [...theirs]
    .filter(([name]) => !ours.has(name) && !mayName(text, name))
    .map(([name, worth]): [string, number] => [name, name.startsWith('country') ? worth / 2 : worth])
  return sum(shared) - sum(foreign) - sum(missing)
}

const sum = (list: [string, number][]): number => list.reduce((total, [, worth]) => total + worth, 0)

/** Names and countries of other passages that this one does not have. */
function strangers(ours: Anchors, own: Anchors, others: Anchors[]): Finding[] {
  const names = [...ours.keys()].filter(
    (name) => /^(?:term|country) /u.test(name) && !own.has(name) && others.some((one) => one.has(name)),
  )
  return names.length === 0 ? [] : block(`names ${names.map(nameOf).join(', ')}, and its passage does not`)
}

const stands = /[他她它其该此]|这[名位家个]|前者|后者|上述/u

/** Not one of the names of the passage, and no word that stands for them. */
function lost({ text, ours }: { text: string; ours: Anchors }, own: Anchors): Finding[] {
  const names = [...own.keys()].filter((name) => name.startsWith('term '))
  const kept = names.some((name) => ours.has(name)) || names.some((name) => text.includes(nameOf(name)))
  return names.length === 0 || kept || stands.test(text) ? [] : block(`does not name ${names.map(nameOf).join(', ')}`)
}

const nameOf = (anchor: string): string => anchor.split(' ').slice(1).join(' ')

/** Whether a passage has a word that a translator may fill with a name: "he", « ce pays », その. */
function refers(text: string, language: string): boolean {
  const words = (pronouns as Record<string, string[]>)[language.split('-')[0] ?? 'en']
  if (words === undefined) return true
  return new RegExp(words.join('|'), 'iu').test(text)
}

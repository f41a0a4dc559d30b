import { type Element, isTag } from 'domhandler'
import { anyCase } from '../../text/any-case.ts'
import type { Line } from './lines.ts'
import words from './kind-words.json' with { type: 'json' }

/** What an outlet calls an article that is no report of its own. */
export type Kind = 'satire' | 'advertising'

/**
 * Where an outlet says so: types of JSON-LD, lines beside the headline and names of sections, sentences of the text, and
 * what was `taken` out of it.
 */
export type SaidKinds = { types: string[]; labels: string[]; text: string[]; taken?: string[] }

const kinds = ['satire', 'advertising'] as const
const types: Record<Kind, RegExp> = { satire: /^satiricalarticle$/iu, advertising: /^advertisercontentarticle$/iu }
const labels = byKind((kind) => anyCase(`^[^\\p{L}\\p{N}]*(?:${words[kind].join('|')})[^\\p{L}\\p{N}]*$`))
const sentences = byKind((kind) => anyCase(`(?<!\\p{L})(?:${words.says[kind].join('|')})`))
const longestLabel = 60
const longestSentence = 300
/** Sentences that say so stand above a text or below it. */
const atEdges = 2

function byKind<Value>(make: (kind: Kind) => Value): Record<Kind, Value> {
  return { satire: make('satire'), advertising: make('advertising') }
}

/**
 * Notes for the reader of the record where the outlet itself calls the article satire or advertising: `the outlet calls
 * this satire: "Glosse"`. The label of an advertisement beside the text ("Anzeige", "Advertisement") says nothing of it.
 */
export function notesOnKind(said: SaidKinds): string[] {
  return kinds.flatMap((kind) => {
    const found = sayer(kind, said)
    return found === undefined ? [] : [`the outlet calls this ${kind}: "${found}"`]
  })
}

function sayer(kind: Kind, { types: own, labels: lines, text, taken = [] }: SaidKinds): string | undefined {
  const edges = text.filter((_, at) => at < atEdges || at >= text.length - atEdges)
  return (
    own.find((one) => types[kind].test(one.replace(/^.*[/:]/u, ''))) ??
    lines.find((line) => line.length <= longestLabel && labels[kind].test(line)) ??
    edges.find((one) => one.length <= longestSentence && (sentences[kind].test(one) || isLabel(one, kind))) ??
    taken.find((one) => one.length <= longestSentence && sentences[kind].test(one))
  )
}

function isLabel(text: string, kind: Kind): boolean {
  return text.length <= longestLabel && labels[kind].test(text)
}

const advertBox = /(?:^|[\s_-])(?:ads?|adv|advert\w*|banner|dfp|gpt|outbrain|taboola|teads|widget)(?:$|[\s_-])/iu
const boxHeight = 4

/** What may name an article's kind: lines beside the headline, its section, and what stands in brackets before the headline. */
export function labelsOf(lines: Line[], section: string | null, headlines: string[]): string[] {
  const beside = lines.filter(({ text, element }) => text.length <= longestLabel && !isInAdvert(element))
  const bracketed = headlines.flatMap((one) => /^[[(【［]([^\])】］]{3,40})[\])】］]/u.exec(one)?.[1] ?? [])
  return [...beside.map(({ text }) => text), ...(section === null ? [] : [section]), ...bracketed]
}

function isInAdvert(element: Element): boolean {
  let up: Element['parent'] = element
  for (let height = 0; up && isTag(up) && height < boxHeight; height++, up = up.parent)
    if (up.name === 'aside' || advertBox.test(`${up.attribs.class ?? ''} ${up.attribs.id ?? ''}`)) return true
  return false
}

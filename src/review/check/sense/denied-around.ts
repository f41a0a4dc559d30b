import { letters } from '../../letters.ts'
import table from '../data/denials-around.json' with { type: 'json' }
import { has, withoutIdle, type Told } from './word-classes.ts'

/**
 * Words of one language in `data/denials-around.json`. Names in capitals stand for `parts`; `STEP` is one word that begins
 * no clause, `WORDS` up to eight of them, `HOP` one that is no verb of saying either.
 */
type Entry = {
  parts: Record<string, string>
  /** Turns before a statement that say it is not so ("there is no evidence that"); at the head of a citation too. */
  frames: string[]
  /** Turns that do so only right before it ("did not say that"). */
  leads: string[]
  /** Words right before it that deny it. */
  adjacent: string[]
  /** Words right behind it that deny it. */
  verdicts: string[]
  /** How a subordinate clause before its main clause begins ("Dass …"), and main clauses behind it that deny it. */
  subordinates: string[]
  mainDenials: string[]
  /** What calls a statement false wherever it stands behind it in its sentence. */
  falsehoods: string[]
  /** Turns with a word of denial that affirm. */
  affirms: string[]
  /** Words before and behind it that ask whether it is so, or under which condition. */
  questions: string[]
  trailingQuestions: string[]
  /** Words before and behind it by which somebody else only says, suspects or wants it. */
  doubts: string[]
  trailingDoubts: string[]
  /** Words by which a sentence of ours hands a denial on. */
  carries: string[]
  /** Words by which it hands on that something is open, beside `doubts` and the classes of `sense-words.json`. */
  hedges: string[]
}

type Kind = Exclude<keyof Entry, 'parts'>

/** A quote in its sentence: what stands there before it, itself, and behind it. */
export type Surroundings = { before: string; quote: string; behind: string; language: string }

const made = new Map<string, RegExp | null>()

type Anchor = 'head' | 'tail' | 'any'

function patternOf(kind: Kind, language: string, anchor: Anchor): RegExp | null {
  const key = `${kind} ${language} ${anchor}`
  const known = made.get(key)
  if (known !== undefined) return known
  const entry = (table as Record<string, Entry>)[language]
  const source = (entry?.[kind] ?? []).map((piece) => expand(piece, entry?.parts ?? {})).join('|')
  const pattern = source === '' ? null : anchored(source, anchor)
  made.set(key, pattern)
  return pattern
}

// Ranges of letters: compiling the classes of Unicode takes forty times as long, and `\b` knows ASCII letters only.
const signs = `${letters}\\u0600-\\u06ff`

function anchored(source: string, anchor: Anchor): RegExp {
  const edged = source
    .replace(/\\b(?=(?:\(\?:)*\p{L})/gu, `(?<![${signs}0-9])`)
    .replaceAll('\\b', `(?![${signs}0-9])`)
    .replaceAll('[\\p{L}', `[${signs}`)
    .replaceAll('\\p{L}', `[${signs}]`)
    .replaceAll('\\p{N}', '0-9')
  return new RegExp({ head: `^(?:${edged})`, tail: `(?:${edged})$`, any: edged }[anchor], 'i')
}

/** Names in capitals become what they stand for; parts may name other parts. */
function expand(piece: string, parts: Record<string, string>): string {
  const stops = parts['STOPS'] ? `(?!${parts['STOPS']}\\b)` : ''
  const quiet = parts['SAYS'] ? `(?!${parts['SAYS']}\\b)` : ''
  const word = `[\\p{L}\\p{N}’'-]+`
  const all: Record<string, string> = { ...parts, STEP: `${stops}${word}`, HOP: `${stops}${quiet}${word}` }
  const filled = piece
    .replaceAll(' WORDS', '(?: STEP){0,8}?')
    .replace(/(?:NOT|CONTENT|CLAIM|FALSE|NEGATIVE|STEP|HOP)(?![A-Z])/gu, (name) => all[name] ?? name)
  return filled === piece ? filled : expand(filled, parts)
}

function finds(kind: Kind, text: string, { language, anchor }: { language: string; anchor: Anchor }): boolean {
  return patternOf(kind, language, anchor)?.test(text) ?? false
}

// Of a citation of several clauses ours may be about another than the denied one.
function isOneStatement(quote: string): boolean {
  return (
    quote.length <= 160 &&
    !/[;；，]|, (?:and|but|while|und|aber|et|mais|y|pero|e|ma|mas|а|но|и|en|maar)\s/iu.test(quote)
  )
}

/** What a sentence says of words in it: that they are not so, whether they are so, that somebody says or wants it. */
export type Judged = 'denied' | 'open' | 'doubted'

const asides = new Map<string, RegExp>()

/** The text without "however" and the like between commas: "Descartó, en cambio, un pacto". */
function withoutAsides(text: string, language: string): string {
  const source = (table as Record<string, Entry>)[language]?.parts['ASIDE']
  if (source === undefined) return text
  const pattern = asides.get(language) ?? new RegExp(source, 'giu')
  asides.set(language, pattern)
  return text.replace(pattern, '')
}

/** How the sentence around a quote, or the quote's own first words, judges it; `null` where it stands as a fact. */
export function judgeSurroundings({ before, quote, behind, language }: Surroundings): Judged | null {
  const at = (kind: Kind, text: string, anchor: Anchor): boolean => finds(kind, text, { language, anchor })
  const lead = withoutAsides(before, language).replace(/[\s“"'‘«„「『(（]+$/u, '')
  const rest = behind.replace(/^[”"’»“」』]+/u, '').replace(/[“”"«»„]/gu, '')
  const affirmed = at('affirms', lead, 'any')
  const framed = !affirmed && (['frames', 'leads', 'adjacent'] as const).some((kind) => at(kind, lead, 'tail'))
  const inside = isOneStatement(quote) && !at('affirms', `${before}${quote}`, 'any') && at('frames', quote, 'any')
  const turned = at('subordinates', lead, 'tail') && at('mainDenials', rest, 'head')
  if (framed || inside || turned || at('verdicts', rest, 'head')) return 'denied'
  const closing = `${/[^\p{L}\p{N}]*$/u.exec(quote)?.[0]}${/^[^\p{L}\p{N}]*/u.exec(rest)?.[0]}`
  const asked = /^[^.。!！]*[?？]/u.test(closing)
  if (asked || at('questions', lead, 'tail') || at('trailingQuestions', rest, 'head')) return 'open'
  return at('doubts', lead, 'tail') || at('trailingDoubts', rest, 'head') ? 'doubted' : null
}

/** Whether we know how a language hands a denial on. */
export function knowsDenials(language: string): boolean {
  return language in table
}

// What is forbidden is there: 非法水井 denies no well.
const unlawful = /非法|不法/gu

/** Whether a denied statement says no itself: "denied that it was sold without a tender" is told with two. */
function saysNo(quote: string, language: string): boolean {
  const no = (table as Record<string, Entry>)[language]?.parts['NOT']
  if (!no) return false
  const frame = patternOf('frames', language, 'any')
  return anchored(no, 'any').test(frame ? quote.replace(frame, ' ') : quote)
}

/**
 * Whether a sentence of ours says no in any form, once more where the denied statement has a no of its own; for what is only
 * doubted, says so or says who says it.
 */
export function carries(
  said: Told,
  judged: Judged,
  { quote, language: from }: { quote: string; language: string },
): boolean {
  // 骗局 for a quoted "fraud" says what the quote says, and nothing of it.
  const ours =
    /\b(?:fraud|scam|hoax|fake|false|lies?|forg|Betrug|fraude|estafa|faux|arnaque|fals|fälsch|contrefa)|偽|詐欺|위조|사기/iu.test(
      quote,
    )
      ? { ...said, text: said.text.replace(/骗|假|谎|伪|虚/gu, '') }
      : said
  const language = ours.language.split('-')[0] ?? 'en'
  const no = patternOf('carries', language, 'any')
  const told = withoutIdle(ours).text.replace(unlawful, '')
  const rest = no && judged === 'denied' && saysNo(quote, from) ? told.replace(no, ' ') : told
  if (no?.test(rest)) return true
  if (judged === 'denied') return false
  if (/[?？]/u.test(ours.text)) return true
  if ((['doubts', 'hedges'] as const).some((kind) => finds(kind, ours.text, { language, anchor: 'any' }))) return true
  if (has('possible', ours) || has('conditionalSaid', ours)) return true
  return judged === 'doubted' && (has('attributed', ours) || has('planned', ours))
}

/** So far before a figure a denial is of it, in UTF-16 units. */
const near = 80
/** The clause that a place stands in: what ", but" or a semicolon parts from it says nothing of it. */
const otherClause = /[;；]|,\s(?:but|and|while|aber|und|mais|et|pero|y|ma|e|но|а)\s|，(?:但|而|不过)/u
/** "No more than 300", « n’étaient que 150 »: the number stands. */
const bounds = /(?:^|\s)(?:than|que|de|als|dan|che|чем|än|enn)\s$/u

/** Whether something small that stands between two halves of a sentence, as a figure does, is part of what is denied there. */
export function isDeniedBetween(before: string, behind: string, language: string): boolean {
  const clause = (before.split(otherClause).at(-1) ?? '').slice(-near)
  const at = (kind: Kind, text: string, anchor: Anchor): boolean => finds(kind, text, { language, anchor })
  if (at('affirms', clause, 'any')) return false
  if (at('falsehoods', behind, 'any') || at('frames', clause, 'any') || at('leads', clause, 'any')) return true
  return !bounds.test(clause) && at('adjacent', clause.trimEnd(), 'tail')
}

import { createScreen, type Screen } from '../../../text/screen.ts'
import opposites from '../data/opposites.json' with { type: 'json' }
import { sentencesOf } from './nearest.ts'
import { compile, count, has, without, whether, withoutIdle, withoutTurns, wordsOf, type Told } from './word-classes.ts'

type Sides = Record<string, string[]>
/** Of a `fixed` pair a denial makes no other side: who is no son is no daughter. */
type Pair = { name: string; fixed?: boolean; yes: Sides; no: Sides }

// "Forbids strikes without notice": two denials affirm.
const twofold =
  /\b(?:not|no|never|cannot|forbid\p{L}*|prohibit\p{L}*|ban(?:s|ned)?)\b[^.,;]{0,60}\b(?:without|unless|until|fail\p{L}*|den(?:y|ied))\b|n['’]t\b[^.,;]{0,60}\b(?:without|unless|until)\b/iu
const notBefore =
  /(?:\b(?:no|not|never|nobody|cannot)\b|n['’]t\b)[^.;]{0,60}\b(?:before|until|unless|for (?:another|at least|the next|some|\d+|\p{L}+ (?:more )?(?:days|weeks|months|years|decades)))\b/iu
const notRuledOut =
  /(?:\bnot|n['’]t|\bnever) rul(?:e|ed|ing) out\b|\bnicht aus(?:geschlossen|zuschließen)?\b|n['’]exclu\p{L}* pas|\bpas exclu|\bno (?:se )?descart|排除しな|배제하지 않/iu

// A long citation has clauses that the sentence leaves out, and their denials with them.
const longCitation = 160

/**
 * What one of sentence and citation denies and the other affirms, in a word; `null` where none is seen.
 *
 * Two ways to see it: opposites (accept and refuse, rise and fall) of different sign, and a denial that the other has in
 * no form at all.
 */
export function findNegation(ours: Told, theirs: Told, { beside = '', sentence = '' } = {}): string | null {
  // Of a language whose words of denial we do not have nothing can be said.
  if (wordsOf('denial', theirs.language) === null) return null
  const [claim, source] = [withoutIdle(ours), withoutIdle(theirs)]
  // "No walkout can begin before Friday": 最早周五才能开始.
  if (
    notBefore.test(source.text) &&
    claim.language.startsWith('zh') &&
    /才|[要得]等|再[等过]|(?:还|仍)[需要]/u.test(claim.text)
  )
    return null
  // "Did not rule out" is idle as two denials: what is told as ruled out is the opposite.
  if (notRuledOut.test(theirs.text) && /排除/u.test(claim.text)) return 'rule out'
  const turned = findOpposite(claim, source)
  if (turned !== null) return turned
  const [here, there] = [deniesAtAll(claim), deniesAtAll(source)]
  // A sentence of two clauses may say more than the words it cites: a denial beside them in their passage may be its own.
  const told = withoutIdle({ ...source, text: /[，,；;]/u.test(claim.text) ? beside : sentence })
  const saysNo = has('denial', claim) || has('refusalSaid', claim)
  // Of a part of a sentence the rest may hold what is denied: "Few doubt that …".
  const inPart = told.text.length > source.text.length && has('softDenial', told)
  // "…, which is not adjusted for inflation," is thrown in, and may be what ours is about.
  if (
    saysNo &&
    !there &&
    !has('denial', withoutTurns(theirs)) &&
    !has('denial', told) &&
    !has('refusal', told) &&
    !inPart
  )
    return 'denied in the sentence only'
  // "Would not call off" is told with two denials, or with none.
  const twice = count('refusal', source) === 1 && count('denial', without('refusal', source)) === 1
  if (twice && has('softDenial', claim) && !has('denial', claim) && count('softDenial', claim) === 1)
    return 'denied twice in the source, once in the sentence'
  // Of several sentences one may deny what ours is not about.
  const sentences = sentencesOf(source.text)
  const strong =
    !twice &&
    sentences.length > 0 &&
    sentences.every((text) => has('denial', { ...source, text }) || has('refusal', { ...source, text })) &&
    !twofold.test(source.text)
  return strong && !here && source.text.length <= longCitation ? 'denied in the source only' : null
}

/** The pair of opposites (`accept / refuse`) of which the texts hold different sides; `null` where there is none. */
export function findOpposite(ours: Told, theirs: Told): string | null {
  const spokenOf = screenOf(ours.language)(ours.text)
  const turned = (opposites as Pair[]).find((pair, at) => {
    if (!spokenOf.has(at)) return false
    const here = signs(pair, ours)
    // The citation may be long, and few pairs are spoken of at all.
    return here.size === 1 && isTurned(here, signs(pair, theirs))
  })
  return turned?.name ?? null
}

function deniesAtAll(told: Told): boolean {
  return has('denial', told) || has('refusal', told) || has('softDenial', told)
}

const isTurned = (ours: Set<boolean>, theirs: Set<boolean>): boolean =>
  ours.size === 1 && theirs.size === 1 && [...ours][0] !== [...theirs][0]

/** The signs with which a text speaks of a pair of opposites: `true` for yes, turned by a denial beside the word. */
function signs(pair: Pair, told: Told): Set<boolean> {
  const found = new Set<boolean>()
  for (const [side, sign] of [
    [pair.yes, true],
    [pair.no, false],
  ] as const) {
    const pattern = patternOf(side, told.language)
    if (!pattern) continue
    for (const match of told.text.matchAll(pattern)) {
      const own = told.text.slice(match.index, match.index + match[0].length)
      if (asked.test(told.text.slice(Math.max(0, match.index - 40), match.index))) continue
      // 不承认, 不支持, "pleaded not guilty": the denial is in the other side's own words.
      found.add(!pair.fixed && isDenied(told, match.index, { own, saysNo: !sign }) ? !sign : sign)
    }
  }
  return found
}

// 没有说明是否出售: both or neither.
const asked = new RegExp(`${whether}\\p{Script=Han}{0,4}$|(?<!\\p{L})(?:whether|ob|si) (?:\\p{L}+ ){0,4}$`, 'u')

const screens = new Map<string, Screen>()

/** Tells which pairs, by their places in the table, a text may speak of: it speaks of few, and compiling all takes 4 ms. */
function screenOf(language: string): Screen {
  const main = language.split('-')[0] ?? 'en'
  const known = screens.get(main)
  if (known) return known
  const made = createScreen(
    (opposites as Pair[]).map(({ yes, no }) => [...(yes[main] ?? []), ...(no[main] ?? [])].join('|')),
  )
  screens.set(main, made)
  return made
}

const patterns = new WeakMap<Sides, Map<string, RegExp | null>>()
function patternOf(side: Sides, language: string): RegExp | null {
  const main = language.split('-')[0] ?? 'en'
  const known = patterns.get(side) ?? new Map<string, RegExp | null>()
  patterns.set(side, known)
  const made = known.has(main) ? known.get(main) : compile(side[main])
  known.set(main, made ?? null)
  return made ?? null
}

/** How far a denial stands from its word, in signs: before it, and behind it (German, French, Japanese, Korean). */
const reach: Record<string, [number, number]> = {
  zh: [10, 0],
  en: [40, 0],
  de: [14, 24],
  fr: [10, 8],
  es: [14, 0],
  ja: [0, 12],
  ko: [4, 8],
}

// "Did not raise taxes and cut spending": the denial is of its own clause.
const otherClause =
  /[,，。；;.:：]|\s(?:and|but|while|because|after|when|who|which|that|und|aber|et|mais|que|y|pero)\s/u

function isDenied({ text, language }: Told, at: number, { own, saysNo }: { own: string; saysNo: boolean }): boolean {
  const [before, behind] = reach[language.split('-')[0] ?? 'en'] ?? [20, 0]
  const left =
    text
      .slice(Math.max(0, at - before), at)
      .split(otherClause)
      .at(-1) ?? ''
  const right = text.slice(at + own.length, at + own.length + behind).split(/[,，。；;.]/u)[0] ?? ''
  const inside = saysNo || /^[\p{Script=Han}]/u.test(own) ? '' : own
  const denial = wordsOf('denial', language)
  // "Without the merger taxes would rise": it denies the noun behind it.
  const denied = (part: string): boolean =>
    denial !== null && part.replace(/\b(?:without|ohne|sans|sin)\s.{12,}/iu, ' ').search(denial) !== -1
  const unable =
    /(?<!\p{L})(?:refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing)?|unable|yet|must still|stop(?:s|ped)?|ceas(?:e|es|ed)) (?:to )?(?:\p{L}+ ){0,2}$|(?<!\p{L})remains? to (?:be )?(?:\p{L}+ ){0,1}$|short of (?:\p{L}+ ){0,3}$|(?<!\p{L})(?:prevent|stop|ke[ep]p?|bar|block|ban)\p{L}* (?:\p{L}+ ){1,5}from (?:\p{L}+ ){0,2}$|(?<!\p{L})(?:rul(?:e|es|ed|ing) out|hardly|barely|scarcely|kaum|apenas|guère|descart\p{L}+) (?:\p{L}+ ){0,2}$|(?:拒绝|尚待|有待|未能|否认|排除)\p{L}{0,3}$/iu
  const rejected = /^[^。.]{0,16}(?:부인(?=[했하한할])|否定|否認)/u.test(text.slice(at + own.length))
  return rejected || denied(left) || denied(`${inside} ${right}`) || unable.test(left)
}

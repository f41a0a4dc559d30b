import { breakers } from './data/speech-verbs.ts'

/** Words that lead from one person to another, or to what another said: "who beat Ada Lund, said", "said that …". */
const leadsOn =
  'who|whom|whose|which|and|or|than|against|der|dessen|deren|welche[rs]?|und|qui|dont|et|quien|cuyo|cui|quem|который|которая|кто|и|die|som'

/** One small word before a name that keeps to it ("then the young Ada Lund"): no preposition, no relative. */
export const plainWord = `(?!(?:${[...breakers].join('|')}|${leadsOn}|that|as|que|che|dass|что|dat|att|at)\\s)[\\p{Ll}-]+\\s`

/** What may stand between a verb of speech and the sign before the speech: nothing in which another speaks. */
export const plainTail = `(?:(?!\\s(?:${leadsOn}|told|tells?|said|says?|saying|had|has|having|wrote|written|asked|hatte|habe|hat|sagte|avait|aurait|dit|había|dijo|aveva|detto|havia|disse|сказал\\p{L}*|hade|havde)(?!\\p{L}))[^.“”"„«»‘])`

const refusal =
  /^(?!\s(?:nicht nur|not only|pas seulement|no s[oó]lo|non solo|não só|не только|niet alleen|inte bara|ikke bare|ikke kun)\s)\s*(?:[\p{L}-]+\s){0,2}?(?:not|never|nicht|nie|niemals|keineswegs|pas|jamais|no|nunca|non|mai|não|не|никогда|niet|nooit|inte|aldrig|ikke|nie)(?!\p{L})/iu

/** "sagte Karl Weber nicht": the words behind the speaker take the speech back. */
export function isTakenBack(behind: string): boolean {
  return refusal.test(behind.split(/[,.;:“”"„«»]/u)[0] ?? '')
}

const hearsay =
  /^[\s,]*(?:[Aa]ccording to|[Ll]aut|[Ss]elon|[Dd]['’]après|[Ss]egún|[Ss]econdo|[Ss]egundo|[Пп]о словам|[Vv]olgens|[Ee]nligt|[Ii]følge)\s?\p{Lu}/u

/** "…, Ada Lund said, according to John Carter": what she said is another's word. */
export function isHearsay(behind: string): boolean {
  return hearsay.test(behind)
}

const germanKin =
  /^(?:Sohn|Tochter|Bruder|Schwester|Frau|Mann|Vater|Mutter|Witwer?|Familie|Freund|Kritiker|Gegner|Nachfolger|Vorgänger|Verteidiger|Mitarbeiter|Anwalt|Anwält|Sprecher|Berater|Büro|Team|Partei)(?:in|innen|e|er)?$/u

const article = /^(?:der|die|das|ein|eine|sein|seine|ihr|ihre|dessen|deren)$/iu

/** What a name found behind a verb of speech stands in: the language, the verb, the word before the name and all behind it. */
export type Place = { base: string; verb: string; before: string; behind: string }

/**
 * Whether a name is another's of whom the speaker is something: "Joe Biden’s critic", „der Anwalt von Karl Weber“, „Karl
 * Webers Sohn“, «адвокат Ивана Петрова», ”Ada Lunds advokat”.
 */
export function isPossessor(name: string, { base, verb, before, behind }: Place): boolean {
  const words = name.replace(/[.-]+$/u, '').split(/\s+/u)
  const last = words.at(-1) ?? ''
  if (/['’]s?(?:\s|$)/u.test(name)) return true
  if (base === 'de') {
    if (/^\S+\s(?:von|des|aus|bei)\s/u.test(name) && article.test(before)) return true
    if (words.length > 1 && article.test(before) && /[^s]s$/u.test(last)) return true
    return words.length > 2 && germanKin.test(last) && /\p{Ll}s$/u.test(words.at(-2) ?? '')
  }
  if (/^(?:sv|da|no|nb|nn|nl)$/u.test(base))
    return /[^s]s$/u.test(last) && /^\s(?!(?:till|över|efter|under|etter|over|naar|tegen)\s)\p{Ll}{4}/u.test(behind)
  // A woman's name ends as a man's genitive does: the verb tells them apart.
  if (/^(?:ru|uk)$/u.test(base)) return before !== '' && /[ая]$/u.test(last) && !/(?:ла|лась)$/u.test(verb)
  return base === 'pl' && before !== '' && /(?:ego|iej)$/u.test(last)
}

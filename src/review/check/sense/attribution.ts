import { has, withoutIdle, wordsOf, type Told } from './word-classes.ts'

// "Than analysts had forecast", "at an estimated cost": somebody's guess beside the fact, which is a fact itself.
const beside = /\b(?:that|than|as) (?:\p{L}+ ){0,3}(?:had )?(?:forecast|expected|predicted|estimated|feared)\b/giu

const estimate = /\b(?:estimat|schätz|geschätz|estim|calcul)\p{L}*|推計|推定|추정|预计|估计/giu

// 窃贼嫌疑人 for "the suspected thief": the word goes with the person.
const suspect = /(?<!\p{L})(?:suspected|alleged|mutmaßlich|presunt|présumé|supuest)\p{L}* (?=\p{L})/giu

/**
 * Whether what somebody claims, expects or disputes is told as a fact.
 *
 * Looks at the cited words, at what governs them (the words before them in their sentence) and at a speaker close behind.
 */
export function losesSpeaker(ours: Told, cited: Told, { before, behind }: { before: string; behind: string }): boolean {
  if (has('attributed', ours)) return false
  const { language } = cited
  const clauses = before.split(
    /;|, (?:and|but|while|although|when|after|und|aber|et|mais|y|pero)(?! that| dass| que)\b/u,
  )
  const governing = (clauses.at(-1) ?? '').replace(/\ban? estimated\b/giu, ' ')
  const whole = `${governing}${cited.text}`.replace(beside, ' ')
  // 约420万 says of an estimate that it is one; of an accusation it says nothing.
  const hedged = /嫌疑|嫌犯/u.test(ours.text) ? whole.replace(suspect, ' ') : whole
  const text = /约|左右|上下/u.test(ours.text) ? hedged.replace(estimate, ' ') : hedged
  if (has('contested', withoutIdle({ text, language }))) return true
  const trailing = wordsOf('trailing', language)
  return trailing !== null && behind.search(trailing) !== -1
}

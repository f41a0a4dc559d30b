import { has, withoutIdle, wordsOf, type Told } from './word-classes.ts'

/** Of a Chinese sentence the clauses that share a number with ours: 投入4.5亿元，明年将开展 tells two things. */
function near(ours: Told, source: Told): Told {
  if (!source.language.startsWith('zh')) return source
  const numbers = (text: string): string[] =>
    text.match(/\d+(?:[.,]\d+)*/gu)?.map((one) => one.replace(/,|\.?0+$/gu, '')) ?? []
  const told = new Set(numbers(ours.text))
  const clauses = source.text.split(/[，；。]/u)
  const sharing = clauses.filter((clause) =>
    numbers(clause).some((one) => told.has(one) || told.has(`${one}0`) || told.has(one.replace('.', ''))),
  )
  return sharing.length === 0 ? source : { ...source, text: sharing.join('，') }
}

// "Were asked to call; hundreds have already": what is told as done is done there too.
const already = /\balready\b|\bbereits\b|\bschon\b|\bdéjà(?!\p{L})|\bya (?:ha|se|lo)|すでに|既に|이미/iu

/** Whether what may happen, or is meant to happen, is told as sure or done; for conditions, whether the condition is gone. */
export function losesDoubt(ours: Told, theirs: Told): boolean {
  // Of a language whose words of doubt we do not have nothing can be said.
  if (wordsOf('possible', theirs.language) === null) return false
  const source = withoutIdle(theirs)
  const doubtful = has('possible', source)
  const hedged = has('possible', ours) || has('can', ours)
  if ((doubtful || has('intended', source)) && has('certain', ours) && !has('possible', ours)) return true
  if (has('certain', ours) && !has('certainSource', theirs)) return true
  if (has('weighed', source) && has('settled', ours) && !has('settled', source) && !has('weighed', ours) && !hedged)
    return true
  // 否认会增税 for "denied that taxes may rise": the doubt is in the denial.
  const denied = has('refusal', ours) && has('refusal', source)
  if (doubtful && !hedged && !denied) return true
  if (
    !denied &&
    !already.test(source.text) &&
    has('intended', near(ours, source)) &&
    has('done', ours) &&
    !has('planned', ours)
  )
    return true
  return (
    has('conditional', source) &&
    ours.language.startsWith('zh') &&
    !has('conditionalSaid', ours) &&
    !has('possible', ours)
  )
}

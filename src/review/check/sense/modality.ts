import { has, withoutIdle, type Told } from './word-classes.ts'

/** Whether what may happen, or is meant to happen, is told as sure or done; for conditions, whether the condition is gone. */
export function losesDoubt(ours: Told, theirs: Told): boolean {
  const source = withoutIdle(theirs)
  const doubtful = has('possible', source)
  const hedged = has('possible', ours) || has('can', ours)
  if ((doubtful || has('intended', source)) && has('certain', ours) && !has('possible', ours)) return true
  if (has('certain', ours) && !has('certainSource', theirs)) return true
  // 否认会增税 for "denied that taxes may rise": the doubt is in the denial.
  const denied = has('refusal', ours) && has('refusal', source)
  if (doubtful && !hedged && !denied) return true
  if (has('intended', source) && has('done', ours) && !has('planned', ours)) return true
  return (
    has('conditional', source) &&
    ours.language.startsWith('zh') &&
    !has('conditionalSaid', ours) &&
    !has('possible', ours)
  )
}

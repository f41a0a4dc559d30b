import type { Behaviour } from './requests.ts'
import { say, type Answer } from './world.ts'

/** A behaviour a server may rely on. */
export const must = (what: string, answer: Answer, run: Behaviour['run']): Behaviour => ({
  level: 'must',
  what,
  answer,
  run,
})
/** A behaviour that is kind. */
export const should = (what: string, answer: Answer, run: Behaviour['run']): Behaviour => ({
  ...must(what, answer, run),
  level: 'should',
})
/** The answer is read as a feed. */
export const reads = (what: string, answer: Answer): Behaviour =>
  must(what, answer, async (world) => (await world.visit()).outcome === 'new')
/** `pages` says what each path answers; everything else is 404. */
export const site =
  (pages: Record<string, Answer>): Answer =>
  (response, request, number) =>
    (pages[request.url ?? ''] ?? say({}, '', 404))(response, request, number)

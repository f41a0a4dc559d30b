import type { Instant, Verdict } from '../types.ts'
import { judgeSilence } from './silence.ts'

/** What one reading of an article showed of its source. */
export type Observation = {
  at: Instant
  /** Length of the text, in UTF-16 units. */
  size: number
  language: string | null
  verdict: Verdict
  /** Why the page could not be read; `null` where it could. */
  failure: string | null
  /** Passages that stand word for word in other recent articles of the source: menus, prompts, notices. */
  repeats: number
}

export type AlarmKind = 'silent' | 'short' | 'residue' | 'unreadable' | 'language' | 'wall'

/** Something about a source that is not as it was. `since` is when it began. */
export type Alarm = { kind: AlarmKind; since: Instant; message: string }

/** What is usual for a source. */
export type Usual = { perDay: number | null; size: number | null; language: string | null }

export type Watched = {
  /** When items came, by the feed's dates. */
  arrivals: Instant[]
  /** When the source was last asked with success. */
  checkedAt: Instant | null
  /** Readings, oldest first. */
  observations: Observation[]
  /** Alarms that were raised before and hold still. */
  active: Alarm[]
}

// An alarm is raised when chance brings the last few readings less than once in a hundred thousand, by how often such a
// reading came before. Three readings are the least that can say so, twelve the most that are waited for.
const chance = 1e-5
const window = { least: 3, most: 12 }
const leastHistory = 10
// After so long a state is the usual one.
const usualAfterMs = 30 * 86_400_000
// So many readings in a row without the symptom end an alarm.
const healthy = 3

/** What is wrong with a source, compared with what was usual for it. */
export function findAlarms(watched: Watched): Alarm[] {
  const found = [silent(watched), ...symptoms.map((symptom) => judge(symptom, watched))]
  const alarms = found.filter((alarm) => alarm !== null)
  // Another language is shorter or longer for reasons of its own; a page behind a wall is short.
  const explained = alarms.some(({ kind }) => kind === 'language' || kind === 'wall' || kind === 'unreadable')
  return explained ? alarms.filter(({ kind }) => kind !== 'short') : alarms
}

/** What is usual for a source by its last readings. */
export function usualOf({ arrivals, checkedAt, observations }: Watched): Usual {
  const pace = checkedAt === null ? null : judgeSilence(arrivals, checkedAt)
  const read = observations.filter((one) => one.failure === null)
  return {
    perDay: pace && Math.round(pace.perDay * 100) / 100,
    size: read.length === 0 ? null : median(read.map((one) => one.size)),
    language: mainLanguage(read),
  }
}

function silent({ arrivals, checkedAt }: Watched): Alarm | null {
  const silence = checkedAt === null ? null : judgeSilence(arrivals, checkedAt)
  if (!silence?.unusual) return null
  const { since, perDay, missed } = silence
  const pace = perDay >= 1 ? `${perDay.toFixed(1)} a day` : `${(perDay * 7).toFixed(1)} a week`
  const should = missed === null ? '' : `, about ${Math.round(missed)} should have come`
  return { kind: 'silent', since, message: `no new item since ${since}${should}; usually ${pace}` }
}

/** A question about one reading, against what the readings before it were like, and the sentence that tells it. */
type Symptom = {
  kind: AlarmKind
  shows: (before: Observation[]) => (one: Observation) => boolean
  tell: (recent: Observation[], before: Observation[]) => string
}

const ended: Verdict[] = ['wall', 'cut', 'teaser', 'not-text']

const symptoms: Symptom[] = [
  {
    kind: 'unreadable',
    shows: () => (one) => one.failure !== null,
    tell: (recent) => `its pages cannot be read: ${recent.findLast((one) => one.failure !== null)?.failure}`,
  },
  {
    kind: 'wall',
    shows: () => (one) => one.failure === null && ended.includes(one.verdict),
    tell: (recent) =>
      `its articles end early: ${recent.filter((one) => ended.includes(one.verdict)).length} of the last ${recent.length} are cut, a teaser or behind a wall`,
  },
  {
    kind: 'language',
    shows: (before) => {
      const main = mainLanguage(before)
      return (one) => main !== null && one.language !== null && primary(one.language) !== main
    },
    tell: (recent, before) => `its language changed: usually ${mainLanguage(before)}, now ${mainLanguage(recent)}`,
  },
  {
    kind: 'residue',
    shows: () => (one) => one.repeats > 0,
    tell: (recent) =>
      `the same lines stand in article after article: ${recent.filter((one) => one.repeats > 0).length} of the last ${recent.length}`,
  },
  { kind: 'short', shows: shorterThan(0.5, 'median'), tell: tellSize },
  { kind: 'short', shows: shorterThan(1, 'quartile'), tell: tellSize },
]

function shorterThan(share: number, of: 'median' | 'quartile'): Symptom['shows'] {
  return (before) => {
    const sizes = before.filter(isText).map((one) => one.size)
    const bound = (of === 'median' ? median(sizes) : quantile(sizes, 0.25)) * share
    return (one) => isText(one) && one.size < bound
  }
}

function tellSize(recent: Observation[], before: Observation[]): string {
  const size = (list: Observation[]): number => median(list.filter(isText).map((one) => one.size))
  return `its texts became short: usually ${size(before)} signs, now ${size(recent)}`
}

function isText(one: Observation): boolean {
  return one.failure === null && one.verdict !== 'not-text'
}

function judge(symptom: Symptom, { observations, active, checkedAt }: Watched): Alarm | null {
  const held = active.find(({ kind }) => kind === symptom.kind)
  if (held) return stillHolds(symptom, held, { observations, checkedAt })
  const most = Math.min(window.most, observations.length - leastHistory)
  for (let size = window.least; size <= most; size++) {
    const before = observations.slice(0, -size)
    const recent = observations.slice(-size)
    const shows = symptom.shows(before)
    const hits = recent.filter(shows).length
    const usual = (before.filter(shows).length + 0.5) / (before.length + 1)
    if (tail(hits, size, usual) < chance) {
      const since = recent.find(shows)?.at ?? ''
      return { kind: symptom.kind, since, message: symptom.tell(recent, before) }
    }
  }
  return null
}

function stillHolds(
  symptom: Symptom,
  held: Alarm,
  { observations, checkedAt }: Pick<Watched, 'observations' | 'checkedAt'>,
): Alarm | null {
  if (checkedAt !== null && Date.parse(checkedAt) - Date.parse(held.since) > usualAfterMs) return null
  const before = observations.filter((one) => one.at < held.since)
  const since = observations.filter((one) => one.at >= held.since)
  const over = since.length >= healthy && !since.slice(-healthy).some(symptom.shows(before))
  return over ? null : held
}

/** The chance of `hits` or more in `size` readings of which each shows the symptom with the chance `usual`. */
function tail(hits: number, size: number, usual: number): number {
  let sum = 0
  for (let k = hits; k <= size; k++) sum += choose(size, k) * usual ** k * (1 - usual) ** (size - k)
  return sum
}

function choose(n: number, k: number): number {
  let product = 1
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i
  return product
}

function mainLanguage(observations: Observation[]): string | null {
  const counts = new Map<string, number>()
  for (const { language } of observations) {
    if (language !== null) counts.set(primary(language), (counts.get(primary(language)) ?? 0) + 1)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

function primary(language: string): string {
  return language.toLowerCase().split(/[-_]/u)[0] ?? language
}

function median(list: number[]): number {
  return quantile(list, 0.5)
}

function quantile(list: number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

import { expect, test } from 'vitest'
import { findAlarms, usualOf, type Alarm, type Observation } from './rhythm-alarms.ts'

const at = (number: number): string =>
  new Date(Date.UTC(2026, 9, 1) + number * 7_200_000).toISOString().replace('.000Z', 'Z')

function observation(number: number, more: Partial<Observation> = {}): Observation {
  const size = 3000 + (number % 7) * 400
  return { at: at(number), size, language: 'en', verdict: 'whole', failure: null, repeats: 0, ...more }
}

/** Thirty usual readings, then `count` that show something. */
function readings(count: number, more: (number: number) => Partial<Observation>): Observation[] {
  return Array.from({ length: 30 + count }, (_, number) => observation(number, number < 30 ? {} : more(number)))
}

function alarms(observations: Observation[], active: Alarm[] = []): string[] {
  const checkedAt = observations.at(-1)?.at ?? null
  return findAlarms({ arrivals: [], checkedAt, observations, active }).map(({ kind }) => kind)
}

test.each([
  ['wall', { verdict: 'wall' as const }],
  ['language', { language: 'de-DE' }],
  ['residue', { repeats: 2 }],
  ['unreadable', { failure: 'it is a challenge page, expected an article' }],
])('findAlarms() raises "%s" after four readings, not after one', (kind, more) => {
  expect(alarms(readings(1, () => more))).toEqual([])
  expect(alarms(readings(4, () => more))).toEqual([kind])
})

test('findAlarms() raises "short" when texts shrink to a quarter', () => {
  expect(alarms(readings(5, (number) => ({ size: 700 + number })))).toEqual(['short'])
})

test('findAlarms() raises nothing where a wall is usual', () => {
  const mixed = Array.from({ length: 60 }, (_, number) =>
    observation(number, number % 2 === 0 ? { verdict: 'wall' } : {}),
  )
  expect(alarms([...mixed, ...[60, 61, 62].map((number) => observation(number, { verdict: 'wall' }))])).toEqual([])
})

test('findAlarms() raises nothing in a source known by nine readings', () => {
  const young = Array.from({ length: 12 }, (_, number) => observation(number, number < 9 ? {} : { verdict: 'wall' }))
  expect(alarms(young)).toEqual([])
})

test('findAlarms() holds an alarm until three readings in a row are well', () => {
  const broken = readings(4, () => ({ verdict: 'wall' }))
  const active: Alarm[] = [{ kind: 'wall', since: at(30), message: '' }]
  expect(alarms([...broken, observation(34), observation(35)], active)).toEqual(['wall'])
  expect(alarms([...broken, observation(34), observation(35), observation(36)], active)).toEqual([])
})

test('findAlarms() takes what lasts a month for usual', () => {
  const broken = readings(400, () => ({ verdict: 'wall' }))
  expect(alarms(broken, [{ kind: 'wall', since: at(30), message: '' }])).toEqual([])
})

test('usualOf() gives pace, length and language', () => {
  const observations = readings(0, () => ({}))
  const arrivals = observations.map((one) => one.at)
  expect(usualOf({ arrivals, checkedAt: at(30), observations, active: [] })).toMatchObject({
    size: 4200,
    language: 'en',
  })
})

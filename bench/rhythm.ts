/**
 * The rhythm monitor on replayed sources with planted outages: time to alarm, and alarms where nothing was wrong, beside
 * two fixed rules in the same run: seven days without an item, and the last five texts shorter than half of the mean.
 *
 *     node bench/rhythm.ts [seed]
 *
 * Each source is replayed for 120 days, looked at every three hours. Hours of day, weekdays and bursts are those of ten kinds of
 * outlet, from a wire with 60 items a day to a quarterly; where ../shared/corpus/feeds is there, the hours and gaps of
 * its real feeds are replayed as well. Nothing is wrong for the first 90 days; then half of the sources get an outage.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from '../src/collect/parse-feed.ts'
import { findAlarms, type Alarm, type Observation } from '../src/collect/rhythm-alarms.ts'
import { judgeSilence } from '../src/collect/silence.ts'
import { decodeBytes } from '../src/net/charset.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const start = Date.parse('2026-08-03T00:00:00Z')
const days = 120
const plantedDay = 90
let seed = Number(process.argv[2] ?? 20261123)

function random(): number {
  seed = (Math.imul(seed ^ (seed >>> 15), seed | 1) + 0x6d2b79f5) | 0
  let t = seed ^ (seed + Math.imul(seed ^ (seed >>> 7), seed | 61))
  t ^= t >>> 14
  return (t >>> 0) / 4_294_967_296
}

const normal = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random())
const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/u, 'Z')

type Kind = {
  name: string
  perDay: number
  hours: [number, number]
  weekend: number
  burst: number
  size: number
  spread: number
  briefs: number
}

const kinds: Kind[] = [
  { name: 'wire', perDay: 60, hours: [0, 24], weekend: 0.7, burst: 1, size: 2200, spread: 0.5, briefs: 0.2 },
  { name: 'daily', perDay: 25, hours: [5, 20], weekend: 0.5, burst: 2, size: 4000, spread: 0.5, briefs: 0.1 },
  { name: 'business daily', perDay: 15, hours: [6, 18], weekend: 0.05, burst: 1, size: 3500, spread: 0.4, briefs: 0.1 },
  { name: 'morning edition', perDay: 20, hours: [4, 5], weekend: 1, burst: 20, size: 3000, spread: 0.6, briefs: 0 },
  { name: 'local paper', perDay: 4, hours: [7, 18], weekend: 0.3, burst: 1, size: 2500, spread: 0.6, briefs: 0.2 },
  { name: 'magazine', perDay: 1, hours: [8, 16], weekend: 0.1, burst: 1, size: 12_000, spread: 0.5, briefs: 0 },
  { name: 'daily column', perDay: 1, hours: [6, 7], weekend: 1, burst: 1, size: 5000, spread: 0.2, briefs: 0 },
  { name: 'weekly', perDay: 1.1, hours: [9, 11], weekend: 0, burst: 8, size: 9000, spread: 0.4, briefs: 0 },
  { name: 'occasional', perDay: 0.25, hours: [8, 20], weekend: 0.5, burst: 1, size: 7000, spread: 0.7, briefs: 0 },
  { name: 'mixed feed', perDay: 10, hours: [5, 23], weekend: 0.6, burst: 1, size: 1800, spread: 0.9, briefs: 0.4 },
]

/** Arrivals of a kind of outlet: a random process with its hours, weekdays and bursts. */
function arrivalsOf(kind: Kind): number[] {
  const times: number[] = []
  const span = kind.hours[1] - kind.hours[0]
  const perHour = kind.perDay / kind.burst / span / ((5 + 2 * kind.weekend) / 7)
  for (let hour = 0; hour < days * 24; hour++) {
    const at = start + hour * hourMs
    const [clock, weekday] = [new Date(at).getUTCHours(), new Date(at).getUTCDay()]
    if (clock < kind.hours[0] || clock >= kind.hours[1]) continue
    const rate = perHour * (weekday % 6 === 0 ? kind.weekend : 1)
    // A strict daily rhythm is not random: one edition a day, at its hour.
    const strict = kind.hours[1] - kind.hours[0] === 1
    const events = strict ? (random() < (weekday % 6 === 0 ? kind.weekend : 1) ? 1 : 0) : poisson(rate)
    for (let event = 0; event < events; event++) {
      const begin = at + random() * hourMs
      for (let item = 0; item < kind.burst; item++) times.push(begin + item * 30_000)
    }
  }
  return times.toSorted((a, b) => a - b)
}

function poisson(rate: number): number {
  let count = 0
  for (let product = random(); product > Math.exp(-rate); product *= random()) count++
  return count
}

/** Real feeds, their hours and gaps drawn again and again. */
function replayed(): { name: string; times: number[] }[] {
  const folder = join(import.meta.dirname, '../../shared/corpus/feeds')
  if (!existsSync(folder)) {
    process.stdout.write(`no real feeds in "${folder}": invented outlets only\n`)
    return []
  }
  return readdirSync(folder).flatMap((name) => {
    if (name === 'manifest.json') return []
    const { text } = decodeBytes(readFileSync(join(folder, name)), { contentType: null, kind: 'feed' })
    const dates = parseFeed({ url: 'https://a.example/feed', text })
      .items.map((item) => Date.parse(item.publishedAt ?? ''))
      .filter((at) => !Number.isNaN(at))
      .toSorted((a, b) => a - b)
    const gaps = dates.slice(1).map((at, place) => at - (dates[place] ?? at))
    const long = gaps.filter((gap) => gap > 0 && gap < 7 * dayMs)
    if (long.length < 8) return []
    const times: number[] = []
    for (let at = start; at < start + days * dayMs;) {
      at += (long[Math.floor(random() * long.length)] ?? dayMs) * (0.8 + 0.4 * random())
      times.push(at)
    }
    return [{ name, times }]
  })
}

type Outage = 'none' | 'silent' | 'short' | 'language' | 'wall' | 'challenge' | 'residue'

function observe(kind: Kind, at: number, outage: Outage): Observation {
  const brief = random() < kind.briefs
  const size = Math.round((brief ? 400 : kind.size) * Math.exp(kind.spread * normal()))
  const usual: Observation = {
    at: iso(at),
    size,
    language: random() < 0.97 ? 'en' : 'fr',
    verdict: random() < 0.04 ? 'cut' : 'whole',
    failure: random() < 0.02 ? 'server answered 500' : null,
    repeats: random() < 0.03 ? 1 : 0,
  }
  if (outage === 'short') return { ...usual, size: Math.round(size * 0.25) }
  if (outage === 'language') return { ...usual, language: 'de' }
  if (outage === 'wall') return { ...usual, verdict: 'wall', size: Math.round(size * 0.15) }
  if (outage === 'challenge') return { ...usual, failure: 'it is a challenge page, expected an article' }
  if (outage === 'residue') return { ...usual, repeats: 2 }
  return usual
}

type Tally = {
  silent: number[]
  missed: number
  naive: number[]
  naiveMissed: number
  false: number
  naiveFalse: number
}
const tally = (): Tally => ({ silent: [], missed: 0, naive: [], naiveMissed: 0, false: 0, naiveFalse: 0 })
const all = { silence: tally(), texts: tally() }
let sourceDays = 0
const blamed = new Map<string, number>()

function blame(name: string): void {
  all.silence.false++
  blamed.set(name, (blamed.get(name) ?? 0) + 1)
}

const judge = (seen: number[], now: number) =>
  judgeSilence(seen.filter((at) => at <= now && at > now - 75 * dayMs).map(iso), iso(now))

function replaySilence(name: string, times: number[], outage: boolean): void {
  const planted = start + plantedDay * dayMs + Math.floor(random() * 7 * 24) * hourMs
  const seen = outage ? times.filter((at) => at < planted) : times
  const end = start + days * dayMs
  let [ours, naive, wasOurs, wasNaive] = [0, 0, false, false]
  for (let now = start + 14 * dayMs; now < end; now += 3 * hourMs) {
    const last = seen.findLast((at) => at <= now) ?? start
    const isNaive = now - last > 7 * dayMs
    // Only a silence of six hours can be one: before that nothing needs to be judged.
    const isOurs = now - last > 6 * hourMs && (judge(seen, now)?.unusual ?? false)
    const real = outage && now >= planted
    if (isOurs && !wasOurs && !real) blame(name)
    if (isNaive && !wasNaive && !real) all.silence.naiveFalse++
    if (real && isOurs && ours === 0) ours = now
    if (real && isNaive && naive === 0) naive = now
    ;[wasOurs, wasNaive] = [isOurs, isNaive]
    if (real && ours !== 0 && naive !== 0) break
  }
  sourceDays += days - 14
  if (!outage) return
  if (ours === 0) all.silence.missed++
  else all.silence.silent.push((ours - planted) / dayMs)
  if (naive === 0) all.silence.naiveMissed++
  else all.silence.naive.push((naive - planted) / dayMs)
}

function replayTexts(kind: Kind, outage: Outage): void {
  const observations: Observation[] = []
  let active: Alarm[] = []
  let [ours, naive, since, wasNaive] = [0, 0, 0, false]
  for (let number = 0; number < 300; number++) {
    const broken = outage !== 'none' && number >= 240
    observations.push(observe(kind, start + number * 2 * hourMs, broken ? outage : 'none'))
    const known = observations.slice(-120)
    const checkedAt = observations.at(-1)?.at ?? null
    const before = active
    active = findAlarms({ arrivals: [], checkedAt, observations: known, active })
    const mean = known.reduce((sum, one) => sum + one.size, 0) / known.length
    const isNaive = known.length > 20 && known.slice(-5).reduce((sum, one) => sum + one.size, 0) / 5 < mean / 2
    if (broken) since++
    const raised = active.filter((alarm) => !before.some(({ kind: known }) => known === alarm.kind))
    if (!broken) all.texts.false += raised.length
    if (!broken && isNaive && !wasNaive) all.texts.naiveFalse++
    if (broken && ours === 0 && raised.length > 0) ours = since
    if (broken && naive === 0 && isNaive) naive = since
    wasNaive = isNaive
  }
  articles += 300
  if (outage === 'none') return
  if (ours === 0) all.texts.missed++
  else all.texts.silent.push(ours)
  if (naive === 0) all.texts.naiveMissed++
  else all.texts.naive.push(naive)
}

let articles = 0
const rounds = 4
for (let round = 0; round < rounds; round++) {
  for (const kind of kinds) replaySilence(kind.name, arrivalsOf(kind), round % 2 === 0)
}
for (const { name, times } of replayed()) replaySilence(name, times, random() < 0.5)
const outages: Outage[] = ['none', 'short', 'language', 'wall', 'challenge', 'residue']
for (let round = 0; round < rounds; round++)
  for (const kind of kinds) for (const outage of outages) replayTexts(kind, outage)

const middle = (list: number[]): number => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
const worst = (list: number[]): number => Math.max(...list)
const tell = (text: string): boolean => process.stdout.write(`${text}\n`)
const { silence, texts } = all
tell(`silence: ${silence.silent.length + silence.missed} outages, ${sourceDays} source days`)
tell(
  `  ours: alarm after ${middle(silence.silent).toFixed(1)} days in the middle, ${worst(silence.silent).toFixed(1)} at worst, ${silence.missed} not noticed, ${silence.false} false alarms`,
)
tell(
  `  seven days: ${middle(silence.naive).toFixed(1)} days in the middle, ${worst(silence.naive).toFixed(1)} at worst, ${silence.naiveMissed} not noticed, ${silence.naiveFalse} false alarms`,
)
tell(
  `texts (short, language, wall, challenge, residue): ${texts.silent.length + texts.missed} outages, ${articles} articles`,
)
tell(
  `  ours: alarm after ${middle(texts.silent)} articles in the middle, ${worst(texts.silent)} at worst, ${texts.missed} not noticed, ${texts.false} false alarms`,
)
tell(
  `  last five under half of the mean: ${middle(texts.naive)} in the middle, ${texts.naiveMissed} not noticed, ${texts.naiveFalse} false alarms`,
)
tell(`false alarms of ours by source: ${[...blamed].map(([name, times]) => `${name} ${times}`).join(', ') || 'none'}`)

import { byCode } from '../../text/by-code.ts'
import { baseLanguage } from '../../text/base-language.ts'
import { isoWeek } from '../../text/iso-week.ts'
import type { Source, Verdict } from '../../types.ts'
import { languageWords, shortDayWords, weekDays, weekEnds, weekWords } from '../calendar.ts'
import { wordsOf } from '../plain-words.ts'
import { href } from '../sheet.tsx'
import { pulseArticles } from '../paging.ts'
import type { ReadingShelf, Tally } from '../shelf.ts'
import { BarTable, Columns, type Bar } from './charts.tsx'
import type { SiteSettings } from '../printer.ts'
import { listFolder } from '../addresses.ts'

/** What a list is about, counted: of issues, of the newest week for home, of the last half year for a source. */
export type Overview = { tally: Tally[]; topics: { topic: string; count: number }[] }

type Facts = { site: SiteSettings; sources: Map<string, Source>; root: string }

/** Weeks that a source's pulse shows. */
const pulseWeeks = 26

/** Count what a list shows. */
export function overviewOf(list: string, shelf: ReadingShelf): Overview {
  const from = list.startsWith('source/') ? Math.max(0, shelf.lengthOf(list) - pulseArticles) : 0
  return { tally: shelf.tally(list, from), topics: list.startsWith('source/') ? [] : shelf.topics(list, 12) }
}

/** An issue at a glance: what it holds, by source, day, completeness and language, and what was talked about. */
export function IssueOverview({ overview, site, sources, root }: { overview: Overview } & Facts) {
  const { language } = site
  const words = wordsOf(language)
  const { tally, topics } = overview
  const bars = (of: (one: Tally) => string): [string, number][] => sumBy(tally, of)
  const bySource = bars((one) => one.sourceId).toSorted((a, b) => b[1] - a[1])
  const byDay = bars((one) => one.day).toSorted((a, b) => byCode(a[0], b[0]))
  return (
    <aside class="overview" aria-label={words.overview}>
      <h2>{words.overview}</h2>
      <BarTable
        caption={words.bySource}
        head={[words.source, words.articles]}
        bars={bySource.slice(0, 12).map(([id, value]): Bar => {
          const name = sources.get(id)?.name ?? id
          return { name, value, href: href(root, listFolder(`source/${id}`)) }
        })}
      />
      <BarTable
        caption={words.byDay}
        head={[words.day, words.articles]}
        bars={byDay.map(([day, value]) => ({
          name: <time datetime={day}>{shortDayWords(`${day}T00:00:00Z`, language)}</time>,
          value,
        }))}
      />
      <BarTable
        caption={words.byVerdict}
        head={[words.completeness, words.articles]}
        bars={bars((one) => one.verdict).map(([verdict, value]) => ({
          name: words.verdict[verdict as Verdict],
          value,
        }))}
      />
      <BarTable
        caption={words.byLanguage}
        head={[words.languages, words.articles]}
        bars={bars((one) => baseLanguage(one.language))
          .toSorted((a, b) => b[1] - a[1])
          .map(([tag, value]) => ({ name: tag === '' ? words.unknown : languageWords(tag, language), value }))}
      />
      {topics.length === 0 ? null : (
        <BarTable
          caption={words.talkedAbout}
          head={[words.topic, words.articles]}
          bars={topics.map(({ topic, count }) => ({ name: topic, value: count }))}
        />
      )}
    </aside>
  )
}

/** One line on the week of the newest article, on the front of the site. */
export function WeekLine({
  overview,
  week,
  site,
  root,
}: { overview: Overview; week: string } & Omit<Facts, 'sources'>) {
  const words = wordsOf(site.language)
  const { tally, topics } = overview
  // A film or a broadcast has no text that could be cut.
  const cut = sum(tally.filter(({ verdict }) => verdict !== 'whole' && verdict !== 'not-text'))
  const counted = words.weekCounted({
    articles: sum(tally),
    sources: new Set(tally.map((one) => one.sourceId)).size,
    languages: new Set(tally.map((one) => baseLanguage(one.language)).filter(Boolean)).size,
    cut,
  })
  return (
    <p class="week">
      {words.newestIssue} <a href={href(root, listFolder(`w/${week}`))}>{weekWords(week, site.language)}</a>{' '}
      <span>{weekDays(week, site.language)}</span> <span>{counted}</span>
      {topics.length === 0 ? null : <span>{words.topicLine(topics.slice(0, 5).map((one) => one.topic))}</span>}
    </p>
  )
}

/**
 * Whole weeks before a source's rhythm is told, with an article in more than half of them. The week in which its feed
 * begins and the one that runs are no whole weeks; a feed that lists one old article beside today's twenty has no rhythm.
 */
const leastWeeks = 4

/** How a source publishes, week by week over half a year at most; nothing until there is enough to tell. */
export function SourcePulse({ overview, site }: { overview: Overview; site: SiteSettings }) {
  const words = wordsOf(site.language)
  const shown = wholeWeeks(overview.tally)
  if (shown.length < leastWeeks || shown.filter(([, value]) => value > 0).length * 2 <= shown.length) return null
  const [first = '', last = ''] = [shown[0]?.[0], shown.at(-1)?.[0]]
  const counted = overview.tally.filter(({ day }) => isShown(weekOf(day), first, last))
  const values = shown.map(([, value]) => value)
  return (
    <aside class="pulse" aria-label={words.pulse}>
      <h2>{words.pulse}</h2>
      <div class="rhythm">
        <Columns label={words.pulseLabel(shown.length)} values={values} />
        <p class="facts">
          <span>{weekEnds(first, site.language)[0]}</span> <span>{words.pulseMost(Math.max(...values))}</span>{' '}
          <span>{weekEnds(last, site.language)[1]}</span>
        </p>
      </div>
      <p class="facts">
        {words.pulseFacts({
          weeks: shown.length,
          articles: sum(counted),
          whole: sum(counted.filter((one) => one.verdict === 'whole')) / sum(counted),
        })}
      </p>
      <details>
        <summary>{words.figuresBehind}</summary>
        <BarTable
          caption={words.pulse}
          head={[words.weeks, words.articles]}
          bars={shown.toReversed().map(([week, value]) => ({ name: weekWords(week, site.language), value }))}
        />
      </details>
    </aside>
  )
}

/** A pulse asks for the week of each of its days three times over; half a year has few. */
const weeks = new Map<string, string>()

function weekOf(day: string): string {
  const known = weeks.get(day)
  if (known !== undefined) return known
  const week = isoWeek(`${day}T00:00:00Z`)
  if (weeks.size > 4000) weeks.clear()
  weeks.set(day, week)
  return week
}

function isShown(week: string, first: string, last: string): boolean {
  return first <= week && week <= last
}

/** Every week between that of the first article and that of the newest. */
function wholeWeeks(tally: Tally[]): [string, number][] {
  const weeks = sumBy(tally, ({ day }) => weekOf(day)).toSorted((a, b) => byCode(a[0], b[0]))
  const filled = fillWeeks(weeks)
  return filled.slice(filled[0]?.[0] === weeks[0]?.[0] ? 1 : 0, -1)
}

/** A week without an article is a week too. */
function fillWeeks(weeks: [string, number][]): [string, number][] {
  const [first] = weeks
  const last = weeks.at(-1)
  if (!first || !last) return []
  const counts = new Map(weeks)
  const filled: [string, number][] = []
  for (let day = dayOf(last[0]); filled.length < pulseWeeks + 1; day -= 604_800_000) {
    const week = isoWeek(new Date(day).toISOString())
    if (week < first[0]) break
    filled.push([week, counts.get(week) ?? 0])
  }
  return filled.toReversed()
}

/** Thursday of an ISO week, which names its year. */
function dayOf(week: string): number {
  const [year, number] = week.split('-W').map(Number)
  const fourth = new Date(Date.UTC(year ?? 0, 0, 4))
  return fourth.getTime() + ((number ?? 1) - 1) * 604_800_000 + (4 - (fourth.getUTCDay() || 7)) * 86_400_000
}

function sumBy(tally: Tally[], of: (one: Tally) => string): [string, number][] {
  const counts = new Map<string, number>()
  for (const one of tally) counts.set(of(one), (counts.get(of(one)) ?? 0) + one.count)
  return [...counts]
}

function sum(tally: Tally[]): number {
  return tally.reduce((all, one) => all + one.count, 0)
}

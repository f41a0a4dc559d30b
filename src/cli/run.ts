import { Argument, type Command } from 'commander'
import { finishVisit, openApp, type App } from '../app.ts'
import { explainDiskFault } from '../errors.ts'
import {
  awaitsWithdrawal,
  cardAll,
  collectAll,
  firstDue,
  followAll,
  monitorAll,
  publishAll,
  readAll,
  reviewAll,
  translateAll,
  takeDamage,
  type Publishing,
  type Reviewer,
} from '../pipeline.ts'
import { asTyped } from './as-typed.ts'
import { countOf } from './count-of.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { finishOnSignal } from './stop.ts'

/** Said whenever nothing but the sample press is at work: from cron in a wrong folder it would pass for news. */
export const sampleWords =
  'No waikan.yaml here: this is the sample press. Its outlets, people and events are invented, nothing is fetched from the network.\n' +
  asTyped('Write your own with: waikan init\n')

const stages = ['collect', 'read', 'review', 'publish'] as const
export type Stage = (typeof stages)[number]

/** `waikan run [stage]`: the whole road once, or one stage of it. */
export function addRun(program: Command): void {
  withPlaces(
    program
      .command('run')
      .description('the whole road once, or one stage of it, then exit: for cron')
      .addArgument(new Argument('[stage]', 'only this stage').choices(stages))
      .option('--all-feeds', 'ask every feed, also those that are not due yet')
      .option('--full', 'make every page again and mend files that were lost or altered'),
  ).action(async (stage: Stage | undefined, options: PlaceOptions & { allFeeds?: boolean; full?: boolean }) => {
    const report = createReport(process.stderr)
    const app = openApp({ config: options.config, press: options.press }, report)
    if (app.sample) process.stderr.write(sampleWords)
    const endWatch = watchWithdrawals(app)
    const stopping = new AbortController()
    app.road.stop = stopping.signal
    const stopped = finishOnSignal(() => stopping.abort(), app.close)
    try {
      const failed = await runRoad(app, {
        only: stage ?? null,
        everyFeed: options.allFeeds === true,
        full: options.full === true,
      })
      if (failed > 0 && !stopped()) process.exitCode = 1
    } finally {
      endWatch()
      report.end()
      app.close()
    }
  })
}

/**
 * Go down the road once and print one line a stage.
 *
 * @returns how many pieces of work failed
 * @throws {DiskError} when the disk is full or cannot be written; the next run goes on from there
 */
export async function runRoad(app: App, how: RoadOptions): Promise<number> {
  try {
    return await goDown(app, how)
  } catch (error) {
    throw explainDiskFault(error, app.folder) ?? error
  } finally {
    tellDamage(app)
  }
}

const told = new Set<string>()

/** Each damaged row once: `waikan start` meets it in every round. */
function tellDamage({ road }: App): void {
  for (const { table, row } of takeDamage()) {
    if (told.has(`${table} ${row}`)) continue
    told.add(`${table} ${row}`)
    const message = 'what it held is left out and the rest goes on; what to do: waikan doctor'
    road.report.warn('a row of the database is damaged', { table, row, message })
  }
}

/** How often a working Waikan looks for articles that an editor took back meanwhile. */
const lookForWithdrawalsMs = 500

/**
 * Publish as soon as another `waikan withdraw` has taken an article back in this press, whatever else is under way.
 *
 * @returns ends the watch
 */
export function watchWithdrawals(app: App): () => void {
  let publishing = false
  const look = async (): Promise<void> => {
    if (publishing || !awaitsWithdrawal(app.road)) return
    publishing = true
    try {
      await publishAll(app.road, publishingOf(app))
    } catch (error) {
      app.road.report.warn('withdrawal not published', {
        message: String(explainDiskFault(error, app.folder) ?? error),
      })
    } finally {
      publishing = false
    }
  }
  const timer = setInterval(() => void look(), lookForWithdrawalsMs).unref()
  return () => clearInterval(timer)
}

type RoadOptions = { only: Stage | null; everyFeed: boolean; full?: boolean }

async function goDown(app: App, how: RoadOptions): Promise<number> {
  let failed = 0
  const goesOn = (): boolean => app.road.stop?.aborted !== true
  const wants = (stage: Stage): boolean => goesOn() && (how.only === null || how.only === stage)
  if (wants('collect')) {
    const count = await collectAll(app.road, { everyFeed: how.everyFeed })
    process.stdout.write(
      `collect: ${countOf(count.done, 'feed')} asked, ${count.failed} failed${whenDue(app, count.done)}\n`,
    )
    failed += count.failed
  }
  if (wants('read')) {
    const count = await readAll(app.road, { atOnce: app.sample })
    process.stdout.write(`read: ${countOf(count.done, 'item')}, ${countOf(count.failed, 'page')} could not be had\n`)
    failed += count.failed
    const again = await followAll(app.road)
    if (again.done > 0)
      process.stdout.write(
        `follow: ${countOf(again.done, 'page')} looked at again, ${again.changed} changed, ${again.gone} vanished, ${again.failed} could not be had\n`,
      )
  }
  if (wants('collect') || wants('read')) {
    const alarms = monitorAll(app.road)
    if (alarms.length > 0)
      process.stdout.write(
        asTyped(`monitor: ${countOf(alarms.length, 'sign')} that a source is not as usual, see waikan doctor\n`),
      )
  }
  if (wants('review')) {
    failed += await runReview(app)
  }
  if (wants('publish')) {
    const count = await publishAll(app.road, { ...publishingOf(app), full: how.full === true })
    process.stdout.write(
      `publish: ${countOf(count.written, 'file')} written, ${count.deleted} deleted, in ${app.folder}/site\n`,
    )
  }
  if (how.only === null && goesOn()) finishVisit(app)
  return failed
}

/** Why nothing was asked, for whoever wonders. */
function whenDue({ road, feeds }: App, asked: number): string {
  const next = asked > 0 || feeds.length === 0 ? null : firstDue(road)
  return next === null ? '' : `; the first is due at ${next}, --all-feeds asks all now`
}

/** Cards that are missing, then reviews by the configured model. Gives how many articles the model could not be asked about. */
async function runReview(app: App): Promise<number> {
  const cards = cardAll(app.road)
  if (cards.done > 0) process.stdout.write(`review: ${countOf(cards.done, 'reading card')} made anew\n`)
  if (!app.reviewer) {
    process.stdout.write('review: no model, each article has its reading card\n')
    return 0
  }
  const { model } = app.reviewer
  const { done, held, waiting, failed } = await reviewAll(app.road, app.reviewer)
  const named = model === 'replay' ? 'replies written by hand' : `model ${model}`
  process.stdout.write(
    `review: ${done} reviewed, ${held} without a review, ${waiting} waiting for budget, ${failed} failed, by ${named}\n`,
  )
  return failed + (await runTranslation(app.road, app.reviewer))
}

/** Gives how many articles the model could not be asked about. */
async function runTranslation(road: App['road'], reviewer: Reviewer): Promise<number> {
  const { done, untranslated, waiting, failed } = await translateAll(road, reviewer)
  if (done + waiting + failed > 0)
    process.stdout.write(
      `translate: ${done} translated, ${countOf(untranslated, 'passage')} left in the original, ${waiting} waiting for budget, ${failed} failed\n`,
    )
  return failed
}

const sampleNotice = {
  'zh-Hans': '样刊：本站所有报刊、人物与事件均属虚构。',
  en: 'Sample edition: every outlet, person and event on this site is invented.',
}

/** What publishing is told: the settings of the site, whether it is the sample press, and where it stands. */
export function publishingOf(app: App): Publishing {
  const { title, tagline, url, contact, language, compress } = app.config.site
  const site = { title, tagline, url, contact, language, notice: app.sample ? sampleNotice[language] : undefined }
  return { site, folder: app.folder, compress }
}

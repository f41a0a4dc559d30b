import type { Command } from 'commander'
import { isHeld, loadConfig, openApp, pressFolder, type App } from '../app.ts'
import { DiskError, explainDiskFault, HeldError } from '../errors.ts'
import { awaitsWithdrawal, noteWithdrawal, publishAll, scanAll, withdrawArticle, type Report } from '../pipeline.ts'
import { countOf } from './count-of.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { createReport } from './print.ts'
import { publishingOf } from './run.ts'
import { tellLeaks } from './scan.ts'

/** `waikan withdraw ID`: take an article back from the public and publish at once. An unknown id ends with exit code 2. */
export function addWithdraw(program: Command): void {
  withPlaces(
    program
      .command('withdraw')
      .description('take an article back: page, JSON, feeds and search lose it, a tombstone stays')
      .argument('<id>', 'id of the article: what follows /a/ in its address')
      .option('--reason <text>', 'why, for the log of this press; never published')
      .option('--scan', 'read the whole site afterwards and tell where eight words in a row of it still stand'),
  ).action(takeBackAtOnce)
}

/**
 * A full disk must not keep public what is to be taken back: the article's own pages are moved away, which takes no room and
 * is the note for a later run, and deleted; what they held is often enough to write down that it is withdrawn.
 */
async function takeBackAtOnce(id: string, options: WithdrawOptions): Promise<void> {
  try {
    await takeBack(id, options)
  } catch (error) {
    const places = { config: options.config, press: options.press }
    const folder = pressFolder(places, loadConfig(places).file === null)
    const fault = explainDiskFault(error, folder)
    if (fault === null || !noteWithdrawal(folder, { id, reason: options.reason ?? null })) throw fault ?? error
    process.stderr.write(`The pages of "${id}" were taken off the site first: ${fault.message}\n`)
    await takeBack(id, options).catch((again: unknown) => {
      const still = explainDiskFault(again, folder)
      throw still instanceof DiskError ? stillFull(folder, id, again) : (still ?? again)
    })
  }
}

function stillFull(folder: string, id: string, cause: unknown): DiskError {
  const message = `Cannot write to the press folder "${folder}": the disk is full; the pages of "${id}" are off the site, lists, feeds and search may still name it: make room; the next run that publishes takes it from there too`
  return new DiskError(message, { cause })
}

async function takeBack(id: string, options: WithdrawOptions): Promise<void> {
  const report = createReport(process.stderr)
  let app = openToWithdraw(options, report)
  try {
    if (!withdrawArticle(app.road, id, options.reason ?? null)) {
      process.stderr.write(`Cannot withdraw "${id}": no article has this id, expected what follows /a/ in an address\n`)
      process.exitCode = 2
      return
    }
    app = await publishWithdrawal(app, id, options)
    if (options.scan && !tellLeaks(scanAll(app.road, { id, folder: app.folder }))) process.exitCode = 1
  } finally {
    report.end()
    app.close()
  }
}

type WithdrawOptions = PlaceOptions & { reason?: string; scan?: boolean }

/** The press for this process alone; beside another Waikan, `holder` says which. */
function openToWithdraw(options: WithdrawOptions, report: Report): App & { holder?: string } {
  const places = { config: options.config, press: options.press }
  try {
    return openApp(places, report, { begun: true })
  } catch (error) {
    if (!(error instanceof HeldError)) throw error
    return { ...openApp(places, report, { beside: true, begun: true }), holder: error.holder }
  }
}

const lookMs = 200
/** A full build of a large archive may be under way, which is let come to its end. */
const patienceMs = 600_000

/** The Waikan that works on the press publishes at once; where it has ended meanwhile, this one does. */
async function publishWithdrawal(app: App & { holder?: string }, id: string, options: WithdrawOptions): Promise<App> {
  const { holder } = app
  if (holder === undefined) {
    const { written, deleted } = await publishAll(app.road, publishingOf(app))
    process.stdout.write(
      `withdrawn: ${id}; ${countOf(written, 'file')} written, ${deleted} deleted, in ${app.folder}/site\n`,
    )
    return app
  }
  for (let waited = 0; awaitsWithdrawal(app.road, id); waited += lookMs) {
    if (waited >= patienceMs)
      throw new HeldError(
        `Cannot see "${id}" withdrawn yet: ${holder} works on the press; it goes with its next publish`,
        holder,
      )
    await new Promise((resolve) => setTimeout(resolve, lookMs))
    if (isHeld(app.folder)) continue
    app.close()
    return await publishWithdrawal(openToWithdraw(options, app.road.report), id, options)
  }
  process.stdout.write(`withdrawn: ${id}; published by ${holder}, in ${app.folder}/site\n`)
  return app
}

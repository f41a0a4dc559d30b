import type { Command } from 'commander'
import { statfsSync } from 'node:fs'
import { openApp, placeOnDisk, type App } from '../app.ts'
import { countReviews, examine, findDamage, rhythms, type Diagnosis } from '../pipeline.ts'
import { countOf } from './count-of.ts'
import { withPlaces, type PlaceOptions } from './options.ts'
import { asTyped } from './as-typed.ts'
import { contactRemedy } from './contact-remedy.ts'
import { createReport, plainly } from './print.ts'

/** Free space below which a press folder is called short of it, in bytes. */
const littleSpace = 1024 ** 3

/** `waikan doctor`: checks configuration, sources, model, store and disk; every finding with its remedy. */
export function addDoctor(program: Command): void {
  withPlaces(
    program
      .command('doctor')
      .description(
        'check configuration, sources, their rhythm, store and disk; every finding with its remedy (advice alone exits with 0)',
      )
      .option('--json', 'as one JSON object, with what is usual for each source'),
  ).action((options: PlaceOptions & { json?: boolean }) => {
    const app = openApp({ config: options.config, press: options.press }, createReport(process.stderr), {
      beside: true,
    })
    try {
      const findings = [
        ...examineSources(app),
        ...examineAddress(app),
        ...examineContact(app),
        ...examine(app.road),
        ...examineDisk(app),
        ...examineRows(app),
        ...examineReviews(app),
      ].map((one) => ({ ...one, remedy: asTyped(one.remedy) }))
      if (options.json) printJson(app, findings)
      else print(app, findings)
      if (findings.some(({ advice }) => advice !== true)) process.exitCode = 1
    } finally {
      app.close()
    }
  })
}

function examineSources({ feeds, configFile }: App): Diagnosis[] {
  if (feeds.length > 0) return []
  const remedy = 'waikan sources add ADDRESS, waikan sources import FILE.opml, or choose from: waikan sources starter'
  return [{ what: `No source is followed in "${configFile}": nothing will be published`, remedy, kind: 'sources' }]
}

function examineAddress({ config, sample, configFile }: App): Diagnosis[] {
  if (sample || config.site.url !== undefined) return []
  const what = 'The site has no address: its feeds, sitemap and robots.txt speak of http://localhost/'
  const remedy = `write "url: https://press.example.org/" below "site:" in ${configFile}, before the site is put on the web`
  return [{ what, remedy, kind: 'address', advice: true }]
}

/** Outlets have rights; who asks them for pages and publishes their words should be reached. */
function examineContact({ config, sample, configFile }: App): Diagnosis[] {
  const { url, contact } = config.site
  if (sample || contact !== undefined) return []
  const what =
    url === undefined
      ? 'The outlets that are asked cannot reach anybody: requests name neither a site nor its editor'
      : 'The site does not say how its editor is reached: an outlet that wants a correction can ask nobody'
  return [{ what, remedy: contactRemedy(configFile), kind: 'contact', advice: true }]
}

function examineDisk({ folder }: App): Diagnosis[] {
  const disk = statfsSync(placeOnDisk(folder))
  const free = disk.bavail * disk.bsize
  if (free >= littleSpace) return []
  const what = `The disk of "${folder}" has ${Math.round(free / 2 ** 20)} MiB left`
  return [{ what, remedy: 'make room, or move the press folder with --press', kind: 'disk' }]
}

/** Rows that are no longer what was written. What can be made anew, as a card, is made by the next run, and is told until then. */
function examineRows({ road, folder }: App): Diagnosis[] {
  return findDamage(road.store).map(({ table, row }) => ({
    what: `A row of the database is damaged and left out: ${table} "${row}"`,
    remedy: `put back a copy of ${folder}/waikan.db from before, or that row of it; what cannot be had again may be deleted: an article keeps its page until it is withdrawn`,
    kind: 'damage',
  }))
}

function examineReviews({ road, config }: App): Diagnosis[] {
  const { waiting, failed } = countReviews(road)
  const found: Diagnosis[] = []
  if (failed > 0) {
    const what = `${countOf(failed, 'article')} could not be reviewed by ${config.review.model}`
    found.push({ what, remedy: 'check the endpoint and its key; they are asked again on the next run', kind: 'model' })
  }
  if (waiting > 0) {
    const remedy = 'they go on tomorrow; raise review.budget in waikan.yaml to have them sooner'
    found.push({
      what: `${countOf(waiting, 'review')} ${waiting === 1 ? 'waits' : 'wait'} for budget`,
      remedy,
      kind: 'budget',
    })
  }
  return found
}

function print(app: App, findings: Diagnosis[]): void {
  const begun = app.isNew ? `press: none in "${app.folder}" yet, nothing was collected\n` : ''
  process.stdout.write(
    `configuration: ${app.configFile ?? 'none, the sample press'}\n${begun}sources: ${app.sources.length}, feeds: ${app.feeds.length}\nmodel: ${app.config.review.model}\n`,
  )
  for (const { what, remedy, advice } of findings)
    process.stdout.write(plainly(`- ${advice ? 'advice: ' : ''}${asTyped(what)}\n  remedy: ${remedy}\n`))
  if (findings.length === 0) process.stdout.write('nothing to mend\n')
}

function printJson(app: App, findings: Diagnosis[]): void {
  const sources = rhythms(app.road).map(({ source, usual, alarms }) => ({
    id: source.id,
    name: source.name,
    usual,
    alarms,
  }))
  const facts = {
    configuration: app.configFile,
    feeds: app.feeds.length,
    model: app.config.review.model,
    findings,
    sources,
  }
  process.stdout.write(`${JSON.stringify(facts, null, 2)}\n`)
}

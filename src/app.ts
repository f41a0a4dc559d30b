import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createFeedParser } from './collect/parse-in-worker.ts'
import { parseConfig, sourcesOf, type Config } from './config.ts'
import { ConfigError, explainDiskFault } from './errors.ts'
import { decodeBytes } from './net/charset.ts'
import { createFileGet } from './net/file-get.ts'
import type { Get } from './net/get.ts'
import { createPoliteGet, type PoliteOptions } from './net/polite-get.ts'
import { userAgentOf } from './net/user-agent.ts'
import { askModel } from './llm/ask-model.ts'
import { askPatiently } from './llm/ask-patiently.ts'
import { askReplay } from './llm/ask-replay.ts'
import { findSources, learnSecrets, settleSources, type Report, type Reviewer, type Road } from './pipeline.ts'
import { createExtractor } from './read/extract-in-worker.ts'
import { checkClaim } from './review/check/check-claim.ts'
import { checkReview } from './review/check/check-review.ts'
import { storedHolds } from './store/holds.ts'
import { holderOf, lockFolder } from './store/lock.ts'
import { feedState } from './store/items.ts'
import { storedSiteFiles } from './store/site-files.ts'
import { lookStore, nearestExisting } from './store/look-store.ts'
import { openStore, type Store } from './store/store.ts'
import { hideSecrets, sourceSecrets } from './text/feed-secrets.ts'
import type { Feed, Instant, Source } from './types.ts'

/** The folder of the sample press, in a checkout and in the published package alike. */
export const sampleFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'sample')

/** What the command line says about where things are. */
export type Places = { config: string | undefined; press: string | undefined }

/** Waikan with its tools built from a configuration. */
export type App = {
  config: Config
  /** The configuration's file, or `null` for the sample press. */
  configFile: string | null
  sources: Source[]
  feeds: Feed[]
  folder: string
  /** Is there no database in the folder yet? */
  isNew: boolean
  sample: boolean
  road: Road
  /** What reviews are made with; `null` without a model. */
  reviewer: Reviewer | null
  /**
   * Go on by another configuration, between two rounds.
   *
   * @throws {ConfigError} when its model or key is missing; all stays as it was then
   */
  adopt(config: Config): void
  close(): void
}

/**
 * Read the configuration: the named file, else `waikan.yaml` here, else that of the sample press.
 *
 * @throws {ConfigError} when a named file is missing or anything in it is wrong
 */
export function loadConfig(places: Places): { config: Config; file: string | null } {
  const named = places.config ?? (existsSync('waikan.yaml') ? 'waikan.yaml' : null)
  if (named === null) {
    const file = join(sampleFolder, 'waikan.yaml')
    return { config: parseConfig(readFileSync(file, 'utf8'), file), file: null }
  }
  if (!existsSync(named))
    throw new ConfigError(`Cannot read configuration "${named}": there is no such file; run "waikan init" to write one`)
  if (statSync(named).isDirectory())
    throw new ConfigError(`Cannot read configuration "${named}": it is a folder, expected a file`)
  return { config: parseConfig(readFileSync(named, 'utf8'), named), file: named }
}

/** Does a living process work on the press folder? */
export function isHeld(folder: string): boolean {
  return holderOf(folder) !== null
}

/** Where the disk of a press folder is asked about that is not there yet. */
export const placeOnDisk = nearestExisting

/** Who works on the press folder that is taken where none is named ("process 12"), or `null`. */
export function holderOfPress(): string | null {
  return holderOf(pressFolder({ config: undefined, press: undefined }, false))
}

/**
 * `beside`: the command only looks at the press, so it may run while another Waikan works on it. `begun`: there must be one,
 * as an empty press made for a mistyped folder would say that all is well.
 */
export type OpenOptions = { beside?: boolean; begun?: boolean }

/**
 * Build the tools. Closing gives the press folder back.
 *
 * @throws {ConfigError} when the configuration or the press folder cannot be used
 * @throws {DiskError} when the disk is full before the store is made
 */
export function openApp(places: Places, given: Report, { beside = false, begun = false }: OpenOptions = {}): App {
  const { config, file } = loadConfig(places)
  const sample = file === null
  const folder = pressFolder(places, sample)
  if (begun && !existsSync(join(folder, 'waikan.db')) && !existsSync(join(folder, 'site')))
    throw new ConfigError(
      `Cannot find a press in "${folder}": it has no waikan.db; give its folder with --press, or begin one with "waikan run"`,
    )
  const unlock = beside ? () => {} : lockFolder(folder)
  try {
    const isNew = !existsSync(join(folder, 'waikan.db'))
    const store = beside && !begun ? lookStore(folder) : openStore(folder)
    const now = createClock(process.env.SOURCE_DATE_EPOCH)
    const parser = createFeedParser()
    const extractor = createExtractor()
    const place: Place = { store, folder, sample, beside, now }
    const { road, notes, ...decided } = decide(config, place)
    let closed = false
    const app: App = {
      ...decided,
      configFile: file,
      folder,
      isNew,
      sample,
      road: {
        ...road,
        store,
        parse: parser.parse,
        extract: extractor.extract,
        now,
        checkClock: process.env.SOURCE_DATE_EPOCH === undefined,
        report: discreet(given, () => app.sources),
        width: sample ? 4 : 16,
      },
      adopt(next) {
        const { road: changed, notes: told, ...rest } = decide(next, place)
        Object.assign(app, rest)
        Object.assign(app.road, changed)
        for (const note of told) app.road.report.warn(note, {})
      },
      close() {
        // At its end and by a signal: whichever comes second has nothing to do.
        if (closed) return
        closed = true
        void parser.close()
        void extractor.close()
        store.close()
        unlock()
      },
    }
    for (const note of notes) app.road.report.warn(note, {})
    return app
  } catch (error) {
    unlock()
    throw explainDiskFault(error, folder) ?? error
  }
}

type Place = { store: Store; folder: string; sample: boolean; beside: boolean; now: () => Instant }

/** What a configuration decides of an app. */
type Decided = Pick<App, 'config' | 'sources' | 'feeds' | 'reviewer'> & {
  road: Pick<Road, 'sources' | 'feeds' | 'get' | 'readerLanguage' | 'model'>
  notes: string[]
}

function decide(config: Config, { store, folder, sample, beside, now }: Place): Decided {
  const reviewer = createReviewer(config, sample)
  const configured = sourcesOf(config)
  const { sources, feeds, notes } = beside ? findSources(store, configured) : settleSources(store, configured, now())
  for (const feed of feeds) learnSecrets(sources, feed, feedState(store, feed.id))
  const get = sample
    ? createFileGet(sampleFolder, { visit: wasVisited(folder) ? 2 : 1 })
    : networkGet(config, { holds: storedHolds(store), files: storedSiteFiles(store) })
  const road = { sources, feeds, get, readerLanguage: config.site.language, model: config.review.model }
  return { config, sources, feeds, reviewer, road, notes }
}

/** Where the press stands; `sample`: without a configuration. */
export function pressFolder({ press }: Places, sample: boolean): string {
  return resolve(press ?? (sample ? 'press/sample' : 'press'))
}

/** A report that tells nothing of what the feeds' addresses hold for one reader. */
function discreet(report: Report, sourcesNow: () => Source[]): Report {
  return {
    step: (stage, done, total) => report.step(stage, done, total),
    warn: (message, fields) => {
      // Asked each time: more are learnt while feeds are collected.
      const secrets = sourcesNow().flatMap(sourceSecrets)
      const hide = (value: unknown): unknown => (typeof value === 'string' ? hideSecrets(value, secrets) : value)
      const shown = Object.entries(fields).map(([key, value]) => [key, hide(value)] as const)
      report.warn(hideSecrets(message, secrets), Object.fromEntries(shown))
    },
  }
}

/** The clock, or the one instant that `SOURCE_DATE_EPOCH` names (reproducible-builds.org), in seconds since 1970. */
function createClock(epoch: string | undefined): () => Instant {
  if (epoch !== undefined && !/^\d+$/u.test(epoch)) {
    throw new ConfigError(`Wrong SOURCE_DATE_EPOCH: current value is "${epoch}", expected whole seconds since 1970`)
  }
  return () =>
    (epoch === undefined ? new Date() : new Date(Number(epoch) * 1000)).toISOString().replace(/\.\d+Z$/u, 'Z')
}

function wasVisited(folder: string): boolean {
  return existsSync(join(folder, 'visited'))
}

/**
 * Note that the sample press was gone through once: its outlets show their second state from then on, in which one of
 * them has corrected an article. A run that was killed stays on its first visit.
 */
export function finishVisit(app: App): void {
  if (!app.sample) return
  writeFileSync(join(app.folder, 'visited'), '')
  app.road.get = createFileGet(sampleFolder, { visit: 2 })
}

/**
 * The polite network of a configuration; its user agent names the site.
 *
 * @param given what is kept of the press, where there is one; `allow`: further hosts on private addresses, for a command that has
 *   `--allow`
 */
export function networkGet(
  config: Config,
  given: Pick<PoliteOptions, 'holds' | 'files'> & { allow?: string[] } = {},
): Get {
  const { allow, ...kept } = given
  return createPoliteGet({
    userAgent: userAgentOf(config.site),
    allow: [...config.net.allow, ...(allow ?? [])],
    hasAllowOption: allow !== undefined,
    timeoutMs: config.net.timeoutMs,
    perHostDelayMs: config.net.delayMs,
    ...kept,
  })
}

/**
 * The polite network for a look at one address: of the named configuration or of `waikan.yaml` here, else of the default
 * settings.
 *
 * @param allow further hosts on private addresses
 * @throws {ConfigError} when the configuration cannot be used
 */
export function lookGet(allow: string[], config: string | undefined): Get {
  const found = loadConfig({ config, press: undefined })
  return networkGet(found.file === null ? parseConfig('', 'defaults') : found.config, { allow })
}

/** Decode the bytes of a feed or page as the network would, for documents that come from a file or a line. */
export const decodeDocument = decodeBytes

/** The longest silence of an endpoint that a run waits for; a longer one is left for the next run. */
const longestWaitMs = 60_000

/**
 * What reviews are made with, or `null` where the configuration has no model. `replay` is for the sample press alone:
 * its replies are written by hand.
 *
 * @throws {ConfigError} when the model or its key is missing, or replay is asked for elsewhere
 */
export function createReviewer(config: Config, sample: boolean): Reviewer | null {
  const { model, baseUrl, stream, timeoutMs, parallel, perMinute, price, budget, terms, translate } = config.review
  if (model === 'none') return null
  if (model === 'replay' && !sample) {
    throw new ConfigError(
      'Wrong value of "review.model": "replay" prints the hand-written replies of the sample press, expected none or a model',
    )
  }
  const patience = {
    parallel,
    perMinute: perMinute ?? null,
    maxWaitMs: longestWaitMs,
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    nowMs: () => Date.now(),
  }
  const ask =
    model === 'replay'
      ? askReplay(join(sampleFolder, 'replies'))
      : askPatiently(askModel({ model, baseUrl }, { env: process.env, timeoutMs, stream }), patience)
  return {
    ask,
    model,
    checks: { claim: checkClaim, review: checkReview },
    terms: Object.entries(terms).map(([original, reader]) => ({ original, reader })),
    price: price ?? { input: 0, output: 0 },
    budget: { perDay: budget.perDay ?? null, perArticle: budget.perArticle ?? null },
    parallel,
    translate,
  }
}

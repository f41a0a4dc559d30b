import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { wrongHost } from './config/allowed-host.ts'
import { describeIssues, describeYaml, valuesOf, type Place } from './config/describe.ts'
import { ConfigError } from './errors.ts'
import { cleanLine } from './text/clean.ts'
import { feedName } from './text/feed-name.ts'
import { feedSecrets } from './text/feed-secrets.ts'
import { siteOf } from './text/site-of.ts'
import { slugify } from './text/slug.ts'
import type { Feed, Source } from './types.ts'

const rights = z.enum(['title', 'excerpt', 'full', 'private'])
const httpUrl = z
  .url({ protocol: /^https?$/, message: 'expected an address that begins with http:// or https://' })
  .refine((url) => !/\s/u.test(url), 'expected one address without spaces; several feeds stand in a list')
const siteUrl = httpUrl.refine((url) => {
  const parsed = URL.parse(url)
  return parsed === null || `${parsed.username}${parsed.password}${parsed.search}${parsed.hash}` === ''
}, 'expected the address of a folder, without user name, ? and #: it stands in every page')
const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u, 'expected a language tag, as zh-Hans or en')

const modelName = z
  .string()
  .min(1)
  .regex(/^(?!(?:openai|anthropic|google|ollama):$).+/u, 'expected the name of a model after the colon')

const allowedHost = z.string().superRefine((entry, context) => {
  const message = wrongHost(entry)
  if (message !== null) context.addIssue({ code: 'custom', message })
})

const modelAddress = httpUrl.refine((url) => {
  const parsed = URL.parse(url)
  return parsed?.username === '' && parsed.password === ''
}, 'expected an address without user name and password: a key comes from the environment, as WAIKAN_MODEL_KEY')

const domain = z
  .string()
  .regex(/^(?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]+$/u, 'expected a domain without http:// and path, as outlet.example')

const sourceId = z
  .string()
  .refine((id) => slugify(id) === id, 'expected small letters, digits and hyphens, as harbour-courier')

/** A line that is printed: without signs that no reader sees, as those that turn the rest of a page round. */
const printed = z.string().overwrite(cleanLine)

/** Of a wrong address the address's own words are told. */
const noFeed = ({ input }: { input?: unknown }): string | undefined =>
  typeof input === 'string' || Array.isArray(input) ? undefined : 'expected the address of a feed, or a list of them'

/** What `waikan.yaml` may say of a source. */
export const sourceShape = z.strictObject({
  id: sourceId.optional(),
  name: printed.min(1),
  feed: z.union([httpUrl, z.array(httpUrl).min(1)], { error: noFeed }),
  homepage: httpUrl.optional(),
  sites: z.array(domain).min(1).optional(),
  language: languageTag.optional(),
  rights: rights.default('excerpt'),
  expiresAfterDays: z.number().int().positive().optional(),
  embargoHours: z.number().int().positive().optional(),
  images: z.boolean().default(true),
})

const taglines = { 'zh-Hans': '读世界的报纸', en: 'Read the world’s press' }

const contact = z.union([z.email(), httpUrl], {
  error: 'expected a mail address, as editor@press.example, or an address that begins with http:// or https://',
})

const shape = z.strictObject({
  site: z
    .strictObject({
      title: printed.min(1).default('外刊'),
      tagline: printed.optional(),
      url: siteUrl.optional(),
      contact: contact.optional(),
      language: z.enum(['zh-Hans', 'en']).default('zh-Hans'),
      compress: z.boolean().default(false),
    })
    .prefault({}),
  review: z
    .strictObject({
      model: modelName.default('none'),
      baseUrl: modelAddress.optional(),
      stream: z.boolean().default(false),
      timeoutMs: z.number().int().positive().default(120_000),
      parallel: z.number().int().min(1).max(64).default(2),
      perMinute: z.number().positive().optional(),
      price: z.strictObject({ input: z.number().min(0), output: z.number().min(0) }).optional(),
      budget: z
        .strictObject({ perDay: z.number().min(0).optional(), perArticle: z.number().min(0).optional() })
        .prefault({}),
      terms: z.record(z.string().min(1), z.string().min(1)).default({}),
      translate: z.boolean().default(true),
      approval: z.enum(['auto']).default('auto'),
    })
    .prefault({}),
  sources: z.array(sourceShape).default([]),
  net: z
    .strictObject({
      allow: z.array(allowedHost).default([]),
      delayMs: z.number().int().min(0).default(1000),
      timeoutMs: z.number().int().positive().default(30_000),
    })
    .prefault({}),
})

/** `waikan.yaml`, checked and with its defaults. */
export type Config = z.infer<typeof shape> & { site: { tagline: string } }

/** The settings as a schema, for the documentation and its test. */
export const configShape = shape

/**
 * Read a configuration.
 *
 * @param text YAML
 * @param file its name, for messages
 * @throws {ConfigError} with file, line, column, key, value and what is allowed; one line a fault
 */
export function parseConfig(text: string, file: string): Config {
  const foreign = /[\0\uFFFD]/u.exec(text)
  if (foreign) {
    const line = text.slice(0, foreign.index).split('\n').length
    throw new ConfigError(
      `Cannot read "${file}" line ${line}: it is not written in UTF-8, expected a file saved as UTF-8`,
    )
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const place: Place = { text, file, document, lines, shape }
  const [broken] = document.errors
  if (broken) throw new ConfigError(describeYaml(broken, place))
  const read = shape.check(refuseTwins, refuseSharedFeeds, refuseIncompleteModel).safeParse(valuesOf(place) ?? {})
  if (!read.success) throw new ConfigError(describeIssues(read.error.issues, place))
  read.data.site.tagline ??= taglines[read.data.site.language]
  return read.data as Config
}

type Settings = z.core.ParsePayload<z.infer<typeof shape>>

function refuseTwins({ value, issues }: Settings): void {
  const seen = new Map<string, string>()
  for (const [at, entry] of value.sources.entries()) {
    const id = idOf(entry)
    const key = entry.id === undefined ? 'name' : 'id'
    const twin = seen.get(id)
    const message = `expected letters that "${twin}" has not: both would stand under "${id}"`
    if (twin !== undefined) issues.push({ code: 'custom', path: ['sources', at, key], message, input: entry[key] })
    seen.set(id, entry.name)
  }
}

/** A feed is asked once and its items belong to one source. */
function refuseSharedFeeds({ value, issues }: Settings): void {
  const seen = new Map<string, string>()
  for (const [at, { name, feed }] of value.sources.entries()) {
    for (const [place, url] of [feed].flat().entries()) {
      const owner = seen.get(feedName(url))
      const message =
        owner === name
          ? `expected it once: "${name}" names this feed twice`
          : `expected a feed of one source: "${owner}" names it too, take it out of one of the two`
      const path = ['sources', at, 'feed', ...(Array.isArray(feed) ? [place] : [])]
      if (owner !== undefined) issues.push({ code: 'custom', path, message, input: url })
      seen.set(feedName(url), name)
    }
  }
}

function refuseIncompleteModel({ value: { review }, issues }: Settings): void {
  const { model, baseUrl, budget } = review
  if (!/^(?:none|replay|(?:openai|anthropic|google|ollama):.*)$/su.test(model) && baseUrl === undefined) {
    const message =
      'expected none, openai:…, anthropic:…, google:…, ollama:…, or any name together with "review.baseUrl"'
    issues.push({ code: 'custom', path: ['review', 'model'], message, input: model })
  }
  // What a model on one's own machine costs is nobody's bill; any other must be known before a budget can be kept.
  if (review.price !== undefined || model.startsWith('ollama:')) return
  for (const key of ['perDay', 'perArticle'] as const) {
    const message =
      'expected "review.price" beside it, the price of a million tokens, as { input: 0.4, output: 1.6 }, to keep a budget'
    if (budget[key] !== undefined)
      issues.push({ code: 'custom', path: ['review', 'budget', key], message, input: budget[key] })
  }
}

function idOf({ id, name }: { id?: string | undefined; name: string }): string {
  return id ?? slugify(name)
}

/** Sites that the editor's own words make the outlet's: its front page, those listed, and where its feeds stand. */
function ownSites({ homepage, sites = [], feed }: Config['sources'][number]): string[] {
  const told = [homepage, ...sites.map((site) => `https://${site}/`), ...[feed].flat()]
  return [...new Set(told.flatMap((url) => (url === undefined ? [] : (siteOf(url) ?? []))))]
}

function secretsOf({ feed }: Config['sources'][number]): Pick<Source, 'secrets'> {
  const secrets = [feed].flat().flatMap(feedSecrets)
  return secrets.length === 0 ? {} : { secrets }
}

/**
 * The sources of a configuration with their feeds. A source's id is the one written down, else it comes from the name;
 * `fixed` are those written down; `settings` decide whether feeds can be had.
 */
export function sourcesOf(config: Config): {
  sources: Source[]
  feeds: Feed[]
  fixed: Set<string>
  settings: Config['net']
} {
  const sources = config.sources.map((entry): Source => ({
    id: idOf(entry),
    name: entry.name,
    homepage: entry.homepage ?? null,
    language: entry.language ?? null,
    rights: entry.rights,
    expiresAfterDays: entry.expiresAfterDays ?? null,
    ...(entry.embargoHours === undefined ? {} : { embargoHours: entry.embargoHours }),
    images: entry.images,
    sites: ownSites(entry),
    ...secretsOf(entry),
  }))
  const feeds = config.sources.flatMap((entry) =>
    [entry.feed].flat().map((url): Feed => ({ id: url, sourceId: idOf(entry), url })),
  )
  const fixed = new Set(config.sources.flatMap(({ id }) => (id === undefined ? [] : [id])))
  return { sources, feeds, fixed, settings: config.net }
}

import { generateOpml, parseOpml as parse } from 'feedsmith'
import { DocumentError } from '../errors.ts'
import { cleanLine } from '../text/clean.ts'
import type { Url } from '../types.ts'
import { mendScheme } from './feed-text.ts'

/**
 * What an outline says in our own namespace: settings of a source under their names in `waikan.yaml`, as text. `source` ties
 * together the feeds of one source.
 */
export type OpmlSettings = Partial<Record<(typeof settingNames)[number], string>>

/** One feed of an OPML file; `settings` where a Waikan has written it. */
export type OpmlFeed = { title: string; feed: Url; homepage: Url | null; language?: string; settings?: OpmlSettings }

const settingNames = ['source', 'id', 'rights', 'sites', 'expiresAfterDays', 'embargoHours', 'images'] as const
// OPML 2.0 takes attributes that are not its own from a namespace; other readers pass over them.
const ownSpace = 'xmlns:waikan="urn:x-waikan:opml"'
const ownAttributes = settingNames.map((name) => `waikan:${name}` as const)

type Outline = { text?: string; title?: string; xmlUrl?: string; htmlUrl?: string; language?: string } & {
  [name in (typeof ownAttributes)[number]]?: string
} & { outlines?: Outline[] }

/**
 * Every feed of an OPML file once, folders flattened, in the order of the file; what has no web address is left out.
 *
 * @throws {DocumentError} when it is no OPML
 */
export function parseOpml(text: string): OpmlFeed[] {
  let waiting: Outline[]
  try {
    waiting = (parse(text, { extraOutlineAttributes: ownAttributes }).body?.outlines ?? []).toReversed() as Outline[]
  } catch (cause) {
    throw new DocumentError(`Cannot read OPML "${text.trim().slice(0, 60)}": expected <opml> with outlines`, { cause })
  }
  const feeds = new Map<Url, OpmlFeed>()
  // The next one stands last: taking the first of a hundred thousand moves all others.
  for (let outline = waiting.pop(); outline; outline = waiting.pop()) {
    for (const inner of outline.outlines?.toReversed() ?? []) waiting.push(inner)
    const feed = webAddress(outline.xmlUrl)
    if (feed === null || feeds.has(feed)) continue
    const title = cleanLine(outline.title || outline.text || '') || feed
    const { language } = outline
    const settings = settingsOf(outline)
    feeds.set(feed, {
      title,
      feed,
      homepage: webAddress(outline.htmlUrl),
      ...(language && { language }),
      ...(Object.keys(settings).length > 0 && { settings }),
    })
  }
  return [...feeds.values()]
}

function settingsOf(outline: Outline): OpmlSettings {
  return Object.fromEntries(
    settingNames.flatMap((name) => {
      const said = outline[`waikan:${name}`]
      return said === undefined ? [] : [[name, said]]
    }),
  )
}

/** As it is written, user name and password with it: who exported a private feed wants it back. */
function webAddress(written: string | undefined): Url | null {
  const address = mendScheme(written?.trim() ?? '')
  return /^https?:\/\//iu.test(address) && URL.canParse(address) ? address : null
}

/** Feeds as OPML 2.0, with all that is known of their sources. */
export function formatOpml(title: string, feeds: OpmlFeed[]): string {
  const outlines = feeds.map((one) => ({
    type: 'rss',
    text: one.title,
    title: one.title,
    xmlUrl: one.feed,
    ...(one.homepage ? { htmlUrl: one.homepage } : {}),
    ...(one.language ? { language: one.language } : {}),
    ...Object.fromEntries(Object.entries(one.settings ?? {}).map(([name, said]) => [`waikan:${name}`, said])),
  }))
  const text = generateOpml({ head: { title }, body: { outlines } }, { extraOutlineAttributes: ownAttributes })
  return feeds.some(({ settings }) => settings) ? text.replace('<opml ', `<opml ${ownSpace} `) : text
}

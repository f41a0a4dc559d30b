import type { OpmlFeed, OpmlSettings } from '../collect/opml.ts'
import { sourceShape, type Config } from '../config.ts'
import { slugify } from '../text/slug.ts'
import type { Rights } from '../types.ts'
import type { NewSource } from './source-file.ts'

type Configured = Config['sources'][number]

/** A source as OPML: an outline for each feed, all that `waikan.yaml` says of the source with each. */
export function toOutlines(source: Configured): OpmlFeed[] {
  const { id, name, feed, homepage = null, sites, language, rights, expiresAfterDays, embargoHours, images } = source
  const feeds = [feed].flat()
  const said = {
    source: feeds.length > 1 ? (id ?? slugify(name)) : undefined,
    id,
    rights,
    sites: sites?.join(' '),
    expiresAfterDays: expiresAfterDays?.toString(),
    embargoHours: embargoHours?.toString(),
    images: images ? undefined : 'false',
  }
  const settings: OpmlSettings = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
  return feeds.map((url) => ({ title: name, feed: url, homepage, ...(language && { language }), settings }))
}

/**
 * The sources of an OPML file, with what another Waikan wrote of them; what `waikan.yaml` would not take is left out.
 *
 * @param rights for all; `undefined`: those of the file, `excerpt` where it has none
 */
export function fromOutlines(outlines: OpmlFeed[], rights: Rights | undefined): NewSource[] {
  const groups = Map.groupBy(outlines, ({ feed, settings }) => settings?.source ?? feed)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const feed = group.length === 1 ? first.feed : group.map((one) => one.feed)
    const taken = { rights: 'excerpt' as const, ...takenFrom(first), ...(rights && { rights }) }
    return [{ ...taken, name: first.title, feed }]
  })
}

const fields: Record<string, { safeParse: (value: unknown) => { success: boolean } }> = sourceShape.shape

function takenFrom({ homepage, language, settings: said = {} }: OpmlFeed): Partial<Configured> {
  const wanted = {
    ...said,
    homepage,
    language,
    sites: said.sites?.split(/\s+/u),
    expiresAfterDays: Number(said.expiresAfterDays),
    embargoHours: Number(said.embargoHours),
    images: said.images === 'false' ? false : undefined,
  }
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([key, value]) => value !== undefined && fields[key]?.safeParse(value).success === true,
    ),
  )
}

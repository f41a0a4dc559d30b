import { wordsOf } from './plain-words.ts'
import { listTitle } from './pages/list.tsx'
import { shownSources } from './render.tsx'
import type { SiteFile } from './write-files.ts'
import type { Printer } from './printer.ts'
import { listFolder, absolute, absoluteArticle } from './addresses.ts'

/** The JSON twin of a page that is no list. `search` has its index for one, `404` stands for what is not there. */
export function writeIndexTwin(key: string, printer: Printer): SiteFile[] {
  const made = twins[key]?.(printer)
  return made === undefined
    ? []
    : [{ path: `${key}/index.json`, body: `${JSON.stringify({ title: made.title, ...made.facts }, null, 1)}\n` }]
}

type Twin = { title: string; facts: Record<string, unknown> }

const twins: Record<string, (printer: Printer) => Twin> = {
  sources: (printer) => ({
    title: wordsOf(printer.site.language).sources,
    facts: { sources: shownSources(printer).map((row) => sourceFacts(row, printer)) },
  }),
  archive: (printer) => ({
    title: wordsOf(printer.site.language).archive,
    facts: {
      weeks: links('w/', printer),
      months: links('m/', printer),
      languages: links('lang/', printer),
    },
  }),
  about: ({ site }) => {
    const words = wordsOf(site.language)
    const marks = Object.fromEntries(words.legendText)
    return { title: words.about, facts: { text: words.aboutText, contact: site.contact ?? null, marks } }
  },
}

function sourceFacts({ list, source, newest }: ReturnType<typeof shownSources>[number], { site }: Printer) {
  return {
    id: source.id,
    name: source.name,
    language: source.language,
    rights: source.rights,
    homepage: source.homepage,
    url: absolute(site, listFolder(list)),
    feed: absolute(site, `${listFolder(list)}feed.json`),
    newest: newest ? { headline: newest.headline, date: newest.sortedAt, url: absoluteArticle(site, newest) } : null,
  }
}

function links(prefix: string, { shelf, site, sources }: Printer) {
  return shelf.lists(prefix).map(({ list }) => ({
    id: list.slice(prefix.length),
    title: listTitle(list, { site, sources }),
    url: absolute(site, listFolder(list)),
    json: absolute(site, `${listFolder(list)}${prefix === 'lang/' ? 'feed.json' : 'index.json'}`),
  }))
}

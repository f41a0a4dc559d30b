import { raw } from '../../text/jsx-runtime.ts'
import { baseLanguage } from '../../text/base-language.ts'
import { byCode } from '../../text/by-code.ts'
import { tongueOf } from '../../text/tongue.ts'
import type { Source } from '../../types.ts'
import { dayWords, fullDayWords, languageWords, monthWords, weekDays, weekWords } from '../calendar.ts'
import { wordsOf } from '../plain-words.ts'
import { Facts, href, linkTo, rootOf, sheet } from '../sheet.tsx'
import { once } from '../once.ts'
import type { Entry } from '../shelf.ts'
import { IssueOverview, SourcePulse, WeekLine, type Overview } from './overview.tsx'
import type { SiteSettings } from '../printer.ts'
import { articleAddress, listFolder, pageFolder, absolute } from '../addresses.ts'

type ListProps = {
  list: string
  site: SiteSettings
  sources: Map<string, Source>
  hasFeed: boolean
  entries: Entry[]
  /** `null`: the front page. */
  page: number | null
  older: number | null
  /** `null` on a full page: the next newer is the front page. */
  newer: number | null
  /** Counted on front pages alone: a full page must never change. */
  overview: Overview | null
}

/** A page of a list, newest first. No totals: a full page must never change. */
export function renderList(props: ListProps): string {
  const { list, site, sources, hasFeed, entries, page, older, newer, overview } = props
  const words = wordsOf(site.language)
  const path = pageFolder(list, page)
  const root = rootOf(path)
  const title = listTitle(list, { site, sources })
  const week = list.startsWith('w/') ? weekDays(list.slice(2), site.language) : null
  // On the front the week stands above the heading of the list: the list goes on beyond the week.
  const glance = <Glance list={list} overview={overview} entries={entries} site={site} sources={sources} root={root} />
  return sheet({
    site,
    root,
    title,
    ...(list === '' && page === null ? { ears: earsOf(entries, site.language) } : {}),
    ...(site.url === undefined ? {} : { canonical: absolute(site, path) }),
    ...(hasFeed ? { feed: listFolder(list) } : {}),
    twin: hasFeed && page === null ? `${listFolder(list)}feed.json` : `${path}index.json`,
    children: (
      <>
        {list === '' ? glance : null}
        <h1 {...(list.startsWith('source/') ? tongueOf(sources.get(list.slice(7))?.language ?? null) : {})}>
          {list === '' ? words.newest : title}
        </h1>
        {week === null ? null : <p class="facts">{week}</p>}
        <SourceFacts
          source={list.startsWith('source/') ? sources.get(list.slice(7)) : undefined}
          site={site}
          root={root}
        />
        {list === '' ? null : glance}
        {entries.length === 0 && page === null ? <p>{words.noArticle}</p> : null}
        <ol class="list" reversed>
          {entries.map((entry) => raw(lineOf(entry, props).join(root)))}
        </ol>
        <nav class="paging" aria-label={words.pages}>
          {older === null ? null : (
            <a rel="next" href={href(root, pageFolder(list, older))} data-key="n">
              {words.older}
            </a>
          )}
          {page === null ? null : (
            <a rel="prev" href={href(root, pageFolder(list, newer))} data-key="p">
              {words.newer}
            </a>
          )}
        </nav>
      </>
    ),
  })
}

type GlanceProps = Pick<ListProps, 'list' | 'overview' | 'entries' | 'site' | 'sources'> & { root: string }

/** What stands above a list: an issue's figures, a source's rhythm, a line on the week for the front of the site. */
function Glance({ list, overview, entries, site, sources, root }: GlanceProps) {
  if (!overview || overview.tally.length === 0) return null
  if (list.startsWith('source/')) return <SourcePulse overview={overview} site={site} />
  if (list !== '') return <IssueOverview overview={overview} site={site} sources={sources} root={root} />
  const week = newestOf(entries)?.week
  return week === undefined ? null : <WeekLine overview={overview} week={week} site={site} root={root} />
}

/** What a list is called in the reader's language. */
export function listTitle(list: string, { site, sources }: Pick<ListProps, 'site' | 'sources'>): string {
  const at = list.indexOf('/')
  const name = list.slice(at + 1)
  const titles: Record<string, () => string> = {
    source: () => sources.get(name)?.name ?? name,
    w: () => weekWords(name, site.language),
    m: () => monthWords(name, site.language),
    lang: () => languageWords(name, site.language),
  }
  return titles[list.slice(0, Math.max(0, at))]?.() ?? site.title
}

/** What is known of an outlet, and what of its text is shown here. */
function SourceFacts({ source, site, root }: { source: Source | undefined; site: SiteSettings; root: string }) {
  if (!source) return null
  const words = wordsOf(site.language)
  return (
    <Facts language={site.language}>
      {source.language === null ? '' : languageWords(source.language, site.language)}
      {words.rights[source.rights]}
      {source.homepage === null ? (
        ''
      ) : (
        <a href={linkTo(source.homepage)} rel="external">
          {words.homepage}
        </a>
      )}
      <a href={`${root}source/${source.id}/feed.xml`}>{words.feedOfSource}</a>
    </Facts>
  )
}

/** Day and week of the newest article: the day of printing would make the page another one without any news. */
function earsOf(entries: Entry[], language: SiteSettings['language']): [string, string] {
  const newest = newestOf(entries)
  return newest
    ? [`${wordsOf(language).latest} ${fullDayWords(newest.sortedAt, language)}`, weekWords(newest.week, language)]
    : ['', '']
}

/** By its day; positions follow the order in which articles were first seen. */
export function newestOf(entries: Entry[]): Entry | undefined {
  return entries.toSorted((a, b) => byCode(a.sortedAt, b.sortedAt)).at(-1)
}

/** Where a line leads up to the site's root, which every depth of lists has elsewhere. No value holds a quote as it stands. */
const rootMark = '\u0000'

/** An article's line, made once for all lists, in two pieces: between them stands the way to the root. */
function lineOf(entry: Entry, { list, site, sources }: Pick<ListProps, 'list' | 'site' | 'sources'>): string[] {
  const ofSource = list.startsWith('source/')
  return once(entry, ofSource ? lineNames[site.language].ofSource : lineNames[site.language].other, () => {
    const source = ofSource ? null : (sources.get(entry.sourceId)?.name ?? null)
    const html = String(<ListEntry entry={entry} root={rootMark} language={site.language} source={source} />)
    const at = html.indexOf(`"${rootMark}`) + 1
    return [html.slice(0, at), html.slice(at + rootMark.length)]
  })
}

const lineNames = {
  'zh-Hans': { ofSource: 'line of zh-Hans in source', other: 'line of zh-Hans' },
  en: { ofSource: 'line of en in source', other: 'line of en' },
}

type EntryProps = {
  entry: Entry
  root: string
  /** `null` where the list is of one source: its name stands above. */
  source: string | null
  language: SiteSettings['language']
}

/** An article in a list: for a reader of another language under our headline with the outlet's own below it. */
function ListEntry({ entry, root, source, language }: EntryProps) {
  const words = wordsOf(language)
  const to = `${root}${articleAddress(entry)}index.html`
  const { lang, dir } = tongueOf(entry.language)
  const foreign = primary(entry.language) !== primary(language)
  const by = entry.blurbBy === 'replay' ? words.byHand : words.byMachine
  const ours = entry.blurbBy === null ? null : entry.ownHeadline
  const facts = (
    <Facts language={language}>
      {source ?? ''}
      <time datetime={entry.sortedAt}>{dayWords(entry.sortedAt, language)}</time>
      {entry.verdict === 'not-text' ? '' : words.mainLength(entry)}
      {entry.verdict === 'whole' ? null : <strong class="verdict">{words.verdict[entry.verdict]}</strong>}
      {entry.kind === undefined ? null : <strong class="verdict">{words.outletCalls[entry.kind]}</strong>}
    </Facts>
  )
  if (foreign && ours) {
    return (
      <li lang={lang}>
        <h2 lang={language}>
          <a href={to}>{ours}</a>
        </h2>
        <p class="original" dir={dir}>
          {entry.headline}
        </p>
        {facts}
        <p class="hand" lang={language}>
          <span class="by">{by}</span>
          {entry.blurb}
        </p>
      </li>
    )
  }
  return (
    <li lang={lang}>
      <h2 dir={dir}>
        <a href={to}>{entry.headline}</a>
      </h2>
      {facts}
      {entry.blurbBy === null ? (
        entry.blurb && <p dir={dir}>{entry.blurb}</p>
      ) : (
        <p class="hand" lang={language}>
          <span class="by">{by}</span>
          {ours ? <strong>{ours}</strong> : null} {entry.blurb}
        </p>
      )}
    </li>
  )
}

function primary(language: string | null): string | undefined {
  return baseLanguage(language) || undefined
}

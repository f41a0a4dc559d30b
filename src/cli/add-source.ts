import type { FoundFeed } from '../collect/find-feeds.ts'
import { ConfigError } from '../errors.ts'
import { showFeed } from '../text/feed-secrets.ts'
import { redactUrl } from '../text/redact-url.ts'
import { asksFor, listen, type Road } from '../pipeline.ts'
import { readItem } from '../read/read.ts'
import type { FeedItem, Instant, Rights, Url } from '../types.ts'
import { countOf } from './count-of.ts'
import { nextStep } from './next-step.ts'
import { lookForFeeds } from './look-for-feeds.ts'
import { addToFile, findFollowed } from './source-file.ts'
import { tellTerms } from './tell-terms.ts'

/** What the command line says of a new source; what is missing is asked on a terminal, else taken from the feed. */
export type AddWish = {
  config: string
  name?: string | undefined
  rights?: Rights | undefined
  unchecked?: boolean | undefined
  /** Hosts on private addresses; kept in the configuration, for the next run asks them too. */
  allow?: string[]
}

/** `ask` is `null` where nobody can answer. */
export type AddTools = {
  get: Road['get']
  now: () => Instant
  print: (line: string) => void
  ask: ((question: string) => Promise<string>) | null
}

const allRights = ['title', 'excerpt', 'full', 'private'] as const

/**
 * Follow an outlet: find the feed of an address, show what it brings and what reading an item gives, ask for the
 * rights, and write it down.
 *
 * @throws {FetchError} when the address cannot be had, or answers with an error and its site has no feed
 * @throws {DocumentError} when there is no feed
 */
export async function addSource(typed: string, wish: AddWish, tools: AddTools): Promise<void> {
  const whole = /^[a-z][a-z\d+.-]*:\/\//iu.test(typed)
  const address = whole ? typed : `https://${typed}`
  if (URL.parse(address)?.hostname === '' || !URL.canParse(address))
    throw new ConfigError(
      `Cannot follow "${redactUrl(typed)}": expected the address of a feed or of a page, as outlet.example or https://outlet.example/rss.xml`,
    )
  if (tellFollowed([address], wish, tools)) return
  if (wish.unchecked === true) {
    write(wish, { feed: address, title: null, language: null, rights: wish.rights ?? 'excerpt' }, tools)
    return
  }
  const chosen = await choose(await lookForFeeds(typed, tools), tools)
  if (tellFollowed([chosen.url, chosen.at], wish, tools)) return
  await show(chosen, tools)
  const rights = wish.rights ?? (await askRights(tools))
  const { title, language } = chosen.parsed.feed
  write(wish, { feed: keepSecret(address, chosen.url), title, language, rights }, tools)
}

/** Tell of a source that is followed under one of the addresses, before anybody is asked for more. */
function tellFollowed(addresses: Url[], wish: AddWish, { print }: AddTools): boolean {
  const source = findFollowed(wish.config, addresses)
  if (source === null) return false
  const { name, rights, feed } = source
  const feeds = [feed].flat().map(showFeed).join(', ')
  print(
    `"${name}" is followed already, with rights "${rights}": ${feeds}; what is to be otherwise is changed in ${wish.config}`,
  )
  tellAllowed(addToFile(wish.config, [], wish.allow).allowed, wish, print)
  return true
}

function tellAllowed(allowed: string[], { config }: AddWish, print: AddTools['print']): void {
  if (allowed.length > 0)
    print(`net.allow of ${config} has ${allowed.join(', ')} now: private addresses that may be fetched`)
}

async function choose(found: FoundFeed[], { print, ask }: AddTools): Promise<FoundFeed> {
  const [first] = found
  if (first === undefined) throw new RangeError('Cannot choose from no feeds: expected at least one')
  if (found.length === 1) return first
  print(`${found.length} feeds found:`)
  for (const [at, { url, title }] of found.entries())
    print(`  ${at + 1}  ${title ?? 'without a title'}  ${redactUrl(url)}`)
  if (ask === null) {
    print('The first is taken; give the address of another to take that.')
    return first
  }
  return found[Number((await ask('Which one [1]: ')) || 1) - 1] ?? first
}

async function show(feed: FoundFeed, tools: AddTools): Promise<void> {
  const { items, repairs } = feed.parsed
  tools.print(`${feed.title ?? 'A feed without a title'}  ${redactUrl(feed.url)}  ${countOf(items.length, 'item')}`)
  for (const repair of repairs.slice(0, 3)) tools.print(`  mended: ${repair}`)
  // Some feeds begin with their oldest item.
  const latest = items.toSorted((one, two) => dateOf(two).localeCompare(dateOf(one))).slice(0, 5)
  for (const item of latest) tools.print(`  ${dateOf(item).slice(0, 10) || 'no date'}  ${item.title}`)
  const [newest] = latest
  if (newest === undefined) return
  // As a run will ask, once the feed is written down.
  const own = asksFor(tools.get, [feed.url])
  const { get, said } = listen(own)
  tools.print(await tryReading(newest, { ...tools, get }))
  for (const line of await tellTerms(feed, { items: latest, said: said(), get: own })) tools.print(line)
}

function dateOf(item: FeedItem): string {
  return item.publishedAt ?? item.updatedAt ?? ''
}

async function tryReading(item: FeedItem, { get, now }: AddTools): Promise<string> {
  const { article, failure } = await readItem(item, { get, now, outlet: null })
  if (failure !== null)
    return `Reading the newest: the page cannot be had, the text of the feed is all there is: ${failure}`
  const { words, characters } = article.length
  const length = [words > 0 ? countOf(words, 'word') : '', characters > 0 ? countOf(characters, 'character') : '']
    .filter(Boolean)
    .join(', ')
  if (article.passages.length === 0)
    return `Reading the newest: no text was found on its page (${article.completeness.verdict}); waikan extract ADDRESS --explain says what was taken out`
  return `Reading the newest: ${article.completeness.verdict}, ${countOf(article.passages.length, 'passage')}, ${length || 'no text'}`
}

async function askRights({ ask, print }: AddTools): Promise<Rights> {
  if (ask === null) {
    print('Rights: excerpt, own summary, short quoted passages and a link; --rights says otherwise.')
    return 'excerpt'
  }
  print('What may be shown of it? title: headline and link; excerpt: also short quoted passages;')
  print('full: the whole text, only with permission; private: nothing in public')
  for (;;) {
    const answer = (await ask('Rights [excerpt]: ')).trim() || 'excerpt'
    const known = allRights.find((one) => one === answer)
    if (known !== undefined) return known
    print(`"${answer}" is none of ${allRights.join(', ')}`)
  }
}

/** The feed's own address with the user name that was typed, when it is on the same site. */
function keepSecret(typed: string, feed: string): string {
  const [from, to] = [URL.parse(typed), URL.parse(feed)]
  if (from === null || to === null || from.origin !== to.origin) return feed
  to.username = from.username
  to.password = from.password
  return to.href
}

function write(
  wish: AddWish,
  found: { feed: string; title: string | null; language: string | null; rights: Rights },
  { print }: AddTools,
): void {
  const name = wish.name ?? found.title?.slice(0, 120) ?? URL.parse(found.feed)?.hostname ?? found.feed
  const language = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/iu.test(found.language ?? '') ? found.language : null
  const tag = language === null ? {} : { language: language.replace(/^[a-z]+/iu, (letters) => letters.toLowerCase()) }
  const { names, allowed } = addToFile(
    wish.config,
    [{ name, feed: found.feed, rights: found.rights, ...tag }],
    wish.allow,
  )
  const [written = name] = names
  const taken = written === name ? '' : ` (the name "${name}" was taken)`
  print(`"${written}" added to ${wish.config} with rights "${found.rights}"${taken}. Next: ${nextStep()}`)
  tellAllowed(allowed, wish, print)
}

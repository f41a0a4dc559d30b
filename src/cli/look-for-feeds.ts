import { findFeeds, isTroubled, type FeedSearch, type FoundFeed } from '../collect/find-feeds.ts'
import { DocumentError, FetchError } from '../errors.ts'
import { asksFor, type Road } from '../pipeline.ts'
import { showFeed } from '../text/feed-secrets.ts'
import { redactUrl } from '../text/redact-url.ts'
import type { Url } from '../types.ts'

type LookTools = { get: Road['get']; print: (line: string) => void }

/**
 * The feeds of what was typed: a host without its scheme is asked by https, and where nobody speaks that, by http.
 *
 * @throws {FetchError} when it cannot be had, or answers with an error and its site has no feed
 * @throws {DocumentError} when there is none
 */
export async function lookForFeeds(typed: string, tools: LookTools): Promise<FoundFeed[]> {
  if (/^[a-z][a-z\d+.-]*:\/\//iu.test(typed)) return await look(typed, tools)
  try {
    return await look(`https://${typed}`, tools)
  } catch (error) {
    if (!(error instanceof FetchError) || !error.retryable || error.status !== null) throw error
    tools.print(`${error.message.replace(/; to follow it .*$/su, '')}; trying http://`)
    return await look(`http://${typed}`, tools)
  }
}

async function look(address: Url, { get, print }: LookTools): Promise<FoundFeed[]> {
  const search = await find(address, get)
  const { feeds, status, movedTo, missed } = search
  if (feeds.length === 0) throw noFeed(address, search)
  if (movedTo !== null) print(`${redactUrl(address)} moved for good to ${showFeed(movedTo)}: that address is followed`)
  if (status !== 200)
    print(`${redactUrl(address)}: server answered ${status}; a feed of the same site was looked for and found`)
  for (const { url, why } of missed) print(`The page names ${showFeed(url)} too, which cannot be had: ${why}`)
  return feeds
}

async function find(address: Url, get: Road['get']): Promise<FeedSearch> {
  try {
    return await findFeeds(address, asksFor(get, [address]))
  } catch (error) {
    if (!(error instanceof FetchError)) throw error
    const { url, retryable, status } = error
    // What cannot be fetched at all cannot be followed either.
    if (!retryable) throw error
    const message = `${error.message}; to follow it all the same use --unchecked with the address of the feed`
    throw new FetchError(message, { url, retryable, status, cause: error })
  }
}

const unasked = 'follow it all the same by --unchecked with the address of the feed'

function noFeed(address: Url, search: FeedSearch): FetchError | DocumentError {
  const { status, missed } = search
  const url = redactUrl(address)
  const beginning = `Cannot find a feed at "${url}":`
  if (search.isGone) {
    const why = 'server answered 410, it is gone for good, and nothing else was asked'
    const remedy = 'give the front page of the outlet, or the address that its feed has now'
    return new FetchError(`${beginning} ${why}; ${remedy}`, { url, status, retryable: false })
  }
  if (status !== 200) {
    const why = `server answered ${status}, expected 200${isTroubled(status) ? '' : `, and ${elsewhere(search)}`}`
    return new FetchError(`${beginning} ${why}; ${remedy(status)}`, { url, status, retryable: isTroubled(status) })
  }
  if (missed.length === 0)
    return new DocumentError(
      `${beginning} it is none, names none in its links, and ${elsewhere(search)}, expected the address of a feed or of a page that has one`,
    )
  const named = missed.map((one) => `${showFeed(one.url)} (${one.why})`).join(', ')
  return new DocumentError(`${beginning} it names ${named}, and ${elsewhere(search)}; try again later, or ${unasked}`)
}

function elsewhere({ endedAt }: FeedSearch): string {
  if (endedAt === null) return 'none of the usual paths (/feed, /rss, /feed.xml …) answers with a feed'
  return `the search in the usual paths ended at ${showFeed(endedAt.url)} (${endedAt.why})`
}

function remedy(status: number): string {
  if (isTroubled(status)) return `try again later, or ${unasked}`
  if (status === 401 || status === 403)
    return 'it lets in only whom it knows: give the address of its feed, with user name and password where you have them (https://NAME:PASSWORD@…)'
  return 'look at the address in a browser, or give the front page of the outlet'
}

import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isMap, isSeq, parseDocument, type Document } from 'yaml'
import { parseConfig, type Config } from '../config.ts'
import { ConfigError } from '../errors.ts'
import { feedName } from '../text/feed-name.ts'
import { slugify } from '../text/slug.ts'
import type { Rights, Url } from '../types.ts'

/** A source as it is written into `waikan.yaml`, one feed or several. */
export type NewSource = Partial<Config['sources'][number]> & { name: string; feed: string | string[]; rights: Rights }

/** The configuration of a file that may not be there yet. */
export function readSourceFile(file: string): Config {
  return parseConfig(textOf(file), file)
}

/** The source of a file of which one of some addresses is a feed or the home page, or `null`. */
export function findFollowed(file: string, addresses: Url[]): Config['sources'][number] | null {
  const wanted = new Set(addresses.map(feedName))
  const isWanted = (url: Url): boolean => wanted.has(feedName(url))
  return readSourceFile(file).sources.find(({ feed, homepage }) => [feed, homepage ?? []].flat().some(isWanted)) ?? null
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : 'sources: []\n'
}

/**
 * Add sources at the end of the list; comments and order of the file stay. A feed that is there is not added twice.
 *
 * @param allow hosts for `net.allow`
 * @returns how many feeds were added, the names of their sources as they were written, and which hosts
 * @throws {ConfigError} when the file would not be right any more; it stays as it was
 */
export function addToFile(
  file: string,
  wanted: NewSource[],
  allow: string[] = [],
): { added: number; names: string[]; allowed: string[] } {
  const before = textOf(file)
  const { sources: known, net } = parseConfig(before, file)
  const feeds = new Set(known.flatMap((source) => source.feed).map(feedName))
  const names = new Set(known.flatMap(({ id, name }) => [slugify(name), ...(id === undefined ? [] : [id])]))
  const document = parseDocument(before)
  if (!isSeq(document.get('sources'))) document.set('sources', document.createNode([]))
  const written: string[] = []
  let added = 0
  for (const { id, name: wished, feed: brought, ...others } of wanted) {
    const fresh = [brought].flat().filter((url) => !feeds.has(feedName(url)))
    const [first] = fresh
    if (first === undefined) continue
    const own = id === undefined || names.has(id) ? {} : { id }
    const name = own.id === undefined ? freeName(wished, names) : wished
    const feed = fresh.length === 1 ? first : fresh
    document.addIn(['sources'], document.createNode({ ...own, name, feed, ...others }))
    for (const url of fresh) feeds.add(feedName(url))
    names.add(own.id ?? slugify(name))
    written.push(name)
    added += fresh.length
  }
  const list = document.get('sources')
  if (isSeq(list)) list.flow = false
  const allowed = allow.filter((host) => !net.allow.includes(host))
  if (allowed.length > 0) allowHosts(document, [...net.allow, ...allowed])
  const text = document.toString()
  try {
    parseConfig(text, file)
  } catch (cause) {
    throw new ConfigError(
      `Cannot add to "${file}", it stays as it was: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
  if (added + allowed.length > 0) writeFileSync(file, text)
  return { added, names: written, allowed }
}

function allowHosts(document: Document, hosts: string[]): void {
  if (!isMap(document.get('net'))) document.set('net', document.createNode({}))
  document.setIn(['net', 'allow'], document.createNode(hosts, { flow: true }))
}

function freeName(name: string, taken: Set<string>): string {
  if (!taken.has(slugify(name))) return name
  for (let number = 2; ; number++) {
    if (!taken.has(slugify(`${name} ${number}`))) return `${name} ${number}`
  }
}

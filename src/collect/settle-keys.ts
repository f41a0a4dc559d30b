import { createHash } from 'node:crypto'
import { foldWords } from '../text/fold-words.ts'
import { likeness } from '../text/likeness.ts'
import type { FeedItem } from '../types.ts'
import { addressName, addressNames, isAddressName } from './article-address.ts'
import { canonicalAddress, itemKey } from './identity.ts'

/** An item that the press has. `names`: every guid and address it ever had, as `namesOf()` gives them. */
export type KnownItem = { key: string; title: string; names: Set<string> }

/** What a headline must share with another at one address to be the same one, edited. */
const edited = 0.5
/** With a guid that is made to be unique, less will do: only a headline of quite other words makes it another story. */
const reworded = 0.2

type Told = Pick<FeedItem, 'key' | 'guid' | 'url' | 'title' | 'summary'>

/** An address that so many items share is a live page: its entries are not compared one by one. */
const mostEdits = 50

/** What an item may be known by: its guid and its address, scheme and tracking apart, and its key. */
export function namesOf(item: Told): string[] {
  return [...new Set([...guidNames(item), ...addressNames(item.url), item.key])]
}

/** The guid as names; none where there is none, or where its document gives it to several addresses. */
function guidNames(item: Told): string[] {
  if (item.guid === null || item.key !== itemKey(item)) return []
  return isAddress(item.guid) ? addressNames(item.key) : [item.guid]
}

/**
 * The items of one document under the keys of the press.
 *
 * A guid that outlets use again, a guid that changes, and links that several stories share: what decides are guid,
 * address and headline together (ADR 121). An item that is known keeps its key; what is new gets one that is free.
 *
 * @param known what the press has under any of the items' names
 */
export function settleKeys(items: FeedItem[], known: KnownItem[]): FeedItem[] {
  const facts = items.map(factsOf)
  const desk = openDesk(facts, known)
  for (const one of facts) settle(one, findCertain(one, desk), desk)
  for (const one of facts) settle(one, findEdited(one, desk), desk)
  for (const one of facts) if (!desk.settled.has(one)) settle(one, findCertain(one, desk) ?? makeKnown(one, desk), desk)
  return facts.map((one) => ({ ...one.item, key: desk.settled.get(one)?.key ?? one.item.key }))
}

/** An item with what decides: guid and address as names, `title` folded. */
type Facts = { item: FeedItem; guid: string | null; address: string | null; title: string; names: string[] }

function factsOf(item: FeedItem): Facts {
  const [guid, address] = [guidNames(item)[0] ?? null, addressName(item.url)]
  return { item, guid, address, title: fold(item.title), names: namesOf(item) }
}

/** `known` and `shown`: what the press has, and what the document shows, by each of its names; `titled`: by name and headline. */
type Desk = {
  known: Map<string, KnownItem[]>
  titled: Map<string, KnownItem[]>
  shown: Map<string, Facts[]>
  keys: Set<string>
  settled: Map<Facts, KnownItem>
  taken: Set<KnownItem>
}

function openDesk(items: Facts[], known: KnownItem[]): Desk {
  const maps = { known: new Map(), titled: new Map(), shown: new Map(), settled: new Map() }
  const desk: Desk = { ...maps, keys: new Set(), taken: new Set() }
  for (const one of known) enter(one, desk)
  for (const one of items) for (const name of one.names) list(desk.shown, name).push(one)
  return desk
}

function enter(one: KnownItem, { known, titled, keys }: Desk, title = fold(one.title)): void {
  keys.add(one.key)
  // Names that were written before the form of a page was told apart from its address are compared as today's.
  const today = [...one.names].flatMap((name) => (isAddressName(name) ? addressNames(`https:${name}`) : []))
  for (const name of new Set([...one.names, ...today])) {
    list(known, name).push(one)
    list(titled, `${name}\n${title}`).push(one)
  }
}

function list<T>(lists: Map<string, T[]>, name: string): T[] {
  const before = lists.get(name)
  if (before) return before
  const made: T[] = []
  lists.set(name, made)
  return made
}

function settle(item: Facts, known: KnownItem | null, { settled, taken }: Desk): void {
  if (known === null || settled.has(item)) return
  settled.set(item, known)
  taken.add(known)
}

/** The item that guid, or address with headline, say it is. */
function findCertain({ item, guid, address, title }: Facts, { known, titled }: Desk): KnownItem | null {
  const same = titled.get(`${guid ?? address ?? item.key}\n${title}`) ?? []
  if (guid === null) return same[0] ?? null
  const others = (known.get(guid) ?? []).filter((one) => isSameGuid({ guid, address, title }, one))
  const certain = [...same, ...others]
  return certain.find(({ names }) => address !== null && names.has(address)) ?? certain[0] ?? null
}

type Guided = { guid: string; address: string | null; title: string }

function isSameGuid({ guid, address, title }: Guided, known: KnownItem): boolean {
  const addresses = [...known.names].filter(isAddressName)
  if (isAddressName(guid) || address === null || addresses.length === 0 || known.names.has(address)) return true
  const places = [address, ...addresses].map((one) => numberIn(guid, one))
  if (places.slice(1).some((place) => place !== null && place === places[0])) return true
  const isNumbered = places[0] !== null && places.slice(1).some((place) => place !== null)
  return likeness(title, known.title) >= (isUnique(guid) ? reworded : isNumbered ? edited : 1)
}

/** What stands before the number by which an outlet counts its articles, or `null` where the address has it not. */
function numberIn(guid: string, address: string): string | null {
  if (guid.length < 3 || !/^[\w-]+$/u.test(guid)) return null
  const at = new RegExp(`(?<![\\p{L}\\p{N}])${guid}(?![\\p{L}\\p{N}])`, 'u').exec(address)?.index
  return at === undefined ? null : address.slice(0, at)
}

/**
 * An item at a known address under another guid or none: the same where the headline is, or is one edited, as long as this
 * document does not show the known one as well.
 */
function findEdited(told: Facts, desk: Desk): KnownItem | null {
  const { guid, address, title } = told
  if (desk.settled.has(told) || address === null) return null
  const here = desk.known.get(address) ?? []
  if (here.length > mostEdits) return null
  const absent = here.filter((one) => !isShown(one, { told, address, desk }))
  const [like] = absent.toSorted((a, b) => likeness(b.title, title) - likeness(a.title, title))
  if (!like) return null
  if (likeness(like.title, title) >= edited) return like
  // Without guids an address is all there is: its one story has a new headline.
  const byAddress = guid === null || [...like.names].every((name) => name === address || isAddress(name))
  return byAddress && here.length === 1 && isAlone(told, address, desk) ? like : null
}

/** Does another item of the document bear a name of the known one, apart from the address that they share? */
function isShown(known: KnownItem, { told, address, desk }: { told: Facts; address: string; desk: Desk }): boolean {
  if (desk.taken.has(known)) return true
  const own = new Set([...told.names, address])
  // A guid that several known items bear says nothing of any.
  const isHis = (name: string): boolean => !own.has(name) && desk.known.get(name)?.length === 1
  return [...known.names].some((name) => isHis(name) && desk.shown.has(name))
}

/** Does no other new item of the document link there? */
function isAlone(told: Facts, address: string, { shown, settled }: Desk): boolean {
  return (shown.get(address) ?? []).every((other) => other === told || settled.has(other))
}

function makeKnown({ item, title, names }: Facts, desk: Desk): KnownItem {
  const address = item.url && canonicalAddress(item.url)
  const told = `${address ?? item.key} sha256:${createHash('sha256').update(title).digest('hex')}`
  const key = [item.key, address, told].find((one) => one !== null && one !== '' && !desk.keys.has(one)) ?? told
  const made = { key, title: item.title, names: new Set([...names, key]) }
  enter(made, desk, title)
  return made
}

/** Made to be unique in the world: a tag or URN, a UUID, or as long as a hash. */
function isUnique(guid: string): boolean {
  return /^(?:tag|urn):|[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}|^[\da-f]{16,}$/iu.test(guid)
}

function isAddress(text: string): boolean {
  return /^https?:\/\//iu.test(text)
}

function fold(title: string): string {
  return foldWords(title).toLowerCase()
}

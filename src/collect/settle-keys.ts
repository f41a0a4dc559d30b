import { foldWords } from '../text/fold-words.ts'
import { likeness } from '../text/likeness.ts'
import type { FeedItem } from '../types.ts'
import { addressNames, isAddressName } from './article-address.ts'
import { canonicalAddress, hashOf, itemKey } from './identity.ts'
import { sharedGuids } from './shared-guids.ts'

/** An item that the press has. `names`: every guid and address it ever had, as `namesOf()` gives them. */
export type KnownItem = { key: string; title: string; names: Set<string> }

/** What a headline must share with another at one address to be the same one, edited. */
const edited = 0.5
/** With a guid that is made to be unique, less will do: only a headline of quite other words makes it another story. */
const reworded = 0.2

type Told = Pick<FeedItem, 'key' | 'guid' | 'url' | 'title' | 'summary' | 'content' | 'enclosures'>

/** An address that so many items share is a live page: its entries are not compared one by one. */
const mostEdits = 20

/** What an item may be known by: its guid and its address, scheme and tracking apart, all of its words, and its key. */
export function namesOf(item: Told): string[] {
  return toldBy(item).names
}

/** The parts of an item's names; `words` where it is vague. */
function toldBy(item: Told): { guids: string[]; places: string[]; words: string | null; names: string[] } {
  const guids = guidNames(item)
  const page = addressNames(item.url)
  // What has neither guid nor page stands where the recording does that it brings.
  const recording = page.length === 0 && guids.length === 0 ? item.enclosures[0] : undefined
  const places = recording ? addressNames(recording.url) : page
  // Without a place or a headline several items of one document may look the same but for their texts.
  const words = item.title === '' || places.length === 0 ? wordsName(item) : null
  return {
    guids,
    places,
    words,
    names: [...new Set([...guids, ...places, ...(words === null ? [] : [words]), item.key])],
  }
}

function wordsName({ title, summary, content, enclosures }: Told): string {
  return `words:${hashOf(title, summary, content, ...enclosures.map(({ url }) => url))}`
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
  const shared = sharedGuids(items)
  const facts = items.map((item) => factsOf(item, shared))
  const desk = openDesk(facts, known)
  for (const one of facts)
    if (one.guid === null && one.words !== null) settle(one, findSaid(one, desk)[0] ?? null, desk)
  for (const one of facts) settle(one, findCertain(one, desk), desk)
  for (const one of facts) settle(one, findEdited(one, desk), desk)
  for (const one of facts) if (!desk.settled.has(one)) settle(one, findCertain(one, desk) ?? makeKnown(one, desk), desk)
  return facts.map((one) => ({ ...one.item, key: desk.settled.get(one)?.key ?? one.item.key }))
}

/** An item with what decides: guid and address as names, `title` folded, `words` where it is vague. */
type Facts = {
  item: FeedItem
  guid: string | null
  address: string | null
  title: string
  words: string | null
  names: string[]
}

function factsOf(item: FeedItem, shared: Set<string>): Facts {
  const { guids, places, words, names } = toldBy(item)
  const guid = shared.has(item.guid ?? '') ? null : (guids[0] ?? null)
  return { item, guid, address: places[0] ?? null, title: fold(item.title), words, names }
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

/** Items with the headline at the address; for a vague item those whose every word it has. */
function findSaid({ address, title, words }: Facts, { titled }: Desk): KnownItem[] {
  return titled.get(`${words ?? address}\n${title}`) ?? []
}

/** The item that guid, or address with headline, say it is. */
function findCertain(told: Facts, desk: Desk): KnownItem | null {
  const { guid, address, title } = told
  if (guid === null) return findTitled(told, desk)
  const same = desk.titled.get(`${guid}\n${title}`) ?? []
  const others = (desk.known.get(guid) ?? []).filter((one) => isSameGuid({ guid, address, title }, one))
  const said = findUnguided(told, { same, others, desk })
  const certain = said ? [said] : [...same, ...others]
  return certain.find(({ names }) => address !== null && names.has(address)) ?? certain[0] ?? null
}

/** A guid that several items bear says nothing: such an item was told by its words, or by its headline and address. */
function findUnguided(
  told: Facts,
  { same, others, desk }: { same: KnownItem[]; others: KnownItem[]; desk: Desk },
): KnownItem | null {
  if (told.words === null && (same.length > 0 || others.length === 0)) return null
  const said = findSaid(told, desk)
  const found = said.find((one) => others.includes(one)) ?? said.find((one) => !isGuided(one))
  return found ?? (told.words === null ? (said[0] ?? null) : null)
}

/** An item without a guid, by its place and headline; a vague one only as long as no other item of the document is it. */
function findTitled({ item, address, title, words }: Facts, { titled, taken }: Desk): KnownItem | null {
  const same = titled.get(`${address ?? item.key}\n${title}`) ?? []
  if (words === null) return same[0] ?? titled.get(`${item.key}\n${title}`)?.find(isPlaceless) ?? null
  // A page of several notes without headlines: what is new there is no edit of one of them.
  if (same.length > (address === null ? mostEdits : 1)) return null
  const before = item.guid === null ? [] : (titled.get(`${item.guid}\n${title}`) ?? [])
  return [...same, ...before].find((one) => !taken.has(one)) ?? null
}

function isGuided({ names }: KnownItem): boolean {
  return [...names].some((name) => !/^(?:\/\/|https?:)|sha256:/u.test(name))
}

function isPlaceless({ names }: KnownItem): boolean {
  return ![...names].some(isAddressName)
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
  const shares = absent.map((one) => ({ one, share: likeness(one.title, title) }))
  const [first] = shares.toSorted((a, b) => b.share - a.share)
  if (!first) return null
  const { one: like, share } = first
  // Two texts without a headline are alike in nothing by that.
  const same = title === '' ? absent.find(({ names }) => names.has(told.words ?? '')) : share >= edited ? like : null
  if (same) return same
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

function makeKnown({ item, address: place, title, words, names }: Facts, desk: Desk): KnownItem {
  const address = item.url && canonicalAddress(item.url)
  const told = `${address ?? item.key} ${words ?? hashOf(title)}`
  const free = [item.key, address, told].find((one) => one !== null && one !== '' && !desk.keys.has(one))
  const key = free ?? `${told} ${hashOf(place, wordsName(item))}`
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

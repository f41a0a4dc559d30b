import { foldLetters } from '../../text/letters.ts'
import { isUnspaced, pairsOf, wordsIn } from '../../text/words-and-pairs.ts'
import { accessOf, isGatedKey, type Access } from './script-access.ts'
import { isTitleKey, wordsOfKey } from './script-keys.ts'
import words from './script-words.json' with { type: 'json' }

/** What a page says of itself: the forms of its headline, and the last part of its address. */
export type PageNames = { titles: string[]; slug: string | null; known: WeakMap<object, Said> }

/** What an object says: of access to its text, and whose story it is. */
type Said = { access: Access; whose: Story['own'] }

/** Where a value stands in the data of a script: below which key of which object or list. */
export type Place = { value: unknown; key: string; parent: Place | null }

/** Whose text stands at a place, as far as it says, and in which words it is called paid. */
export type Story = { own: 'page' | 'other' | null; paid: string | null }

const listed = (list: string): Set<string> => new Set(list.split(' '))
const part = listed(words.part)
const titleHolder = listed(words.titleHolder)
const address = listed(words.address)
const author = listed(words.author)
const longestTitle = 300
const leastSlug = 6
/** Objects and lists around a text that are asked. */
const mostLevels = 60

/** The names of a page: its headlines and titles, and its address read as one. */
export function namesOf(titles: string[], url: string | undefined): PageNames {
  // Where a question names the article, all have the same path.
  const slug = url === undefined || url.includes('?') ? null : slugOf(url)
  const spoken = slug !== null && /[-_]/u.test(slug) ? slug.replace(/[-_]+/gu, ' ') : ''
  const said = [...new Set([...titles, spoken])].filter((one) => foldLetters(one).length >= 2)
  return { titles: said, slug, known: new WeakMap() }
}

function slugOf(url: string): string | null {
  const last = url
    .replace(/[?#].*$/su, '')
    .replace(/\/+$/u, '')
    .split('/')
    .at(-1)
    ?.replace(/\.\p{L}{2,5}$/u, '')
  return last !== undefined && last.length >= leastSlug ? last.toLowerCase() : null
}

/**
 * Whose text stands at `place`, and is it paid for?
 *
 * The nearest object with a title is the story; one without an address and an author of its own may be a chapter of the story
 * around it, where only keys such as `blocks` lie between. What is said of access counts from the text up to the story, and
 * further up where nothing was said before.
 */
export function judgeStory(place: Place, page: PageNames): Story {
  let own: Story['own'] = null
  let chapter = true
  let paid: string | null = null
  let free = false
  let levels = 0
  for (let at: Place | null = place; at && levels < mostLevels; at = at.parent) {
    levels++
    if (isGatedKey(at.key)) paid ??= `${at.key} is its name`
    if (isObject(at.value)) {
      const { access, whose } = saidBy(at.value, page)
      if (access === 'free') free ||= own !== 'page'
      else if (!free || own !== 'page') paid ??= access?.paid ?? null
      if (own === null || (own === 'other' && whose === 'page' && chapter)) own = whose ?? own
      if (whose === 'other' && hasIdentity(at.value)) chapter = false
    }
    if (own !== null && !isPartKey(at.key)) chapter = false
  }
  return { own, paid }
}

/** A place in a list, or under a key below which the parts of a text stand. */
function isPartKey(key: string): boolean {
  return key === '' || /^\d+$/u.test(key) || part.has(key.toLowerCase())
}

function saidBy(object: object, page: PageNames): Said {
  const known = page.known.get(object)
  if (known) return known
  const said = { access: accessOf(object), whose: identify(object, page) }
  page.known.set(object, said)
  return said
}

/** Is an object of a script the story of the page, another one, or none by what it says? */
export function identify(object: object, page: PageNames): Story['own'] {
  const titles = titlesOf(object)
  if (titles.some((one) => isAmong(one, page))) return 'page'
  if (page.slug !== null && addressesOf(object).some((one) => slugOf(one) === page.slug)) return 'page'
  return titles.length > 0 && page.titles.length > 0 ? 'other' : null
}

/** Is a headline one of the page's, in other signs, with a tail, or in most of its words? */
export function isAmong(headline: string, { titles }: PageNames): boolean {
  return titles.some((one) => isSame(one, headline))
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [foldLetters(one), foldLetters(other)]
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= leastSlug && long.includes(short) && short.length >= long.length * 0.4) return true
  const [mine, theirs] = [keysOf(one), keysOf(other)]
  const least = Math.min(mine.size, theirs.size)
  return least >= 3 && [...mine].filter((word) => theirs.has(word)).length >= least * 0.6
}

function keysOf(text: string): Set<string> {
  return new Set(
    wordsIn(text).flatMap((word) => (isUnspaced(word) ? pairsOf(word) : word.length < 4 ? [] : [word.slice(0, 6)])),
  )
}

function titlesOf(object: object): string[] {
  const titles: string[] = []
  for (const [key, value] of Object.entries(object)) {
    if (isTitleKey(key)) titles.push(...stringsOf(value))
    else if (titleHolder.has(key.toLowerCase()) && isObject(value))
      for (const [inner, one] of Object.entries(value)) if (isTitleKey(inner)) titles.push(...stringsOf(one))
  }
  return titles.filter((one) => foldLetters(one) !== '' && one.length <= longestTitle)
}

/** A title as a string, or as what WordPress and Arc make of it: `{ rendered }`, `{ basic, web }`. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return isObject(value) ? Object.values(value).filter((one) => typeof one === 'string') : []
}

function addressesOf(object: object): string[] {
  return Object.entries(object).flatMap(([key, value]) =>
    address.has(wordsOfKey(key).join('')) && typeof value === 'string' ? [value] : [],
  )
}

function hasIdentity(object: object): boolean {
  return addressesOf(object).length > 0 || Object.keys(object).some((key) => author.has(key.toLowerCase()))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

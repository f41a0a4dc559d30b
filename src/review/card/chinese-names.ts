import { Converter } from 'opencc-js/t2cn'
import words from './data/chinese-speech.json' with { type: 'json' }

const anyOf = (list: string): string =>
  list
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
    .join('|')

const roles = new Set(Object.values(words.roles).join(' ').split(' '))
const longestRole = Math.max(...[...roles].map((role) => role.length))
const nameless = new RegExp(`[们人者方]$|^(?:${anyOf(words.pronouns)})$`, 'u')
const lastSign = new RegExp(`\\p{Script=Han}[${words.lastSigns}]$`, 'u')

const surname = `(?:${anyOf(words.compoundSurnames)}|[${words.commonSurnames}${words.rareSurnames}])`
const given = `(?:(?![${words.neverInNames}])\\p{Script=Han}){1,2}`
const fullName = new RegExp(`^${surname}(?:某[某甲乙丙]?|${given})$`, 'u')
const someName = new RegExp(`^${surname}某[某甲乙丙]?$`, 'u')
const rare = new RegExp(`^[${words.rareSurnames}]`, 'u')
const compound = new RegExp(`^(?:${anyOf(words.compoundSurnames)})`, 'u')
const neverBare = new RegExp(`^.+[${words.neverBare}]|^周[一二三四五六日]`, 'u')
const titled = new RegExp(`^(?:[老小]${surname}|[${words.commonSurnames}](?:${anyOf(words.honorifics)}))$`, 'u')
const sound = `[${words.transliteration}]`
const foreign = new RegExp(`^${sound}{1,6}(?:[·‧•・]${sound}{1,7})+$`, 'u')
const foreignPart = new RegExp(`^${sound}{2,6}$`, 'u')
const latin = /^\p{Lu}[\p{Script=Latin}.'’-]*(?: \p{Lu}[\p{Script=Latin}.'’-]*){0,3}$/u

const hasShape = new RegExp([fullName, foreign, foreignPart, latin].map(({ source }) => source).join('|'), 'u')
const calledSo = new RegExp(`(?:叫|叫做|名为|名叫)(\\p{Script=Han}{2,4}|${sound}{2,8})的[^，。的]{1,10}$`, 'u')

let converter: ((text: string) => string) | null = null

/** A text in simplified signs, one for one, so that offsets stay; a sign that would change its number is left alone. */
export function inSimplified(text: string): string {
  const simplify = (converter ??= Converter({ from: 't', to: 'cn' }))
  const whole = simplify(text)
  if (whole.length === text.length) return whole
  return [...text].map((sign) => (simplify(sign).length === sign.length ? simplify(sign) : sign)).join('')
}

/** How long the office, trade or word for a person is that ends a text; 0 without one. A set is asked, as it is asked often. */
function roleLength(text: string): number {
  for (let length = Math.min(longestRole, text.length); length > 0; length--)
    if (roles.has(text.slice(-length))) return length
  return 0
}

/** Is a word, in either script, an office, a trade or another word for a person (潜水员, 村民)? */
export function isTrade(word: string): boolean {
  return word.length > 1 && roleLength(word) === word.length
}

const breaker = new Intl.Segmenter('zh', { granularity: 'word' })

/** Where words begin and end in a text, by the runtime's dictionary. */
export function wordEdges(text: string): Set<number> {
  return new Set([...breaker.segment(text)].map(({ index }) => index).concat(text.length))
}

/** What stands before a name: small words or nothing (`bare`), an office or trade (`role`), or what we do not know. */
type Lead = 'bare' | 'role' | 'unknown'

/**
 * A subject in simplified signs with the edges of its words, the offsets that small words alone lead to, and the article's
 * text for a second look.
 */
export type Subject = { text: string; edges: Set<number>; leads: Set<number>; whole: string }

/**
 * The name that ends a subject ("六十八岁的摊主罗怀古"), as offsets in it; `nobody` where it ends in an office or a pronoun,
 * `null` where we cannot tell. A name is sure by what stands before it or by how the article writes it elsewhere.
 */
export function nameAtEnd(subject: Subject): [start: number, end: number] | 'nobody' | null {
  const { text } = subject
  const called = calledSo.exec(text)
  if (called?.[1] && (fullName.test(called[1]) || foreignPart.test(called[1]))) {
    const start = called.index + called[0].indexOf(called[1])
    return [start, start + called[1].length]
  }
  const title = [...Array(4).keys()]
    .map((at) => text.length - 2 - at)
    .find((at) => at >= 0 && titled.test(text.slice(at)))
  if (title !== undefined && leadOf(subject, title) !== 'unknown') return [title, text.length]
  // 林若水馆长: the office may stand behind the name.
  const found = nameBefore(subject, text.length - roleLength(text))
  return found ?? (roleLength(text) > 0 || nameless.test(text) ? 'nobody' : null)
}

function nameBefore(subject: Subject, end: number): [number, number] | null {
  for (let start = Math.max(0, end - 40); start < end - 1; start++) {
    const name = subject.text.slice(start, end)
    if (hasShape.test(name) && isName(name, leadOf(subject, start), subject)) return [start, end]
  }
  return null
}

function leadOf({ text, edges, leads }: Subject, start: number): Lead {
  const before = text.slice(Math.max(0, start - 6), start).trimEnd()
  // 造船师傅陆阿根: the whole of 师傅 stands before the name, so it does not begin within.
  if (roleLength(before + text.charAt(start)) > 1) return 'unknown'
  if (roleLength(before) > 0 || (lastSign.test(before) && edges.has(start))) return 'role'
  return before.endsWith('的') || leads.has(start) ? 'bare' : 'unknown'
}

function isName(name: string, lead: Lead, subject: Subject): boolean {
  if (latin.test(name))
    return name.length > 2 && (lead === 'role' || isAged(name, subject) || isGivenElsewhere(name, subject.whole))
  if (foreign.test(name)) return lead !== 'unknown' || isGivenElsewhere(name, subject.whole)
  if (fullName.test(name)) return isChineseName(name, lead, subject)
  if (!foreignPart.test(name)) return false
  return lead === 'role' || (lead === 'bare' && isGivenElsewhere(name, subject.whole))
}

function isChineseName(name: string, lead: Lead, { text, edges, whole }: Subject): boolean {
  if (someName.test(name)) return lead !== 'unknown'
  if (isGivenElsewhere(name, whole)) return true
  // 高层, 高声, 明确 are words of the dictionary before they are anybody's name.
  const word = [...breaker.segment(name)].length === 1
  if (name.length === 2 && word) return false
  if (lead === 'role') return true
  if (lead === 'unknown' || rare.test(name) || neverBare.test(name)) return false
  return compound.test(name) || word || edges.has(text.indexOf(name) + 1)
}

/** "79岁的Olivera Georgijevska": who has an age is a person. */
function isAged(name: string, { text }: Subject): boolean {
  return text.includes(' ') && text.endsWith(`岁的${name}`)
}

/** Does the article give this name a second time, with an office before it, or in a foreign name's last place? */
function isGivenElsewhere(name: string, whole: string): boolean {
  const places: number[] = []
  for (let at = whole.indexOf(name); at !== -1; at = whole.indexOf(name, at + name.length)) places.push(at)
  return (
    places.length > 1 &&
    places.some((at) => {
      const before = whole.slice(Math.max(0, at - 8), at).trimEnd()
      if (/\p{Script=Han}[·‧•・]$/u.test(before)) return true
      return name.length > 2 && roleLength(before) > 0 && roleLength(before + name.charAt(0)) < 2
    })
  )
}

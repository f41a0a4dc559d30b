import type { Document } from 'domhandler'
import { foldLetters } from '../../text/letters.ts'
import { elementsOf, parsePage, scriptText, visibleText } from '../tree.ts'
import { removeHidden } from '../seen/visible.ts'
import { declaredStories } from './declared-body.ts'
import { hasSentence, weigh } from './weigh.ts'
import { readFlag } from './script-access.ts'
import { jsonIn, quotedIn, readStream, streamed, unflatten, type Quoted } from './script-json.ts'
import { identify, judgeStory, namesOf, type PageNames, type Place, type Story } from './script-story.ts'
import { ordered } from './script-places.ts'

/** Scripts that are looked at, in characters; more is a program and not an article. */
const mostScript = 6_000_000
/** The shortest text that can be an article, weighted. */
const shortest = 400

// Where block editors and content services keep a block's words.
const textKeys = new Set([
  'content',
  'text',
  'html',
  'htmlText',
  'body',
  'value',
  'children',
  'items',
  'paragraphs',
  'data',
])

/**
 * A text of a page's scripts as a document of its own; `declared` for search engines in JSON-LD, or used by the page itself.
 * `withheld`: in which words the script calls it paid.
 */
export type ScriptText = { document: Document; declared: boolean } | { withheld: string }

/** A text that may be the article, and whose it is. */
type Found = Story & { html: string; declared: boolean }

/**
 * The article of a page whose text stands only in its scripts; `null` when there is none.
 *
 * Next.js, Nuxt and the like put what they know into JSON: as one string of HTML, as a list of blocks, or in the chunks
 * of a React stream. The text of another story, by the title of its own object, is none; of the others the longest wins
 * that says what `about` (headline, description) says, or whose object has the page's headline or address.
 *
 * @param page.titles further forms of the headline, as the feed's
 */
export function textFromScripts(
  document: Document,
  about: string[],
  page: { titles: string[]; url?: string | undefined },
): ScriptText | null {
  const names = namesOf([...page.titles, ...titlesOf(document)], page.url)
  const found: Found[] = []
  let size = 0
  let stream = ''
  for (const script of elementsOf(document)) {
    if (script.name !== 'script' || script.attribs.src !== undefined) continue
    const text = scriptText(script)
    size += text.length
    if (size > mostScript) continue
    if (text.includes('__next_f')) {
      stream += streamed(text)
      continue
    }
    if (text.length < shortest || /ld\+json/iu.test(script.attribs.type ?? '')) continue
    const before = found.length
    for (const value of jsonIn(text)) for (const place of placesIn(value)) collect(place, names, found)
    // A program that only looks like JSON still has its texts in quotation marks.
    if (found.length === before) for (const one of quotedIn(text)) collectQuoted(one, names, found)
  }
  for (const place of ordered([...readStream(stream)])) collect(place, names, found)
  for (const { headline, body } of declaredStories(document)) {
    const own = headline === null ? null : identify({ headline }, names)
    found.push({ html: asParagraphs(body), declared: true, own, paid: null })
  }
  return pick(found, about)
}

function placesIn(value: unknown): Place[] {
  return ordered(unflatten(value) ?? [{ name: '', value }])
}

/** What a page calls itself at its head and over its text, the outlet's name and all. */
function titlesOf(document: Document): string[] {
  const titles: string[] = []
  for (const element of elementsOf(document)) {
    const { name, attribs } = element
    if (name === 'title' || name === 'h1') titles.push(visibleText(element))
    else if (name === 'meta' && /^(?:og|twitter):title$/iu.test(attribs.property ?? attribs.name ?? ''))
      titles.push(attribs.content ?? '')
  }
  return titles
}

function pick(found: Found[], about: string[]): ScriptText | null {
  const hints = about.map((text) => foldLetters(text).slice(0, 24)).filter((hint) => hint.length >= 8)
  const ranked = found
    .filter(({ own }) => own !== 'other')
    .map((one) => {
      const tells = hints.some((hint) => foldLetters(one.html).includes(hint))
      return { ...one, tells, size: weigh(one.html) * (tells ? 4 : 1) }
    })
    .toSorted((a, b) => b.size - a.size)
  const best = ranked.find(({ own, tells }) => own === 'page' || tells) ?? ranked[0]
  if (best === undefined) return null
  const paid = ranked.find((one) => one.paid !== null && (one.own === 'page' || one === best))
  if (paid?.paid) return { withheld: `${paid.paid} in a script` }
  const page = parsePage(`<article>${best.html}</article>`)
  removeHidden(page)
  return { document: page, declared: best.declared }
}

/** Add the text at a place that may be an article, as HTML. */
function collect(place: Place, page: PageNames, found: Found[]): void {
  const { value } = place
  if (typeof value === 'string' && isArticleLike(value))
    found.push({ html: asHtml(value), declared: false, ...judgeStory(place, page) })
  if (!Array.isArray(value) || value.length < 3) return
  const all = value.map((block, at) => ({ block, key: String(at), text: blockText(block) }))
  const filled = all.filter(({ text }) => text !== '')
  if (filled.length < 3 || !areSentences(filled.map(({ text }) => text))) return
  const judged = filled.map(({ block, key, text }) => ({
    text,
    ...judgeStory({ value: block, key, parent: place }, page),
  }))
  const own = judged.filter((one) => one.own !== 'other')
  const texts = own.map(({ text }) => text)
  if (texts.length < 3 || !isArticleLike(texts.join('\n'))) return
  const paid = own.find((one) => one.paid !== null)?.paid ?? null
  found.push({ html: texts.map(asHtml).join(''), declared: false, own: own[0]?.own ?? null, paid })
}

/** A text of a program, with what stands around it in place of an object. */
function collectQuoted({ text, around }: Quoted, page: PageNames, found: Found[]): void {
  for (const place of ordered([{ name: '', value: text }])) collect(place, page, found)
  const last = found.at(-1)
  if (last === undefined) return
  for (const [, key = '', , value = ''] of around.matchAll(
    /([\p{L}_$][\w$]*)(["']?)\s*:\s*(![01]|true|false|"[^"]{1,40}")/gu,
  )) {
    const truth =
      value === '!0' || value === 'true' ? true : value === '!1' || value === 'false' ? false : value.slice(1, -1)
    const said = readFlag(key, truth)
    if (said !== null && said !== 'free') last.paid ??= said.paid
  }
}

/** Are most letters of these blocks in blocks that hold a sentence? A list of settings has none. */
function areSentences(blocks: string[]): boolean {
  let all = 0
  let prose = 0
  for (const block of blocks) {
    all += block.length
    if (hasSentence(block)) prose += block.length
  }
  return prose > all * 0.6
}

/** The words of one block of an editor, markup and all; `''` for what is no block. */
function blockText(block: unknown): string {
  if (typeof block === 'string') return block.length > 40 ? block : ''
  if (typeof block !== 'object' || block === null) return ''
  let text = ''
  const waiting: unknown[] = [block]
  for (let seen = 0; waiting.length > 0 && seen < 400; seen++) {
    const one = waiting.pop()
    if (typeof one === 'string') text += one
    else if (Array.isArray(one)) waiting.push(...one.toReversed())
    else if (typeof one === 'object' && one !== null) {
      const entries = Object.entries(one).toReversed()
      for (const [key, inner] of entries) if (textKeys.has(key)) waiting.push(inner)
    }
  }
  return text
}

function isArticleLike(text: string): boolean {
  if (weigh(text) < shortest || isData(text)) return false
  if (/<\/p>|<br\s*\/?>/iu.test(text)) return true
  // Words with spaces and sentences between them: neither a list of addresses nor a program.
  const sentences = text.match(/\p{L}[.!?。！？।؟]["”’»」]?(?:\s|$|<)|[。！？]/gu)?.length ?? 0
  return sentences >= 3 && !/https?:\S+\s*https?:/u.test(text.slice(0, 400))
}

/** JSON that was not taken apart, styles or a program: never words for a reader. */
function isData(text: string): boolean {
  const words = text.replace(/<[^<>]{0,2000}>/gu, '')
  return (words.match(/"[\w$.-]+"\s*:|\{\s*[\w-]+\s*:|=>|\bfunction\s*\(/gu)?.length ?? 0) >= 3
}

function asHtml(text: string): string {
  return /<\/?(?:p|br|div|h\d|li)\b/iu.test(text) ? text : asParagraphs(text)
}

function asParagraphs(text: string): string {
  return text
    .split(/\n+/u)
    .map((line) => `<p>${line}</p>`)
    .join('')
}

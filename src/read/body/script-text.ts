import type { Document } from 'domhandler'
import { foldLetters } from '../../text/letters.ts'
import { elementsOf, parsePage, scriptText } from '../tree.ts'
import { removeHidden } from '../seen/visible.ts'
import { declaredBodies } from './declared-body.ts'
import { hasSentence, weigh } from './lines.ts'

/** Scripts that are looked at, in characters; more is a program and not an article. */
const mostScript = 6_000_000
/** Values that are looked at below one script. */
const mostValues = 200_000
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

/** A text of a page's scripts as a document of its own; `declared` for search engines in JSON-LD, or used by the page itself. */
export type ScriptText = { document: Document; declared: boolean }

/**
 * The article of a page whose text stands only in its scripts; `null` when there is none.
 *
 * Next.js, Nuxt and the like put what they know into JSON: as one string of HTML, as a list of blocks, or in the chunks
 * of a React stream. The longest such text wins that says what `about` (headline, description) says.
 */
export function textFromScripts(document: Document, about: string[]): ScriptText | null {
  const found: string[] = []
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
    for (const value of jsonIn(text)) collect(value, found)
    // A program that only looks like JSON still has its texts in quotation marks.
    if (found.length === before) for (const value of quotedIn(text)) collect(value, found)
  }
  for (const value of readStream(stream)) collect(value, found)
  const declared = declaredBodies(document).map(asParagraphs)
  const best = pick([...found, ...declared], about)
  if (best === null) return null
  const page = parsePage(`<article>${best}</article>`)
  removeHidden(page)
  return { document: page, declared: !found.includes(best) }
}

function pick(found: string[], about: string[]): string | null {
  const hints = about.map((text) => foldLetters(text).slice(0, 24)).filter((hint) => hint.length >= 8)
  const best = found
    .map((html) => ({ html, size: weigh(html) * (hints.some((hint) => foldLetters(html).includes(hint)) ? 4 : 1) }))
    .toSorted((a, b) => b.size - a.size)
  return best[0]?.html ?? null
}

/** Every piece of JSON in a script: the whole of it, or what is assigned to a name or handed to a function. */
function* jsonIn(script: string, revive?: (key: string, value: unknown) => unknown): Generator<unknown> {
  // Brackets that are never closed are looked for to the end: not more often than some programs need.
  let budget = script.length * 8 + 1_000_000
  const openings = /(?:^|[=(,:]|return)\s*([[{])/gu
  for (let at = openings.exec(script); at; at = openings.exec(script)) {
    const from = at.index + at[0].length - 1
    const to = endOfJson(script, from)
    budget -= to > from ? to - from : script.length - from
    if (budget < 0) return
    if (to - from < shortest) continue
    try {
      yield JSON.parse(script.slice(from, to), revive)
      openings.lastIndex = to
    } catch {
      // A piece of program: its own pieces may be JSON.
      continue
    }
  }
}

/** Every long string in double quotation marks. */
function* quotedIn(script: string): Generator<string> {
  for (let from = script.indexOf('"'); from >= 0; from = script.indexOf('"', from)) {
    let to = from + 1
    for (; to < script.length && script.charCodeAt(to) !== 0x22; to++) if (script.charCodeAt(to) === 0x5c) to++
    if (to - from >= shortest) {
      try {
        const value: unknown = JSON.parse(script.slice(from, to + 1))
        if (typeof value === 'string') yield value
      } catch {
        // Between two strings and not inside one: the next quotation mark may begin one.
        from++
        continue
      }
    }
    from = to + 1
  }
}

/** What a script pushes into a React stream. */
function streamed(script: string): string {
  let text = ''
  const pushes = /__next_f\.push\(\s*\[/gu
  for (let at = pushes.exec(script); at; at = pushes.exec(script)) {
    const from = at.index + at[0].length - 1
    try {
      const value: unknown = JSON.parse(script.slice(from, endOfJson(script, from)))
      if (Array.isArray(value) && value[0] === 1 && typeof value[1] === 'string') text += value[1]
    } catch {
      // A push of something else, or a cut page: the other pushes stand.
      continue
    }
  }
  return text
}

/** Where the bracket at `from` is closed again, strings respected; `from` when it is not closed. */
function endOfJson(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === 0x22) {
      for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++
    } else if (sign === 0x7b || sign === 0x5b) depth++
    else if (sign === 0x7d || sign === 0x5d) {
      depth--
      if (depth === 0) return at + 1
    }
  }
  return from
}

/** The rows of a React stream: `id:JSON`, or `id:T` with a length in hexadecimal bytes and that much text. */
function* readStream(stream: string): Generator<unknown> {
  const bytes = Buffer.from(stream, 'utf8')
  let at = 0
  while (at < bytes.length) {
    const colon = bytes.indexOf(0x3a, at)
    if (colon < 0) return
    const comma = bytes[colon + 1] === 0x54 ? bytes.indexOf(0x2c, colon) : -1
    const length = comma > 0 && comma - colon < 12 ? Number.parseInt(bytes.toString('utf8', colon + 2, comma), 16) : NaN
    if (Number.isFinite(length)) {
      yield bytes.toString('utf8', comma + 1, comma + 1 + length)
      at = comma + 1 + length
      continue
    }
    const end = bytes.indexOf(0x0a, colon)
    const row = bytes.toString('utf8', colon + 1, end < 0 ? undefined : end)
    yield* row.length >= shortest ? jsonIn(row, reactValue) : []
    if (end < 0) return
    at = end + 1
  }
}

const wordless = new Set(['script', 'style', 'meta', 'link', 'img', 'template', 'svg'])

/**
 * A value of a React stream without the stream's own signs: of an element `["$", type, key, props]` its props, of a string
 * that begins with `$` nothing, as it refers to something, unless the sign is written twice.
 * The rows as `react-server-dom` writes them: https://github.com/facebook/react/blob/main/packages/react-client/src/ReactFlightClient.js
 */
function reactValue(_key: string, value: unknown): unknown {
  if (Array.isArray(value) && value[0] === '$' && value.length >= 4)
    return wordless.has(String(value[1])) ? null : value[3]
  if (typeof value !== 'string' || value === '$' || !value.startsWith('$')) return value
  return value.startsWith('$$') ? value.slice(1) : ''
}

/** Add every text below `value` that may be an article, as HTML. */
function collect(value: unknown, found: string[]): void {
  // Every list says again what the lists in it say.
  let budget = mostScript * 2
  const waiting: unknown[] = [value]
  for (let i = 0; i < waiting.length && i < mostValues; i++) {
    const one = waiting[i]
    if (typeof one === 'string') {
      if (isArticleLike(one)) found.push(asHtml(one))
      else if (one.length > shortest && /^\s*[[{]/u.test(one)) for (const inner of jsonIn(one)) waiting.push(inner)
    } else if (Array.isArray(one)) {
      const blocks = one.length >= 3 && budget > 0 ? one.map(blockText).filter((text) => text !== '') : []
      for (const block of blocks) budget -= block.length
      if (blocks.length >= 3 && areSentences(blocks) && isArticleLike(blocks.join('\n')))
        found.push(blocks.map(asHtml).join(''))
      for (const inner of one) if (inner !== null) waiting.push(inner)
    } else if (typeof one === 'object' && one !== null) for (const inner of Object.values(one)) waiting.push(inner)
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

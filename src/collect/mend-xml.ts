import { closeGaps, hasBrokenTags, mendTags } from './mend-tags.ts'

/**
 * Mend what would swallow the rest of a document before any parser sees it: a CDATA section or a comment that is never
 * closed, an instruction without its end, and `<` before something that is no name (`I <3 you`). Everything else is the tree's work. Linear in the text.
 *
 * @returns the text and, in words, what was mended
 */
export function mendXml(source: string): { text: string; repairs: string[] } {
  const repairs: string[] = []
  const spelt = spellCdata(source)
  let text = closeCdata(spelt)
  if (text !== spelt) repairs.push('a CDATA section was not closed')
  const opened = openComment(text)
  if (opened !== -1) {
    text = text.slice(0, opened) + text.slice(opened + 4)
    repairs.push('a comment was not closed')
  }
  if (openInstruction.test(text)) {
    text = outsideCdata(text, closeInstructions)
    repairs.push('a processing instruction was not closed')
  }
  if (hasBrokenTags(text)) {
    // The tag in front of a section may be the one.
    const mended = outsideCdata(text.replace(openTag, '$1>$2'), mendTags)
    if (mended !== text) repairs.push('a tag had lost a bracket')
    text = mended
  }
  if (strayBracket.test(text))
    text = outsideCdata(text, (part) => closeGaps(part).replace(new RegExp(strayBracket, 'g'), '&lt;'))
  return { text, repairs }
}

const misspeltCdata = /<(?!!\[CDATA\[)(?:!?\s*\[\s*[cC][dD][aA][tT][aA]\s*\[|!\[CDATA|!CDATA\[)/u
const beheadedCdata = />!\[CDATA\[/u
const misspeltEnd = /\]\]\s+>(?=\s*<\/)/u
// Without the u flag: this runs over every document, and twice as fast.
// oxlint-disable-next-line require-unicode-regexp
const strayBracket = /<(?![a-zA-Z_/!?:\u0080-\uFFFF])/
const openTag = /(<(?:title|description|content|summary))(<!\[CDATA\[)/giu

/** CDATA sections as XML spells them. */
function spellCdata(source: string): string {
  const begun = misspeltCdata.test(source) ? source.replace(new RegExp(misspeltCdata, 'gu'), '<![CDATA[') : source
  const whole = beheadedCdata.test(begun) ? begun.replace(new RegExp(beheadedCdata, 'gu'), '><![CDATA[') : begun
  return misspeltEnd.test(whole) ? whole.replace(new RegExp(misspeltEnd, 'gu'), ']]>') : whole
}

const itemEnd = /<\/(?:[\w.-]+:)?(?:item|entry)\s*>/iu

/** A section that runs over the end of its item into the next section was never closed: close it with its element. */
function closeCdata(source: string): string {
  let mended = ''
  let kept = 0
  let close = -2
  for (let open = source.indexOf('<![CDATA['); open !== -1;) {
    const start = open + 9
    if (close !== -1 && close < start) close = source.indexOf(']]>', start)
    const next = source.indexOf('<![CDATA[', start)
    const end = close === -1 ? source.length : close
    if (close === -1 || (next !== -1 && next < end)) {
      const cut = cutOf(source, { open, start, end: next === -1 ? end : Math.min(next, end) })
      if (cut !== -1) {
        mended += `${source.slice(kept, cut).replace(/\](?:\]|>)$/u, '')}]]>`
        kept = cut
        open = source.indexOf('<![CDATA[', cut)
        continue
      }
      if (close === -1) break
    }
    open = source.indexOf('<![CDATA[', close)
  }
  return kept === 0 ? source : mended + source.slice(kept)
}

/**
 * Where the section should have ended: before its element's end tag, else before the end of its item; -1 if it may go
 * on. That the end tag alone is no slip of an HTML text shows the next section behind it.
 */
function cutOf(source: string, section: { open: number; start: number; end: number }): number {
  const inside = source.slice(section.start, section.end)
  const boundary = itemEnd.exec(inside)?.index ?? inside.length
  const tag = source.slice(Math.max(0, section.open - 200), section.open)
  const name = /<([\w:.-]+)(?:\s[^<>]*)?>[^<>]*$/u.exec(tag)?.[1]
  const own = name === undefined ? -1 : inside.slice(0, boundary).indexOf(`</${name}`)
  if (own !== -1) return section.start + own
  return boundary === inside.length ? -1 : section.start + boundary
}

/** Where a comment opens that nothing closes, outside CDATA; -1 without one. */
function openComment(text: string): number {
  if (!text.includes('<!--')) return -1
  const last = text.lastIndexOf('<!--')
  if (text.includes('-->', last + 4)) return -1
  const inCdata = text.lastIndexOf('<![CDATA[', last) > text.lastIndexOf(']]>', last)
  return inCdata || !itemEnd.test(text.slice(last)) ? -1 : last
}

// `<?xml version="1.0">`: in XML only `?>` ends it.
const openInstruction = /<\?(?![^<]*\?>)/u

function closeInstructions(part: string): string {
  return part.replace(/<\?(?![^<]*\?>)([^<>]*)>?/gu, '<?$1?>')
}

const cdata: [string, string] = ['<![CDATA[', ']]>']
const comment: [string, string] = ['<!--', '-->']

function outsideCdata(text: string, mend: (part: string) => string): string {
  return mendOutside(text, [cdata], mend)
}

/** Mend what stands outside of sections; one that nothing closes is none. Each sign is passed once for each kind of section. */
function mendOutside(text: string, kinds: [string, string][], mend: (part: string) => string): string {
  let mended = ''
  let at = 0
  let open = kinds
  while (open.length > 0) {
    const next = open.map((kind) => ({ kind, start: text.indexOf(kind[0], at) })).filter(({ start }) => start !== -1)
    const [first] = next.toSorted((one, two) => one.start - two.start)
    if (first === undefined) break
    const end = text.indexOf(first.kind[1], first.start + first.kind[0].length)
    // Nothing closes the later ones of its kind either.
    open = next.map(({ kind }) => kind).filter((kind) => end !== -1 || kind !== first.kind)
    if (end === -1) continue
    const after = end + first.kind[1].length
    mended += mend(text.slice(at, first.start)) + text.slice(first.start, after)
    at = after
  }
  return mended + mend(text.slice(at))
}

const tagWithValues = /<[a-z][\w:.-]*\s[^<>]*(?:>|(?=<))/giu

/**
 * Close quotation marks inside the tags that forgot them: `<a href="x>` becomes `<a href="x">`. A value may hold `>`,
 * but never `<`.
 */
export function closeQuotes(text: string): string {
  return mendOutside(text, [cdata, comment], closeIn)
}

function closeIn(part: string): string {
  let closed = ''
  let kept = 0
  for (const found of part.matchAll(tagWithValues)) {
    const [tag] = found
    const end = found.index + tag.length
    const quote = ['"', "'"].find((sign) => (tag.split(sign).length - 1) % 2 === 1)
    if (quote === undefined || (quote === "'" && tag.includes('"'))) {
      // Nothing is open but the tag itself: another begins inside it.
      if (tag.endsWith('>')) continue
      closed += `${part.slice(kept, end)}>`
      kept = end
      continue
    }
    const next = part.slice(end, end + 2000)
    const [again, tagStart] = [next.indexOf(quote), next.indexOf('<')]
    if (tag.endsWith('>') && again !== -1 && (tagStart === -1 || again < tagStart)) continue
    const tail = /\/?>$/u.exec(tag)?.[0] ?? ''
    closed += `${part.slice(kept, end - tail.length)}${quote}${tail === '' ? '>' : tail}`
    kept = end
  }
  return closed + part.slice(kept)
}

import { type ChildNode, type Element, isTag } from 'domhandler'
import { cleanLine } from '../../text/clean.ts'
import { elements, isUnseen, visibleText } from '../tree.ts'
import { bareCredit, isChrome, isName, isSourceName, type PhotoWords, splitCredit } from './credit.ts'
import lists from './credit-words.json' with { type: 'json' }

const captionClass = new RegExp(lists.captionClass, 'iu')
const creditClass = new RegExp(lists.creditClass, 'iu')
const pictureBox = /image|img|media|photo|foto|figure|picture|bild|visual|thumb|lead|hero|header/iu
const pictureText = /(?:image|img|media|photo|foto|picture|bild)[\s_-]*(?:text|info|meta|desc)/iu
const none: PhotoWords = { caption: null, credit: null }
const climbs = 7
const mostElements = 60
const longestWords = 600
const longestCaptionOfParts = 300
const longestSigned = 160

/**
 * The words that stand with a picture: in its figure, else in the nearest box around it, beside or below it.
 *
 * @param holder the picture's outermost element, `<picture>` or the image itself
 */
export function readWords(holder: Element, image: Element): PhotoWords {
  const said = climb(holder, image.attribs.alt ?? '')
  const { attribs } = image
  const own = splitCredit(attribs['data-caption'] ?? '')
  const credit = bareCredit(
    attribs['data-credit'] ?? attribs['data-copyright'] ?? attribs['data-source'] ?? attribs['data-photographer'] ?? '',
  )
  return { caption: said.caption ?? own.caption, credit: said.credit ?? credit ?? own.credit }
}

function climb(holder: Element, alt: string): PhotoWords {
  let at: Element = holder
  let found = none
  for (let up = 0; up < climbs; up++) {
    const box: ChildNode | Element['parent'] = at.parent
    if (!box || !isTag(box) || /^(?:body|html)$/u.test(box.name)) break
    const inside = or(besides(box, at, alt), ownWords(box))
    found = { caption: found.caption ?? inside.caption, credit: found.credit ?? inside.credit }
    if (found.caption !== null && found.credit !== null) break
    // One step above the figure its words may still stand beside it; further up they are other pictures'.
    if (/^(?:article|main)$/u.test(box.name) || (found.caption !== null && box.name === 'figure')) break
    if (found.caption === null && found.credit === null && hasOtherWords(box)) break
    if ((found.caption !== null || found.credit !== null) && holdsPicture(box, holder)) break
    at = box
  }
  return found
}

function or(one: PhotoWords, other: PhotoWords): PhotoWords {
  return one.caption === null && one.credit === null ? other : one
}

/** What the elements beside `at` say, those below it first; one that is a text of its own ends the search. */
function besides(box: Element, at: Element, alt: string): PhotoWords {
  const after = siblings(at, 'next', 4)
  let found = none
  for (const one of [...after, ...siblings(at, 'prev', 1)]) {
    const said = wordsIn(one, box, alt)
    if (said === 'other') {
      if (after.includes(one)) return found
      continue
    }
    found = { caption: found.caption ?? said.caption, credit: found.credit ?? said.credit }
  }
  return found
}

function siblings(at: Element, way: 'next' | 'prev', most: number): Element[] {
  const found: Element[] = []
  for (let one = at[way]; one && found.length < most; one = one[way]) if (isTag(one)) found.push(one)
  return found
}

/** The words an element gives a picture; `other` when it is a text, a heading or another picture of its own. */
function wordsIn(root: Element, box: Element, alt: string): PhotoWords | 'other' {
  if (isUnseen(root) || /^(?:img|picture|source|br|meta|link|a)$/u.test(root.name)) return none
  const held = [root]
  for (const one of elements(root)) {
    if (held.length > mostElements || /^(?:h[1-6]|img|picture|article|ul|ol|table)$/u.test(one.name)) return 'other'
    held.push(one)
  }
  if (!isShort(root, longestWords)) return 'other'
  const text = visibleText(root)
  if (text === '' || isChrome(text)) return none
  // A short article is no longer than a long caption, but has paragraphs.
  const paragraphs = held.filter(({ name }) => name === 'p').length
  if (paragraphs > 2 || (paragraphs > 1 && text.length > longestCaptionOfParts)) return 'other'
  const marked = fromMarked(held)
  if (marked) return withRest(root, held, marked)
  // Beside a figure's own caption a name is the credit.
  const beside =
    box.name === 'figure' && box.children.some((one) => isTag(one) && one !== root && one.name === 'figcaption')
  if (beside && (isName(text) || isSourceName(text))) return { caption: null, credit: bareCredit(text) }
  const sameAsAlt = alt.length >= 12 && (text === alt || alt.startsWith(text) || text.startsWith(alt))
  // Words without a mark of their own count only in a box made for a picture, or where the picture says the same.
  const own =
    !/^(?:article|main|section)$/u.test(box.name) &&
    (pictureBox.test(marksOf(box)) || isLinkInPictureBox(box) || holdsNothingElse(box, text)) &&
    /^(?:p|span|small|em|i|div|dd|cite|figcaption|font)$/u.test(root.name)
  if (sameAsAlt || (own && text.length < 300) || box.name === 'figure') return splitParts(root)
  if (text.length <= longestSigned && signed.test(text)) return splitParts(root)
  return isSourceName(text) && text.length <= 60 ? { caption: null, credit: bareCredit(text) } : 'other'
}

/** A link round a picture and its words, in a box made for them. */
function isLinkInPictureBox(box: Element): boolean {
  return box.name === 'a' && box.parent !== null && isTag(box.parent) && pictureBox.test(marksOf(box.parent))
}

/** A cell of a table round one picture and one line. */
function holdsNothingElse(box: Element, text: string): boolean {
  return box.name === 'td' && isShort(box, longestSigned) && visibleText(box) === text
}

/** What a paragraph says itself below a picture in it. */
function ownWords(box: Element): PhotoWords {
  if (box.name !== 'p' || !isShort(box, longestSigned)) return none
  const text = visibleText(box)
  return signed.test(text) ? splitCredit(text) : none
}

// Chinese and Japanese editors without a field for captions write "The picture shows …" or sign it "… photographed".
const signed = /^(?:图为|圖為|[▲▼△▽↑]|[（(]?写真[：:])|(?:摄|攝|撮影|供图|供圖)[)）】。]?$/u

/** In a box for a picture's words the credit is marked and the caption is the rest. */
function withRest(root: Element, held: Element[], marked: PhotoWords): PhotoWords {
  if (marked.caption !== null || !pictureText.test(marksOf(root))) return marked
  const rest = visibleText(root, (one) => held.includes(one) && isCredit(one))
  return rest.length >= 8 && !isChrome(rest) ? { ...marked, caption: splitCredit(rest).caption } : marked
}

/** Caption and credit by class names: a credit inside a caption is its own part. */
function fromMarked(held: Element[]): PhotoWords | null {
  const captions = held.filter((one) => isCaption(one) && visibleText(one) !== '')
  const said = held.filter(
    (one) => isCredit(one) && visibleText(one) !== '' && !captions.some((caption) => isInside(caption, one)),
  )
  // "image__caption attribution" is the caption where another element is called a credit alone.
  const pure = said.filter((one) => !captionClass.test(marksOf(one)))
  const credits = pure.length > 0 ? pure : said
  if (captions.length === 0 && credits.length === 0) return null
  // A box called caption may hold another of that name with the words alone.
  const texts = captions.filter((one) => !credits.includes(one))
  const caption =
    texts.findLast((one) => visibleText(one).length >= 12 && !credits.some((credit) => isInside(credit, one))) ??
    texts[0]
  const words = caption ? splitParts(caption, credits) : none
  const names = credits
    .map((one) => bareCredit(visibleText(one, (part) => part.name === 'a')) ?? bareCredit(visibleText(one)))
    .filter((one) => one !== null)
  return { caption: words.caption, credit: names[0] ?? words.credit }
}

/** Is `inner` an element somewhere inside `outer`? */
function isInside(inner: Element, outer: Element): boolean {
  for (let up = inner.parent; up; up = up.parent) if (up === outer) return true
  return false
}

/** An element's words, its last part set apart when it is a credit by its look: `Text <span>Ann Lee</span>`. */
function splitParts(root: Element, credits: Element[] = []): PhotoWords {
  const skip = (one: Element): boolean => credits.includes(one) || one.name === 'button'
  const whole = splitCredit(visibleText(root, skip))
  if (whole.credit !== null || whole.caption === null || credits.length > 0) return whole
  const last = lastPart(root)
  const text = last ? visibleText(last) : ''
  const before = last ? visibleText(root, (one) => one === last || one.name === 'button') : ''
  const bracketed = /^[(（[].*[)）\]]$/u.test(text)
  if (last === null || before.length < 8 || text.length > 90) return whole
  if (!isSourceName(text.replace(/^[(（[|]\s*|[)）\]]$/gu, '')) && !(isName(text) && (bracketed || text.includes(' '))))
    return whole
  return { caption: splitCredit(before.replace(/\s*[|•–—-]$/u, '')).caption, credit: bareCredit(text) }
}

function lastPart(root: Element): Element | null {
  const said = root.children.filter((child) =>
    isTag(child) ? visibleText(child) !== '' : cleanLine('data' in child ? String(child.data) : '') !== '',
  )
  const last = said.at(-1)
  if (!last || !isTag(last) || last.name === 'button') return null
  return said.length === 1 ? lastPart(last) : last
}

function marksOf(one: Element): string {
  return `${one.attribs.class ?? ''} ${one.attribs.itemprop ?? ''} ${one.attribs.id ?? ''}`
}

function isCaption(one: Element): boolean {
  return one.name === 'figcaption' || captionClass.test(marksOf(one))
}

/** By the last word of a class name: `caption__credit` and `figcaption--author` are credits, `credit-caption` too. */
function isCredit(one: Element): boolean {
  return !(one.name === 'figcaption' && isOnlyCaption(one)) && (one.name === 'cite' || creditClass.test(marksOf(one)))
}

/** Of two captions the one called a credit is one; a figure's only one may hold both. */
function isOnlyCaption(one: Element): boolean {
  const beside = [...siblings(one, 'prev', 3), ...siblings(one, 'next', 3)]
  return !beside.some((other) => isCaption(other) && visibleText(other) !== '')
}

function hasOtherWords(box: Element): boolean {
  let nodes = 0
  for (const one of elements(box))
    if (++nodes > 4 * mostElements || (/^h[1-3]$/u.test(one.name) && !isInUnseen(one))) return true
  return !isShort(box, longestWords)
}

/** Does a box hold no more than so many letters? Looks no further than that: a page may be one text of ten megabytes. */
export function isShort(box: Element, most: number): boolean {
  let length = 0
  const waiting: ChildNode[] = [...box.children]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('data' in node && node.type === 'text') length += cleanLine(node.data.slice(0, 4 * most)).length
    if (length > most) return false
    if (isTag(node) && !isUnseen(node)) for (const child of node.children) waiting.push(child)
  }
  return true
}

function isInUnseen(element: Element): boolean {
  let up = element.parent
  for (let depth = 0; up && isTag(up) && depth < 6; depth++, up = up.parent) if (isUnseen(up)) return true
  return false
}

/** Does the box above hold a second picture? Then its further words may be that one's. */
function holdsPicture(box: Element, holder: Element): boolean {
  let nodes = 0
  for (const one of elements(box)) {
    if (++nodes > 4 * mostElements) return true
    if (one.name === 'img' && one !== holder && !isInside(one, holder)) return true
  }
  return false
}

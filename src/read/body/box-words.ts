import { type ChildNode, type Element, isTag } from 'domhandler'
import { isAscii } from '../../text/letters.ts'
import { remembering, rememberingClass } from '../remember.ts'
import words from './box-words.json' with { type: 'json' }

/** What the names of an element say it is for; `null` for an element that says nothing suspicious. */
export type Trait = keyof typeof words | 'figure' | 'header' | 'form' | 'dialog' | 'struck-out'

const byTag: Record<string, Trait> = {
  nav: 'nav',
  menu: 'nav',
  footer: 'nav',
  aside: 'sidebar',
  header: 'header',
  form: 'form',
  label: 'form',
  figure: 'figure',
  figcaption: 'caption',
  caption: 'caption',
  dialog: 'dialog',
  del: 'struck-out',
  s: 'struck-out',
  strike: 'struck-out',
}
const byRole: Record<string, Trait> = {
  navigation: 'nav',
  contentinfo: 'nav',
  search: 'nav',
  menu: 'nav',
  complementary: 'sidebar',
  dialog: 'dialog',
  alertdialog: 'dialog',
  form: 'form',
}
const naming = [
  'class',
  'id',
  'itemprop',
  'data-testid',
  'data-component',
  'data-type',
  'data-qa',
  'data-area',
  'data-block',
  'data-module-id',
  'data-widget-type',
  'type',
]

const traits = Object.entries(words) as [Trait, string][]
const entries = traits.flatMap(([, list], rank) =>
  list.split(' ').map((said) => ({ said: said.replaceAll('_', ' '), rank })),
)
/** Names of up to `mostWords` words, and at which place their trait stands: the first trait that fits is taken. */
const plainNames = new Map<string, number>()
for (const { said, rank } of entries) if (!plainNames.has(said)) plainNames.set(said, rank)
const beginnings = new Set([...plainNames.keys()].map((said) => said.split(' ')[0]))
const mostWords = Math.max(...entries.map(({ said }) => said.split(' ').length))
// A few stand for a family of words, as `\\p{L}*teaser\\p{L}*`.
const families = Object.values(
  Object.groupBy(
    entries.filter(({ said }) => said.includes('\\')),
    ({ rank }) => rank,
  ),
).map((some = []) => ({
  rank: some[0]?.rank ?? 0,
  stems: some.map(({ said }) => said.replaceAll('\\p{L}*', '')),
  pattern: new RegExp(`(?:^| )(?:${some.map(({ said }) => said).join('|')})(?= |$)`, 'u'),
}))

// Names that say what an element has or lacks, not what it is: "has-sidebar", "no-comments", "tag-berlin" on a whole post.
const modifier = /^(?:has|no|not|with|without|is|js|theme|page|single|post|layout|grid|col|u|lg|md|sm|xs|xl)[-_]/iu
const ofPost = /^(?:tag|category|format|type|status|author|topic|section|keyword)[-_]/iu
const isPost = /(?:^|\s)(?:hentry|type-post|post-\d+|status-publish)(?:\s|$)/u

/** Read an element's tag, role, class, id and the like against the word lists in `box-words.json`. */
export function readTrait(element: Element): Trait | null {
  const { name, attribs } = element
  if (name === 'html' || name === 'body' || name === 'main' || (name === 'article' && !isNested(element))) return null
  // Bootstrap shows one pane of several: https://getbootstrap.com/docs/5.3/components/navs-tabs/
  if (attribs.role === 'tabpanel' && /(?:^|\s)tab-pane(?!\S)(?!.*\bactive\b)/u.test(attribs.class ?? ''))
    return 'sidebar'
  const said = byTag[name] ?? (attribs.role === undefined ? undefined : byRole[attribs.role])
  // The name of a custom element says what it is for: <amp-ad>, <share-bar>.
  let text = name.includes('-') ? name : ''
  // An iterator for each element would be a tenth of what the walk leaves to collect.
  for (let at = 0; at < naming.length; at++) {
    const value = attribs[naming[at] ?? '']
    // One value alone stays the string it is: put together it would have to be read to be looked up.
    if (value) text = text === '' ? value : `${text} ${value}`
  }
  if (text === '') return softened(element, said ?? null)
  // Ids are not said twice on a page: what they say is not kept.
  const named = attribs.id ? readNames(text) : rememberedNames(text)
  return softened(element, named ?? said ?? null)
}

// What these say of a heading is where it stands or how it looks: "h2.subtitle", "h3.widget-title".
const looks = new Set<Trait>(['standfirst', 'nav', 'factbox', 'sidebar', 'pullquote', 'header'])
// A paragraph of this class is text for subscribers; a box of this class is what the others get to see.
const gated = /(?:^|\s)paywall(?:\s|$)/u
const texts = new Set(['p', 'ul', 'ol', 'blockquote', 'h2', 'h3', 'h4', 'h5', 'h6'])

function softened({ name, attribs, children }: Element, trait: Trait | null): Trait | null {
  if (trait === null) return null
  if (name === 'figure' && trait === 'figure' && holdsWords(children)) return null
  if (/^h[1-6]$/u.test(name) && looks.has(trait)) return null
  if (trait === 'prompt' && texts.has(name) && gated.test(attribs.class ?? '')) return null
  return trait
}

function readNames(text: string): Trait | null {
  const post = isPost.test(text)
  let rank = Infinity
  for (const name of text.slice(0, 400).split(/\s+/u)) {
    const own = rankOf(name)
    if (own < rank && !modifier.test(name) && !(post && ofPost.test(name))) rank = own
  }
  return traits[rank]?.[0] ?? null
}

const rememberedNames = rememberingClass(readNames)

/** The rank of one name: `articleTeaser-list` is the words "article teaser list". */
const rankOf = remembering((name): number => {
  const plain = isAscii(name)
    ? name
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/[^a-z|]+/g, ' ')
    : name
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .toLowerCase()
        .replace(/[^\p{L}|]+/gu, ' ')
  let rank = firstPlain(plain.split(' '))
  for (const family of families)
    if (family.rank < rank && family.stems.some((stem) => plain.includes(stem)) && family.pattern.test(plain))
      rank = family.rank
  return rank
})

/** The lowest rank of a name made of neighbouring words. */
function firstPlain(said: string[]): number {
  let rank = Infinity
  for (let at = 0; at < said.length; at++) {
    if (!beginnings.has(said[at] ?? '')) continue
    let name = ''
    for (let length = 0; length < mostWords && at + length < said.length; length++) {
      name += length === 0 ? said[at] : ` ${said[at + length]}`
      rank = Math.min(rank, plainNames.get(name) ?? Infinity)
    }
  }
  return rank
}

function isNested(element: Element): boolean {
  let up = element.parent
  for (let height = 0; up && height < 30; up = up.parent, height++)
    if (isTag(up) && (up.name === 'article' || /article-?body/iu.test(up.attribs.class ?? ''))) return true
  return false
}

/** A figure round a quotation, a table or verse, and no picture, is none. */
function holdsWords(children: ChildNode[]): boolean {
  const waiting = [...children]
  let words = false
  for (let seen = 0; waiting.length > 0 && seen < 60; seen++) {
    const node = waiting.shift()
    if (!node || !isTag(node)) continue
    if (pictured.has(node.name)) return false
    if (node.name === 'blockquote' || node.name === 'table' || node.name === 'pre') words = true
    waiting.push(...node.children)
  }
  return words
}
const pictured = new Set(['img', 'picture', 'video', 'audio', 'iframe', 'svg', 'canvas'])

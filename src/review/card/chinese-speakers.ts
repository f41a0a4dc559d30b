import words from './data/chinese-speech.json' with { type: 'json' }
import { inSimplified, nameAtEnd, wordEdges } from './chinese-names.ts'
import type { Quotation } from './find-quotations.ts'
import { nobody, type Attribution } from './attribution.ts'

const anyOf = (list: string): string =>
  list
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
    .join('|')

const tails = `(?:${anyOf(words.tails)})`
const told = `(?:${anyOf(words.hearer)})[^，。：:；！？“”「」]{1,14}`
const verb = `(?:${told}|(?:${anyOf(words.verbs)}){1,2}${tails}?|道)`
const ledBy = new RegExp(`^(.*?)${verb}$`, 'u')
const notSpeech = new RegExp(`(?:${anyOf(words.notVerbs)})$`, 'u')
// “…”的通知, 《…》一文, “…”等: the quotation is a word of the sentence, nobody's speech.
const asWord = /^(?:的|之|一[文词語语句书]|等|和|与|與|及|、|》|或)/u
const denied = new RegExp(`(?:${anyOf(words.denials)})(?:[对向][^，。]{1,10})?$`, 'u')

/** Words that may stand between a speaker and the verb: a place, a hearer, a time, how it was said. */
const manner = new RegExp(
  `^(?:${[
    '(?:通过|针对|接受|出席|参加|面对|提到|谈到|谈及|回应|被问到|被问及|回忆|看到|听到|得知|看着|拿着|指着|望着|一边|[躺站坐跪蹲走趴靠倚]在)[^，。]{1,24}',
    '(?:\\d{1,2}月)?\\d{1,2}[日号](?:[早晚上下中]午?)?',
    '[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]',
    '(?:上|下|本|这)?(?:周|星期|礼拜)[一二三四五六日天](?:[早晚上下中]午?)?',
    '(?:昨|今|当|前|次)[天日](?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里|深夜)',
    anyOf(words.adverbs),
  ].join('|')})$`,
  'u',
)
const moment = /^[^，。·]{2,6}[后时]$/u
const preposition = /^[在对向跟同就用以因从经借][^，。在]{1,30}$/u
const adverb = /^(?:[^，。的]{1,4}[地着]|[^，。的]{1,2}也不[^，。的]{1,2}地|[^，。的]{1,2}着[^，。的]{1,6})$/u

/** Does a stretch between two edges of words say how, where or to whom? A preposition and a word before 地 stand alone. */
function isManner(text: string, from: number, { to, edges }: { to: number; edges: Set<number> }): boolean {
  const part = text.slice(from, to)
  if (manner.test(part) && (edges.has(from) || part.length > 1)) return true
  if (!edges.has(from)) return false
  if (preposition.test(part) && edges.has(from + 1)) return true
  // 投票后 begins with a word; where single signs begin it stands a name.
  if (moment.test(part) && !edges.has(from + 1)) return true
  return adverb.test(part) && edgesWithin(edges, from, to) <= (/着.|也不/u.test(part) ? 4 : 1)
}

const prefix = new RegExp(`^(?:${anyOf(words.prefixes)})$`, 'u')

/** How Chinese texts say who speaks, for one article: `whole` is all of its text. */
export function chineseSpeakers(whole: string): (quotation: Quotation) => Attribution {
  const known = inSimplified(whole)
  return (quotation) => attribute(quotation, known)
}

function attribute({ evidence, before, after }: Quotation, whole: string): Attribution {
  if (asWord.test(after)) return nobody
  const clause = bareClause(before.replace(/[：:，,]?\s*$/u, ''))
  const led = speechAt(clause)
  if (led !== null) return speaker(clause.slice(0, led), whole)
  const earlier = goesOnFrom(before)
  if (earlier !== null) return speaker(earlier, whole)
  const rest = /^[，,]?\s?(?:——)?([^，。：:；！？…“”「」『』]{2,70})(?![：:])(.{0,2})/u.exec(after)
  const sentence = bareClause(rest?.[1] ?? '')
  const verbAt = speechAt(sentence)
  if (verbAt === null) return nobody
  const said = speaker(sentence.slice(0, verbAt), whole)
  // Behind a quotation inside its sentence “…。”林若水说，她不会离开 may begin another that is not about it.
  const opensAnother =
    !/(?:^|[。！？])\s*$/u.test(before) && /[。！？…]$/u.test(evidence.quote) && /^[，,][^“「『]/u.test(rest?.[2] ?? '')
  return opensAnother ? { ...said, name: null } : said
}

const anySpeech = new RegExp(`${anyOf(words.verbs)}|告诉|告知|[叫唱念读讀道]`, 'u')

/**
 * The subject of a sentence that goes on to a quotation behind a comma ("马知远说，电池可能起火，“先找到它最要紧”"); `null`
 * where another clause between holds a word of speech.
 */
function goesOnFrom(before: string): string | null {
  if (!/[，,；;]\s*$/u.test(before)) return null
  const sentence = before.split(/[。！？!?]/u).at(-1) ?? ''
  const [first = '', ...between] = sentence.replaceAll(/[“「][^“”「」]*[”」]/gu, '').split(/[，,；;]/u)
  const subject = bareClause(first)
  const verbAt = speechAt(subject)
  if (verbAt === null || between.length < 2 || between.some((clause) => anySpeech.test(inSimplified(clause))))
    return null
  return subject.slice(0, verbAt)
}

/** Where the verb of speech begins that ends a clause; `null` without one. */
function speechAt(clause: string): number | null {
  const text = inSimplified(clause)
  return notSpeech.test(text) ? null : (ledBy.exec(text)?.[1]?.length ?? null)
}

/** The last clause without what stands in brackets and without the spaces around Han signs. */
function bareClause(text: string): string {
  const plain = text
    .replaceAll(/[（(][^（）()]*[）)]/gu, '')
    .replaceAll(/(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu, '')
  return (plain.split(/[。！？；，,：:“”「」『』]/u).at(-1) ?? '').trim().slice(-48)
}

function speaker(head: string, whole: string): Attribution {
  const text = inSimplified(head)
  if (denied.test(text)) return nobody
  const edges = wordEdges(text)
  const leads = leadsIn(text, edges)
  const names: [number, number][] = []
  // 他对馆长林若水: what stands before the words of manner speaks, not who is inside them.
  for (const end of subjectEnds(text, edges).toReversed()) {
    const found = nameAtEnd({ text: text.slice(0, end), edges, leads, whole })
    if (found === 'nobody' && names.length === 0) return { spoken: true, name: null }
    if (found !== null && found !== 'nobody') names.push(found)
  }
  // 罗怀古笑着 gives 罗怀 first, and then the longer name from the same sign on.
  const name = names.findLast(([start]) => start === names[0]?.[0])
  return { spoken: true, name: name ? head.slice(...name) : null }
}

function edgesWithin(edges: Set<number>, from: number, to: number): number {
  let within = 0
  for (let at = from + 1; at < to; at++) if (edges.has(at)) within += 1
  return within
}

/** Where the subject may end, the whole text first: behind each end there are nothing but words of manner. */
function subjectEnds(text: string, edges: Set<number>): number[] {
  const ends = [text.length]
  // Nobody heaps a dozen adverbs on a verb: a text of nothing else is not read to its end from each.
  for (let from = text.length - 1; from >= 0 && ends.length < 12; from--)
    if (ends.some((to) => isManner(text, from, { to, edges }))) ends.push(from)
  return ends
}

/** Where something may begin that nothing but small words leads to, the head of the text first. */
function leadsIn(text: string, edges: Set<number>): Set<number> {
  const leads = [0]
  for (let to = 1; to < text.length; to++)
    if (leads.some((from) => prefix.test(text.slice(from, to)) || isManner(text, from, { to, edges }))) leads.push(to)
  return new Set(leads)
}

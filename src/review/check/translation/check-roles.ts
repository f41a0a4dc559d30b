import type { Finding, Term } from '../../../types.ts'
import { entitiesOf, type Entity } from '../entities.ts'
import table from '../data/roles.json' with { type: 'json' }
import { giverIn, giverInChinese, type Named } from './giver.ts'

const { zh, ...sources } = table

type Grammar = { subject?: string; passive: string; notObject?: string }
/** `anyTerm`: terms of one word count as names too (Norvik). */
type Languages = { source: string; terms: Term[]; anyTerm?: boolean }

/** So many signs may stand between who does something and whom it is done to. */
const longestBetween = 60

/**
 * 乌克兰袭击俄罗斯 for "Russia attacked Ukraine": who does it and whom it is done to have changed places.
 *
 * Looks at sentences that name exactly two countries or people of the term list, once each, with nothing but a verb between
 * them, and where both languages leave no doubt who acts: word order and the passive in English, German, French and
 * Spanish, particles in Japanese and Korean, word order and 被 in Chinese.
 */
export function checkRoles(ours: string, theirs: string, languages: Languages): Finding[] {
  const language = languages.source.split('-')[0] ?? 'en'
  const grammar = (sources as Record<string, Grammar | undefined>)[language]
  // Most sentences name nobody or one: that is told without a look for every country in their source.
  const there = grammar && sharesTwo(ours, theirs, languages) ? namesIn(theirs, languages) : null
  if (!grammar || !there) return []
  const actor = grammar.subject === undefined ? byOrder(theirs, there, grammar) : byParticle(theirs, there, grammar)
  const here = namesInTranslation(
    ours,
    there.map(({ name }) => name),
  )
  const gives = here && there && giverIn(theirs, there, language)
  const giving = gives && giverInChinese(ours, here)
  if (giving && giving !== gives)
    return [{ check: 'roles', tier: 'blocking', message: `"${giving}" gives what the source has from "${gives}"` }]
  const acting = here && actor && actorInChinese(ours, here)
  if (!acting || acting === actor) return []
  return [{ check: 'roles', tier: 'blocking', message: `"${acting}" does what the source says of "${actor}"` }]
}

const countriesOf = (source: string): Entity[] =>
  entitiesOf(source.split('-')[0] ?? 'en').filter(({ code }) => code !== undefined)

/** Whether a sentence and its source have two names in common. */
function sharesTwo(ours: string, theirs: string, { source, terms }: Languages): boolean {
  const told = (reader: string): boolean => ours.includes(lastPart(reader))
  const people = terms.filter(({ original, reader }) => told(reader) && theirs.includes(original))
  const countries = countriesOf(source).filter((one) => told(one.reader) && one.source.test(theirs))
  return new Set([...people, ...countries].map(({ reader }) => lastPart(reader))).size > 1
}

const lastPart = (reader: string): string => reader.split('·').at(-1) ?? reader

/** The two names of a sentence in the reader's form, in order; `null` where there are more, fewer or one twice. */
function namesIn(text: string, { source, terms, anyTerm }: Languages): [Named, Named] | null {
  const people = terms
    .filter(({ original }) => (anyTerm ? /^\p{Lu}\S{2}/u : /^\p{Lu}\S+ \S/u).test(original))
    .flatMap(({ original, reader }) => occurrences(text, new RegExp(escape(original), 'gu'), reader))
  const countries = countriesOf(source)
    .filter((entity) => entity.source.test(text))
    .flatMap((entity) => occurrences(text, new RegExp(entity.source.source, 'gu'), entity.reader))
  return inOrder([...people, ...countries])
}

function namesInTranslation(text: string, names: string[]): [Named, Named] | null {
  return inOrder(
    names.flatMap((name) => {
      const whole = occurrences(text, new RegExp(escape(name), 'gu'), name)
      return whole.length > 0 ? whole : occurrences(text, new RegExp(escape(lastPart(name)), 'gu'), name)
    }),
  )
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

const occurrences = (text: string, pattern: RegExp, name: string): Named[] =>
  [...text.matchAll(pattern)].map((match) => ({ name, start: match.index, end: match.index + match[0].length }))

function inOrder(found: Named[]): [Named, Named] | null {
  // A country that is no more has the name of its heir.
  const once = [...new Map(found.map((one) => [`${one.name} ${one.start}`, one])).values()]
  const [first, second, more] = once.toSorted((a, b) => a.start - b.start)
  return first && second && !more && first.name !== second.name && first.end <= second.start ? [first, second] : null
}

/** Who acts in a sentence of word order, by name. */
function byOrder(text: string, [first, second]: [Named, Named], { passive, notObject }: Grammar): string | null {
  const between = text.slice(first.end, second.start)
  // "The army of Russia hit Ukraine", "On Monday Russia …": what stands before may be the subject.
  const before = text.slice(0, first.start)
  if (
    between.length > longestBetween ||
    !/^(?:[^,]{0,24}\b(?:the|der|die|das|le|la|les|el|los|las|l['’])\s?|\S{0,12}[,:]? ?|)$/iu.test(before)
  )
    return null
  if (new RegExp(passive, 'iu').test(between)) return second.name
  // « accuse l’Algérie », "venció a Italia": an article, or the Spanish a of people, belongs to the object.
  const verb = between
    .replace(/^\p{L}*/u, '')
    .replace(/\b(?:a|an|the|la|le|les|el|den|die|das|a la|a los)\s$|l['’]$/iu, '')
  const isVerb = /\p{L}{3}/u.test(verb) && (notObject === undefined || !new RegExp(notObject, 'iu').test(verb.trim()))
  return isVerb ? first.name : null
}

/** Who acts where a particle says it. */
function byParticle(text: string, names: [Named, Named], { subject = '', passive }: Grammar): string | null {
  const marked = names.filter(({ end }) => new RegExp(`^${subject}`, 'u').test(text.slice(end)))
  return marked.length !== 1 || new RegExp(passive, 'u').test(text) ? null : (marked[0]?.name ?? null)
}

const chinese = {
  doneTo: new RegExp(`(?:${zh.verbs.join('|')})了?$`, 'u'),
  doneBy: new RegExp(`(?:${zh.doneBy.join('|')})$`, 'u'),
}
const passiveChinese = /被|遭|受到|输给|负于|不敌|败给/u
const unsureBetween = /[，、；：。]|和|与|及|跟|同|对|向|从|在|给|为|把|将|由|让|以|于(?!是)|的(?=$)/u

/** Who acts in a Chinese sentence; `null` where a comma, 的 or a coverb leaves it open. */
function actorInChinese(text: string, [first, second]: [Named, Named]): string | null {
  const between = text.slice(first.end, second.start)
  const before = text.slice(Math.max(0, first.start - 2), first.start)
  if (/[在从对向据和与的把将被]$/u.test(before) || between.startsWith('的')) return null
  // A verb right before the second name, with whatever says when and where before it.
  if (!/[，；。]/u.test(between) && chinese.doneBy.test(between)) return second.name
  if (passiveChinese.test(between)) return second.name
  if (!/[，；。]|的$/u.test(between) && chinese.doneTo.test(between)) return first.name
  return /\p{Script=Han}{2}/u.test(between) &&
    !unsureBetween.test(between.replace(/(?:在|于)[^，]{1,8}(?:中|时|里)/u, ''))
    ? first.name
    : null
}

import { countHanAndKana } from '../../text/letters.ts'
import type { Evidence, Language, Passage, Speaker } from '../../types.ts'
import offices from './data/offices.json' with { type: 'json' }
import { breakers, koSurnames, koTitles, leadIns, notNames, particles, speechVerbs } from './data/speech-verbs.ts'
import { nobody, type Attribution } from './attribution.ts'
import { doubted } from './doubtful-speech.ts'
import { chineseSpeakers } from './chinese-speakers.ts'
import { attributeJapanese } from './japanese-speakers.ts'
import { isHearsay, isPossessor, isTakenBack, plainTail, plainWord } from './plain-grammar.ts'
import { findQuotations, type Quotation } from './find-quotations.ts'

const capital = "\\p{Lu}[\\p{L}\\p{M}'’.\\-]*"
const name = `${capital}(?:\\s(?:(?:${particles.join('|')})\\s){0,2}${capital}){0,4}`
// "the governor, Elin Straub, said": the office in front, the name between commas.
const office =
  "(?:[Tt]he|[Ii]ts|[Ll]e|[Ll]a|[Ll][’']|[Dd]er|[Dd]ie|[Ee]l|[Ii]l|[Oo]|[Aa])\\s?\\p{Ll}[\\p{L}’'-]*(?:\\s\\p{Ll}[\\p{L}’'-]*){0,3}\\s?,\\s"
const nameOnly = new RegExp(`^${name}`, 'u')
const nameAndComma = new RegExp(`^(${name}),`, 'u')

const roleNoun =
  /(?:rat|rätin|sprecher|sprecherin|präsident|präsidentin|minister|ministerin|chef|chefin|leiter|leiterin|direktor|direktorin|anwalt|anwältin|experte|expertin|trainer|trainerin|führer|vertreter|vertreterin|forscher|forscherin|berater|beraterin|vater|mutter|polizei|behörde|ministry|council|police|department|party|government|union|university|bank|-)$/iu

// A dot behind an initial or a title ends no sentence: "C.Q. Brown", "Dr. Lund".
const abbreviated = '(?<!(?:^|[\\s.(])\\p{Lu}\\.|\\b(?:Dr|Mr|Mrs|Ms|St|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Hr|Fr|Sr|Jr)\\.)'
const sentenceGap = new RegExp(`(?<=[.!?])${abbreviated}\\s+(?=\\p{Lu})`, 'u')
const clauseGap = new RegExp(`(?<=[.!?…”»“])${abbreviated}\\s+(?=\\p{Lu})`, 'u')

/** Who speaks is said in the sentences around: so much is looked at on each side. */
const near = 1000
/** No interview has more; a page of quotation signs alone has. */
const mostQuotations = 600

const withNearWords = (quotation: Quotation): Quotation => ({
  ...quotation,
  before: quotation.before.slice(-near),
  after: quotation.after.slice(0, near),
})

/** Find who is quoted word for word. Persons are merged by name, a family name alone with the full name before it. */
export function findSpeakers(passages: Passage[], language: Language): Speaker[] {
  const speakers: Speaker[] = []
  let last: Attribution = nobody
  let before: Quotation | null = null
  const base = language.split('-')[0] ?? 'en'
  const attribute = attributionIn(base, passages)
  for (const quotation of findQuotations(passages).slice(0, mostQuotations)) {
    const close = withNearWords(quotation)
    const told = doubted(close, attribute(close), base)
    if (told === null) continue
    let said = told
    if (said.name) said = { ...said, name: withoutTrade(said.name, passages, base) }
    if (said.name && !isPerson(said.name, passages, base)) said = { spoken: true, name: null }
    if (quotation.continues && !said.name) said = last
    if (!said.spoken && last.name && before && goesOn(before, quotation)) said = last
    last = said
    before = quotation
    if (!isSpeech(quotation, said)) continue
    add(speakers, said.name, { evidence: quotation.evidence, base })
  }
  return speakers.toSorted((a, b) => Number(a.name === null) - Number(b.name === null))
}

/** “First,” said Ada Lund. “Second.”: nothing but who speaks stands between the two. */
function goesOn(first: Quotation, second: Quotation): boolean {
  if (first.evidence.passage !== second.evidence.passage || /[.!?]$/u.test(first.evidence.quote)) return false
  const between = first.after.slice(0, first.after.length - second.after.length - second.evidence.quote.length - 2)
  return between.length <= 160 && between.split(sentenceGap).length === 1 && /[.:,;–—]\s*$/u.test(between)
}

// "Farmer Ada Lund", "Токарь Виктор Сомов": at the head of a sentence a trade has a capital too. The article writes it small
// elsewhere, or (Russian) the second of three words is no patronymic.
function withoutTrade(who: string, passages: Passage[], base: string): string {
  const [first = '', second = '', ...rest] = who.split(' ')
  if (second === '' || base === 'de') return who
  const small = new RegExp(`(?<!\\p{L})${first.toLowerCase().replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?!\\p{L})`, 'u')
  const russian = base === 'ru' && rest.length === 1 && !/(?:ич|вна|чна)$/u.test(second)
  const trade = russian || passages.some(({ text }) => small.test(text))
  return trade ? [second, ...rest].join(' ') : who
}

// A single capitalised word may be a city, a German noun, a ministry: it is a person when the article also gives the
// full name ("Ada Lund" before "Lund said"). Scripts without capitals have been judged by surname and title already.
function isPerson(who: string, passages: Passage[], base: string): boolean {
  if (['zh', 'ja', 'ko'].includes(base)) return true
  if (roleNoun.test(who)) return false
  if (who.includes(' ')) return true
  const full = new RegExp(`(${capital})\\s${who.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?![\\p{L}])`, 'gu')
  return passages.some((passage) =>
    [...passage.text.matchAll(full)].some((match) => !notNames.has((match[1] ?? '').toLowerCase())),
  )
}

function add(speakers: Speaker[], who: string | null, { evidence, base }: { evidence: Evidence; base: string }): void {
  const same = speakers.filter(({ name }) => name === who || (who !== null && isPartOf(who, { full: name, base })))
  const [known] = same
  if (known && (same.length === 1 || known.name === who)) known.quotes.push(evidence)
  else speakers.push({ name: who, quotes: [evidence] })
}

/** Is a name the family name of a full one: "Lund" of "Ada Lund", 阿吉雷 of 费尔南多·阿吉雷, 榊原 of 榊原稔? */
function isPartOf(family: string, { full, base }: { full: string | null; base: string }): boolean {
  if (full === null || full.length <= family.length) return false
  return base === 'ja' && /^\p{Script=Han}{1,3}$/u.test(family)
    ? full.startsWith(family)
    : [' ', '·', '・', '‧'].some((sign) => full.endsWith(sign + family))
}

// One or two words in quotation signs are scare quotes or titles; without a verb beside it only a whole sentence is speech.
function isSpeech(quotation: Quotation, said: Attribution): boolean {
  const { quote } = quotation.evidence
  const dense = countHanAndKana(quote)
  const size = dense > 0 ? dense / 2 : quote.split(/\s+/u).length
  if (said.spoken) return size >= 3
  return size >= 6 && /[.!?…。！？,，]$/u.test(quote) && quotation.sign !== '『'
}

/** How the texts of a language say who speaks, for one article. */
function attributionIn(base: string, passages: Passage[]): (quotation: Quotation) => Attribution {
  if (base === 'zh') return chineseSpeakers(passages.map(({ text }) => text).join('\n'))
  if (base === 'ja') return attributeJapanese
  if (base === 'ko') return attributeKorean
  return (quotation) => attributeSpaced(quotation, base)
}

type Grammar = { [name in 'inverted' | 'straight' | 'opens' | 'behindComma' | 'first' | 'told' | 'asked']: RegExp }
const grammars = new Map<string, Grammar>()

/** How a language with spaces says who speaks; `null` for one whose verbs of speech we do not have. */
function grammarOf(base: string): Grammar | null {
  const had = grammars.get(base)
  const verbs = speechVerbs[base]
  if (had || !verbs) return had ?? null
  const verb = `(?:${[...verbs].toSorted((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{M}])`
  const aside = '(?:,[^,.“”"„«»]{2,90})?,?'
  const subject = `(?:${office}|(?:${plainWord}){0,4}?)(${name})${aside}\\s+${verb}${plainTail}{0,60}[:,]$`
  const made = {
    inverted: new RegExp(`^(${verb})\\s+(.*)`, 'u'),
    straight: new RegExp(`^(?:${office})?(${name})${aside}\\s+${verb}(?!\\s*:)`, 'u'),
    opens: new RegExp(`^${subject}`, 'u'),
    behindComma: new RegExp(`^(?!${name},)[^.]*?[,;:]\\s+${subject}`, 'u'),
    first: new RegExp(`^${verb}`, 'u'),
    told: new RegExp(`(?:^|[\\s])${verb}[^.]{0,40}[:,]$`, 'u'),
    asked: new RegExp(`^[^,.]{1,60}\\s${verb}(?!\\s*:)`, 'u'),
  }
  grammars.set(base, made)
  return made
}

function attributeSpaced({ evidence, before, after }: Quotation, base: string): Attribution {
  const grammar = grammarOf(base)
  if (!grammar) return nobody
  const sentenceAfter = after.split(sentenceGap)[0] ?? ''
  const tail = sentenceAfter.replace(/^[\s,.;–—-]+/u, '')
  // Behind a full stop a new sentence begins, and a colon leads to the next quotation: neither names this speaker.
  const ended = /[.…]$/u.test(evidence.quote) && /^\s/u.test(after)
  if (isSpokenOf(before, base) || goesOnBehind.test(tail)) return nobody
  const inverted = grammar.inverted.exec(tail)
  if (inverted) return behindVerb(inverted[2] ?? '', { base, verb: inverted[1] ?? '' })
  const straight = grammar.straight.exec(tail)
  if (straight && !ended)
    return { spoken: true, name: isTold(tail.slice(straight[0].length)) ? null : person(straight[1] ?? '') }
  const head = before.slice(Math.max(0, before.search(/[^.!?]*(?:[.!?]\s*)?$/u)))
  const clause = (before.split(clauseGap).at(-1) ?? head).trimEnd()
  // "John Carter, who beat Ada Lund, said:": who opens the clause speaks, before anybody behind a comma.
  const led = grammar.opens.exec(clause) ?? grammar.behindComma.exec(clause)
  if (led) return { spoken: true, name: isHearsay(clause) ? null : person(led[1] ?? '') }
  // Turkish and Korean put the verb behind the quotation and the name before it.
  if (grammar.first.test(tail) && nameAndComma.test(clause))
    return { spoken: true, name: person(nameAndComma.exec(clause)?.[1] ?? '') }
  return { spoken: grammar.told.test(clause) || (!ended && grammar.asked.test(tail)), name: null }
}

// "“…”, Ada Lund said it was a forgery": what she said comes after the verb. A day, a place or a hearer may stand there.
const goesOnBehind = new RegExp(
  `^${name},?\\s(?:said|says|told|claimed|added|insisted)\\s(?:it|he|she|they|we|I|that|this|there|the|an?|no|not|nothing|nobody|his|her|their|its)\\s`,
  'u',
)

/** Does the sentence before a quotation begin with an adverbial that the quotation belongs to? */
function isSpokenOf(before: string, base: string): boolean {
  const clause = before.split(clauseGap).at(-1) ?? ''
  const first = /^[\p{L}’']+/u.exec(clause.trimStart())?.[0].toLowerCase() ?? ''
  return (leadIns[base]?.includes(first) ?? false) && !/[,:]\s*$/u.test(clause)
}

const goesOnWithAnother = new RegExp(`^\\s+${name}\\s+(?:had|has|was|is|told|said|wrote)\\s`, 'u')

/** Does somebody else speak behind "Ada Lund said", or is it all another's word? */
function isTold(behind: string): boolean {
  return isTakenBack(behind) || isHearsay(behind) || goesOnWithAnother.test(behind)
}

/** Who speaks in what follows the verb: a name right there, or behind up to four small words that say what the person is. */
function behindVerb(text: string, said: { base: string; verb: string }): Attribution {
  const words = text.split(/\s+/u)
  const small = smallWords(words)
  const found = small === null ? null : nameOnly.exec(words.slice(small).join(' '))?.[0]
  if (small === null || !found) return { spoken: true, name: null }
  const behind = words.slice(small).join(' ').slice(found.length)
  if (isTakenBack(behind)) return nobody
  const theirs = isPossessor(found, { ...said, before: words[small - 1] ?? '', behind })
  return { spoken: true, name: theirs || isHearsay(behind) ? null : person(found) }
}

/** "L’avocat d’Anna Berg", "il legale dell’attrice Nora Vale". */
const elidedOf = /^(?:d|dell|all|dall|nell|sull)['’]/u

/** How many small words stand before a name ("police chief Alan Jones"); `null` where one of them leads elsewhere. */
function smallWords(words: string[]): number | null {
  let small = 0
  while (small < words.length && /^\p{Ll}/u.test(words[small] ?? '')) {
    const word = words[small] ?? ''
    // "said its secretary, Dorothy Pell": an office with the full name behind its comma.
    const office =
      small > 0 && word.endsWith(',') && /^\p{Lu}.*\s\p{Lu}/u.test(words.slice(small + 1, small + 3).join(' '))
    if (breakers.has(word.toLowerCase()) || elidedOf.test(word) || (!office && /[,.;]$/u.test(word))) return null
    small += 1
  }
  return small > 4 ? null : small
}

function person(text: string): string | null {
  // "sagte Evelyn Palla der Zeitung": without "von" before it the article begins what she spoke to.
  const [bare = ''] = text.split(/(?<!\b(?:von|van|auf|in|an))\s(?:der|den)\s/u)
  const clean = bare
    .replace(/['’]s?$/u, '')
    .replace(/[.-]+$/u, '')
    .trim()
  const first = clean.split(' ')[0]?.toLowerCase() ?? ''
  if (clean.length < 3 || notNames.has(first) || /['’]s?\s/u.test(clean)) return null
  return withoutOffice(clean)
}

const germanOffice = new RegExp(`(?:${offices.de.join('|')})$`, 'iu')
const otherOffices = new Set(offices.other)

// "Projektleiterin Katrin Vogelsang", "SPD-Abgeordnete Jens Hartlieb", "Coach Dana Whitlock": the name is what stands behind.
function withoutOffice(name: string): string {
  const words = name.split(' ')
  const [first = ''] = words
  if (words.length < 2) return name
  const known = otherOffices.has(first.toLowerCase().replace(/\.$/u, ''))
  return known || (words.length > 2 && germanOffice.test(first)) ? withoutOffice(words.slice(1).join(' ')) : name
}

function attributeKorean({ before, after }: Quotation): Attribution {
  const verbs = (speechVerbs['ko'] ?? []).join('|')
  const spoken = new RegExp(`^(?:이?라고|고|라며|며|이?라면서|면서)[^.“”"]{0,40}(?:${verbs})`, 'u').test(after)
  if (!spoken) return nobody
  const sentence = before.split(/[.?!]\s/u).at(-1) ?? ''
  const named = [
    ...sentence.matchAll(
      new RegExp(
        `(?:^|\\s)([${koSurnames}][가-힣]{1,3})\\s?(?:[가-힣A-Za-z]{1,12}\\s){0,3}?[가-힣]{0,6}(?:${koTitles})(?:\\([^)]*\\))?(?:은|는|이|가)\\s`,
        'gu',
      ),
    ),
  ].at(-1)
  // 최고위원 is an office, and who stands before "데 대해" did what another speaks about.
  const isOther =
    /^(?:최고|수석|선임|신임|전임|현직|부)$/u.test(named?.[1] ?? '') ||
    /(?:데|것에|점에|발언에|주장에)\s?대(?:해|하여)|관련해/u.test(
      sentence.slice((named?.index ?? 0) + (named?.[0].length ?? 0)),
    )
  return { spoken, name: isOther ? null : (named?.[1] ?? null) }
}

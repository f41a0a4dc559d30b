import type { ArticleText, Language } from '../types.ts'
import { type Detector, loadDetector } from './language-detector.ts'
import commonWords from './language-words.json' with { type: 'json' }

const scripts: [RegExp, Set<string> | null][] = [
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, new Set(['ja'])],
  [/\p{Script=Hangul}/gu, new Set(['ko'])],
  [/\p{Script=Han}/gu, new Set(['zh', 'ja', 'yue', 'lzh', 'wuu', 'nan', 'hak', 'gan'])],
  [/\p{Script=Cyrillic}/gu, new Set('ru uk bg sr mk be kk ky mn tg tt ba os ce cv uz az bs sh rue'.split(' '))],
  [/\p{Script=Arabic}/gu, new Set('ar fa ur ps sd ug ku ckb ks pa azb arz uz az ms kk ky'.split(' '))],
  [/\p{Script=Hebrew}/gu, new Set(['he', 'iw', 'yi'])],
  [/\p{Script=Greek}/gu, new Set(['el', 'grc'])],
  [/\p{Script=Thai}/gu, new Set(['th'])],
  [/\p{Script=Devanagari}/gu, new Set(['hi', 'mr', 'ne', 'sa', 'mai', 'bho', 'kok', 'sd', 'ks'])],
  // So many languages are written in Latin letters that the letters contradict only those never written so.
  [/\p{Script=Latin}/gu, null],
]
const neverLatin = new Set(
  'zh ja ko ru uk bg mk be he iw el th hi mr ne ar fa ur ps bn ta te ka hy km lo my si'.split(' '),
)

/** Do the letters of a text speak against a language? Counts which script most letters belong to. */
export function contradicts(text: string, language: Language): boolean {
  const base = language.toLowerCase().split('-')[0] ?? ''
  // The letters of ASCII are counted at once: most texts have few others.
  const plain = text.match(/[A-Za-z]+/g)?.join('').length ?? 0
  const rest = text.replace(/[\0-\x7F]+/g, '')
  const counts = scripts.map(
    ([script, speakers]) => (rest.match(script)?.length ?? 0) + (speakers === null ? plain : 0),
  )
  const letters = (rest.match(/\p{L}/gu)?.length ?? 0) + plain
  // Kana mark Japanese though most of its letters are Han; a Chinese text quotes a few at most.
  const [kana = 0, , han = 0] = counts
  if (letters < 40) return false
  if (kana > han / 10 && kana + han > letters / 2) return base !== 'ja'
  const most = counts.indexOf(Math.max(...counts))
  if ((counts[most] ?? 0) < letters * 0.6) return false
  const speakers = scripts[most]?.[1]
  return speakers ? !speakers.has(base) : neverLatin.has(base)
}

const common = Object.keys(commonWords)
/** The places in `common` of the languages of which a word is one of the commonest. */
const languagesOf = new Map<string, number[]>()
for (const [place, words] of Object.values(commonWords).entries())
  for (const word of new Set(words.split(' '))) languagesOf.set(word, [...(languagesOf.get(word) ?? []), place])
const sameWords: { [language: string]: string } = { nb: 'no', nn: 'no', tl: 'fil', ms: 'id', bs: 'hr', sr: 'hr' }
let last: { text: string; words: string[] } = { text: '', words: [] }

/** The words of a text in small letters; those of the last one are kept, as a text is asked twice. */
function wordsOf(text: string): string[] {
  if (text !== last.text) last = { text, words: text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [] }
  return last.words
}

const leastWords = 60
// With these two, 3 of the 5 of 129 pages that name a wrong language are found, and no right one is doubted.
const leastShare = 0.05
const clearlyMore = 1.3

/**
 * The language of Latin letters whose commonest words a text has clearly more of than of the named one's; `null` when
 * the name fits, the text is short or no table knows the language.
 */
export function fitsBetter(text: string, language: Language): Language | null {
  const base = language.toLowerCase().split('-')[0] ?? ''
  const words = wordsOf(text)
  if (words.length < leastWords) return null
  const counts = common.map(() => 0)
  for (const word of words) for (const place of languagesOf.get(word) ?? []) counts[place] = (counts[place] ?? 0) + 1
  const shares = common.map((language, place) => ({ language, share: (counts[place] ?? 0) / words.length }))
  const own = shares.find((one) => one.language === (sameWords[base] ?? base))
  const best = shares.toSorted((a, b) => b.share - a.share)[0]
  if (!own || !best || best.share < leastShare || best.share < clearlyMore * own.share) return null
  return best.language
}

// Words of these stand in every sentence, so that a text almost without them is written in something else. In the corpus
// the least share of the right language is 0.17 among these, of a wrong one 0.005 at most.
const dense = new Set('af ca cs cy da de en es fr ga gl hr it nl no pl pt ro sk sq sv'.split(' '))
const densest = 0.02
const leastDenseWords = 100

/** Is a text almost without the commonest words of a language that cannot do without them? */
export function lacksWordsOf(text: string, language: Language): boolean {
  const base = language.toLowerCase().split('-')[0] ?? ''
  const name = sameWords[base] ?? base
  const own = common.indexOf(name)
  if (own < 0 || !dense.has(name)) return false
  const words = wordsOf(text)
  const among = words.filter((word) => languagesOf.get(word)?.includes(own))
  return words.length >= leastDenseWords && among.length < words.length * densest
}

// Languages that eld does not know: it finds a neighbour instead.
const unknownToEld = new Set('af cy ga gl ha mt rw sn so st sw xh zu'.split(' '))

/** A text below this many letters is too short to tell its language. */
const enough = 60

let detector: Promise<Detector> | null = null

/**
 * The language of a text, or `null` where it is not certain. The smallest table of eld (2.1) is as right as the next
 * larger one on texts of 100 letters and more; it is loaded when the first text needs it.
 */
async function detect(text: string): Promise<Language | null> {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < enough) return null
  detector ??= loadDetector()
  const found = (await detector).detect(text.slice(0, 2000))
  return found.isReliable() && found.language !== '' ? found.language : null
}

/**
 * What the page says of its language, else what the text says. Where letters or commonest words contradict the page, the text
 * wins, with a note; where they do and nobody can tell the language, none is named: a wrong one would be false.
 */
export async function settleLanguage(article: ArticleText): Promise<ArticleText> {
  const text = [article.headline, ...article.passages.map((passage) => passage.text)].join('\n').slice(0, 4000)
  const { language } = article
  const better = language === null ? null : fitsBetter(text, language)
  const strange =
    language !== null && (contradicts(text, language) || (better === null && lacksWordsOf(text, language)))
  if (language !== null && !strange && better === null) return article
  const found = better !== null && unknownToEld.has(better) ? better : ((await detect(text)) ?? better)
  if (found === null && !strange) return article
  if (found !== null && found === language?.toLowerCase().split('-')[0]) return article
  const note =
    language === null
      ? `language by the text: ${found}`
      : `page says ${language}, text is ${found ?? 'another language'}`
  return { ...article, language: found, notes: [...article.notes, note] }
}

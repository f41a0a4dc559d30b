import type { ArticleText, Language } from '../types.ts'

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
  const counts = scripts.map(([script]) => text.match(script)?.length ?? 0)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  // Kana mark Japanese though most of its letters are Han; a Chinese text quotes a few at most.
  const [kana = 0, , han = 0] = counts
  if (letters < 40) return false
  if (kana > han / 10 && kana + han > letters / 2) return base !== 'ja'
  const most = counts.indexOf(Math.max(...counts))
  if ((counts[most] ?? 0) < letters * 0.6) return false
  const speakers = scripts[most]?.[1]
  return speakers ? !speakers.has(base) : neverLatin.has(base)
}

/** A text below this many letters is too short to tell its language. */
const enough = 60

/**
 * The language of a text, or `null` where it is not certain. The smallest tables of eld (2.1) are as right as the next
 * larger ones on texts of 100 letters and more, in a third of the time to load and 70 MB less; they are loaded when the
 * first text needs them.
 */
async function detect(text: string): Promise<Language | null> {
  if ((text.match(/\p{L}/gu)?.length ?? 0) < enough) return null
  const { eld } = await import('eld/extrasmall')
  const found = eld.detect(text.slice(0, 2000))
  return found.isReliable() && found.language !== '' ? found.language : null
}

/** What the page says of its language, else what the text says; where the letters contradict the page, the text wins. */
export async function settleLanguage(article: ArticleText): Promise<ArticleText> {
  const text = [article.headline, ...article.passages.map((passage) => passage.text)].join('\n').slice(0, 4000)
  const { language } = article
  if (language !== null && !contradicts(text, language)) return article
  const found = await detect(text)
  if (found === null) return article
  const note = language === null ? `language by the text: ${found}` : `page says ${language}, text is ${found}`
  return { ...article, language: found, notes: [...article.notes, note] }
}

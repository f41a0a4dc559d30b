import words from './data/left-words.json' with { type: 'json' }

const quoted = /[“"「『《（(][^”"」』》）)]*[”"」』》）)]/gu
const han = '\\p{Script=Han}'
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
// Signs that Japan alone writes so. Those that are Chinese words too (芸, 弁, 予, 浜) say nothing.
const japanese = new RegExp(`[${words.japaneseSigns}]|${words.japaneseWords.join('|')}`, 'u')
const latin = new RegExp(
  `(?<=${han}|^|[，。；：、])\\s?(?:${words.functionWords.join('|')})(?=\\s?${han}|[，,]\\s?${han}|\\s(?=${han}))`,
  'u',
)
const dated = new RegExp(
  `(?<![\\p{Script=Latin}·'’-]\\s?)(?:${words.calendar.join('|')})(?!\\s?[\\p{Script=Latin}·'’-])`,
  'u',
)

/**
 * A word of another language that a Chinese sentence kept: kana and Japanese signs (工場の一部), function words and the
 * names of days and months. Quoted words, titles and what stands in brackets are looked away from.
 */
export function keepsForeignWords(text: string, zh: boolean): boolean {
  if (!zh) return false
  const own = text.replace(quoted, ' ')
  return kana.test(own) || japanese.test(own) || latin.test(own) || dated.test(own)
}

import { ownWords } from './check-phrases.ts'
import table from './data/stance-words.json' with { type: 'json' }

const any = (list: string[]): string => `(?:${list.join('|')})`
const quoted = /[“"「『《][^”"」』》]*[”"」』》]/gu
const work = any(table.work)
// Behind 报道说 and 文章引述 somebody else's words follow.
const unsaid = `(?:(?!${table.told.join('|')})[^。！？；])`
const bias = [
  new RegExp(
    `(?:^|[。！？；，])(?:(?!${table.told.join('|')})[^。！？；，]){0,10}${work}${unsaid}{0,16}${any(table.slant)}`,
    'u',
  ),
]
const biasOfOthers =
  /(?:指责|批评|抨击|投诉|质疑|否认|驳回|认为|称|说|表示|承认)[^。]*(?:偏见|倾向|偏袒|偏颇)|(?:偏见|倾向性?|偏袒|偏颇)[^。]*(?:的说法|的指控|的批评)/u

/** A bias that is asserted of the text: a word for a text, and a word of slant that nobody else says. */
export function assertsBias(text: string): boolean {
  const own = text.replace(quoted, '')
  return bias.some((pattern) => pattern.test(own)) && !biasOfOthers.test(own)
}

const begin = '(?:^|[。！？；])'
/** How a text begins that says what we feel of it; "frankly speaking" is nobody's speech. */
const openings = [
  new RegExp(`${begin}(?:更|最|尤为|极为|特别|格外|有些|颇为)?${any(table.openings)}的是[，,：]`, 'u'),
  new RegExp(`${begin}${any(table.frankly)}(?:地|来|而)?(?:说|讲|言|论)?[，,]`, 'u'),
  new RegExp(`${begin}${any(table.foregone)}`, 'u'),
]
const verdicts = [
  new RegExp(
    `(?:一篇|此文|这是)[^，。]{0,8}${any(table.quality)}的?(?:好|佳)?${any(table.genre)}(?=[，。：；！]|$)`,
    'u',
  ),
  new RegExp(`(?:稿件|此文|该文|报道|文章|全文|记者|作者|通篇)[^。说称]{0,14}${any(table.craft)}`, 'u'),
  new RegExp(any(table.judged), 'u'),
]
const saidLast = /，[^，。]{1,20}(?:说|表示|认为|写道)。?$/u

/** A text that opens with what we feel of it, or says how well it is made, in words that say nothing of the events. */
export function judges(text: string): boolean {
  const unquoted = text.replace(quoted, '')
  const opens = !saidLast.test(unquoted) && openings.some((pattern) => pattern.test(unquoted))
  return opens || verdicts.some((pattern) => pattern.test(ownWords(text)))
}

const cut = new RegExp(any(table.cut), 'u')
const lacking = new RegExp(
  `${any(table.work)}[^。；]{0,20}${any(table.lacking)}|[，；。]\\S{0,3}(?:却|但|显然|可见|然而)\\S{0,6}${any(table.lacking)}`,
  'u',
)
const modest = new RegExp(any(table.modest), 'u')

/** Something called missing in a text of which only a part was received; that we cannot know it may be said. */
export function missesInCutText(text: string): boolean {
  const own = text.replace(quoted, '')
  const first = own.search(cut)
  if (first === -1 || modest.test(own)) return false
  return lacking.test(own.replace(new RegExp(any(table.cut), 'gu'), '＿'))
}

import phrases from './data/style-phrases.json' with { type: 'json' }

const quoted = /[“"「『《][^”"」』》]*[”"」』》]/gu
// What somebody else judges is reported, not judged: 教授认为，……. "We" and the report are ourselves; 堪称 and 不得不说 say nothing of anybody.
const attributed =
  /^[^，。]{1,30}(?<!我们|笔者|本文|报道|文章|人们|作者|堪|不得不|可以|只能|应该|应当|坦率地|客观地|公平地|夸张地|总的来|换句话|老实)(?:认为|表示|称(?!赞|号|职|得上|道|颂|奇|羡)|说(?!明|服|到底)|指出|警告|强调|坚称|呼吁|承认|写道|批评|形容)[，：,:]?[^。！？]*[。！？]?/u

// 遗憾的是，他没有等到判决，他的律师说。
const saidBehind = /^[^。！？]*，[^，。]{1,20}(?<!我们|笔者|作者|不得不)(?:说|表示|写道|认为)。?$/u

// 文章发人深省地指出: the text itself is no somebody else.
const ourselves = /^(?:这篇|该|此|本)?(?:报道|文章|全文|作者|笔者)/u

const any = (list: string[]): string => `(?:${list.join('|')})`
const { verdict } = phrases
const verdicts = [
  new RegExp(any(verdict.anywhere), 'u'),
  new RegExp(`(?:^|[。！？；])${any(verdict.opening)}(?:[，,是]|(?=这|该|此|他|她|政府|双方))`, 'u'),
  // 文章深刻…, 作者笔力…: a word for a text, then praise or blame of it in the same sentence.
  new RegExp(`${any(verdict.work)}[^。！？“”]{0,30}?${any(verdict.praise)}`, 'u'),
  new RegExp(`${any(verdict.praise)}[^。！？“”，]{0,8}${any(verdict.work)}`, 'u'),
  new RegExp(`(?:最|极)(?:有价值|重要|出色|优秀|精彩|深刻|好)的[^，。]{0,6}${any(verdict.work)}`, 'u'),
  // 报道揭示了……的矛盾: a text that shows something deep. What it shows of facts is description.
  new RegExp(
    `${any(verdict.work)}[^。！？“”]{0,12}?${any(verdict.reveal)}了?[^。！？]{0,30}?${any(verdict.depth)}`,
    'u',
  ),
  new RegExp(any([...verdict.idioms, ...verdict.scenes]), 'u'),
  new RegExp(`${any(verdict.work)}(?!称|说|指出|写|援引)[^。！？“”]{0,16}${any(verdict.lacks)}`, 'u'),
  // 报道视角较为单一: a text, a degree and a word of judgement; 报道称局势相对平衡 is of the events.
  new RegExp(
    `${any(verdict.work)}(?!称|说|指出|写|提|引|显示|认为|采访|援引|转述|只|将|把|用|以|中的)[^，。！？“”]{0,12}${any(verdict.degree)}[^，。！？“”]{0,10}${any(verdict.evaluation)}`,
    'u',
  ),
  new RegExp(`\\b${any(verdict.english)}`, 'iu'),
]

const [values, judging] = [new RegExp(any(verdict.values), 'gu'), new RegExp(any(verdict.judging), 'gu')]
// A name, a day, a sum or a title: what a sentence of news is seldom without.
const particular =
  /\d|[A-Za-z]{2}|[·《]|[周月日年]|[零一二三四五六七八九十百千万亿两][名人家个座辆艘起项次成倍元票]|表示|称|说(?!明|服)|宣布|公布|显示|据/u

/**
 * A sentence of big words and no fact: 教师的坚守，换来了迟到的尊严. One word for a value and one that judges, or two for values
 * beside another, and nothing that a sentence of news is made of.
 */
function onlyJudges(sentence: string): boolean {
  if (particular.test(sentence)) return false
  const [named, judged] = [sentence.match(values)?.length ?? 0, sentence.match(judging)?.length ?? 0]
  return named > 0 && judged > 0 && named + judged >= Math.max(2, Math.floor(sentence.length / 14))
}

const proverbs = new RegExp(any(verdict.proverbs), 'u')

/** A text without what is quoted in it or said by somebody else. */
export const ownWords = (text: string): string =>
  text
    .replace(quoted, '')
    .replace(attributed, (said) => (ourselves.test(said) ? said : ''))
    .replace(saidBehind, '')

/** A judgement of our own on the events or on the report; what is quoted or said by somebody else is looked away from. */
export function isVerdict(text: string): boolean {
  const own = ownWords(text)
  if (own.split(/(?<=[。！？])/u).some(onlyJudges)) return true
  // "As people say" is nobody who says it.
  return verdicts.some((pattern) => pattern.test(own)) || proverbs.test(text.replace(quoted, ''))
}

const talk = new RegExp(phrases.leak.join('|'), 'iu')

/** What assistants say around an answer, and pieces of a prompt or of its frame. */
export function isAssistantTalk(text: string): boolean {
  return (
    talk.test(text) &&
    (talk.test(text.replace(/[“「『《][^”」』》]*[”」』》]/gu, '').replace(saidBehind, '')) ||
      /^\s*(?:[{["]|“[a-z_]{2,20}”)/iu.test(text))
  )
}

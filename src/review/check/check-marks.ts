const speech = /[“「『"][^”」』"]*[”」』"]/gu
// 研究研究, 的的喀喀: only a word that the dictionary has is doubled by mistake.
const twice = /(?=(\p{Script=Han}{2,4})\1)/gu
const harmless = /^(?:一.|.一|智能|许多|很多|慢慢|来来|去去|的的|哈哈|人人|天天|年年|家家|步步|个个|里里|外外)/u
const particleTwice =
  /(?<![目标有])的的(?![确喀])|将将(?!来|军)|在在(?=\p{Script=Han}{2})|被被(?!子|套|窝)|[^目]的的(?=[一-龥]{2})/u
const saidTwice =
  /([他她它我]们?[说称])\1|(周[一二三四五六日])\2|(\p{Script=Han}{5,16})，\3|(?<=^|[，。；])(\p{Script=Han}{1,10}(?:表示|认为|宣布|[说称]))，\4/u
// A noun, at the head of a clause: 果农果农停止供货. Of verbs (研究研究) it is a way to say "a little".
const headTwice =
  /(?:^|[，。；])(?!研究|讨论|考虑|商量|休息|收拾|打扫|学习|了解|很[久多少]|许多|慢慢|时时|处处)(\p{Script=Han}{2})\1(?=\p{Script=Han})/u
const englishTwice = /\b(the|a|an|of|in|to|and|for|is|was|on|at|by|with|from|said)\s+\1\b/iu

let segmenter: Intl.Segmenter | null = null

function isWord(text: string): boolean {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(text)].length === 1
}

/** A word written twice in a row: 要求要求资方, "the the". */
export function doublesWord(text: string): boolean {
  const own = text.replace(speech, '，')
  if (englishTwice.test(own)) return true
  if (!/\p{Script=Han}/u.test(own)) return false
  const words = Array.from(own.matchAll(twice), (match) => match[1] ?? '')
  return (
    particleTwice.test(own) ||
    saidTwice.test(own) ||
    headTwice.test(own) ||
    words.some((word) => !harmless.test(word) && (word.length > 2 || isWord(word)))
  )
}

const number = '\\d+(?:\\.\\d+)?'
const bare = `(?=[，。；、！]|$)`
const changes = '(?:增长|下降|上涨|下跌|上升|减少|增加|下滑|回落|提高|降低|攀升|飙升|萎缩|缩水|涨|跌)'
const rates =
  '(?:支持率|反对率|失业率|利率|税率|通胀率|通货膨胀率|投票率|得票率|增长率|占比|毛利率|空置率|入住率|上座率|合格率|录取率|收益率|增幅|涨幅|跌幅|降幅)'
const bareChanges = [
  new RegExp(`${changes}了?(?:高达|达|约|近|逾|超过|将近|至少|不到)?\\s?${number}${bare}`, 'u'),
  new RegExp(`${rates}[^，。；、%％]{0,14}(?<![第\\d.])\\s?${number}${bare}`, 'u'),
]

/** 下降高达18: a change or a rate of nothing, that has lost its percent sign or its unit. */
export const hasBareChange = (text: string, zh: boolean): boolean =>
  zh && bareChanges.some((pattern) => pattern.test(text.replace(speech, '')))

const notes =
  /[[［【](?:\^[\p{L}\d-]{1,12}|\d{1,3}(?:\s?[,，、–-]\s?\d{1,3})*|(?:注释?|来源|出处|引用|参考|citation|source|note|ref)[\s:：]?\d{0,3})[\]］】]|(?<=[\p{Script=Han}。，%％])[¹²³⁴-⁹†‡]|\\[([]/iu

/** Marks of a footnote: [^2], [1,2], 【来源】, †. */
export const hasNoteMark = (text: string): boolean => notes.test(text)

const shortQuote = /(?<before>.{0,2})“(?<word>\p{Script=Han}{2,4})”(?<behind>.{0,2})/gu
// What names, calls or lists words puts them in quotation signs with reason.
const named = /(?:[说称为叫谓写用名指作以将把从是词题喊批骂贴即和与及或、《：:—]|定义|所谓|形容|认为|表示|概念|口号)$/u
const namedBehind =
  /^(?:一词|号|字|说|称|计|行|法|工|项|奖|节|案|运|政|组|品|型|级|派|族|者|等|和|与|及|或|、|“|两|二|三|四|五|六|七|八|九|十|公|集|系|概|口|标|模|[这那]|）)/u

/** “大幅”裁减，“引发”不满: two and more plain words of a sentence in quotation signs that nobody says and nothing is called. */
export function scaresWithQuotes(text: string, zh: boolean): boolean {
  if (!zh || /[说称]|一词|字眼|表示|认为|指出|口号|高喊|形容/u.test(text.replace(speech, ''))) return false
  const plain = [...text.matchAll(shortQuote)].filter(
    ({ groups }) => !named.test(groups?.['before'] ?? '') && !namedBehind.test(groups?.['behind'] ?? ''),
  )
  return plain.length >= 2
}

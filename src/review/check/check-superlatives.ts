import { compile } from './sense/word-classes.ts'
import table from './data/superlatives.json' with { type: 'json' }
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }
type Words = Record<'plain' | 'ranked' | 'among', string[]> & { besideRank?: string[] }

// 最近, 最高法院, 最多40人, 最低工资 rank nothing.
const said =
  /最(?![高低大小长多少][^的，。]{0,5}\d|近|后|终|初|新|好(?:能|是|不|先|在)|高(?:法|人民|检|院|领导|理事|委员|温|气温|可|达|限|刑|不超|[\d一二两三四五六七八九十])|低(?:工资|温|气温|生活|限|[\d一二两三四五六七八九十])|[多少](?![的、，。])|[长短早晚迟快大小]?(?:可|只|不超|能|将|达|也|要|会|于|为期|须|再|[周明下本今后]|星期|[\d一二两三四五六七八九十数几])|大(?:限度|化|程度|努力|的努力)|惠国|爱|佳(?:影片|导演|男|女|新|剧|原|外|动|纪|歌|球|阵|摄))[\p{Script=Han}]/u
const scoped = /(?:全[国球省市州县镇村港行校]|世界|国内|亚洲|欧洲|非洲|史上|历史上|有史以来)(?:上|范围内)?最/u
const shared = /之一|之列|一些|有些|部分|数一数二|名列前茅/u

// 最里头, 最前面, 最上一层 say where, not which one of all.
const places = /最(?:[里裡外底顶左右][面头边侧层端]?|[前上下][面头方层端排]|靠|[高低远近深浅](?=[处点]))/gu

/**
 * 最大 where the cited passages have the second largest, one of the largest, or none that is the largest.
 *
 * For Chinese sentences. A source that calls anything the largest, the first or a record says nothing.
 */
export function checkSuperlatives(statement: Statement, cited: string[]): Fault[] {
  const { text, kind, readerLanguage, sourceLanguage, headline, terms } = statement
  const words = (table as Record<string, Words | undefined>)[sourceLanguage.split('-')[0] ?? '']
  const own = terms.reduce((left, { reader }) => left.replaceAll(reader, ' '), text).replace(places, ' ')
  const found = said.exec(own)?.[0]
  if (
    !words ||
    kind === 'question' ||
    !readerLanguage.startsWith('zh') ||
    !found ||
    /第[二三四五六七八九十\d]/u.test(own)
  )
    return []
  const source = [headline, ...cited].join('\n')
  const [ranked, among, plain] = [words.ranked, words.among, words.plain].map(compile)
  if (!ranked || !among || !plain) return []
  const unranked = source.replace(ranked, ' ')
  // "The third-smallest maximum in 47 years of records": beside a rank these make nothing the smallest.
  const nouns = unranked === source ? undefined : compile(words.besideRank ?? [])
  const alone = unranked.replace(among, ' ').replace(nouns ?? /$^/u, ' ')
  if (alone.search(plain) !== -1) return []
  if (unranked.search(among) !== -1)
    return shared.test(own) ? [] : [{ check: 'quantifier', message: `"${found}" is one of several in the source` }]
  // A rank is told in more words than any list has: surely wrong is one where the source gives a lower one, or that of a whole country.
  const isSure = unranked !== source || scoped.test(own)
  const message = `nothing is "${found}" in the source${unranked === source ? '' : ', but of a lower rank'}`
  return [{ check: isSure ? 'number' : 'quantifier', message }]
}

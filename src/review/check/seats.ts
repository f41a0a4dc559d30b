import regions from './data/members-of-regions.json' with { type: 'json' }
import seats from './data/seats.json' with { type: 'json' }

const acts =
  /^(?:方面|当局|官方|政府|高层|高官|官员|一方|(?:此前|随后|当天|当日|周.|昨天|今天|已经?|曾|则|也|还|仍|并未?|没有|未|不|一直|正在?|将|会|可能|强烈|再次|迅速|坚决|公开|多次|同时|日前|至今|迄今|始终|必须|应该?|显然){0,2}(?:表示|声称|称(?!为)|说|否认|宣布|认为|认定|指责|谴责|警告|呼吁|敦促|要求|拒绝|同意|承诺|威胁|希望|担心|回应|强调|主张|支持|反对|批评|抗议|施压|报复|承认|对此|愿意?|打算|计划|决定|下令|召回|驱逐|欢迎|期待|坚称|透露|证实|暗示|指控|提出|提议|建议|试图|寻求|相信|准备|取消|暂停|放宽|收紧|实施|加征|制裁|让步|妥协|考虑|签署|批准)|[与和同][^，。]{2,6}(?:的(?:关系|谈判|分歧|争端|冲突)|之间|谈判|达成|签署|断交|结盟)|的[^，。]{0,5}(?:关税|制裁|反应|立场|支持|回应|态度|压力|批评|要求|担忧|盟友|军队|军方|导弹|核|官员|外交|政策|警告|威胁|报复|意图|决定|承诺|说法|指控|利益|战略|决策|提议|让步|底线))/u
const toward = /(?:[对向被由令让给亲反]|迫使|敦促|指责|批评|要求|呼吁|警告|说服|支持|援助|威胁|制裁|激怒|代表|依赖)$/u
// 北京与莫斯科的关系, and not 塞维利亚和马德里的剧院.
const beside = /[与和同]$/u
const partner =
  /^(?:的(?:关系|谈判|对话|会谈|贸易|冲突|争端|分歧|联盟|合作|友谊)|之间|谈判|对话|达成|签署|断交|结盟|修好)/u
const [inPlace, ofPlace] = [
  /(?:[在到抵赴于从飞往至]|抵达|离开|访问|位于|来自|设在)$/u,
  /^(?:市|郊|机场|街|地铁|举[行办]|的?[一两二三四五六七八九十几]?(?:[所家座名位条间]|支球队)|的街)/u,
]

/**
 * Whether a capital or a seat speaks for its country: 莫斯科否认 for "Russia denied", 北京的关税 for "China's tariffs".
 *
 * 在巴黎 is a place, and has to be in the article.
 *
 * @param named whether the article has a country (by its code) or a body (by its Chinese name)
 */
export function speaksForNamed(
  reader: string,
  { before, behind }: { before: string; behind: string },
  named: (country: string) => boolean,
): boolean {
  const countries = (seats as Record<string, string[]>)[reader]
  if (countries === undefined || inPlace.test(before) || ofPlace.test(behind)) return false
  return (
    (acts.test(behind) || toward.test(before) || (beside.test(before) && partner.test(behind))) && countries.some(named)
  )
}

/** Whether a part of the world has a country of the article in it: 中东 for "Israel and Iran". */
export const hasNamedMember = (reader: string, named: (code: string) => boolean): boolean =>
  ((regions as Record<string, string[] | undefined>)[reader] ?? []).some(named)

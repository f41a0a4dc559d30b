import { isCents } from './cents.ts'
import type { Figure } from './figure.ts'

/** The figures of a sentence that its source must have. `text` is what they were read from. */
export function claimedFigures(figures: Figure[], text: string): Figure[] {
  return withoutWorth(withoutNested(figures)).filter((figure) => isChecked(figure, text))
}

/** "About one in ten" is a tenth, and neither one nor ten; "an hour and a half" no half. */
function withoutNested(figures: Figure[]): Figure[] {
  const longer = (one: Figure, than: Figure): boolean =>
    one.start <= than.start && than.end <= one.end && one.end - one.start > than.end - than.start
  return figures.filter((figure) => !figures.some((one) => longer(one, figure)))
}

/** 45美分 is a sum of cents; what it is worth in each currency that has them is for the source to say. */
const withoutWorth = (figures: Figure[]): Figure[] =>
  figures.filter((one) => !figures.some((cent) => cent !== one && isCents(cent) && cent.start === one.start))

const majority = /^(?:majorit|mehrheit|mayoría|過半数|과반)/iu
// Measure words before which a Chinese numeral counts something (a closed class; Chao, A Grammar of Spoken Chinese, 7.9).
const measureWords =
  /^\s*(?:多|余)?(?:级(?!跳|市场|联赛|法院|建筑|残疾|医院|工|公路|学生|以上)|个|名|位|人|家|座|条|项|次|岁|辆|艘|架|枚|只|头|张|份|篇|部|台|所|间|户|起|宗|件|桩|届|层|股|吨|公里|米|场|轮|局(?!长|势|部|面|限|促)|支|种|村|县|省|州|市|镇|席|票|枪|发|周|天|年|月|小时|分钟|秒|倍|成|美元|欧元|英镑|元|日元|％|%|百分点|万|亿|千|百|门(?!峡|县|湾)|款(?!项)|列(?!车|出|入|举|为)|挺|趟|班(?!长|子|级)|节(?!目|日|约|奏|能|点)|首(?!都|相|次|席|先|发|批|家|尔|领)|集(?!团|体|中|合|会|装|结)|双(?!方|边)|根(?!据|本|源)|株|朵|粒|瓶|罐|袋|盒|顿|审|封(?!锁|闭|面)|页|句|[胜负平](?=[，。、；\d一二三四五六七八九]|之后|后|$)|连(?:冠|胜|败|霸|跌|涨|降|升|平)|国(?!集团|际|家|内|民|会|务|防|旗|王|语|土)|匹|颗|本|册|套|口|栋|幢|棵|箱|桶|升|公斤|例|幅|块|尊|具|笔|批(?!评|准|判|发)|面(?!对|临|向|积|前|环|楚|包|料)|片(?!面)|度(?!假|过|量))/u
const notFigures = /^(?:[二两三四六]轮(?=车|摩托|电动|驱动|驱)|四驱|十分|万一|三面|四面|八面|千万|百分百)/u
const alone = /^一(?![百千万亿])/u

/** Whether a numeral of the claim is a figure at all: Chinese numerals only before a measure word, never one. */
export function isChecked(figure: Figure, text: string): boolean {
  // 24比1: one of how many.
  if (figure.value === 1 && /[比:：]\s?$/u.test(text.slice(0, figure.start))) return false
  // 0比2 is a score, whole or not at all.
  if (figure.value === 0 && /^\s?[比:：]/u.test(text.slice(figure.end))) return false
  if (figure.inName || majority.test(figure.text)) return false
  if (/^\s*年一度/u.test(text.slice(figure.end))) return false
  if (figure.family === 'multiple' || figure.family === 'ratio' || figure.family === 'points') return true
  if (figure.form === 'digits') return true
  // "A year", "an hour" say of a pace or a time how long ago it is.
  if (figure.form === 'word')
    return figure.value !== 1 && figure.value !== 2 && !/^an? (?!decade|century)/iu.test(figure.text)
  // 一天半 and 一个半小时 are figures, 一天 alone is none.
  const single = figure.raw === 1 || !Number.isFinite(figure.raw)
  const rest = text.slice(figure.start)
  if (notFigures.test(rest) || (single && alone.test(rest)) || figure.value === 1 || figure.value === 0) return false
  if (figure.vague) return true
  // 两 and 二 before a plain measure word often stand for "both", "the two", a pair of names.
  if (
    figure.value === 2 &&
    !/[前第]$/u.test(text.slice(0, figure.start)) &&
    !['time', 'money', 'measure', 'ordinal'].includes(figure.family)
  )
    return false
  if (figure.family === 'ordinal') return true
  // 进入前二十: how far down a list.
  if (text.slice(0, figure.start).endsWith('前') && /^(?:名|位|强|之列|[，。、；]|$)/u.test(text.slice(figure.end)))
    return true
  return figure.value >= 1000 || measureWords.test(text.slice(figure.end))
}

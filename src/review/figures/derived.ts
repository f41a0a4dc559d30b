import { agrees, close } from './agrees.ts'
import { countsList } from './counted-lists.ts'
import { withUnitsOf } from './elided.ts'
import type { Figure } from './figure.ts'
import { earlier as formerly, isOfOne, isScrambled, isToldShare, toldAmounts } from './worked-out.ts'

type Side = {
  text: string
  figures: Figure[]
  years?: ReadonlySet<number>
  /** Lengths in days between the days that the source tells, and since its months. */
  lengths?: ReadonlySet<number>
}

/** What a sentence says of a figure that is what is left or what has been put to it: 减少了, 相差, 其余. */
const differs =
  /只有[^，。；]{0,8}$|仍在|仍有|还有|继续|减少|增加|增至|下降|上升|增长|上涨|上调|下调|提高|降低|相差|差距|差了?|多出|高出|超出|少了|多了|其余|剩|余下|另外|另有|另|已有|已完成|净|缩短|延长|缩减|裁减|领先|落后|优势|涨了?|降了?|贵[了出]?|便宜了?|放宽|推迟|提前|延后|[快慢早晚]了|比[^，。]{1,10}[多少高低]/u
/** What remains, in a sentence or in its source. */
const rest =
  /另有|另外|其余|剩余|剩下|余下|\bthe rest\b|\bremain\p{L}*|\bothers\b|\b[Üü]brige\p{L}*|\bRest\b|\breste\b|\bresto\b|残り|나머지/u
const earlier = /当时|此前|原来|年前|月前|前一|上年|去年|上次|前次|上届|之前/u
/** 由13万下修为9.2万 for "revised down by 38,000"; of small numbers (从一级升至二级) too many others fit. */
const isRevised = ({ value }: Figure, told: string): boolean => value >= 10 && revised.test(told)
const revised = /[由从][^，。；]{0,10}(?:修|调|降|升|增|减|缩|扩|改)/u
const changes = /[增减升降涨跌]|幅/u
/** 只相当于从前的80%: what a fall by a fifth has left. */
const isLeft = /(?:相当于|只剩|仅剩|剩下)[^，。；]{0,12}/u
/** Two amounts that the source names side by side. */
const beside =
  /(?:\band|\bund|\bsowie|\bet|\by|\be|\bplus|\bas well as|と|及び|および|、|，|,|와|과|및|和|以及|与|[+＋])\s*$/iu
const within =
  /\bof (?:them|which|whom|these)|\bdavon\b|\bdarunter\b|\bdont\b|de ell[oa]s|\bd['’]entre|うち|其中|이 중|가운데|\bincluding\b|包括|包含/iu
const equally =
  /\bequal(?:ly)?\b|\bevenly\b|gleichen Teilen|gleichmäßig|parts égales|partes iguales|均等|等分|平分|똑같이|균등/iu
/** 是赔偿额的两倍 for "half of what was sought": the same comparison told from the other end. */
const compares = /(?:是|为|相当于|达到?)[^，。；]{0,16}$/u

const amounts = new Set<Figure['family']>(['count', 'money', 'measure', 'time'])
/** So many signs at most stand between two amounts that belong together. */
const nearBy = 32
/** "Two of them" says behind the number that it is a part of the one before. */
const behind = 14
/** A list of more figures than these is a table, in which any number can be worked out. */
const most = 40

/**
 * Whether a figure of the sentence can be worked out from those of its source: 50人 for "46 passengers and four crew",
 * 3.8万 less for "from 91,000 to 53,000", 30架 for "half the fleet" of sixty, a third for "in equal parts by three".
 *
 * Sums are made of neighbours only, and differences told by a word for one, so that few other numbers fit.
 */
export function isDerived(figure: Figure, ours: Side, theirs: Side): boolean {
  if (figure.vague) return false
  const known = withoutParts(theirs.figures).filter((one) => !one.vague && !('inDate' in one) && !one.inScore)
  const told = clauseAround(figure, ours.text)
  if (figure.family === 'ratio')
    return (
      isShareOfTold(figure, ours.figures, known) ||
      isDerivedShare(figure, [told, sentenceAround(figure, ours.text)], { text: theirs.text, figures: known })
    )
  if (figure.family === 'multiple')
    return isInverse(figure, told, known) || isHedgedQuotient(figure, known) || isAlmost(figure, told, known)
  // 连续五个季度 for "the fifth quarter in a row".
  if (/连续|接连|连/u.test(told) && known.some((one) => one.family === 'ordinal' && isRunOf(figure, one, theirs.text)))
    return true
  if (figure.family === 'time' && (isYearsBetween(figure, theirs.years) || isBetween(figure, theirs.lengths)))
    return true
  if (!amounts.has(figure.family) || known.length > most) return false
  if (figure.family === 'count' && countsList(figure, ours.text, { text: theirs.text, figures: known })) return true
  if (isBalanced(figure, ours, known)) return true
  return worksOut(figure, [told, sentenceAround(figure, ours.text)], { text: theirs.text, figures: known })
}

/** 九人中五人在东楼，四人在西楼: two of the three are in the source, and the sentence tells them all. */
function isBalanced(figure: Figure, { text, figures }: Side, known: Figure[]): boolean {
  const isKin = (one: Figure): boolean => one.family === figure.family && one.of === figure.of && one !== figure
  const counts = (one: Figure): boolean => measureOf(text, one) === measureOf(text, figure)
  const told = figures.filter(
    (one) => isKin(one) && counts(one) && !one.vague && known.some((theirs) => isKin(theirs) && agrees(one, theirs)),
  )
  const made = told.flatMap((a) => told.flatMap((b) => (a === b ? [] : [a.value + b.value, a.value - b.value])))
  return figure.hedge === null && made.some((value) => value > 0 && close(value, figure.value, 1e-6))
}

const measureOf = (text: string, { end }: Figure): string => text.charAt(end).replace(/[名位个]/u, '人')

/** 150名中有80名，超过一半: the share of two numbers that sentence and source tell. */
function isShareOfTold(figure: Figure, ours: Figure[], known: Figure[]): boolean {
  const told = ours.filter(
    (one) => one.family === 'count' && known.some((theirs) => theirs.family === 'count' && agrees(one, theirs)),
  )
  const shares = told.flatMap((a) => told.filter((b) => b.value > a.value).map((b) => a.value / b.value))
  const like: Figure = { ...figure, form: 'digits', hedge: null, each: 0.01 }
  return figure.form === 'word' && shares.some((value) => agrees(figure, { ...like, value, raw: value * 100 }))
}

function worksOut(figure: Figure, [told, around]: [string, string], { text, figures }: Side): boolean {
  const same = figures.filter((one) => one.family === figure.family && one.of === figure.of)
  if (isScrambled(figure, same)) return false
  const [apart, before] = [differs.test(told), earlier.test(told) || isRevised(figure, told)]
  const made = [
    ...sums(same, text),
    ...(apart || before || rest.test(text) ? differences(same) : []),
    ...(apart ? differences([...same, ...withUnitsOf(figure, figures)]) : []),
    ...(before ? allSums(same) : []),
    ...(/另外|其余|其他|另有/u.test(told) && rest.test(text) ? allButOne(same) : []),
    ...parts(same, figures, apart),
    ...toldAmounts(around, same, { text, figures }),
  ]
  return made.some(({ like, value }) => value > 0 && isValue(figure, like, value))
}

/** Whether a number that looks like another one off by a power of ten is the difference of two of the source. */
export function isDifference(figure: Figure, ours: Side, theirs: Side): boolean {
  const same = theirs.figures.filter((one) => one.family === figure.family && one.of === figure.of && !one.vague)
  const told = clauseAround(figure, ours.text)
  if (same.length > most) return false
  if (isRevised(figure, told) && allSums(same).some(({ like, value }) => isValue(figure, like, value))) return true
  if (!differs.test(told)) return false
  return differences(same).some(({ like, value }) => value > 0 && isValue(figure, like, value))
}

const months =
  /^(?:st|nd|rd|th|e|º|\.)?\s?(?:(?:straight|consecutive|successive) )?[个個か]?(?:月|month|mois|mes|Monat|개월)/iu

/** 连续五个季度 for "the fifth quarter in a row", 连续一年半 for "the 18th month". */
function isRunOf(figure: Figure, { raw, end }: Figure, text: string): boolean {
  const behind = text.slice(end, end + 24)
  return (
    raw === figure.raw ||
    (figure.family === 'time' && months.test(behind) && close(figure.value, raw * 30.436875, 0.02))
  )
}

/** 半年 for "since September", told in March; 晚了五周 for Oct. 17 and Sept. 12. */
const isBetween = ({ value }: Figure, lengths: ReadonlySet<number> = new Set()): boolean =>
  [...lengths].some((days) => close(value, days, 0.01))

/** 任职16年 for "from 1994 to 2010". */
export function isYearsBetween(figure: Figure, years: ReadonlySet<number> = new Set()): boolean {
  const { raw, each, hedge } = figure
  if (!close(each, 365.2425, 0.001)) return false
  if (hedge === null) return [...years].some((one) => years.has(one + raw))
  const lengths = [...years].flatMap((from) => [...years].map((until) => until - from)).filter((length) => length > 0)
  return lengths.some((length) => agrees(figure, { ...figure, hedge: null, raw: length, value: length * each }))
}

function isDerivedShare(figure: Figure, [told, around]: [string, string], { text, figures }: Side): boolean {
  if (isEqualPart(figure, { text, figures }) || isInverse(figure, told, figures)) return true
  if (isToldShare(figure, told, figures)) return true
  const shares = figures.filter(({ family }) => family === 'ratio')
  if ((rest.test(told) || isLeft.test(told)) && shares.some(({ value }) => close(1 - value, figure.value, 0.001)))
    return true
  const all = shares.reduce((sum, { value }) => sum + value, 0)
  if ((rest.test(told) || rest.test(text)) && close(1 - all, figure.value, 0.001)) return true
  if (figure.hedge !== null && changes.test(told) && isChange(figure, told, figures)) return true
  const points = figures.filter(({ family }) => family === 'points').map(({ value }) => value / 100)
  const shifted = shares.some(({ value }) =>
    points.some((by) => close(value - by, figure.value, 1e-6) || close(value + by, figure.value, 1e-6)),
  )
  if ((earlier.test(told) || formerly.test(around)) && shifted) return true
  const counts = figures.filter(({ family, form }) => family === 'count' && form === 'digits')
  const rounds = figure.hedge !== null || figure.form === 'word'
  return (
    rounds &&
    /占|比例|比重/u.test(told) &&
    counts.some((a) => counts.some((b) => a.raw < b.raw && Math.abs(a.raw / b.raw - figure.value) <= 0.03))
  )
}

/** "Nine out of ten" is a share, and neither nine nor ten; "two of the five" are two and five. */
const withoutParts = (figures: Figure[]): Figure[] => {
  const isIn = (one: Figure, share: Figure): boolean =>
    share.start <= one.start && one.end <= share.end && share.end - share.start > one.end - one.start
  const round = (share: Figure): boolean =>
    figures.some((one) => (one.raw === 10 || one.raw === 100) && one.family === 'count' && isIn(one, share))
  const shares = figures.filter((one) => one.family === 'ratio' && one.form === 'word' && round(one))
  return figures.filter((one) => !shares.some((share) => isIn(one, share)))
}

type Made = { like: Figure; value: number }

const isValue = (figure: Figure, like: Figure, value: number): boolean =>
  agrees(figure, { ...like, value, raw: (like.raw * value) / like.value, hedge: null })

const clauseAround = ({ start, end }: Figure, text: string): string =>
  `${
    text
      .slice(Math.max(0, start - 18), start)
      .split(/[，。；]/u)
      .at(-1) ?? ''
  }${text.slice(end, end + 6).split(/[，。；]/u)[0] ?? ''}`

const sentenceAround = ({ start, end }: Figure, text: string): string =>
  `${
    text
      .slice(Math.max(0, start - 24), start)
      .split(/[。；]/u)
      .at(-1) ?? ''
  }${text.slice(end, end + 6).split(/[。；]/u)[0] ?? ''}`

function sums(figures: Figure[], text: string): Made[] {
  const sorted = figures.toSorted((a, b) => a.start - b.start)
  return sorted.flatMap((first, at) => {
    const run = [first]
    const made: Made[] = []
    for (const next of sorted.slice(at + 1)) {
      const last = run.at(-1)
      const between = last ? text.slice(last.end, next.start) : ''
      if (
        next.start < (last?.end ?? 0) ||
        between.length > nearBy ||
        !beside.test(between) ||
        within.test(between + text.slice(next.end, next.end + behind))
      )
        break
      run.push(next)
      made.push({ like: first, value: run.reduce((sum, one) => sum + one.value, 0) })
    }
    return made
  })
}

/** 另外三人 for "all four … the others", where one of them is told by himself. */
const allButOne = (figures: Figure[]): Made[] =>
  figures
    .filter(({ family, raw }) => family === 'count' && raw > 2 && raw <= 20)
    .map((like) => ({ like, value: like.raw - 1 }))

const allSums = (figures: Figure[]): Made[] =>
  figures.flatMap((a) => figures.flatMap((b) => (a === b ? [] : [{ like: a, value: a.value + b.value }])))

const differences = (figures: Figure[]): Made[] =>
  figures.flatMap((a) => figures.map((b) => ({ like: a, value: a.value - b.value })))

/** A share told in words, or the percent of a whole, and with a word for the rest what it leaves. */
function parts(wholes: Figure[], figures: Figure[], rest: boolean): Made[] {
  const shares = figures.filter(({ family, value }) => family === 'ratio' && value > 0 && value < 1)
  return shares.flatMap((share) =>
    wholes.flatMap((like) => [
      { like, value: share.value * like.value },
      ...(rest ? [{ like, value: (1 - share.value) * like.value }] : []),
    ]),
  )
}

/** 下降约15% for "88 million, from 103 million": of the greater one for a fall, of the smaller one for a rise. */
function isChange({ value }: Figure, told: string, figures: Figure[]): boolean {
  const named = figures.filter(({ family }) => family === 'money' || family === 'measure').slice(0, 6)
  const elided = named.flatMap((one) => withUnitsOf(one, figures))
  const numbers = [...figures, ...elided].filter(
    ({ family, raw, step }) => amounts.has(family) && (raw >= 10 || step < 1),
  )
  const falls = /[减降跌]/u.test(told)
  const isBase = (a: Figure, b: Figure): boolean =>
    a.family === b.family && a.of === b.of && falls === b.value > a.value
  return numbers.some((a) =>
    numbers.some((b) => isBase(a, b) && Math.abs(Math.abs(a.value - b.value) / b.value - value) <= 0.006),
  )
}

/** 三倍多 for 68 against 21 percent. */
function isHedgedQuotient({ value, text, form, hedge }: Figure, figures: Figure[]): boolean {
  const shares = figures.filter(({ family, value: share }) => family === 'ratio' && share > 0)
  const over = /倍(?:多|以上|有余)/u.test(text)
  if (form === 'word' || (hedge === null && !over)) return false
  return shares.some((a) =>
    shares.some((b) => (over ? Math.floor(a.value / b.value) === value : close(a.value / b.value, value, 0.02))),
  )
}

/** 差不多是原来的三倍 for 130 after 46, and for 2.8 times. */
function isAlmost({ value }: Figure, told: string, figures: Figure[]): boolean {
  if (!/(?:差不多|接近|将近|近乎|大?约|近)[^，。；\d]{0,8}$/u.test(told.slice(0, -1).replace(/倍.*$/u, '')))
    return false
  const times = figures.filter(({ family }) => family === 'multiple').map((one) => one.value)
  const digits = figures.filter((one) => amounts.has(one.family) && one.form === 'digits' && one.raw >= 10)
  const made = digits.flatMap((a) =>
    digits.filter((b) => isOfOne(a, b) && b.value < a.value).map((b) => a.value / b.value),
  )
  return [...times, ...made].some((one) => Math.abs(one - value) <= 0.1 * value)
}

const isEqualPart = ({ value }: Figure, { text, figures }: Side): boolean =>
  equally.test(text) && figures.some((one) => one.family === 'count' && close(one.raw * value, 1, 0.01))

/** Nobody tells a twentieth as the twenty times that the other is: such a sentence has the two the wrong way round. */
const mostTurned = 5

const isInverse = ({ value }: Figure, told: string, figures: Figure[]): boolean =>
  compares.test(told.slice(0, -1)) &&
  value <= mostTurned &&
  figures.some((one) => (one.family === 'ratio' || one.family === 'multiple') && close(one.value * value, 1, 0.01))

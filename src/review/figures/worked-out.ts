import { agrees, close } from './agrees.ts'
import { withUnitsOf } from './elided.ts'
import type { Figure } from './figure.ts'

/** 合计, 两人一共: all of several. */
const together = /合计|总计|一共|总共|加起来|相加|联手|合起来|(?<!公)共(?![和同产识享存])/u
/** What stood before a change. */
export const earlier = /前[，,为的]|前[^，。；]{0,4}[为是]|原先|原定|原本|原计划|原为|此前|先前|当时|原来/u
/** 翻一番，增至5600家: what a multiple makes of the amount that it is told of. */
const grownTo = /[增升长加高大]至|[增升长加高大]?[到达]|翻/u
const whole = /全[体公厂校国年部球队院市县省镇村]|总[数量额共体]|目标|整个|总共有|共有/u
const average = /平均|人均|均价|每[起人户件家辆场次台套栋项册]/u
const yearly = /[一全每]年(?![前后来内间级])/u
const monthly =
  /\b(?:a|per|each|every) month|\bmonthly\b|(?:im|pro|je) Monat|monatlich|par mois|mensuel|al mes|mensual|每月|月額|月々|월|한 달/iu
const daily =
  /\b(?:a|per|each|every) day|\bdaily\b|(?:am|pro|je) Tag|täglich|par jour|quotidien|al día|diari[oa]s?|毎日|[1一]日|하루|매일|每[天日]/iu
const weekly =
  /\b(?:a|per|each|every) week|\bweekly\b|(?:pro|je) Woche|wöchentlich|par semaine|hebdomadaire|a la semana|semanal|毎週|매주|每周/iu
/** How many of a pace make a year. */
const paces: [RegExp, number][] = [
  [monthly, 12],
  [weekly, 52],
  [daily, 365],
]
/** Another part of those that are told: the men where the women are, the homes that still wait. */
const other = /[男女]|仍有|仍然|还有|尚有/u
const changes = /[减增升降涨跌]|幅/u
/** Six lines, and two in them. */
const among = /其中|[里中]/u
/** 降到四分之一, and not 降了四分之一. */
const level = /[降减跌升增涨][到至为]|占|只有|仅有|相当于/u
const takes = /占|只有|仅有?|不到|不足|相当于|完成|达到|其中|[里中](?:有|的|约|近)?$/u
const now = /现在|目前|如今|眼下/u
const countable = new Set<Figure['family']>(['count', 'money', 'measure'])

type Made = { like: Figure; value: number }

/**
 * Amounts that a sentence works out with a word that says so: all together, what stood before a change, the whole of which
 * a share is told, an average, a year's worth of a monthly sum.
 */
export function toldAmounts(
  told: string,
  same: Figure[],
  { text, figures }: { text: string; figures: Figure[] },
): Made[] {
  const shares = figures.filter(({ family, value }) => family === 'ratio' && value > 0 && value < 1)
  return [
    ...(together.test(told) ? pairs(same, (a, b) => a + b) : []),
    ...(earlier.test(told)
      ? [...pairs(same, (a, b) => a + b), ...pairs(same, (a, b) => a - b), ...unchanged(same, shares)]
      : []),
    ...(now.test(told) || earlier.test(told)
      ? figures
          .filter(({ family }) => family === 'multiple')
          .flatMap((by) => same.map((like) => ({ like, value: like.value / by.value })))
      : []),
    ...(grownTo.test(told)
      ? figures
          .filter(({ family }) => family === 'multiple')
          .flatMap((by) => same.map((like) => ({ like, value: like.value * by.value })))
      : []),
    ...(whole.test(told)
      ? same.flatMap((like) => shares.map(({ value }) => ({ like, value: like.value / value })))
      : []),
    ...(average.test(told) ? averages(same, figures) : []),
    ...(yearly.test(told) ? paces.filter(([pace]) => pace.test(text)) : []).flatMap(([, times]) =>
      same.map((like) => ({ like, value: like.value * times })),
    ),
  ]
}

const pairs = (same: Figure[], make: (a: number, b: number) => number): Made[] =>
  same.flatMap((like) => same.flatMap((b) => (like === b ? [] : [{ like, value: make(like.value, b.value) }])))

/** The amount before it grew or fell by a share. */
const unchanged = (same: Figure[], shares: Figure[]): Made[] =>
  same.flatMap((like) =>
    shares.flatMap(({ value }) => [1 + value, 1 - value].map((by) => ({ like, value: like.value / by }))),
  )

const averages = (same: Figure[], figures: Figure[]): Made[] => {
  const counts = figures.filter(({ family, raw }) => family === 'count' && raw > 1)
  return same.flatMap((like) => counts.map(({ value }) => ({ like, value: like.value / value })))
}

/** A share that two amounts of a kind make, one of them in place of the other, or what a told one leaves. */
export function isToldShare(figure: Figure, told: string, figures: Figure[]): boolean {
  const shares = figures.filter(({ family }) => family === 'ratio')
  if (other.test(told) && shares.some(({ value }) => close(1 - value, figure.value, 0.001))) return true
  const named = figures.filter(({ family }) => family === 'measure').slice(0, 6)
  const elided = named.flatMap((one) => withUnitsOf(one, figures))
  const amounts = [...figures, ...elided].filter(({ family, raw }) => countable.has(family) && raw > 1)
  const made = amounts.flatMap((a) =>
    amounts.filter((b) => a.value < b.value && isOfOne(a, b)).map((b) => a.value / b.value),
  )
  // Small numbers are many: only what they make to the letter.
  if (figure.form !== 'digits' && among.test(told) && made.some((value) => close(value, figure.value, 0.001)))
    return true
  const digits = amounts.filter(({ form, raw, step }) => form === 'digits' && (raw >= 10 || step < 1))
  const shown = digits.flatMap((a) =>
    digits.filter((b) => a.value < b.value && isOfOne(a, b)).map((b) => a.value / b.value),
  )
  const falls = changes.test(told) && !level.test(told)
  if (falls && figure.form === 'digits') return shown.some((value) => Math.abs(1 - value - figure.value) <= 0.0051)
  return (falls || takes.test(told)) && shown.some((value) => isNear(figure, falls ? 1 - value : value))
}

/** Of one kind, or a sum whose money is not named again: "$310 million, from 1.24 billion". */
export const isOfOne = (a: Figure, b: Figure): boolean =>
  (a.family === b.family && a.of === b.of) ||
  (Math.min(a.value, b.value) >= 1e6 && [a.family, b.family].every((one) => one !== 'measure'))

function isNear(figure: Figure, value: number): boolean {
  const like: Figure = { ...figure, form: 'digits', hedge: null, value, raw: value * 100, each: 0.01 }
  if (figure.hedge !== null || figure.form === 'word') return agrees(figure, like)
  return Math.abs(value - figure.value) <= 0.0051
}

/** 278 for 287: digits that changed places are a slip, and nothing that was worked out. */
export const isScrambled = (figure: Figure, same: Figure[]): boolean =>
  same.some(({ raw }) => raw !== figure.raw && raw >= 100 && digits(raw) === digits(figure.raw))

const digits = (raw: number): string => [...String(raw)].toSorted().join('')

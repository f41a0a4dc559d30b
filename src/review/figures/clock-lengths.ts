import type { Figure } from './figure.ts'

const two = '\\d{1,2}'
const part = '\\d{1,2}(?:[.,]\\d{1,3})?'
const join = '[, ]{1,2}(?:and |und |et |y )?'

/** Hours, minutes and seconds told together, by the names that their groups have. Seconds may go on after the sign (9秒81). */
const patterns = [
  new RegExp(`(?<![\\d:])(?<h>${two}):(?<m>\\d{2}):(?<s>\\d{2}(?:[.,]\\d{1,3})?)(?![\\d:])`, 'gu'),
  new RegExp(`(?<![\\d:])(?<m>${two}):(?<s>\\d{2}[.,]\\d{1,3})(?!\\d)`, 'gu'),
  new RegExp(`(?<h>${two})\\s?(?:个?小时|時間|시간)零?\\s?(?<m>${two})\\s?(?:分钟?|분)(?:零?\\s?(?<s>${two})\\s?(?:秒钟?|초)(?<c>\\d{1,3})?)?`, 'gu'),
  new RegExp(`(?<m>${two})\\s?(?:分钟?|분)零?\\s?(?<s>${two})\\s?(?:秒钟?|초)(?<c>\\d{1,3})?`, 'gu'),
  new RegExp(`(?<s>${two})\\s?(?:秒|초)(?<c>\\d{1,3})(?![\\d年月日])`, 'gu'),
  new RegExp(
    `(?<h>${two}) ?(?:hours?|Stunden?|heures?|horas?|h)(?:${join}| )(?<m>${two}) ?(?:minutes?|Minuten?|minutos?|mins?)\\b(?:${join}(?<s>${part}) ?(?:seconds?|Sekunden?|secondes?|segundos?|secs?|s)\\b)?`,
    'giu',
  ),
  new RegExp(
    `(?<m>${two}) ?(?:minutes?|Minuten?|minutos?|mins?)${join}(?<s>${part}) ?(?:seconds?|Sekunden?|secondes?|segundos?|secs?|s)\\b`,
    'giu',
  ),
] // prettier-ignore

/**
 * Lengths of time of two units and more, in seconds, and the text without them: 2:04:51, 15:38.24, 2小时4分51秒, 9秒81,
 * "3 minutes 26 seconds".
 */
export function takeClockLengths(text: string): { seconds: number[]; rest: string } {
  if (!/\d\s?[:分秒초분]|\d ?(?:h|m|S)/iu.test(text)) return { seconds: [], rest: text }
  const seconds: number[] = []
  const rest = patterns.reduce(
    (left, pattern) =>
      left.replace(pattern, (...args) => {
        const { h, m, s, c } = args.at(-1) as Record<string, string | undefined>
        const whole = Number(h ?? 0) * 3600 + Number(m ?? 0) * 60 + Number((s ?? '0').replace(',', '.'))
        seconds.push(whole + (c ? Number(`0.${c}`) : 0))
        return ' '.repeat(String(args[0]).length)
      }),
    text,
  )
  return { seconds, rest }
}

/** The same as figures of time, in days. */
export function clockFigures(seconds: number[]): Figure[] {
  const each = 1 / 86_400
  return seconds.map((raw) => ({
    value: raw * each,
    raw,
    each,
    start: 0,
    end: 0,
    step: 1,
    form: 'digits',
    vague: false,
    scale: 1,
    inName: false,
    family: 'time',
    of: 'time',
    text: `${raw} seconds`,
    hedge: null,
  }))
}

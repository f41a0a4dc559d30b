import { readDates } from '../figures/dates.ts'
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

/**
 * A day of the week that the whole article does not have, where the cited passage has none and others do: 周三 for a deal
 * that the first paragraph tells of Tuesday. Days of months stand for their days of the week.
 */
export function checkWeekdays(statement: Statement, cited: string[]): Fault[] {
  const { text, passages, sourceLanguage, readerLanguage, published } = statement
  const { weekdays } = readDates(text, readerLanguage)
  if (weekdays.size === 0 || published === null) return []
  if (cited.some((one) => readDates(one, sourceLanguage).weekdays.size > 0)) return []
  const all = passages.map((passage) => readDates(passage.text, sourceLanguage))
  const told = new Set(all.flatMap((one) => [...one.weekdays]))
  if (told.size === 0) return []
  const dated = all.flatMap(({ days, months }) => fallingOn({ days, months }, new Date(published)))
  return [...weekdays]
    .filter((day) => !told.has(day) && !dated.includes(day))
    .map((day) => ({ check: 'date', message: `weekday ${day} (0 is Sunday) is nowhere in the article` }))
}

/** The days of the week on which days of months fall in the years around publication. */
function fallingOn({ days, months }: { days: Set<number>; months: Set<number> }, published: Date): number[] {
  const year = published.getUTCFullYear()
  const months0 = months.size > 0 ? [...months].map((month) => month - 1) : [published.getUTCMonth()]
  return [...days].flatMap((day) =>
    months0.flatMap((month) =>
      [year - 1, year, year + 1].map((one) => new Date(Date.UTC(one, month, day)).getUTCDay()),
    ),
  )
}

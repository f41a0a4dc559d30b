import { expect, test } from 'vitest'
import monthNames from './month-names.json' with { type: 'json' }
import { monthOf } from './months.ts'

const forms = (['long', 'short'] as const).flatMap((month) =>
  ([undefined, 'numeric'] as const).map((day) => ({ month, day })),
)

/** The table's line for a language, as the runtime's calendars (Unicode CLDR) have it. */
function lineFor(locale: string): string {
  const first = new Map<string, number>()
  for (const { month, day } of forms) {
    const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory-nu-latn`, { month, day, timeZone: 'UTC' })
    for (let index = 0; index < 12; index++) {
      const part = format.formatToParts(Date.UTC(2026, index, 5)).find((one) => one.type === 'month')
      const name = (part?.value ?? '')
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\d]+/gu, '')
      // "1月" and the like are read by their number.
      if (name.length >= 2 && !/^\d/u.test(name) && !first.has(name)) first.set(name, index)
    }
  }
  return Array.from({ length: 12 }, (_, index) =>
    [...first].flatMap(([name, at]) => (at === index ? name : [])).join('|'),
  ).join(' ')
}

// Where this fails after an update of Node, Unicode has other names: the table takes them.
test.each(Object.entries(monthNames))('month-names.json has the months of %s as the calendars do', (locale, line) => {
  expect(line).toBe(lineFor(locale))
})

test.each([
  ['März', null, 3],
  ['SEPT.', null, 9],
  ['listopadu', 'cs', 11],
  ['listopada', 'hr', 10],
  ['listopad', 'hr', 10],
  ['listopad', null, null],
  ['במרץ', 'he', 3],
  ['harbour', 'en', null],
  ['May', 'constructor', 5],
])('monthOf() takes %s in %s for month %s', (word, language, month) => {
  expect(monthOf(word, language)).toBe(month)
})

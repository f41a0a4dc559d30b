import { expect, test } from 'vitest'
import { checkWeekdays } from './check-weekdays.ts'

const passages = [
  { id: 'p1', text: 'The two towns agreed on Tuesday to share the ferry.' },
  { id: 'p2', text: 'The deal was reached after 19 hours of talks. It begins on June 1.' },
]

function found(text: string, cited: string[]): string[] {
  // A Wednesday; June 1 is a Monday that year.
  const written = { published: '2026-05-13T12:00:00Z', sourceLanguage: 'en', readerLanguage: 'zh-Hans' }
  const statement = { text, kind: 'fact', evidence: [], passages, headline: '', terms: [], ...written }
  return checkWeekdays(statement, cited).map(({ check }) => check)
}

test('checkWeekdays() looks for a day of the week in the whole article where the cited passage has none', () => {
  const cited = [passages[1]?.text ?? '']
  expect(found('协议周二达成。', cited)).toEqual([])
  expect(found('协议周三达成。', cited)).toEqual(['date'])
  expect(found('协议周一生效。', cited)).toEqual([])
})

test('checkWeekdays() leaves a passage that has a day of the week to the dates', () => {
  expect(found('协议周三达成。', [passages[0]?.text ?? ''])).toEqual([])
})

import { expect, test } from 'vitest'
import type { Entry } from '../shelf.ts'
import { cardOf } from './card.ts'

const entry = {
  id: 'a00001',
  slug: 'ferry',
  sourceId: 'north',
  headline: 'The ferry sails',
  sortedAt: '2026-11-23T08:10:00Z',
  language: 'en-GB',
  week: '2026-W48',
  blurb: '渡船九点开航。',
  blurbBy: 'replay',
  ownHeadline: '渡船开航',
} as unknown as Entry

test('cardOf() gives the headline in the reader’s language beside the outlet’s', () => {
  const card = cardOf(entry, { source: undefined, language: 'zh-Hans' })
  expect([card[1], card[8]]).toEqual(['The ferry sails', '渡船开航'])
})

test('cardOf() gives no second headline to a reader of the outlet’s own language', () => {
  expect(cardOf(entry, { source: undefined, language: 'en' })[8]).toBe('')
  expect(cardOf({ ...entry, ownHeadline: null }, { source: undefined, language: 'zh-Hans' })[8]).toBe('')
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import * as stages from '../../src/pipeline.ts'
import { carry } from './carry.ts'

const pieces = [
  'Détente',
  'l’État',
  '“quoted”',
  '‘so’',
  '50 %',
  '5.5%',
  '£1.2bn',
  'A/B',
  '«ça»',
  '—',
  '–',
  '…',
  '!?',
  'AT&T',
  'x < y',
  '<b>',
  '&amp;',
  '&eacute;',
  '#1',
  '@home',
  '*',
  '_',
  '\\n',
  '$&',
  '{}',
  '[…]',
  '¿Qué?',
  'Straße',
  'İstanbul',
  'Αθήνα',
  'Москва́',
  'قطر،',
  'שלום',
  'दिल्ली',
  'ไทย',
  '서울',
  '「中国」',
  '《论语》',
  '，',
  '。',
  '？',
  '・',
  '東京　大阪',
  'ｶﾅ',
  '𠮷野家',
  '👩‍👩‍👧',
  'ﬁ',
  '①',
  '½',
  '²',
]
const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const title = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...pieces), letters), { minLength: 2, maxLength: 9 })
  .map((parts) =>
    parts
      .join(' ')
      .replace(/\s+/gu, (gap) => (gap.includes('\u3000') ? '\u3000' : ' '))
      .trim(),
  )

const escape = (text: string): string => text.replace(/[&<>]/gu, (sign) => `&#${sign.charCodeAt(0)};`)

/** Letters, digits and signs: what must be the same; spaces and invisible signs may be tidied. */
const visible = (text: string): string =>
  text.normalize('NFC').replace(/[\s\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu, '')

test('the letters, digits and signs of a headline are the same in store, page and feeds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(title, { minLength: 20, maxLength: 30, selector: visible }), async (titles) => {
      // Twice escaped, as RSS calls a title HTML: `<b>` and `&amp;` are then what the outlet wants to be read.
      const items = titles.map(
        (one, at) => `<item><guid>${at}</guid><title>${escape(escape(one))}</title><description>d</description></item>`,
      )
      const carried = [
        ...(
          await carry(`<rss version="2.0"><channel><title>T</title>${items.join('')}</channel></rss>`, stages)
        ).values(),
      ]
      const said = titles.map(visible).toSorted()
      for (const place of ['stored', 'page', 'rss', 'json'] as const)
        expect(carried.map((one) => visible(one[place])).toSorted()).toEqual(said)
    }),
    { numRuns: 40 },
  )
}, 120_000)

import { expect, test } from 'vitest'
import { quotationSpans } from './quotations.ts'

const quotations = (text: string): string[] =>
  quotationSpans(text).map(({ start, end, depth }) => `${depth} ${text.slice(start, end)}`)

test.for([
  ['She said: “We bake.” He left.', ['1 We bake.']],
  ['‘We bake,’ she said. ‘It’s the bakers’ oven.’', ['1 We bake,', '1 It’s the bakers’ oven.']],
  ["He said 'we can't bake' and left.", ["1 we can't bake"]],
  [
    '“I never said ‘bread is dead’ to anyone,” he wrote.',
    ['1 I never said ‘bread is dead’ to anyone,', '2 bread is dead'],
  ],
  ['The bakers’ oven and the baker’s loaf of ’98.', []],
  ['He said 5" pipes are old. She said "no" again.', ['1 no']],
  ['„Wir backen“, sagte sie. »Nein«, sagte er.', ['1 Wir backen', '1 Nein']],
  ['« On cuit », dit-elle.', ['1  On cuit ']],
  ['”Vi bakar”, sade hon. ’Nej’, sade han.', ['1 Vi bakar', '1 Nej']],
  ['店主は「『明日』と言った」と話した。', ['1 『明日』と言った', '2 明日']],
  ['“We bake', ['1 We bake']],
] as const)('quotationSpans() finds what stands in quotation signs: %s', ([text, expected]) => {
  expect(quotations(text)).toEqual(expected)
})

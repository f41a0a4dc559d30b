import { expect, test } from 'vitest'
import { parsePage, visibleText } from './tree.ts'

const shown = (html: string): string => visibleText(parsePage(`<p>${html}</p>`) as never)

test.each([
  ['turned 10<sup>6</sup> times', 'turned 10⁶ times'],
  ['10<sup>−3</sup> of it', '10⁻³ of it'],
  ['£4<sup>99</sup> and £120<sup>00</sup>', '£4⁹⁹ and £120⁰⁰'],
  ['1<sup>1</sup>⁄<sub>2</sub> miles', '1¹⁄₂ miles'],
  ['5 km<sup>2</sup> of H<sub>2</sub>O', '5 km² of H₂O'],
  ['the 21<sup>st</sup> and le 1<sup>er</sup>', 'the 21st and le 1er'],
  ['in 2019<sup><a href="#fn12">12</a></sup> the town', 'in 2019 the town'],
  ['in 2019<a class="footnote-ref" href="#n">12</a> the town', 'in 2019 the town'],
  ['240,000<span role="doc-noteref" id="r3">[3]</span> pounds', '240,000 pounds'],
  ['in 2019<a href="/12">12</a> the town', 'in 201912 the town'],
  ['wrote that <q>the mayor is a thief</q> and', 'wrote that “the mayor is a thief” and'],
  ['of <del>2.4 million</del> 240,000 pounds, <s>gone</s>', 'of 240,000 pounds,'],
])('%s prints as %s', (html, text) => expect(shown(html)).toBe(text))

test('the marks of a quotation are siblings of what they stand around, as any node is', () => {
  const [q] =
    (parsePage('<q>never <b>again</b></q>').children as { children: { prev: unknown; next: unknown }[] }[]) ?? []
  const nodes = q?.children ?? []
  expect(nodes).toHaveLength(4)
  expect(nodes.map(({ next }) => next)).toEqual([...nodes.slice(1), null])
  expect(nodes.map(({ prev }) => prev)).toEqual([null, ...nodes.slice(0, -1)])
})

import { expect, test } from 'vitest'
import { allElements, parsePage, scriptText, visibleText } from './tree.ts'

const textOf = (html: string): string => visibleText(parsePage(html) as never)
const attribsOf = (html: string): unknown => allElements(parsePage(html))[0]?.attribs

test('parsePage() decodes entities of texts, once each', () => {
  expect(textOf('<p>Quay &amp; Ferry &#8217;s &lt;b&gt; 5 < 6 &amp;amp; tea&nbsp;time')).toBe(
    'Quay & Ferry ’s <b> 5 < 6 &amp; tea time',
  )
})

test('parsePage() decodes entities of attributes, but none that may be part of an address', () => {
  expect(attribsOf('<a href="/q?a=1&copy=2&amp;lt=3" title="Tide &eacute; &#x2014;">')).toEqual({
    href: '/q?a=1&copy=2&lt=3',
    title: 'Tide é —',
  })
})

test('parsePage() leaves scripts and styles as they stand, and reads a title as text', () => {
  const [script, style, title] = allElements(parsePage('<script>"&amp;"</script><style>"&lt;"</style><title>A &amp; B'))
  expect([script, style, title].map((one) => (one ? scriptText(one) : null))).toEqual(['"&amp;"', '"&lt;"', 'A & B'])
})

test('parsePage() takes the style of a drawing for an element like any other', () => {
  const [, style] = allElements(parsePage('<svg><style>a &gt; b</style></svg>'))
  expect(style && scriptText(style)).toBe('a > b')
})

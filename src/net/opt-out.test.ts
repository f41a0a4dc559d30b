import { expect, test } from 'vitest'
import { findOptOut, readTdmRules } from './opt-out.ts'

test.each([
  [{ 'x-robots-tag': 'noai, noimageai' }, '', ['X-Robots-Tag: noai, noimageai']],
  [{ 'tdm-reservation': '1' }, '', ['tdm-reservation: 1']],
  [{}, '<meta name="tdm-reservation" content="1">', ['meta tdm-reservation: 1']],
  [{}, "<meta content='noindex, noai' name='robots'>", ['meta robots: noindex, noai']],
  [{ 'content-signal': 'ai-train=yes, search=yes, ai-input=no' }, '', ['Content-Signal: ai-input=no']],
  [{ 'content-signal': 'ai-train=no, search=yes' }, '', []],
  [{ 'x-robots-tag': 'noindex' }, '<meta name="robots" content="index"><meta name=tdm-reservation content=0>', []],
])('findOptOut() reads %j and %j', (headers, text, said) => {
  expect(findOptOut({ headers: headers as Record<string, string>, text })).toEqual(said)
})

// Forms in which servers, proxies and templates write the same words.
test.each<Record<string, string>>([
  { 'tdm-reservation': '1, 1' },
  { 'tdm-reservation': '0, 1' },
  { 'tdm-reservation': '"1"' },
  { 'tdm-reservation': "'1'" },
  { 'tdm-reservation': '1;policy=x' },
  { 'tdm-reservation': ' 1 ' },
  { 'x-robots-tag': 'NOAI;NOIMAGEAI' },
  { 'content-signal': 'search=yes; ai-input=no' },
  { 'content-signal': '"ai-input=no"' },
  { 'content-signal': 'ai-input="no", ai-input=yes' },
  { 'content-signal': 'AI-Input = No, ai-input=no' },
  { 'x-robots-tag': 'noindex, "noai"' },
  { 'x-robots-tag': '"noindex,noai"' },
  { 'x-robots-tag': 'noindex\nnoai' },
  { 'x-robots-tag': 'otherbot: noindex\nnoai' },
  { 'x-robots-tag': 'waikan: noai' },
  { 'x-robots-tag': 'Waikan:noai, index' },
  { 'x-robots-tag': '*: noimageai' },
  { 'x-robots-tag': 'otherbot: noindex, waikan: noai' },
  { 'x-robots-tag': 'max-snippet: 20, noai' },
  { 'x-robots-tag': 'unavailable_after: 25 Jun 2030 15:00:00 PST, noai' },
])('findOptOut() hears the headers %j', (headers) => {
  expect(findOptOut({ headers, text: '' })).toHaveLength(1)
})

test.each<Record<string, string>>([
  { 'tdm-reservation': '0' },
  { 'tdm-reservation': '10' },
  { 'tdm-reservation': '' },
  { 'x-robots-tag': 'otherbot: noai' },
  { 'x-robots-tag': 'otherbot: noindex, noai' },
  { 'x-robots-tag': 'otherbot: noai\nnoindex' },
  { 'x-robots-tag': 'waikan: index, otherbot: noai' },
  { 'x-robots-tag': 'noairship' },
])('findOptOut() finds no word for us in the headers %j', (headers) => {
  expect(findOptOut({ headers, text: '' })).toEqual([])
})

test.each([
  '<meta name="robots"content="noai">',
  '<meta/name="robots"/content="noai">',
  '<META NAME=ROBOTS CONTENT=NOAI>',
  '<meta name = robots content = noai >',
  "<meta content='noai' name='robots' />",
  '<meta name="robots" content="noai;noimageai">',
  '<meta name="robots" content="no&#97;i">',
  '<meta name="robots" title="a>b" content="noai">',
  '<meta name="robots" title="<b>" content="noai">',
  `<meta name="robots" data-x="${'x'.repeat(900)}" content="noai">`,
  '<meta\nname="robots"\n\tcontent="\nnoai\n">',
  '<meta name="waikan" content="noai">',
  '<meta property="robots" content="noai">',
  '<meta http-equiv="X-Robots-Tag" content="noai">',
  '<meta http-equiv="tdm-reservation" content="1">',
  '<meta property="tdm-reservation" content="1">',
  '<meta name="tdm-reservation" content=" 1 ">',
  '<meta name="TDM-Reservation" content="&#49;">',
  '<meta name=" robots " content="noai" name="description">',
  '<title><meta></title><script>"</body>"</script><meta name="robots" content="noai">',
  '<noscript><meta name="robots" content="noai"></noscript>',
  '<body><div><meta name="robots" content="noai"></div>',
  '<rss><channel><xhtml:meta name="robots" content="noai"/></channel></rss>',
  '\n<?xml version="1.0"?><feed><title>A <!-- </title> --></title><meta xmlns="http://www.w3.org/1999/xhtml" name="robots" content="noai"/></feed>',
])('findOptOut() hears the element %s', (text) => {
  expect(findOptOut({ headers: {}, text })).toHaveLength(1)
})

// A text about such elements shows them; it does not say anything for its own page.
test.each([
  '<!-- <meta name="robots" content="noai"> -->',
  '<script>const tag = \'<meta name="robots" content="noai">\'</script>',
  '<style>/* <meta name="robots" content="noai"> */</style>',
  '<title><meta name="robots" content="noai"></title>',
  '<textarea><meta name="robots" content="noai"></textarea>',
  '<p>&lt;meta name="robots" content="noai"&gt;</p>',
  '<p title=\'<meta name="robots" content="noai">\'>',
  '<iframe srcdoc=\'<meta name="robots" content="noai">\'></iframe>',
  '<rss><item><description><![CDATA[<meta name="robots" content="noai">]]></description></item></rss>',
  '{"content_html":"<meta name=robots content=noai>"}',
  '<metadata name="robots" content="noai">',
  '<meta name="googlebot" content="noai">',
  '<meta name="description" content="noai">',
  '<meta name="robots" content="noairlines">',
  '<meta name="robots" content="index" data-content="noai">',
  '<meta name="robots" data-name="x" content="">',
])('findOptOut() hears nothing in %s', (text) => {
  expect(findOptOut({ headers: {}, text })).toEqual([])
})

test('findOptOut() keeps each word once, and no long ones', () => {
  const text = `<meta name=robots content="noai ${'x'.repeat(5000)}">`.repeat(2000)
  const said = findOptOut({ headers: {}, text })
  expect([said.length, said[0]?.length]).toEqual([1, 213])
})

test('readTdmRules() lets the first location that fits decide', () => {
  const reserved = readTdmRules(
    '[{"location":"/open/*","tdm-reservation":0},{"location":"*.pdf$","tdm-reservation":1},{"location":"/news","tdm-reservation":1}]',
  )
  const paths = ['/open/news', '/a.pdf', '/a.pdf?x', '/news/1', '/other']
  expect(paths.map((path) => reserved(`https://a.example${path}`))).toEqual([false, true, false, true, false])
})

test.each([
  '[{"location":"/news","tdm-reservation":"1"}]',
  '[{"location":"/news","tdm-reservation":true}]',
  '{"location":"/news","tdm-reservation":1}',
  '[{"location":"/news","tdm-reservation":1,},\n]',
  '\uFEFF [{"location":"/news","tdm-reservation":1}]',
  '[null,7,"x",{},{"location":["/"]},{"location":"/news","tdm-reservation":1}]',
  '[{"location":"https://a.example/news*","tdm-reservation":1}]',
  '[{"location":"HTTPS://A.example/news","tdm-reservation":1}]',
  '[{"location":"https://a.example:443/news","tdm-reservation":1}]',
  '[{"location":"http://a.example:80/news*","tdm-reservation":1}]',
  '[{"location":"https://*.example/news","tdm-reservation":1}]',
  '[{"location":"https://*.A.example:443/news/*","tdm-reservation":1}]',
])('readTdmRules() reads %s', (text) => {
  const reserved = readTdmRules(text)
  expect([reserved('https://a.example/news/1'), reserved('https://a.example/other')]).toEqual([true, false])
})

test('readTdmRules() reads a location with a host for that host alone', () => {
  const reserved = readTdmRules('[{"location":"https://a.example","tdm-reservation":1}]')
  expect([reserved('https://a.example/x'), reserved('https://b.example/x')]).toEqual([true, false])
})

test('readTdmRules() reads *. before a host as all hosts below it, and letters of any script', () => {
  const below = readTdmRules('[{"location":"https://*.gull.example/*","tdm-reservation":1}]')
  const hosts = ['news.gull.example', 'gull.example', 'a.b.gull.example', 'seagull.example', 'gull.example.org']
  expect(hosts.map((host) => below(`https://${host}/x`))).toEqual([true, true, true, false, false])
  const other = readTdmRules('[{"location":"https://a.example:8443/","tdm-reservation":1}]')
  expect([other('https://a.example:8443/x'), other('https://a.example/x')]).toEqual([true, false])
  expect(readTdmRules('[{"location":"https://möwe.example/","tdm-reservation":1}]')('https://möwe.example/x')).toBe(
    true,
  )
})

test('readTdmRules() takes an HTML page for no statement', () => {
  expect(readTdmRules('<html>')('https://a.example/')).toBe(false)
})

test.each(['{"toString":0,"valueOf":0}', '[[[[1]]]]', `${'['.repeat(9000)}1${']'.repeat(9000)}`, 'null'])(
  'readTdmRules() takes no reservation from what is no number: %.40s',
  (value) => {
    expect(readTdmRules(`[{"location":"/","tdm-reservation":${value}}]`)('https://a.example/x')).toBe(false)
  },
)

test('readTdmRules() hears the last of thousands of rules', () => {
  const rules = Array.from({ length: 3000 }, (_, at) => ({ location: `/${at}`, 'tdm-reservation': 0 }))
  const text = JSON.stringify([...rules, { location: '/paid', 'tdm-reservation': 1 }])
  expect(readTdmRules(text)('https://a.example/paid/7')).toBe(true)
})

test.each([
  ['<html><meta name="tdm:reservation" content="1">', 'meta tdm-reservation: 1'],
  ['<html><meta name="robots, googlebot" content="noai">', 'meta robots: noai'],
  ['[if IE]<html><meta name="robots" content="noai">', 'meta robots: noai'],
])('findOptOut() hears %s', (text, said) => {
  expect(findOptOut({ headers: {}, text })).toEqual([said])
})

test.each(['search=yes ai-input=no', 'ai-input: no', 'search=yes;ai-input = NO'])(
  'findOptOut() hears a Content-Signal header written %s',
  (header) => {
    expect(findOptOut({ headers: { 'content-signal': header }, text: '' })).toEqual(['Content-Signal: ai-input=no'])
  },
)

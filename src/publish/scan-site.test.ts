import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { scanSite } from './scan-site.ts'
import { pack } from './search/pack.ts'

const text = 'The miller’s boat drifted past nine sleeping barges before the lock keeper woke and rang twice.'

function siteOf(files: Record<string, string | Uint8Array>): string {
  const folder = tempFolder('scan')
  for (const [path, body] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), body)
  }
  return folder
}

const pathsOf = (files: Record<string, string | Uint8Array>, texts = [text], most = 0): string[] =>
  scanSite(siteOf(files), [{ id: 'x1', texts, most }]).map(({ path }) => path)

const nine = 'past nine sleeping barges before the lock keeper woke'
const html = `<html><p>${nine}</p></html>`

test.each([
  ['a page', 'a/x1/s/index.html', html],
  ['a page of another article', 'a/y2/s/index.html', html],
  ['a JSON twin', 'a/x1/index.json', JSON.stringify({ text: nine })],
  ['the cards of the search index', 'search/cards/0.bin', pack(JSON.stringify([nine]))],
  ['a gzip twin', 'index.html.gz', gzipSync(html)],
  ['a brotli twin', 'index.html.br', brotliCompressSync(html)],
  ['a plain text', 'llms.txt', nine],
  [
    'words that are marked',
    'index.html',
    html.replace('sleeping', '<em>slee</em>ping <mark id="e">').replace('keeper', '</mark>keeper'),
  ],
  [
    'a feed, whose signs are escaped twice',
    'feed.xml',
    '<d>The miller&amp;#8217;s boat drifted past nine sleeping barges</d>',
  ],
  ['other letters for the same', 'index.html', html.toUpperCase()],
])('scanSite() finds eight words in a row in %s', (_, path, body) => {
  expect(pathsOf({ [path]: body })).toEqual([path])
})

test('scanSite() takes seven words for a coincidence', () => {
  expect(pathsOf({ 'index.html': 'past nine sleeping barges before the lock' })).toEqual([])
  expect(pathsOf({ 'index.html': 'past nine sleeping barges before the lock keeper' })).toEqual(['index.html'])
})

test('scanSite() counts twelve letters of Chinese for eight words, also behind Latin letters', () => {
  const chinese = '5G基站沿着旧运河一路建到了水闸旁的磨坊。'
  expect(pathsOf({ 'index.html': '沿着旧运河一路建到了水' }, [chinese])).toEqual([])
  expect(pathsOf({ 'index.html': '沿着旧运河一路建到了水闸' }, [chinese])).toEqual(['index.html'])
})

test('scanSite() counts 32 letters of Thai for eight words', () => {
  const thai = 'เรือของคนโม่แป้งลอยผ่านเรือบรรทุกเก้าลำก่อนที่คนเฝ้าประตูน้ำจะตื่น'
  expect(pathsOf({ 'index.html': thai.slice(0, 24) }, [thai])).toEqual([])
  expect(pathsOf({ 'index.html': thai }, [thai])).toEqual(['index.html'])
})

test('scanSite() adds up what an article’s own files and the lists show, and allows so much', () => {
  const [head = '', tail = ''] = text.split(/ (?=before)/u)
  const files = { 'a/x1/s/index.html': head, 'feed.xml': tail, 'a/x1/index.json': JSON.stringify(head) }
  expect(pathsOf(files, [text], text.length)).toEqual([])
  expect(scanSite(siteOf(files), [{ id: 'x1', texts: [text], most: 60 }])).toMatchObject([{ id: 'x1', units: 94 }])
  expect(pathsOf({ 'a/x1/index.json': head, 'a/y2/index.json': tail }, [text], 60)).toEqual([])
})

test('scanSite() counts once what a text says twice, as in a later revision', () => {
  expect(pathsOf({ 'index.html': text }, [text, text, `${text} ${text}`], text.length)).toEqual([])
})

const before =
  'The slate quarry above Tarnbeck stands idle for six weeks from the first of May, its owner told the valley paper.'
const after = before.replace('six', 'seven')

test.each([
  ['two revisions', [before, after]],
  ['a revision that put words back', [after, before.replace('May', 'June'), before, after]],
  ['revisions that share less than a run of what is shown', [before, after.replace('stands', 'lies'), after]],
])('scanSite() counts each place of a file once where %s hold its words', (_, texts) => {
  const folder = siteOf({ 'a/x1/s/index.html': `<p>${after}</p>` })
  const words = 'the slate quarry above tarnbeck stands idle for'
  expect(scanSite(folder, [{ id: 'x1', texts, most: 113 }])).toEqual([
    { id: 'x1', path: 'a/x1/s/index.html', words, units: 114 },
  ])
  expect(scanSite(folder, [{ id: 'x1', texts, most: 114 }])).toEqual([])
})

test('scanSite() finds words that stand in the first revision alone, and quotes them', () => {
  const gone = 'Nobody in the village had asked for a longer rest than that.'
  const folder = siteOf({ 'a/x1/s/index.html': `<p>${after}</p>`, 'index.html': `<p>${gone}</p>` })
  const texts = [before, gone, after]
  expect(scanSite(folder, [{ id: 'x1', texts, most: 114 }])).toMatchObject([{ id: 'x1', units: 173 }])
  expect(scanSite(folder, [{ id: 'x1', texts: [before, gone], most: 0 }])).toMatchObject([{ id: 'x1' }])
})

test('scanSite() quotes words of the file that it names, as they stand there', () => {
  const folder = siteOf({ 'index.html': '<p>stands idle for seven weeks from the first', 'llms.txt': before })
  expect(scanSite(folder, [{ id: 'x1', texts: [before, after], most: 0 }])).toMatchObject([
    { path: 'llms.txt', words: 'the slate quarry above tarnbeck stands idle for' },
  ])
  const chinese = siteOf({ 'index.html': '<p>旧河边的磨坊沿着旧运河一路建到了水闸旁，就停了。' })
  expect(scanSite(chinese, [{ id: 'x1', texts: ['沿着旧运河一路建到了水闸旁的磨坊。'], most: 0 }])).toMatchObject([
    { words: '沿着旧运河一路建到了水闸' },
  ])
})

import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { article, now, press, source } from '../../test/small-press.ts'
import { tempFolder } from '../../test/temp-folder.ts'
import { cardAll, scanAll } from '../pipeline.ts'
import { saveArticle } from '../store/articles.ts'
import { withdraw } from '../store/publishing.ts'
import type { Article } from '../types.ts'

const opening =
  'The slate quarry above Tarnbeck stands idle for six weeks from the first of May, its owner told the valley paper.'
const rest = [
  'Sixty splitters go home on half their pay, and the narrow line to the quay runs empty but for the mail.',
  'What was ordered before Easter leaves from the stock under the sheds, of which four thousand roofs could be laid.',
  'A geologist climbed the north face on ropes and came back with a drawing on which every second ledge was red.',
  'Rain got behind the face in February, he wrote, and what rain has loosened only a dry month can make fast again.',
]

/** A press of one `excerpt` outlet that changed a word of its report, published after each revision. */
async function edited() {
  const sources = [source('north', 'excerpt')]
  const site = join(tempFolder('edited'), 'site')
  const { store, publish } = press(sources)
  const road = { store, sources, readerLanguage: 'zh-Hans', now: () => now } as unknown as Parameters<typeof scanAll>[0]
  const read = async (revision: number, first: string): Promise<void> => {
    const passages = [first, ...rest].map((text, at) => ({ id: `p${at + 1}`, kind: 'paragraph' as const, text }))
    saveArticle(store, article(1, { revision, passages } as Partial<Article>), String(revision))
    cardAll(road)
    await publish(site)
  }
  await read(1, opening)
  await read(2, opening.replace('six', 'seven'))
  const scan = () => scanAll(road, { folder: dirname(site) })
  return { store, site, scan, publish: () => publish(site) }
}

test('scanAll() takes what two revisions share for no more than stands in the site', async () => {
  const { scan } = await edited()
  expect(scan()).toEqual({ articles: 1, leaks: [] })
})

test('scanAll() finds words of the first revision that were left behind after an edit', async () => {
  const { site, scan } = await edited()
  writeFileSync(join(site, 'old.html'), `<p>${opening}</p>${rest.map((text) => `<p>${text}</p>`).join('')}`)
  const words = 'the slate quarry above tarnbeck stands idle for'
  expect(scan().leaks).toMatchObject([{ id: 'a00001', path: 'old.html', words }])
})

test('scanAll() finds any words of a withdrawn article, of whichever revision', async () => {
  const { store, site, scan, publish } = await edited()
  withdraw(store, 'a00001', { at: now, reason: null })
  await publish()
  expect(scan().leaks).toEqual([])
  writeFileSync(join(site, 'old.html'), '<p>it stands idle for six weeks from the first of May')
  expect(scan().leaks).toMatchObject([{ path: 'old.html', words: 'stands idle for six weeks from the first' }])
})

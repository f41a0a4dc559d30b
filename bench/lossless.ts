/**
 * Headlines of every feed of the corpus: the same letters, digits and signs in store, page and output feeds as the feed
 * says? npm run build first. That parsing itself loses none is bench/feeds.ts. `node bench/lossless.ts [folder]`
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFeed } from '../src/collect/parse-feed.ts'
import { decodeBytes } from '../src/net/charset.ts'
import type * as Pipeline from '../src/pipeline.ts'
import { carry } from '../test/lossless/carry.ts'

// Templates are .tsx, which Node does not strip: the build's are used.
const stages = (await import(join(import.meta.dirname, '../dist/pipeline.js'))) as typeof Pipeline
const folder = process.argv[2] ?? join(import.meta.dirname, '../../shared/corpus/feeds')
if (!existsSync(folder))
  throw new Error(`Cannot follow headlines: folder "${folder}" is missing, give another as argument`)

let headlines = 0
let lost = 0
const names = readdirSync(folder).filter((name) => name !== 'manifest.json')
for (const name of names) {
  const { text } = decodeBytes(readFileSync(join(folder, name)), { contentType: null, kind: 'feed' })
  const { items } = parseFeed({ url: 'https://outlet.example/feed', text })
  // An article that the feed names twice is one article under one of its headlines, the later in the document's order.
  const said = new Set(new Map(items.map((item) => [item.key, item.title])).values())
  const carried = await carry(text, stages)
  for (const title of said) {
    if (title === null || title === '') continue
    headlines++
    const places = carried.get(title)
    const wrong = places ? Object.entries(places).filter(([, there]) => there !== title) : [['stored', 'missing']]
    if (wrong.length > 0) lost++
    for (const [place, there] of wrong) process.stdout.write(`${name}: "${title}" is "${there}" in ${place}\n`)
  }
}
process.stdout.write(
  `headlines the same in store, page, RSS and JSON: ${headlines - lost} of ${headlines}, ${names.length} feeds\n`,
)

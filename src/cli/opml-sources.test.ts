import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../test/temp-folder.ts'
import { formatOpml, parseOpml } from '../collect/opml.ts'
import { parseConfig, sourceShape, type Config } from '../config.ts'
import { fromOutlines, toOutlines } from './opml-sources.ts'
import { addToFile } from './source-file.ts'

const everything = {
  id: 'gull',
  name: 'The Gull & Co',
  feed: ['https://gull.example/a.xml', 'https://gull.example/b.xml?x=1&y=2'],
  homepage: 'https://gull.example/',
  sites: ['gull.example', 'gull.news'],
  language: 'en-GB',
  rights: 'full',
  expiresAfterDays: 30,
  embargoHours: 12,
  images: false,
}

function sourcesOf(yaml: unknown[]): Config['sources'] {
  return parseConfig(JSON.stringify({ sources: yaml }), 'waikan.yaml').sources
}

/** What a new press has after it imported what another one exported. */
function carried(sources: Config['sources']): Config['sources'] {
  const config = join(tempFolder('opml'), 'waikan.yaml')
  writeFileSync(config, 'sources: []\n')
  addToFile(config, fromOutlines(parseOpml(formatOpml('Mine', sources.flatMap(toOutlines))), undefined))
  return parseConfig(readFileSync(config, 'utf8'), config).sources
}

test('export and import lose nothing that a source has', () => {
  // A key that is new to the configuration belongs into this test.
  expect(Object.keys(everything).toSorted()).toEqual(Object.keys(sourceShape.shape).toSorted())
  const sources = sourcesOf([
    everything,
    { name: 'Auk', feed: 'https://auk.example/' },
    { name: '海鸥报', feed: 'https://o.example/' },
    { id: 'auk-north', name: 'Auk', feed: 'https://auk.example/north' },
  ])
  expect(carried(sources)).toEqual(sources)
})

test('fromOutlines() gives all sources the rights that were asked for, whatever the file says', () => {
  const [source] = fromOutlines(sourcesOf([everything]).flatMap(toOutlines), 'title')
  expect(source).toMatchObject({ rights: 'title', id: 'gull', embargoHours: 12 })
})

test('fromOutlines() leaves out what the configuration would not take', () => {
  const settings = {
    rights: 'all',
    id: 'A b',
    sites: 'https://x/',
    expiresAfterDays: '-1',
    embargoHours: 'soon',
    images: '0',
  }
  const outline = { title: 'Tern', feed: 'https://tern.example/', homepage: null, language: 'unknown', settings }
  expect(fromOutlines([outline], undefined)).toEqual([
    { name: 'Tern', feed: 'https://tern.example/', rights: 'excerpt' },
  ])
})

test('addToFile() adds of a source with several feeds those that are not followed yet', () => {
  const config = join(tempFolder('opml'), 'waikan.yaml')
  writeFileSync(config, 'sources: [{ id: gull, name: Gull, feed: "https://gull.example/a.xml" }]\n')
  expect(addToFile(config, fromOutlines(sourcesOf([everything]).flatMap(toOutlines), undefined)).added).toBe(1)
  const [, fresh] = parseConfig(readFileSync(config, 'utf8'), config).sources
  expect(fresh).toMatchObject({ name: 'The Gull & Co', feed: 'https://gull.example/b.xml?x=1&y=2' })
  expect(fresh?.id).toBeUndefined()
})

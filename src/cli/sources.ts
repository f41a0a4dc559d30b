import type { Command } from 'commander'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { isSeq, parseDocument } from 'yaml'
import { loadConfig } from '../app.ts'
import { formatOpml, parseOpml } from '../collect/opml.ts'
import { parseConfig } from '../config.ts'
import { ConfigError } from '../errors.ts'
import { slugify } from '../text/slug.ts'
import type { Rights } from '../types.ts'

type FileOptions = { config: string }
type NewSource = { name: string; feed: string; rights: Rights; language?: string }

/** `waikan sources`: add, list, import and export what is followed. */
export function addSources(program: Command): void {
  const sources = program.command('sources').description('what is followed: add, list, import and export')
  sources
    .command('add')
    .description('follow a feed')
    .argument('<address>', 'address of the feed')
    .requiredOption('--name <text>', 'name of the outlet')
    .option('--rights <profile>', 'title, excerpt, full or private', 'excerpt')
    .option('-c, --config <file>', 'configuration', 'waikan.yaml')
    .action((address: string, options: FileOptions & { name: string; rights: Rights }) => {
      const added = addToFile(options.config, [{ name: options.name, feed: address, rights: options.rights }])
      process.stdout.write(`${added} source added to ${options.config}\n`)
    })
  sources
    .command('list')
    .description('one line a source: id, rights, feeds')
    .option('-c, --config <file>', 'configuration')
    .action((options: { config?: string }) => {
      for (const source of loadConfig({ config: options.config, press: undefined }).config.sources) {
        process.stdout.write(`${slugify(source.name)}\t${source.rights}\t${[source.feed].flat().join(' ')}\n`)
      }
    })
  sources
    .command('import')
    .description('follow every feed of an OPML file')
    .argument('<file>', 'OPML')
    .option('--rights <profile>', 'title, excerpt, full or private', 'excerpt')
    .option('-c, --config <file>', 'configuration, made when missing', 'waikan.yaml')
    .action((file: string, options: FileOptions & { rights: Rights }) => {
      const found = parseOpml(readFileSync(file, 'utf8'))
      const added = addToFile(
        options.config,
        found.map((one) => ({ name: one.title, feed: one.feed, rights: options.rights })),
      )
      process.stdout.write(`${added} of ${found.length} feeds added to ${options.config}, the others were there\n`)
    })
  sources
    .command('export')
    .description('print what is followed as OPML')
    .option('-c, --config <file>', 'configuration')
    .action((options: { config?: string }) => {
      const { config } = loadConfig({ config: options.config, press: undefined })
      const outlines = config.sources.flatMap((source) =>
        [source.feed].flat().map((feed) => ({ title: source.name, feed, homepage: source.homepage ?? null })),
      )
      process.stdout.write(formatOpml(config.site.title, outlines))
    })
}

/** Add sources at the end of the list; comments and order of the file stay. A feed that is there is not added twice. */
function addToFile(file: string, wanted: NewSource[]): number {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : 'sources: []\n'
  const known = parseConfig(before, file).sources
  const feeds = new Set(known.flatMap((source) => source.feed))
  const names = new Set(known.map((source) => slugify(source.name)))
  const document = parseDocument(before)
  if (!isSeq(document.get('sources'))) document.set('sources', document.createNode([]))
  let added = 0
  for (const source of wanted) {
    if (feeds.has(source.feed)) continue
    const name = freeName(source.name, names)
    feeds.add(source.feed)
    names.add(slugify(name))
    document.addIn(['sources'], document.createNode({ ...source, name }))
    added++
  }
  const list = document.get('sources')
  if (isSeq(list)) list.flow = false
  const text = document.toString()
  try {
    parseConfig(text, file)
  } catch (cause) {
    throw new ConfigError(
      `Cannot add to "${file}", it stays as it was: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
  writeFileSync(file, text)
  return added
}

function freeName(name: string, taken: Set<string>): string {
  if (!taken.has(slugify(name))) return name
  for (let number = 2; ; number++) {
    if (!taken.has(slugify(`${name} ${number}`))) return `${name} ${number}`
  }
}

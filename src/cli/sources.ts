import { Option, type Command } from 'commander'
import { existsSync } from 'node:fs'
import { decodeDocument, loadConfig, networkGet } from '../app.ts'
import { formatOpml, parseOpml } from '../collect/opml.ts'
import { starterList } from '../collect/starter.ts'
import { sourcesOf } from '../config.ts'
import { ConfigError, DocumentError } from '../errors.ts'
import { baseLanguage } from '../text/base-language.ts'
import { showFeed } from '../text/feed-secrets.ts'
import type { Rights } from '../types.ts'
import { asTyped } from './as-typed.ts'
import { createAsker } from './ask.ts'
import { countOf } from './count-of.ts'
import { allowOption } from './options.ts'
import { addSource } from './add-source.ts'
import { nextStep } from './next-step.ts'
import { plainly } from './print.ts'
import { readDocument } from './read-document.ts'
import { fromOutlines, toOutlines } from './opml-sources.ts'
import { addToFile, readSourceFile, type NewSource } from './source-file.ts'

type FileOptions = { config: string }
type AddOptions = FileOptions & { name?: string; rights?: Rights; unchecked?: boolean; allow: string[] }

const rightsOption = (): Option =>
  new Option('--rights <profile>', 'what may be shown: title, excerpt, full or private').choices([
    'title',
    'excerpt',
    'full',
    'private',
  ])

/** `waikan sources`: add, list, import and export what is followed. */
export function addSources(program: Command): void {
  const sources = program
    .command('sources')
    .description('what is followed: add, list, import and export; outlets to begin with')
  sources
    .command('add')
    .description('follow an outlet: finds the feed of a page, shows what it brings, asks for rights')
    .argument('<address>', 'address of the feed, or of a page that has one')
    .option('--name <text>', "name of the outlet (default: the feed's title)")
    .addOption(rightsOption())
    .option('--unchecked', 'write the address down without asking the network')
    .addOption(allowOption())
    .option('-c, --config <file>', 'configuration, made when missing', 'waikan.yaml')
    .action(add)
  sources
    .command('list')
    .description('one line a source: id, rights, feeds')
    .option('-c, --config <file>', 'configuration')
    .action((options: { config?: string }) => {
      const { sources, feeds } = sourcesOf(loadConfig({ config: options.config, press: undefined }).config)
      if (sources.length === 0) process.stderr.write(asTyped('No source is followed yet: waikan sources add ADDRESS\n'))
      for (const { id, rights } of sources) {
        const own = feeds.filter(({ sourceId }) => sourceId === id).map(({ url }) => showFeed(url))
        process.stdout.write(`${id}\t${rights}\t${own.join(' ')}\n`)
      }
    })
  sources
    .command('starter')
    .description('thirty outlets to begin with: language, country, name, kind, owner, feed')
    .option('--language <tag>', 'only those in this language, as en or zh')
    .option('--opml', 'as OPML, for waikan sources import')
    .action(printStarter)
  sources
    .command('import')
    .description('follow every feed of an OPML file')
    .argument('<file>', 'OPML')
    .addOption(rightsOption())
    .option('-c, --config <file>', 'configuration, made when missing', 'waikan.yaml')
    .action(importSources)
  sources
    .command('export')
    .description('print what is followed as OPML, passwords and keys left out')
    .option('--with-secrets', 'whole addresses, for a reader of your own')
    .option('-c, --config <file>', 'configuration')
    .action(exportSources)
}

function importSources(file: string, options: FileOptions & { rights?: Rights }): void {
  if (!existsSync(file))
    throw new ConfigError(`Cannot import "${file}": there is no such file, expected OPML as readers export it`)
  const found = readOpml(file)
  const wanted = fromOutlines(found, options.rights)
  const { added } = addToFile(options.config, wanted)
  const others = added < found.length ? ', the others were there' : ''
  process.stdout.write(
    `${added} of ${countOf(found.length, 'feed')} added to ${options.config} with rights ${tellRights(wanted)}${others}. Next: ${asTyped(nextStep())}\n`,
  )
}

/** `"excerpt"`, or how many sources of a file have which. */
function tellRights(wanted: NewSource[]): string {
  const counts = [...Map.groupBy(wanted, ({ rights }) => rights)].map(([rights, { length }]) => ({ rights, length }))
  if (counts.length < 2) return `"${counts[0]?.rights ?? 'excerpt'}"`
  return `as the file says: ${counts.map(({ rights, length }) => `"${rights}" ${length}`).join(', ')}`
}

function exportSources(options: { config?: string; withSecrets?: boolean }): void {
  const { config } = loadConfig({ config: options.config, press: undefined })
  if (config.sources.length === 0)
    throw new ConfigError(
      'Cannot export sources: current value of "sources" is an empty list, expected at least one; add one with: waikan sources add ADDRESS',
    )
  const followed = config.sources.flatMap(toOutlines)
  const shown = options.withSecrets ? followed : followed.map((one) => ({ ...one, feed: showFeed(one.feed) }))
  process.stdout.write(formatOpml(config.site.title, shown))
  const cut = shown.filter(({ feed }, at) => feed !== followed[at]?.feed).length
  if (cut > 0)
    process.stderr.write(
      `Of ${countOf(cut, 'feed')} the address is not whole: what it holds for you alone was left out; for a reader of your own: ${asTyped('waikan sources export --with-secrets')}\n`,
    )
}

function readOpml(file: string): ReturnType<typeof parseOpml> {
  try {
    return parseOpml(decodeDocument(readDocument(file), { contentType: null, kind: 'feed' }).text)
  } catch (cause) {
    if (!(cause instanceof DocumentError)) throw cause
    throw new DocumentError(`Cannot import "${file}": it is no OPML, expected <opml> with outlines`, { cause })
  }
}

async function add(address: string, { allow, ...wish }: AddOptions): Promise<void> {
  const get = networkGet(readSourceFile(wish.config), { allow })
  const terminal = process.stdin.isTTY ? createAsker() : null
  try {
    await addSource(
      address,
      { ...wish, allow },
      {
        get,
        now: () => new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
        print: (line) => process.stdout.write(`${asTyped(plainly(line))}\n`),
        ask: terminal?.ask ?? null,
      },
    )
  } finally {
    terminal?.close()
  }
}

function printStarter(options: { language?: string; opml?: boolean }): void {
  const wanted = options.language && baseLanguage(options.language)
  const outlets = starterList.outlets.filter(({ language }) => !wanted || language === wanted)
  if (outlets.length === 0) {
    const known = [...new Set(starterList.outlets.map(({ language }) => language))].toSorted().join(', ')
    throw new ConfigError(`Wrong --language: current value is "${options.language}", expected one of ${known}`)
  }
  if (options.opml) {
    process.stdout.write(
      formatOpml(
        'Waikan starter list',
        outlets.map(({ name, feed, language, rights }) => ({
          title: name,
          feed,
          homepage: null,
          language,
          settings: { rights },
        })),
      ),
    )
    return
  }
  for (const { language, country, name, kind, owner, feed } of outlets)
    process.stdout.write(`${[language, country, name, kind, owner, feed].join('\t')}\n`)
  process.stderr.write(`Listed ${starterList.listedAt}: ${starterList.source}. Rights: ${starterList.rightsStance}.\n`)
}

import type { Command } from 'commander'
import { existsSync, writeFileSync } from 'node:fs'
import { stringify } from 'yaml'
import { parseConfig } from '../config.ts'
import { ConfigError } from '../errors.ts'
import { asTyped } from './as-typed.ts'
import { createAsker, type Asker } from './ask.ts'
import { contactRemedy } from './contact-remedy.ts'

/** What `init` asks for, in this order: the keys of `site`, as flags and as answers. */
const questions = {
  title: 'Name of the site',
  language: "Reader's language, zh-Hans or en",
  url: 'Where it will be published, empty for nowhere yet',
  contact: 'How outlets reach you, a mail address or a page, empty for not yet',
}
type Key = keyof typeof questions
type Site = Partial<Record<Key, string>>
type InitOptions = Site & { config: string; force?: boolean; yes?: boolean }

const keys = Object.keys(questions) as Key[]
const defaults: Site = { title: '外刊', language: 'zh-Hans' }

/** `waikan init`: a few questions, or flags, then `waikan.yaml`. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description('ask a few questions (or take flags) and write waikan.yaml')
    .option('-c, --config <file>', 'file to write', 'waikan.yaml')
    .option('--title <text>', 'name of the site')
    .option('--language <tag>', "the reader's language: zh-Hans or en")
    .option('--url <address>', 'where the site will be published')
    .option('--contact <address>', 'how outlets reach the editor: a mail address or a page')
    .option('--yes', 'ask nothing, take the defaults')
    .option('--force', 'write over a file that is there')
    .action(async (options: InitOptions) => {
      if (existsSync(options.config) && !options.force) {
        throw new ConfigError(`Cannot write "${options.config}": it is there already; use --force to write over it`)
      }
      const given = siteOf(options)
      const site = process.stdin.isTTY && !options.yes ? await askOnTerminal(given) : given
      const text = `# What each key means: docs/configuration.md\n${stringify({ site, review: { model: 'none' }, sources: [] })}`
      parseConfig(text, options.config)
      writeFileSync(options.config, text)
      if (site.contact === undefined)
        process.stdout.write(`Outlets cannot reach you yet: ${contactRemedy(options.config)}\n`)
      process.stdout.write(asTyped(`Wrote ${options.config}. Next: waikan sources add ADDRESS, then waikan start\n`))
    })
}

/** Flags over defaults, each checked before anything is asked. */
function siteOf(options: InitOptions): Site {
  const site: Site = {}
  for (const key of keys) {
    const value = options[key] ?? defaults[key]
    if (value === undefined) continue
    const wrong = wrongAnswer(key, value)
    if (wrong !== null) throw new ConfigError(`Wrong --${key}: ${wrong}`)
    site[key] = value
  }
  return site
}

async function askOnTerminal(given: Site): Promise<Site> {
  const asker = createAsker()
  try {
    return await askSite(given, asker.ask, (line) => process.stdout.write(`${line}\n`))
  } finally {
    asker.close()
  }
}

/** Ask for each key until its answer is one that the configuration takes; an empty answer takes what is given. */
export async function askSite(given: Site, ask: Asker['ask'], print: (line: string) => void): Promise<Site> {
  const site: Site = {}
  for (const key of keys) {
    const answer = await askKey(key, given[key] ?? '', { ask, print })
    if (answer !== '') site[key] = answer
  }
  return site
}

type Talk = { ask: Asker['ask']; print: (line: string) => void }

async function askKey(key: Key, given: string, { ask, print }: Talk): Promise<string> {
  for (;;) {
    const answer = (await ask(`${questions[key]} [${given}]: `)).trim() || given
    const wrong = answer === '' ? null : wrongAnswer(key, answer)
    if (wrong === null) return answer
    print(wrong)
  }
}

/** What the configuration would say against a value, as `current value is …, expected …`; `null` for a right one. */
function wrongAnswer(key: Key, value: string): string | null {
  try {
    parseConfig(stringify({ site: { [key]: value } }), 'waikan.yaml')
    return null
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.message.replace(/^.*?(?=current value)/su, '')
  }
}

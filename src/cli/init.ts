import type { Command } from 'commander'
import { existsSync, writeFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { stringify } from 'yaml'
import { parseConfig } from '../config.ts'
import { ConfigError } from '../errors.ts'

type InitOptions = { config: string; title?: string; language?: string; url?: string; force?: boolean; yes?: boolean }

/** `waikan init`: a few questions, or flags, then `waikan.yaml`. */
export function addInit(program: Command): void {
  program
    .command('init')
    .description('ask a few questions (or take flags) and write waikan.yaml')
    .option('-c, --config <file>', 'file to write', 'waikan.yaml')
    .option('--title <text>', 'name of the site')
    .option('--language <tag>', "the reader's language: zh-Hans or en")
    .option('--url <address>', 'where the site will be published')
    .option('--yes', 'ask nothing, take the defaults')
    .option('--force', 'write over a file that is there')
    .action(async (options: InitOptions) => {
      if (existsSync(options.config) && !options.force) {
        throw new ConfigError(`Cannot write "${options.config}": it is there already; use --force to write over it`)
      }
      const site = process.stdin.isTTY && !options.yes ? await askSite(options) : siteOf(options)
      const text = `# What each key means: docs/configuration.md\n${stringify({ site, review: { model: 'none' }, sources: [] })}`
      parseConfig(text, options.config)
      writeFileSync(options.config, text)
      process.stdout.write(`Wrote ${options.config}. Next: waikan sources add ADDRESS, then waikan start\n`)
    })
}

type Site = { title: string; language: string; url?: string }

function siteOf(options: InitOptions): Site {
  const site: Site = { title: options.title ?? '外刊', language: options.language ?? 'zh-Hans' }
  return options.url ? { ...site, url: options.url } : site
}

async function askSite(options: InitOptions): Promise<Site> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const given = siteOf(options)
    const title = (await terminal.question(`Name of the site [${given.title}]: `)) || given.title
    const language =
      (await terminal.question(`Reader's language, zh-Hans or en [${given.language}]: `)) || given.language
    const url =
      (await terminal.question(`Where it will be published, empty for nowhere yet [${given.url ?? ''}]: `)) || given.url
    return url ? { title, language, url } : { title, language }
  } finally {
    terminal.close()
  }
}

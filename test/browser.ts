import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

/** Debian's Chromium when it is there, else the one that npm brought. Throws when neither starts: nothing is skipped. */
export async function openBrowser(): Promise<Browser> {
  const debian = '/usr/bin/chromium'
  if (existsSync(debian)) return chromium.launch({ executablePath: debian, args: quiet })
  const { default: packed } = await import('@sparticuz/chromium')
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: [...packed.args, ...quiet],
    headless: true,
  })
}

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser } from 'playwright-core'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

/** Debian's Chromium when it is there, else the one that npm brought. Throws when neither starts: nothing is skipped. */
export async function openBrowser(): Promise<Browser> {
  const debian = '/usr/bin/chromium'
  if (existsSync(debian)) return chromium.launch({ executablePath: debian, args: quiet })
  const folder = mkdtempSync(join(tmpdir(), 'waikan-chromium-'))
  const browser = await openPackedChromium(folder)
  browser.once('disconnected', () => rmSync(folder, { recursive: true, force: true }))
  return browser
}

/**
 * Start npm's Chromium, unpacked into a folder of its own with the libraries it is linked to (nss and others, which a bare
 * Debian lacks). The package brings these only in a cloud function; its arguments are for there too, and end the
 * browser with its first window. What a killed run left half unpacked in the shared folder would be taken for whole.
 */
async function openPackedChromium(folder: string): Promise<Browser> {
  return chromium.launch({
    executablePath: await unpack(folder),
    args: [...quiet, '--no-zygote'],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: writeFontsConfig(folder) },
  })
}

/** The package's own list of font folders names the shared folder; without any font Chromium ends at the first page. */
function writeFontsConfig(folder: string): string {
  const file = join(folder, 'fonts.conf')
  writeFileSync(
    file,
    `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  )
  return file
}

async function unpack(folder: string): Promise<string> {
  const { default: packed, inflate } = await import('@sparticuz/chromium')
  const libraries = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin/al2023.tar.br')
  const { TMPDIR } = process.env
  process.env['TMPDIR'] = folder
  try {
    await inflate(libraries)
    return await packed.executablePath()
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = TMPDIR
  }
}

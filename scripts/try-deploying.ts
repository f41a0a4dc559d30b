/**
 * Try the recipes of docs/deploying.md on this machine: its own blocks, with the sample press behind them.
 *
 *     npm run build && node scripts/try-deploying.ts
 *
 * Needs Debian's nginx-light, libnginx-mod-http-brotli-static, caddy, rclone and git. Ends with 1 when a recipe does not do
 * what the page says, or when its program is not there: nothing is skipped. Everything runs on loopback.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openBrowser } from '../test/browser.ts'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/deploying.md'), 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'waikan-deploy-'))
const site = join(folder, 'press/site')
const faults: string[] = []
const processes: ChildProcess[] = []

/** The first block of a language after a heading. */
function blockOf(heading: string, language: string): string {
  const after = page.slice(page.indexOf(`## ${heading}`))
  const found = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'su').exec(after)?.[1]
  if (found === undefined) throw new Error(`Cannot try "${heading}": docs/deploying.md has no block of ${language}`)
  return found
}

function check(what: string, right: boolean): void {
  console.log(`${right ? 'ok  ' : 'FAIL'} ${what}`)
  if (!right) faults.push(what)
}

function shell(script: string, env: Record<string, string> = {}): void {
  const path = `${join(folder, 'bin')}:${process.env['PATH'] ?? ''}`
  const done = spawnSync('sh', ['-ec', script], {
    cwd: folder,
    env: { ...process.env, PATH: path, ...env },
    encoding: 'utf8',
  })
  if (done.status !== 0) throw new Error(`Cannot run a recipe: it ended with ${done.status}: ${done.stderr}`)
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Start a server and wait until it answers. */
async function start(command: string, args: string[], address: string): Promise<void> {
  const child = spawn(command, args, { stdio: 'ignore', env: { ...process.env, HOME: folder } })
  processes.push(child)
  child.once('error', (error) => faults.push(String(error)))
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(address).then(Boolean, () => false)) return
    await sleep(100)
  }
  throw new Error(`Cannot try "${command}": ${address} did not answer within ten seconds`)
}

const policy = /content="(default-src[^"]*)"/u

async function askServer(name: string, address: string): Promise<void> {
  const article = globSync('a/*/*/index.html', { cwd: site })[0] ?? ''
  const home = await fetch(address)
  check(`${name}: front page`, home.status === 200 && (await home.text()).trimEnd().endsWith('</html>'))
  const own = policy.exec(readFileSync(join(site, 'index.html'), 'utf8'))?.[1]?.replaceAll('&#39;', "'") ?? 'missing'
  const sent = home.headers.get('content-security-policy') ?? ''
  check(`${name}: content security policy as in the pages`, sent === `${own}; frame-ancestors 'none'`)
  check(`${name}: nosniff`, home.headers.get('x-content-type-options') === 'nosniff')
  const plain = await fetch(address + encodeURI(article))
  check(`${name}: article, its address in letters of every script`, plain.status === 200)
  for (const coding of ['br', 'gzip']) {
    const twin = await fetch(address + encodeURI(article), { headers: { 'accept-encoding': coding } })
    const same = (await twin.text()) === readFileSync(join(site, article), 'utf8')
    check(`${name}: twin by ${coding}`, twin.headers.get('content-encoding') === coding && same)
  }
  const missing = await fetch(`${address}no-such-page`)
  check(
    `${name}: own page for a missing address`,
    missing.status === 404 && (await missing.text()).includes('id="main"'),
  )
  check(`${name}: .waikan is closed`, (await fetch(`${address}.waikan/0/1`)).status === 404)
  check(`${name}: search in a browser`, (await search(address)) > 0)
}

/** How many results a browser shows for a word of Chinese that the sample press holds. */
async function search(address: string): Promise<number> {
  const browser = await openBrowser()
  try {
    const view = await browser.newPage()
    await view.goto(`${address}search/index.html?q=${encodeURIComponent('海峡')}`)
    await view.waitForSelector('#found li', { timeout: 10_000 }).catch(() => undefined)
    return await view.locator('#found li').count()
  } finally {
    await browser.close()
  }
}

async function tryNginx(): Promise<void> {
  const port = await freePort()
  const server = blockOf('nginx', 'nginx')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('/srv/press/site', site)
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/nginx;`)
  const config = `load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;\ndaemon off; pid ${folder}/nginx.pid; error_log ${folder}/nginx.log; user root;\nevents {}\nhttp { include /etc/nginx/mime.types; access_log off; ${temp.join(' ')}\n${server}}\n`
  writeFileSync(join(folder, 'nginx.conf'), config)
  const address = `http://127.0.0.1:${port}/`
  await start('nginx', ['-c', join(folder, 'nginx.conf')], address)
  await askServer('nginx', address)
}

async function tryCaddy(): Promise<void> {
  const port = await freePort()
  const config = blockOf('Caddy', 'caddyfile')
    .replace('press.example.org', `http://127.0.0.1:${port}`)
    .replace('/srv/press/site', site)
  writeFileSync(join(folder, 'Caddyfile'), `{\n  admin off\n}\n${config}`)
  const address = `http://127.0.0.1:${port}/`
  await start('caddy', ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'], address)
  await askServer('Caddy', address)
}

function sameFiles(name: string, other: string): void {
  const list = (of: string): string[] => globSync('**/*.*', { cwd: of }).toSorted()
  const [ours, theirs] = [list(site), list(other)]
  const same = (path: string): boolean => readFileSync(join(site, path)).equals(readFileSync(join(other, path)))
  check(`${name}: ${ours.length} files, the same bytes`, ours.join() === theirs.join() && ours.every(same))
}

function withdrawOne(): void {
  const id = globSync('a/*', { cwd: site })[0]?.slice(2) ?? ''
  shell(`waikan withdraw ${id}`)
}

async function tryObjectStorage(): Promise<void> {
  const address = `http://127.0.0.1:${await freePort()}`
  const bucket = join(folder, 'storage/bucket')
  mkdirSync(bucket, { recursive: true })
  await start('rclone', ['serve', 'webdav', join(folder, 'storage'), '--addr', address.slice(7)], address)
  const env = { RCLONE_CONFIG_REMOTE_TYPE: 'webdav', RCLONE_CONFIG_REMOTE_URL: address }
  const script = blockOf('Object storage', 'sh')
  shell(script, env)
  sameFiles('object storage (WebDAV)', bucket)
  withdrawOne()
  writeTwins()
  shell(script, env)
  sameFiles('object storage after a withdrawal, twins made and taken away', bucket)
}

function tryPages(): void {
  const host = join(folder, 'host.git')
  shell(`git init -q --bare ${host}`)
  const script = blockOf('A pages host', 'sh')
  shell(script, { PAGES: host })
  withdrawOne()
  shell(script, { PAGES: host })
  shell(`git clone -q -b pages ${host} shown`)
  sameFiles('pages host (bare repository)', join(folder, 'shown'))
  const commits = spawnSync('git', ['-C', join(folder, 'shown'), 'rev-list', '--all', '--count'], { encoding: 'utf8' })
  check('pages host: one commit without history', commits.stdout.trim() === '1')
}

/** Without a configuration the command is the sample press, which needs no network; its folder is to be called `press`. */
function writeCommand(): void {
  const command = join(folder, 'bin/waikan')
  writeFileSync(command, `#!/bin/sh\nexec "${join(root, 'bin/waikan')}" "$@" -p press\n`)
  chmodSync(command, 0o755)
}

/** Publish the sample press's articles with twins, which takes a configuration. */
function writeTwins(): void {
  const sample = readFileSync(join(root, 'sample/waikan.yaml'), 'utf8')
  const settings = sample.replace('site:\n', 'site:\n  compress: true\n').replace('model: replay', 'model: none')
  writeFileSync(join(folder, 'twins.yaml'), settings)
  shell('waikan run publish -c twins.yaml')
}

try {
  mkdirSync(join(folder, 'bin'))
  mkdirSync(join(folder, 'nginx'))
  writeCommand()
  shell('waikan run')
  writeTwins()
  await tryNginx()
  await tryCaddy()
  await tryObjectStorage()
  tryPages()
} finally {
  for (const child of processes) child.kill()
  await Promise.all(processes.map((child) => child.exitCode ?? new Promise((resolve) => child.once('exit', resolve))))
  rmSync(folder, { recursive: true })
}
process.exit(faults.length === 0 ? 0 : 1)

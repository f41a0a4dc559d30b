import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startFaultServer, type Step } from './fault-server.ts'
import { article, reply } from './saltmere.ts'

const command = join(import.meta.dirname, '..', '..', 'bin', 'waikan')

/** Run `waikan eval` over HTTP on one invented article. */
async function evaluated(script: Step[], models: string[]) {
  const server = await startFaultServer(script)
  const folder = mkdtempSync(join(tmpdir(), 'waikan-eval-'))
  onTestFinished(async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  })
  const [articles, out] = [join(folder, 'articles'), join(folder, 'out')]
  mkdirSync(articles)
  writeFileSync(join(articles, 'bridge.json'), JSON.stringify(article))
  const args = ['eval', articles, '--model', ...models, '--base-url', server.baseUrl, '--price', '1,2', '--out', out]
  const child = spawn(command, args, { env: { ...process.env, WAIKAN_MODEL_KEY: 'sk-secret-key' } })
  let told = ''
  child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  const read = (name: string): string => (existsSync(join(out, name)) ? readFileSync(join(out, name), 'utf8') : '')
  return { code, told, html: read('report.html'), json: read('report.json'), csv: read('audit.csv') }
}

/** Stands in for a model: it reads the probe as a model would; what it reviews was written here by hand. */
const standIn = (body: string): { say: string } => {
  const word = /The word is \\"(\w+)\\"/u.exec(body)?.[1]
  const [, a, b] = /sum is of (\d+) and (\d+)/u.exec(body) ?? []
  const probed = word && JSON.stringify({ word: [...word].toReversed().join(''), sum: Number(a) + Number(b) })
  return { say: probed || JSON.stringify(reply()) }
}

test('waikan eval presents no scripted server as a model: no report, no figure, an error that says why', async () => {
  const { code, told, html, json } = await evaluated([{ say: JSON.stringify(reply()) }], ['scripted'])
  expect([code === 0, html, json]).toEqual([false, '', ''])
  expect(told).toContain('Cannot measure "scripted"')
  expect(told).not.toContain('secret')
}, 30_000)

test('waikan eval tells all it measured, two models side by side', async () => {
  const { code, told, html, json, csv } = await evaluated([standIn], ['first', 'second'])
  expect([code, told.includes('secret')]).toEqual([0, false])
  const row = (name: string): string => html.split('<tr>').find((one) => one.includes(name)) ?? ''
  const named = ['unsupported rate', 'by check', 'wrong figure', 'quotes that are exact', 'repaired', 'refused, or']
  const priced = ['Latency', 'Tokens an article', 'Cost an article', 'Calls itself']
  expect([...named, ...priced].filter((name) => row(name).split('<td').length !== 3)).toEqual([])
  expect(html).toContain('<th>first</th><th>second</th>')
  expect(row('Calls itself')).toContain('scripted')
  expect(row('Cost an article')).toContain('0.00020')
  expect(JSON.parse(json).models[0]).toMatchObject({ model: 'first', articles: 1, callsPerArticle: 1, emptyAnswers: 0 })
  expect(csv).toContain('accuracy,sourcing,opinion from fact,editorialisation,context')
}, 30_000)

test('waikan eval counts a refusal by itself, and says in English why an article was held', async () => {
  const refuses = (body: string) => (/The word is/u.test(body) ? standIn(body) : { say: '' })
  const { code, html, json } = await evaluated([refuses], ['mute'])
  expect(code).toBe(0)
  expect(JSON.parse(json).models[0]).toMatchObject({ reviewed: 0, emptyAnswers: 2 })
  expect(html).toContain('The model&#39;s answer could not be used')
}, 30_000)

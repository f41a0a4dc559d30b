/**
 * The checks of statements against `../shared/cases`, beside a naive peer ("every digit of the sentence must reappear in
 * the source") in the same run. Prints misses and false alarms with `--show`.
 *
 * node bench/claims.ts [--show]
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { verifyLine } from '../src/review/verify.ts'

type Case = Record<string, unknown> & { id: string; label: string; catchable?: string | null; trap?: string | null }

const cases = join(import.meta.dirname, '..', '..', 'shared', 'cases')
const show = process.argv.includes('--show')
const blockingChecks = new Set([
  'quote',
  'quote_marks',
  'number',
  'unit',
  'currency',
  'percent',
  'date',
  'measure',
  'name',
  'entity_added',
  'denied',
])

function load(name: string): Case[] {
  const path = join(cases, name)
  if (!existsSync(path)) {
    process.stderr.write(`Cannot measure: "${path}" is missing; this bench reads the shared cases beside the project\n`)
    process.exit(1)
  }
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case)
}

/** Flags where a digit of the sentence is not among the source's digits. */
function naive(one: Case): boolean {
  const passages = (one['passages'] as { text: string }[] | undefined) ?? []
  const source = passages.map(({ text }) => text).join(' ')
  const numbers = String(one['claim'] ?? one['text']).match(/\d+(?:[.,]\d+)*/gu) ?? []
  return numbers.some((number) => !source.includes(number))
}

function measure(name: string, list: Case[], flags: (one: Case) => boolean): void {
  const bad = (one: Case): boolean => one.label === 'unsupported' || one.label === 'flag'
  const [tp, fn, fp, tn, catchable, caught] = [0, 0, 0, 0, 0, 0].map(() => ({ n: 0 }))
  const started = performance.now()
  for (const one of list) {
    const flag = flags(one)
    const cell = bad(one) ? (flag ? tp : fn) : flag ? fp : tn
    if (cell) cell.n++
    if (bad(one) && one.catchable === 'yes') {
      if (catchable) catchable.n++
      if (flag && caught) caught.n++
    }
    if (show && flag !== bad(one) && !name.startsWith('naive'))
      process.stdout.write(
        `${bad(one) ? 'missed' : 'false alarm'} ${one.id} ${String(one['check'])}: ${String(one['claim'] ?? one['text'])} ${JSON.stringify(verifyLine(one, { style: one['text'] !== undefined }).checks)}\n`,
      )
  }
  const percent = (a: number | undefined, b: number | undefined): string =>
    (b ? ((100 * (a ?? 0)) / b).toFixed(1) : '-').padStart(6)
  const ms = (performance.now() - started) / list.length
  const n = (cell: { n: number } | undefined): number => cell?.n ?? 0
  process.stdout.write(
    `${name.padEnd(34)} precision ${percent(n(tp), n(tp) + n(fp))}  recall ${percent(n(tp), n(tp) + n(fn))}  of catchable ${percent(n(caught), n(catchable))}  false alarms ${percent(n(fp), n(fp) + n(tn))}  ${ms.toFixed(2)} ms each\n`,
  )
}

const claims = (one: Case): string[] => verifyLine(one, { style: false }).checks
for (const file of ['claims.jsonl', 'ntrex-odd.claims.jsonl']) {
  const list = load(file)
  measure(`naive, ${file}`, list, naive)
  measure(`blocking, ${file}`, list, (one) => claims(one).some((check) => blockingChecks.has(check)))
  measure(`both tiers, ${file}`, list, (one) => claims(one).length > 0)
}
measure('naive, style.jsonl', load('style.jsonl'), naive)
measure('style, style.jsonl', load('style.jsonl'), (one) => verifyLine(one, { style: true }).flag)

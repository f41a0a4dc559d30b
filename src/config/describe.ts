import { isMap, isScalar, isSeq, type Document, type LineCounter, type YAMLError } from 'yaml'
import { z } from 'zod'
import { ConfigError } from '../errors.ts'
import { redactUrl } from '../text/redact-url.ts'
import { expectation } from './expectation.ts'

/** A configuration with what says where things stand in it. */
export type Place = { text: string; file: string; document: Document; lines: LineCounter; shape: z.ZodType }

// What the YAML library calls a fault, and how somebody calls it who wants to write a list of newspapers.
const faults: Record<string, string> = {
  TAB_AS_INDENT: 'the line begins with a tab, expected spaces',
  BAD_INDENT:
    'the line does not stand below those it belongs to, expected as many spaces at its beginning as they have',
  DUPLICATE_KEY: 'this key stands twice in one group, expected once',
  MULTIPLE_DOCS: 'a line "---" begins a second document, expected one',
  MULTILINE_IMPLICIT_KEY: 'it is neither a setting nor an entry of a list, expected "key: value" or "- entry"',
  BLOCK_AS_IMPLICIT_KEY: 'two settings stand in one line, expected one "key: value" a line',
}

/** A fault of YAML in plain words. */
export function describeYaml({ code, message, pos }: YAMLError, place: Place): string {
  const at = place.lines.linePos(pos[0])
  const line = (place.text.split('\n')[at.line - 1] ?? '').trim()
  const where = `Cannot read "${place.file}" line ${at.line} column ${at.col}${line === '' ? '' : `, ${quoteLine(line)}`}`
  const wide = wideColons(place) ?? wideSign(line)
  if (wide !== null) return `${where}: ${wide}`
  if (message.startsWith('Missing closing')) return `${where}: a quotation mark is not closed, expected one more of it`
  const bracket = /end with a ([\]}])/u.exec(message)?.[1]
  if (bracket !== undefined) return `${where}: a bracket is not closed, expected "${bracket}"`
  if (/without - indicator/u.test(message)) return `${where}: ${faults.BAD_INDENT}`
  if (/need to be followed by map values/u.test(message)) return `${where}: ${faults.MULTILINE_IMPLICIT_KEY}`
  return `${where}: ${faults[code] ?? `${message}, expected settings as "key: value"`}`
}

/**
 * The values of a document.
 *
 * @throws {ConfigError} where an alias stands for nothing, or aliases for too much
 */
export function valuesOf({ document, text, file }: Place): unknown {
  try {
    const values: unknown = document.toJS()
    // A group with nothing below it yet is as good as none.
    if (!isMap(document.contents)) return values
    return Object.fromEntries(Object.entries(values as object).filter(([, value]) => value !== null))
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause
    const name = /: (\S+)$/u.exec(cause.message)?.[1]
    const sign = name === undefined ? '*' : `*${name}`
    const line = text.slice(0, Math.max(0, text.indexOf(sign))).split('\n').length
    const what =
      name === undefined
        ? 'its aliases ("*name") stand for more than any configuration holds, expected the settings themselves'
        : `the alias "${sign}" stands for nothing, expected an anchor "&${name}" above it, or quotation marks around a text that begins with *`
    throw new ConfigError(`Cannot read "${file}" line ${line}: ${what}`, { cause })
  }
}

/** Everything that is wrong, one line a fault; of one key only the first. */
export function describeIssues(issues: z.core.$ZodIssue[], place: Place): string {
  const wide = wideColons(place)
  if (wide !== null) return `Cannot read "${place.file}": ${wide}`
  const seen = new Set<string>()
  const first = issues.filter(({ path, code }) => {
    const name = `${path.join('.')} ${code === 'unrecognized_keys'}`
    return seen.has(name) ? false : seen.add(name)
  })
  return first.flatMap((issue) => describe(issue, place)).join('\n')
}

function describe(issue: z.core.$ZodIssue, place: Place): string[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const allowed = allowedKeys(place.shape, path).join(', ')
      return `Wrong key "${[...path, key].join('.')}" in ${position([...path, key], place)}: it is unknown, expected one of ${allowed}`
    })
  }
  const node = place.document.getIn(path, true)
  const value = showValue(node)
  if (path.length === 0)
    return [`Cannot read "${place.file}": it holds ${value}, expected settings as "site:" and "sources:"`]
  return [
    `Wrong value of "${path.join('.')}" in ${position(path, place)}: current value is ${value}, ${expectation(issue)}${asText(issue, node)}`,
  ]
}

function showValue(node: unknown): string {
  if (node === undefined) return 'missing'
  if (isSeq(node)) return node.items.length === 0 ? 'an empty list' : 'a list'
  if (isMap(node)) return 'a group of settings'
  return isScalar(node) ? redactUrl(JSON.stringify(node.value)) : 'not a plain value'
}

/** A name of digits alone is a number to YAML. */
function asText(issue: z.core.$ZodIssue, node: unknown): string {
  const isText = issue.code === 'invalid_type' && issue.expected === 'string'
  return isText && isScalar(node) && node.value !== null ? `, in quotation marks: "${String(node.value)}"` : ''
}

function quoteLine(line: string): string {
  return `"${redactUrl(line.length > 60 ? `${line.slice(0, 60)}…` : line)}"`
}

/** The first key of the file that has a full-width colon behind it, as Chinese keyboards write it. */
function wideColons({ text, shape }: Place): string | null {
  const keys = new Set(allKeys(shape))
  for (const [at, line] of text.split('\n').entries()) {
    const key = /(?:^|[{,[])\s*(?:[-－]\s*)?([A-Za-z]+)\s*：/u.exec(line)?.[1]
    if (key !== undefined && keys.has(key))
      return `line ${at + 1} has the full-width colon "：" behind "${key}", expected the half-width ":" with a space behind it`
  }
  return null
}

const wideSigns: Record<string, string> = {
  '：': ':',
  '－': '-',
  '｛': '{',
  '｝': '}',
  '［': '[',
  '］': ']',
  '，': ',',
  '＂': '"',
  '\u3000': ' ',
}

function wideSign(line: string): string | null {
  const sign = [...line].find((one) => one in wideSigns)
  if (sign === undefined) return null
  return `the line has the full-width sign "${sign}", expected the half-width "${wideSigns[sign]}" where it is no part of a text`
}

function position(path: (string | number)[], { file, document, lines }: Place): string {
  for (let depth = path.length; depth > 0; depth--) {
    const offset = keyOffset(document, path.slice(0, depth))
    if (offset !== null) {
      const at = lines.linePos(offset)
      return `"${file}" line ${at.line} column ${at.col}`
    }
  }
  return `"${file}" line 1 column 1`
}

function keyOffset(document: Document, path: (string | number)[]): number | null {
  const key = path.at(-1)
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true)
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === key)
    return pair && isScalar(pair.key) ? (pair.key.range?.[0] ?? null) : null
  }
  const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined
  return node?.range?.[0] ?? null
}

function allowedKeys(shape: unknown, path: (string | number)[]): string[] {
  let at = shape
  for (const part of path) {
    at = inner(at)
    if (at instanceof z.ZodArray) at = at.element
    else if (at instanceof z.ZodObject) at = at.shape[String(part)]
  }
  at = inner(at)
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function inner(schema: unknown): unknown {
  let at = schema
  while (at instanceof z.ZodDefault || at instanceof z.ZodPrefault || at instanceof z.ZodOptional) at = at.unwrap()
  return at
}

/** Every key at any depth. */
function allKeys(shape: unknown): string[] {
  const at = inner(shape)
  if (at instanceof z.ZodArray) return allKeys(at.element)
  return at instanceof z.ZodObject ? Object.entries(at.shape).flatMap(([key, below]) => [key, ...allKeys(below)]) : []
}

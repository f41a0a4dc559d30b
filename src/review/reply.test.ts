import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readReply } from './reply.ts'

const sample = join(import.meta.dirname, '..', '..', 'sample', 'replies')

for (const file of globSync('*.json', { cwd: sample })) {
  test(`readReply() reads the hand-written reply ${file}`, () => {
    expect(readReply(readFileSync(join(sample, file), 'utf8')).summary.length).toBeGreaterThan(1)
  })
}

test('readReply() refuses prose without an object', () => {
  expect(() => readReply('I cannot help with that.')).toThrow('holds no JSON object')
})

test('readReply() names what is missing', () => {
  expect(() => readReply('{"headline":{"text":"a","kind":"fact"}}')).toThrow('lede')
})

const sentence = { text: 'a', kind: 'fact', evidence: [{ passage: 'p1', quote: 'q' }] }
const object = { headline: sentence, lede: sentence, summary: [sentence], last: 'p1' }
const plain = JSON.stringify(object)

test.each([
  ['thoughts closed without being opened', `Let me see {"headline": 1}, hm.</think>\n${plain}`],
  ['thoughts under another name', `<reasoning>{"no": {}}</reasoning>${plain}`],
  ['braces in the prose around', `For {p1} I wrote: ${plain} (see {p2}).`],
  ['a fence after an example', `Format: {"text": "…"}\n\`\`\`json\n${plain}\n\`\`\``],
  ['a list of one', `[${plain}]`],
  ['a string of JSON', JSON.stringify(plain)],
  ['a tag of a tool call', `<tool_call>{"name":"review","arguments":${plain}}</tool_call>`],
  [
    'calls in a list',
    JSON.stringify({ tool_calls: [{ type: 'function', function: { name: 'r', arguments: plain } }] }),
  ],
  ['single quotes and a comment', `// review\n${plain.replaceAll('"', "'")}`],
  ['a trailing comma', plain.replace(/\}$/u, ',}')],
  ['an object of its own before it', `{"status":"ok"}\n${plain}`],
])('readReply() takes the object out of %s', (_form, text) => {
  expect(readReply(text)).toMatchObject({ headline: { text: 'a' }, last: 'p1' })
})

test('readReply() makes no whole review of one that ends in the middle', () => {
  expect(() => readReply(plain.slice(0, -20))).toThrow('Cannot use the reply')
})

test('readReply() takes out signs that turn others round, escaped or not', () => {
  const said = (text: string) => ({ text, kind: 'fact', evidence: [{ passage: 'p1', quote: 'q' }] })
  const written = { headline: said('死亡人数为\u202e21\u202c人'), lede: said('a'), summary: [said('b')], last: 'p1' }
  expect(readReply(JSON.stringify(written)).headline.text).toBe('死亡人数为21人')
  expect(readReply(JSON.stringify(written).replace('\u202e', '\\u202e')).headline.text).toBe('死亡人数为21人')
})

test('readReply() takes control characters out of every text that is printed', () => {
  const said = (text: string) => ({ text, kind: 'fact', evidence: [{ passage: 'p1', quote: 'q' }] })
  const written = {
    headline: said('标\u0000题'),
    lede: said('a'),
    summary: [said('b')],
    terms: [{ original: 'Ree\u0001d', reader: '里\u0002德' }],
    framing: [{ kind: 'paraphrased-only', passage: 'p1', quote: 'q', name: 'Ann\u0000' }],
    last: 'p1',
  }
  const reply = readReply(JSON.stringify(written))
  expect(JSON.stringify(reply)).not.toMatch(/\\u000/u)
  expect([reply.headline.text, reply.terms[0]?.original]).toEqual(['标题', 'Reed'])
})

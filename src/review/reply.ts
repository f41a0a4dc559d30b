import { jsonrepair } from 'jsonrepair'
import { z } from 'zod'
import { ReplyError } from '../errors.ts'
import { cleanLine } from '../text/clean.ts'

/** What a model writes is printed as it is read: signs that nobody sees, or that turn the others round, are no part of it. */
const seen = z.string().min(1).max(600).transform(cleanLine).pipe(z.string().min(1))
const evidence = z.object({ passage: z.coerce.string(), quote: z.string().min(1) })
const sentence = z.object({
  text: seen,
  kind: z.enum(['fact', 'attribution', 'context', 'analysis', 'question']),
  speaker: z.string().transform(cleanLine).nullish(),
  evidence: z.array(evidence).max(6).default([]),
})
const plain = z.string().transform(cleanLine).pipe(z.string().min(1))
const term = z.object({ original: plain, reader: seen })
const framing = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('loaded-word'),
    passage: z.string(),
    quote: z.string().min(1),
    neutral: seen,
  }),
  z.object({
    kind: z.literal('paraphrased-only'),
    passage: z.string(),
    quote: z.string().min(1),
    name: plain,
  }),
  z.object({ kind: z.literal('absent'), what: z.enum(['direct-speech', 'named-speaker', 'second-speaker', 'figure']) }),
])
const reviewShape = z.object({
  headline: sentence,
  lede: sentence,
  summary: z.array(sentence).min(1).max(12),
  commentary: z.array(sentence).max(12).default([]),
  terms: z.array(term).max(60).default([]),
  framing: z.array(framing).max(12).default([]),
  last: z.string(),
})
const notesShape = z.object({
  notes: z.array(sentence).max(20),
  terms: z.array(term).max(60).default([]),
  last: z.string(),
})

/** One sentence as a model wrote it: nothing in it is believed. */
export type ReplySentence = z.infer<typeof sentence>
/** A review in the wanted shape. `last` is the id of the last passage that the model received. */
export type Reply = z.infer<typeof reviewShape>
/** Notes on one part of a long article. */
export type NotesReply = z.infer<typeof notesShape>

/** A shape as the JSON schema that endpoints are asked to keep. */
export const schemaOf = (shape: z.ZodType): Record<string, unknown> => ({ ...z.toJSONSchema(shape, { io: 'input' }) })
/** The schema that endpoints are asked to keep for a review. */
export const replySchema = schemaOf(reviewShape)
/** The same for notes. */
export const notesSchema = schemaOf(notesShape)

/**
 * Take the review out of whatever a model wrote around it: thoughts, a code fence, prose, a tool call; mend its JSON.
 *
 * @throws {ReplyError} when there is no object of the wanted shape
 */
export function readReply(text: string): Reply {
  return readObject(text, reviewShape)
}

/**
 * The same for notes on a part.
 *
 * @throws {ReplyError} when there is no object of the wanted shape
 */
export function readNotes(text: string): NotesReply {
  return readObject(text, notesShape)
}

/**
 * The same for an object of any shape.
 *
 * @throws {ReplyError} when there is no object of the wanted shape
 */
export function readObject<T>(text: string, shape: z.ZodType<T>): T {
  let failure = new ReplyError('Cannot use the reply: it holds no JSON object')
  for (const piece of objectsIn(withoutThoughts(text))) {
    try {
      const parsed = shape.safeParse(unwrap(JSON.parse(jsonrepair(piece))))
      if (parsed.success) return parsed.data
      const first = parsed.error.issues[0]
      failure = new ReplyError(`Cannot use the reply: ${first?.path.join('.')} ${first?.message}`)
    } catch (cause) {
      failure = new ReplyError('Cannot use the reply: its JSON cannot be mended', { cause })
    }
  }
  throw failure
}

// Templates that open the thoughts in the prompt leave only the closing tag in the answer.
function withoutThoughts(text: string): string {
  const bare = text.replace(/<(think|thinking|thought|reasoning)>[\s\S]*?<\/\1>/giu, '')
  return bare.slice(
    bare.search(/<\/(?:think|thinking|thought|reasoning)>(?![\s\S]*<\/(?:think|thinking|thought|reasoning)>)/iu) + 1,
  )
}

const mostPieces = 8

/** What may be the object: from the first brace to the last, then what stands in fences, then each object of its own, longest first. */
function objectsIn(text: string): string[] {
  const start = text.indexOf('{')
  if (start === -1) return []
  const end = text.lastIndexOf('}')
  const whole = text.slice(start, end > start ? end + 1 : undefined)
  const quoted = /^\s*"[\s\S]*"\s*$/u.test(text) ? [text.trim()] : []
  const fenced = [...text.matchAll(/```\w*\s([\s\S]*?)```/gu)].map((match) => match[1] ?? '')
  const single = balanced(text).toSorted((a, b) => b.length - a.length)
  return [...quoted, whole, ...fenced.filter((piece) => piece.includes('{')), ...single].slice(0, mostPieces)
}

/** The outermost objects of a text; braces inside strings do not count. */
function balanced(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gu)) {
    if (sign === '{' && depth++ === 0) from = index
    if (sign === '}' && depth > 0 && --depth === 0) found.push(text.slice(from, index + 1))
  }
  return found
}

// Models that answer by a tool put the object below one of these names, in a list or as a string.
const wrappers = [
  'arguments',
  'input',
  'parameters',
  'review',
  'function',
  'tool_calls',
  'output',
  'result',
  'response',
  'answer',
  'json',
]

// The first key of each task's object: it is not wrapped any more.
const tasks = ['headline', 'notes', 'translation']

function unwrap(value: unknown, depth = 0): unknown {
  if (depth > 6) return value
  if (typeof value === 'string')
    return value.trimStart().startsWith('{') ? unwrap(JSON.parse(jsonrepair(value)), depth + 1) : value
  if (Array.isArray(value)) return unwrap(value[0], depth + 1)
  if (typeof value !== 'object' || value === null || tasks.some((task) => task in value)) return value
  const inner = wrappers
    .map((name): unknown => Reflect.get(value, name))
    .find((one) => one !== undefined && one !== null)
  return inner === undefined ? value : unwrap(inner, depth + 1)
}

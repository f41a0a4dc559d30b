import { jsonrepair } from 'jsonrepair'
import { z } from 'zod'
import { ReplyError } from '../errors.ts'

const evidence = z.object({ passage: z.coerce.string(), quote: z.string().min(1) })
const sentence = z.object({
  text: z.string().min(1).max(600),
  kind: z.enum(['fact', 'attribution', 'context', 'analysis', 'question']),
  speaker: z.string().nullish(),
  evidence: z.array(evidence).max(6).default([]),
})
const term = z.object({ original: z.string().min(1), reader: z.string().min(1) })
const framing = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('loaded-word'),
    passage: z.string(),
    quote: z.string().min(1),
    neutral: z.string().min(1),
  }),
  z.object({
    kind: z.literal('paraphrased-only'),
    passage: z.string(),
    quote: z.string().min(1),
    name: z.string().min(1),
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

const schemaOf = (shape: z.ZodType): Record<string, unknown> => ({ ...z.toJSONSchema(shape, { io: 'input' }) })
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
  return read(text, reviewShape)
}

/**
 * The same for notes on a part.
 *
 * @throws {ReplyError} when there is no object of the wanted shape
 */
export function readNotes(text: string): NotesReply {
  return read(text, notesShape)
}

function read<T>(text: string, shape: z.ZodType<T>): T {
  const bare = text.replace(/<think>[\s\S]*?<\/think>/giu, '')
  const start = bare.indexOf('{')
  if (start === -1) throw new ReplyError('Cannot use the reply: it holds no JSON object')
  const end = bare.lastIndexOf('}')
  let value: unknown
  try {
    value = unwrap(JSON.parse(jsonrepair(bare.slice(start, end > start ? end + 1 : undefined))))
  } catch (cause) {
    throw new ReplyError('Cannot use the reply: its JSON cannot be mended', { cause })
  }
  const parsed = shape.safeParse(value)
  if (!parsed.success) {
    const first = parsed.error.issues[0]
    throw new ReplyError(`Cannot use the reply: ${first?.path.join('.')} ${first?.message}`)
  }
  return parsed.data
}

// Models that answer by a tool put the object below one of these names, sometimes as a string.
function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const name of ['arguments', 'input', 'parameters', 'review']) {
    const inner: unknown = Reflect.get(value, name)
    if (typeof inner === 'object' && inner !== null) return unwrap(inner)
    if (typeof inner === 'string' && inner.trimStart().startsWith('{')) return unwrap(JSON.parse(jsonrepair(inner)))
  }
  return value
}

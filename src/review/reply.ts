import { jsonrepair } from 'jsonrepair'
import { z } from 'zod'
import { ReplyError } from '../errors.ts'

const evidence = z.object({ passage: z.string(), quote: z.string().min(1) })
const sentence = z.object({
  text: z.string().min(1).max(600),
  kind: z.enum(['fact', 'attribution', 'context', 'analysis', 'question']),
  speaker: z.string().nullish(),
  evidence: z.array(evidence).max(6).default([]),
})
const shape = z.object({
  headline: sentence,
  lede: sentence,
  summary: z.array(sentence).min(1).max(12),
  commentary: z.array(sentence).max(12).default([]),
  terms: z
    .array(z.object({ original: z.string().min(1), reader: z.string().min(1) }))
    .max(60)
    .default([]),
})

/** One sentence as a model wrote it: nothing in it is believed. */
export type ReplySentence = z.infer<typeof sentence>
/** A reply in the wanted shape. */
export type Reply = z.infer<typeof shape>

/** The schema that endpoints are asked to keep. */
export const replySchema: Record<string, unknown> = { ...z.toJSONSchema(shape, { io: 'input' }) }

/**
 * Take the object out of whatever a model wrote around it: thoughts, a code fence, prose, a tool call; mend its JSON.
 *
 * @throws {ReplyError} when there is no object of the wanted shape
 */
export function readReply(text: string): Reply {
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

function unwrap(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const name of ['arguments', 'input', 'parameters', 'review']) {
    const inner: unknown = Reflect.get(value, name)
    if (typeof inner === 'object' && inner !== null) return inner
    if (typeof inner === 'string' && inner.trimStart().startsWith('{')) return JSON.parse(jsonrepair(inner))
  }
  return value
}

import { ReplyError } from '../errors.ts'
import type { Article, Claim, Passage } from '../types.ts'
import { promptPrefix, writeNotes, writePart, type Material } from './prompt.ts'
import { proveSentences } from './prove.ts'
import { notesSchema, readNotes } from './reply.ts'
import type { Asking, ReviewOptions } from './asking.ts'

/**
 * Read a long text in parts, prove the notes on each, and give what a review may be made of: proved notes alone.
 *
 * @throws {ReplyError} when a part gave no usable notes: a review that leaves a part out would not say so
 */
export async function takeNotes(article: Article, { ask, names }: Asking, options: ReviewOptions): Promise<Material> {
  const parts = partsOf(article.passages, (options.longText ?? 40_000) / 2)
  const proved: Claim[] = []
  for (const [at, passages] of parts.entries()) {
    const part = writePart(article, { passages, part: at + 1, parts: parts.length, ...options })
    const answer = await ask({ prefix: promptPrefix, material: part.text, schema: notesSchema, names })
    const reply = readNotes(answer.text)
    if (!answer.complete || reply.last.replace(/\W/gu, '') !== part.last)
      throw new ReplyError(`Cannot use the notes on part ${at + 1}: the part was not received or answered whole`)
    const sentences = reply.notes.map((one): [Claim['part'], typeof one] => ['summary', one])
    const { claims } = await proveSentences(sentences, article, options)
    if (claims.length === 0) throw new ReplyError(`Cannot use the notes on part ${at + 1}: none could be proved`)
    proved.push(...claims)
  }
  return writeNotes(article, proved, options)
}

/** Passages in runs of at most `size` UTF-16 units; one passage is never divided. */
export function partsOf(passages: Passage[], size: number): Passage[][] {
  const parts: Passage[][] = [[]]
  let length = 0
  for (const passage of passages) {
    if (length > 0 && length + passage.text.length > size) {
      parts.push([])
      length = 0
    }
    parts.at(-1)?.push(passage)
    length += passage.text.length
  }
  return parts
}

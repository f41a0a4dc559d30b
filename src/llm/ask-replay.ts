import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ReplyError } from '../errors.ts'
import { slugify } from '../text/slug.ts'
import type { Ask } from './ask.ts'

/**
 * Answers from replies written by hand, one JSON file an article, labelled `replay` and never a model.
 *
 * @throws {ReplyError} when nobody wrote a reply for the article
 */
export function askReplay(folder: string): Ask {
  return async ({ names }) => {
    for (const name of names) {
      try {
        // slugify() gives nothing that leaves the folder.
        const text = await readFile(join(folder, `${slugify(name)}.json`), 'utf8')
        return { model: 'replay', text, inputTokens: 0, outputTokens: 0, complete: true }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
      }
    }
    throw new ReplyError(`Cannot replay a reply for "${names.join('", "')}": no such file in "${folder}"`)
  }
}

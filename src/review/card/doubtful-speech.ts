import type { Attribution } from './attribution.ts'
import words from './data/doubtful-speech.json' with { type: 'json' }
import type { Quotation } from './find-quotations.ts'

type Lists = Record<string, string[] | undefined>

const sentenceEnd = /[.!?。！？]["”’»」』)）]*(?=\s|$|\p{Script=Han}|[ぁ-ヿ])/u
const spaced = (list: string[]): RegExp => new RegExp(`(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`, 'iu')
const unspaced = (list: string[]): RegExp => new RegExp(list.join('|'), 'u')
const compile = (lists: Lists): Map<string, RegExp> =>
  new Map(
    Object.entries(lists).map(([base, list = []]) => [
      base,
      /^(?:zh|ja|ko)$/u.test(base) ? unspaced(list) : spaced(list),
    ]),
  )
const [doubt, denial] = [compile(words.doubt), compile(words.denial)]
const noName: Lists = words.noName
const placeName = new RegExp(`\\s(?:${words.places.join('|')})$`, 'u')

/**
 * What may be said of who spoke: nobody where the text itself doubts it ("allegedly", a forged film), where the name is one
 * that was not meant ("Nicht Ross, sondern …"), or a place; `null` where it says that the words were never spoken.
 */
export function doubted(quotation: Quotation, said: Attribution, base: string): Attribution | null {
  const before = quotation.before.split(sentenceEnd).at(-1) ?? ''
  const [after = '', next = ''] = quotation.after.split(sentenceEnd)
  if (denial.get(base)?.test(base === 'zh' ? before : after)) return null
  if (said.name === null) return said
  const isUnsure = doubt.get(base)?.test(`${before} ${after} ${next}`) ?? false
  const first = said.name.split(' ')[0] ?? ''
  const isMisread = (noName[base] ?? []).includes(first) || placeName.test(said.name) || isGenitive(said.name, base)
  return isUnsure || isMisread ? { spoken: true, name: null } : said
}

/** «сказал адвокат Анны Росс»: the lawyer of her, not she herself. */
function isGenitive(name: string, base: string): boolean {
  return base === 'ru' && /^\p{Lu}\p{Ll}+[ыи]\s/u.test(name)
}

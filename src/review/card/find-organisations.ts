import type { Language, Mention, Passage } from '../../types.ts'
import { bodies, denseSuffixes, notIn, openings, suffixes } from './data/organisations.ts'
import { headsOf } from './find-places.ts'
import { chineseBodies, japaneseBodies } from './han-organisations.ts'
import { mentions, type Hit } from './mentions.ts'

const capital = "\\p{Lu}[\\p{L}\\p{M}&’'\\-]+"
const withSuffix = new RegExp(`(?<![\\p{L}.])(?:${capital}\\s){1,4}(?:${suffixes.join('|')})(?![\\p{L}])\\.?`, 'gu')
const withOpening = new RegExp(`(?<!\\p{L})(?:${openings.join('|')})\\s${capital}(?:\\s${capital}){0,2}`, 'gu')
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Find organisations: well-known bodies with the reader's form, and names that say by their last or first word what they are. */
export function findOrganisations(passages: Passage[], language: Language, reader: Language): Mention[] {
  const base = language.split('-')[0] ?? 'en'
  const column = reader.startsWith('zh') ? 0 : reader.startsWith('en') ? 1 : -1
  const hits = passages.flatMap((passage) => [
    ...knownBodies(passage, base, column),
    ...named(passage),
    ...(base === 'zh' ? chineseBodies(passage, headsOf(language)) : []),
    ...(base === 'ja' ? japaneseBodies(passage) : []),
    ...segmented(passage, base),
  ])
  return mentions(hits)
}

function knownBodies(passage: Passage, base: string, column: number): Hit[] {
  const hits: Hit[] = []
  for (const forms of bodies) {
    for (const form of forms) {
      if (notIn[base]?.includes(form)) continue
      for (let at = passage.text.indexOf(form); at !== -1; at = passage.text.indexOf(form, at + form.length)) {
        const end = at + form.length
        // 東南アジア諸国連合 is no 国連.
        if (form === '国連' && passage.text[end] === '合') continue
        if (isWhole(passage.text, at, end)) hits.push({ passage, start: at, end, readerForm: forms[column] ?? null })
      }
    }
  }
  return hits
}

function isWhole(text: string, start: number, end: number): boolean {
  if (dense.test(text.slice(start, end))) return true
  return (
    !/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}-]/u.test(text[start - 1] ?? '') &&
    !/[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(text[end] ?? '')
  )
}

function named(passage: Passage): Hit[] {
  return [withSuffix, withOpening].flatMap((pattern) =>
    [...passage.text.matchAll(pattern)].flatMap((match) => {
      const lead =
        /^(?:The|In|At|On|A|An|But|And|For|From|As|When|If|Meanwhile|Die|Der|Das|La|Le|El|Il)\s/u.exec(match[0])?.[0]
          .length ?? 0
      const text = match[0].slice(lead).replace(/\.$/u, '')
      const start = match.index + lead
      return text.includes(' ') ? [{ passage, start, end: start + text.length, readerForm: null }] : []
    }),
  )
}

// 人民法院 and 中央銀行 are words of the dictionary and name none of many.
const kinds =
  /^(?:人民法院|中级人民法院|高级人民法院|中央银行|中央銀行|商业银行|商業銀行|上市公司|子公司|分公司|母公司|总公司|株式会社|地方銀行|大学病院|国立大学|私立大学|公立大学|女子大学|実行委員会|教育委員会)$/u

// The runtime's word breaker decides where a name begins; a bare "公司" or "银行" names nobody.
function segmented(passage: Passage, base: string): Hit[] {
  if (!['zh', 'ja', 'ko'].includes(base)) return []
  return [...new Intl.Segmenter(base, { granularity: 'word' }).segment(passage.text)].flatMap(({ segment, index }) => {
    const bare = segment.replace(denseSuffixes, '')
    return bare !== segment && bare.length >= 2 && !kinds.test(segment)
      ? [{ passage, start: index, end: index + segment.length, readerForm: null }]
      : []
  })
}

import { pinyin } from 'pinyin-pro'
import { otherNames, strangers } from './check-transliterations.ts'
import institutions from './data/ranks.json' with { type: 'json' }
import type { Statement } from './statement.ts'

type Fault = { check: string; message: string }

const han = /^\p{Script=Han}+$/u
// Signs that follow or precede names and are part of none: a window that differs in one of them is no misspelt name.
const grammar =
  /[的了在是和与及说称为对将被把从向于由也都又就已曾正会能要不没有这那其他她它们个名位年月日时第上下中后前里内外等并但而或若如因所以至到给让使用当任出发表示指认现]/u

/**
 * A name of the term list is written as the list writes it.
 *
 * A run that differs from a name in one sign, or sounds like it in other signs, is taken for that name misspelt. Names of
 * two signs are left alone: too much of the language is one sign away from them.
 */
export function checkNames(statement: Statement): Fault[] {
  const { text, terms, passages, readerLanguage } = statement
  const all = passages.map((passage) => passage.text).join('\n')
  const forms = terms.map((term) => term.reader)
  const absent = strangers(statement, all)
  if (!readerLanguage.startsWith('zh'))
    return [...absent, ...misspeltLatin(text, { forms, all }), ...otherGivenName(text, { forms, all })]
  const others = otherInstitutions(statement)
  const wrong = misspelt(text, forms, all)
  const latin = /\p{Lu}\p{Ll}{4}/u.test(text) ? misspeltLatin(text, { forms: [all], all }) : []
  return [...absent, ...others, ...wrong, ...latin, ...(wrong.length > 0 ? [] : otherNames(statement, all))]
}

function misspelt(text: string, forms: string[], all: string): Fault[] {
  return forms.flatMap((form) => {
    const beside = wrongPart(text, form, forms)
    if (beside !== null) return [{ check: 'name', message: `"${beside}" is written for "${form}"` }]
    const body = otherBody(text, form)
    if (body !== undefined && !all.includes(body) && !forms.some((one) => one.includes(body)))
      return [{ check: 'name', message: `"${body}" is written for "${form}"` }]
    const parts = form.split(/[·・\s-]/u).filter((part) => han.test(part) && part.length >= 3)
    return parts.flatMap((part) => {
      if (text.includes(part)) return []
      const twin = windows(text, part.length).find(
        (window) => isMisspelt(window, part) && !forms.some((one) => one.includes(window) || window.includes(one)),
      )
      return twin === undefined || all.includes(twin)
        ? []
        : [{ check: 'name', message: `"${twin}" is written for "${form}"` }]
    })
  })
}

/** A long name with one word changed: 种植者联盟 for 种植者协会, 制造商联盟 for 零售商联盟. */
function otherBody(text: string, form: string): string | undefined {
  if (!han.test(form) || form.length < 6 || text.includes(form)) return undefined
  return windows(text, form.length).find((window) => {
    const different = [...window].flatMap((sign, at) => (sign === form.charAt(at) ? [] : [at]))
    const [first = 0, last = 0] = different
    if (different.length !== 2 || last !== first + 1) return false
    if (last < form.length - 1)
      return first >= 2 && last < form.length - 2 && !grammar.test(window.slice(first, last + 1))
    return institutions.bodies.includes(window.slice(first)) && institutions.bodies.includes(form.slice(first))
  })
}

const ofRank = new RegExp(`(${institutions.ranks.join('|')})(${institutions.suffixes.join('|')})`, 'gu')

/**
 * 最高法院 for 宪法法院: the article has one court, and the sentence gives it another rank.
 *
 * Only where the last word of the name stands in the article nowhere but in that name.
 */
function otherInstitutions({ text, terms, passages }: Statement): Fault[] {
  const all = passages.map((passage) => passage.text).join('\n')
  const count = (word: string): number => (word === '' ? 0 : all.split(word).length - 1)
  return [...text.matchAll(ofRank)].flatMap(([written, rank = '', suffix = '']) => {
    if (terms.some(({ reader }) => reader.includes(written)) || all.includes(written)) return []
    const term = terms.find(({ reader }) => reader.endsWith(suffix) && !reader.includes(rank))
    if (!term || text.includes(term.reader) || term.reader.length <= suffix.length) return []
    const last = term.original.split(/\s+/u).at(-1) ?? ''
    const single = count(term.original) > 0 && count(last) === count(term.original)
    return single ? [{ check: 'name', message: `"${written}" is written for "${term.reader}"` }] : []
  })
}

/** 罗莎琳德·基思 for 罗莎琳德·基恩: one part of a name as the list has it, and another beside it. */
function wrongPart(text: string, form: string, forms: string[]): string | null {
  const parts = form.split(/[·・]/u)
  if (parts.length < 2 || text.includes(form)) return null
  for (const match of text.matchAll(/\p{Script=Han}+(?:[·・]\p{Script=Han}+)+/gu)) {
    const [written, names] = [match[0], match[0].split(/[·・]/u)]
    if (
      names.length !== parts.length ||
      forms.some((one) => one !== form && /[·・]/u.test(one) && written.includes(one))
    )
      continue
    // A run of signs has words before the first part and behind the last one.
    const right = names.map((name, at) => (at === 0 ? name.endsWith(parts[0] ?? '') : name.startsWith(parts[at] ?? '')))
    if (right.includes(true) && right.includes(false)) return written.slice(0, 24)
  }
  return null
}

function windows(text: string, length: number): string[] {
  const signs = [...text]
  return signs
    .map((_, at) => signs.slice(at, at + length).join(''))
    .filter((window) => [...window].length === length && han.test(window))
}

function isMisspelt(window: string, name: string): boolean {
  const [a, b] = [[...window], [...name]]
  const different = a.filter((sign, at) => sign !== b[at])
  if (different.length === 2 && isTurned(a, b)) return !different.some((sign) => grammar.test(sign))
  if (different.length > 1 && a[0] !== b[0]) return false
  // 安塞尔夫人号 beside 安塞尔港: the name is right, and another kind of thing has it.
  if (different.length === 1 && a.at(-1) !== b.at(-1) && /[港湾湖河山镇县市州省岛村区街路桥]/u.test(b.at(-1) ?? ''))
    return false
  if (different.length === 0 || different.some((sign) => grammar.test(sign))) return false
  if (different.length === 1) return true
  return a[0] === b[0] && sound(window) === sound(name)
}

/** 特雷德西 for 特雷西德: the same signs, two of them in each other's place. */
const isTurned = (a: string[], b: string[]): boolean => a.toSorted().join('') === b.toSorted().join('')

const sounds = new Map<string, string>()
function sound(text: string): string {
  const known = sounds.get(text)
  if (known !== undefined) return known
  const made = pinyin(text, { toneType: 'none', type: 'array' }).join(' ')
  if (sounds.size > 20_000) sounds.clear()
  sounds.set(text, made)
  return made
}

/** A Latin name one or two letters away from one of the list, in words of five letters and more. */
function misspeltLatin(text: string, { forms, all }: { forms: string[]; all: string }): Fault[] {
  const fold = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const names = new Set(forms.flatMap((form) => form.match(/\p{Lu}[\p{L}'’-]{4,}/gu) ?? []).map(fold))
  const words = text.match(/\p{Lu}[\p{L}'’-]{4,}/gu) ?? []
  return words.flatMap((word) => {
    const folded = fold(word).replace(/['’]s$/u, '')
    if (names.has(folded) || fold(all).includes(folded)) return []
    const near = [...names].find(
      (name) => name.charAt(0) === folded.charAt(0) && distance(name, folded) <= (name.length > 7 ? 2 : 1),
    )
    return near === undefined ? [] : [{ check: 'name', message: `"${word}" is written for "${near}"` }]
  })
}

/** Jiang Nan for Jiang Lan: the first word of a name of two, and a second word that neither list nor article has. */
function otherGivenName(text: string, { forms, all }: { forms: string[]; all: string }): Fault[] {
  return forms.flatMap((form) => {
    const [first = '', second = ''] = form.split(' ')
    if (!/^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(form) || text.includes(second)) return []
    const written = new RegExp(`(?<!\\p{L})${first} (\\p{Lu}\\p{Ll}+)`, 'u').exec(text)
    const known = written === null || `${all} ${forms.join(' ')}`.includes(written[1] ?? '')
    return known ? [] : [{ check: 'name', message: `"${written[0]}" is written for "${form}"` }]
  })
}

/** Levenshtein's distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [i, left] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, right] of [...b].entries())
      next.push(Math.min((row[j] ?? 0) + (left === right ? 0 : 1), (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    row = next
  }
  return row.at(-1) ?? 0
}

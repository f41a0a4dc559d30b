import { isTitleKey, wordsOfKey } from './script-keys.ts'
import words from './script-words.json' with { type: 'json' }

/** What an object of a page's scripts says of access: in which words it is paid, or that it is free; `null` for nothing. */
export type Access = { paid: string } | 'free' | null

const listed = (list: string): Set<string> => new Set(list.split(' '))
const gate = listed(words.gate)
const entry = listed(words.entry)
const demand = listed(words.demand)
const open = listed(words.open)
const granted = listed(words.granted)
const tier = listed(words.tier)
const kind = listed(words.kind)
const paid = listed(words.paid)
const kindPaid = listed(words.kindPaid)
const unpaid = listed(words.unpaid)
const known = new Set([...gate, ...entry, ...demand, ...open, ...granted, ...tier, ...kind, ...listed(words.beside)])
const mostKeys = 400
const longestValue = 40

/**
 * What an object says of access to the text in it: flags such as `premium` and `isFree`, tiers such as `access: "members"`,
 * and the same one level down (`paywall: { active: true }`). A key counts only when each of its words is of that kind:
 * `commentsLocked` and `author: { isPremium }` speak of something else.
 */
export function accessOf(object: object): Access {
  let free = false
  for (const [key, value] of pairsOf(object)) {
    const said = readFlag(key, value)
    if (said === 'free') free = true
    else if (said !== null) return said
  }
  return free ? 'free' : null
}

function* pairsOf(object: object): Generator<[string, unknown]> {
  for (const [key, value] of Object.entries(object).slice(0, mostKeys)) {
    yield [key, value]
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
    // A story beside this one says nothing of it.
    if (!wordsOfKey(key).every((word) => known.has(word)) || Object.keys(value).some(isTitleKey)) continue
    for (const [inner, one] of Object.entries(value).slice(0, mostKeys)) yield [`${key} ${inner}`, one]
  }
}

/** One flag: a key with its value. */
export function readFlag(key: string, value: unknown): Access {
  if (typeof value === 'object' && !Array.isArray(value)) return null
  const said = wordsOfKey(key)
  if (said.length === 0 || !said.every((word) => known.has(word))) return null
  const truth = truthOf(value)
  const has = (list: Set<string>): boolean => said.some((word) => list.has(word))
  const gates = has(gate) || (has(entry) && has(demand))
  if (truth !== null) return readTruth(truth, { key, opens: has(open), gates, grants: isGrant(said) })
  if (gates || has(tier)) return readTier(key, value, paid)
  return has(kind) ? readTier(key, value, kindPaid) : null
}

/** "hasAccess", "canRead": of the reader. */
function isGrant(said: string[]): boolean {
  return said.some((word) => granted.has(word)) && said.some((word) => ['has', 'can', 'is'].includes(word))
}

function readTruth(
  truth: boolean,
  { key, opens, gates, grants }: { key: string; opens: boolean; gates: boolean; grants: boolean },
): Access {
  if (opens || (grants && !gates)) return truth ? 'free' : { paid: `${key} is false` }
  if (!gates) return null
  return truth ? { paid: `${key} is true` } : 'free'
}

function truthOf(value: unknown): boolean | null {
  if (value === true || value === 1) return true
  if (value === false || value === 0) return false
  if (typeof value !== 'string') return null
  if (/^(?:true|yes|1)$/iu.test(value)) return true
  return /^(?:https?:\/\/schema\.org\/)?(?:false|no|0)$/iu.test(value) ? false : null
}

function readTier(key: string, value: unknown, list: Set<string>): Access {
  const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
  const said = values.filter((one) => one.length <= longestValue && !/[/.]/u.test(one)).flatMap(wordsOfKey)
  if (said.some((word) => unpaid.has(word))) return 'free'
  return said.some((word) => list.has(word)) ? { paid: `${key} is "${values.join(', ')}"` } : null
}

/** Does a key say of the text in it that it is for those who pay: `premiumBody`, `membersContent`? */
export function isGatedKey(key: string): boolean {
  const said = wordsOfKey(key)
  return said.some((word) => gate.has(word)) && said.every((word) => gate.has(word) || texts.has(word))
}

const texts = new Set(['body', 'content', 'text', 'html', 'paragraphs', 'blocks', 'story', 'article', 'part', 'only'])

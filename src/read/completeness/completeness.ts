import type { Document } from 'domhandler'
import { measureLength } from '../../text/length.ts'
import type { Completeness, FeedItem, Passage, Residue, Sign } from '../../types.ts'
import type { PageMetadata } from '../metadata/metadata.ts'
import { elements } from '../tree.ts'

const wall =
  /already a (subscriber|member)|subscribe to (continue|read|keep)|to continue reading|log in to (read|continue)|nur für abonnenten|mit .{0,12}abo|jetzt weiterlesen|abonnez-vous pour|réservé aux abonnés|订阅后|登录后(查看|阅读)|付费(阅读|内容)|この記事は有料|会員限定|残り\s*\d+\s*文字|구독하고|suscríbe(te|ase) para/iu

/** Judge whether the text is all there is, with the signs that say so. */
export function judgeCompleteness(facts: {
  passages: Passage[]
  residue: Residue[]
  metadata: PageMetadata
  item: FeedItem | null
  document: Document
}): Completeness {
  const { passages, residue, metadata } = facts
  const signs: Sign[] = []
  const prompt = residue.find((one) => wall.test(one.text))
  if (prompt) signs.push({ code: 'wall-phrase', detail: prompt.text.slice(0, 160) })
  const length = size(passages.map((passage) => passage.text).join(' '))
  const whole = Math.max(metadata.declaredWords ?? 0, size(metadata.articleBody ?? ''))
  const shareMissing = whole > length * 1.15 + 20 ? Math.round((1 - length / whole) * 100) / 100 : null
  if (shareMissing !== null) signs.push({ code: 'shorter-than-declared', detail: `${length} of ${whole}` })
  const last = passages.at(-1)?.text ?? ''
  if (/(…|\.\.\.)$/u.test(last)) signs.push({ code: 'ends-in-ellipsis', detail: last.slice(-60) })
  if (metadata.isAccessibleForFree === false) signs.push({ code: 'not-free', detail: 'isAccessibleForFree is false' })
  if (length < 80 && hasPlayer(facts.document))
    return {
      verdict: 'not-text',
      signs: [...signs, { code: 'player', detail: 'audio or video page' }],
      shareMissing: null,
    }
  if (passages.length === 0)
    return {
      verdict: prompt ? 'wall' : 'teaser',
      signs: [...signs, { code: 'no-text', detail: '0 passages' }],
      shareMissing,
    }
  const cut = prompt !== undefined || (shareMissing ?? 0) > 0.3 || signs.length >= 2
  return { verdict: cut ? (length < 40 ? 'teaser' : 'cut') : 'whole', signs, shareMissing }
}

/** Words and characters together. */
function size(text: string): number {
  const { words, characters } = measureLength(text)
  return words + characters
}

function hasPlayer(document: Document): boolean {
  for (const { name } of elements(document)) if (name === 'audio' || name === 'video') return true
  return false
}

const run = /(\p{Script=Han}{1,4}?)(?:[、，\s]?\1){3,}|(\p{Script=Han}{2,6}?)(?:[、，\s]?\2){2,}/u
const twice = /(\p{Script=Han}{5,30})\1/u
const words = /\b([\p{L}\d]+)(?: \1){2,}\b/iu
const particles = /[了的地得着过都也就又于在将已被\s\p{P}]/gu

/** Whether a text says the same words again and again: signs, clauses or whole sentences. Quoted speech may. */
export function repeats(text: string): boolean {
  const own = text.replace(/[“「『][^”」』]*[”」』]/gu, '')
  if (run.test(own) || twice.test(own) || words.test(own) || own.split(/[。！？!?]/u).some(turnsInCircles)) return true
  const clauses = own.split(/[，,。！？；;!?]\s*/u).filter((one) => one.length >= 4)
  // 法院维持原判，法院维持了原判: a particle makes no other clause.
  const bare = clauses.map((one) => one.replace(/[了的地得着过]/gu, ''))
  if (bare.some((one, at) => one.length > 2 && one === bare[at + 1])) return true
  // A refrain of two is a figure of speech (一代人过去了，又一代人过去了), one of three is a fault.
  const plain = clauses.map((one) =>
    one
      .replace(/持续|不断|继续|一直|仍在|依然|再次|还在|宣布|表示|已经|终于|真的|果然|确实|将要|还|再/gu, '')
      .replace(particles, ''),
  )
  if (plain.some((one, at) => one.length > 2 && one === plain[at + 1] && one === plain[at + 2])) return true
  if (clauses.some((one, at) => saysAgain(one, clauses[at + 1] ?? ''))) return true
  if (tellsOneFigure(own)) return true
  const sentences = own.split(/(?<=[。！？!?]|\.(?=\s))\s*/u).map((one) => one.replace(particles, ''))
  const told = sentences.filter((one) => one.length > 3)
  return told.some((one, at) => told.slice(at + 1).some((other) => isSame(one, other)))
}

/** A clause of five signs and more that the next one says again with a word or two added: 超市表示遗憾，超市对此表示遗憾. */
function saysAgain(one: string, next: string): boolean {
  if (/^[又也还再更]/u.test(next)) return false
  return one.length >= 5 && next.length > one.length && next.length - one.length <= 3 && holdsInOrder(next, one)
}

/** So much of a sentence, and a run of three signs in it so often: 重新开放的博物馆重新开放，博物馆重新开放. */
const mostAgain = 0.8
const timesAgain = 3

function turnsInCircles(sentence: string): boolean {
  const signs = [...sentence.replace(/[\s\p{P}]/gu, '')]
  if (signs.length < 12 || signs.length > 200) return false
  const places = new Map<string, number[]>()
  for (let at = 0; at + 3 <= signs.length; at++) {
    const three = signs.slice(at, at + 3).join('')
    places.set(three, [...(places.get(three) ?? []), at])
  }
  const again = [...places.values()].filter(({ length }) => length > 1)
  const covered = new Set(again.flat().flatMap((at) => [at, at + 1, at + 2]))
  return again.some(({ length }) => length >= timesAgain) && covered.size >= mostAgain * signs.length
}

/** 以315万成交，成交价为315万，成交金额是315万: three clauses of a sentence that tell one long figure of one thing. */
function tellsOneFigure(text: string): boolean {
  return text.split(/[。！？!?]/u).some((sentence) => {
    const clauses = sentence.split(/[，,；;]/u).map((one) => ({ one, figure: /\d[\d.]{2,}\D?/u.exec(one)?.[0] }))
    return clauses.some(({ one, figure }, at) => {
      const next = clauses.slice(at + 1, at + 3)
      const isOfSame = (other: string): boolean =>
        [...pairs(one.replace(figure ?? '', ' '))].some(
          (pair) => /^\p{Script=Han}{2}$/u.test(pair) && other.includes(pair),
        )
      return (
        figure !== undefined &&
        next.length === 2 &&
        next.every((other) => other.figure === figure && isOfSame(other.one.replace(figure, ' ')))
      )
    })
  })
}

const figures = (text: string): string => (text.match(/\d+|[一二三四五六七八九十百千万亿两半]/gu) ?? []).join(' ')

/**
 * Two sentences of the same figures of which one holds the other's signs in order and little else, or whose pairs of signs
 * are shared to four fifths (Dice's coefficient).
 */
function isSame(one: string, other: string): boolean {
  if (one === other || (one.length > 5 && sorted(one) === sorted(other))) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (figures(one) !== figures(other) || short.length < 4) return false
  if (short.length / long.length >= 0.75 && holdsInOrder(long, short)) return true
  if (short.length > 8 && sharedSigns(one, other) >= 0.9) return true
  const [a, b] = [pairs(one), pairs(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return (2 * shared) / (a.size + b.size) >= 0.8
}

/** Share of signs that two sentences have in common, in any order (Dice's coefficient of multisets). */
function sharedSigns(one: string, other: string): number {
  const left = [...other]
  const shared = [...one].filter((sign) => {
    const at = left.indexOf(sign)
    return at !== -1 && left.splice(at, 1).length === 1
  })
  return (2 * shared.length) / (one.length + other.length)
}

const sorted = (text: string): string => [...text].toSorted().join('')

function holdsInOrder(long: string, short: string): boolean {
  let at = 0
  for (const sign of long) if (sign === short.charAt(at)) at++
  return at === short.length
}

function pairs(text: string): Set<string> {
  return new Set([...text].slice(1).map((sign, at) => `${[...text][at]}${sign}`))
}

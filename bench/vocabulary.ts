/**
 * Invented text with as many different words as news has: 60,000 of syllables and 30,000 of two Han letters, of which few
 * are frequent (the n-th is used about 1/n as often as the first, as G. K. Zipf counted in 1935).
 *
 * @param seed the same text for the same seed
 * @param length words; every third sentence is Chinese
 */
export function inventText(seed: number, length: number): string {
  let state = (Math.imul(seed, 2_654_435_761) + 97) >>> 0
  const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const rank = (words: number): number => Math.floor(words ** random())
  let text = ''
  for (let at = 0; at < length; at += 12) {
    const chinese = (at / 12) % 3 === 2
    const words = Array.from({ length: 12 }, () => (chinese ? hanWord(rank(30_000)) : latinWord(rank(60_000))))
    text += chinese ? `${words.join('')}。` : `${words.join(' ')}. `
  }
  return text.trim()
}

const consonants = 'b c d f g h k l m n p r s t v z'.split(' ')
const vowels = 'a e i o u'.split(' ')

function latinWord(rank: number): string {
  let word = ''
  for (let rest = rank; rest > 0 || word === ''; rest = Math.floor(rest / 80))
    word += (consonants[rest % 16] ?? '') + (vowels[Math.floor(rest / 16) % 5] ?? '')
  return word
}

/** From the first 3,000 letters of the block: not those people use most, but as many. */
function hanWord(rank: number): string {
  return String.fromCodePoint(0x4e00 + ((rank * 7) % 3000), 0x4e00 + ((rank * 131 + 17) % 3000))
}

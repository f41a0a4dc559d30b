import { numberWords } from './data/number-words.ts'
import { withPlainLetters } from '../letters.ts'
import type { Figure } from './figure.ts'

/** What a sentence counts where it has told it one by one: 三国, 四人, 一家四口. */
const counted =
  /^\s?(?:[个名位]?(?:国|人|口|方|地|城|市|州|省|县|孩子|家(?:组织|机构|公司|企业|团体)|组织|机构|公司|球队|部门))/u
const own = /[、和与及]|以及/u
const joins = withPlainLetters(
  /,? (?:and|und|et|y|e|with|mit|avec|con|along with|as well as|sowie) |, |、|と|および|及び|와 |과 |，|和|与|及/giu,
)
const ends = /[.;:!?。；：！？]\s?/u
const small: Record<string, number> = Object.assign({}, ...['en', 'de', 'fr', 'es'].map((one) => numberWords[one]))
/** So many words, or signs of scripts without them, at most are one member between two others. */
const [words, signs] = [3, 12]
const [least, greatest] = [3, 12]

/** Whether a small number counts a list: 甲、乙和丙三国, （甲、乙、丙）, or one that the source tells: "A, B and C". */
export function countsList(
  { raw, start, end }: Figure,
  ours: string,
  theirs: { text: string; figures: Figure[] },
): boolean {
  if (!Number.isInteger(raw) || raw < least || raw > greatest) return false
  const behind = ours.slice(end, end + 60)
  if (listed(/^[^，。；（）()]{0,8}[（(：—]+([^）)。；]+)/u.exec(behind)?.[1]) === raw) return true
  if (!counted.test(behind)) return false
  const before = ours
    .slice(0, start)
    .split(/[，。；：]/u)
    .at(-1)
  if (listed(before) === raw) return true
  // A source that counts such a number itself needs no list for it.
  const counts = theirs.figures.some((one) => one.family === 'count' && one.raw >= least && one.raw <= greatest)
  return !counts && theirs.text.split(ends).some((sentence) => runsOf(sentence).includes(raw))
}

const listed = (text: string | undefined): number => (text ?? '').split(own).filter((one) => one.trim() !== '').length

/** How many each run of neighbours in a list makes: a member with a number of its own counts as so many. */
function runsOf(sentence: string): number[] {
  const members = sentence.split(joins)
  return members.flatMap((_, from) => {
    const sums: number[] = []
    let sum = 0
    for (let at = from; at < members.length; at++) {
      sum += worth(members[at] ?? '')
      if (at > from) sums.push(sum)
      if (at > from && isLong(members[at] ?? '')) break
    }
    return sums
  })
}

const isLong = (member: string): boolean =>
  /[\u3040-\u9fff]/u.test(member) ? member.length > signs : member.split(' ').length > words

function worth(member: string): number {
  const number = /(?<!\p{L})\d{1,2}(?![\d,.]\d)/u.exec(member)?.[0]
  if (number !== undefined) return Number(number)
  const word = member
    .toLowerCase()
    .split(' ')
    .find((one) => (small[one] ?? 0) > 1 && (small[one] ?? 0) <= greatest)
  return word === undefined ? 1 : (small[word] ?? 1)
}

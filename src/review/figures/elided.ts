import type { Figure } from './figure.ts'

/**
 * "110 until Friday", "52 a year ago", "22 million, down from …", „3,40 statt 3,20“: a number behind which no noun stands,
 * so that the unit named for another one holds. `text` has six signs behind the number: longer words are cut there.
 */
const alone =
  /^[\d.,]*\d(?:\s?(?:thousand|[mb]illion|Tausend|Mio\.?|Mrd\.?|Millionen|Milliarden|mille|millions|milliards|mil|millones)(?!\p{L}))?(?:[,.;:)](?!\d)|\s*$|\s+(?:to|from|and|in|on|for|by|until|a|last|this|at|or|when|while|as|up|down|than|statt|nach|auf|im|in|vor|und|à|en|et|il|l|y|au|aux|tras|hace)(?!\p{L})|\s+(?:afte|befor|inste|rathe|gegen|anstat|contr|front|frent))/u

// "14 personas" counts people; "110 degrees" and "24 at the end" leave open what they count. `text` has six signs behind the number.
const ownNoun =
  /^[\d.,]*\d\s+(?!(?:to|from|and|or|after|befor\p{L}?|until|degre\p{L}?|grados?|more|less|fewer|of|with|per|when|while|this|last|were|was|that|than|the|for|had|have|are|auf|vor|nach|und|oder|wie|mehr|avec|sans|dans|pour|contr\p{L}?|avant|apr\p{L}{1,2}|desde|hasta|para|con|más|menos)(?!\p{L}))\p{Ll}{3,}/u

/** Whether a bare number may be one of days, miles or the like: no other noun stands behind it. */
export const mayElide = (one: Figure): boolean =>
  one.family === 'age' ||
  // "A second round … in two weeks": an ordinal in words counts no weeks.
  (one.family === 'ordinal' && one.form === 'digits') ||
  (one.family === 'count' && !ownNoun.test(one.text))

// "Widened to seven kilometers from five and …",
// "Anderthalb Millionen weniger", « trente mois, dont dix-huit avec sursis »: what follows a number in words is at the end of `text`.
const wordsAlone = /\s(?:(?:less|more|fewer|wenig|mehr|moins|de m|menos|más)\p{L}*|(?:avec|ferme)(?: \p{L})?)$/u
const wordsOpen = /\s(?:and|to|from) \p{L}{0,3}$|^\p{L}+[.,;]/u
const isAloneInWords = ({ raw, text }: Figure): boolean => wordsAlone.test(text) || (raw > 2 && wordsOpen.test(text))

/** Whether a figure stands without a noun of its own. */
export const isAlone = (one: Figure): boolean =>
  (one.form === 'digits' || (one.form === 'word' && isAloneInWords(one))) &&
  ['count', 'age', 'ordinal'].includes(one.family) &&
  (one.form === 'word' || alone.test(one.text))

/**
 * The bare numbers of a source as measures of the unit that the source uses for this dimension: "118 degrees Fahrenheit …
 * above 110", "41 bushels, down from 52".
 */
export function withUnitsOf(figure: Figure, sources: Figure[]): Figure[] {
  const units = sources.filter((one) => one.family === figure.family && one.of === figure.of && one.each > 0)
  // The 4 of "on 4 April" counts no weeks.
  return sources
    .filter((one) => isAlone(one) && !('inDate' in one))
    .flatMap((bare) =>
      units.map(({ family, of, each }) => ({ ...bare, family, of, each, value: worth(bare.raw, { of, each }) })),
    )
}

// Fahrenheit is told from Celsius by the worth of its degree.
function worth(raw: number, { of, each }: { of: string | null; each: number }): number {
  return of === 'temperature' && each !== 1 ? (raw - 32) * each : raw * each
}

/** "32 percent, ahead of … at 22": the percent sign is not said again. */
export function isBareShare(one: Figure, figure: Figure, shares: number[]): boolean {
  // Half as much again is 50 % more; 200 % more is three times as much.
  if (one.family === 'multiple') return Math.abs(one.value - figure.value - (figure.grown ? 1 : 0)) <= 1e-6
  return (
    shares.length > 0 &&
    figure.form !== 'word' &&
    one.family === 'count' &&
    isAlone(one) &&
    Math.abs(one.raw - figure.raw) <= 1e-6 * figure.raw + 1e-9
  )
}

/** 增至1.5倍 for "rose 50 percent": the whole that a growth makes. */
export const isGrownTo = (figure: Figure, one: Figure): boolean =>
  one.family === 'ratio' && one.form === 'digits' && Math.abs(figure.value - one.value - 1) <= 1e-6

/** 51%对49% for "51-49": two numbers of a vote that make a hundred. */
export function isPairOfHundred(figure: Figure, sources: Figure[]): boolean {
  const votes = sources.filter(({ inScore }) => inScore).map(({ raw }) => raw)
  return votes.includes(figure.raw) && votes.includes(100 - figure.raw)
}

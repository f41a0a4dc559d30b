import { has, type Told } from './word-classes.ts'

const number = 'one|two|three|four|five|six|seven|eight|nine|ten|\\d[\\d,]*'
// "Two of the three": 三家都 says one too many.
const someOfThem = new RegExp(
  `\\b(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|\\d+) (?:der|von|von den) (?:\\d+|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf)\\b|\\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|\\d+) (?:des|sur) (?:les )?(?:\\d+|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|vingt)\\b|\\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|\\d+) de l[oa]s (?:\\d+|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|veinte)\\b|\\b(?:${number}) (?:out )?of (?:the |its |their )?(?:${number})\\b|\\d ?\\p{L}{1,4}(?:のうち|中の?| 중|가운데) ?(?:約|약)?\\d`,
  'iu',
)

/** Whether some, most or a share became all, most became few, or none became some. */
export function changesShare(ours: Told, theirs: Told): boolean {
  if (has('minority', theirs) && !has('majority', theirs) && has('majority', ours) && !has('minority', ours))
    return true
  if (has('majority', theirs) && !has('minority', theirs) && has('minority', ours) && !has('majority', ours))
    return true
  if (has('noneSource', theirs) && has('someSaid', ours) && !/没有|无一|并无|从未/u.test(ours.text)) return true
  const toldAsSome = /部分(?!地|钟)|一些|少数|个别|若干|有的|只有[一1]/u.test(ours.text)
  if (
    toldAsSome &&
    has('wholeSource', theirs) &&
    !has('partial', theirs) &&
    !has('allSaid', ours) &&
    !has('allWeak', ours)
  )
    return true
  if (has('partialSaid', ours)) return false
  const ofAll = has('allWeak', ours) || /全部|全都|悉数/u.test(ours.text)
  if (someOfThem.test(theirs.text) && ofAll && !/中|之一/u.test(ours.text)) return true
  if (!has('partial', theirs)) return false
  if (has('whole', theirs) && !has('partial', withoutWhole(theirs))) return false
  return (
    has('allSaid', ours) ||
    (has('allWeak', ours) && !has('whole', theirs) && !/[\d一二三四五六七八九十两]/u.test(ours.text))
  )
}

// "Nearly all" and "not all" are parts; a part beside another "all" says nothing.
function withoutWhole({ text, language }: Told): Told {
  return {
    text: /\b(?:nearly|almost|virtually|not) (?:all|every)|\ball but (?!the\b)|fast alle|alle bis auf|presque tou|casi tod|\btou\p{L}+ sauf|\btod[oa]s (?:menos|salvo)/iu.test(
      text,
    )
      ? text
      : '',
    language,
  }
}

import { isAnotherStory } from '../read/another-story.ts'
import { sentencesOf } from '../text/compare-texts.ts'
import { foldWords } from '../text/fold-words.ts'
import type { ArticleText, TextChange } from '../types.ts'

/** With this share of its sentences or less, a text is not there any more. */
export const hardlyAnything = 0.2
/** What is shorter than this share of a text did not take its place as a report. */
const fullReport = 0.5

/**
 * What a page shows in place of the text it had, where that is no edit: `part`, nothing but the beginning; `other-text`,
 * words that have nothing of the text and are much shorter, or shorter and silent about what the headline says. `null`:
 * the outlet tells its report, edited or written anew.
 *
 * No word of any language is asked: logins, faults and offers of apps that no list knows are told by what they lack (ADR 320).
 */
export function showsInstead(
  before: ArticleText,
  after: ArticleText,
  change: TextChange | null,
): 'part' | 'other-text' | null {
  if (change === null || sizeOf(after) >= sizeOf(before)) return null
  const isShort = sizeOf(after) < sizeOf(before) * fullReport
  if (isShort && isBeginningOf(before, after)) return 'part'
  if (change.kept > hardlyAnything) return null
  return isShort || isSilentOn(before, after) ? 'other-text' : null
}

function isBeginningOf(before: ArticleText, after: ArticleText): boolean {
  const all = sentencesOf(before).map(foldWords)
  const left = sentencesOf(after).map(foldWords)
  return left.length > 0 && left.every((sentence, at) => sentence === all[at])
}

/** Is the headline's matter nowhere in the text below it? The head of a page goes on describing the article. */
function isSilentOn({ headline, language }: ArticleText, after: ArticleText): boolean {
  const bare: ArticleText = { ...after, headline: '', otherHeadlines: [], standfirst: null, keywords: [] }
  return isAnotherStory({ title: headline, language }, bare)
}

/** Words and characters of a text. */
export function sizeOf({ length }: ArticleText): number {
  return length.words + length.characters
}

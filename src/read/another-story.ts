import { baseLanguage } from '../text/base-language.ts'
import { foldWords } from '../text/fold-words.ts'
import { isUnspaced, pairsOf, wordsIn } from '../text/words-and-pairs.ts'
import type { ArticleText, FeedItem } from '../types.ts'

const scripts = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Hangul', 'Han'].map(
  (name) => new RegExp(`\\p{Script=${name}}`, 'gu'),
)

/** Of a headline's own words, this many stand on the page of its article; on a page of "not found", the outlet's name at most. */
const leastShared = 0.25
const fewestWords = 2

/**
 * Whether a page's text has nothing to do with a headline: hardly one of its longer words stands anywhere in it.
 *
 * Outlets answer dead links with a page that says so, an offer or their newest story, and call it found (status 200). A
 * headline in another language or script than the text says nothing.
 *
 * @param least the share of the headline's words from which on the text is of that story
 */
export function isAnotherStory(
  told: Pick<FeedItem, 'title' | 'language'>,
  article: ArticleText,
  least = leastShared,
): boolean {
  const page = [article.headline, ...(article.otherHeadlines ?? []), article.standfirst ?? '', ...article.keywords]
  const text = [...page, ...article.passages.map((passage) => passage.text)].join('\n')
  if (isForeign(told, article)) return false
  return (shareOfTitle(told.title, text) ?? 1) < least
}

/** The share of a title's longer words that stand in a text; `null` where it has fewer than two, or is of another script. */
export function shareOfTitle(title: string, text: string): number | null {
  const folded = foldWords(text).toLowerCase()
  const words = wordsOf(title)
  if (words.length < fewestWords || scriptOf(title) !== scriptOf(folded)) return null
  return words.filter((word) => folded.includes(word)).length / words.length
}

function isForeign({ language }: Pick<FeedItem, 'language'>, article: ArticleText): boolean {
  return language !== null && article.language !== null && baseLanguage(language) !== baseLanguage(article.language)
}

/** Words of four letters or more by their beginnings, for a text may bend them; pairs of letters where no spaces are written. */
function wordsOf(title: string): string[] {
  const words = wordsIn(title).flatMap((word) => {
    if (isUnspaced(word)) return pairsOf(word).filter((pair) => [...pair].length > 1)
    return word.length < 4 ? [] : [word.slice(0, 6)]
  })
  return [...new Set(words)]
}

function scriptOf(text: string): number {
  const counts = scripts.map((script) => text.match(script)?.length ?? 0)
  return counts.indexOf(Math.max(...counts))
}

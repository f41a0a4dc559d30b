import { foldLetters, countDense } from '../text/letters.ts'
import { measureLength } from '../text/length.ts'
import type { ArticleText, Passage } from '../types.ts'

/** Up to here one sentence may well be a headline, though the text says no more: a flash of one line. */
const longestFlash = 110
const longestOpening = 100
/** The share of the text that a headline has to hold, or to be held in, for both to be one post. */
const same = 0.8

/**
 * A post of a microblog has no headline: its software gives the whole text in the place of one, or nothing. Then the
 * headline is the first words of the text, with dots where they are cut, and the text is a passage like any other, so that
 * rights to a headline give nobody the whole post. A title with no text beside it is a headline however long it is: not a
 * letter of it is lost.
 *
 * @param told the feed's own text, of which the body has nothing where it says no more than the headline
 */
export function titlePost(article: ArticleText, told = ''): ArticleText {
  const repeats = article.passages.length === 0 && isPost(article.headline, told)
  const passages: Passage[] = repeats ? [{ id: 'p1', kind: 'paragraph', text: article.headline }] : article.passages
  const text = passages.map((passage) => passage.text).join(' ')
  if (text === '' || !(article.headline === '' || isPost(article.headline, text))) return article
  const { otherHeadlines: _, ...rest } = article
  return {
    ...rest,
    headline: openingOf(passages[0]?.text ?? ''),
    passages,
    length: measureLength(passages.map((passage) => passage.text).join('\n')),
    notes: [...article.notes, 'headline is the beginning of the text: the outlet gives none'],
  }
}

/** Longer than a line of news: Han and kana say in one sign what takes three letters elsewhere. */
function isLong(text: string): boolean {
  const dense = countDense(text)
  return text.length + dense > longestFlash
}

function isPost(headline: string, text: string): boolean {
  if (!isLong(headline)) return false
  const [said, all] = [foldLetters(headline), foldLetters(text)]
  return (
    (said.includes(all) && all.length >= said.length * same * same) ||
    (all.startsWith(said) && said.length >= all.length * same)
  )
}

/** The first sentence, or as many words as a line holds and half of the text at most. */
function openingOf(text: string): string {
  const most = Math.min(longestOpening, Math.max(24, Math.floor(text.length / 2)))
  const sentence = /^.{12,}?(?:[.!?…](?=\s|$)|[。！？])["”’»」』)）]*/su.exec(text)?.[0]
  if (sentence !== undefined && sentence.length <= most) return sentence
  if (text.length <= most) return text
  const cut = text.slice(0, most).toWellFormed()
  const atWord = /\s/u.test(cut) ? cut.replace(/\s+\S*$/u, '') : cut
  return `${atWord.replace(/[\p{P}\s]+$/u, '')}…`
}

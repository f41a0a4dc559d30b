import { articleStyle } from './style/article.ts'
import { choicesStyle } from './style/choices.ts'
import { listsStyle } from './style/lists.ts'
import { mastheadStyle } from './style/masthead.ts'
import { overviewStyle } from './style/overview.ts'
import { pageStyle } from './style/page.ts'
import { printStyle } from './style/print.ts'
import { reviewStyle } from './style/review.ts'
import { textStyle } from './style/text.ts'
import { wideStyle } from './style/wide.ts'

/**
 * The look: paper and ink, serif, system fonts only. Vermilion (`--brush`) is used for our own hand and nothing else.
 * On a wide screen the card stands in the margin beside the text; on a narrow one above it. Later parts go over earlier ones.
 */
const parts = [
  pageStyle,
  choicesStyle,
  mastheadStyle,
  overviewStyle,
  listsStyle,
  articleStyle,
  reviewStyle,
  textStyle,
  wideStyle,
  printStyle,
]

/** The style sheet of every page, without what only its writers need. */
export const style = squeeze(parts.join('\n'))

/** Takes out comments, ends of lines and indents: a space inside a line may part two selectors, and stays. */
function squeeze(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//gu, '')
    .replace(/\n\s*/gu, '')
    .replace(/ \{/gu, '{')
    .replace(/;\}/gu, '}')
    .replace(/([{;][\w-]+): /gu, '$1:')
}

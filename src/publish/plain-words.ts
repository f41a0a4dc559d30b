import { chinese, type PageWords } from './words/chinese.ts'
import { english } from './words/english.ts'

/** The blurb of a list, feed or search result; what we wrote says by whom, because there no page stands around it. */
export function labelledBlurb(
  { blurb, blurbBy }: { blurb: string | null; blurbBy: string | null },
  language: 'zh-Hans' | 'en',
): string | null {
  return blurb === null ? null : writerOf({ blurbBy }, language) + blurb
}

/** What says that a blurb is ours and whether a machine wrote it; empty for the outlet's own words. */
export function writerOf({ blurbBy }: { blurbBy: string | null }, language: 'zh-Hans' | 'en'): string {
  if (blurbBy === null) return ''
  const words = wordsOf(language)
  return blurbBy === 'replay' ? words.byHand : words.byMachine
}

/** The words of the pages in a reader language. */
export function wordsOf(language: 'zh-Hans' | 'en'): PageWords {
  return language === 'en' ? english : chinese
}

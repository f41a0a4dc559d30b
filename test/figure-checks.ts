import { checkFigures } from '../src/review/figures/check-figures.ts'

/** What `checkFigures()` has against a claim in Chinese of an article published then: the names of its checks. */
export const figureChecks =
  (published: string | null) =>
  (claim: string, source: string, sourceLanguage = 'en'): string[] =>
    checkFigures(claim, { sources: [source], sourceLanguage, readerLanguage: 'zh-Hans', published, terms: [] }).map(
      ({ check }) => check,
    )

import type { Article, Figure, Language, Mention, ReadingCard } from '../../types.ts'
import { findDates } from './find-dates.ts'
import { findCardFigures } from './find-card-figures.ts'
import { findKeyPassages } from './key-passages.ts'
import { findOrganisations } from './find-organisations.ts'
import { findPlaces } from './find-places.ts'
import { findSpeakers } from './find-speakers.ts'
import { inPieces } from './in-pieces.ts'

/** Raised whenever a card of the same article would come out otherwise. */
export const cardRules = 8

/**
 * Compute the reading card of an article: who speaks, figures, places, dates, organisations, key passages.
 *
 * Nothing is generated: each entry carries evidence whose `text.slice(start, end)` of its passage is the quote.
 * What the rules are not sure of is left out, and so is what stands behind the first 200,000 characters. An article whose language is unknown is read by its script.
 */
export function makeCard(article: Article, readerLanguage: Language): ReadingCard {
  const language = knownLanguage(article)
  const { pieces: passages, inArticle } = inPieces(article.passages)
  const dates = findDates(passages, language, readerLanguage)
  const dated = dates.flatMap((date) => date.evidence)
  const running = passages.filter((passage) => passage.kind !== 'heading')
  const isDated = ({ evidence }: Figure): boolean =>
    dated.some((date) => date.passage === evidence.passage && date.start < evidence.end && evidence.start < date.end)
  const placed = (found: Mention[]): Mention[] =>
    found.map((mention) => ({ ...mention, evidence: mention.evidence.map(inArticle) }))
  return {
    articleId: article.id,
    revision: article.revision,
    rules: cardRules,
    speakers: findSpeakers(running, language).map((one) => ({ ...one, quotes: one.quotes.map(inArticle) })),
    figures: findCardFigures(passages, language)
      .filter((figure) => !isDated(figure))
      .map((figure) => ({ ...figure, evidence: inArticle(figure.evidence) })),
    places: placed(findPlaces(passages, language, readerLanguage)),
    dates: placed(dates),
    organisations: placed(findOrganisations(passages, language, readerLanguage)),
    keyPassages: findKeyPassages(passages, language).map(inArticle),
  }
}

// A wrong tag must not stop the card: Intl throws on tags it cannot read.
function knownLanguage(article: Article): Language {
  const said = article.language
  if (said) {
    try {
      return Intl.getCanonicalLocales(said)[0] ?? 'en'
    } catch {
      return byScript(article)
    }
  }
  return byScript(article)
}

function byScript(article: Article): Language {
  const sample = article.passages
    .map((passage) => passage.text)
    .join(' ')
    .slice(0, 2000)
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(sample)) return 'ja'
  if (/\p{Script=Hangul}{2}/u.test(sample)) return 'ko'
  if (/\p{Script=Han}{2}/u.test(sample)) return 'zh'
  if (/\p{Script=Cyrillic}{2}/u.test(sample)) return 'ru'
  return 'en'
}

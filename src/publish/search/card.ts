import { baseLanguage } from '../../text/base-language.ts'
import type { Source } from '../../types.ts'
import { writerOf } from '../plain-words.ts'
import type { Entry } from '../shelf.ts'
import type { Card } from './find.ts'
import { articleFolder } from '../addresses.ts'

/** What a result shows of an article. */
export function cardOf(
  entry: Entry,
  { source, language }: { source: Source | undefined; language: 'zh-Hans' | 'en' },
): Card {
  const outlet = source?.name ?? entry.sourceId
  return [
    articleFolder(entry),
    entry.headline,
    entry.sortedAt.slice(0, 10),
    outlet,
    entry.language ?? '',
    entry.week,
    entry.blurb ?? '',
    writerOf(entry, language),
    isForeign(entry, language) ? (entry.ownHeadline ?? '') : '',
  ]
}

function isForeign(entry: Entry, language: string): boolean {
  return baseLanguage(entry.language) !== baseLanguage(language)
}

/** The language that a reader chooses: British and American English are one, as in the lists. */
export function languageOf({ language }: Entry): string {
  return baseLanguage(language)
}

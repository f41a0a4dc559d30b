/** Lengths of a text by script, and the minutes that both need. */
export type Counted = { words: number; characters: number; minutes: number }

/** A script that takes less than this share of the reading (a name, some years) is no length of its own. */
const leastShare = 0.15

/** The counts worth a line. Speeds as in `text/length.ts`: 265 words and 500 characters a minute. */
export function worthCounting({ words, characters }: Counted): Pick<Counted, 'words' | 'characters'> {
  const share = words / 265 / (words / 265 + characters / 500 || 1)
  return { words: share < leastShare ? 0 : words, characters: 1 - share < leastShare ? 0 : characters }
}

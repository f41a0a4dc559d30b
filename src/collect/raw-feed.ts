import type { FeedItem, ParsedFeed } from '../types.ts'

/** An item as its format gives it, before identity and marks of edition are worked out. */
export type RawItem = Omit<FeedItem, 'key' | 'rawTitle' | 'edition'>
/** A feed as its format gives it. */
export type RawFeed = ParsedFeed['feed'] & { items: RawItem[] }

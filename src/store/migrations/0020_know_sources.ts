/**
 * Which source a feed belongs to, so that a source may be renamed and a feed may move to another one.
 *
 * - `source` of 0001: every source that was ever followed: its name, and since when it is followed no more
 * - `known_feed`: `name` is the feed's address without what does not tell feeds apart; `site` is what the feed calls its
 *   own site; `settings` a hash of the settings under which it was last asked
 * - `item.feed`: the `known_feed.name` that first showed the item; `NULL` for items of an older Waikan
 */
export const knowSources = {
  name: '0020_know_sources',
  sql: `
    CREATE TABLE known_feed (name TEXT PRIMARY KEY, source_id TEXT NOT NULL, site TEXT, settings TEXT) STRICT, WITHOUT ROWID;
    ALTER TABLE item ADD COLUMN feed TEXT;
  `,
}

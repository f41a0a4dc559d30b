/** The press itself: what was published is written once; what we did with it is kept apart. */
export const createPress = {
  name: '0001_create_press',
  sql: `
    CREATE TABLE source (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
    CREATE TABLE feed_state (feed_id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
    CREATE TABLE item (
      source_id TEXT NOT NULL, key TEXT NOT NULL, first_seen_at TEXT NOT NULL, seen_hash TEXT NOT NULL,
      data TEXT NOT NULL, PRIMARY KEY (source_id, key)) STRICT;
    CREATE TABLE item_progress (
      source_id TEXT NOT NULL, key TEXT NOT NULL, read_hash TEXT, article_id TEXT, failure TEXT, tries INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (source_id, key)) STRICT;
    CREATE TABLE article (
      id TEXT NOT NULL, revision INTEGER NOT NULL, source_id TEXT NOT NULL, item_key TEXT NOT NULL, sorted_at TEXT NOT NULL,
      text_hash TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (id, revision)) STRICT;
    CREATE INDEX article_item ON article (source_id, item_key);
    CREATE TABLE card (article_id TEXT NOT NULL, revision INTEGER NOT NULL, language TEXT NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (article_id, revision, language)) STRICT;
    CREATE TABLE review (article_id TEXT NOT NULL, revision INTEGER NOT NULL, model TEXT NOT NULL, prompt_version TEXT NOT NULL,
      data TEXT NOT NULL, PRIMARY KEY (article_id, revision, model, prompt_version)) STRICT;
    CREATE TABLE outlet_lines (source_id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
  `,
}

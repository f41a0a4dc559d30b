/** `publish_embargo`: articles that may not be shown yet, and from when on they may. */
export const keepEmbargo = {
  name: '0014_keep_embargo',
  sql: `
    CREATE TABLE publish_embargo (article_id TEXT PRIMARY KEY, opens_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX publish_embargo_end ON publish_embargo (opens_at);
  `,
}

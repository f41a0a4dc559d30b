/** `parallel`: an article revision in the reader's language, passage by passage, written once. */
export const addParallel = {
  name: '0030_add_parallel',
  sql: `
    CREATE TABLE parallel (
      article_id TEXT NOT NULL, revision INTEGER NOT NULL, model TEXT NOT NULL, language TEXT NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (article_id, revision, model, language)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER parallel_dirty AFTER INSERT ON parallel WHEN NEW.article_id NOT IN (SELECT article_id FROM publish_dirty)
      BEGIN INSERT INTO publish_dirty VALUES (NEW.article_id); END;
  `,
}

/**
 * What publishing remembers. Triggers write the journal in the same transaction as the article, card or review, so no
 * caller can forget it and a crash cannot come between.
 *
 * - `publish_dirty`: articles whose files may be out of date
 * - `publish_entry`: each article once published: what a list shows of it, its slug, when its text expires
 * - `publish_slug`: every slug that was ever public, so that an old address keeps leading somewhere
 * - `publish_member`: lists; a position is given once, counted from the oldest, and never to another article
 * - `publish_file`: the manifest: path, hash of the bytes, when it was last written
 * - `publish_work`: what the run under way has still to write; empty after a run that came to its end
 * - `publish_note`: single facts, as the version of the templates
 * - `withdrawal`: articles an editor took back from the public
 */
export const addPublishing = {
  name: '0002_add_publishing',
  sql: `
    CREATE TABLE publish_dirty (article_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE publish_entry (
      article_id TEXT PRIMARY KEY, slug TEXT NOT NULL, state TEXT NOT NULL, sorted_at TEXT NOT NULL, expires_at TEXT,
      changed_at TEXT NOT NULL, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX publish_entry_expiry ON publish_entry (expires_at) WHERE expires_at IS NOT NULL;
    CREATE TABLE publish_slug (article_id TEXT NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (article_id, slug)) STRICT, WITHOUT ROWID;
    CREATE TABLE publish_member (
      list TEXT NOT NULL, position INTEGER NOT NULL, article_id TEXT NOT NULL, shown INTEGER NOT NULL,
      PRIMARY KEY (list, position)) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX publish_member_article ON publish_member (article_id, list);
    CREATE TABLE publish_file (path TEXT PRIMARY KEY, hash TEXT NOT NULL, written_at TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX publish_file_written ON publish_file (written_at);
    CREATE TABLE publish_work (
      step INTEGER NOT NULL, rank TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (step, rank, key)) STRICT, WITHOUT ROWID;
    CREATE TABLE publish_note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE withdrawal (article_id TEXT PRIMARY KEY, at TEXT NOT NULL, reason TEXT) STRICT, WITHOUT ROWID;
    INSERT OR IGNORE INTO publish_dirty SELECT DISTINCT id FROM article;
    CREATE TRIGGER article_dirty AFTER INSERT ON article BEGIN INSERT OR IGNORE INTO publish_dirty VALUES (NEW.id); END;
    CREATE TRIGGER card_dirty AFTER INSERT ON card BEGIN INSERT OR IGNORE INTO publish_dirty VALUES (NEW.article_id); END;
    CREATE TRIGGER card_changed AFTER UPDATE ON card WHEN OLD.data <> NEW.data
      BEGIN INSERT OR IGNORE INTO publish_dirty VALUES (NEW.article_id); END;
    CREATE TRIGGER review_dirty AFTER INSERT ON review BEGIN INSERT OR IGNORE INTO publish_dirty VALUES (NEW.article_id); END;
    CREATE TRIGGER withdrawal_dirty AFTER INSERT ON withdrawal
      BEGIN INSERT OR IGNORE INTO publish_dirty VALUES (NEW.article_id); END;
    CREATE TRIGGER withdrawal_undone AFTER DELETE ON withdrawal
      BEGIN INSERT OR IGNORE INTO publish_dirty VALUES (OLD.article_id); END;
  `,
}

/**
 * What becomes of an article after it was read.
 *
 * - `follow`: when its page is looked at next (`null`: no more), and since when the outlet answers that it is gone
 * - `revision_change`: what the outlet changed to make a revision, sentence by sentence; written once
 *
 * Triggers put an article on the journal of publishing when its page says something new about either. They look
 * first: the conflict clause of the statement that fires a trigger overrides an `OR IGNORE` inside it, and an upsert
 * then fails on an article that is on the journal already. `card_changed` of 0002 had that fault and is made anew.
 */
export const addFollow = {
  name: '0006_add_follow',
  sql: `
    CREATE TABLE follow (article_id TEXT PRIMARY KEY, next_at TEXT, gone_at TEXT, data TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX follow_due ON follow (next_at) WHERE next_at IS NOT NULL;
    CREATE TABLE revision_change (article_id TEXT NOT NULL, revision INTEGER NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (article_id, revision)) STRICT, WITHOUT ROWID;
    CREATE TRIGGER follow_gone AFTER UPDATE OF gone_at ON follow
      WHEN OLD.gone_at IS NOT NEW.gone_at AND NEW.article_id NOT IN (SELECT article_id FROM publish_dirty)
      BEGIN INSERT INTO publish_dirty VALUES (NEW.article_id); END;
    CREATE TRIGGER revision_change_dirty AFTER INSERT ON revision_change
      WHEN NEW.article_id NOT IN (SELECT article_id FROM publish_dirty)
      BEGIN INSERT INTO publish_dirty VALUES (NEW.article_id); END;
    DROP TRIGGER card_changed;
    CREATE TRIGGER card_changed AFTER UPDATE ON card
      WHEN OLD.data <> NEW.data AND NEW.article_id NOT IN (SELECT article_id FROM publish_dirty)
      BEGIN INSERT INTO publish_dirty VALUES (NEW.article_id); END;
  `,
}

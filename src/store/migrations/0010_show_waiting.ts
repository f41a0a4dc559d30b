/** A page says why its review is not there yet: it is made anew when that changes. */
export const showWaiting = {
  name: '0010_show_waiting',
  sql: `
    CREATE TRIGGER review_waits AFTER INSERT ON review_progress
      WHEN NEW.article_id NOT IN (SELECT article_id FROM publish_dirty)
      BEGIN INSERT INTO publish_dirty VALUES (NEW.article_id); END;
    CREATE TRIGGER review_waits_otherwise AFTER UPDATE OF state ON review_progress
      WHEN OLD.state <> NEW.state AND NEW.article_id NOT IN (SELECT article_id FROM publish_dirty)
      BEGIN INSERT INTO publish_dirty VALUES (NEW.article_id); END;
    CREATE TRIGGER review_waits_no_more AFTER DELETE ON review_progress
      WHEN OLD.article_id NOT IN (SELECT article_id FROM publish_dirty)
      BEGIN INSERT INTO publish_dirty VALUES (OLD.article_id); END;
  `,
}

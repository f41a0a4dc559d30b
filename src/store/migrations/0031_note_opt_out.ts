/** `opt_out`: articles whose outlet said after they were read that no machine may use them, in its own words. */
export const noteOptOut = {
  name: '0031_note_opt_out',
  sql: `CREATE TABLE opt_out (article_id TEXT PRIMARY KEY, words TEXT NOT NULL, seen_at TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
}

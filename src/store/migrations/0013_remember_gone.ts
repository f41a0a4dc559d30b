/** `publish_gone`: files that were taken away and when, so that an upload can take them away too. */
export const rememberGone = {
  name: '0013_remember_gone',
  sql: `CREATE TABLE publish_gone (path TEXT PRIMARY KEY, gone_at TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
}

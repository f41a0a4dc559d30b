/**
 * What the rhythm monitor learns from and what it found.
 *
 * - `reading`: what the first reading of each item showed, the last 150 of a source
 * - `alarm`: what is not as usual about a source; a row goes when it is over
 */
export const addMonitor = {
  name: '0007_add_monitor',
  sql: `
    CREATE TABLE reading (source_id TEXT NOT NULL, at TEXT NOT NULL, item_key TEXT NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (source_id, at, item_key)) STRICT, WITHOUT ROWID;
    CREATE TABLE alarm (source_id TEXT NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (source_id, kind)) STRICT, WITHOUT ROWID;
  `,
}

/**
 * `item_name`: every guid and address under which an item of a source was ever known, its article's own address included.
 * What is there gets the names that SQL can tell: its key, its guid, and its address without scheme and last slash.
 */
export const nameItems = {
  name: '0021_name_items',
  sql: `
    CREATE TABLE item_name (source_id TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
      PRIMARY KEY (source_id, name, key)) STRICT, WITHOUT ROWID;
    CREATE INDEX item_name_key ON item_name (source_id, key);
    INSERT OR IGNORE INTO item_name SELECT source_id, key, key FROM item;
    INSERT OR IGNORE INTO item_name SELECT source_id, data ->> '$.guid', key FROM item
      WHERE data ->> '$.guid' IS NOT NULL AND data ->> '$.guid' NOT LIKE 'http%';
    INSERT OR IGNORE INTO item_name
      SELECT source_id, '//' || rtrim(substr(data ->> '$.url', instr(data ->> '$.url', '://') + 3), '/'), key FROM item
      WHERE data ->> '$.url' LIKE 'http%://%/_%';
  `,
}

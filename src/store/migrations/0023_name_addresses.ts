const bare = (column: string): string =>
  `rtrim(replace(substr(${column}, instr(${column}, '://') + 1), '//www.', '//'), '/')`

/**
 * Names of items stored before there were any, as far as SQL can tell a canonical address: from keys that are addresses, and
 * from addresses whose query begins with tracking. `www.` is no part of a name.
 */
export const nameAddresses = {
  name: '0023_name_addresses',
  sql: `
    INSERT OR IGNORE INTO item_name SELECT source_id, ${bare('key')}, key FROM item WHERE key LIKE 'http%://%/_%';
    INSERT OR IGNORE INTO item_name
      SELECT source_id, ${bare("substr(data ->> '$.url', 1, instr(data ->> '$.url', '?utm_') - 1)")}, key FROM item
      WHERE data ->> '$.url' LIKE 'http%://%/_%?utm@_%' ESCAPE '@';
  `,
}

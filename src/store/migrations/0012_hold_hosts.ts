/** Hosts that asked to be left alone, and until when, in milliseconds since 1970. */
export const holdHosts = {
  name: '0012_hold_hosts',
  sql: 'CREATE TABLE host_hold (host TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT, WITHOUT ROWID;',
}

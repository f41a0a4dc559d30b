/**
 * What sites said in `/robots.txt` and `/.well-known/tdmrep.json`, to be believed until then (milliseconds since 1970), for each
 * set of private hosts that a request may reach. `bytes`: what of the bound an entry takes.
 */
export const keepRobots = {
  name: '0345_keep_robots',
  sql: `
    CREATE TABLE site_file (
      reach TEXT NOT NULL, url TEXT NOT NULL, until INTEGER NOT NULL, bytes INTEGER NOT NULL, data TEXT NOT NULL,
      PRIMARY KEY (reach, url)
    ) STRICT;
    CREATE INDEX site_file_until ON site_file (until);
  `,
}

/** `article_body`: hash of the text alone, without headline, of each revision: two items that lead to one page have the same. */
export const knowBodies = {
  name: '0022_know_bodies',
  sql: `
    CREATE TABLE article_body (hash TEXT NOT NULL, article_id TEXT NOT NULL, PRIMARY KEY (hash, article_id)) STRICT, WITHOUT ROWID;
    CREATE INDEX item_name_name ON item_name (name);
  `,
}

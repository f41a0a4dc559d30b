/**
 * What models answered and what it cost, and how far each review is.
 *
 * - `model_call`: every answered question once, by hash of model, prompt and material: never asked or paid again
 * - `review_progress`: why an article revision has no review yet; a row goes when its review is there
 */
export const addLedger = {
  name: '0005_add_ledger',
  sql: `
    CREATE TABLE model_call (
      hash TEXT PRIMARY KEY, article_id TEXT NOT NULL, revision INTEGER NOT NULL, source_id TEXT NOT NULL, model TEXT NOT NULL,
      prompt_version TEXT NOT NULL, asked_at TEXT NOT NULL, input_tokens INTEGER, output_tokens INTEGER, price REAL NOT NULL,
      complete INTEGER NOT NULL, reply TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE INDEX model_call_day ON model_call (asked_at);
    CREATE TABLE review_progress (
      article_id TEXT NOT NULL, revision INTEGER NOT NULL, model TEXT NOT NULL, state TEXT NOT NULL, message TEXT NOT NULL,
      at TEXT NOT NULL, PRIMARY KEY (article_id, revision, model)) STRICT, WITHOUT ROWID;
  `,
}

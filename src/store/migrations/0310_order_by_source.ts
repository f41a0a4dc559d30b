/** Items and articles of a source by age: the newest few are asked for at each reading, of any number. */
export const orderBySource = {
  name: '0310_order_by_source',
  sql: `
    CREATE INDEX item_seen ON item (source_id, first_seen_at);
    CREATE INDEX article_source ON article (source_id, id);
  `,
}

/**
 * `publish_search`: the words of what is public, for a site that is served. The row of an article is its position in the
 * home list, so that falling rows are the newest first. No text is kept, only where words stand; `facts` holds what a
 * search may be narrowed to. Filled by publishing, in the transaction that settles an article.
 */
export const addSearch = {
  name: '0015_add_search',
  sql: `CREATE VIRTUAL TABLE publish_search USING fts5(
      headline, text, facts, content = '', contentless_delete = 1,
      tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* M* Co'");`,
}

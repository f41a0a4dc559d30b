import { expect, test } from 'vitest'
import { article, now, site, source } from '../../test/small-press.ts'
import { notesOnKind } from '../read/metadata/kind-of-report.ts'
import { makeEntry } from './make-entry.ts'
import { renderList } from './pages/list.tsx'
import { renderArticle } from './render-article.tsx'
import { limitToRights } from './rights.ts'

function printableOf(notes: string[]): ReturnType<typeof limitToRights> {
  const nothing = { card: null, review: null, parallel: null, waiting: null, earlierReview: null, earlier: [] }
  const publication = { article: article(1, { notes }), ...nothing, revisions: [], gone: null, withdrawnAt: null }
  return limitToRights(publication as Parameters<typeof limitToRights>[0], source('north'), now)
}

test.each([
  ['SatiricalArticle', 'satire', '报刊标明：讽刺作品'],
  ['AdvertiserContentArticle', 'advertising', '报刊标明：广告'],
])('an article that its outlet calls %s says so on its page and in lists', (type, kind, label) => {
  const printable = printableOf(notesOnKind({ types: [type], labels: [], text: [] }))
  const entry = makeEntry(printable)
  expect(entry.kind).toBe(kind)
  expect(renderArticle(printable, { entry, source: source('north'), site })).toContain(label)
  const front = { list: 'm/2026-10', page: null, older: null, newer: null, hasFeed: false, overview: null }
  expect(renderList({ ...front, site, sources: new Map(), entries: [entry] })).toContain(label)
})

test('an article without such a label has no kind in its data', () => {
  expect(Object.keys(makeEntry(printableOf(['headline is the beginning of the text'])))).not.toContain('kind')
})

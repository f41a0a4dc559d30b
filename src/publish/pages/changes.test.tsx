import { expect, test } from 'vitest'
import type { Article } from '../../types.ts'
import type { History } from '../history.ts'
import { Changes, Corrections, VanishedNotice } from './changes.tsx'

const article = { language: 'en', readAt: '2026-11-23T08:10:00Z' } as Article
const quiet: History = {
  headlines: [{ text: 'Old bridge closes', from: '2026-11-23T08:10:00Z' }],
  revisions: [],
  gone: null,
  underCorrection: [],
  corrected: [],
}
const revision: History['revisions'][number] = {
  seenAt: '2026-11-23T09:10:00Z',
  kind: 'edited',
  sentences: [{ before: 'Five people were hurt.', after: 'Six people were hurt.' }],
  counts: { changed: 1, added: 0, removed: 0 },
}

function print(history: Partial<History>, language: 'zh-Hans' | 'en' = 'en') {
  const all = { ...quiet, ...history }
  return {
    changes: String(<Changes history={all} article={article} language={language} />),
    notice: String(<VanishedNotice history={all} article={article} language={language} />),
    corrections: String(<Corrections history={all} language={language} />),
  }
}

test('an article that never changed shows nothing', () => {
  expect(print({})).toEqual({ changes: '', notice: '', corrections: '' })
})

test('Changes() marks the words that changed', () => {
  expect(print({ revisions: [revision] }).changes).toContain('<del>Five</del><ins>Six</ins> people were hurt.')
})

test('Changes() marks words of Chinese', () => {
  const zh = { ...revision, sentences: [{ before: '旧桥周一关闭。', after: '旧桥周二关闭。' }] }
  const html = String(
    <Changes history={{ ...quiet, revisions: [zh] }} article={{ ...article, language: 'zh' }} language="zh-Hans" />,
  )
  expect(html).toContain('旧桥<del>周一</del><ins>周二</ins>关闭。')
})

test('Changes() lists the headlines with their days', () => {
  const headlines = [...quiet.headlines, { text: 'Old <b>bridge</b> stays', from: '2026-11-24T08:10:00Z' }]
  const { changes } = print({ headlines })
  expect(changes).toContain('Old bridge closes')
  expect(changes).toContain('Old &lt;b&gt;bridge&lt;/b&gt; stays')
})

test('Changes() tells two headlines of one day apart by their hour', () => {
  const headlines = [...quiet.headlines, { text: 'Old bridge stays', from: '2026-11-23T17:45:00Z' }]
  const { changes } = print({ headlines })
  expect(changes).toContain('November 23, 2026 08:10 UTC</time>')
  expect(changes).toContain('November 23, 2026 17:45 UTC</time>')
})

test('Changes() does not call it an edit when more of the text could be read', () => {
  const { changes } = print({ revisions: [{ ...revision, kind: 'completed', sentences: [] }] })
  expect(changes).toContain('More of the text could be read')
  expect(changes).not.toContain('The outlet changed')
})

test('Changes() says that the outlet took its report back, and shows its notice', () => {
  const sentences = [{ before: null, after: 'This article has been withdrawn.' }]
  const { changes } = print({ revisions: [{ ...revision, kind: 'retracted', sentences }] })
  expect(changes).toContain('The outlet took this report back')
  expect(changes).toContain('<ins>This article has been withdrawn.</ins>')
})

test('VanishedNotice() says how and since when', () => {
  const { notice } = print({ gone: { at: '2026-11-24T10:00:00Z', status: 404 } })
  expect(notice).toContain('its server answers 404')
  expect(notice).toContain('kept from the page of')
})

test.each([
  ['wall', 'en', 'a login, a payment or a check'],
  ['part', 'en', 'only a part of this text'],
  ['cut', 'en', 'only a part of this text'],
  ['other-text', 'en', 'another text'],
  ['wall', 'zh-Hans', '须登录、付费或通过验证'],
  ['other-text', 'zh-Hans', '别的文字'],
] as const)('VanishedNotice() says what the page shows now: %s, %s', (nowShows, language, said) => {
  expect(print({ nowShows }, language).notice).toContain(said)
})

test('VanishedNotice() says nothing of a fault, which passes, nor twice of a page that is gone', () => {
  expect(print({ nowShows: 'not-text' }).notice).toBe('')
  const gone = { at: '2026-11-24T10:00:00Z', status: 404 }
  expect(print({ nowShows: 'wall', gone }).notice).not.toContain('login')
})

test('Corrections() shows sentences under correction, then what was corrected', () => {
  const claim = { id: 'c1', text: '五人受伤。' } as History['underCorrection'][number]
  const pending = print({ underCorrection: [claim] }, 'zh-Hans').corrections
  expect(pending).toContain('更正中')
  expect(pending).toContain('<s>五人受伤。</s>')
  expect(print({ corrected: ['五人受伤。'] }, 'zh-Hans').corrections).toContain('已更正')
})

test('Changes() tells two headlines of one minute apart by their seconds, and says which one stands', () => {
  const headlines = [...quiet.headlines, { text: 'Old bridge stays', from: '2026-11-23T08:10:42Z' }]
  const { changes } = print({ headlines })
  expect(changes).toContain('08:10:00 UTC</time> <span lang="en">Old bridge closes</span></li>')
  expect(changes).toContain(
    '08:10:42 UTC</time> <span lang="en">Old bridge stays</span><span class="state">now</span></li>',
  )
})

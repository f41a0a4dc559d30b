import { expect, test } from 'vitest'
import type { ArticleText } from '../types.ts'
import { isAnotherStory } from './another-story.ts'

const gone = {
  headline: 'We could not find that page',
  standfirst: null,
  keywords: [],
  language: 'en',
  passages: [
    {
      id: 'p1',
      kind: 'paragraph',
      text: 'It may have moved, or the address was typed wrongly. The Saltmere Courier is sorry.',
    },
    { id: 'p2', kind: 'paragraph', text: 'Why not look at our front page, or read what others read today?' },
  ],
} as unknown as ArticleText
const fire = {
  ...gone,
  headline: 'What we know of the blaze in the old town',
  passages: [
    {
      id: 'p1',
      kind: 'paragraph',
      text: 'The market hall of Saltmere burnt down on Monday night; two fires were put out.',
    },
  ],
} as unknown as ArticleText
const told = (title: string, language: string | null = 'en') => ({ title, language })

test.each([
  ['a page that says it found nothing', told('Fire destroys the market hall in Saltmere'), gone, true],
  ['the article under another headline', told('Fire destroys the market hall in Saltmere'), fire, false],
  ['a headline of one long word', told('Fire!'), gone, false],
  ['a headline of another language', told('Feuer zerstört die Markthalle', 'de'), fire, false],
  ['a headline of another script', told('索尔特米尔市场大厅毁于大火', null), fire, false],
])('isAnotherStory() tells %s', (_, ...[item, page, is]) => {
  expect(isAnotherStory(item, page)).toBe(is)
})

test('isAnotherStory() compares scripts without spaces by pairs of letters', () => {
  const page = (text: string) =>
    ({
      ...gone,
      headline: '页面不存在',
      language: 'zh',
      passages: [{ id: 'p1', kind: 'paragraph', text }],
    }) as ArticleText
  expect(isAnotherStory(told('市场大厅毁于周一大火', 'zh'), page('您访问的页面已被删除，请返回首页。'))).toBe(true)
  expect(isAnotherStory(told('市场大厅毁于周一大火', 'zh'), page('周一夜里，老城的市场起火，大厅烧毁。'))).toBe(false)
})

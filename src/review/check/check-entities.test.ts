import { expect, test } from 'vitest'
import { checkEntities } from './check-entities.ts'

function found(text: string, source: string, sourceLanguage: string): string[] {
  const statement = {
    text,
    kind: 'fact',
    evidence: [],
    passages: [{ id: 'p1', text: source }],
    headline: '',
    terms: [],
  }
  return checkEntities({ ...statement, sourceLanguage, readerLanguage: 'zh-Hans', published: null }).map(
    ({ message }) => message,
  )
}

test('checkEntities() takes a dynasty, a peninsula and a war for no country of today', () => {
  const source = '조선 후기 화가의 그림이 팔렸다.'
  expect(found('一幅朝鲜王朝后期的画售出。', source, 'ko')).toEqual([])
  expect(found('一幅画在朝鲜售出。', source, 'ko')).toEqual(['"朝鲜" is nowhere in the article'])
})

test.each([
  ['屏風は海外の美術館から借りる。', ['entity_added']],
  ['屏風は米美術館から借りる。', []],
  ['訪米した館長が借りた。', []],
  ['玄米と白米を展示する。', ['entity_added']],
])('a sign that may stand for a country does so beside its like: %s', (text, checks) => {
  const statement = {
    text: '屏风借自美国。', kind: 'fact' as const, evidence: [], passages: [{ id: 'p1', text }], headline: '',
    sourceLanguage: 'ja', readerLanguage: 'zh', published: null, terms: [],
  } // prettier-ignore
  expect(checkEntities(statement).map(({ check }) => check)).toEqual(checks)
})

test('a word is no place that its signs begin with, and one sign of a pair is a city', () => {
  expect(found('馆内的马赛克已修复。', 'The mosaic in the museum was restored.', 'en')).toEqual([])
  expect(found('北京时间上午9时投票结束。', 'Polls close at 0100 GMT.', 'en')).toEqual([])
  expect(found('北京至上海的高铁将扩建。', '京沪高铁将扩建。', 'zh')).toEqual([])
  expect(found('尼日尔农民获奖。', 'Nigerian farmers won.', 'en')).toEqual(['"尼日尔" is nowhere in the article'])
  expect(found('日美英三国会谈。', '日米韓の3カ国が会談した。', 'ja')).toEqual([
    '"英" of "日美英" is nowhere in the article',
  ])
})

test('a city is told by the name of its people', () => {
  expect(found('潜水员打捞出一艘古罗马商船。', 'Divers raised a Roman merchant ship.', 'en')).toEqual([])
  expect(found('乐团演奏了一支维也纳圆舞曲。', 'The orchestra played a Viennese waltz.', 'en')).toEqual([])
  expect(found('一位慕尼黑面包师获奖。', 'Ein Münchner Bäcker wurde geehrt.', 'de')).toEqual([])
  expect(found('一艘罗马尼亚商船。', 'Divers raised a Roman merchant ship.', 'en')).toHaveLength(1)
  expect(found('一位罗马面包师获奖。', 'A Romanian baker was honoured.', 'en')).toHaveLength(1)
  expect(found('一位罗马面包师获奖。', 'A Viennese baker was honoured.', 'en')).toHaveLength(1)
})

test('a country in the name of its money is no place', () => {
  expect(found('利润为31亿瑞典克朗。', 'Profit was 3.1 billion kronor.', 'en')).toEqual([])
  expect(found('利润来自瑞典。', 'Profit was 3.1 billion kronor.', 'en')).toEqual(['"瑞典" is nowhere in the article'])
})

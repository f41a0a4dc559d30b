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

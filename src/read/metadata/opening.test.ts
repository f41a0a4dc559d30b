import { expect, test } from 'vitest'
import { readOpening } from './opening.ts'

test.each([
  ['SALTMERE, March 5 (Reuters) - The harbour board decided.', 'SALTMERE, March 5 (Reuters)', 'Reuters', []],
  ['Saltmar (dpa/lno) – Der Hafenrat hat beschlossen.', 'Saltmar (dpa/lno)', 'dpa', []],
  ['САЛЬТМАР, 5 марта. /ТАСС/. Совет порта решил.', 'САЛЬТМАР, 5 марта. /ТАСС/', 'ТАСС', []],
  ['SALTMERE, Coastland — The harbour board decided.', 'SALTMERE, Coastland', null, []],
  ['新华社海港3月5日电（记者李明、王芳）港务委员会决定。', '新华社海港3月5日电', '新华社', ['李明', '王芳']],
  ['本报讯（记者 李明）港务委员会决定。', null, null, ['李明']],
  ['〔記者林佩蓉、王波／霧台報導〕吊橋恢復通行。', null, null, ['林佩蓉', '王波']],
  ['記者陳美秀／綜合報導', null, null, ['陳美秀']],
  ['(항구=연합뉴스) 김하늘 기자 = 항만위원회는 결정했다.', '항구=연합뉴스', '연합뉴스', ['김하늘']],
  ['[항구일보 = 김하늘 기자] 항만위원회는 결정했다.', null, null, ['김하늘']],
  ['【ロンドン＝佐藤美咲】港湾委員会は決めた。', 'ロンドン', null, ['佐藤美咲']],
  ['【ロンドン共同】港湾委員会は決めた。', 'ロンドン共同', '共同', []],
])('readOpening() reads %s', (text, ...said) => {
  const { dateline, agency, people } = readOpening([text, 'More.'])
  expect([dateline, agency, people]).toEqual(said)
})

test('readOpening() takes no words in brackets and no label in capitals for a dateline', () => {
  const none = { dateline: null, agency: null, people: [] }
  expect(readOpening(['The crane (left) - it is old - falls.'])).toEqual(none)
  expect(readOpening(['BREAKING — The quay closes.'])).toEqual(none)
  expect(readOpening(['记者从市政府获悉，码头将关闭。'])).toEqual(none)
})

test('readOpening() reads the name that ends a Japanese text', () => {
  expect(readOpening(['港湾委員会は決めた。', '費用は語らなかった。【佐藤美咲】']).people).toEqual(['佐藤美咲'])
})

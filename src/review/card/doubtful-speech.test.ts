import { expect, test } from 'vitest'
import { findSpeakers } from './find-speakers.ts'

const speakers = (language: string, text: string): (string | null)[] =>
  findSpeakers([{ id: 'p1', kind: 'paragraph', text }], language).map(({ name }) => name)

test.each([
  ['de', 'Nicht Ross, sondern Weber sagte: „Wir bauen die Mühle wieder auf.“'],
  ['de', 'Statt Anna Ross sagte Peter Hahn: „Wir bauen die Mühle wieder auf.“'],
  ['de', '„Wir bauen die Mühle wieder auf“, sagte angeblich Anna Ross.'],
  ['ru', '«Мы восстановим мельницу», сказал адвокат Анны Росс.'],
  ['ja', '田中一郎さんは「水車を建て直す」と話したとされる。'],
  ['zh', '网传视频中，李明说：“我们要重建水车。”该视频系伪造。'],
  ['es', 'En un vídeo falso, Ana Ross dice: «Reconstruiremos el molino».'],
  ['ko', '김나루 의원이 방앗간을 칭찬한 데 대해 "우리가 다시 짓겠다는 뜻은 변함이 없다"고 말했다.'],
  ['ko', '이나루·박새벽 최고위원은 "우리가 다시 짓겠다는 뜻은 변함이 없다"고 말했다.'],
  ['en', '“We will rebuild the mill,” said Ross Street resident Peter Hahn.'],
  ['en', 'In a fake video, Peter Hahn said: “We will rebuild the mill.”'],
])('findSpeakers() names nobody where the text doubts who spoke, or names another: %s %s', (language, text) => {
  expect(speakers(language, text)).toEqual([null])
})

test('findSpeakers() lists no words that the text says were never spoken', () => {
  expect(speakers('ja', '田中一郎さんは「水車を建て直す」とは言っていない。')).toEqual([])
})

test.each([
  ['en', 'Nobody believed in a fake video. “We will rebuild the mill,” Peter Hahn said on Monday.', 'Peter Hahn'],
  ['de', '„Wir bauen die Mühle wieder auf“, sagte Anna Ross.', 'Anna Ross'],
  ['ja', '田中一郎さんは「水車を建て直す」と話した。', '田中一郎'],
  ['ko', '김나루 의원은 "우리가 다시 짓겠다는 뜻은 변함이 없다"고 말했다.', '김나루'],
])('findSpeakers() still names who spoke beside another sentence of doubt: %s %s', (language, text, name) => {
  expect(speakers(language, text)).toEqual([name])
})

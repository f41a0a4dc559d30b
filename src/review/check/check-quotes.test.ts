import { expect, test } from 'vitest'
import { checkQuotes } from './check-quotes.ts'
import { quotedSpans } from './quoted-spans.ts'

const english =
  'Pilot Nora Brackwell said the beacon had failed twice. “We flew by the moon,” she added. The “moon tax” angers crews.'

type Told = { text: string; source: string; quote: string | null; language?: string }

function checks({ text, source, quote, language = 'en' }: Told): string[] {
  return checkQuotes(
    {
      text,
      kind: 'quote',
      evidence: [{ passage: 'p1', quote }],
      passages: [{ id: 'p1', text: source }],
      headline: '',
      sourceLanguage: language,
      readerLanguage: 'zh-Hans',
      published: null,
      terms: [],
    },
    [source],
  ).map(({ check }) => check)
}

test.each([
  ['她补充说：“我们是靠月光飞的。”', english, '“We flew by the moon,” she added.', 'en'],
  ['她补充说：“我们是靠月光飞的。”', english, 'We flew by the moon', 'en'],
  ['飞行员说，信标坏了两次。', english, 'Pilot Nora Brackwell said the beacon had failed twice.', 'en'],
  ['机组对“月亮税”不满。', english, 'The “moon tax” angers crews.', 'en'],
  ['她说：“这笔钱不够用。”', "'It is not enough,' she said.", "'It is not enough,' she said.", 'en'],
  ['她说：“我们从头再来。”', '„Wir fangen neu an“, sagte sie.', '„Wir fangen neu an“, sagte sie.', 'de'],
  ['厂长说：“我们明天开工。”', '厂长说：“我们明天开工，不等批文。”', '我们明天开工', 'zh'],
])('checkQuotes() lets pass speech that the cited sentence quotes: %s', (...[text, source, quote, language]) => {
  expect(checks({ text, source, quote, language })).toEqual([])
})

test.each([
  ['飞行员说：“信标已经坏了两次。”', english, 'Pilot Nora Brackwell said the beacon had failed twice.', 'en'],
  [
    '机组说：“这种税让我们这些夜里还要飞行的人非常愤怒，我们绝不接受。”',
    'The “tax” angers crews.',
    'The “tax” angers crews.',
    'en',
  ],
  [
    '市长保证：“桥三月就会开放。”',
    'Der Bürgermeister sagte, die Brücke öffne im März.',
    'die Brücke öffne im März',
    'de',
  ],
  ['“没有人通知过我们村。”一名居民说。', "Selon un habitant, personne n'avait prévenu.", null, 'fr'],
  [
    '町长说：“预算里不会列入这笔费用。”',
    '町長は「結果は重い」と話し、来年度予算への計上を見送る考えを示した。',
    '来年度予算への計上を見送る考え',
    'ja',
  ],
  ['知事说：“下个月公布结果。”', '知事は来月に結果を公表すると述べた。', '来月に結果を公表する', 'ja'],
])('checkQuotes() finds reported speech made direct: %s', (...[text, source, quote, language]) => {
  expect(checks({ text, source, quote, language })).toEqual(['quote_marks'])
})

test('checkQuotes() finds speech of the same language in other words', () => {
  const source = '厂长说：“我们明天开工。”'
  expect(checks({ text: '厂长说：“我们后天开工。”', source, quote: '我们明天开工', language: 'zh' })).toEqual(['quote'])
})

test.each([
  ['He said “yes” and left.', ['yes']],
  ["the players' union said 'no deal' on Monday", ['no deal']],
  ['„Ja“, sagte sie, »nein« er.', ['Ja', 'nein']],
  ['« Oui », dit-elle.', [' Oui ']],
  ['市长说「不必」。', ['不必']],
  ['“It goes on in the next paragraph', ['It goes on in the next paragraph']],
  ['and ends here.” She left.', ['and ends here.']],
])('quotedSpans() finds what stands in quotation signs: %s', (text, expected) => {
  expect(quotedSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})

test('speech in traditional signs is told in simplified ones, whatever the source is said to be written in', () => {
  const source = '執行長表示，「我們不做會跳舞的玩具」。'
  const quote = '我們不做會跳舞的玩具'
  expect(checks({ text: '执行长说：“我们不做会跳舞的玩具。”', source, quote, language: 'zh' })).toEqual([])
  expect(checks({ text: '执行长说：“我们不做会唱歌的玩具。”', source, quote, language: 'zh' })).toEqual(['quote'])
})

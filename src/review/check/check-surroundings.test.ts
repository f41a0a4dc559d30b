import { expect, test } from 'vitest'
import { checkSurroundings } from './check-surroundings.ts'

type Case = { source: string; quote: string; ours: string; language?: string; before?: string }

function denied({ source, quote, ours, language = 'en', before = 'Nothing.' }: Case): boolean {
  const faults = checkSurroundings({
    text: ours,
    kind: 'fact',
    evidence: [{ passage: 'p2', quote }],
    passages: [
      { id: 'p1', text: before },
      { id: 'p2', text: source },
    ],
    headline: '',
    sourceLanguage: language,
    readerLanguage: 'zh-Hans',
    published: null,
    terms: [],
  })
  return faults.some(({ check }) => check === 'denied')
}

const quote = 'the baker sold stale bread'
const ours = '面包师卖了陈面包。'

test.for([
  'It is simply not the case that the baker sold stale bread, inspectors wrote.',
  'No witness has ever said the baker sold stale bread.',
  'There was no proof whatsoever that the baker sold stale bread.',
  'The rumour that the baker sold stale bread turned out to be a hoax.',
  'Inspectors deny that the baker sold stale bread.',
  'The guild found nothing to support the idea that the baker sold stale bread.',
  'A neighbour retracted her statement that the baker sold stale bread.',
  'Few believe the baker sold stale bread.',
  'The guild bristled at the suggestion that the baker sold stale bread.',
  'Nothing in the ledger bears out the idea that the baker sold stale bread.',
  '“The baker sold stale bread,” read a forged letter.',
  'Far from it being proven that the baker sold stale bread, he won a prize.',
  'A jury dropped the charge that the baker sold stale bread.',
  'It remains unproven that the baker sold stale bread.',
  'The baker sold stale bread, a blog wrote, but the story was invented.',
  'Only a parody account ever posted that the baker sold stale bread.',
  'The guild is unaware of any proof that the baker sold stale bread.',
  'A neighbour wrongly claimed that the baker sold stale bread.',
  'This sentence of the leaflet is untrue. The story: the baker sold stale bread is invented.',
  'These claims are false: the baker sold stale bread.',
  'A spokesman called it absurd to suggest the baker sold stale bread.',
  'Inspectors stopped short of saying that the baker sold stale bread.',
  'The guild has yet to confirm that the baker sold stale bread.',
  'It would be a mistake to conclude that the baker sold stale bread.',
  'The leaflet misstated that the baker sold stale bread.',
  'A neighbour walked back her remark that the baker sold stale bread.',
  'The baker took to the radio to scotch talk that the baker sold stale bread.',
  'The notion that the baker sold stale bread has no foundation.',
  'It is a common misconception that the baker sold stale bread.',
  'A clerk called the report that the baker sold stale bread “pure invention.”',
  'A jury cleared him of charges that the baker sold stale bread.',
  'The guild would neither confirm nor deny that the baker sold stale bread.',
  'Any suggestion that the baker sold stale bread is “rubbish,” the guild said.',
  'Only a fool would think that the baker sold stale bread.',
  'A clerk said the idea that the baker sold stale bread was laughable.',
  'The paper removed a line saying the baker sold stale bread.',
  'Talk that the baker sold stale bread is premature.',
])('checkSurroundings() refuses a fact that is cut out of its denial: %s', (source) => {
  expect(denied({ source, quote, ours })).toBe(true)
})

test.for([
  'Inspectors will find out whether the baker sold stale bread.',
  'If the baker sold stale bread, he pays a fine.',
  'Imagine that the baker sold stale bread.',
  'Inspectors look into claims that the baker sold stale bread.',
  'He faces the charge that the baker sold stale bread.',
  'Who says the baker sold stale bread?',
  'Rumours that the baker sold stale bread came up in spring.',
])('checkSurroundings() refuses a fact that the outlet leaves open: %s', (source) => {
  expect(denied({ source, quote, ours })).toBe(true)
})

test.for([
  'Nobody doubts that the baker sold stale bread.',
  'The court found that the baker sold stale bread.',
  'The mill did not open on Friday, and the baker sold stale bread.',
  'The mill has no wheel. On Friday the baker sold stale bread.',
  'The miller did not know that the baker sold stale bread.',
  'The guild did not explain why the baker sold stale bread.',
  'Not only the mill was shut: in May the baker sold stale bread.',
])('checkSurroundings() lets a fact pass that nobody denies: %s', (source) => {
  expect(denied({ source, quote, ours })).toBe(false)
})

test('checkSurroundings() takes what would have been for nothing that was', () => {
  const source = 'Had the oven held, the guild would have saved its bread.'
  const saved = 'the guild would have saved its bread'
  expect(denied({ source, quote: saved, ours: '行会保住了面包。' })).toBe(true)
  expect(denied({ source, quote: saved, ours: '若炉子没坏，行会本可保住面包。' })).toBe(false)
})

test('checkSurroundings() takes a coming deed for no answer to a question', () => {
  const asked = 'It is unclear if the baker will sell bread next year.'
  const coming = 'the baker will sell bread next year'
  expect(denied({ source: asked, quote: coming, ours: '面包师明年将卖面包。' })).toBe(true)
  expect(denied({ source: asked, quote: coming, ours: '面包师明年可能卖面包。' })).toBe(false)
  expect(denied({ source: asked, quote: coming, ours: '面包师明年是否卖面包，尚待决定。' })).toBe(false)
})

test.for([
  ['fr', 'Le maire s’est défendu d’avoir vendu le four.', 'avoir vendu le four'],
  ['es', 'El gremio resta credibilidad a la versión de que el horno ardió.', 'el horno ardió'],
  ['es', 'No consta que el horno ardiera.', 'el horno ardiera'],
  ['de', 'Von einem Brand des Ofens könne keine Rede sein, sagte sie.', 'einem Brand des Ofens'],
  ['ja', '親方は窯の売却について「聞いていない」と語った。', '窯の売却'],
  ['ko', '조합은 가마를 옮길 계획이 없다고 했다.', '가마를 옮길 계획'],
  ['zh', '行会指出，认为旧窑会爆炸的看法缺乏依据。', '旧窑会爆炸'],
  ['zh', '她坦言，自己从没想过关掉炉子。', '关掉炉子'],
  ['zh', '行会表示不存在拖欠工钱的情况。', '拖欠工钱'],
  ['zh', '行会提醒，“旧窑有毒”一说纯属误导。', '旧窑有毒'],
  ['es', 'No está claro, advierte, que el horno sea seguro.', 'que el horno sea seguro'],
  ['es', 'El juzgado archivó la denuncia de que el maestro robó el horno.', 'el maestro robó el horno'],
  ['ja', '親方は火事との関連は薄いとみている。', '火事との関連'],
  ['ko', '조합은 가마가 탔다는 보도는 오보라고 밝혔다.', '가마가 탔다'],
  ['es', 'Descartó, en cambio, un pacto con el gremio.', 'un pacto con el gremio'],
  ['fr', 'Le maire a balayé l’idée d’un report de la foire.', 'un report de la foire'],
  ['de', 'Der Sender nahm die Meldung zurück, der Meister trete ab.', 'der Meister trete ab'],
  ['ja', '窯の値上げは当面見送る。', '窯の値上げ'],
  ['zh', '行会表示，目前谈论换炉为时过早。', '换炉'],
  ['de', 'Die Innung stellt in Abrede, dass der Ofen brannte.', 'der Ofen brannte'],
  ['de', 'Die Innung schloss einen Verkauf des Ofens aus.', 'einen Verkauf des Ofens'],
  ['fr', 'L’hypothèse d’un incendie a été écartée.', 'un incendie'],
  ['es', 'La maestra evitó confirmar que habrá un horno nuevo.', 'habrá un horno nuevo'],
  ['ko', '연기와 화재의 관련성은 확인되지 않았다.', '연기와 화재의 관련성'],
])('checkSurroundings() knows how %s denies beside a plain "not": %s', ([language, source = '', quote = '']) => {
  expect(denied({ source, quote, ours: '炉子的事属实。', language })).toBe(true)
})

test('checkSurroundings() judges no quote of several sentences, of which ours may be of another', () => {
  const source = '“Nobody here has sold bread,” said the guild. The baker sold stale bread.'
  expect(denied({ source, quote: 'sold bread,” said the guild. The baker sold stale bread', ours })).toBe(false)
})

test('checkSurroundings() takes a fraud in ours for no denial where the quote speaks of one', () => {
  const source = 'She stopped short of calling the raffle a fraud.'
  expect(denied({ source, quote: 'the raffle a fraud', ours: '抽奖是一场骗局。' })).toBe(true)
})

test('checkSurroundings() takes 非法 for no denial of ours', () => {
  const source = 'The guild denied having asked for the closing of illegal ovens.'
  expect(
    denied({ source, quote: 'having asked for the closing of illegal ovens', ours: '行会要求关闭非法炉子。' }),
  ).toBe(true)
})

test('checkSurroundings() reads the main clause behind a subordinate one that was cut out', () => {
  const german = 'Dass der Bäcker altes Brot verkaufte, konnte niemand belegen.'
  expect(denied({ source: german, quote: 'der Bäcker altes Brot verkaufte', ours, language: 'de' })).toBe(true)
  const french = 'Que le boulanger ait vendu du pain rassis, personne ne l’a prouvé.'
  expect(denied({ source: french, quote: 'le boulanger ait vendu du pain rassis', ours, language: 'fr' })).toBe(true)
  const known = 'Dass der Bäcker altes Brot verkaufte, ärgerte die Kunden.'
  expect(denied({ source: known, quote: 'der Bäcker altes Brot verkaufte', ours, language: 'de' })).toBe(false)
})

test('checkSurroundings() lets a sentence pass that hands the denial on', () => {
  const source = 'It is not true that the baker sold stale bread, inspectors wrote.'
  expect(denied({ source, quote, ours: '检查人员称，面包师出售陈面包一说不属实。' })).toBe(false)
  expect(denied({ source, quote, ours: '面包师并没有卖陈面包。' })).toBe(false)
  expect(denied({ source: `Who knows whether ${quote}?`, quote, ours: '面包师是否卖了陈面包？' })).toBe(false)
})

test('checkSurroundings() sees a denial in the citation, in the passage before and in the sentence behind', () => {
  const whole = 'There is no evidence that the baker sold stale bread'
  expect(denied({ source: `${whole}.`, quote: whole, ours })).toBe(true)
  expect(denied({ source: 'The baker sold stale bread.', quote, ours, before: 'This claim is false:' })).toBe(true)
  expect(denied({ source: '“The baker sold stale bread.” That is a lie.', quote, ours })).toBe(true)
})

test('checkSurroundings() sees a verb cut from the word that denies it', () => {
  expect(denied({ source: 'The baker never sold stale bread.', quote: 'sold stale bread', ours })).toBe(true)
  expect(denied({ source: 'He denied selling stale bread.', quote: 'selling stale bread', ours })).toBe(true)
  expect(denied({ source: 'She didn’t even sell stale bread.', quote: 'sell stale bread', ours })).toBe(true)
})

test.for([
  ['zh', '检查未发现面包师卖了陈面包。', '面包师卖了陈面包'],
  ['es', 'Las pruebas descartan que la panadera vendiera pan duro.', 'la panadera vendiera pan duro'],
  ['de', 'Dass die Bäckerin altes Brot verkauft hat, verneinte die Innung.', 'die Bäckerin altes Brot verkauft hat'],
  ['zh', '检方撤销了面包师卖了陈面包的指控。', '面包师卖了陈面包'],
  ['de', 'Sie wurde freigesprochen, altes Brot verkauft zu haben.', 'altes Brot verkauft zu haben'],
  ['es', 'La panadera fue absuelta de haber vendido pan duro.', 'haber vendido pan duro'],
  ['ko', '제빵사가 오래된 빵을 팔았다는 증거는 없다.', '오래된 빵을 팔았다'],
  ['zh', '尚无证据表明面包师卖了陈面包。', '面包师卖了陈面包'],
  ['zh', '面包师卖了陈面包的传言纯属子虚乌有。', '面包师卖了陈面包'],
  ['zh', '面包师卖了陈面包一说，经查并无此事。', '面包师卖了陈面包'],
  [
    'de',
    'Dass es je hieß, die Bäckerin habe altes Brot verkauft, stimmt nicht.',
    'die Bäckerin habe altes Brot verkauft',
  ],
  ['de', 'Niemand hat bewiesen, dass die Bäckerin altes Brot verkauft hat.', 'die Bäckerin altes Brot verkauft hat'],
  ['de', 'Die Bäckerin hat altes Brot nie verkauft.', 'Die Bäckerin hat altes Brot'],
  ['fr', 'Rien ne prouve que la boulangère a vendu du pain rassis.', 'la boulangère a vendu du pain rassis'],
  ['fr', 'La boulangère a vendu du pain rassis : c’est faux.', 'La boulangère a vendu du pain rassis'],
  ['es', 'La panadera niega haber vendido pan duro.', 'vendido pan duro'],
  ['it', 'È una bufala che la fornaia abbia venduto pane vecchio.', 'la fornaia abbia venduto pane vecchio'],
  ['pt', 'Ninguém provou que a padeira vendeu pão velho.', 'a padeira vendeu pão velho'],
  ['ru', 'Никто не доказал, что пекарь продавал старый хлеб.', 'пекарь продавал старый хлеб'],
  ['ja', 'パン屋が古いパンを売ったという話はデマだ。', 'パン屋が古いパンを売った'],
  ['ko', '제빵사가 오래된 빵을 팔았다는 소문은 거짓이다.', '오래된 빵을 팔았다'],
  ['ar', 'لا يوجد دليل على أن الخباز باع خبزا قديما.', 'الخباز باع خبزا قديما'],
  ['nl', 'Het is niet waar dat de bakker oud brood verkocht.', 'de bakker oud brood verkocht'],
] as const)('checkSurroundings() reads denials in %s: %s', ([language, source, cited]) => {
  expect(denied({ language, source, quote: cited, ours })).toBe(true)
})

test.for([
  ['de', 'Ohne Waage verkaufte die Bäckerin altes Brot.', 'verkaufte die Bäckerin altes Brot'],
  ['de', 'Niemand rechnete damit, dass die Bäckerin altes Brot verkauft.', 'die Bäckerin altes Brot verkauft'],
  ['fr', 'Personne ne savait que la boulangère a vendu du pain rassis.', 'la boulangère a vendu du pain rassis'],
  ['es', 'No sorprende que la panadera vendiera pan duro.', 'la panadera vendiera pan duro'],
  ['ru', 'Никто не ожидал, что пекарь продаст старый хлеб.', 'пекарь продаст старый хлеб'],
  ['ko', '제빵사는 오래된 빵을 팔았고 이유를 밝히지 않았다.', '제빵사는 오래된 빵을 팔았고'],
  ['zh', '面包师卖了陈面包，没有说明原因。', '面包师卖了陈面包'],
] as const)('checkSurroundings() takes surprise and silence for no denial in %s: %s', ([language, source, cited]) => {
  expect(denied({ language, source, quote: cited, ours })).toBe(false)
})

test('checkSurroundings() lets a wish pass as a wish and refuses it as a deed', () => {
  const source = 'The baker wanted to sell stale bread.'
  expect(denied({ source, quote: 'sell stale bread', ours })).toBe(true)
  expect(denied({ source, quote: 'sell stale bread', ours: '面包师想卖陈面包。' })).toBe(false)
})

test.for([
  [
    'The court rejected the claim that the mayor had not paid his taxes.',
    'the mayor had not paid his taxes',
    '市长没有纳税。',
    true,
  ],
  [
    'The court rejected the claim that the mayor had not paid his taxes.',
    'the mayor had not paid his taxes',
    '法院驳回了市长没有纳税的说法，称此说不实。',
    false,
  ],
  [
    'Inspectors deny that the bread was sold without a licence.',
    'the bread was sold without a licence',
    '面包系无证出售。',
    true,
  ],
  ['Far from closing the baths, the council will repair them.', 'closing the baths', '市议会将关闭浴场。', true],
  ['The guild called off the strike on Monday.', 'the strike on Monday', '行会周一举行罢工。', true],
  ['She stopped short of calling the vote a trick.', 'calling the vote a trick', '她称投票是把戏。', true],
] as const)('a no of the denied statement itself hands no denial on: %s → %s: %s', ([source, cited, text, refused]) => {
  expect(denied({ source, quote: cited, ours: text })).toBe(refused)
})

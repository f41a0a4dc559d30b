import { expect, test } from 'vitest'
import { findNegation } from './negation.ts'

const seen = (language: string, source: string, claim: string): string | null =>
  findNegation({ text: claim, language: 'zh-Hans' }, { text: source, language })

test.each([
  ['en', 'The bank refused to lend to the fishermen', '银行向渔民发放了贷款。'],
  ['en', 'The crew signed the contract', '船员拒绝签署合同。'],
  ['en', 'The lock will stay closed', '船闸将继续开放。'],
  ['en', 'It is not impossible that the lock will reopen', '船闸不可能重开。'],
  ['en', 'She doubted that the dyke would hold', '她相信堤坝能守住。'],
  ['ja', '知事は質問に答えず', '知事回答了提问。'],
  ['ja', '住民は移住せざるを得なかった', '居民没有搬走。'],
  ['ko', '어부들은 떠날 수밖에 없었다', '渔民没有离开。'],
  ['de', 'Das Amt wies den Antrag ab', '主管部门支持了申请。'],
  ['de', 'Der Hafen verzichtet auf das Fest', '港口将举行庆典。'],
  ['en', 'The guild would not call off the march', '行会将取消游行。'],
  ['zh', '该渡轮无明显损伤', '渡轮有明显损伤。'],
])('findNegation() sees a statement turned round (%s): %s', (language, source, claim) => {
  expect(seen(language, source, claim)).not.toBeNull()
})

test.each([
  ['en', 'The pilot failed to see the buoy', '领航员漏看了浮标。'],
  ['en', 'It is not impossible that the lock will reopen', '船闸有可能重开。'],
  ['en', 'The region has rejected calls for compensation', '地区政府不同意赔偿。'],
  ['en', 'The comet will not be back for another 80 years', '彗星要等80年才会回来。'],
  ['en', 'Snow may fall before temperatures climb above zero', '之后气温将回升到零度以上。'],
  ['en', 'The jury acquitted the miller', '陪审团认为磨坊主无罪。'],
  ['fr', "L'avocat a plaidé la relaxe du meunier", '律师请求判磨坊主无罪。'],
  ['de', 'Kinder sind von der Gebühr befreit', '儿童不用交费。'],
  ['en', 'The third-smallest maximum on the list', '最大面积在表中位列倒数第三。'],
  ['ja', '前年より九隻少ない', '比上一年减少九艘。'],
  ['ja', '偏りのほうが深刻だ', '分布不均更为严重。'],
  ['en', 'The sum, which is not adjusted for inflation, was 7 crowns', '未经通胀调整的金额是7克朗。'],
  ['de', 'Der Rat stimmte für die Widerspruchslösung', '议会赞成默认同意方案。'],
  ['it', 'Sono esenti i minori di dieci anni', '不满十岁的孩子不用交费。'],
  ['pt', 'O moinho ainda não abriu', '磨坊还没有开门。'],
  ['en', 'None of its nine crew members were hurt', '九名船员安然无恙。'],
  ['en', 'No fewer than 40 boats joined', '至少有40艘船参加。'],
  ['ja', '少なくとも40隻が参加した', '至少有40艘船参加。'],
  ['ko', '어부들은 떠날 수밖에 없었다', '渔民不得不离开。'],
  ['de', 'Der Hafen verzichtet auf das Fest', '港口不办庆典。'],
  ['fr', 'Elle ne gagne que 900 euros', '她的收入不过900欧元。'],
  ['en', 'The guild would not call off the march', '行会的游行照常举行。'],
  ['en', 'The mill is not ruling out layoffs', '磨坊称有可能裁员。'],
  ['en', 'Without the lock the rents would rise', '若没有船闸，租金会上涨。'],
])('findNegation() lets the same told in other words pass (%s): %s', (language, source, claim) => {
  expect(seen(language, source, claim)).toBeNull()
})

test('findNegation() reads the sentence around a cited part of it: who did it may be nobody', () => {
  const ours = { text: '两家俱乐部都没有置评。', language: 'zh-Hans' }
  const theirs = { text: 'comentaron la noticia', language: 'es' }
  expect(findNegation(ours, theirs)).not.toBeNull()
  expect(findNegation(ours, theirs, { sentence: 'Ni el Norte ni el Sur comentaron la noticia' })).toBeNull()
})

test.each([
  ['east / west', { language: 'en', source: 'the reef lies west of the mole', claim: '礁石位于防波堤以东。' }],
  [
    'older / younger sibling',
    { language: 'en', source: 'her younger sister kept the letters', claim: '她的姐姐保存着信件。' },
  ],
  ['north / south', { language: 'fr', source: "l'usine est au sud du canal", claim: '工厂在运河北面。' }],
  ['export / import', { language: 'es', source: 'la exportación de corcho aumentó', claim: '软木进口增加。' }],
  ['rise / fall', { language: 'ko', source: '지지율이 올랐다', claim: '支持率下降。' }],
  ['tighten / loosen', { language: 'en', source: 'the bank tightened its rules', claim: '银行放宽了规定。' }],
  ['earlier / later', { language: 'en', source: 'the deadline was brought forward', claim: '截止日期推迟了。' }],
])('findNegation() names the opposites that were exchanged: %s', (name, { language, source, claim }) => {
  expect(seen(language, source, claim)).toBe(name)
})

test('findNegation() takes no denial for the other side of what has no yes and no', () => {
  expect(seen('en', 'the man had not found work', '这名男子没能找到工作。')).toBeNull()
  expect(seen('en', 'fog prevented the plane from landing', '飞机因雾未能降落。')).toBeNull()
})

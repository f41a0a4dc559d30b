import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks('2026-03-18T09:00:00Z')

type Case = [right: string, wrong: string, source: string, language?: string]

const cases: Case[] = [
  ['来了200多万名香客。', '来了300多万名香客。', '共有213万名香客前来。', 'zh'],
  ['利率下调0.2个百分点。', '利率下调2个百分点。', 'Rates fell two-tenths of a percentage point.'],
  ['失业率上升0.3个百分点。', '失业率上升3个百分点。', 'El paro subió tres décimas, hasta el 9,8%.', 'es'],
  ['1新西兰元兑0.604美元。', '1新西兰元兑0.704美元。', 'The New Zealand dollar bought 60.4 U.S. cents.'],
  [
    '磨坊每天花480欧元，一年约合17.5万欧元。',
    '磨坊每天花480欧元，一年约合27.5万欧元。',
    'The mill costs 480 euros a day.',
  ],
  [
    '九人受伤，五人在东楼，四人在西楼。',
    '九人受伤，五人在东楼，三人在西楼。',
    'Nine were hurt, five of them in the east wing.',
  ],
  ['订单由5.2万份下修为4.1万份。', '订单由6.2万份下修为4.1万份。', 'Orders were revised down by 11,000, to 41,000.'],
  [
    '三名车夫和四名脚夫受伤，共七人。',
    '三名车夫和四名脚夫受伤，共九人。',
    'Three of the drivers and four porters were hurt.',
  ],
  ['全程18个月，短了七个月。', '全程18个月，短了七周。', 'Es dauert 18 Monate, sieben weniger.', 'de'],
  [
    '这是1999年以来的最低值。',
    '这是1989年以来的最低值。',
    'It is below the 10-year average and the lowest since 1999.',
  ],
  ['今秋出初版，明年出再版。', '去秋出初版，明年出再版。', 'The book is due in the fall, a reprint next year.'],
  ['利率下调0.5个百分点。', '利率下调5个百分点。', 'Bajó la tasa en 50 puntos base.', 'es'],
  ['每磅5.05美元。', '每公斤5.05美元。', 'Cuesta 5,05 dólares la libra.', 'es'],
  ['比索升值1.4%。', '比索贬值1.4%。', 'El peso se apreció un 1,4%.', 'es'],
  ['产量连续半年下降。', '产量连续一年半下降。', 'It was the sixth straight monthly decline.'],
  [
    '禁区从三公里扩大到八公里。',
    '禁区从四公里扩大到八公里。',
    'The zone was widened to eight kilometers from three and fenced.',
  ],
  ['村子距火山约13公里。', '村子距火山约23公里。', 'The zone has 11 kilometers. The village is eight miles away.'],
  ['开幕晚了四周。', '开幕晚了九周。', 'It opens on Oct. 17 instead of Sept. 19.'],
  [
    '比五年平均水平低12%。',
    '比九年平均水平低12%。',
    'Douze pour cent de moins que la moyenne quinquennale, soit 12 %.',
    'fr',
  ],
  ['约1700年前的车辙。', '约2700年前的车辙。', 'Carts rolled over it some 1,700 years ago.'],
  ['每抽100升就漏掉35升。', '每抽200升就漏掉35升。', 'The pump leaks 35 liters of every 100 pumped in.'],
  ['三分之二的户主同意。', '四分之三的户主同意。', 'Two of every three owners agreed.'],
  ['三分之二的人家读它。', '四分之三的人家读它。', 'It was once read in two of every three homes.'],
  ['收入只有从前的5%。', '收入只有从前的15%。', 'It earned a twentieth of what it once did.'],
  ['八分之一的桥有裂缝。', '七分之一的桥有裂缝。', 'An eighth of the bridges are cracked.'],
  [
    '150名工人中有80名是短工，超过一半。',
    '150名工人中有80名是短工，超过三分之二。',
    'Sur 150 ouvriers, 80 sont saisonniers.',
    'fr',
  ],
  ['她游出2分05秒18。', '她游出2分15秒18。', 'Nadó en 2:05,18.', 'es'],
  ['她快了0.62秒。', '她快了6.2秒。', 'Nadó 62 centésimas más rápido.', 'es'],
  ['他快了0.3秒。', '他快了3秒。', 'Er war drei Zehntelsekunden schneller.', 'de'],
  ['产量连续一年半下降。', '产量连续两年半下降。', '产量连续第18个月下降。', 'zh'],
  ['产量连续两年下降。', '产量连续三年下降。', 'Output fell for the 24th month in a row.'],
  ['增速低了约3个百分点。', '增速低了约5个百分点。', '增速由7.2%放缓至4.1%。', 'zh'],
  ['要塞建于公元70年代。', '要塞建于20世纪70年代。', 'The fort was built in the A.D. 70s.'],
  ['订单下修至4.1万份。', '订单下修至1.1万份。', 'Orders were revised down by 11,000, to 41,000.'],
  ['磨坊增加了60个岗位。', '磨坊减少了60个岗位。', 'The mill added 60 jobs.'],
  ['收入是1998年的二十分之一。', '收入是1998年的20倍。', 'It earned a twentieth of what it did in 1998.'],
  ['1克朗兑0.09欧元。', '1克朗兑0.9欧元。', 'The krona rose to 0.09 euros.'],
  ['克朗升值1.6%。', '克朗贬值1.6%。', 'The krona strengthened 1.6 percent.'],
  ['中间价调升62个基点。', '中间价下调62个基点。', '中间价较前一日调升62个基点。', 'zh'],
]
test.each<Case>(cases)('%s and not %s', (...[right, wrong, source, language]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks('2026-03-18T09:00:00Z')

type Case = [right: string, wrong: string, source: string, language?: string]

const workedOut: Case[] = [
  [
    '修桥预算接近最初的三倍。',
    '修桥预算接近最初的五倍。',
    'The bridge was to cost $21 million; now it is $61 million.',
  ],
  ['捐款增长近两倍。', '捐款增长近四倍。', 'Gifts reached 58,000 crowns, up from 20,000 crowns.'],
  ['去年同期收了410车甘蔗。', '去年同期收了490车甘蔗。', 'The mill took 370 loads of cane, 40 fewer than in 2025.'],
  ['泊位将翻一番，增至1800个。', '泊位将翻一番，增至2800个。', 'The port wants to double its berths, now 900.'],
  ['泊位只相当于从前的80%。', '泊位只相当于从前的60%。', 'The number of berths is down by a fifth.'],
  ['另外四人都已获释。', '另外七人都已获释。', 'The eldest is in jail and the others are free; all five deny it.'],
  ['57座磨坊中有31座停转，超过一半。', '57座磨坊中有31座停转，超过八成。', 'Thirty-one of 57 mills stand still.'],
  ['截止时间推迟了20分钟。', '截止时间推迟了40分钟。', '截止时间由3小时10分改为3小时半。', 'zh'],
  ['他快了90秒。', '他快了80秒。', '他比上一次快了1分半钟。', 'zh'],
  ['九个月里走了六百人。', '五个月里走了六百人。', 'Since June, 600 people have left.'],
  ['蜂蜜的降幅近四成。', '蜂蜜的降幅近六成。', 'A jar costs $4.60, down from $7.50 in March.'],
  ['其中一年半缓刑。', '其中三年半缓刑。', 'Il a été condamné à trente mois, dont dix-huit avec sursis.', 'fr'],
  ['其中一年缓刑。', '其中两年缓刑。', 'Il a été condamné à trente mois, dont douze avec sursis.', 'fr'],
]
test.each<Case>(workedOut)('what the source lets the reader work out is no fault: %s %s', (...one) => {
  const [right, wrong, source, language] = one
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

const said: Case[] = [
  ['塔的影子长达数万英里。', '塔的影子长达数千英里。', 'The trail is tens of thousands of miles long.'],
  ['夜里比往常暖和约3摄氏度。', '夜里比往常暖和约9摄氏度。', 'Nights are some five degrees warmer than usual.'],
  ['平均零下20摄氏度。', '平均零下4摄氏度。', 'It averaged minus 4 Fahrenheit in May.'],
  ['零件只要一半。', '零件只要三成。', 'Das Rad braucht halb so viele Teile.', 'de'],
  [
    '半小时内降雨40毫米。',
    '半小时内降雨40厘米。',
    'In einer halben Stunde fielen 40 Liter Regen pro Quadratmeter.',
    'de',
  ],
  ['降雨25毫米。', '降雨50毫米。', 'Cayeron 25 litros por metro cuadrado.', 'es'],
  ['周二夜间起火。', '周五夜间起火。', 'Das Feuer brach in der Nacht zu Mittwoch aus.', 'de'],
  ['道路封闭到3月22日晚上。', '道路封闭到3月25日晚上。', 'Die Straße bleibt bis Sonntagabend gesperrt.', 'de'],
  [
    '比过去十年的平均水平高8个点。',
    '比过去二十年的平均水平高8个点。',
    'Está 8 puntos sobre la media de la última década.',
    'es',
  ],
  ['奖金约为62万日元。', '奖金约为68万日元。', '賞金は62万418円だった。', 'ja'],
  ['预计第二季度开工。', '预计第一季度开工。', '着工は4〜6月期の見通しだ。', 'ja'],
  ['自五一起免票。', '自六一起免票。', 'Entry has been free since May 1.'],
  ['两年半后拆除。', '三年半后拆除。', 'It will be torn down in 30 months.'],
  ['每兆瓦时38欧元。', '每千瓦时38欧元。', 'Cuesta 38 euros por megavatio hora.', 'es'],
  ['磨坊将于2027年年中关闭。', '磨坊将于2027年年底关闭。', 'The mill will close by mid-2027.'],
  ['裁员持续到2028年底。', '裁员持续到2026年底。', 'Der Abbau läuft bis Ende 2028.', 'de'],
  ['这块石碑刻于19世纪。', '这块石碑刻于18世纪。', 'The stone was carved in 1827 by a schoolteacher.'],
  ['人数比从前少了五分之一。', '人数只有从前的五分之一。', 'The number of pupils is down by a fifth.'],
]
test.each<Case>(said)('the same said in other words is no fault: %s %s', (...[right, wrong, source, language]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks('2026-03-18T09:00:00Z')

type Case = [right: string, wrong: string, source: string, language?: string]

const cases: Case[] = [
  // A unit that is named once for two numbers.
  ['一桶蜂蜜贵出2.5欧元。', '一桶蜂蜜贵出3.5欧元。', 'Ein Eimer Honig kostet jetzt 14,50 statt 12 Euro.', 'de'],
  ['一桶蜂蜜涨到14.5欧元。', '一桶蜂蜜涨到14.5美元。', 'Ein Eimer Honig kostet jetzt 14,50 statt 12 Euro.', 'de'],
  ['砾石从1200万吨降到300万吨。', '砾石从120万吨降到300万吨。', 'It sold 3 million tons of gravel, from 12 million.'],
  ['砾石的降幅超过七成。', '砾石的降幅超过八成。', 'It sold 3 million tons of gravel, from 12 million.'],
  // Weeks told as months and half months, days of another world.
  ['磨坊至少停工一个半月左右。', '磨坊至少停工三个半月左右。', 'The mill will stand still for at least six weeks.'],
  ['磨坊停工两个月。', '磨坊停工三个月。', 'The mill stood still for eight weeks.'],
  ['探测器休眠了四周。', '探测器休眠了28个月。', 'The probe slept for 28 Earth days.'],
  ['糖价低了30美分。', '糖价低了3美分。', 'Sugar is $0.30 cheaper.'],
  ['他们等了三个漫长的星期，也就是21天。', '他们等了22天。', 'They waited for three long weeks.'],
  ['谷仓离井只有几百米。', '谷仓离井只有几十米。', 'The barn is a few hundred yards from the well.'],
  // A score tells no years.
  ['这是17年来的首冠。', '这是7年来的首冠。', 'Lund won 7-5, 6-4, the first cup of the club in 17 years.'],
  // Half as much again.
  ['桥价比原定多出一半。', '桥价比原定多出两倍。', 'Le pont a coûté une fois et demie le prix prévu.', 'fr'],
  ['桥价是原定的1.5倍。', '桥价是原定的2.5倍。', 'Die Brücke kostete anderthalbmal so viel wie geplant.', 'de'],
  ['桥价比原定高出50%。', '桥价比原定高出80%。', 'El puente costó una vez y media lo previsto.', 'es'],
  // Tenths of a yuan.
  ['一斤番茄便宜了4角。', '一斤番茄便宜了4分。', '一斤番茄如今卖2.6元，便宜了0.4元。', 'zh'],
  ['每张邮票贵了5分钱。', '每张邮票贵了5角。', '每张邮票的售价提高了0.05元。', 'zh'],
  // The clock, roughly.
  ['凌晨4时刚过，钟掉了下来。', '凌晨5时刚过，钟掉了下来。', 'The bell came down at 4:02 a.m. on Sunday.'],
  ['上午9点左右开始下雨。', '上午10点左右开始下雨。', 'The rain began at 8:52 a.m. on Sunday.'],
  // Clocks of another zone, summer or winter.
  [
    '北京时间周一上午7时30分，闸门开启。',
    '北京时间周一上午9时30分，闸门开启。',
    'The gate opened at 7:30 p.m. Eastern time on Sunday.',
  ],
  [
    '北京时间凌晨1点，闸门开启。',
    '北京时间凌晨4点，闸门开启。',
    'La compuerta se abrió a las 18 hora peninsular.',
    'es',
  ],
  // The end of the decade that is running.
  ['大坝将在2030年前拆除。', '大坝将在2035年前拆除。', 'The dam is to be torn down by the end of the decade.'],
  ['大坝将在2029年底前拆除。', '大坝将在2034年底前拆除。', 'Der Damm soll bis Ende des Jahrzehnts weg.', 'de'],
]

test.each<Case>(cases)('what is meant is no fault, another amount is: %s %s', (...[right, wrong, source, language]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

test.each([
  ['莫斯丢掉了第一盘。', 'Moss lost the second set by six games to two.'],
  ['这是首个建成的塔。', 'It is the third tower that the town has finished.'],
  ['她首次访问磨坊。', 'It was her second visit to the mill.'],
  ['他第一次当选行会会长。', 'Er wurde zum dritten Mal zum Zunftmeister gewählt.', 'de'],
])('the first is none where the source tells of a later one only: %s', (claim, source, language = 'en') => {
  expect(checksOf(claim, source, language)).toContain('number')
})

test.each([
  ['莫斯丢掉了第一盘。', 'Moss lost the opening set and won the second.'],
  ['这是首个建成的塔。', 'No town has finished a tower before; a second is planned.'],
  ['她首次访问磨坊。', 'She had not been to the mill until this second-largest fair.'],
  ['两人骑四轮摩托车逃走。', 'Two men fled on a quad bike.'],
  ['涨幅为14个月来首次低于一成。', '증가율이 10% 아래로 내려간 것은 14개월 만이다. 고용은 3개월째 줄었다.', 'ko'],
  ['五一当天免票。', 'Entry is free on May Day.'],
  ['第一时间赶到的是邻居。', 'The neighbour came at once, on the third of May.'],
  ['首位获奖的女性。', 'Nie zuvor hat eine Frau den Preis erhalten, den es zum dritten Mal gibt.', 'de'],
])('the first is told in many ways: %s', (claim, source, language = 'en') => {
  expect(checksOf(claim, source, language)).toEqual([])
})

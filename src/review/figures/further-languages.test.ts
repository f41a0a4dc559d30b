import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks('2026-03-18T09:00:00Z')

type Case = [language: string, right: string, wrong: string, source: string]

const cases: Case[] = [
  ['it', '集市4月12日周日开幕。', '集市5月12日开幕。', 'La fiera apre domenica 12 aprile.'],
  ['it', '三座磨坊中有两座停转。', '五座磨坊中有两座停转。', 'Due dei tre mulini sono fermi.'],
  ['it', '一半蜂箱是空的。', '三分之一蜂箱是空的。', 'La metà delle arnie è vuota.'],
  ['it', '产量是四年前的三倍。', '产量是四年前的两倍。', 'La resa è il triplo rispetto a quattro anni prima.'],
  ['it', '湖面有35平方公里。', '湖面有350平方公里。', 'Il lago misura 35 chilometri quadrati.'],
  ['it', '周一晚通过了决定。', '周日晚通过了决定。', 'La decisione è stata presa lunedì sera.'],
  ['pt', '磨坊9月3日关闭。', '磨坊10月3日关闭。', 'O moinho fecha em 3 de setembro.'],
  ['pt', '一半以上的渔船没有出海。', '三分之二以上的渔船没有出海。', 'Mais da metade dos barcos não saiu.'],
  ['pt', '林地减少到7200平方公里。', '林地减少到7.2万平方公里。', 'A mata caiu para 7,2 mil quilômetros quadrados.'],
  ['pt', '十二个月里下了六场雪。', '十二个月里下了九场雪。', 'Nevou seis vezes em 12 meses.'],
  ['ru', '河水上涨1.5米。', '河水上涨2.5米。', 'Река поднялась на полтора метра.'],
  ['ru', '磨坊5月9日周六开放。', '磨坊6月9日开放。', 'Мельница откроется в субботу, 9 мая.'],
  ['ru', '七成居民赞成。', '八成居民赞成。', 'За высказались семь из десяти жителей.'],
  ['ru', '电站装机容量120万千瓦。', '电站装机容量12万千瓦。', 'Мощность станции 1,2 гигаватта.'],
  [
    'ru',
    '这是20世纪80年代以来的第三座水坝。',
    '这是20世纪90年代以来的第三座水坝。',
    'Это третья плотина с 1980-х годов.',
  ],
  [
    'it',
    '这是上世纪70年代以来的第二座水坝。',
    '这是上世纪70年代以来的第四座水坝。',
    "È la seconda diga dagli anni '70.",
  ],
  ['ru', '票价是20卢布。', '票价是20美元。', 'Билет стоит 20 рублей.'],
  ['ru', '磨坊花了三十亿美元。', '磨坊花了三十亿卢布。', 'Мельница стоила 3 млрд долларов.'],
]
test.each<Case>(cases)('figures and dates are read in %s: %s', (...[language, right, wrong, source]) => {
  expect(checksOf(right, source, language)).toEqual([])
  expect(checksOf(wrong, source, language)).not.toEqual([])
})

import { expect, test } from 'vitest'
import { figureChecks } from '../../../test/figure-checks.ts'

const checksOf = figureChecks('2026-03-18T09:00:00Z')

/** Forms that one language has and another tells otherwise: language, source, right, wrong, check. */
const pairs: [string, string, string, string, string][] = [
  ['en', 'The mill marked its quarter-century.', '磨坊迎来25周年。', '磨坊迎来15周年。', 'number'],
  ['en', 'Three dozen goats strayed.', '36只山羊走失。', '24只山羊走失。', 'number'],
  ['en', 'Dozens of boats came.', '数十艘船到来。', '15艘船到来。', 'number'],
  ['ja', '十数人がけがをした。', '十几人受伤。', '数十人受伤。', 'number'],
  ['en', 'One in 1,000 bells is cracked.', '千分之一的钟有裂缝。', '百分之一的钟有裂缝。', 'percent'],
  ['en', 'The potter died before her 90th birthday.', '陶匠在90岁生日前去世。', '陶匠在80岁生日前去世。', 'number'],
  ['en', 'They met in 1958 and parted six years later.', '两人1958年相识，1964年分手。', '两人1958年相识，1968年分手。', 'date'],
  ['en', 'He ran it in 9.81 seconds.', '他以9秒81跑完。', '他以9秒18跑完。', 'number'],
  ['en', 'Her time was 2:17:40.', '成绩为2小时17分40秒。', '成绩为2小时27分40秒。', 'number'],
  ['en', 'She swam it in 15:38.24.', '她游了15分38秒24。', '她游了15分28秒24。', 'number'],
  ['fr', 'Elle a gagné en 1 h 12 min 5 s.', '她以1小时12分5秒获胜。', '她以1小时22分5秒获胜。', 'number'],
  ['en', 'The vote is at noon.', '投票于中午12点举行。', '投票于下午2点举行。', 'date'],
  ['es', 'A las 21.15 horas se fue la luz.', '21时15分停电。', '20时15分停电。', 'date'],
  ['en', 'The kiln bakes 850 tiles a week.', '窑每周烧850块瓦。', '窑每月烧850块瓦。', 'measure'],
  ['de', 'Das Dreifache des Üblichen fiel.', '降水为平常的三倍。', '降水为平常的四倍。', 'number'],
  ['de', 'Das Kind ist eineinhalb Jahre alt.', '孩子一岁半。', '孩子两岁半。', 'number'],
  ['de', 'Die Liste gewann 9,4 Punkte hinzu.', '该名单增加9.4个百分点。', '该名单增加9.4%。', 'percent'],
  ['fr', 'Il a vécu quatre-vingt-dix ans.', '他活了90岁。', '他活了80岁。', 'number'],
  ['fr', 'Le prix est trois fois moins élevé.', '价格只有三分之一。', '价格只有四分之一。', 'percent'],
  ['es', 'El paro bajó 1,2 puntos.', '失业率下降1.2个百分点。', '失业率下降2.1个百分点。', 'percent'],
  ['es', 'Hay casi el cuádruple de casos.', '病例接近四倍。', '病例接近三倍。', 'number'],
  ['es', 'El pico llegará a finales de mes.', '高峰将在本月底到来。', '高峰将在下月底到来。', 'date'],
  ['ja', '橋は昭和50年にできた。', '桥建于1975年。', '桥建于1985年。', 'date'],
  ['ja', '令和6年産の米だ。', '这是2024年产的大米。', '这是2023年产的大米。', 'date'],
  ['ko', '서른두 살의 사공이다.', '他是一名32岁的船夫。', '他是一名23岁的船夫。', 'number'],
  ['ko', '5명 중 1명이 찬성했다.', '五分之一的人赞成。', '四分之一的人赞成。', 'percent'],
  ['en', 'The Nikkei closed at 38,200.', '日经指数收于38200点。', '日经指数收于32800点。', 'number'],
  ['en', 'Tickets are half price.', '门票打五折。', '门票打七折。', 'percent'],
  ['de', 'Jede achte Stelle fällt weg.', '八分之一的岗位被裁。', '五分之一的岗位被裁。', 'percent'],
  ['en', 'Every eighth bell is cracked.', '八分之一的钟有裂缝。', '六分之一的钟有裂缝。', 'percent'],
  ['fr', 'Le litre vaut 70 centimes.', '每升70欧分。', '每升70欧元。', 'currency'],
  ['fr', 'La foire ouvre avant la mi-mai.', '集市在5月中旬前开幕。', '集市在5月下旬前开幕。', 'date'],
  ['ko', '가격을 절반으로 낮춘다.', '价格降到一半左右。', '价格降到三分之一左右。', 'percent'],
  ['en', 'Gusts reached 89 m.p.h. at the pier.', '码头阵风时速达143公里。', '码头阵风时速达89公里。', 'measure'],
  ['ja', '銅鏡5枚が見つかった。', '发现五面铜镜。', '发现九面铜镜。', 'number'],
  ['de', 'Die Kasse zahlt 150 Euro im Jahr.', '保险公司每年支付150欧元。', '保险公司每月支付150欧元。', 'measure'],
  ['zh', '会议定于下周三召开。', '会议将于下周三举行。', '会议将于下周五举行。', 'date'],
] // prettier-ignore

for (const [language, source, right, wrong, check] of pairs) {
  test(`checkFigures() knows the form in ${source}`, () => expect(checksOf(right, source, language)).toEqual([]))
  test(`checkFigures() finds ${check} in ${wrong}`, () => expect(checksOf(wrong, source, language)).toContain(check))
}

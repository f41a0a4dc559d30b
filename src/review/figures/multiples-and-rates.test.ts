import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

const checksOf = (claim: string, source: string, sourceLanguage: string): string[] => {
  const context = { sources: [source], sourceLanguage, readerLanguage: 'zh-Hans', published: '2026-03-18T09:00:00Z' }
  return [...new Set(checkFigures(claim, { ...context, terms: [] }).map((fault) => fault.check))]
}

/** Language, source, right, wrong, the check that has to say so. */
const pairs: [string, string, string, string, string][] = [
  ['en', 'Two years and six months later the weir broke.', '两年半后堰坝垮了。', '三年半后堰坝垮了。', 'number'],
  ['de', 'Sie war fünf Jahre und drei Monate Wirtin.', '她当了五年零三个月店主。', '她当了五年零四个月店主。', 'number'],
  ['fr', 'Le procès a duré un an et six mois.', '审理历时一年半。', '审理历时两年半。', 'number'],
  ['ja', '懲役2年6月を求刑した。', '检方求刑两年半。', '检方求刑三年半。', 'number'],
  ['ko', '공사는 1년 6개월 걸렸다.', '工程用了18个月。', '工程用了28个月。', 'number'],
  ['fr', 'Le bac revient dans quinze jours.', '渡船两周后返回。', '渡船三周后返回。', 'number'],
  ['en', 'They counted three score geese.', '他们数出60只鹅。', '他们数出30只鹅。', 'number'],
  ['en', 'Half of the 84 hives were empty.', '84个蜂箱中有42个是空的。', '84个蜂箱中有43个是空的。', 'number'],
  ['en', 'The rehearsal took an hour and a quarter.', '排练用了75分钟。', '排练用了95分钟。', 'number'],
  ['fr', 'Le chalutier était à 9 milles de la côte.', '拖网船距海岸9海里。', '拖网船距海岸9公里。', 'measure'],
  ['de', 'Der Brunnen liegt in 28 Metern Tiefe.', '水井深28米。', '水井深26米。', 'measure'],
  ['zh', '产量扩大到9万吨，是去年的三倍。', '产量比去年增加两倍。', '产量比去年增加三倍。', 'number'],
  ['zh', '12月3日起，车队为原来的三倍。', '车队增至三倍。', '车队增加三倍。', 'number'],
  ['zh', '订户翻了两番。', '订户增至四倍。', '订户翻了一番。', 'number'],
  ['fr', 'Le loyer a été multiplié par quatre.', '租金涨了三倍。', '租金涨了四倍。', 'number'],
  ['ja', '県内で3番目に古い灯台で、2人が住む。', '县内第三古老的灯塔。', '县内第二古老的灯塔。', 'number'],
  ['ja', '連続4年目の不漁となった。', '连续第四年歉收。', '连续第三年歉收。', 'number'],
  ['ko', '두 번째로 높은 탑이다.', '这是第二高的塔。', '这是第三高的塔。', 'number'],
  ['en', 'It is the second-oldest mill, with three wheels.', '这是第二古老的磨坊。', '这是第三古老的磨坊。', 'number'],
  ['de', 'Ein Hektar Moor kostete 4.100 Euro.', '沼泽地每公顷4100欧元。', '沼泽地每亩4100欧元。', 'measure'],
  ['en', 'The toll is 35 crowns a month.', '月费35克朗。', '年费35克朗。', 'measure'],
  ['de', 'Man verbraucht 90 Liter pro Kopf.', '人均用水90升。', '户均用水90升。', 'measure'],
  ['en', 'It killed 4.1 per 100,000 people.', '每10万人中有4.1人死亡。', '每百万人中有4.1人死亡。', 'measure'],
  ['ko', '가구당 월평균 요금은 6만 원이다.', '户均每月费用6万韩元。', '户均每年费用6万韩元。', 'measure'],
  ['es', 'Gastan 190 euros por habitante.', '人均支出190欧元。', '每户支出190欧元。', 'measure'],
  ['zh', '每亩补贴120元。', '补贴为每亩120元。', '补贴为每公顷120元。', 'measure'],
  ['en', 'They spent nine nights on the wall.', '他们在岩壁上过了九夜。', '他们在岩壁上过了九周。', 'measure'],
  ['de', 'Eine Stunde kostet vier Euro.', '每小时收费4欧元。', '每天收费4欧元。', 'measure'],
  ['ko', '대응을 1단계에서 2단계로 올렸다.', '应对级别从一级升至二级。', '应对级别从一级升至三级。', 'number'],
  ['zh', '机器人从16台增加到48台。', '机器人增至三倍。', '机器人增至五倍。', 'number'],
  ['fr', 'Les pertes sont de 23 000 euros par exploitation.', '每个农场损失2.3万欧元。', '每公顷损失2.3万欧元。', 'measure'],
  ['de', 'Das Feuer brach um 1.20 Uhr aus.', '火灾在1时20分发生。', '火灾在3时20分发生。', 'date'],
] // prettier-ignore
for (const [language, source, right, wrong, check] of pairs) {
  test(`"${source}" allows ${right} and not ${wrong}`, () => {
    expect(checksOf(right, source, language)).toEqual([])
    expect(checksOf(wrong, source, language)).toContain(check)
  })
}

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkFigures } from './check-figures.ts'

const checksOf = (claim: string, source: string, languages = 'en zh-Hans'): string[] => {
  const [sourceLanguage = 'en', readerLanguage = 'zh-Hans'] = languages.split(' ')
  const faults = checkFigures(claim, {
    sources: [source],
    sourceLanguage,
    readerLanguage,
    published: '2026-03-18T09:00:00Z',
    terms: [],
  })
  return [...new Set(faults.map((fault) => fault.check))]
}

/** Source, sentences it supports, sentences it does not with the check that has to say so. */
const table: { source: string; languages?: string; right: string[]; wrong: [string, string][] }[] = [
  {
    source: 'The ferry company carried 1.84 million passengers last year, 12 percent more than in 2024.',
    right: ['去年运送旅客184万人次，比2024年增加12%。', '2025年渡轮公司运送了184万名旅客。', '旅客超过180万人。'],
    wrong: [
      ['去年运送旅客18.4万人次。', 'unit'],
      ['旅客增加了21%。', 'percent'],
      ['今年渡轮公司运送了148万名旅客。', 'number'],
      ['比2023年增加12%。', 'date'],
    ],
  },
  {
    source:
      'Saltmere will spend $3.6bn on a sea wall 14 miles long; one house in four stands below the high-water mark.',
    right: [
      '萨尔特米尔将花费36亿美元修建约22.5公里长的海堤。',
      '四分之一的房屋低于高水位线。',
      '有25%的房屋低于高水位线。',
    ],
    wrong: [
      ['将花费3.6亿美元。', 'unit'],
      ['将花费36亿欧元。', 'currency'],
      ['海堤长14公里。', 'measure'],
      ['五分之一的房屋低于高水位线。', 'percent'],
    ],
  },
  {
    source: 'Dozens of fishermen waited half a day; hundreds of thousands of herring had gone bad within 36 hours.',
    right: ['数十名渔民等待。', '数十万条鲱鱼在一天半内变质。'],
    wrong: [
      ['数百名渔民等待。', 'unit'],
      ['数万条鲱鱼变质。', 'unit'],
      ['鲱鱼在36天内变质。', 'measure'],
    ],
  },
  {
    source: 'Rents doubled within two years, and the vacancy rate fell by 1.5 percentage points to 3 percent.',
    right: ['租金两年内翻了一番。', '租金在24个月里增加了一倍。', '空置率下降1.5个百分点，至3%。'],
    wrong: [
      ['租金两年内增至三倍。', 'number'],
      ['空置率下降了1.5%。', 'percent'],
      ['租金两个月内翻了一番。', 'measure'],
    ],
  },
  {
    source: 'The bridge closed at 9:40 p.m. on Feb. 3 and opens again in the second half of next year.',
    right: ['大桥2月3日晚9时40分关闭。', '大桥将于2027年下半年重新开放。', '大桥将于明年下半年重新开放。'],
    wrong: [
      ['大桥2月13日关闭。', 'date'],
      ['大桥将于明年上半年重新开放。', 'date'],
      ['大桥上午9时40分关闭。', 'date'],
      ['大桥12月3日关闭。', 'date'],
    ],
  },
  {
    source: 'On Tuesday the council met for the third time; the mayor, 58, spoke for 45 minutes.',
    right: ['委员会周二第三次开会。', '现年58岁的市长讲了45分钟。', '市长讲了四十五分钟。'],
    wrong: [
      ['委员会周三开会。', 'date'],
      ['委员会第四次开会。', 'number'],
      ['现年85岁的市长讲话。', 'number'],
      ['市长讲了45个小时。', 'measure'],
    ],
  },
  {
    source: 'Temperatures fell to 14 °F, and snow lay 20 inches deep over 3,000 square miles.',
    right: ['气温降至零下10摄氏度。', '积雪厚约50厘米。', '积雪覆盖约7770平方公里。'],
    wrong: [
      ['积雪厚20厘米。', 'measure'],
      ['积雪覆盖3000平方公里。', 'measure'],
    ],
  },
  {
    source: '市政府周一宣布，将投入2.4亿元整修37座桥梁，其中近三成建于上世纪60年代。',
    languages: 'zh en',
    right: [
      'The city will spend 240 million yuan on 37 bridges, it said on Monday.',
      'Nearly 30 percent of them were built in the 1960s.',
    ],
    wrong: [
      ['The city will spend 24 million yuan.', 'unit'],
      ['The city will repair 73 bridges.', 'number'],
      ['They were built in the 1970s.', 'date'],
      ['It will spend 240 million dollars.', 'currency'],
    ],
  },
  {
    source: '港務局は5日、来年度に3億2千万円をかけて灯台18基を改修すると発表した。利用者は前年より2割減った。',
    languages: 'ja zh-Hans',
    right: ['港务局5日宣布，将投入3.2亿日元改造18座灯塔。', '使用者减少了两成。', '使用者减少20%。'],
    wrong: [
      ['将投入32亿日元。', 'unit'],
      ['将投入3.2亿韩元。', 'currency'],
      ['将改造81座灯塔。', 'number'],
      ['使用者减少三成。', 'percent'],
    ],
  },
  {
    source:
      'Die Gemeinde zahlt 1,7 Millionen Euro für 2.350 Quadratmeter; jeder dritte Platz bleibt frei. Am 4. Mai wird eröffnet.',
    languages: 'de zh-Hans',
    right: ['该镇支付170万欧元购买2350平方米。', '5月4日开放。'],
    wrong: [
      ['该镇支付17亿欧元。', 'unit'],
      ['面积为2.35平方米。', 'unit'],
      ['6月4日开放。', 'date'],
    ],
  },
  {
    source: 'La mairie a dépensé trois millions et demi d’euros pour 12 400 arbres, soit 8 % de plus qu’en 2019.',
    languages: 'fr zh-Hans',
    right: ['市政府花费350万欧元种植1.24万棵树。', '比2019年多8%。'],
    wrong: [
      ['市政府花费3500万欧元。', 'unit'],
      ['种植了1240棵树。', 'unit'],
      ['比2019年多18%。', 'percent'],
    ],
  },
  {
    source: 'El puerto recibió 4.600 millones de dólares y 25 barcos en marzo de 2025.',
    languages: 'es zh-Hans',
    right: ['该港2025年3月获得46亿美元。', '25艘船抵达。'],
    wrong: [
      ['该港获得460亿美元。', 'unit'],
      ['2025年5月有25艘船。', 'date'],
      ['52艘船抵达。', 'number'],
    ],
  },
  {
    source: '시는 3년 동안 2조 4천억원을 들여 도서관 15곳을 짓는다. 이용자는 30만 명이다.',
    languages: 'ko zh-Hans',
    right: ['该市三年将投入2.4万亿韩元建设15座图书馆。', '使用者有30万人。'],
    wrong: [
      ['将投入2.4亿韩元。', 'unit'],
      ['建设51座图书馆。', 'number'],
      ['使用者有3万人。', 'unit'],
      ['三个月将投入2.4万亿韩元。', 'measure'],
    ],
  },
  {
    source: 'Nearly 4,970 people signed; between 30 and 40 boats, and $20-30 million in damage, were counted.',
    right: ['约5000人签名。', '接近5000人签名。', '有30至40艘船。', '损失达2000万至3000万美元。'],
    wrong: [
      ['约6000人签名。', 'number'],
      ['有30至50艘船。', 'number'],
      ['损失达2亿至3亿美元。', 'unit'],
    ],
  },
  {
    source: 'June, July and August brought a 25 percent tariff on tea.',
    right: ['6月至8月茶叶被征收25%的关税。', '茶叶关税为25%。'],
    wrong: [['茶叶面临高达25的关税。', 'percent']],
  },
  {
    source:
      'The guild offered half a million dollars, moved its rate by a quarter of a percentage point, and waited less than a week.',
    right: ['行会出价50万美元。', '利率变动25个基点。', '等了不到七天。'],
    wrong: [
      ['行会出价500万美元。', 'unit'],
      ['利率变动50个基点。', 'percent'],
      ['等了不到九天。', 'number'],
    ],
  },
  {
    source:
      'Wait times fell from nine days to four and a half; the 1.8-gigawatt plant must answer within four business days.',
    right: ['等候时间降到四天半。', '这座180万千瓦的电站须在四个工作日内答复。'],
    wrong: [['须在四小时内答复。', 'measure']],
  },
  {
    source:
      "Neuf malades sur dix guérissent ; les cas ont quadruplé. Une centaine d'élèves viendront au deuxième trimestre, en février.",
    languages: 'fr zh-Hans',
    right: ['九成患者痊愈。', '病例增至四倍。', '约100名学生将在第二季度到来。'],
    wrong: [
      ['七成患者痊愈。', 'percent'],
      ['学生将在第四季度到来。', 'date'],
      ['学生将在1月到来。', 'date'],
    ],
  },
  {
    source: '참가자의 3분의 1이 떠났고 전년보다 네 명 적었다.',
    languages: 'ko zh-Hans',
    right: ['三分之一的参加者离开。', '比上年少四人。'],
    wrong: [['比上年少九人。', 'number']],
  },
  {
    source:
      'The oldest boat, of about 2500 B.C., is half a meter wide and weighs 260 pounds; tens of thousands watched it go 215 kilometers an hour. Dozens are lost.',
    right: [
      '最古老的船可追溯到公元前2500年左右。',
      '宽50厘米，重约118公斤。',
      '成千上万的人观看。',
      '时速达每小时215公里。',
    ],
    wrong: [
      ['最古老的船可追溯到公元前2300年。', 'date'],
      ['宽5厘米。', 'unit'],
      ['时速达每小时215英里。', 'measure'],
      ['数千艘下落不明。', 'unit'],
    ],
  },
  {
    source: 'Births fell to 51,300; the slope moves two to three inches a year, and they walked a mile and a half.',
    right: ['出生人数降至5万出头。', '山坡每年移动5至7.6厘米。', '他们步行约2.4公里。'],
    wrong: [
      ['出生人数降至4万出头。', 'number'],
      ['山坡每年移动2至3厘米。', 'measure'],
      ['他们步行约1.5公里。', 'measure'],
    ],
  },
  {
    source: '前年度比で3割減り、在庫は半減した。',
    languages: 'ja zh-Hans',
    right: ['比上年度减少30%。', '库存减少了一半。'],
    wrong: [['比上年度减少13%。', 'percent']],
  },
]

for (const { source, languages, right, wrong } of table) {
  for (const claim of right)
    test(`checkFigures() lets pass: ${claim}`, () => expect(checksOf(claim, source, languages)).toEqual([]))
  for (const [claim, check] of wrong)
    test(`checkFigures() finds ${check}: ${claim}`, () => expect(checksOf(claim, source, languages)).toContain(check))
}

const words = ['一直', '统一战线', '五角大楼', '四川', '三星堆', '十分重要', '两国领导人', '二战以来', '半导体', '万一']
for (const word of words) {
  test(`checkFigures() takes no figure from ${word}`, () =>
    expect(checksOf(`有关${word}的讨论仍在继续。`, 'The talks go on.')).toEqual([]))
}

test('checkFigures() masks figures in names of the term list', () => {
  const terms = [{ original: 'Group of 20', reader: '二十国集团' }]
  const context = {
    sources: ['The Group of 20 met.'],
    sourceLanguage: 'en',
    readerLanguage: 'zh-Hans',
    published: null,
    terms,
  }
  expect(checkFigures('二十国集团开会。', context)).toEqual([])
})

const forms: ((value: number) => [string, string])[] = [
  (value) => [`${value.toLocaleString('en-US')} people came.`, `${value}人到场。`],
  (value) => [`${value} people came.`, `${(value / 10_000).toFixed(4)}万人到场。`],
  (value) => [
    `It cost $${(value / 1000).toFixed(3)} million.`,
    `耗资${(value / 10).toFixed(1)}万美元。`.replace('.0', ''),
  ],
]

test('checkFigures() agrees with itself over forms of a number, and refuses a changed one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1100, max: 990_000 }), fc.nat(forms.length - 1), (value, at) => {
      const [source, claim] = forms[at]?.(value) ?? ['', '']
      const [other] = forms[at]?.(value + 117) ?? ['']
      expect(checksOf(claim, source)).toEqual([])
      expect(checksOf(claim, other)).not.toEqual([])
    }),
    { numRuns: 2000, seed: 7 },
  )
})

import { expect, test } from 'vitest'
import { checkEntities } from './check-entities.ts'

const found = (text: string, source: string, sourceLanguage = 'en'): string[] =>
  checkEntities({
    text, kind: 'fact', evidence: [], passages: [{ id: 'p1', text: source }], headline: '', terms: [], sourceLanguage,
    readerLanguage: 'zh-Hans', published: null,
  }).map(({ message }) => message) // prettier-ignore

test.each([
  ['莫斯科拒绝了这份名单。', 'Russia turned the list down.'],
  ['布鲁塞尔警告说，补贴必须退还。', 'The European Commission warned that the aid must be paid back.'],
  ['北京的报复性关税打击了养蜂人。', "China's retaliatory tariffs hit beekeepers."],
  ['公报呼吁安卡拉开放边界。', 'The communiqué urged Turkey to open the border.'],
  ['委员会审查了巴黎与华沙的关系。', 'The committee looked at how France and Poland get on.'],
  ['柏林方面没有回应。', 'Deutschland antwortete nicht.', 'de'],
  ['巴黎否认曾下令。', "Le ministère nie avoir donné l'ordre.", 'fr'],
])('a capital speaks for its country: %s', (text, source, language = 'en') => {
  expect(found(text, source, language)).toEqual([])
})

test.each([
  ['名单在莫斯科公布。', 'Russia published the list.'],
  ['巴黎的一家面包店获奖。', 'A bakery in the north of France won.'],
  ['莫斯科拒绝了这份名单。', 'Norway turned the list down.'],
  ['版税捐给基辅一所学校。', 'Royalties go to a Ukrainian school in Lviv.'],
  ['柏林市民收到了补贴。', 'Germany paid the aid.'],
  ['里昂和柏林的面包店获奖。', 'A bakery in Lyon won; Germany had none.'],
])('a capital as a place, or of another country, has to be in the article: %s', (text, source) => {
  expect(found(text, source)).toHaveLength(1)
})

test.each([
  ['据美国有线电视新闻网报道，蜂箱被盗。', 'The hives were stolen, CNN reported.'],
  ['美国东部时间下午3点，拍卖开始。', 'The auction began at 3 p.m. Eastern time.'],
  ['德国汉莎航空公司停飞。', 'Lufthansa stopped flying.'],
  ['梵蒂冈表示知情。', 'The Holy See said it knew.'],
  ['美国劳工统计局公布了蜂蜜价格。', 'Honey is dearer, the Bureau of Labor Statistics said.'],
  ['晋甘两省的蜂农，也就是山西和甘肃的蜂农，都参加了。', '山西、甘肃的蜂农都参加了。', 'zh'],
  ['上海南部的蜂箱被盗。', '上海南面的蜂箱被盗。', 'zh'],
  ['经合组织公布了蜂蜜价格。', '경제협력개발기구가 꿀값을 발표했다.', 'ko'],
  ['中东局势牵动蜂蜜价格。', 'Honey prices follow what Israel and Iran do.'],
])('what a body, a house or a region is known to belong to is not added: %s', (text, source, language = 'en') => {
  expect(found(text, source, language)).toEqual([])
})

test('what belongs to another country is added', () => {
  expect(found('据英国媒体报道，蜂箱被盗。', 'The hives were stolen, CNN reported.')).toHaveLength(1)
  expect(found('中东局势牵动蜂蜜价格。', 'Honey prices follow what Peru does.')).toHaveLength(1)
  expect(found('布列塔尼的果园受灾。', 'Un verger sur trois est touché en Normandie.', 'fr')).toHaveLength(1)
  expect(found('台湾蜂农获奖。', 'A beekeeper in Peru was honoured.')).toHaveLength(1)
  expect(found('陕西的蜂农参加了。', '山西的蜂农参加了。', 'zh')).toHaveLength(1)
  expect(found('蜂农在杭州聚会。', '蜂农在扬州聚会。', 'zh')).toHaveLength(1)
  expect(found('蜂农在江苏聚会。', 'Beekeepers met in Zhejiang Province.')).toHaveLength(1)
})

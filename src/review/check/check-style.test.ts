import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkStyle } from './check-style.ts'
import phrases from './data/style-phrases.json' with { type: 'json' }

const found = (text: string, reader = 'zh-Hans'): string[] => checkStyle(text, reader).map((one) => one.check)

const faulty: [string, string][] = [
  ['这一问题涉及方方面面，需要各方共同努力。', 'template'],
  ['渡轮周一返航🎣', 'markup'],
  ['渡轮周一返航，详见https://example.org/ferry。', 'markup'],
  ['渡轮周一返航。。旧桥关闭。', 'markup'],
  ['渡轮周一返航，旧桥еще关闭。', 'junk'],
  ['议长表示，议长表示将继续拨款。', 'repetition'],
  ['“渡轮周一返航，旧桥关闭。', 'markup'],
  ['渡轮周一停航，因为', 'cut'],
  ['港務委員會決定關閉舊橋。', 'language'],
  ['The council closed the bridge on Monday.', 'language'],
  ['委员会决定关桥。El puente se cierra mañana por la tarde.', 'language'],
  ['委员会决定关闭bridge。', 'junk'],
  ['委员会将在2026年 late 作出决定。', 'junk'],
  ['678月份渡轮停航。', 'junk'],
  ['总之，旧桥应当关闭。', 'verdict'],
  ['愿逝者安息，愿渡轮平安。', 'verdict'],
  ['沉船给所有船东上了深刻的一课。', 'verdict'],
  ['人类应当学会与大海共处。', 'verdict'],
  ['说穿了，这就是一场权钱交易。', 'verdict'],
  ['这样的改建早就该来了。', 'verdict'],
  ['[摘要] 旧桥将关闭。', 'leak'],
  ['一个渔村若不尊重大海，就没有未来：社会若不自省，便无法前行。', 'verdict'],
  ['他用一生诠释了什么是守望。', 'verdict'],
  ['翻译完毕，请查收。', 'leak'],
  ['他的一生，是敲钟的一生。', 'verdict'],
  ['这是对码头工人的公然侮辱。', 'verdict'],
  ['这场停航背后，折射出的是制度的缺失。', 'verdict'],
  ['这不仅是一座桥，更是一种精神的传承。', 'verdict'],
  ['这样的沉船，本可以避免。', 'verdict'],
  ['有理由相信，旧桥很快会重开。', 'verdict'],
  ['值得称道的是，报道并未一味渲染悲情。', 'verdict'],
  ['这篇特写刻画入微，让看守人跃然纸上。', 'verdict'],
  ['旧桥将关闭。[1]', 'markup'],
  ['旧桥将关闭 。', 'markup'],
  ['注：本摘要由AI生成。', 'leak'],
  ['旧桥周五关闭两年。周五，旧桥关闭了两年。', 'repetition'],
  ['唯有敬畏大海，渔村才能长存。', 'verdict'],
  ['这样的议长实在不配留任。', 'verdict'],
  ['渡轮须做follow-up检修。', 'junk'],
  ['记者的调查展现了新闻人的良知。', 'verdict'],
  ['看守人说：“桥要关了.”', 'markup'],
  ['旧桥将关闭，旧桥将关闭了。', 'repetition'],
  ['渡轮面临高达25的关税。', 'junk'],
  ['这家船厂占据全郡40的市场份额。', 'junk'],
  ['本月345日渡轮停航。', 'junk'],
  ['镇长强调，новый мост不会增加税负。', 'junk'],
  ['镇长强调，الجسر الجديد不会增加税负。', 'junk'],
  ['作为AI助手，我认为旧桥应当关闭。', 'leak'],
  ['根据您提供的材料，旧桥将关闭。', 'leak'],
  ['（见段落p2、p4）旧桥将关闭。', 'leak'],
  ['"lede": "旧桥将关闭"', 'leak'],
  ['**旧桥**将关闭。', 'markup'],
  ['- 旧桥将关闭', 'markup'],
  ['旧桥将关闭\n渡轮停航', 'markup'],
  ['旧桥将关闭。旧桥将关闭。', 'repetition'],
  ['旧桥将关闭。旧桥将要关闭了。', 'repetition'],
  ['渡轮停航，渡轮停航。', 'repetition'],
  ['风浪很大、很大、很大、很大。', 'repetition'],
  ['这篇报道深刻揭示了小镇的困境，令人深思。', 'verdict'],
  ['文章说理透彻，逻辑清晰。', 'verdict'],
  ['显然，委员会错了。', 'verdict'],
  ['此文堪称典范。', 'verdict'],
  ['不得不说，这个决定令人失望。', 'verdict'],
  ['我们不禁要问：渡轮何去何从？', 'verdict'],
  ['报道流于表面。', 'verdict'],
  ['文章发人深省地指出，渡轮太旧。', 'verdict'],
  ['接下来我会逐段分析。', 'leak'],
  ['下面为您呈现三点。', 'leak'],
  ['1、旧桥将关闭', 'markup'],
  ['委员会说，，桥要关。', 'markup'],
  ['旧桥将关闭（见段落3）。', 'leak'],
  ['这一决定充分说明，小镇已无路可走。', 'verdict'],
  ['停航引发了居民对出行的深刻反思。', 'verdict'],
  ['官员说官员说官员说桥要关。', 'repetition'],
  ['旧桥重新开放，重新开放的旧桥重新开放。', 'repetition'],
  ['失业率为12，比去年高。', 'junk'],
  ['渡轮将于6月31日停航。', 'junk'],
  ['渡轮25时10分到港。', 'junk'],
  ['NaN名旅客滞留。', 'junk'],
  ['共有1112月的账目缺失。', 'junk'],
  ['旧桥封闭迫使九千人绕行。旧桥封闭，九千人被迫绕行。', 'repetition'],
  ['由于原文过长，以下只列重点。', 'leak'],
  ['要不要我把它改写成标题？', 'leak'],
  ['正如老话所说，船到桥头自然直。', 'verdict'],
  ['停航背后，是小镇深深的无奈。', 'verdict'],
  ['小镇的寒冬，才刚刚开始。', 'verdict'],
  ['议会的责任感何在？', 'verdict'],
  ['渡轮复航带来了希望的曙光。', 'verdict'],
  ['停航与否，考验着议会的智慧。', 'verdict'],
  ['历史总是惊人地相似。', 'verdict'],
  ['议会的傲慢，终究葬送了小镇的未来。', 'verdict'],
  ['没有什么比渡轮更重要。', 'verdict'],
  ['在潮水面前，堤坝显得如此苍白。', 'verdict'],
  ['旧桥的倒塌，是小镇最大的损失。', 'verdict'],
  ['如果没有反思，旧桥还会再倒。', 'verdict'],
  ['报道折射出媒体的价值取向。', 'verdict'],
  ['我注意到原文有一处错误。', 'leak'],
  ['请提供更多上下文。', 'leak'],
  ['渡轮停了，渡轮终于停了，渡轮真的停了。', 'repetition'],
  ['这才是手艺的真谛。', 'verdict'],
  ['报道缺少对起火原因的探讨。', 'verdict'],
  ['渡轮复航再次彰显了小镇的韧性。', 'verdict'],
  ['航程为1小时75分。', 'junk'],
  ['渡轮停航[[来源]]', 'markup'],
  ['渡轮今天停航渡轮今天停航。', 'repetition'],
  ['面对大海，人类终究是渺小的。', 'verdict'],
  ['谁也无法阻挡潮水。', 'verdict'],
  ['文章略显平淡，交代不足。', 'verdict'],
  ['报道较好地平衡了各方立场。', 'verdict'],
  ['没有问题！译文如下。', 'leak'],
  ['根据上文，答案是：关桥。', 'leak'],
  ['渡轮停航（此处省略细节）。', 'leak'],
  ['她是公司的co-founder。', 'junk'],
  ['会议将于2026年13月召开。', 'junk'],
  ['票价上涨，票价持续上涨，票价不断上涨。', 'repetition'],
  ['旧桥关闭##', 'markup'],
  ['文章的论述有待完善。', 'verdict'],
  ['唯有对话，方能化解纷争。', 'verdict'],
  ['全文视角略显单一，没有船员的声音。', 'verdict'],
  ['可以预见，渡轮将退出历史舞台。', 'verdict'],
  ['在这个飞速发展的时代，小镇也要改变。', 'verdict'],
  ['读者在阅读时应保持谨慎。', 'verdict'],
  ['议会的做法无异于掩耳盗铃。', 'verdict'],
]
for (const [text, check] of faulty)
  test(`checkStyle() finds ${check}: ${text}`, () => expect(found(text)).toContain(check))

for (const text of [
  '旧桥将于2026年5月关闭，GPS导航已更新。',
  '报道称，两岸力量相对平衡。',
  '甲队2比1胜乙队。乙队3比1胜丙队。',
  '渡轮2月29日复航，23时59分到港。',
  '只有在雾散后，渡轮才能起航。',
  '我国驻当地领事馆已派员前往。',
  '该基金会致力于守护难民儿童的尊严。',
  '新书探讨战争记忆与历史真相之间的裂痕。',
  '改革的代价由谁承担，议会尚未决定。',
  '这部影片聚焦小镇青年的迷失与觉醒。',
  '失业率为12%，税率为3.5至4个百分点。',
  '最高人民法院、高级人民法院和中级人民法院均已受理。',
  '议员称这笔交易是“掩耳盗铃”。',
  '她称这一决定“令人深思”。',
  '一位教授认为，这一发现意义重大。',
  '渡轮公司CEO表示，票价为3.5欧元。',
  '文章展示了两张图表，均未标注来源。',
  '港务局希望这项协议能在6月签署。',
  '接口返回JSON数据，由Bank of the West提供。',
  '该公司把助手作为AI产品推出，称之为软实力（soft power）。',
  '市长说：“慢慢来，慢慢来，慢慢来。”',
  '碧昂丝（Beyoncé·Knowles）将在乾隆花园演出。',
  '工会不肯多谈，港口也不肯多谈。',
  '当然，并非所有人都同意。',
  'E. coli污染使渡轮停航。',
  '遗憾的是，船没有等到他，他的律师说。',
  '专家提醒人们不要饮用生水。',
  '他说，相信问题很快会得到解决。',
  '法院裁定，政府必须在30日内答复。',
  '居民认为，政府应当公布结果。',
  '报告认为，沉船本可避免。',
  '这种药物名为semaglutide（司美格鲁肽）。',
  '一代人过去了，又一代人过去了。',
  '谁将接任议长，议会尚未决定。',
  '总之，委员会把表决推迟到了3月。',
]) {
  test(`checkStyle() lets pass: ${text}`, () => expect(found(text)).toEqual([]))
}

test('checkStyle() lets an English sentence about language models pass, and not an assistant’s', () => {
  expect(found('The firm trained a language model; “I cannot accept this,” she said.', 'en')).toEqual([])
  expect(found('Here is the summary you asked for.', 'en')).toEqual(['leak'])
})

test('checkStyle() never throws, and stays fast on long texts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => Array.isArray(checkStyle(text, 'zh-Hans'))),
    { numRuns: 500, seed: 11 },
  )
  const started = performance.now()
  for (const text of [
    '文章'.repeat(2500),
    'a '.repeat(5000),
    'Aa of '.repeat(2000),
    '，'.repeat(10_000),
    '<a'.repeat(5000),
  ])
    checkStyle(text, 'zh-Hans')
  expect(performance.now() - started).toBeLessThan(1500)
})

test('style-phrases.json compiles, piece by piece', () => {
  const pieces = [...Object.values(phrases.verdict).flat(), ...phrases.leak]
  expect(
    pieces.filter((piece) => !(new RegExp(piece, 'iu') instanceof RegExp) || new RegExp(piece, 'iu').test('')),
  ).toEqual([])
})

test.each([
  '《消息报》（Известия）说，旧桥将关闭。',
  '据Известия网站报道，旧桥将关闭。',
  '他把新桥叫作“новый мост”。',
  '船厂占全郡四成市场份额，7月31日公布。',
])('checkStyle() lets names of other scripts and whole shares pass: %s', (text) => {
  expect(checkStyle(text, 'zh-Hans')).toEqual([])
})

import type { Claim, Rights, Verdict } from '../../types.ts'
import { adviceWords } from './advice.ts'
import { worthCounting, type Counted } from './worth-counting.ts'

type Choices = Record<'title' | 'size' | 'theme' | 'view' | 'keys' | 'close', string> &
  Record<'sizes' | 'themes' | 'views' | 'cardViews' | 'parallelViews' | 'keyList', [string, string][]>

/** What pages say in simplified Chinese. */
export const chinese = {
  home: '首页',
  newest: '最新报道',
  noArticle: '还没有报道。',
  firstSeen: '首次见到',
  earlier: '原标题与更正记录',
  headlines: '历次标题',
  presentHeadline: '现标题',
  edited: '报刊修改了原文',
  retracted: '报刊撤回了这篇报道',
  completed: '此后读到了更完整的正文',
  counted: ({ changed, added, removed }: { changed: number; added: number; removed: number }) =>
    [
      changed > 0 ? `改动 ${changed} 句` : '',
      added > 0 ? `新增 ${added} 句` : '',
      removed > 0 ? `删去 ${removed} 句` : '',
    ]
      .filter(Boolean)
      .join('，'),
  vanished: (status: number | null, since: string, read: string) =>
    `原网页已不在（${status === null ? '原址现为另一页' : `服务器答复 ${status}`}，${since}起）。这里的内容取自 ${read} 保存的网页。`,
  nowShows: (instead: 'wall' | 'part' | 'other' | null, read: string) => {
    if (instead === null) return null
    const shown = { wall: '须登录、付费或通过验证才能阅读', part: '只显示其中一部分', other: '显示的是别的文字' }[
      instead
    ]
    return `原网页现在${shown}。这里的内容取自 ${read} 保存的网页。`
  },
  underCorrection: '更正中',
  underCorrectionEdited: '报刊已修改原文，以下各句所据的段落随之改变，不再作为本站的述评，待重新撰写：',
  underCorrectionCompleted: '现已读到更完整的正文，以下各句是据先前的片段写的，不再作为本站的述评，待重新撰写：',
  corrected: '已更正',
  correctedText: '原文改动后，述评已重新撰写。先前的述评曾写道：',
  incomplete: {
    cut: '正文不完整，以下内容仅依据可见部分。',
    teaser: '仅有摘要：没有取到正文。',
    notRead: '没有取到正文：网页未能读取。',
    nothing: '没有取到正文：网页上没有可作正文的文字，或只有与该报其他报道相同的文字。',
    wall: '正文在付费墙或登录之后，至多只读到开头。',
    'not-text': '这一页是音频或视频，没有可读的正文。',
    about: '这一页是音频或视频，下面只是页面上的文字说明。',
  },
  fromScript: '正文取自网页脚本载入的数据：在原网页上，脚本运行之后才会显示。',
  missingShare: (percent: number) => `原文约有 ${percent}% 未能读到。`,
  sources: '来源',
  archive: '过刊',
  overview: '本期一览',
  newestIssue: '最近一期',
  source: '来源',
  day: '日期',
  articles: '篇数',
  topic: '词语',
  completeness: '完整程度',
  bySource: '各报篇数',
  byDay: '逐日篇数',
  byVerdict: '读到多少',
  byLanguage: '语言',
  talkedAbout: '说得最多的地方与机构',
  unknown: '未知',
  pulse: '发稿节奏',
  pulseLabel: (weeks: number) => `${weeks} 周每周篇数的柱形图`,
  pulseMost: (most: number) => `最多一周 ${most} 篇`,
  pulseFacts: ({ weeks, articles, whole }: Record<'weeks' | 'articles' | 'whole', number>) =>
    `${weeks} 个整周共 ${articles} 篇，${articles >= weeks ? `平均每周约 ${Math.round(articles / weeks)} 篇，` : ''}其中 ${Math.round(whole * 100)}% 读到全文。`,
  figuresBehind: '数据表',
  weekCounted: ({ articles, sources, languages, cut }: Record<'articles' | 'sources' | 'languages' | 'cut', number>) =>
    `${articles} 篇${cut > 0 ? `（${cut} 篇未读到全文）` : ''}，出自 ${sources} 家报刊，${languages} 种语言。`,
  topicLine: (topics: string[]) => `谈得最多的是${topics.join('、')}。`,
  search: '检索',
  filters: [
    ['source', '来源'],
    ['language', '语言'],
    ['week', '周'],
  ] as [string, string][],
  filterNone: '全部',
  about: '关于',
  sections: '栏目',
  skip: '跳到正文',
  pages: '翻页',
  older: '较早的报道',
  newer: '较新的报道',
  weeks: '周',
  months: '月',
  languages: '语言',
  original: '读原文 ↗',
  twin: 'JSON 数据',
  and: '、',
  feeds: '订阅',
  latest: '最新报道',
  homepage: '该报网站 ↗',
  feedOfSource: '订阅本报',
  newestArticle: '最近一篇',
  rightsHead: '授权',
  rights: { title: '只登标题与本站述评', excerpt: '节录', full: '全文', private: '不公开' } as Record<Rights, string>,
  legend: '页面上的记号',
  colophon: '原文的权利属于各报刊；述评与导读卡由本站编制，注明依据。',
  photo: '到原网页看图片 ↗',
  review: '述评',
  waiting: {
    'waiting-for-budget': '述评尚未写成：今天的预算已用完，排队等候。导读卡由程序算出，不受影响。',
    failed: '述评尚未写成：模型没有应答，下次运行再问。导读卡由程序算出，不受影响。',
  },
  byMachine: '〔人工智能述评〕',
  byHand: '〔人工述评〕',
  furtherSentences: (count: number) => `其余 ${count} 句：报道说了什么，我们怎么读`,
  inCard: (counts: [name: string, count: number][]) => counts.map(([name, count]) => `${name} ${count}`).join('，'),
  moreFigures: (count: number) => `另有 ${count} 个，见 JSON 数据`,
  card: '导读卡',
  speakers: '谁在说话',
  figures: '数字',
  places: '地点',
  dates: '日期',
  organisations: '机构',
  keyPassages: '关键段落',
  unnamed: '说话人未认出',
  missing: '没有这一页',
  withdrawn: '已撤回',
  machine: '人工智能撰写，模型',
  checked: ({ sentences, cited, unshown }: Record<'sentences' | 'cited' | 'unshown', number>) =>
    [
      cited === sentences ? `连标题共 ${sentences} 句，句句注明依据` : `连标题共 ${sentences} 句，${cited} 句注明依据`,
      unshown > 0 ? `其中 ${unshown} 句按该来源的授权只注段号，不引原文` : '',
      '引文、数字、日期、译名和地名已由程序核对',
    ]
      .filter(Boolean)
      .join('；'),
  unshown: '依据在原文这一段；按该来源的授权，这里不引',
  passage: (number: string) => `原文第 ${number} 段`,
  spokenInReport: '报道中的引语',
  notes: '眉批',
  notedBeside: (passage: string) => `又见第 ${passage} 段旁`,
  summary: '报道说了什么',
  commentary: '我们的读法',
  atOutlet: '在原网页上看这句话',
  terms: '译名对照',
  framing: '行文提示',
  kinds: { fact: '事实', attribution: '转述', context: '背景', analysis: '分析', question: '疑问' } as Record<
    Claim['kind'],
    string
  >,
  states: { verified: '', repaired: '已修正', advised: '' } as Record<Claim['state'], string>,
  advice: (checks: string[]) => `请对照原文：${checks.map((check) => adviceWords[check]?.zh ?? check).join('；')}`,
  loaded: (word: string, neutral: string) => `用词带有倾向：“${word}”；中性说法：“${neutral}”`,
  paraphrased: (name: string) => `${name} 的话只有转述，没有直接引语`,
  absent: {
    'direct-speech': '全文没有直接引语',
    'named-speaker': '没有具名的发言者',
    'second-speaker': '只有一位具名的发言者',
    figure: '全文没有数字',
  } as Record<string, string>,
  leftOut: (ids: string[]) => `第 ${ids.join('、')} 段含有写给软件的指令，未作依据`,
  replay: '样刊述评由人撰写，未使用模型',
  parallel: '译文',
  translatedBy: '译文由人工智能翻译，模型',
  translatedByHand: '样刊译文由人翻译，未使用模型',
  translationChecked: (refused: number) =>
    `逐段与原文核对过数字、日期、译名与长短${refused > 0 ? `；${refused} 段没有通过，只登原文` : ''}`,
  refused: '这一段的译文没有通过核对，请看原文。',
  withheld: {
    some: '按该来源的授权，这里只节录少量原文，用引号标出；“……”与“[…]”是本站删节之处。全文请读原网页。',
    none: '按该来源的授权，这里不登原文；请读原网页。',
    tooShort: '这里只能少量节录原文，至多四分之一；取到的文字太短，摘不出完整的一句，请读原网页。',
    notChosen: '这里只能少量节录原文，这篇没有适合摘引的段落；请读原网页。',
  },
  expired: '原文的登载期限已过，这里不再登出；请读原网页。',
  foreign: (site: string, name: string) => `原网页在 ${site}，不是${name}自己的网站，${name}的授权管不到它。`,
  wholeThere: { some: '读到全文，此处节录', none: '读到全文，此处不登原文' },
  withdrawnText: '本文已由编辑撤回。',
  missingText: '这个地址没有内容。可以从首页、过刊或检索找起。',
  missingArticle: '若是报道的旧地址，删去编号（/a/ 之后的一段）后面的文字，便是它现在的位置。',
  searchNeedsScript: '检索需要浏览器脚本；过刊与来源页不需要。',
  aboutText: [
    '外刊摘编各国报刊的报道，注明来源、作者、时间与完整程度，并附上导读卡：卡上每一项都出自原文，能点回它所在的段落。',
    '配有语言模型时，还刊出述评。述评分“报道说了什么”与“我们的读法”两部分，除疑问外，每一句都须指明所依据的原文，由程序逐句核对引文、数字、单位、日期与译名；核对不过的句子不刊出。没有模型，导读卡照常刊出：它是算出来的，不是写出来的。',
    '原文的权利属于各报刊。每个来源按其授权显示标题、少量引文或全文，并链接原网页；不绕过付费墙，遵守各站的抓取规则。报刊可以要求更正或撤回；撤回后，页面、数据、订阅与检索中的文字一并删除。',
  ],
  contact: '联系编辑：',
  noContact: '本站编辑尚未公布联系方式。',
  choices: {
    title: '阅读设置',
    size: '字号',
    sizes: [
      ['s', '小'],
      ['m', '中'],
      ['l', '大'],
    ],
    theme: '明暗',
    themes: [
      ['auto', '随系统'],
      ['light', '浅色'],
      ['dark', '深色'],
    ],
    view: '版面',
    views: [
      ['both', '原文与眉批'],
      ['text', '只看原文'],
      ['ours', '只看述评'],
    ],
    cardViews: [
      ['both', '原文与导读卡'],
      ['text', '只看原文'],
      ['ours', '只看导读卡'],
    ],
    parallelViews: [
      ['parallel', '对照'],
      ['translation', '只看译文'],
    ],
    keys: '快捷键',
    close: '关闭',
    keyList: [
      ['j  k', '下一条、上一条；文内为下一段、上一段'],
      ['n  p', '较早一页、较新一页；文内为下一条、上一条眉批'],
      ['h', '首页'],
      ['a', '过刊'],
      ['/', '检索'],
      ['o', '读原文'],
      ['v', '换版面'],
      ['s  t', '换字号、换明暗'],
      ['?', '本表；按 Esc 关闭'],
    ],
  } as Choices,
  legendText: [
    ['¶3', '所依据的是原文第 3 段；点开即标出那几个字。¶3a、¶3b 是同一段里的两处。'],
    ['¶3（灰色）', '依据在原文第 3 段，但按该来源的授权这里不引；请读原网页。'],
    ['↗', '在原网页上看这句话：浏览器会跳到那几个字。'],
    ['事实、转述、背景', '出自报道，无论排在哪一部分；转述注明出自谁口，背景是报道交代的前因。'],
    ['分析、疑问', '出自本站。分析注明所据的原文；疑问只提出问题，可以不注。'],
    ['请对照原文', '程序对这一句拿不准，句子照登；请点段号，自己对一对。'],
    ['不完整、仅摘要、付费墙', '没有读到全文；我们不对着残缺的原文说“报道没有提到”。'],
    ['朱红', '凡朱红的竖线、记号与印章，都是本站的手笔，不是报刊的。'],
  ] as [string, string][],
  outletCalls: { satire: '报刊标明：讽刺作品', advertising: '报刊标明：广告' },
  verdict: { whole: '全文', cut: '不完整', teaser: '仅摘要', wall: '付费墙', 'not-text': '音频或视频' } as Record<
    Verdict,
    string
  >,
  mainLength: ({ words, characters, minutes }: Counted) =>
    `${characters > words ? `${characters} 字` : `${words} 词`}，${minutes} 分钟`,
  length: (counted: Counted) => {
    const { characters, words } = worthCounting(counted)
    return [characters > 0 ? `${characters} 字` : '', words > 0 ? `${words} 词` : '', `${counted.minutes} 分钟`]
      .filter(Boolean)
      .join('，')
  },
}

/** What every reader language has to say. */
export type PageWords = typeof chinese

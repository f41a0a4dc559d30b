import type { Claim, Rights, Verdict } from '../types.ts'

type Counted = { words: number; characters: number; minutes: number }

type Choices = Record<'title' | 'size' | 'theme' | 'view' | 'keys' | 'close', string> &
  Record<'sizes' | 'themes' | 'views' | 'cardViews' | 'parallelViews' | 'keyList', [string, string][]>

/** What the advice of a check is about. */
const adviceWords: Record<string, { zh: string; en: string }> = {
  negation: { zh: '是肯定还是否定', en: 'affirmed or denied' },
  modality: { zh: '是可能还是已然', en: 'may or will' },
  quantifier: { zh: '是部分还是全部', en: 'some or all' },
  attribution: { zh: '出自谁口', en: 'who says it' },
  injection: { zh: '所引段落里有写给软件的话', en: 'the cited passage speaks to software' },
}

/** A script that takes less than this share of the reading (a name, some years) is no length of its own. */
const leastShare = 0.15

/** The counts worth a line. Speeds as in `text/length.ts`: 265 words and 500 characters a minute. */
function worthCounting({ words, characters }: Counted): Pick<Counted, 'words' | 'characters'> {
  const share = words / 265 / (words / 265 + characters / 500 || 1)
  return { words: share < leastShare ? 0 : words, characters: 1 - share < leastShare ? 0 : characters }
}

const chinese = {
  home: '首页',
  newest: '最新报道',
  noArticle: '还没有报道。',
  firstSeen: '首次见到',
  earlier: '原标题与更正记录',
  headlines: '历次标题',
  edited: '报刊修改了原文',
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
  underCorrection: '更正中',
  underCorrectionEdited: '报刊已修改原文，以下各句所据的段落随之改变，不再作为本站的述评，待重新撰写：',
  underCorrectionCompleted: '现已读到更完整的正文，以下各句是据先前的片段写的，不再作为本站的述评，待重新撰写：',
  corrected: '已更正',
  correctedText: '原文改动后，述评已重新撰写。先前的述评曾写道：',
  incomplete: {
    cut: '正文不完整，以下内容仅依据可见部分。',
    teaser: '仅有摘要：没有取到正文。',
    nothing: '没有取到正文：网页上没有可作正文的文字，或只有与该报其他报道相同的文字。',
    wall: '正文在付费墙或登录之后，至多只读到开头。',
    'not-text': '这一页是音频或视频，没有可读的正文。',
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
    `${articles} 篇，${sources} 家报刊，${languages} 种语言${cut > 0 ? `，其中 ${cut} 篇未读到全文` : ''}。`,
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
    '配有语言模型时，还刊出述评。述评的每一句都须指明所依据的原文，由程序逐句核对引文、数字、单位、日期与译名；核对不过的句子不刊出。没有模型，导读卡照常刊出：它是算出来的，不是写出来的。',
    '原文的权利属于各报刊。每个来源按其授权显示标题、少量引文或全文，并链接原网页；不绕过付费墙，遵守各站的抓取规则。报刊若要求更正或撤回，请联系本站编辑：撤回后，页面、数据、订阅与检索中的文字一并删除。',
  ],
  choices: {
    title: '阅读设置',
    size: '字号',
    sizes: [
      ['m', '中'],
      ['l', '大'],
      ['s', '小'],
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
      ['n  p', '较早一页、较新一页'],
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
    ['事实、转述、背景', '报道说了什么；转述注明出自谁口。'],
    ['分析、疑问', '我们的读法，与报道分开排印。'],
    ['请对照原文', '程序对这一句拿不准，句子照登；请点段号，自己对一对。'],
    ['不完整、仅摘要、付费墙', '没有读到全文；我们不对着残缺的原文说“报道没有提到”。'],
    ['朱红', '凡朱红的竖线、记号与印章，都是本站的手笔，不是报刊的。'],
  ] as [string, string][],
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

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const english: typeof chinese = {
  home: 'Home',
  newest: 'Newest',
  noArticle: 'No article yet.',
  firstSeen: 'First seen',
  earlier: 'Earlier headlines and corrections',
  headlines: 'Headlines so far',
  edited: 'The outlet changed its text',
  completed: 'More of the text could be read from then on',
  counted: ({ changed, added, removed }) =>
    [
      changed > 0 ? `${many(changed, 'sentence')} changed` : '',
      added > 0 ? `${added} added` : '',
      removed > 0 ? `${removed} taken out` : '',
    ]
      .filter(Boolean)
      .join(', '),
  vanished: (status, since, read) =>
    `The page of the outlet is gone (${status === null ? 'another page stands there now' : `its server answers ${status}`}, since ${since}). What is shown here was kept from the page of ${read}.`,
  underCorrection: 'Under correction',
  underCorrectionEdited:
    'The outlet changed its text, and with it the passages that these sentences stood on. They are no longer part of our review until it is written anew:',
  underCorrectionCompleted:
    'More of the text can be read now; these sentences were written about a part of it. They are no longer part of our review until it is written anew:',
  corrected: 'Corrected',
  correctedText: 'The review was written anew after the outlet changed its text. The earlier one said:',
  incomplete: {
    cut: 'The text is not whole: only its beginning can be read here, and all below speaks of that part only.',
    teaser: 'Only a teaser: the text could not be had.',
    nothing: 'No text could be had: the page has none, or only words that stand on other pages of this outlet too.',
    wall: 'The text is behind a paywall or a login: its beginning at most could be read.',
    'not-text': 'This page is audio or video; there is no text to read.',
  },
  fromScript: 'The text comes from the page’s script: the outlet’s page shows it only once its script has run.',
  missingShare: (percent: number) => ` About ${percent} % is missing.`,
  sources: 'Sources',
  archive: 'Archive',
  overview: 'This issue at a glance',
  newestIssue: 'The newest issue:',
  source: 'Source',
  day: 'Day',
  articles: 'Articles',
  topic: 'Word',
  completeness: 'Completeness',
  bySource: 'By source',
  byDay: 'By day',
  byVerdict: 'How much could be read',
  byLanguage: 'By language',
  talkedAbout: 'Places and organisations named most',
  unknown: 'unknown',
  pulse: 'Rhythm',
  pulseLabel: (weeks) => `Articles a week over ${weeks} weeks`,
  pulseMost: (most) => `at most ${most} a week`,
  pulseFacts: ({ weeks, articles, whole }) =>
    `${many(articles, 'article')} in ${weeks} whole weeks${articles >= weeks ? `, about ${Math.round(articles / weeks)} a week` : ''}; ${Math.round(whole * 100)} % of them read whole.`,
  figuresBehind: 'Figures',
  weekCounted: ({ articles, sources, languages, cut }) =>
    `${many(articles, 'article')}, ${many(sources, 'outlet')}, ${many(languages, 'language')}${cut > 0 ? `, ${cut} not whole` : ''}.`,
  topicLine: (topics) => ` Named most: ${topics.join(', ')}.`,
  search: 'Search',
  filters: [
    ['source', 'Source'],
    ['language', 'Language'],
    ['week', 'Week'],
  ],
  filterNone: 'All',
  about: 'About',
  sections: 'Sections',
  skip: 'Skip to the text',
  pages: 'Pages',
  older: 'Older',
  newer: 'Newer',
  weeks: 'Weeks',
  months: 'Months',
  languages: 'Languages',
  original: 'Read the original ↗',
  twin: 'JSON data',
  and: ', ',
  feeds: 'Feeds',
  latest: 'Newest report',
  homepage: 'Its own site ↗',
  feedOfSource: 'Feed of this source',
  newestArticle: 'Newest',
  rightsHead: 'Rights',
  rights: { title: 'headlines and our reviews', excerpt: 'excerpts', full: 'whole texts', private: 'not public' },
  legend: 'Marks on the pages',
  colophon: 'The outlets keep the rights to their texts; reviews and reading cards are ours, with their evidence.',
  photo: 'Picture on the page of the outlet ↗',
  review: 'Review',
  waiting: {
    'waiting-for-budget':
      'No review yet: the budget of the day is spent, it waits its turn. The reading card is computed.',
    failed: 'No review yet: the model gave no answer, it is asked again on the next run. The reading card is computed.',
  },
  byMachine: '[AI review] ',
  byHand: '[review by hand] ',
  furtherSentences: (count) => `${many(count, 'sentence')} more: what the report says, how we read it`,
  inCard: (counts) => counts.map(([name, count]) => `${name.toLowerCase()} ${count}`).join(', '),
  moreFigures: (count) => `${count} more in the JSON data`,
  card: 'Reading card',
  speakers: 'Who speaks',
  figures: 'Figures',
  places: 'Places',
  dates: 'Dates',
  organisations: 'Organisations',
  keyPassages: 'Key passages',
  unnamed: 'speaker not recognised',
  missing: 'No such page',
  withdrawn: 'Withdrawn',
  machine: 'Written by AI, model',
  checked: ({ sentences, cited, unshown }) =>
    [
      `${many(sentences, 'sentence')}, headline included; ${cited === sentences ? 'each' : cited} with evidence`,
      unshown > 0 ? `the evidence of ${unshown} is named but, by the rights of this source, not quoted` : '',
      'quotes, figures, dates, names and places checked by the program',
    ]
      .filter(Boolean)
      .join('; '),
  unshown: 'It stands on this passage of the original, which the rights of this source keep from this page',
  passage: (number) => `¶${number} of the original`,
  spokenInReport: 'quoted in the report',
  notes: 'Margin notes',
  summary: 'What the report says',
  commentary: 'How we read it',
  atOutlet: 'This sentence on the page of the outlet',
  terms: 'Names and terms',
  framing: 'On the wording',
  kinds: { fact: 'fact', attribution: 'said', context: 'context', analysis: 'analysis', question: 'question' },
  states: { verified: '', repaired: 'mended', advised: '' },
  advice: (checks) => `compare the original: ${checks.map((check) => adviceWords[check]?.en ?? check).join(', ')}`,
  loaded: (word, neutral) => `a word that leans: “${word}”; neutral: “${neutral}”`,
  paraphrased: (name) => `${name} is only paraphrased, never quoted`,
  absent: {
    'direct-speech': 'nobody is quoted directly',
    'named-speaker': 'no speaker is named',
    'second-speaker': 'only one speaker is named',
    figure: 'the text has no figures',
  },
  leftOut: (ids) => `¶${ids.join(', ¶')} speaks to software and is no evidence`,
  replay: 'Review of the sample press, written by hand, by no model',
  parallel: 'Translation',
  translatedBy: 'Translated by AI, model',
  translatedByHand: 'Sample translation by a person, no model was used',
  translationChecked: (refused) =>
    `figures, dates, names and length checked against each passage${refused > 0 ? `; ${many(refused, 'passage')} did not pass and stay in the original` : ''}`,
  refused: 'The translation of this passage did not pass the checks: please read the original.',
  withheld: {
    some: 'By the rights of this source only short excerpts are shown here, in quotation marks; […] is where we cut. The full text is on its own page.',
    none: 'By the rights of this source nothing of its text is shown here; read it on its own page.',
  },
  expired: 'The time for which this text was shown here is over; read it on the page of the outlet.',
  foreign: (site, name) =>
    ` The page stands on ${site}, not on a site of ${name}: what ${name} allows does not cover it.`,
  wholeThere: { some: 'read whole, excerpts here', none: 'read whole, not shown here' },
  withdrawnText: 'This article was withdrawn by the editor.',
  missingText: 'There is nothing at this address. Home, archive and search lead on.',
  missingArticle:
    'An old address of an article leads to it when what stands behind its number (after /a/) is taken off.',
  searchNeedsScript: 'Search needs script; the archive and the pages of sources do not.',
  aboutText: [
    'Waikan cuts articles out of the pages of the world’s press and says whose they are, when they appeared and whether they are whole. Each entry of a reading card stands in the text and leads to its passage.',
    'With a language model there are reviews too. Each of their sentences names the words it stands on; a program checks quotes, figures, units, dates and names, and a sentence that fails is not printed. Reading cards are computed and need no model.',
    'The outlets keep their rights: of each source we show headlines, short quotes or the whole text, as its rights allow, with a link to its page. We pass no paywall and obey each site’s rules. An outlet that wants a correction or a withdrawal writes to the editor of this site.',
  ],
  choices: {
    title: 'Reading',
    size: 'Size',
    sizes: [
      ['m', 'medium'],
      ['l', 'large'],
      ['s', 'small'],
    ],
    theme: 'Light',
    themes: [
      ['auto', 'as the system'],
      ['light', 'light'],
      ['dark', 'dark'],
    ],
    view: 'View',
    views: [
      ['both', 'text with notes'],
      ['text', 'text alone'],
      ['ours', 'review alone'],
    ],
    cardViews: [
      ['both', 'text with card'],
      ['text', 'text alone'],
      ['ours', 'card alone'],
    ],
    parallelViews: [
      ['parallel', 'Side by side'],
      ['translation', 'Translation only'],
    ],
    keys: 'Keys',
    close: 'Close',
    keyList: [
      ['j  k', 'next and previous article; in an article, passage'],
      ['n  p', 'older and newer page'],
      ['h', 'home'],
      ['a', 'archive'],
      ['/', 'search'],
      ['o', 'the original'],
      ['v', 'another view'],
      ['s  t', 'another size, light or dark'],
      ['?', 'this list; Esc closes it'],
    ],
  },
  legendText: [
    [
      '¶3',
      'stands on passage 3 of the original; the very words are marked. ¶3a and ¶3b are two places in one passage.',
    ],
    ['¶3 in grey', 'stands on passage 3, which the rights of the source keep from this page.'],
    ['↗', 'the same words on the page of the outlet.'],
    ['fact, said, context', 'what the report says; who says it is named.'],
    ['analysis, question', 'how we read it, set apart.'],
    ['compare the original', 'the program was not sure of this sentence; follow its mark and judge for yourself.'],
    [
      'cut, teaser, paywall',
      'the text could not be read whole; of such a text we never say that it does not mention something.',
    ],
    ['vermilion', 'our own hand, never the outlet’s.'],
  ],
  verdict: { whole: 'whole', cut: 'cut', teaser: 'teaser', wall: 'paywall', 'not-text': 'not text' },
  mainLength: ({ words, characters, minutes }) =>
    `${characters > words ? `${characters} characters` : `${words} words`}, ${minutes} min`,
  length: (counted) => {
    const { characters, words } = worthCounting(counted)
    return [
      characters > 0 ? many(characters, 'character') : '',
      words > 0 ? many(words, 'word') : '',
      `${counted.minutes} min`,
    ]
      .filter(Boolean)
      .join(', ')
  },
}

/** The blurb of a list, feed or search result; what we wrote says by whom, because there no page stands around it. */
export function labelledBlurb(
  { blurb, blurbBy }: { blurb: string | null; blurbBy: string | null },
  language: 'zh-Hans' | 'en',
): string | null {
  return blurb === null ? null : writerOf({ blurbBy }, language) + blurb
}

/** What says that a blurb is ours and whether a machine wrote it; empty for the outlet's own words. */
export function writerOf({ blurbBy }: { blurbBy: string | null }, language: 'zh-Hans' | 'en'): string {
  if (blurbBy === null) return ''
  const words = wordsOf(language)
  return blurbBy === 'replay' ? words.byHand : words.byMachine
}

/** The words of the pages in a reader language. */
export function wordsOf(language: 'zh-Hans' | 'en'): typeof chinese {
  return language === 'en' ? english : chinese
}

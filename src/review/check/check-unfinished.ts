const han = '\\p{Script=Han}'

// What only joins or opens something: no sentence and no headline ends with it. 共和, 参与 and 存在 are words of their own.
const joins = [
  '因为|由于|虽然|尽管|即使|如果|假如|而且|并且|以及|或者|但是|然而|因此|所以|于是|从而|以便|以免|其中|包括|例如|比如|诸如',
  '对于|关于|根据|按照|随着|为了|通过|不仅|甚至|导致|使得|正在|分别|并|但|而|且|或|被|把|及',
  '(?<![共缓温总饱调平随讲议求言祥暖柔中附不失媾谐])和',
  '(?<![参赠授干])与',
]
const joined = new RegExp(`[${han}，](?:${joins.join('|')})$`, 'u')
const opened = /[，、；：（(《“「『—-]$/u
const trailedOff = /\p{Script=Han}\s?(?:\.{3,}|(?<!…)…)$/u

/** A text that ends in the middle: with a word that joins, a comma or an open bracket. Quoted speech may break off. */
export const endsInTheMiddle = (text: string, zh: boolean): boolean =>
  zh && [joined, opened, trailedOff].some((pattern) => pattern.test(text.trimEnd()))

const pairs = ['“”', '「」', '『』', '《》', '（）', '【】']
const count = (text: string, sign: string): number => text.split(sign).length - 1

/** Quotation signs or brackets of which one is missing. */
export const leavesOpen = (text: string, zh: boolean): boolean =>
  zh && pairs.some(([open = '', close = '']) => count(text, open) !== count(text, close))

const counted =
  '(?:艘|架次?|辆|枚|吨|公里|平方公里|平方米|公顷|岁(?!月|数|末|入|出)|小时(?!候|工|段)|分钟|美元|欧元|英镑|日元|韩元|个百分点|摄氏度|名(?=儿童|学生|乘客|工人|士兵|平民|员工|渔民|患者|难民)|人(?=死亡|受伤|遇难|失踪))'
const emptied = [
  new RegExp(`${han} {2,}${han}`, 'u'),
  new RegExp(
    `(?<!大|节|制|契|特|条|公|合)(?:约有?|共有|逾|超过|达到?|至少|增至|降至|升至|跌至|涨至|多达)\\s?${counted}`,
    'u',
  ),
  // 数万人 and 近亿元 are amounts; 约万人 and 共有余人 are none.
  /(?:约有?|共有)[万亿](?=[人名元吨]|[美欧日韩]元|英镑)|(?:共有|约有?|达到?)余(?=[人名家户件艘辆座])|以票|票[对比]票/u,
  /(?:价格?|罚款|金额|收入|成本|损失|利润|工资|费用|预算)(?:约为|为|达到?|约)(?:[美欧日韩]元|英镑)/u,
  /(?<![\d一二三四五六七八九十])月日(?=[，。在开起举至])/u,
  /(?:^|[，。；：、\p{Script=Han}])[%％](?!\p{N})|[$€£¥]\s?(?=[，。；：、]|\p{Script=Han}|$)/u,
]

/** A place where a figure stood and nothing is left: 共有  艘, 达公里. */
export const losesFigure = (text: string, zh: boolean): boolean => zh && emptied.some((pattern) => pattern.test(text))

/** Minutes that a time of the day may lie before and behind the one that is told. */
export type Slack = { before: number; behind: number }

const clock = '(?:[时点點]|点钟)(?:钟|整|半|[一三]刻|\\d{1,2}分?)?'
const justAfter = new RegExp(`${clock}(?:刚过|过后不久|出头|许|多(?![少数次]))`, 'u')
const around = new RegExp(
  `${clock}(?:左右|前后|上下)|(?:大?约|大概|将近|接近|临近|近)(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|晚|夜里|深夜|当晚|当天|周.){0,2}[\\d一二三四五六七八九十两]{1,3}[时点點]`,
  'u',
)
const [shortly, nearby] = [20, 12]

/** How far a Chinese sentence leaves its times open: 4时刚过 is some minutes behind four, 9点左右 before or behind nine. */
export function slackOf(text: string): Slack {
  if (justAfter.test(text)) return { before: 0, behind: shortly }
  return around.test(text) ? { before: nearby, behind: nearby } : { before: 0, behind: 0 }
}

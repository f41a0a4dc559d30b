import type { Figure } from './figure.ts'

/** What the words before and behind a figure say of its exactness; `more`: 多 or 余 stands between it and its unit. */
export function hedgeOf(before: string, { after, more }: { after: string; more: boolean }): Figure['hedge'] {
  if (
    more ||
    /^\s*(?:出头|开外|挂零)|^(?:的\S{1,2})?以上/u.test(after) ||
    /(?:逾|(?<!不|不会|未|没有)超过|(?<!不)超|不(?:会)?(?:低于|少于)|多于|高于|至少|不止|过|远超|over|more than|at least|exceed\p{L}*|mehr als|über|plus de|más de)\s*[$€£¥]?\s*$/iu.test(
      before,
    )
  )
    return 'over'
  if (
    /(?:(?:近|接近|将近)[于有达]?|不到|不足|(?<!不|不会)(?:低于|少于)|不会?超过|至多|最多|nearly|almost|under|less than|just under|fast|knapp|weniger als|près de|moins de|casi)\s*[$€£¥]?\s*$/iu.test(
      before,
    )
  )
    return 'under'
  if (
    /(?:(?:约|約|大约|大概|差不多)[为有在达占合是需要]?|about|around|some|roughly|approximately|etwa|rund|environ|unos|unas|cerca de|약)\s*[$€£¥]?\s*$/iu.test(
      before,
    ) ||
    /^\S{0,3}(?:左右|上下|前后|ほど|정도)/u.test(after)
  )
    return 'about'
  return null
}
